// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_cut.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "data/claim/claim_aside.h"

namespace parallax::data {
namespace {

bool namedAfterOn(const ClaimWords& words, const NameAt& name) {
    return std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        return one.word == ClaimWord::On && one.span.end <= name.span.begin &&
               name.span.begin <= one.span.end + 5; // "on the"
    });
}

// "Azure's TTFT of 31 ms beats AWS Bedrock's 36 ms": whose the second figure is stands right before it.
enum class NameCut { BeatenOnly, Owners };
std::size_t cutName(const ClaimSentence& sentence, std::size_t from, std::size_t to, NameCut which) {
    static constexpr auto over = std::to_array<std::string_view>(
        {"beats", "beat",     "beating", "outperforms", "outpaces", "undercuts", "trails",
         "tops",  "ahead of", "优于",    "優於",        "低于",     "低於",      "高于",
         "高於",  "胜过",     "勝過",    "快于",        "快於",     "慢于"});
    std::size_t at = to;
    Span chain; // "AWS Bedrock" is two names
    for (const NameAt& name : sentence.words.names) {
        if (name.span.begin < from || name.span.end > to)
            continue;
        const bool joined =
            chain.end > 0 && trim(sentence.said({chain.end, std::max(name.span.begin, chain.end)})).empty();
        chain = {joined ? chain.begin : name.span.begin, name.span.end};
        const std::string_view before = trim(sentence.said({from, name.span.begin}));
        const std::string_view behind = sentence.said({name.span.end, to});
        const bool owns =
            which == NameCut::Owners && !namedAfterOn(sentence.words, name) &&
            (behind.starts_with("'s ") || behind.starts_with("’s ") || trim(behind).starts_with("的"));
        if (owns || std::ranges::any_of(over, [&](std::string_view word) { return before.ends_with(word); }))
            at = std::min(at, chain.begin);
    }
    return at;
}

// "31 ms (p95 40 ms)": the second figure is in a bracket that opens between the two; what stands before a
// comma there is still said of the first.
std::size_t cutBracket(const ClaimSentence& sentence, std::size_t from, std::size_t to) {
    std::size_t open = to, comma = to;
    for (std::size_t i = from; i < to; ++i) {
        const std::string_view rest = sentence.text.substr(i);
        if (rest.starts_with('(') || rest.starts_with("（")) {
            open = i;
            comma = to;
        } else if (rest.starts_with(')') || rest.starts_with("）")) {
            open = comma = to;
        } else if (open < to) {
            for (const std::string_view mark : {",", ";", "，", "；", "、"})
                if (rest.starts_with(mark))
                    comma = i;
        }
    }
    // "P95 (40 ms) is above the median (31 ms)": each figure alone in a bracket belongs to the words
    // before.
    if (open < to && trim(sentence.said({open, to})).size() <= std::string_view("（").size())
        for (const std::string_view close : {")", "）"})
            if (sentence.text.substr(from).starts_with(close))
                return from + close.size();
    return comma < to ? comma : open;
}

bool saysMetric(const ClaimWords& words, Span span) {
    return std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        return isWithin(one.span, span) &&
               (one.word <= ClaimWord::Mean || one.word == ClaimWord::Speed ||
                one.word == ClaimWord::Throughput || one.word == ClaimWord::Availability);
    });
}

// "140 req/s at a median latency of 1.2 s": a metric that leads to the second figure is no longer of the
// first. "At" and "in" alone may as well close what was said of the first: "1.5 s at p50".
std::size_t cutLead(const ClaimSentence& sentence, std::size_t from, std::size_t to) {
    const std::string_view gap = sentence.said({from, to});
    const std::string_view trimmed = trim(gap);
    const bool leads = std::ranges::any_of(
        std::array<std::string_view, 11>{" of", " is", " was", ":", "=", "：", "為", "为", "是", "約", "约"},
        [&](std::string_view end) { return trimmed.ends_with(end); });
    for (const auto& [word, always] : {std::pair<std::string_view, bool>{" with ", true},
                                       {" at ", false},
                                       {" in ", false},
                                       {" under ", false},
                                       {" for ", false}})
        if (const std::size_t at = gap.find(word);
            at != gap.npos && (always || leads) && saysMetric(sentence.words, {from + at, to}))
            return from + at;
    for (const std::string_view word : {"下", "時", "时", "的情況下", "的情况下"})
        if (trimmed.starts_with(word) && saysMetric(sentence.words, {from, to}))
            return from + gap.find(word) + word.size();
    return to;
}

} // namespace

std::size_t clauseMarkAt(std::string_view text) {
    static constexpr auto marks = std::to_array<std::string_view>(
        {",", ";", ".", ":", "(", ")", "!", "?", "，", "；", "。", "：", "（", "）", "、", "！", "？"});
    for (const std::string_view mark : marks)
        if (text.starts_with(mark))
            return mark.size();
    return 0;
}

std::size_t cutBetween(const ClaimSentence& sentence, std::size_t from, std::size_t to) {
    std::size_t at = to;
    for (const ClaimWordAt& one : sentence.words.words)
        if (one.word == ClaimWord::Apart && one.span.begin >= from && one.span.end <= to) {
            at = one.span.begin;
            break;
        }
    int depth = 0;
    for (std::size_t i = from; i < at; ++i) {
        const std::string_view rest = sentence.text.substr(i);
        if (rest.starts_with('(') || rest.starts_with("（"))
            ++depth;
        else if (rest.starts_with(')') || rest.starts_with("）"))
            depth = std::max(0, depth - 1);
        else if (depth == 0)
            for (const std::string_view mark : {",", ";", "，", "；", "、", " – ", " — "})
                if (rest.starts_with(mark))
                    return std::min(i, cutName(sentence, from, i, NameCut::BeatenOnly));
    }
    if (const std::size_t bracket = cutBracket(sentence, from, to); bracket < at)
        return bracket;
    at = std::min(at, cutName(sentence, from, to, NameCut::BeatenOnly));
    if (at < to)
        return at;
    return std::min({asideBegins(sentence.text, {from, to}, sentence.words),
                     cutName(sentence, from, to, NameCut::Owners), cutLead(sentence, from, to)});
}

} // namespace parallax::data
