// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/correction_log.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "data/store/check_store.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

using Json = nlohmann::json;

constexpr std::string_view logColumns =
    "uid, article_id, language, undoes, kind, caption, header, ordinal, column_header, row_label, row_no, "
    "column_no, before, after, by_whom, at, why";

std::vector<std::string> headerFromJson(std::string_view text) {
    std::vector<std::string> header;
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_array())
        for (const Json& cell : json)
            header.push_back(cell.is_string() ? cell.get<std::string>() : std::string());
    return header;
}

LoggedCorrection readLogRow(const Statement& row) {
    LoggedCorrection logged;
    Correction& entry = logged.entry;
    entry.id = row.integer(0);
    logged.uid = row.text(1);
    entry.article = row.integer(2);
    entry.language = static_cast<Language>(std::clamp(row.number(3), 0, static_cast<int>(Language::Other)));
    logged.undoes = row.isNull(4) ? std::string() : row.text(4);
    entry.kind =
        static_cast<CorrectionKind>(std::clamp(row.number(5), 0, static_cast<int>(CorrectionKind::Unit)));
    CorrectionAnchor& anchor = entry.anchor;
    anchor.caption = row.text(6);
    anchor.header = headerFromJson(row.view(7));
    anchor.ordinal = row.number(8);
    anchor.columnHeader = row.text(9);
    anchor.rowLabel = row.text(10);
    anchor.row = row.number(11);
    anchor.column = row.number(12);
    entry.before = anchor.before = row.text(13);
    entry.after = row.text(14);
    entry.by = row.text(15);
    entry.at = row.text(16);
    entry.why = row.text(17);
    return logged;
}

} // namespace

bool hasCorrectionLog(Library& library) {
    return queryInteger(library,
                        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'table_correction')") != 0;
}

std::vector<LoggedCorrection> readCorrectionLog(Library& library, ArticleId article, Language language) {
    if (!hasCorrectionLog(library))
        return {};
    const std::string sql = "SELECT id, " + std::string(logColumns) +
                            " FROM table_correction WHERE article_id = ?1 AND (?2 = 0 OR language = ?2) "
                            "ORDER BY at, id";
    Statement row(library, sql);
    row.bind(article).bind(static_cast<int>(language));
    std::vector<LoggedCorrection> log;
    while (row.step())
        log.push_back(readLogRow(row));
    return log;
}

CorrectionId writeCorrection(Library& library, const LoggedCorrection& logged) {
    const std::string sql = "INSERT INTO table_correction (" + std::string(logColumns) +
                            ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";
    const Correction& entry = logged.entry;
    const std::string header = Json(entry.anchor.header).dump(-1, ' ', false, Json::error_handler_t::replace);
    Statement insert(library, sql);
    insert.bind(logged.uid).bind(entry.article).bind(static_cast<int>(entry.language));
    if (logged.undoes.empty())
        insert.bindNull();
    else
        insert.bind(logged.undoes);
    insert.bind(static_cast<int>(entry.kind)).bind(entry.anchor.caption).bind(header);
    insert.bind(entry.anchor.ordinal).bind(entry.anchor.columnHeader).bind(entry.anchor.rowLabel);
    insert.bind(entry.anchor.row).bind(entry.anchor.column).bind(entry.before).bind(entry.after);
    insert.bind(entry.by).bind(entry.at).bind(entry.why);
    return insert.insert();
}

bool hasCorrection(Library& library, const std::string& uid) {
    Statement row(library, "SELECT 1 FROM table_correction WHERE uid = ?");
    return row.bind(uid).step();
}

void mergeCorrections(Library& target, ArticleId here, Library& source, ArticleId there) {
    bool any = false;
    for (LoggedCorrection& logged : readCorrectionLog(source, there, Language::Unknown)) {
        if (hasCorrection(target, logged.uid))
            continue;
        logged.entry.article = here;
        writeCorrection(target, logged);
        any = true;
    }
    if (!any)
        return;
    std::vector<EditionId> editions;
    Statement row(target, "SELECT id FROM edition WHERE article_id = ?");
    for (row.bind(here); row.step();)
        editions.push_back(row.integer(0));
    row.rewind();
    for (const EditionId edition : editions)
        target.checks().invalidate(edition);
}

void resolveUndone(std::vector<LoggedCorrection>& log) {
    std::unordered_map<std::string, CorrectionId> ids;
    for (const auto& logged : log)
        ids.emplace(logged.uid, logged.entry.id);
    // Backwards: what takes something back is later than that, and may have been taken back before.
    std::unordered_set<std::string> undone;
    for (auto logged = log.rbegin(); logged != log.rend(); ++logged) {
        const bool gone = undone.contains(logged->uid);
        logged->entry.state = gone ? CorrectionState::Undone : CorrectionState::Applies;
        if (logged->undoes.empty())
            continue;
        const auto target = ids.find(logged->undoes);
        logged->entry.undoes = target != ids.end() ? target->second : 0;
        if (!gone)
            undone.insert(logged->undoes);
    }
}

} // namespace parallax::data
