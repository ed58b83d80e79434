// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_digest.h"

#include "base/utf8.h"
#include "data/store/article_store.h"
#include "data/store/recipe.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

constexpr std::string_view checkDigestSetting = "check_digest";
constexpr std::string_view checkDigestVersion = "1"; // raised with any change of the columns

struct DigestedTable {
    std::string name;
    std::string columns;
};

const std::vector<DigestedTable>& digestedTables() {
    static const std::vector<DigestedTable> tables = {{"check_result", checkDigestColumns},
                                                      {"check_words", wordsDigestColumns},
                                                      {"fact", factDigestColumns}};
    return tables;
}

std::string changedRows(const DigestedTable& table) {
    return " FROM " + table.name + " WHERE digest <> row_digest(" + table.columns + ")";
}

} // namespace

bool isCheckWhole(Library& library, std::int64_t check) {
    static const std::string sql =
        std::string("SELECT digest = row_digest(") + checkDigestColumns + ") FROM check_result WHERE id = ?";
    Statement row(library, sql);
    return !row.bind(check).step() || row.isNull(0) || row.integer(0) != 0;
}

std::string changedChecks(Library& library, int most) {
    static const std::string sql = [] {
        std::string all;
        for (const DigestedTable& table : digestedTables())
            all += (all.empty() ? "SELECT edition_id AS at" : " UNION ALL SELECT edition_id AS at") +
                   changedRows(table);
        // Of one edition, or of a comparison across articles (none), one line is enough.
        return "SELECT edition.article_id, edition.language, edition.title FROM "
               "(SELECT DISTINCT at FROM (" +
               all + ")) LEFT JOIN edition ON edition.id = at ORDER BY edition.article_id LIMIT ?";
    }();
    Statement row(library, sql);
    row.bind(most);
    std::string lines;
    while (row.step()) {
        const std::string_view tag = languageTag(static_cast<Language>(row.number(1)));
        const std::string whose = row.isNull(0) ? std::string("across articles")
                                                : "in " + visibleUtf8(row.view(2)) + " (article " +
                                                      std::to_string(row.integer(0)) +
                                                      (tag.empty() ? "" : ", " + std::string(tag)) + ")";
        lines += (lines.empty() ? "" : "\n") + ("what was checked " + whose) +
                 " is not what was stored; `parallax library reread` has it checked again";
    }
    return lines;
}

bool forgetChangedChecks(Library& library) {
    Transaction transaction(library);
    bool changed = false;
    for (const DigestedTable& table : digestedTables())
        changed = changed || queryInteger(library, "SELECT EXISTS (SELECT 1" + changedRows(table) + ")") != 0;
    if (!changed)
        return false;
    // All of it: a row whose edition or severity flipped was counted with another one, and nothing tells with
    // which.
    execute(library, "DELETE FROM check_result; DELETE FROM check_words; DELETE FROM fact; "
                     "DELETE FROM fact_waiting; "
                     "UPDATE edition_check SET green = 0, amber = 0, red = 0, grey = 0, settled = 0, "
                     "engine = 0, generation = generation + 1");
    transaction.commit();
    return true;
}

bool checkDigestsAreOutdated(Library& library) {
    return recipeIsOutdated(library, checkDigestSetting, checkDigestVersion);
}

void fillCheckDigests(Library& library) {
    for (const DigestedTable& table : digestedTables())
        execute(library, "UPDATE " + table.name + " SET digest = row_digest(" + table.columns + ")");
    keepRecipe(library, checkDigestSetting, checkDigestVersion);
}

} // namespace parallax::data
