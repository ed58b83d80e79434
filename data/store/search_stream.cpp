// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/search_stream.h"

#include <algorithm>
#include <limits>

#include "data/store/search_index.h"
#include "data/store/sqlite_error.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::string_view findRows = "SELECT 1 FROM block_index WHERE block_index MATCH ?2 AND rowid <= ?3 "
                                      "AND parallax_rank(block_index, ?1) ORDER BY rowid DESC";

// Stepping over a row costs a tenth of a microsecond, starting anew at a place a tenth of a millisecond: it
// looks for each term in each of some ten segments of the index.
constexpr int stepsBeforeSeekOfTerm = 1000;
constexpr int stepsToLearn = 16;

constexpr std::int64_t lastRowOf(ArticleId article) {
    return indexRowId(article + 1, 0, 0) - 1;
}

// A statement taken from the library's cache, given back also when the stream's first step fails.
struct HeldStatement {
    explicit HeldStatement(Library& owner)
        : library(owner)
        , statement(owner.statements().take(findRows)) {}
    ~HeldStatement() { library.statements().giveBack(findRows, statement); }
    HeldStatement(const HeldStatement&) = delete;
    HeldStatement& operator=(const HeldStatement&) = delete;

    Library& library;
    sqlite3_stmt* statement;
};

// Alternatives of an expression; a phrase counts once.
int termsOf(std::string_view expression) {
    int terms = 1;
    for (std::size_t at = expression.find("\" OR \""); at != std::string_view::npos;
         at = expression.find("\" OR \"", at + 1))
        ++terms;
    return std::min(terms, 100);
}

class FtsStream : public RowStream {
  public:
    FtsStream(Library& library, std::string expression)
        : m_library(library)
        , m_expression(std::move(expression))
        // Starting anew repeats the gathering of a prefix's terms; such a stream is only stepped.
        , m_seekable(std::ranges::count(m_expression, '*') == 0)
        , m_stepsBeforeSeek(stepsBeforeSeekOfTerm * termsOf(m_expression))
        , m_held(library)
        , m_statement(m_held.statement) {
        start(std::numeric_limits<std::int64_t>::max());
    }
    bool valid() const override { return m_valid; }
    std::int64_t rowid() const override { return m_row.rowid; }
    double rank() const override { return m_row.rank; }

    void next() override {
        m_row.skipAbove = std::numeric_limits<std::int64_t>::max();
        step();
    }

    void moveTo(ArticleId article) override {
        const std::int64_t wanted = lastRowOf(article);
        if (!m_valid || m_row.rowid <= wanted)
            return;
        m_row.skipAbove = wanted;
        if (!m_seekable) {
            m_row.mostSkipped = std::numeric_limits<int>::max();
            step();
            return;
        }
        // The first steps tell how far the others would have to go.
        const ArticleId from = this->article();
        m_row.mostSkipped = stepsToLearn;
        step();
        if (!m_valid || m_row.rowid <= wanted)
            return;
        const auto passed = static_cast<double>(from - this->article() + 1);
        const double needed = static_cast<double>(this->article() - article) * stepsToLearn / passed;
        if (needed < m_stepsBeforeSeek) {
            m_row.mostSkipped = m_stepsBeforeSeek;
            step();
        }
        if (m_valid && m_row.rowid > wanted)
            start(wanted);
    }

    double spread() const override { return (m_articles + 1.0) / (m_rows + 1.0); }

  private:
    void start(std::int64_t from) {
        sqlite3_reset(m_statement);
        m_row.skipAbove = from;
        int code = sqlite3_bind_pointer(m_statement, 1, &m_row, rankPointerType, nullptr);
        if (code == SQLITE_OK)
            code = sqlite3_bind_text64(m_statement, 2, m_expression.data(), m_expression.size(),
                                       SQLITE_STATIC, SQLITE_UTF8);
        if (code == SQLITE_OK)
            code = sqlite3_bind_int64(m_statement, 3, from);
        if (code != SQLITE_OK)
            fail();
        m_valid = false;
        step();
    }

