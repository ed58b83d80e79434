// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_carry.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"

namespace parallax::data {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 10> pronouns{"it",   "its",  "it's", "they",  "their",
                                                    "them", "this", "that", "these", "those"};
// What says nothing of whom a sentence speaks of.
constexpr std::array<std::string_view, 42> between{
    "the",       "a",     "an",      "and",     "but",     "also",     "then",       "at",       "in",
    "on",        "for",   "with",    "under",   "of",      "to",       "by",         "is",       "are",
    "was",       "were",  "average", "typical", "overall", "measured", "reported",   "observed", "expected",
    "peak",      "list",  "input",   "output",  "tokens",  "token",    "end-to-end", "however",  "moreover",
    "meanwhile", "there", "here",    "all",     "priced",  "billed"};
// What stands between a name and its figure where nothing else is said.
constexpr std::array<std::string_view, 36> copulas{
    "is",     "are",   "was",      "were",  "be",    "at",     "to",      "in",
    "with",   "for",   "the",      "on",    "other", "hand",   "by",      "and",
    "while",  "its",   "contrast", "needs", "need",  "takes",  "take",    "reaches",
    "comes",  "only",  "just",     "some",  "about", "around", "roughly", "approximately",
    "should", "would", "it",       "same"};
constexpr std::array<std::string_view, 14> chineseCopulas{"為", "为", "是", "約", "约", "則", "则",
                                                          "需", "要", "在", "的", "，", "。", "而"};
constexpr std::array<std::string_view, 14> figures{"price",  "prices", "pricing", "cost", "costs",
                                                   "rate",   "rates",  "fee",     "fees", "sla",
                                                   "uptime", "ttft",   "tpot",    "speed"};
constexpr std::array<std::string_view, 12> openings{"in",    "on",     "at",   "after", "with",  "for",
                                                    "under", "during", "when", "if",    "while", "since"};
constexpr std::array<std::string_view, 9> chinesePronouns{"它", "其", "該",   "该",  "此",
                                                          "這", "这", "兩者", "两者"};
constexpr std::array<std::string_view, 12> chineseBetween{"而",   "且",   "並",   "并", "同時", "同时",
                                                          "此外", "另外", "平均", "在", "的",   "，"};
constexpr std::array<std::string_view, 8> chineseFigures{"價格", "价格", "定價", "定价",
                                                         "費用", "费用", "單價", "单价"};

bool isOf(std::string_view word, Words list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// The one of the list that stands there; its size, else 0.
std::size_t startsWithOne(std::string_view text, Words list) {
    for (const std::string_view one : list)
        if (text.starts_with(one))
            return one.size();
    return 0;
}

bool inWord(char c) {
    return isAsciiLetter(c) || isDigit(c) || c == '\'' || c == '-';
}

std::string lowerWord(std::string_view text) {
    std::string word;
    for (const char c : text) {
        if (!inWord(c))
            break;
        word += lowerAscii(c);
    }
    return word;
}

// A metric, a percentile or a length: what a sentence can be about without anybody's name.
bool isMetric(ClaimWord word) {
    return word <= ClaimWord::Downtime || word == ClaimWord::Metric || word == ClaimWord::Available;
}

const ClaimWordAt* metricAt(const ClaimWords& words, std::size_t at) {
    for (const ClaimWordAt& one : words.words)
        if (one.span.begin == at && isMetric(one.word))
            return &one;
    return nullptr;
}

// "… of the competitor", "… for another model": of somebody after all.
bool belongsToAnother(std::string_view behind) {
    for (const std::string_view link : {" of ", " for ", " on "})
        if (behind.starts_with(link)) {
            const std::string word = lowerWord(behind.substr(link.size()));
            constexpr std::array<std::string_view, 6> others{"the", "a", "an", "another", "our", "your"};
            return isOf(word, others);
        }
    return behind.starts_with("'s ");
}

bool saysPronoun(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (!inWord(text[i])) {
            ++i;
            continue;
        }
        const std::string word = lowerWord(text.substr(i));
        if (isOf(word, pronouns))
            return true;
        i += word.size();
    }
    return false;
}

} // namespace

bool refersBack(std::string_view text, std::size_t sentence, std::size_t figure, const ClaimWords& words) {
    const std::string first =
        lowerWord(text.substr(std::min(text.find_first_not_of(" \n\t*-", sentence), figure)));
    if (isOf(first, openings) && saysPronoun(text.substr(sentence, figure - sentence)))
        return true; // "After the update it answers in …"
    bool metricSaid = false;
    for (std::size_t at = sentence; at < figure;) {
        const std::string_view rest = text.substr(at, figure - at);
        if (const ClaimWordAt* const metric = metricAt(words, at)) {
            if (metric->word >= ClaimWord::Input && metric->word <= ClaimWord::Cached) {
                at = metric->span.end; // "output tokens": of what, not yet of whom
                continue;
            }
            at = metric->span.end;
            metricSaid = true;
            continue;
        }
        // "The median latency of another provider": what follows the metrics tells whose they are.
        if (metricSaid && metricAt(words, at + (rest.starts_with(' ') ? 1 : 0)) == nullptr)
            return !belongsToAnother(rest);
        if (startsWithOne(rest, chinesePronouns) > 0 || startsWithOne(rest, chineseFigures) > 0)
            return true;
        if (const std::size_t skipped = startsWithOne(rest, chineseBetween); skipped > 0) {
            at += skipped;
            continue;
        }
        const std::string word = lowerWord(rest);
        if (word.empty()) {
            if (static_cast<unsigned char>(rest.front()) >= 0x80)
                return false; // a name or a noun of its own
            ++at;
            continue;
        }
        if (isOf(word, pronouns) || isOf(word, figures))
            return !belongsToAnother(rest.substr(word.size()));
        if (!isOf(word, between) && (word.front() < '0' || word.front() > '9'))
            return false;
        at += word.size();
    }
    return true;
}

bool saysOnlyOfWhom(std::string_view text, Span sentence, Span figure, const ClaimWords& words) {
    bool named = false;
    for (std::size_t at = sentence.begin; at < sentence.end;) {
        if (at == figure.begin) {
            at = figure.end;
            continue;
        }
        const auto name =
            std::ranges::find(words.names, at, [](const NameAt& one) { return one.span.begin; });
        if (name != words.names.end()) {
            named = named || at < figure.begin;
            at = name->span.end;
            continue;
        }
        const auto known = std::ranges::find_if(words.words, [&](const ClaimWordAt& one) {
            return one.span.begin == at && (one.word == ClaimWord::Expected || one.word == ClaimWord::On);
        });
        if (known != words.words.end()) {
            at = known->span.end;
            continue;
        }
        const std::string_view rest = text.substr(at, sentence.end - at);
        if (const std::size_t skipped = startsWithOne(rest, chineseCopulas); skipped > 0) {
            at += skipped;
            continue;
        }
        const std::string word = lowerWord(rest);
        if (word.empty() && static_cast<unsigned char>(rest.front()) >= 0x80)
            return false;
        if (!word.empty() && !isOf(word, copulas))
            return false;
        at += std::max<std::size_t>(word.size(), 1);
    }
    return named;
}

} // namespace parallax::data
