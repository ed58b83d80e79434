// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures_corpus.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace parallax::bench {
namespace {

using data::Article;
using data::Block;
using data::BlockKind;
using data::Cell;
using data::Language;
using data::Table;

struct Company {
    const char* english;
    const char* chinese;
};
constexpr std::array<Company, 12> companies{{{"Microsoft", "微軟"},
                                             {"Amazon", "亞馬遜"},
                                             {"Google", "谷歌"},
                                             {"NVIDIA", "輝達"},
                                             {"Oracle", "甲骨文"},
                                             {"Meta", "Meta"},
                                             {"OpenAI", "OpenAI"},
                                             {"Anthropic", "Anthropic"},
                                             {"Mistral", "Mistral"},
                                             {"AMD", "AMD"},
                                             {"Intel", "英特爾"},
                                             {"Broadcom", "博通"}}};
constexpr std::array<const char*, 6> sources{"Cloud Ledger", "Chip Weekly", "Token Times",
                                             "Rack & Row",   "Data Harbor", "Compute Post"};

std::string fixed(double value, int decimals) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
    return buffer.data();
}

std::string signedPercent(double value) {
    return (value >= 0 ? "+" : "") + fixed(value, 1) + "%";
}

// Writes one article block by block, its text and spans beside.
class Writer {
  public:
    explicit Writer(Article& article)
        : m_article(article) {}

    void add(BlockKind kind, const std::string& text) {
        Block block;
        block.kind = kind;
        block.language = m_article.language;
        block.span.begin = m_article.text.size();
        block.text = text;
        m_article.text += text;
        block.span.end = m_article.text.size();
        m_article.text += "\n\n";
        m_article.blocks.push_back(std::move(block));
    }

    void addTable(const std::string& caption, const std::vector<std::vector<std::string>>& rows) {
        Block block;
        block.kind = BlockKind::Table;
        block.language = m_article.language;
        block.span.begin = m_article.text.size();
        block.table = static_cast<int>(m_article.tables.size());
        Table table;
        table.caption = caption;
        for (const auto& row : rows) {
            std::vector<Cell> cells;
            for (const std::string& text : row) {
                cells.push_back({text, {m_article.text.size(), m_article.text.size() + text.size()}, {}});
                m_article.text += text + " | ";
            }
            if (table.header.empty())
                table.header = std::move(cells);
            else
                table.rows.push_back(std::move(cells));
            m_article.text += '\n';
        }
        table.alignments.resize(table.header.size());
        block.span.end = m_article.text.size();
        m_article.text += '\n';
        m_article.tables.push_back(std::move(table));
        m_article.blocks.push_back(std::move(block));
    }

  private:
    Article& m_article;
};

class Maker {
  public:
    Maker(int number, const Corpus& words, Article& article)
        : m_random(static_cast<unsigned>(number) * 2654435761U + 17)
        , m_words(words)
        , m_writer(article)
        , m_language(article.language)
        , m_chinese(data::isChinese(article.language)) {}

    void run(const std::string& title) {
        m_writer.add(BlockKind::Title, title);
        m_writer.add(BlockKind::Summary, words(30));
        for (int part = 0; part < 4; ++part) {
            m_writer.add(BlockKind::Heading, words(4));
            for (int i = 0; i < 3; ++i)
                m_writer.add(BlockKind::Paragraph, paragraph());
            if (part == 0)
                changes();
            if (part == 1)
                totals();
            if (part == 2)
                shares();
            if (part < 3)
                m_writer.add(BlockKind::Takeaway, words(16) + statement());
        }
        for (int i = 0; i < 3; ++i)
            m_writer.add(BlockKind::ListItem, words(10) + statement());
    }

  private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(m_random() % 10'000) / 10'000;
    }