    void step() {
        const ArticleId before = m_row.rowid >> indexArticleShift;
        const bool counted = m_valid;
        m_row.skipped = 0;
        const int code = sqlite3_step(m_statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            fail();
        m_valid = code == SQLITE_ROW;
        if (counted && m_valid) { // seeks apart, rows seen and the articles they span
            m_rows += 1 + m_row.skipped;
            m_articles += static_cast<double>(before - (m_row.rowid >> indexArticleShift));
        }
    }

    [[noreturn]] void fail() const { throw sqliteError(m_library.path(), sqlite3_db_handle(m_statement)); }

    Library& m_library;
    std::string m_expression;
    bool m_seekable;
    int m_stepsBeforeSeek;
    RankCursor m_row;
    HeldStatement m_held; // after what is bound to it
    sqlite3_stmt* m_statement;
    bool m_valid = false;
    double m_rows = 0;
    double m_articles = 0;
};

class ArticleStream : public RowStream {
  public:
    explicit ArticleStream(std::vector<ArticleId> articles)
        : m_articles(std::move(articles)) {}

    bool valid() const override { return m_at < m_articles.size(); }
    std::int64_t rowid() const override { return lastRowOf(m_articles[m_at]); }
    double rank() const override { return 0; }
    void next() override { ++m_at; }

    void moveTo(ArticleId article) override {
        const auto begin = m_articles.begin() + static_cast<std::ptrdiff_t>(m_at);
        m_at = static_cast<std::size_t>(std::lower_bound(begin, m_articles.end(), article, std::greater<>()) -
                                        m_articles.begin());
    }

    double spread() const override { return 1; }

  private:
    std::vector<ArticleId> m_articles;
    std::size_t m_at = 0;
};

class UnionStream : public RowStream {
  public:
    explicit UnionStream(std::vector<std::unique_ptr<RowStream>> streams)
        : m_streams(std::move(streams)) {
        choose();
    }

    bool valid() const override { return m_valid; }
    std::int64_t rowid() const override { return m_rowid; }
    double rank() const override { return m_rank; }

    void next() override {
        for (const auto& stream : m_streams)
            if (stream->valid() && stream->rowid() == m_rowid)
                stream->next();
        choose();
    }

    void moveTo(ArticleId article) override {
        for (const auto& stream : m_streams)
            if (stream->valid())
                stream->moveTo(article);
        choose();
    }

    double spread() const override {
        double rows = 0;
        for (const auto& stream : m_streams)
            rows += 1 / stream->spread();
        return 1 / std::max(rows, 1e-9);
    }

  private:
    void choose() {
        m_valid = false;
        m_rank = 0;
        for (const auto& stream : m_streams)
            if (stream->valid() && (!m_valid || stream->rowid() > m_rowid)) {
                m_valid = true;
                m_rowid = stream->rowid();
            }
        for (const auto& stream : m_streams)
            if (stream->valid() && stream->rowid() == m_rowid)
                m_rank += stream->rank();
    }

    std::vector<std::unique_ptr<RowStream>> m_streams;
    bool m_valid = false;
    std::int64_t m_rowid = 0;
    double m_rank = 0;
};

} // namespace

ArticleId RowStream::article() const {
    return rowid() >> indexArticleShift;
}

std::unique_ptr<RowStream> ftsStream(Library& library, std::string expression) {
    return std::make_unique<FtsStream>(library, std::move(expression));
}

std::unique_ptr<RowStream> articleStream(std::vector<ArticleId> articles) {
    return std::make_unique<ArticleStream>(std::move(articles));
}

std::unique_ptr<RowStream> unionStream(std::vector<std::unique_ptr<RowStream>> streams) {
    if (streams.size() == 1)
        return std::move(streams.front());
    return std::make_unique<UnionStream>(std::move(streams));
}

} // namespace parallax::data
