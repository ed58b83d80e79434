// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/reading_digest.h"

#include <set>

#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/store/recipe.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::string_view digestSetting = "reading_digest";
constexpr std::string_view readingDigestVersion = "1"; // raised with any change of the recipe below

// Of a row of edition. Left out is what changes without another reading: version, time, document. A text that
// is NULL is the document's bytes, which have a digest of their own.
const std::string& digestOfEdition() {
    static const std::string sql =
        "row_digest(edition.language, edition.title, edition.metadata, edition.text, edition.table_count, "
        "edition.block_count, edition.row_blocks, "
        "(SELECT rows_digest(block.ordinal, block.kind, block.language, block.span_begin, block.span_end, "
        "block.text_begin, block.text_end, block.level, block.number, block.table_no, block.marks, "
        "block.text) FROM block WHERE block.edition_id = edition.id), "
        "(SELECT rows_digest(t.ordinal, t.block, t.row_count, t.column_count, t.caption, t.content) "
        "FROM article_table AS t WHERE t.edition_id = edition.id))";
    return sql;
}

} // namespace

void saveReadingDigest(Library& library, EditionId id) {
    static const std::string sql = "INSERT OR REPLACE INTO edition_digest (edition_id, digest) SELECT id, " +
                                   digestOfEdition() + " FROM edition WHERE id = ?";
    Statement(library, sql).bind(id).run();
}

std::optional<std::int64_t> keptReadingDigest(Library& library, EditionId id) {
    Statement row(library, "SELECT digest FROM edition_digest WHERE edition_id = ?");
    return row.bind(id).step() ? std::optional(row.integer(0)) : std::nullopt;
}

bool isReadingWhole(Library& library, EditionId id) {
    static const std::string sql =
        "SELECT edition_digest.digest = " + digestOfEdition() +
        " FROM edition JOIN edition_digest ON edition_digest.edition_id = edition.id WHERE edition.id = ?";
    Statement row(library, sql);
    return !row.bind(id).step() || row.integer(0) != 0;
}

bool isEditionWhole(Library& library, EditionId id) {
    Statement row(library, "SELECT document.sha256, document.raw FROM edition "
                           "JOIN document ON document.id = edition.document_id WHERE edition.id = ?");
    return isReadingWhole(library, id) && (!row.bind(id).step() || sha256Hex(row.view(1)) == row.view(0));
}

std::string changedReadings(Library& library, int most) {
    static const std::string sql =
        "SELECT document.origin, edition.article_id, edition.language FROM edition "
        "JOIN edition_digest ON edition_digest.edition_id = edition.id "
        "JOIN document ON document.id = edition.document_id WHERE edition_digest.digest <> " +
        digestOfEdition() + " LIMIT ?";
    Statement row(library, sql);
    row.bind(most);
    std::string lines;
    while (row.step()) {
        const std::string origin = visibleUtf8(row.view(0));
        const std::string_view tag = languageTag(static_cast<Language>(row.number(2)));
        lines += (lines.empty() ? "" : "\n") + ("what was made of " + origin) +
                 " is not what was stored (article " + std::to_string(row.integer(1)) +
                 (tag.empty() ? "" : ", " + std::string(tag)) +
                 "); importing it again or `parallax library reread` mends it";
    }
    return lines;
}

std::vector<DamagedEdition> damagedEditions(Library& library) {
    std::set<std::int64_t> documents; // one can have brought many articles
    for (Statement row(library, "SELECT id, sha256, raw FROM document"); row.step();)
        if (sha256Hex(row.view(2)) != row.view(1))
            documents.insert(row.integer(0));
    static const std::string sql =
        "SELECT edition.id, edition.article_id, edition.language, edition.title, edition.document_id, "
        "edition_digest.digest <> " +
        digestOfEdition() +
        " FROM edition LEFT JOIN edition_digest ON edition_digest.edition_id = edition.id "
        "ORDER BY edition.article_id, edition.id";
    std::vector<DamagedEdition> damaged;
    for (Statement row(library, sql); row.step();)
        if (row.integer(5) != 0 || documents.contains(row.integer(4)))
            damaged.push_back(
                {row.integer(0), row.integer(1), static_cast<Language>(row.number(2)), row.text(3)});
    return damaged;
}

bool readingDigestsAreOutdated(Library& library) {
    return recipeIsOutdated(library, digestSetting, readingDigestVersion);
}

void fillReadingDigests(Library& library) {
    static const std::string sql = "INSERT OR REPLACE INTO edition_digest (edition_id, digest) SELECT id, " +
                                   digestOfEdition() + " FROM edition";
    Statement(library, sql).run();
    keepRecipe(library, digestSetting, readingDigestVersion);
}

} // namespace parallax::data
