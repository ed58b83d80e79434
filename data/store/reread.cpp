// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/reread.h"

#include <set>
#include <string>

#include "data/article/identity.h"
#include "data/ingest/encoding.h"
#include "data/store/annotation_digest.h"
#include "data/store/asked_reading.h"
#include "data/store/check_digest.h"
#include "data/store/document_keys.h"
#include "data/store/edition_metadata.h"
#include "data/store/edition_rows.h"
#include "data/store/index_check.h"
#include "data/store/reading_digest.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

struct KeptEdition {
    EditionId id = 0;
    ArticleId article = 0;
    std::string key, asked;
};

std::vector<KeptEdition> editionsOf(Library& library, std::int64_t document) {
    Statement row(library, "SELECT edition.id, article.id, article.key, edition.asked FROM edition "
                           "JOIN article ON article.id = edition.article_id WHERE edition.document_id = ?");
    row.bind(document);
    std::vector<KeptEdition> editions;
    while (row.step())
        editions.push_back({row.integer(0), row.integer(1), row.text(2), row.text(3)});
    return editions;
}

// All that a reading consists of, in one text.
std::string readingOf(const Article& article) {
    std::string out = metadataToJson(article) + article.title + '\n' + article.text + '\n';
    const auto number = [&](std::size_t n) { out += std::to_string(n) + ' '; };
    for (const Block& block : article.blocks) {
        number(static_cast<std::size_t>(block.kind));
        number(static_cast<std::size_t>(block.level));
        number(static_cast<std::size_t>(block.language));
        number(block.span.begin);
        number(block.span.end);
        out += block.text + '\n';
    }
    for (const Table& table : article.tables)
        out += tableToJson(table) + '\n';
    return out;
}

class Rereader {
  public:
    Rereader(Library& library, const ParserProcess::Settings& settings, const std::stop_token& stop)
        : m_library(library)
        , m_parser(settings)
        , m_stop(stop) {}

    void read(std::int64_t document) {
        std::string raw, origin, hash;
        {
            Statement row(m_library, "SELECT raw, origin, sha256 FROM document WHERE id = ?");
            if (!row.bind(document).step())
                return; // removed meanwhile
            raw = row.text(0);
            origin = row.text(1);
            hash = row.text(2);
        }
        if (sha256Hex(raw) != hash) { // what was made of the sound bytes is better than what these would give
            report.failures.push_back(
                {origin, Error(ErrorCode::FileUnreadable,
                               {origin, "the bytes kept of it are not those that were imported", "kept"})});
            return;
        }
        try {
            std::set<std::string> asked; // nearly always one
            for (const KeptEdition& edition : editionsOf(m_library, document))
                asked.insert(edition.asked);
            for (const std::string& one : asked)
                readAs(one, document, raw, origin, hash);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::Cancelled || error.code() == ErrorCode::DiskFull ||
                error.code() == ErrorCode::LibraryBusy || error.code() == ErrorCode::LibraryDamaged)
                throw;
            report.failures.push_back({origin, error});
        }
    }

    RereadReport report;

  private:
    void readAs(const std::string& asked, std::int64_t document, const std::string& raw,
                const std::string& origin, const std::string& hash) {
        const Document parsed = m_parser.parse(raw, hintsOf(origin, asked), m_stop);
        std::vector<StoredForm> forms;
        forms.reserve(parsed.articles.size());
        for (const Article& article : parsed.articles) {
            forms.push_back(storedForm(article, parsed, hash, origin));
            forms.back().asked = asked;
        }
        keepItemsApart(parsed, forms);
        Transaction transaction(m_library);
        const std::vector<KeptEdition> editions = editionsOf(m_library, document);
        const bool alone = editions.size() == 1 && forms.size() == 1;
        for (const KeptEdition& edition : editions) {
            if (edition.asked != asked)
                continue;
            for (std::size_t i = 0; i < forms.size(); ++i)
                if (alone || forms[i].key == edition.key) {
                    take(edition, parsed.articles[i], forms[i], raw);
                    break;
                }
        }
        transaction.commit();
    }

    void take(const KeptEdition& edition, Article article, const StoredForm& form, const std::string& raw) {
        const Article before = loadEdition(m_library, edition.id);
        if (article.title.empty() || isLostTitle(article.title))
            article.title = before.title; // was made of its first words, or of its file's name
        const bool same = readingOf(article) == readingOf(before) && isReadingWhole(m_library, edition.id);
        if (same || !replaceReading(m_library, edition.article, edition.id, article, form, raw)) {
            ++report.same;
            return;
        }
        report.changed.push_back(edition.article);
    }

    Library& m_library;
    ParserProcess m_parser;
    std::stop_token m_stop;
};

} // namespace

RereadReport rereadAll(Library& library, const ParserProcess::Settings& parser, const std::stop_token& stop,
                       const ProgressCallback& progress) {
    if (library.openedReadOnly())
        throw library.readOnlyError();
    std::vector<std::int64_t> documents;
    {
        Statement row(library, "SELECT DISTINCT document_id FROM edition ORDER BY document_id");
        while (row.step())
            documents.push_back(row.integer(0));
    }
    Rereader rereader(library, parser, stop);
    const auto total = static_cast<std::int64_t>(documents.size());
    for (std::int64_t done = 0; done < total; ++done) {
        throwIfStopped(stop);
        rereader.read(documents[static_cast<std::size_t>(done)]);
        if (progress)
            progress({done + 1, total, {}});
    }
    {
        Transaction transaction(library);
        rereader.report.mended = mendArticles(library);
        transaction.commit();
    }
    IndexMending index = mendIndex(library);
    rereader.report.indexMade = index.made;
    rereader.report.indexLeft = index.left;
    rereader.report.damagedWork = changedAnnotationLines(library, 10);
    rereader.report.disputedNotes = std::move(index.disputed);
    rereader.report.checksForgotten = forgetChangedChecks(library);
    return std::move(rereader.report);
}

} // namespace parallax::data
