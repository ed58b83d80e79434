// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include "base/utf8.h"
#include "data/article/script.h"
#include "data/store/article_store.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::bench {
namespace {

using data::Article;
using data::Block;
using data::BlockKind;
using data::Language;

// A generator of our own: the distributions of the standard library differ from one to the next.
class Dice {
  public:
    explicit Dice(std::uint64_t seed)
        : m_state(seed * 0x9E3779B97F4A7C15U + 1) {}

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }

    std::size_t below(std::size_t limit) { return next() % limit; }

    // A rank below `limit`; rank r comes about as often as 1 / (r + 3).
    std::size_t rank(std::size_t limit) {
        const double unit = static_cast<double>(next() >> 11) * 0x1.0p-53;
        const double value = 3.0 * (std::pow((static_cast<double>(limit) + 3.0) / 3.0, unit) - 1.0);
        return std::min(static_cast<std::size_t>(value), limit - 1);
    }

  private:
    std::uint64_t m_state;
};

constexpr std::size_t englishWords = 20'000;
constexpr std::size_t chineseWords = 12'000;
constexpr std::array<const char*, 12> names{"OpenAI", "NVIDIA", "AWS",    "Azure",   "H100", "GPT-4o",
                                            "vLLM",   "CUDA",   "Gemini", "Mistral", "B200", "TPU"};
constexpr std::array<const char*, 8> sources{"Cloud Ledger",  "Chip Weekly", "Token Times", "Rack & Row",
                                             "Model Monitor", "Data Harbor", "Inference",   "Compute Post"};
constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};

std::vector<std::string> makeEnglish() {
    constexpr std::array<const char*, 40> syllables{
        "ta",  "re",   "in",  "mo", "del", "co",   "st",  "ver", "la",  "ten",  "cy",  "ser", "pro",  "cess",
        "ing", "tion", "al",  "ex", "per", "ment", "mar", "ket", "sha", "ring", "cal", "cu",  "late", "an",
        "na",  "ly",   "sis", "or", "ga",  "ni",   "za",  "tor", "ple", "di",   "rec", "fo"};
    Dice dice(7);
    std::vector<std::string> words;
    while (words.size() < englishWords) {
        std::string word;
        const std::size_t count = 1 + dice.below(2) + (words.size() > 200 ? 1 + dice.below(2) : 0);
        for (std::size_t i = 0; i < count; ++i)
            word += syllables[dice.below(syllables.size())];
        words.push_back(std::move(word));
    }
    return words;
}

// Words of two to four of the 3,000 most used places of the CJK block; each character in its Simplified form.
std::vector<std::string> makeChinese() {
    Dice dice(11);
    std::vector<std::string> words;
    while (words.size() < chineseWords) {
        std::string word;
        const std::size_t count = 2 + dice.below(3) / 2;
        for (std::size_t i = 0; i < count; ++i)
            appendUtf8(word, static_cast<char32_t>(0x4E00 + dice.rank(3000) * 6));
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<std::string> converted(const std::vector<std::string>& words, Language to) {
    std::vector<std::string> out;
    out.reserve(words.size());
    for (const std::string& word : words)
        out.push_back(data::convertScript(word, to));
    return out;
}

std::string sentence(Dice& dice, const std::vector<std::string>& words, bool chinese, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && !chinese)
            text += ' ';
        const std::size_t kind = dice.below(24);
        if (kind == 0)
            text += names[dice.below(names.size())];
        else if (kind == 1)
            text += std::to_string(dice.below(2000)) + (chinese ? "萬" : "%");
        else
            text += words[dice.rank(words.size())];
        if (chinese && i % 7 == 6 && i + 1 < count)
            text += "，";
    }
    return text + (chinese ? "。" : ".");
}

std::string paragraph(Dice& dice, const std::vector<std::string>& words, bool chinese, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        if (!text.empty() && !chinese)
            text += ' ';
        text += sentence(dice, words, chinese, 8 + dice.below(14));
    }
    return text;
}

} // namespace

