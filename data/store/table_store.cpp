// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/table_store.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "data/article/fold.h"
#include "data/quantity/taiwan_dollar.h"
#include "data/store/correction_store.h"
#include "data/store/edition_metadata.h"
#include "data/store/market_figures.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::string_view selectTables =
    "SELECT t.id, article.id, edition.id, t.ordinal, t.block, t.caption, "
    "COALESCE(NULLIF(edition.title, ''), article.title), source.name, "
    "article.archive_month, edition.language, t.row_count, t.column_count, t.content, article.title "
    "FROM article JOIN edition ON edition.article_id = article.id JOIN article_table AS t ON t.edition_id = "
    "edition.id LEFT JOIN source ON source.id = article.source_id ";
constexpr int contentColumn = 12;
constexpr int articleTitleColumn = 13;

constexpr std::string_view newestFirst = "ORDER BY article.day DESC, article.id DESC, edition.id, t.ordinal ";
constexpr std::string_view bySource =
    "ORDER BY source.name COLLATE NOCASE, article.day DESC, article.id DESC, "
    "edition.id, t.ordinal ";

std::string_view orderBy(TableOrder order) {
    return order == TableOrder::Source ? bySource : newestFirst;
}

// Of the editions that have tables the one to read: in the language itself, else in the other Chinese script,
// else the first.
std::string ofReading(Language reading) {
    if (reading == Language::Unknown)
        return {};
    const Language other = reading == Language::TraditionalChinese  ? Language::SimplifiedChinese
                           : reading == Language::SimplifiedChinese ? Language::TraditionalChinese
                                                                    : reading;
    const auto number = [](Language language) { return std::to_string(static_cast<int>(language)); };
    return "edition.id = (SELECT e.id FROM edition AS e WHERE e.article_id = edition.article_id AND "
           "e.table_count > 0 "
           "ORDER BY CASE e.language WHEN " +
           number(reading) + " THEN 0 WHEN " + number(other) + " THEN 1 ELSE 2 END, e.id LIMIT 1) ";
}

TableRow readRow(const Statement& row) {
    TableRow table;
    table.id = row.integer(0);
    table.article = row.integer(1);
    table.edition = row.integer(2);
    table.index = row.number(3);
    table.block = row.number(4);
    table.caption = row.text(5);
    table.articleTitle = row.text(6);
    table.source = row.text(7);
    table.archiveMonth = row.text(8);
    table.language = static_cast<Language>(row.number(9));
    table.rows = row.number(10);
    table.columns = row.number(11);
    return table;
}

// The tables of one edition come one after the other: its text is looked at once.
class TableReader {
  public:
    explicit TableReader(Library& library)
        : m_text(library, "SELECT coalesce(edition.text, document.raw) FROM edition JOIN document "
                          "ON document.id = edition.document_id WHERE edition.id = ?") {}

    StoredTable read(const Statement& row) {
        StoredTable stored{readRow(row), tableFromJson(row.view(contentColumn), row.view(5))};
        if (stored.row.edition != m_edition) {
            m_edition = stored.row.edition;
            m_taiwanese = m_text.bind(m_edition).step() && speaksOfTaiwanDollars(m_text.view(0));
            m_text.rewind();
        }
        stored.row.taiwanese = m_taiwanese;
        return stored;
    }

  private:
    Statement m_text;
    EditionId m_edition = 0;
    bool m_taiwanese = false;
};

std::string select(std::string_view rest) {
    return std::string(selectTables) + std::string(rest);
}

std::string where(const std::string& condition) {
    return condition.empty() ? condition : "WHERE " + condition;
}

