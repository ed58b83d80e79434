// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_difference.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_another.h"

namespace parallax::data {
namespace {

constexpr std::size_t gapReach = 128; // bytes between "the gap" and how wide it is

// Between a word for a difference and its figure: how nearly it is so much, and nothing else. "The gap is
// 0.2 s", but "the faster is 0.2 s".
bool leadsToDifference(std::string_view word, std::string_view between) {
    static constexpr auto nouns = std::to_array<std::string_view>(
        {"difference", "gap", "premium", "markup", "saving", "savings", "reduction", "improvement",
         "increase", "價差", "价差", "差額", "差额", "差距", "溢價", "溢价"});
    static constexpr auto copulas = std::to_array<std::string_view>({"was", "is", "為", "为", "是"});
    const bool noun = std::ranges::find(nouns, word) != nouns.end();
    static constexpr auto links = std::to_array<std::string_view>(
        {"by",   "of",   "about", "around", "roughly", "approximately", "nearly", "almost", "some",
         "only", "just", "了",    "約",     "约",      "大約",          "大约",   "近",     "將近",
         "将近", "達",   "达",    "多達",   "多达",    "至少"});
    for (between = trim(between); !between.empty(); between = trim(between)) {
        std::size_t size = 0;
        for (const std::string_view link : links)
            if (between.starts_with(link))
                size = std::max(size, link.size());
        for (const std::string_view copula : copulas)
            if (noun && between.starts_with(copula))
                size = std::max(size, copula.size());
        if (size == 0)
            return false;
        between.remove_prefix(size);
    }
    return true;
}

// "The gap between Azure and AWS is 0.2 s": whose it is, and nothing else.
bool isDifferenceBetween(const ClaimSentence& sentence, Span word, Span figure) {
    static constexpr auto nouns = std::to_array<std::string_view>(
        {"difference", "gap", "價差", "价差", "差額", "差额", "差距", "相差"});
    static constexpr auto links = std::to_array<std::string_view>(
        {" ",     "between", "and",     "in",     "of",    "to",   "is",   "was",  "the", "only", "just",
         "about", "some",    "latency", "median", "price", "與",   "与",   "和",   "的",  "之間", "之间",
         "為",    "为",      "是",      "約",     "约",    "延遲", "延迟", "價格", "价格"});
    if (word.end > figure.begin || figure.begin - word.end > gapReach)
        return false;
    const std::string said = lowerAscii(sentence.said(word));
    return std::ranges::find(nouns, said) != nouns.end() &&
           saysOnly(sentence, {word.end, figure.begin}, links);
}

// "0.2 s below AWS Bedrock's", 比 AWS 低 0.2 秒: as far as that from another figure.
bool isSetApart(const ClaimSentence& sentence, Span figure) {
    constexpr std::size_t longest = 16; // bytes of the word and what follows
    const std::string behind =
        lowerAscii(sentence.said({figure.end, std::min(sentence.span.end, figure.end + longest)}));
    for (const std::string_view preposition : {" below ", " above ", " ahead of ", " behind "})
        if (behind.starts_with(preposition) && behind.size() > preposition.size() &&
            behind[preposition.size()] != '$' &&
            !isDigit(static_cast<unsigned char>(behind[preposition.size()])))
            return true;
    std::string_view ahead = trim(sentence.said({sentence.span.begin, figure.begin}));
    for (const std::string_view nearly : {"約", "约", "大約", "大约", "了", "近"})
        if (ahead.ends_with(nearly))
            ahead = trim(ahead.substr(0, ahead.size() - nearly.size()));
    for (const std::string_view far : {"低", "高", "少", "多"})
        if (ahead.ends_with(far))
            for (const std::string_view than : {"比", "較", "较"})
                if (const std::size_t at = ahead.rfind(than);
                    at != ahead.npos && ahead.find("，", at) == ahead.npos)
                    return true;
    return false;
}

} // namespace

bool isDifference(const ClaimSentence& sentence, Span figure) {
    if (isSetApart(sentence, figure))
        return true;
    for (const ClaimWordAt& one : sentence.words.words) {
        const bool behind = one.span.begin >= figure.end && one.span.begin <= figure.end + 1;
        const bool ahead = one.span.end <= figure.begin;
        if (one.word == ClaimWord::Compared &&
            (behind || (ahead && leadsToDifference(lowerAscii(sentence.said(one.span)),
                                                   sentence.said({one.span.end, figure.begin})))))
            return true;
        if (one.word == ClaimWord::Compared && isDifferenceBetween(sentence, one.span, figure))
            return true;
        if (one.word == ClaimWord::By && ahead && one.span.end + 1 >= figure.begin)
            return true;
    }
    return false;
}

} // namespace parallax::data