struct Corpus::Line {
    BlockKind kind = BlockKind::Paragraph;
    std::string text;                            // what a person reads
    std::string marker;                          // before it in the page: "1. "
    std::vector<std::vector<std::string>> cells; // of a table, the header first
};

Corpus::Corpus()
    : m_english(makeEnglish())
    , m_traditional(converted(makeChinese(), Language::TraditionalChinese))
    , m_simplified(converted(makeChinese(), Language::SimplifiedChinese)) {}

Language Corpus::language(int number) const {
    constexpr std::array<Language, 4> turns{Language::English, Language::TraditionalChinese,
                                            Language::English, Language::SimplifiedChinese};
    return turns[static_cast<std::size_t>(number) % turns.size()];
}

std::string Corpus::word(Language language, std::size_t rank) const {
    const auto& words = language == Language::English              ? m_english
                        : language == Language::TraditionalChinese ? m_traditional
                                                                   : m_simplified;
    return words[rank % words.size()];
}

std::vector<Corpus::Line> Corpus::lines(int number, std::size_t bytes) const {
    Dice dice(static_cast<std::uint64_t>(number) + 1000);
    const bool chinese = data::isChinese(language(number));
    const auto& words = !chinese                                           ? m_english
                        : language(number) == Language::TraditionalChinese ? m_traditional
                                                                           : m_simplified;
    const std::string unique = " " + std::to_string(number);
    std::string title = sentence(dice, words, chinese, 7);
    title.resize(title.size() - (chinese ? 3 : 1)); // without the full stop
    std::vector<Line> made{
        {BlockKind::Title, title + unique, {}, {}},
        {BlockKind::Summary, paragraph(dice, words, chinese, std::min<std::size_t>(bytes / 8, 300)), {}, {}}};
    std::size_t size = made[0].text.size() + made[1].text.size();
    for (int part = 0; size < bytes; ++part) {
        const auto add = [&](Line line) {
            size += line.marker.size() + line.text.size() + 2;
            made.push_back(std::move(line));
        };
        if (bytes > 3000 || part == 0)
            add({BlockKind::Heading, sentence(dice, words, chinese, 4), {}, {}});
        for (std::size_t i = 0; i < 3 && size < bytes; ++i)
            add({BlockKind::Paragraph, paragraph(dice, words, chinese, 120 + dice.below(500)), {}, {}});
        if (part % 2 == 0 && size < bytes) {
            Line table{BlockKind::Table, sentence(dice, words, chinese, 4), {}, {}};
            table.text.resize(table.text.size() - (chinese ? 3 : 1));
            table.cells.push_back({"Metric", "2025", "2026", "Delta"});
            for (int row = 0; row < 4; ++row)
                table.cells.push_back({words[dice.rank(words.size())] + " " + names[dice.below(names.size())],
                                       "$" + std::to_string(dice.below(900)) + "B",
                                       std::to_string(dice.below(400)) + " ms",
                                       "+" + std::to_string(dice.below(90)) + "%"});
            size += 160;
            made.push_back(std::move(table));
            add({BlockKind::Takeaway, sentence(dice, words, chinese, 14), "Data Takeaway: ", {}});
        } else {
            for (int item = 1; item <= 4 && size < bytes; ++item)
                add({BlockKind::ListItem,
                     paragraph(dice, words, chinese, 80),
                     std::to_string(item) + ". ",
                     {}});
        }
    }
    return made;
}

std::string Corpus::savedPage(int number, std::size_t bytes) const {
    const auto index = static_cast<std::size_t>(number);
    const std::string month =
        std::string(months[index / 40 % months.size()]) + " 202" + std::to_string(4 + index % 3);
    const std::string source = sources[index % sources.size()];
    std::string page;
    for (const Line& line : lines(number, bytes)) {
        if (line.kind == BlockKind::Table) {
            page += line.text + ":\n";
            for (std::size_t row = 0; row < line.cells.size(); ++row) {
                page += '|';
                for (const std::string& cell : line.cells[row])
                    page += ' ' + cell + " |";
                page += row == 0 ? "\n|---|---|---|---|\n" : "\n";
            }
            page += '\n';
            continue;
        }
        page += line.marker + line.text + "\n\n";
        if (line.kind == BlockKind::Title)
            page += source + ' ' + month + "\nSource: " + source + names[index % names.size()] +
                    "Archive: " + month + '\n';
    }
    return page;
}

