// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/known_documents.h"

#include "data/store/asked_reading.h"
#include "data/store/edition_metadata.h"
#include "data/store/reading_digest.h"
#include "data/store/statement.h"

namespace parallax::data {

KnownDocuments::KnownDocuments(const std::filesystem::path& library) {
    try {
        m_library = std::make_unique<Library>(library, Library::Mode::ReadOnly);
    } catch (const Error&) {
    }
}

KnownDocuments::~KnownDocuments() = default;

std::vector<ImportedArticle> KnownDocuments::find(const std::string& sha256, std::string_view raw,
                                                  const std::string& location) {
    std::vector<ImportedArticle> known;
    if (!m_library)
        return known;
    Statement row(*m_library,
                  "SELECT edition.article_id, edition.id, edition.title, edition.table_count, "
                  "edition.metadata, document.raw = ?2 FROM document JOIN edition "
                  "ON edition.document_id = document.id WHERE document.sha256 = ?1 ORDER BY edition.id");
    row.bind(sha256).bindBlob(raw);
    while (row.step()) {
        if (row.integer(5) == 0 || !isReadingWhole(*m_library, row.integer(1)))
            return {};
        Article article;
        metadataFromJson(row.view(4), article);
        ImportedArticle imported;
        imported.saved = {row.integer(0), row.integer(1), ImportOutcome::Unchanged};
        imported.title = row.text(2);
        imported.location = location;
        imported.tables = row.number(3);
        imported.takeaways = static_cast<int>(article.takeaways.size());
        imported.questions = static_cast<int>(article.questions.size());
        imported.issues = std::move(article.issues);
        known.push_back(std::move(imported));
    }
    return known;
}

bool KnownDocuments::isRepaired(const std::string& sha256) {
    if (!m_library)
        return false;
    Statement row(*m_library, "SELECT edition.asked FROM document JOIN edition "
                              "ON edition.document_id = document.id WHERE document.sha256 = ?");
    for (row.bind(sha256); row.step();)
        if (hintsOf({}, row.view(0)).repairMojibake)
            return true;
    return false;
}

} // namespace parallax::data
