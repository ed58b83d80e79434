// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/versions.h"

#include "data/store/asked_reading.h"
#include "data/store/edition_rows.h"
#include "data/store/statement.h"
#include "data/store/stored_form.h"

namespace parallax::data {

std::vector<EditionVersion> versionsOf(Library& library, ArticleId article) {
    Statement row(library,
                  "SELECT edition.id, language, edition.version, 1, edition.imported_at, origin FROM edition "
                  "JOIN document ON document.id = edition.document_id WHERE article_id = ?1 UNION ALL "
                  "SELECT edition.id, language, edition_version.version, 0, edition_version.imported_at, "
                  "origin FROM edition JOIN edition_version ON edition_id = edition.id JOIN document ON "
                  "document.id = edition_version.document_id WHERE article_id = ?1 ORDER BY 1, 3 DESC");
    row.bind(article);
    std::vector<EditionVersion> versions;
    while (row.step())
        versions.push_back({row.integer(0), static_cast<Language>(row.number(1)), row.number(2),
                            row.number(3) == 1, row.text(4), row.text(5)});
    return versions;
}

Article readVersion(Library& library, const ParserProcess::Settings& parser, const EditionVersion& version,
                    const std::stop_token& stop) {
    if (version.newest)
        return loadEdition(library, version.edition);
    std::string raw, origin, documentHash, contentHash, asked;
    {
        Statement row(library,
                      "SELECT raw, origin, document.sha256, edition_version.sha256, asked "
                      "FROM edition_version JOIN document ON document.id = edition_version.document_id "
                      "WHERE edition_id = ? AND version = ?");
        if (!row.bind(version.edition).bind(version.version).step())
            throw Error(ErrorCode::ArticleNotFound,
                        {std::to_string(version.edition) + ", version " + std::to_string(version.version)});
        raw = row.text(0);
        origin = row.text(1);
        documentHash = row.text(2);
        contentHash = row.text(3);
        asked = row.text(4);
    }
    Document document = ParserProcess(parser).parse(raw, hintsOf(origin, asked), stop);
    for (Article& article : document.articles)
        if (document.articles.size() == 1 ||
            storedForm(article, document, documentHash, origin).contentHash == contentHash)
            return std::move(article);
    throw Error(ErrorCode::DocumentMalformed, {origin, "0", "the article is not found in its feed again"});
}

} // namespace parallax::data