std::vector<std::u32string> wordsOf(const std::string& text) {
    std::vector<std::u32string> words(1);
    for (const char32_t c : foldText(text)) {
        if (c > U' ')
            words.back().push_back(c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

bool containsAll(std::u32string_view text, const std::vector<std::u32string>& words) {
    return std::ranges::all_of(
        words, [&](const std::u32string& word) { return text.find(word) != std::u32string_view::npos; });
}

// Whether caption, headers, cells and both titles, the edition's and the article's, have all the words. The
// stored JSON holds the cells' texts among other things: what it lacks they lack, so most tables are told
// without being parsed.
bool matches(const Statement& row, const std::vector<std::u32string>& words) {
    std::u32string text = foldText(row.view(5));
    text += U'\n';
    text += foldText(row.view(6));
    text += U'\n';
    text += foldText(row.view(articleTitleColumn));
    text += U'\n';
    const std::size_t head = text.size();
    text += foldText(row.view(contentColumn));
    // A quotation mark or backslash is written otherwise in JSON.
    const bool plain = std::ranges::none_of(words, [](const std::u32string& word) {
        return word.find_first_of(U"\"\\") != std::u32string::npos;
    });
    if (plain && !containsAll(text, words))
        return false;
    text.resize(head);
    const Table table = tableFromJson(row.view(contentColumn), row.view(5));
    const auto add = [&](const std::vector<Cell>& cells) {
        for (const Cell& cell : cells) {
            text += foldText(cell.text);
            text += U'\n';
        }
    };
    add(table.header);
    for (const auto& cells : table.rows)
        add(cells);
    return containsAll(text, words);
}

int yearOf(std::string_view month) {
    int year = 0;
    std::from_chars(month.data(), month.data() + std::min<std::size_t>(month.size(), 4), year);
    return year;
}

} // namespace

TableStore::TableStore(Library& library)
    : m_library(library) {}

// Ids that pass the filter, kept for the next page and the count: the list asks for them at every scroll.
const std::vector<TableId>& TableStore::matching(const std::string& text, TableOrder order,
                                                 Language reading) {
    const std::int64_t change = m_library.changeCounter();
    if (m_matchingText == text && m_matchingOrder == order && m_matchingReading == reading &&
        m_matchingChange == change)
        return m_matching;
    const std::vector<std::u32string> words = wordsOf(text);
    std::vector<TableId> ids;
    const std::string sql = select(where(ofReading(reading)) + std::string(orderBy(order)));
    Statement row(m_library, sql);
    while (row.step())
        if (matches(row, words))
            ids.push_back(row.integer(0));
    m_matching = std::move(ids);
    m_matchingText = text;
    m_matchingOrder = order;
    m_matchingReading = reading;
    m_matchingChange = change;
    return m_matching;
}

std::vector<TableRow> TableStore::list(const std::string& text, std::int64_t offset, std::int64_t limit,
                                       TableOrder order, Language reading) {
    std::vector<TableRow> rows;
    if (wordsOf(text).empty()) {
        std::string sql = select(where(ofReading(reading)) + std::string(orderBy(order)));
        sql += "LIMIT ? OFFSET ?";
        Statement row(m_library, sql);
        row.bind(std::max<std::int64_t>(limit, 0)).bind(std::max<std::int64_t>(offset, 0));
        while (row.step())
            rows.push_back(readRow(row));
        return rows;
    }
    const std::vector<TableId>& ids = matching(text, order, reading);
    const std::string sql = select("WHERE t.id = ?");
    Statement row(m_library, sql);
    for (std::size_t i = static_cast<std::size_t>(std::max<std::int64_t>(offset, 0));
         i < ids.size() && rows.size() < static_cast<std::size_t>(std::max<std::int64_t>(limit, 0)); ++i) {
        if (row.bind(ids[i]).step())
            rows.push_back(readRow(row));
        row.rewind();
    }
    return rows;
}

std::int64_t TableStore::count(const std::string& text, Language reading) {
    if (wordsOf(text).empty())
        return queryInteger(m_library, "SELECT coalesce(sum(edition.table_count), 0) FROM edition " +
                                           where(ofReading(reading)));
    const TableOrder order = m_matchingText == text ? m_matchingOrder : TableOrder::NewestFirst;
    return static_cast<std::int64_t>(matching(text, order, reading).size());
}

std::vector<StoredTable> TableStore::ofArticle(ArticleId id) {
    const std::string sql = select("WHERE article.id = ? ORDER BY edition.id, t.ordinal");
    Statement row(m_library, sql);
    row.bind(id);
    std::vector<StoredTable> tables;
    TableReader reader(m_library);
    while (row.step())
        tables.push_back(reader.read(row));
    return tables;
}

StoredTable TableStore::load(TableId id) {
    const std::string sql = select("WHERE t.id = ?");
    Statement row(m_library, sql);
    if (!row.bind(id).step())
        throw parallax::Error(ErrorCode::TableNotFound, {std::to_string(id)});
    return TableReader(m_library).read(row);
}

// After each import the figures are asked for again, and reading every table of a large library takes
// seconds: so a table is read once, and afterwards only the index is walked to see which are new.
std::vector<MarketFigure> TableStore::marketFigures() {
    std::unordered_map<TableId, KnownFigures> known;
    std::vector<TableId> stating;
    {
        // Corrections change what a table states and not its version: the log grows instead.
        const std::map<ArticleId, std::int64_t> logs = m_library.corrections().logSizes();
        Statement row(m_library,
                      // Without a month, what lay ahead is told by the year in which it was imported.
                      "SELECT t.id, edition.version, coalesce(nullif(article.archive_month, ''), "
                      "nullif(article.day, ''), article.imported_at), article.id FROM article "
                      "JOIN edition ON edition.article_id = article.id "
                      "JOIN article_table AS t ON t.edition_id = edition.id "
                      "ORDER BY article.day DESC, article.id DESC, edition.id, t.ordinal");
        const std::string whole = select("WHERE t.id = ?");
        Statement content(m_library, whole);
        TableReader reader(m_library);
        while (row.step()) {
            const TableId id = row.integer(0);
            const int version = row.number(1), year = yearOf(row.view(2));
            const auto log = logs.find(row.integer(3));
            const std::int64_t corrections = log != logs.end() ? log->second : 0;
            KnownFigures table{version, year, corrections, {}};
            const auto before = m_figures.find(id);
            if (before != m_figures.end() && before->second.version == version &&
                before->second.year == year && before->second.corrections == corrections) {
                table = std::move(before->second);
                before->second.version = 0; // its figures are gone: an interruption must not leave it known
            } else {
                if (content.bind(id).step()) {
                    const StoredTable stored = reader.read(content);
                    const TypedTable typed = corrections > 0
                                                 ? m_library.corrections().typed(stored)
                                                 : typeTable(stored.table, tableContextOf(stored.row));
                    table.figures = marketFiguresOf(stored.table, typed, year);
                }
                content.rewind();
            }
            if (!table.figures.empty())
                stating.push_back(id);
            known.emplace(id, std::move(table));
        }
    }
    m_figures = std::move(known);
    std::vector<MarketFigure> figures;
    const std::string sql = select("WHERE t.id = ?");
    Statement row(m_library, sql);
    for (const TableId id : stating) {
        if (row.bind(id).step()) {
            const TableRow table = readRow(row);
            for (MarketFigure figure : m_figures[id].figures) {
                figure.table = table.id;
                figure.article = table.article;
                figure.block = table.block;
                figure.edition = table.edition;
                figure.language = table.language;
                figure.articleTitle = table.articleTitle;
                figure.source = table.source;
                figure.archiveMonth = table.archiveMonth;
                figures.push_back(std::move(figure));
            }
        }
        row.rewind();
    }
    return figures;
}

} // namespace parallax::data
