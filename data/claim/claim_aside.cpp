// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_aside.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_other.h"

namespace parallax::data {
namespace {

constexpr auto clauseMarks = std::to_array<std::string_view>(
    {",", ";", "，", "；", "、", "。", "(", "（", ")", "）", " and ", ":", "："});

bool inModel(const ClaimWords& words, std::size_t at) {
    return std::ranges::any_of(words.models, [&](const ModelAt& model) {
        return model.span.begin <= at && at <= model.span.end + 1;
    });
}

bool lengthBegins(const ClaimWords& words, std::size_t at) {
    return std::ranges::any_of(words.asides, [&](const AsideAt& one) {
        return one.word == AsideWord::Length && one.span.begin == at;
    });
}

// "max_tokens", "a maximum of 500 tokens", "max output": a bound on something else.
bool isOfLength(std::string_view text, std::size_t at, const ClaimWords& words) {
    const auto skip = [&](std::string_view what) {
        const bool found = text.substr(std::min(at, text.size())).starts_with(what);
        at += found ? what.size() : 0;
        return found;
    };
    if (text.substr(std::min(at, text.size())).starts_with('_'))
        return true;
    while (skip(" ")) {
    }
    skip("of ");
    if (lengthBegins(words, at))
        return true;
    const std::size_t digits = at;
    while (at < text.size() && (isDigit(text[at]) || text[at] == ','))
        ++at;
    if (at == digits)
        return false;
    while (skip(" ") || skip("-") || skip("个") || skip("個")) {
    }
    return lengthBegins(words, at);
}

// "1 min": the unit of a figure.
bool isUnit(std::string_view text, Span word, Span figure) {
    const std::string_view before = trim(text.substr(figure.begin, word.begin - figure.begin));
    return isWithin(word, figure) && !before.empty() && isDigit(before.back()) &&
           lowerAscii(text.substr(word.begin, word.end - word.begin)) == "min";
}

// Where the first word of that sense stands within, but in no name of a model, for no length and not as a
// unit.
std::optional<std::size_t> firstOf(std::string_view text, Span within, Span figure, AsideWord word,
                                   const ClaimWords& words) {
    for (const AsideAt& one : words.asides)
        if (one.word == word && isWithin(one.span, within) && !isUnit(text, one.span, figure) &&
            !inModel(words, one.span.begin) && !isOfLength(text, one.span.end, words))
            return one.span.begin;
    return std::nullopt;
}

bool saysQuantile(const ClaimWords& words, Span own) {
    for (ClaimWord word = ClaimWord::P50; word <= ClaimWord::Mean;
         word = static_cast<ClaimWord>(static_cast<int>(word) + 1))
        if (words.says(word, own))
            return true;
    return false;
}

} // namespace

Aside asideIn(const ClaimSentence& sentence, Span own, Span figure) {
    const ClaimWords& words = sentence.words;
    if (firstOf(sentence.text, own, figure, AsideWord::Extreme, words) ||
        (!saysQuantile(words, own) &&
         firstOf(sentence.text, {own.begin, figure.begin}, figure, AsideWord::Superlative, words)))
        return Aside::Statistic;
    return isOfOther(sentence, own, figure) ? Aside::Other : Aside::None;
}

Aside labelAside(std::string_view label, const ClaimWords& words) {
    const Span whole{0, label.size()};
    return asideIn({label, whole, {}, words}, whole, {label.size(), label.size()});
}

Aside captionAside(std::string_view caption, const ClaimWords& words) {
    const Span whole{0, caption.size()};
    if (firstOf(caption, whole, {}, AsideWord::Extreme, words))
        return Aside::Statistic;
    return isOfOther({caption, whole, {}, words}, whole, {caption.size(), caption.size()}) ? Aside::Other
                                                                                           : Aside::None;
}

std::size_t asideBegins(std::string_view text, Span gap, const ClaimWords& words) {
    constexpr std::size_t right = 2; // bytes: "80 ms maximum"
    const auto at = firstOf(text, gap, {}, AsideWord::Extreme, words);
    return at && *at > gap.begin + right ? *at : gap.end;
}

bool isUnknownMetric(std::string_view text, Span own, Span figure, const ClaimWords& words) {
    std::string_view before = trim(text.substr(own.begin, figure.begin - own.begin));
    for (const std::string_view link : {" is", " of", " at", ":", "=", "：", "为", "為", "是"})
        if (before.ends_with(link))
            before = trim(before.substr(0, before.size() - link.size()));
    std::size_t size = 0;
    while (size < before.size() &&
           ((before[before.size() - size - 1] >= 'A' && before[before.size() - size - 1] <= 'Z') ||
            isDigit(before[before.size() - size - 1])))
        ++size;
    const std::size_t end = static_cast<std::size_t>(before.data() - text.data()) + before.size();
    if (size < 3 || size > 6 || isDigit(before[before.size() - size]) ||
        (size < before.size() && isAsciiLetter(before[before.size() - size - 1])))
        return false;
    const auto holds = [&](const auto& list) {
        return std::ranges::any_of(
            list, [&](const auto& one) { return one.span.begin < end && one.span.end + size > end; });
    };
    return !holds(words.words) && !holds(words.names) && !holds(words.models) && !holds(words.regions);
}

bool countsTokens(std::string_view text, const Quantity& figure) {
    if (figure.kind != QuantityKind::Scalar || figure.per ||
        (figure.dimension != Dimension::Number && figure.dimension != Dimension::Count))
        return false;
    // Its unit may have been taken for the measure word alone.
    std::size_t at = figure.span.begin;
    while (at < text.size() && at < figure.span.end && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    std::string_view rest = text.substr(std::min(at, text.size()), 64);
    static constexpr auto amounts = std::to_array<std::string_view>({"万", "萬", "千", "百"});
    static constexpr auto measures = std::to_array<std::string_view>({"个", "個"});
    static constexpr auto sides =
        std::to_array<std::string_view>({"输出", "輸出", "输入", "輸入", "提示", "生成", "回答", "上下文"});
    static constexpr auto links = std::to_array<std::string_view>({"的"});
    for (const auto step :
         {std::span<const std::string_view>(amounts), std::span<const std::string_view>(measures),
          std::span<const std::string_view>(sides), std::span<const std::string_view>(links)}) {
        rest = trim(rest);
        const auto form =
            std::ranges::find_if(step, [&](std::string_view one) { return rest.starts_with(one); });
        if (form != step.end())
            rest.remove_prefix(form->size());
    }
    const std::string behind = lowerAscii(trim(rest).substr(0, 8));
    return behind.starts_with("token") || behind.starts_with("词元") || behind.starts_with("詞元");
}

bool isOfASecond(std::string_view text, Span figure) {
    constexpr std::size_t reach = 60;
    std::string_view before = text.substr(0, figure.begin);
    before = before.substr(before.size() - std::min(before.size(), reach));
    std::size_t clause = 0;
    for (const std::string_view mark : clauseMarks)
        if (const std::size_t at = before.rfind(mark); at != before.npos)
            clause = std::max(clause, at + mark.size());
    before = before.substr(clause);
    // Of "每秒 250 个 token 时，500 …" the second belongs to the first count.
    for (const std::string_view rate : {"每秒", "每分鐘", "每分钟"})
        if (const std::size_t at = before.rfind(rate);
            at != before.npos && std::ranges::none_of(before.substr(at), [](char c) { return isDigit(c); }))
            return true;
    const std::string_view behind = trim(text.substr(figure.end, 24));
    for (const std::string_view rate : {"每秒", "/秒", "/s", "per second", "a second", "each second"})
        if (behind.starts_with(rate))
            return true;
    return false;
}

} // namespace parallax::data
