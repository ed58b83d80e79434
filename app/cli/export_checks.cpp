// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_checks.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <unordered_set>

#include "app/cli/check_output.h"
#include "app/cli/check_wait.h"
#include "app/cli/export_path.h"
#include "app/cli/interrupt.h"
#include "app/cli/stored_article.h"
#include "data/export/export.h"
#include "ui/checks/check_export.h"

namespace parallax::app {
namespace {

// The file is made whole before it is written, as a table is.
class CheckFile {
  public:
    CheckFile(const Session& session, bool json, data::Library& library)
        : m_json(json)
        , m_titles(library)
        , m_editions(session, library)
        , m_checks(session, library) {
        ui::startCheckTable(m_table);
    }

    // A check between two articles that were both asked for is written once.
    void add(data::StoredCheck check) {
        if (!m_written.insert(check.id).second)
            return;
        check.articleTitle = m_titles.of(check.article);
        m_editions.warnIfDamaged(check.article, check.edition, check.language);
        const bool damaged = m_checks.warnIfDamaged(check);
        if (!m_json) {
            ui::addCheckRow(m_table, check);
            return;
        }
        nlohmann::ordered_json json = checkJson(check);
        if (damaged)
            json["damaged"] = true;
        m_text += (m_text.empty() ? "" : ",\n") + dumped(json);
    }
    void write(const std::filesystem::path& path, const data::TableExportOptions& options) const {
        if (m_json)
            data::writeFileAtomically(path, "[" + m_text + "]\n");
        else
            data::writeTable(m_table, path, options);
    }
    std::size_t count() const { return m_written.size(); }
    const std::vector<data::DamagedEdition>& damagedEditions() const { return m_editions.found(); }
    const std::vector<data::CheckId>& damagedChecks() const { return m_checks.found(); }

  private:
    bool m_json;
    OwnTitles m_titles;
    EditionDamage m_editions;
    CheckDamage m_checks;
    std::unordered_set<data::CheckId> m_written;
    std::string m_text;
    data::Table m_table;
};

std::string formatOf(const CheckExportOptions& options) {
    std::string format = options.format.empty() ? formatEnding(options.to) : options.format;
    if (!data::tableFormatNamed(format))
        throw Error(ErrorCode::Usage, {"checks are written as csv, tsv, xlsx, md, json or html"});
    return format;
}

void addAll(data::Library& library, const data::CheckFilter& filter, data::Language language,
            CheckFile& file) {
    const auto stop = stopOnInterrupt();
    std::int64_t read = checksAtOnce;
    for (std::int64_t offset = 0; read == checksAtOnce; offset += checksAtOnce) {
        throwIfStopped(stop);
        const auto checks = library.checks().list(filter, offset, checksAtOnce);
        read = static_cast<std::int64_t>(checks.size());
        for (const data::StoredCheck& check : checks)
            if (const auto told = toldIn(library, check, language))
                file.add(*told);
    }
}

} // namespace

int exportChecks(const Session& session, const CheckExportOptions& options, data::Library& library) {
    const std::string format = formatOf(options);
    data::CheckFilter filter;
    if (!options.colour.empty())
        filter.colour = named(data::colourFromName(options.colour), "colour", options.colour);
    if (!options.rule.empty())
        filter.rule = ruleOption(options.rule);
    filter.acrossArticles = options.across;
    const auto language =
        options.language.empty() ? data::Language::Unknown : languageOption(options.language);
    CheckFile file(session, format == "json", library);
    if (options.articles.empty()) {
        checkWaiting(session, library, 0);
        addAll(library, filter, language, file);
    }
    for (const std::int64_t article : options.articles) {
        if (!library.articles().row(article))
            throw Error(ErrorCode::ArticleNotFound, {std::to_string(article)});
        checkWaiting(session, library, article);
        filter.article = article;
        addAll(library, filter, language, file);
    }
    const std::filesystem::path to = oneFile(options.to, format, "checks");
    file.write(to, {.byteOrderMark = !options.noByteOrderMark, .formulaGuard = !options.noGuard});
    if (session.json) {
        nlohmann::ordered_json out{{"written", file.count()}, {"to", to.string()}};
        if (!file.damagedEditions().empty())
            out["damaged"] = damagedJson(file.damagedEditions());
        if (!file.damagedChecks().empty())
            out["damaged_checks"] = file.damagedChecks();
        std::cout << dumped(out) << '\n';
    }
    note(session, counted(file.count(), "check") + " written to " + to.string());
    return file.damagedEditions().empty() && file.damagedChecks().empty() ? 0 : 1;
}

} // namespace parallax::app
