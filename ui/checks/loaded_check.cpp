// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/loaded_check.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "data/store/article_store.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

constexpr qsizetype longestSentence = 400;
constexpr qsizetype searchedText = 20'000; // of a block: beyond that lies no sentence a person would read

// The editions that the evidence stands in, each read once.
class Editions {
  public:
    explicit Editions(data::Library& library)
        : m_library(library) {}

    const data::StoredArticle* get(data::ArticleId article, data::EditionId edition) {
        const auto known = m_known.find({article, edition});
        if (known != m_known.end())
            return known->second ? &*known->second : nullptr;
        auto& place = m_known[{article, edition}];
        try {
            place = m_library.articles().load(article);
            if (edition != 0 && place->edition.id != edition)
                for (const data::EditionRow& row : std::vector(place->editions))
                    if (row.id == edition)
                        place = m_library.articles().load(article, row.language);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::Cancelled)
                throw;
            place.reset(); // removed meanwhile: its quotation is all there is
        }
        return place ? &*place : nullptr;
    }

  private:
    data::Library& m_library;
    std::map<std::pair<data::ArticleId, data::EditionId>, std::optional<data::StoredArticle>> m_known;
};

QString cellWords(const data::Table& table, const data::Evidence& evidence, int& begin, int& end) {
    const auto textAt = [](const std::vector<data::Cell>& cells, int column) {
        return column >= 0 && static_cast<std::size_t>(column) < cells.size()
                   ? fromUtf8(cells[static_cast<std::size_t>(column)].text).simplified()
                   : QString();
    };
    const bool header = evidence.row < 0;
    if (!header && static_cast<std::size_t>(evidence.row) >= table.rows.size())
        return {};
    const QString column = textAt(table.header, evidence.column);
    const QString cell =
        header ? column : textAt(table.rows[static_cast<std::size_t>(evidence.row)], evidence.column);
    QStringList before;
    if (!header) {
        const QString label = textAt(table.rows[static_cast<std::size_t>(evidence.row)], 0);
        if (evidence.column > 0 && !label.isEmpty())
            before << label;
        if (!column.isEmpty())
            before << column;
    }
    QString words = before.join(QStringLiteral(" · "));
    if (!words.isEmpty())
        words += QStringLiteral(": ");
    const QString quote = fromUtf8(evidence.quote).simplified();
    const qsizetype at = cell.indexOf(quote);
    begin = static_cast<int>(words.size() + std::max<qsizetype>(at, 0));
    end = static_cast<int>(at < 0 ? words.size() + cell.size() : begin + quote.size());
    return words + cell;
}

EvidenceText evidenceText(const data::StoredCheck& check, const data::Evidence& evidence,
                          Editions& editions) {
    EvidenceText result;
    result.quote = fromUtf8(evidence.quote).simplified();
    result.sentence = result.quote;
    result.end = static_cast<int>(result.sentence.size());
    result.elsewhere = evidence.article != 0 && evidence.article != check.article;
    const data::ArticleId article = evidence.article != 0 ? evidence.article : check.article;
    const data::EditionId edition = evidence.edition != 0 ? evidence.edition
                                    : result.elsewhere    ? 0
                                                          : check.edition;
    result.article = article;
    result.edition = edition;
    result.reader = {QStringLiteral("library"),
                     {{QStringLiteral("article"), qint64{article}},
                      {QStringLiteral("block"), evidence.block},
                      {QStringLiteral("edition"), qint64{edition}},
                      {QStringLiteral("quote"), fromUtf8(evidence.quote)}}};
    if (evidence.table >= 0 && evidence.column >= 0) {
        result.reader.detail.insert(QStringLiteral("row"), evidence.row);
        result.reader.detail.insert(QStringLiteral("column"), evidence.column);
    }
    const data::StoredArticle* stored = editions.get(article, edition);
    if (stored == nullptr)
        return result;
    result.articleTitle =
        nameFromUtf8(stored->edition.title.empty() ? stored->row.title : stored->edition.title);
    result.source = nameFromUtf8(stored->article.source);
    if (!stored->article.archiveMonth.empty())
        result.month = formatMonth(stored->article.archiveMonth);
    result.language = stored->edition.language;
    const auto& tables = stored->article.tables;
    if (evidence.table >= 0 && static_cast<std::size_t>(evidence.table) < tables.size()) {
        result.table = {QStringLiteral("tables"),
                        {{QStringLiteral("article"), qint64{article}},
                         {QStringLiteral("edition"), qint64{edition}},
                         {QStringLiteral("index"), evidence.table}}};
        if (evidence.column >= 0) {
            int begin = 0;
            int end = 0;
            const QString words =
                cellWords(tables[static_cast<std::size_t>(evidence.table)], evidence, begin, end);
            if (!words.isEmpty()) {
                result.cell = true;
                result.sentence = words;
                result.begin = begin;
                result.end = end;
                return result;
            }
        }
    }
    const auto& blocks = stored->article.blocks;
    if (evidence.block < 0 || static_cast<std::size_t>(evidence.block) >= blocks.size())
        return result;
    const data::Block& block = blocks[static_cast<std::size_t>(evidence.block)];
    const QString text = fromUtf8(block.text).left(searchedText);
    const std::size_t offset =
        evidence.span.begin > block.span.begin ? evidence.span.begin - block.span.begin : 0;
    const auto hint =
        fromUtf8(std::string_view(block.text).substr(0, std::min(offset, block.text.size()))).size();
    const QString quote = fromUtf8(evidence.quote);
    const qsizetype at = placeOfQuote(text, quote, hint);
    if (at < 0)
        return result;
    const SentencePart part = sentenceAround(text, at, quote.size());
    result.sentence = part.text;
    result.begin = part.begin;
    result.end = part.end;
    return result;
}

