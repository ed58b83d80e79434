// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_aside.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "base/utf8.h"
#include "data/claim/ascii.h"

namespace parallax::data {
namespace {

using AsideForms = std::span<const std::string_view>;

constexpr auto extremes = std::to_array<std::string_view>({"maximum",
                                                           "maxima",
                                                           "max",
                                                           "minimum",
                                                           "minima",
                                                           "min",
                                                           "worst",
                                                           "worst-case",
                                                           "best-case",
                                                           "best case",
                                                           "peak latency",
                                                           "peak ttft",
                                                           "standard deviation",
                                                           "standard deviations",
                                                           "std",
                                                           "stdev",
                                                           "stddev",
                                                           "std-dev",
                                                           "sd",
                                                           "deviation",
                                                           "standard error",
                                                           "variance",
                                                           "variances",
                                                           "variation",
                                                           "jitter",
                                                           "interquartile",
                                                           "iqr",
                                                           "outlier",
                                                           "outliers",
                                                           "margin of error",
                                                           "最大",
                                                           "最小",
                                                           "最坏",
                                                           "最壞",
                                                           "最差",
                                                           "标准差",
                                                           "標準差",
                                                           "标准偏差",
                                                           "標準偏差",
                                                           "标准误",
                                                           "標準誤",
                                                           "方差",
                                                           "變異數",
                                                           "变异数",
                                                           "抖动",
                                                           "抖動",
                                                           "波动",
                                                           "波動",
                                                           "峰值延迟",
                                                           "峰值延遲",
                                                           "极值",
                                                           "極值",
                                                           "离群",
                                                           "離群",
                                                           "四分位距",
                                                           "σ",
                                                           "誤差",
                                                           "误差",
                                                           "极差"});
// What may compare endpoints as well as answers: with a percentile it is one of these.
constexpr auto superlatives = std::to_array<std::string_view>(
    {"highest", "lowest",   "longest",  "shortest", "slowest", "fastest", "tail latency", "tail latencies",
     "最高",    "最低",     "最长",     "最長",     "最短",    "最慢",    "最快",         "尾延迟",
     "尾延遲",  "尾部延迟", "尾部延遲", "长尾",     "長尾",    "最优",    "最佳"});
constexpr auto others = std::to_array<std::string_view>({"network",
                                                         "round trip to",
                                                         "round-trip to",
                                                         "ping",
                                                         "rtt",
                                                         "dns",
                                                         "dns lookup",
                                                         "tls",
                                                         "handshake",
                                                         "tcp",
                                                         "embedding",
                                                         "embeddings",
                                                         "embed",
                                                         "whisper",
                                                         "transcription",
                                                         "transcriptions",
                                                         "transcribe",
                                                         "transcribes",
                                                         "transcribing",
                                                         "speech",
                                                         "text-to-speech",
                                                         "speech-to-text",
                                                         "tts",
                                                         "dall-e",
                                                         "reranking",
                                                         "reranker",
                                                         "rerank",
                                                         "vector search",
                                                         "retrieval",
                                                         "api management",
                                                         "apim",
                                                         "front door",
                                                         "application gateway",
                                                         "load balancer",
                                                         "overhead",
                                                         "adds",
                                                         "add",
                                                         "added",
                                                         "adding",
                                                         "网络",
                                                         "網路",
                                                         "網絡",
                                                         "往返",
                                                         "嵌入",
                                                         "向量",
                                                         "转写",
                                                         "轉寫",
                                                         "转录",
                                                         "轉錄",
                                                         "语音",
                                                         "語音",
                                                         "握手",
                                                         "增加",
                                                         "额外",
                                                         "額外",
                                                         "開銷",
                                                         "开销",
                                                         "負載平衡",
                                                         "负载均衡",
                                                         "重排",
                                                         "域名解析",
                                                         "检索"});
constexpr auto behindCount =
    std::to_array<std::string_view>({"tokens", "token", "output", "input", "number", "batch", "context"});
constexpr auto clauseMarks = std::to_array<std::string_view>(
    {",", ";", "，", "；", "、", "。", "(", "（", ")", "）", " and ", ":", "："});

bool inModel(const ClaimWords& words, std::size_t at) {
    return std::ranges::any_of(words.models, [&](const ModelAt& model) {
        return model.span.begin <= at && at <= model.span.end + 1;
    });
}

// "max_tokens", "a maximum of 500 tokens", "max output": a bound on something else.
bool isOfLength(std::string_view rest) {
    if (rest.starts_with('_'))
        return true;
    rest = trim(rest);
    if (rest.starts_with("of "))
        rest = trim(rest.substr(3));
    if (std::ranges::any_of(behindCount, [&](std::string_view word) { return rest.starts_with(word); }) ||
        rest.starts_with("输出") || rest.starts_with("輸出") || rest.starts_with("输入") ||
        rest.starts_with("輸入"))
        return true;
    std::size_t digits = 0;
    while (digits < rest.size() && (isDigit(rest[digits]) || rest[digits] == ','))
        ++digits;
    if (digits == 0)
        return false;
    rest = trim(rest.substr(digits));
    for (const std::string_view mark : {"-", "个", "個"})
        if (rest.starts_with(mark))
            rest = trim(rest.substr(mark.size()));
    return rest.starts_with("output") || rest.starts_with("input") || rest.starts_with("token") ||
           rest.starts_with("输出") || rest.starts_with("輸出") || rest.starts_with("词元") ||
           rest.starts_with("詞元");
}

// Where the first of the forms stands within, as a word of its own.
std::optional<std::size_t> firstOf(std::string_view text, Span within, AsideForms forms,
                                   const ClaimWords& words) {
    const std::string said = lowerAscii(text.substr(within.begin, within.end - within.begin));
    std::optional<std::size_t> found;
    for (const std::string_view form : forms) {
        const bool ascii = isAsciiLetter(form.front());
        for (std::size_t at = said.find(form); at != said.npos; at = said.find(form, at + form.size())) {
            const std::size_t end = at + form.size();
            const auto inWord = [](char c) { return isAsciiLetter(c) || isDigit(c); };
            if (ascii && ((at > 0 && inWord(said[at - 1])) || (end < said.size() && inWord(said[end]))))
                continue;
            if (inModel(words, within.begin + at) || isOfLength(std::string_view(said).substr(end)))
                continue;
            found = std::min(found.value_or(within.begin + at), within.begin + at);
            break;
        }
    }
    return found;
}

bool saysQuantile(const ClaimWords& words, Span own) {
    for (ClaimWord word = ClaimWord::P50; word <= ClaimWord::Mean;
         word = static_cast<ClaimWord>(static_cast<int>(word) + 1))
        if (words.says(word, own))
            return true;
    return false;
}

} // namespace

Aside asideIn(std::string_view text, Span own, Span figure, const ClaimWords& words) {
    if (firstOf(text, own, extremes, words) ||
        (!saysQuantile(words, own) && firstOf(text, {own.begin, figure.begin}, superlatives, words)))
        return Aside::Statistic;
    return firstOf(text, own, others, words) ? Aside::Other : Aside::None;
}

bool isAsideLabel(std::string_view label, const ClaimWords& words) {
    const Span whole{0, label.size()};
    return asideIn(label, whole, {label.size(), label.size()}, words) != Aside::None;
}

std::size_t asideBegins(std::string_view text, Span gap, const ClaimWords& words) {
    constexpr std::size_t right = 2; // bytes: "80 ms maximum"
    const auto at = firstOf(text, gap, extremes, words);
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
    for (const AsideForms step :
         {AsideForms(amounts), AsideForms(measures), AsideForms(sides), AsideForms(links)}) {
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
