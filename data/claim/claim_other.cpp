// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_other.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"

namespace parallax::data {
namespace {

// What only an answer of a model has: a time of such a metric is of nothing else.
bool saysModelMetric(const ClaimSentence& sentence, Span span) {
    return sentence.words.says(ClaimWord::FirstToken, span) ||
           sentence.words.says(ClaimWord::PerToken, span) || sentence.namesAModel(span);
}

// The last of a word before a place, in lower case, with blanks at its sides; npos where there is none.
std::size_t lastWord(std::string_view lower, std::string_view word) {
    return lower.rfind(" " + std::string(word) + " ");
}

// What begins the clause in which a place is: a comma, a conjunction with a subject of its own.
std::size_t clauseBegin(const ClaimSentence& sentence, std::size_t begin, std::size_t at) {
    const std::string lower = lowerAscii(sentence.said({begin, at}));
    std::size_t found = begin;
    for (const std::string_view mark :
         {", ", "; ", ": ", "，", "；", "。", "：", " while ", " but ", " where ", " which ", " whereas ",
          " and its ", " and the ", " and it ", " and their ", " so that ", " that its "})
        if (const std::size_t last = lower.rfind(mark); last != lower.npos)
            found = std::max(found, begin + last + mark.size());
    return found;
}

// "For embeddings, Azure's latency is 15 ms", 嵌入服務，延遲為 15 毫秒: a clause that only says what is
// spoken of. "After a network upgrade, …" and 網路升級後，… say when.
bool isTopic(const ClaimSentence& sentence, Span clause, Span other) {
    const std::string_view said = trim(sentence.said(clause));
    if (said.empty())
        return false;
    if (said.size() <= other.end - other.begin + 2)
        return true; // "Embeddings: …"
    if (isAsciiLetter(sentence.text[other.begin])) {
        const std::string before = lowerAscii(trim(sentence.said({clause.begin, other.begin})));
        return std::ranges::any_of(std::array<std::string_view, 10>{"for", "as for", "with", "on", "over",
                                                                    "on the", "over the", "of", "regarding",
                                                                    "for the"},
                                   [&](std::string_view opening) { return before == opening; });
    }
    return std::ranges::none_of(std::array<std::string_view, 16>{"了", "已", "後", "后", "時", "时", "但",
                                                                 "雖", "虽", "因", "為", "为", "改", "升級",
                                                                 "升级", "有"},
                                [&](std::string_view word) { return said.find(word) != said.npos; });
}

// Words between something that is added and its figure: "adds another 25 ms", "an overhead of about 25 ms".
bool isBeside(std::string_view between) {
    static constexpr auto small = std::to_array<std::string_view>({"of",
                                                                   "is",
                                                                   "was",
                                                                   "about",
                                                                   "around",
                                                                   "roughly",
                                                                   "another",
                                                                   "an",
                                                                   "a",
                                                                   "extra",
                                                                   "up",
                                                                   "to",
                                                                   "only",
                                                                   "some",
                                                                   "by",
                                                                   "latency",
                                                                   "delay",
                                                                   "on",
                                                                   "top",
                                                                   "some",
                                                                   "just",
                                                                   "nearly",
                                                                   "approximately",
                                                                   "additional",
                                                                   "is about",
                                                                   "median",
                                                                   "average",
                                                                   "在",
                                                                   "約",
                                                                   "约",
                                                                   "為",
                                                                   "为",
                                                                   "了",
                                                                   "大約",
                                                                   "大约",
                                                                   "延遲",
                                                                   "延迟",
                                                                   "的",
                                                                   "是",
                                                                   "達",
                                                                   "达"});
    between = trim(between);
    while (!between.empty()) {
        std::size_t size = 0;
        if (isAsciiLetter(between.front())) {
            std::size_t end = 0;
            while (end < between.size() && isAsciiLetter(between[end]))
                ++end;
            if (std::ranges::find(small, lowerAscii(between.substr(0, end))) != small.end())
                size = end;
        } else {
            for (const std::string_view one : small)
                if (between.starts_with(one))
                    size = std::max(size, one.size());
        }
        if (size == 0)
            return false;
        between = trim(between.substr(size));
    }
    return true;
}

bool isAdded(const ClaimSentence& sentence, Span adds, Span figure) {
    if (adds.end <= figure.begin)
        return isBeside(sentence.said({adds.end, figure.begin}));
    return adds.begin >= figure.end && isBeside(sentence.said({figure.end, adds.begin}));
}

// "TTFT … over the public network", "on its new network": said of where, behind the metric.
bool isWhere(const ClaimSentence& sentence, Span own, Span other) {
    const std::string lower = ' ' + lowerAscii(sentence.said({own.begin, other.begin}));
    for (const std::string_view word : {"over", "across", "via", "through", "on", "in", "from", "behind"})
        if (const std::size_t at = lastWord(lower, word); at != lower.npos) {
            const std::string_view rest = trim(std::string_view(lower).substr(at + word.size() + 2));
            const auto blanks = static_cast<std::size_t>(std::ranges::count(rest, ' '));
            if (rest.empty() || blanks < 3)
                return true;
        }
    return false;
}

bool isBefore(const ClaimSentence& sentence, Span own, Span figure, Span other) {
    const Span between{other.end, figure.begin};
    const bool answers = sentence.words.says(ClaimWord::FirstToken, between) ||
                         sentence.words.says(ClaimWord::PerToken, between);
    const std::size_t clause = clauseBegin(sentence, own.begin, figure.begin);
    if (clause > other.begin)
        return !answers && isTopic(sentence, {clauseBegin(sentence, own.begin, other.begin), clause}, other);
    if (answers)
        return false;
    return !(saysModelMetric(sentence, own) && isWhere(sentence, own, other));
}

bool isBehind(const ClaimSentence& sentence, Span own, Span figure, Span other) {
    const std::string_view gap = sentence.said({figure.end, other.begin});
    for (const std::string_view mark :
         {", ", "; ", "，", "；", " and ", " while ", " but ", " after ", " since "})
        if (gap.find(mark) != gap.npos)
            return false;
    return !(saysModelMetric(sentence, own) && isWhere(sentence, {figure.end, own.end}, other));
}

} // namespace

bool isOfOther(const ClaimSentence& sentence, Span own, Span figure) {
    for (const AsideAt& one : sentence.words.asides) {
        if (!isWithin(one.span, own) || isWithin(one.span, figure))
            continue;
        const bool inModel = std::ranges::any_of(sentence.words.models, [&](const ModelAt& model) {
            return model.span.begin <= one.span.begin && one.span.begin <= model.span.end + 1;
        });
        if (inModel)
            continue;
        if (one.word == AsideWord::Adds && isAdded(sentence, one.span, figure))
            return true;
        if (one.word == AsideWord::Without) // of a part of the time, which nobody here can tell apart
            for (const AsideAt& other : sentence.words.asides)
                if (other.word == AsideWord::Other && other.span.begin >= one.span.end &&
                    isWithin(other.span, own) &&
                    sentence.said({one.span.end, other.span.begin}).find(',') == std::string_view::npos)
                    return true;
        if (one.word == AsideWord::Other &&
            (one.span.end <= figure.begin ? isBefore(sentence, own, figure, one.span)
                                          : isBehind(sentence, own, figure, one.span)))
            return true;
    }
    return false;
}

} // namespace parallax::data