    std::string words(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) {
            if (i > 0 && !m_chinese)
                text += ' ';
            text += m_words.word(m_language, below(i % 3 == 0 ? 3000 : 200));
        }
        return text + (m_chinese ? "。" : ". ");
    }

    std::string name() {
        const Company& company = companies[below(companies.size())];
        return m_chinese ? company.chinese : company.english;
    }

    // One in a hundred is wrong.
    double slipped(double value) { return below(100) == 0 ? value * 10 + 3 : value; }

    std::string money(double billions) {
        return m_chinese ? fixed(billions * 10, 0) + " 億美元" : "$" + fixed(billions, 1) + " billion";
    }

    std::string statement() {
        const double before = between(2, 90);
        const double after = std::round(before * between(0.7, 1.9) * 10) / 10;
        const double base = std::round(before * 10) / 10;
        const double change = slipped(100 * (after / base - 1));
        const int year = 2021 + static_cast<int>(below(5));
        const int years = 2 + static_cast<int>(below(4));
        switch (below(5)) {
        case 0: // a level that other articles state, too
            return m_chinese
                       ? name() + " " + std::to_string(year) + " 年的營收為 " + money(base) + "。"
                       : name() + " had revenue of " + money(base) + " in " + std::to_string(year) + ". ";
        case 1:
            return m_chinese
                       ? "訂單由 " + money(base) + (after > base ? "增至 " : "降至 ") + money(after) + "，" +
                             (after > base ? "成長 " : "下降 ") + fixed(std::abs(change), 1) + "%。"
                       : "Bookings went from " + money(base) + " to " + money(after) + " (" +
                             signedPercent(change) + "). ";
        case 2: {
            const double rate = slipped(100 * (std::pow(after * 2 / base, 1.0 / years) - 1));
            return m_chinese ? "市場將由 " + std::to_string(year) + " 年的 " + money(base) + "成長到 " +
                                   std::to_string(year + years) + " 年的 " + money(after * 2) +
                                   "，年複合成長率 " + fixed(rate, 1) + "%。"
                             : "The field will grow from " + money(base) + " in " + std::to_string(year) +
                                   " to " + money(after * 2) + " in " + std::to_string(year + years) +
                                   " (CAGR of " + fixed(rate, 1) + "%). ";
        }
        case 3:
            return m_chinese ? name() + "持有 " + fixed(between(5, 60), 0) + "% 的市場份額。"
                             : name() + " holds " + fixed(between(5, 60), 0) + "% of the market. ";
        default:
            return m_chinese ? "延遲為 " + fixed(between(20, 900), 0) + " 毫秒，可用性 99.9%。"
                             : "Latency was " + fixed(between(20, 900), 0) + " ms at 99.9% availability. ";
        }
    }

    std::string paragraph() { return words(28) + statement() + words(22) + statement() + words(18); }

    void changes() {
        std::vector<std::vector<std::string>> rows{
            m_chinese ? std::vector<std::string>{"公司", "2024", "2025", "變化", "備註"}
                      : std::vector<std::string>{"Company", "2024", "2025", "Change", "Notes"}};
        for (std::size_t i = 0; i < 6; ++i) {
            const double before = std::round(between(3, 90) * 10) / 10;
            const double after = std::round(before * between(0.6, 2.2) * 10) / 10;
            rows.push_back({m_chinese ? companies[i].chinese : companies[i].english,
                            "$" + fixed(before, 1) + "B", "$" + fixed(after, 1) + "B",
                            signedPercent(slipped(100 * (after / before - 1))), words(3)});
        }
        m_writer.addTable(m_chinese ? "各公司雲端營收" : "Cloud revenue by company", rows);
    }

    void totals() {
        std::vector<std::vector<std::string>> rows{
            m_chinese ? std::vector<std::string>{"地區", "第一季", "第二季", "第三季", "合計"}
                      : std::vector<std::string>{"Region", "Q1", "Q2", "Q3", "Total"}};
        std::array<int, 4> sums{};
        for (int i = 0; i < 4; ++i) {
            std::array<int, 4> cells{};
            for (std::size_t k = 0; k < 3; ++k) {
                cells[k] = 10 + static_cast<int>(below(400));
                cells[3] += cells[k];
            }
            std::vector<std::string> row{m_words.word(m_language, 300 + below(300))};
            for (std::size_t k = 0; k < 4; ++k) {
                sums[k] += cells[k];
                row.push_back(std::to_string(cells[k]));
            }
            rows.push_back(std::move(row));
        }
        std::vector<std::string> total{m_chinese ? "合計" : "Total"};
        for (std::size_t k = 0; k < 4; ++k)
            total.push_back(std::to_string(below(100) == 0 ? sums[k] * 2 : sums[k]));
        rows.push_back(std::move(total));
        m_writer.addTable(m_chinese ? "出貨量（千台）" : "Shipments (thousand units)", rows);
    }

    void shares() {
        std::vector<std::vector<std::string>> rows{
            m_chinese ? std::vector<std::string>{"供應商", "市場份額", "延遲"}
                      : std::vector<std::string>{"Provider", "Market share", "Latency"}};
        int left = 100;
        for (std::size_t i = 0; i < 4; ++i) {
            const int share = 5 + static_cast<int>(below(20));
            left -= share;
            rows.push_back({m_chinese ? companies[i].chinese : companies[i].english,
                            std::to_string(share) + "%", std::to_string(40 + below(400)) + " ms"});
        }
        rows.push_back({m_chinese ? "其他" : "Others", std::to_string(left) + "%", "—"});
        m_writer.addTable(m_chinese ? "雲端市場份額" : "Share of the cloud market", rows);
    }

    std::mt19937 m_random;
    const Corpus& m_words;
    Writer m_writer;
    Language m_language;
    bool m_chinese;
};

} // namespace

Article FiguresCorpus::article(int number) const {
    const auto index = static_cast<std::size_t>(number);
    Article article;
    article.language = m_words.language(number);
    article.source = sources[index % sources.size()];
    const std::size_t year = 2024 + index % 3, month = 1 + index / 40 % 12, day = 1 + index % 28;
    const auto two = [](std::size_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    article.archiveMonth = std::to_string(year) + '-' + two(month);
    article.published.earliest = article.published.latest = article.archiveMonth + '-' + two(day);
    article.title = m_words.word(article.language, index % 5000) + " " + std::to_string(number);
    Maker(number, m_words, article).run(article.title);
    return article;
}

void makeFiguresLibrary(const std::filesystem::path& path, int articles) {
    const FiguresCorpus corpus;
    makeLibraryOf(path, articles, [&](int number) { return corpus.article(number); });
}

} // namespace parallax::bench