// What another edition says alike: its claim, and of a contradiction what it contradicts there.
void addEdition(LoadedCheck& loaded, const data::StoredCheck& same, Editions& editions) {
    const auto known = [&loaded](const EvidenceText& text) {
        const auto stands = [&text](const EvidenceText& one) {
            return one.article == text.article && one.edition == text.edition;
        };
        return std::any_of(loaded.evidence.begin(), loaded.evidence.end(), stands) ||
               std::any_of(loaded.editions.begin(), loaded.editions.end(), stands);
    };
    for (const data::Evidence& evidence : same.check.statement) {
        if (EvidenceText text = evidenceText(same, evidence, editions); !known(text))
            loaded.editions.push_back(std::move(text));
    }
}

} // namespace

qsizetype placeOfQuote(const QString& text, const QString& quote, qsizetype hint) {
    if (quote.isEmpty())
        return -1;
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
        if (best < 0 || std::abs(at - hint) < std::abs(best - hint))
            best = at;
    return best;
}

SentencePart sentenceAround(const QString& text, qsizetype at, qsizetype length) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, text);
    finder.setPosition(at);
    qsizetype begin = finder.isAtBoundary() ? at : finder.toPreviousBoundary();
    finder.setPosition(std::min(at + std::max<qsizetype>(length, 1), text.size()));
    qsizetype end = finder.isAtBoundary() ? finder.position() : finder.toNextBoundary();
    begin = std::max<qsizetype>(begin, 0);
    if (end < 0)
        end = text.size();
    QString before;
    QString after;
    if (end - begin > longestSentence) {
        const qsizetype room = std::max<qsizetype>(0, (longestSentence - length) / 2);
        if (at - begin > room) {
            begin = at - room;
            before = QStringLiteral("…");
        }
        if (end - (at + length) > room) {
            end = at + length + room;
            after = QStringLiteral("…");
        }
    }
    while (begin < at && text[begin].isSpace())
        ++begin;
    while (end > at + length && text[end - 1].isSpace())
        --end;
    if (begin > 0 && begin < text.size() && text[begin].isLowSurrogate())
        --begin;
    if (end < text.size() && end > 0 && text[end - 1].isHighSurrogate())
        ++end;
    SentencePart part;
    part.text = before + text.mid(begin, end - begin) + after;
    part.text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    part.begin = static_cast<int>(at - begin + before.size());
    part.end = static_cast<int>(part.begin + length);
    return part;
}

LoadedCheck loadCheck(data::Library& library, data::CheckId id) {
    LoadedCheck loaded;
    try {
        loaded.check = library.checks().load(id);
        Editions editions(library);
        for (const data::Evidence& evidence : loaded.check->check.statement)
            loaded.evidence.push_back(evidenceText(*loaded.check, evidence, editions));
        for (const data::CheckEdition& same : loaded.check->editions)
            if (same.check != id)
                addEdition(loaded, library.checks().load(same.check), editions);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        loaded.error = error;
    }
    return loaded;
}

} // namespace parallax::ui
