// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_words.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr char recordEnd = '\x1E';

// As many bits as words are told apart; nobody types more into a filter.
using WordMask = std::uint64_t;
constexpr std::size_t mostWords = 64;

struct Match {
    std::int64_t check = 0;
    WordMask words = 0;
};

std::vector<std::string> filterWords(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char32_t c : foldText(text)) {
        if (c > U' ')
            appendUtf8(words.back(), c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    std::ranges::sort(words);
    const auto repeated = std::ranges::unique(words);
    words.erase(repeated.begin(), repeated.end());
    words.resize(std::min(words.size(), mostWords));
    return words;
}

std::size_t findIn(std::string_view text, std::string_view word, std::size_t from) {
    const void* const found = from < text.size()
                                  ? memmem(text.data() + from, text.size() - from, word.data(), word.size())
                                  : nullptr;
    return found == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

// Which of the words each record of `text` has; records behind the last with any are left out.
void findInRecords(std::string_view text, const std::vector<std::string>& words, std::vector<WordMask>& out) {
    out.clear();
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t record = 0;
        std::size_t begin = 0; // of the record
        for (std::size_t hit = findIn(text, words[i], 0); hit != std::string_view::npos;
             hit = findIn(text, words[i], begin)) {
            record += static_cast<std::size_t>(std::count(text.data() + begin, text.data() + hit, recordEnd));
            if (out.size() <= record)
                out.resize(record + 1);
            out[record] |= WordMask{1} << i;
            begin = findIn(text, {&recordEnd, 1}, hit);
            if (begin == std::string_view::npos)
                break;
            ++begin;
            ++record;
        }
    }
}

void addMatches(std::string_view ids, const std::vector<WordMask>& records, WordMask title,
                std::vector<Match>& out) {
    const char* at = ids.data();
    const char* const end = at + ids.size();
    for (const WordMask words : records) {
        std::int64_t id = 0;
        const auto read = std::from_chars(at, end, id);
        if (read.ec != std::errc{})
            return;
        if (words != 0)
            out.push_back({id, words | title});
        at = read.ptr < end ? read.ptr + 1 : end;
    }
}

// The words in any title of each article that has some.
using Titles = std::unordered_map<std::int64_t, WordMask>;
Titles titleMasks(Library& library, const std::vector<std::string>& words) {
    Titles found;
    std::string titles;
    Statement row(library, "SELECT id, title, title_en, title_hant, title_hans FROM article");
    while (row.step()) {
        titles.clear();
        for (int column = 1; column <= 4; ++column) {
            // The title is that of one of the languages.
            if (const std::string_view title = row.view(column); column == 1 || title != row.view(1)) {
                for (const char32_t c : foldText(title))
                    appendUtf8(titles, c);
                titles += '\n';
            }
        }
        WordMask mask = 0;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (findIn(titles, words[i], 0) != std::string_view::npos)
                mask |= WordMask{1} << i;
        if (mask != 0)
            found.emplace(row.integer(0), mask);
    }
    return found;
}

// The words of a title count for each finding of its article that has others of them.
std::vector<Match> matchesIn(Library& library, const std::vector<std::string>& words, const Titles& titles) {
    std::unordered_map<std::int64_t, WordMask> editions;
    if (!titles.empty()) {
        Statement row(library, "SELECT edition_id, article_id FROM edition_check");
        while (row.step())
            if (const auto title = titles.find(row.integer(1)); title != titles.end())
                editions.emplace(row.integer(0), title->second);
    }
    std::vector<Match> matches, ofGroups;
    std::vector<WordMask> records;
    Statement row(library, "SELECT edition_id, ids, words FROM check_words");
    while (row.step()) {
        findInRecords(row.view(2), words, records);
        if (records.empty())
            continue;
        const auto title = editions.find(row.integer(0));
        addMatches(row.view(1), records, title == editions.end() ? 0 : title->second,
                   row.isNull(0) ? ofGroups : matches);
    }
    if (!titles.empty()) {
        Statement article(library, "SELECT article_id FROM check_result WHERE id = ?");
        for (Match& match : ofGroups) {
            article.rewind();
            if (!article.bind(match.check).step())
                continue;
            if (const auto title = titles.find(article.integer(0)); title != titles.end())
                match.words |= title->second;
        }
    }
    matches.insert(matches.end(), ofGroups.begin(), ofGroups.end());
    return matches;
}

// All findings of the articles whose titles have every word.
void addByTitle(Library& library, const Titles& titles, WordMask every, std::vector<std::int64_t>& checks) {
    std::string articles = "[";
    for (const auto& [article, words] : titles)
        if (words == every)
            articles += (articles.size() > 1 ? "," : "") + std::to_string(article);
    if (articles.size() == 1)
        return;
    articles += ']';
    Statement row(library,
                  "SELECT id FROM check_result WHERE article_id IN (SELECT value FROM json_each(?))");
    row.bind(articles);
    while (row.step())
        checks.push_back(row.integer(0));
    std::ranges::sort(checks);
    const auto repeated = std::ranges::unique(checks);
    checks.erase(repeated.begin(), repeated.end());
}

// Sorted, each check once.
void joinMatches(std::vector<Match>& matches) {
    std::ranges::sort(matches, {}, &Match::check);
    std::size_t kept = 0;
    for (const Match& match : matches) {
        if (kept > 0 && matches[kept - 1].check == match.check)
            matches[kept - 1].words |= match.words;
        else
            matches[kept++] = match;
    }
    matches.resize(kept);
}

// What an edition has that only repeats another one counts for the one that tells it.
void giveToTellers(Library& library, std::vector<Match>& matches) {
    joinMatches(matches);
    std::vector<Match> given;
    Statement row(library, "SELECT same_as, id FROM check_result WHERE same_as IS NOT NULL");
    while (row.step()) {
        const auto match = std::ranges::lower_bound(matches, row.integer(1), {}, &Match::check);
        if (match == matches.end() || match->check != row.integer(1))
            continue;
        given.push_back({row.integer(0), match->words});
        match->words = 0;
    }
    if (given.empty())
        return;
    matches.insert(matches.end(), given.begin(), given.end());
    joinMatches(matches);
}

} // namespace