Article Corpus::article(int number, std::size_t bytes) const {
    const auto index = static_cast<std::size_t>(number);
    Article article;
    article.language = language(number);
    article.source = sources[index % sources.size()];
    const std::size_t year = 2024 + index % 3, month = 1 + index / 40 % 12, day = 1 + index % 28;
    const auto two = [](std::size_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    article.archiveMonth = std::to_string(year) + '-' + two(month);
    article.archive = std::string(months[month - 1]) + ' ' + std::to_string(year);
    article.published.earliest = article.published.latest = article.archiveMonth + '-' + two(day);
    for (std::size_t topic = 0; topic < 3; ++topic)
        article.topics.push_back({names[(index * (topic + 1) + topic) % names.size()], -1});
    for (Line& line : lines(number, bytes)) {
        Block block;
        block.kind = line.kind;
        block.language = article.language;
        block.span.begin = article.text.size();
        article.text += line.marker;
        if (line.kind == BlockKind::Table) {
            data::Table table;
            table.caption = line.text;
            for (std::size_t row = 0; row < line.cells.size(); ++row) {
                std::vector<data::Cell> cells;
                for (const std::string& cell : line.cells[row]) {
                    cells.push_back({cell, {article.text.size(), article.text.size() + cell.size()}, {}});
                    article.text += cell + " | ";
                }
                if (row == 0)
                    table.header = std::move(cells);
                else
                    table.rows.push_back(std::move(cells));
                article.text += '\n';
            }
            table.alignments.resize(table.header.size());
            block.table = static_cast<int>(article.tables.size());
            article.tables.push_back(std::move(table));
        } else {
            article.text += line.text;
            block.text = line.text;
        }
        if (line.kind == BlockKind::Title)
            article.title = line.text;
        if (line.kind == BlockKind::Summary)
            article.summary = line.text;
        if (line.kind == BlockKind::Takeaway)
            article.takeaways.push_back({line.text, {block.span.begin, article.text.size()}, 0});
        block.span.end = article.text.size();
        article.text += "\n\n";
        article.blocks.push_back(std::move(block));
    }
    return article;
}

void makeLibrary(const std::filesystem::path& path, int articles, std::size_t bytes,
                 const ProgressCallback& progress) {
    const Corpus corpus;
    makeLibraryOf(
        path, articles, [&](int number) { return corpus.article(number, bytes); }, progress);
}

void makeLibraryOf(const std::filesystem::path& path, int articles, const std::function<Article(int)>& make,
                   const ProgressCallback& progress) {
    constexpr int perTransaction = 500;
    if (std::filesystem::exists(path)) {
        data::Library known(path, data::Library::Mode::ReadOnly);
        if (known.articles().count({}) == articles)
            return;
    }
    for (const char* const suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(path.string() + suffix);
    data::Library library(path);
    data::Document document;
    document.format = data::Format::SavedPage;
    document.encoding = "UTF-8";
    for (int number = 0; number < articles;) {
        data::Transaction transaction(library);
        for (int i = 0; i < perTransaction && number < articles; ++i, ++number) {
            const Article article = make(number);
            library.articles().save(article, article.text, document, "corpus");
        }
        transaction.commit();
        if (progress)
            progress({number, articles, {}});
    }
}

std::filesystem::path dataFolder() {
    const char* const given = std::getenv("PARALLAX_BENCH_DATA");
    std::filesystem::path folder = given != nullptr
                                       ? std::filesystem::path(given)
                                       : std::filesystem::temp_directory_path() / "parallax-bench";
    std::filesystem::create_directories(folder);
    return folder;
}

int numberFromEnvironment(const char* name, int usual) {
    const char* const given = std::getenv(name);
    const int number = given != nullptr ? std::atoi(given) : 0;
    return number > 0 ? number : usual;
}

} // namespace parallax::bench