std::string checkWords(std::string_view quotes) {
    std::string words;
    for (const char32_t c : foldText(quotes))
        appendUtf8(words, c == U'\x1E' ? U' ' : c);
    return words;
}

void saveCheckWords(Library& library, const CheckPlace& place, const std::vector<std::int64_t>& ids,
                    const std::vector<CheckForm>& checks) {
    std::string numbers, words;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (i > 0) {
            numbers += ' ';
            words += recordEnd;
        }
        numbers += std::to_string(ids[i]);
        words += checks[i].words;
    }
    if (!place.group.empty()) {
        Statement(library, "INSERT INTO check_words (fact_group, ids, words, digest) "
                           "VALUES (?1, ?2, ?3, row_digest(NULL, ?1, ?2, ?3)) ON CONFLICT (fact_group) DO "
                           "UPDATE SET ids = excluded.ids, words = excluded.words, digest = excluded.digest")
            .bind(place.group)
            .bind(numbers)
            .bind(words)
            .run();
        return;
    }
    Statement(library, "INSERT INTO check_words (edition_id, ids, words, digest) "
                       "VALUES (?1, ?2, ?3, row_digest(?1, NULL, ?2, ?3)) ON CONFLICT (edition_id) DO "
                       "UPDATE SET ids = excluded.ids, words = excluded.words, digest = excluded.digest")
        .bind(place.edition)
        .bind(numbers)
        .bind(words)
        .run();
}

void removeWordsOfGroup(Library& library, const std::string& group) {
    Statement(library, "DELETE FROM check_words WHERE fact_group = ?").bind(group).run();
}

CheckWordMatches findCheckWords(Library& library, const std::string& text) {
    const std::vector<std::string> words = filterWords(text);
    CheckWordMatches found;
    found.all = words.empty();
    if (found.all)
        return found;
    const WordMask every = ~WordMask{0} >> (mostWords - words.size());
    const Titles titles = titleMasks(library, words);
    std::vector<Match> matches = matchesIn(library, words, titles);
    giveToTellers(library, matches);
    for (const Match& match : matches)
        if (match.words == every)
            found.checks.push_back(match.check);
    addByTitle(library, titles, every, found.checks);
    return found;
}

} // namespace parallax::data
