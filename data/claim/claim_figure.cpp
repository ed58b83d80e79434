// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_figure.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {
namespace {

constexpr double longestLatency = 600; // seconds; longer times are no latency of an answer
constexpr std::int64_t mostTokens = 2'000'000;
constexpr double fastestAnswer = 10'000; // tokens a second of one answer

// "99.5 % of the time": a share, and of time.
bool isShareOfTime(std::string_view after) {
    while (after.starts_with(' '))
        after.remove_prefix(1);
    for (const std::string_view words :
         {"of the time", "of all time", "of the month", "of each month", "of every month", "of the year",
          "的時間", "的时间", "的時段", "的时段"})
        if (after.starts_with(words))
            return true;
    return false;
}

bool isLevel(const Quantity& quantity, std::string_view after) {
    const bool plain = quantity.role == Role::None || quantity.role == Role::Level ||
                       quantity.role == Role::From || quantity.role == Role::To ||
                       (quantity.role == Role::Share && isShareOfTime(after));
    const bool amount = quantity.kind == QuantityKind::Scalar || quantity.kind == QuantityKind::Range ||
                        (quantity.kind == QuantityKind::Duration && quantity.dimension == Dimension::Time);
    return plain && amount && quantity.bound != Bound::Vague && quantity.direction == 0 && quantity.sign == 0;
}

double lowOf(const Quantity& quantity) {
    return quantity.kind == QuantityKind::Range ? quantity.low.toDouble() : quantity.value.toDouble();
}

double highOf(const Quantity& quantity) {
    return quantity.kind == QuantityKind::Range ? quantity.high.toDouble() : quantity.value.toDouble();
}

// "每秒 120 個請求": the noun stands behind the figure.
bool beginsWithRequest(std::string_view after) {
    after = trim(after.substr(0, std::min<std::size_t>(after.size(), 24)));
    return after.starts_with("請求") || after.starts_with("请求") || after.starts_with("request") ||
           after.starts_with("次請求") || after.starts_with("次请求");
}

bool isPerSecond(const Quantity& quantity) {
    return quantity.dimension == Dimension::Rate ||
           (quantity.per && (quantity.per->unit == "second" || quantity.per->unit == "minute"));
}

bool isOfTokens(const Quantity& quantity) {
    return quantity.unit.starts_with("token") || quantity.unit.ends_with("(token)"); // 词元 (token)
}

std::size_t distance(Span a, Span b) {
    if (a.end <= b.begin)
        return b.begin - a.end;
    return b.end <= a.begin ? a.begin - b.end : 0;
}

std::optional<double> quantileOf(ClaimWord word) {
    switch (word) {
    case ClaimWord::P50:
        return 0.5;
    case ClaimWord::P75:
        return 0.75;
    case ClaimWord::P90:
        return 0.9;
    case ClaimWord::P95:
        return 0.95;
    case ClaimWord::P99:
        return 0.99;
    case ClaimWord::P999:
        return 0.999;
    default:
        return std::nullopt;
    }
}

TokenSide sideOf(ClaimWord word) {
    switch (word) {
    case ClaimWord::Input:
        return TokenSide::Input;
    case ClaimWord::Output:
        return TokenSide::Output;
    case ClaimWord::Total:
        return TokenSide::Total;
    case ClaimWord::Blended:
        return TokenSide::Blended;
    case ClaimWord::Cached:
        return TokenSide::CachedInput;
    default:
        return TokenSide::Unstated;
    }
}

ClaimBound boundOf(Bound bound) {
    switch (bound) {
    case Bound::AtLeast:
    case Bound::MoreThan:
        return ClaimBound::AtLeast;
    case Bound::AtMost:
    case Bound::LessThan:
        return ClaimBound::AtMost;
    default:
        return ClaimBound::Exact;
    }
}

// Words between an availability and its percentage: "availability was only 80 %", 可用性僅 80%.
bool isBesideAvailability(std::string_view between) {
    static constexpr auto small = std::to_array<std::string_view>(
        {"of", "was", "is", "at", "about", "only", "just", "a",  "an", "had", "reached", "around", "rate",
         "為", "为",  "是", "僅", "仅",    "只有", "約",   "约", "達", "达",  "的",      "："});
    between = trim(between);
    while (!between.empty()) {
        std::size_t size = 0;
        for (const std::string_view word : small)
            if (between.starts_with(word))
                size = std::max(size, word.size());
        if (size == 0)
            return false;
        between = trim(between.substr(size));
    }
    return true;
}

// "GPU availability", "availability of H100s": what can be had, not what answers.
bool isOfHardware(std::string_view text, Span availability, const ClaimWords& words) {
    return std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        if (one.word != ClaimWord::Hardware)
            return false;
        if (one.span.end <= availability.begin)
            return trim(text.substr(one.span.end, availability.begin - one.span.end)).empty();
        const std::string_view between =
            one.span.begin >= availability.end
                ? trim(text.substr(availability.end, one.span.begin - availability.end))
                : std::string_view("-");
        return between == "of" || between == "for";
    });
}

bool saysStatistic(const ClaimWords& words, Span own) {
    return std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        return (quantileOf(one.word) || one.word == ClaimWord::Mean) && one.span.begin >= own.begin &&
               one.span.end <= own.end;
    });
}

// The size of a comma that stands in no number, or of a semicolon; else 0.
std::size_t commaAt(std::string_view text, std::size_t at) {
    if (text[at] == ',' || text[at] == ';') {
        const bool number = at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
        return number ? 0 : 1;
    }
    static constexpr auto marks = std::to_array<std::string_view>({"，", "；"});
    for (const std::string_view mark : marks)
        if (text.substr(at).starts_with(mark))
            return mark.size();
    return 0;
}

// "Its uptime was 99.82 %, below the 99.9 % of its SLA": an availability in a clause of its own, where
// another clause has the promise and its figure.
bool isBesideAPromise(std::string_view text, const Quantity& percent, const ClaimWords& words,
                      Span sentence) {
    std::size_t begin = sentence.begin;
    Span own = sentence;
    bool promised = false; // by another clause
    const auto clause = [&](Span part) {
        if (isWithin(percent.span, part))
            own = part;
        else if (words.says(ClaimWord::Contract, part))
            promised =
                promised || text.substr(part.begin, part.end - part.begin).find_first_of("0123456789") !=
                                std::string_view::npos;
    };
    for (std::size_t at = sentence.begin; at < sentence.end; ++at)
        if (const std::size_t size = commaAt(text, at); size > 0) {
            clause({begin, at});
            begin = at + size;
            at = begin - 1;
        }
    clause({begin, sentence.end});
    return promised && words.says(ClaimWord::Availability, own) && !words.says(ClaimWord::Contract, own);
}

// "Availability was 99.95 % under an SLA of 99.9 %": what was reached, and right beside the promise another
// figure.
bool isReachedUnderAPromise(std::string_view text, const Quantity& percent, const ClaimWords& words) {
    bool reached = false, promisedOther = false;
    for (const ClaimWordAt& one : words.words) {
        if (one.word == ClaimWord::Availability && one.span.end <= percent.span.begin)
            reached =
                reached || isBesideAvailability(text.substr(one.span.end, percent.span.begin - one.span.end));
        if (one.word != ClaimWord::Contract || one.span.begin < percent.span.end)
            continue;
        const std::string_view behind = text.substr(one.span.end);
        const std::size_t digit = behind.find_first_of("0123456789");
        promisedOther =
            promisedOther || (digit != behind.npos && isBesideAvailability(behind.substr(0, digit)));
    }
    return reached && promisedOther;
}

} // namespace

FigureClass figureClass(const Quantity& quantity, std::string_view after) {
    if (!isLevel(quantity, after))
        return FigureClass::None;
    const double low = lowOf(quantity), high = highOf(quantity);
    if (!(low > 0) || !(high >= low))
        return FigureClass::None;
    if (quantity.dimension == Dimension::Time && quantity.unit == "s" && high <= longestLatency &&
        !quantity.per)
        return FigureClass::Time;
    if (quantity.dimension == Dimension::Currency && quantity.per && quantity.per->unit == "token")
        return FigureClass::Price;
    if (quantity.dimension == Dimension::Ratio && quantity.unit == "%" && high <= 100)
        return FigureClass::Percent;
    if (!isPerSecond(quantity))
        return FigureClass::None;
    if (isOfTokens(quantity))
        return FigureClass::TokenRate;
    if (quantity.unit.starts_with("req") || quantity.unit.starts_with("quer") ||
        quantity.unit.starts_with("call") || beginsWithRequest(after))
        return FigureClass::RequestRate;
    return FigureClass::None;
}

std::optional<ClaimShape> claimShape(FigureClass figure, const ClaimWords& words, Span own, bool tokensSaid) {
    switch (figure) {
    case FigureClass::Time:
        if (words.says(ClaimWord::FirstToken, own))
            return ClaimShape{ClaimKind::Latency, ClaimSpan::FirstToken};
        if (words.says(ClaimWord::PerToken, own))
            return ClaimShape{ClaimKind::Latency, ClaimSpan::PerToken};
        if (words.says(ClaimWord::Downtime, own))
            return std::nullopt;
        if (words.says(ClaimWord::Latency, own) || saysStatistic(words, own) || tokensSaid)
            return ClaimShape{ClaimKind::Latency, ClaimSpan::EndToEnd};
        return std::nullopt;
    case FigureClass::TokenRate:
        if (words.says(ClaimWord::Throughput, own) || words.says(ClaimWord::Hardware, own))
            return ClaimShape{ClaimKind::Throughput};
        return ClaimShape{ClaimKind::Speed};
    case FigureClass::RequestRate:
        return ClaimShape{ClaimKind::Throughput};
    case FigureClass::Price:
        return ClaimShape{ClaimKind::Price};
    case FigureClass::Percent:
        if (words.says(ClaimWord::Availability, own) || words.says(ClaimWord::Contract, own) ||
            (words.says(ClaimWord::Available, own) && words.says(ClaimWord::OfTheTime, own)))
            return ClaimShape{ClaimKind::Availability};
        return std::nullopt;
    case FigureClass::None:
        break;
    }
    return std::nullopt;
}

bool isAvailability(std::string_view text, const Quantity& percent, const ClaimWords& words) {
    // "Credits of 10 % below 99.9 %": a threshold, which nobody promises or reaches.
    if (boundOf(percent.bound) == ClaimBound::AtMost)
        return false;
    const std::string behind = lowerAscii(trim(text.substr(std::min(percent.span.end, text.size()), 24)));
    for (const std::string_view confidence :
         {"ci", "confidence", "interval", "信賴", "信赖", "置信", "區間", "区间"})
        if (behind.starts_with(confidence))
            return false;
    constexpr std::size_t right = 2; // bytes: "a 99 % latency SLA"
    if (std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
            return one.word == ClaimWord::Latency && one.span.begin >= percent.span.end &&
                   one.span.begin <= percent.span.end + right;
        }))
        return false;
    bool beside = lowOf(percent) >= leastAvailability;
    for (const ClaimWordAt& one : words.words) {
        if (one.word != ClaimWord::Availability)
            continue;
        if (isOfHardware(text, one.span, words))
            return false;
        const Span gap = one.span.end <= percent.span.begin ? Span{one.span.end, percent.span.begin}
                                                            : Span{percent.span.end, one.span.begin};
        beside = beside ||
                 (gap.begin <= gap.end && isBesideAvailability(text.substr(gap.begin, gap.end - gap.begin)));
    }
    return beside;
}

bool isPromised(std::string_view text, const Quantity& percent, const ClaimWords& words, Span sentence) {
    if (!words.says(ClaimWord::Contract, sentence) || isBesideAPromise(text, percent, words, sentence) ||
        isReachedUnderAPromise(text, percent, words))
        return false;
    // Of 不低於 the 低於 says nothing of what was reached.
    const bool observed = std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        return one.word == ClaimWord::Observed && isWithin(one.span, sentence) &&
               !text.substr(0, one.span.begin).ends_with("不");
    });
    if (!observed)
        return true;
    return std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        if (one.word != ClaimWord::Contract)
            return false;
        const Span gap = one.span.end <= percent.span.begin ? Span{one.span.end, percent.span.begin}
                                                            : Span{percent.span.end, one.span.begin};
        return gap.begin <= gap.end && isBesideAvailability(text.substr(gap.begin, gap.end - gap.begin));
    });
}

void stateFigure(Claim& claim, const Quantity& quantity, FigureClass figure) {
    double scale = 1;
    switch (figure) {
    case FigureClass::Time:
        claim.unit = "s";
        break;
    case FigureClass::TokenRate:
    case FigureClass::RequestRate:
        claim.unit = figure == FigureClass::TokenRate ? "token/s" : "req/s";
        if (quantity.per && quantity.per->unit == "minute")
            scale = 1.0 / 60;
        // Nobody reads an answer by the minute, and none comes so fast: that is what a service does for all.
        if (claim.kind == ClaimKind::Speed && (scale < 1 || lowOf(quantity) > fastestAnswer))
            claim.kind = ClaimKind::Throughput;
        break;
    case FigureClass::Percent:
        claim.unit = "%";
        break;
    case FigureClass::Price:
        claim.unit = quantity.unit;
        claim.perTokens = quantity.per ? quantity.per->value.toDouble() : 1;
        break;
    case FigureClass::None:
        break;
    }
    claim.stated.low = lowOf(quantity) * scale;
    claim.stated.high = highOf(quantity) * scale;
    claim.stated.resolution = quantity.resolution.toDouble() * scale;
    claim.stated.bound = boundOf(quantity.bound);
    claim.stated.approximate = quantity.approx;
    claim.expected = quantity.hedge == Hedge::Expected || quantity.hedge == Hedge::Estimated ||
                     quantity.hedge == Hedge::Possible;
}

void stateStatistic(Claim& claim, const ClaimWords& words, Span own, Span at) {
    std::size_t nearest = std::numeric_limits<std::size_t>::max();
    for (const ClaimWordAt& one : words.words) {
        if (one.span.begin < own.begin || one.span.end > own.end)
            continue;
        // "on average (p50)": the quantile says it more exactly.
        if (const auto quantile = quantileOf(one.word); quantile && distance(one.span, at) < nearest) {
            nearest = distance(one.span, at);
            claim.statistic = ClaimStatistic::Quantile;
            claim.quantile = *quantile;
        } else if (one.word == ClaimWord::Mean && claim.statistic == ClaimStatistic::Unstated) {
            claim.statistic = ClaimStatistic::Mean;
        }
    }
}

TokenSide tokenSideNear(const ClaimWords& words, Span at, Span within, std::size_t reach) {
    TokenSide side = TokenSide::Unstated;
    std::size_t nearest = reach + 1;
    for (const ClaimWordAt& one : words.words) {
        if (one.span.begin < within.begin || one.span.end > within.end ||
            sideOf(one.word) == TokenSide::Unstated)
            continue;
        if (const std::size_t away = distance(one.span, at); away < nearest) {
            nearest = away;
            side = sideOf(one.word);
        }
    }
    return side;
}

bool isTokenCount(const Quantity& quantity) {
    return quantity.dimension == Dimension::Count && isOfTokens(quantity) && !quantity.per &&
           quantity.kind == QuantityKind::Scalar && tokenCountOf(quantity) > 0;
}

std::int64_t tokenCountOf(const Quantity& quantity) {
    const double value = quantity.value.toDouble();
    return value >= 1 && value <= static_cast<double>(mostTokens) ? static_cast<std::int64_t>(value) : 0;
}

std::string termsIn(std::string_view text, const ClaimWords& words, Span within) {
    for (const ClaimWordAt& one : words.words)
        if (one.word == ClaimWord::Special && one.span.begin >= within.begin && one.span.end <= within.end)
            return std::string(text.substr(one.span.begin, one.span.end - one.span.begin));
    return {};
}

std::string cacheWriteIn(std::string_view text, const ClaimWords& words, Span own) {
    for (const ClaimWordAt& one : words.words)
        if (one.word == ClaimWord::CacheWrite && isWithin(one.span, own))
            return std::string(text.substr(one.span.begin, one.span.end - one.span.begin));
    return {};
}

std::string hardwareIn(std::string_view text, const ClaimWords& words, Span within) {
    const auto belongs = [](std::string_view before) -> std::size_t {
        for (const std::string_view mark : {"×", "張", "张", "顆", "颗", "台"})
            if (before.ends_with(mark))
                return mark.size();
        const char c = before.empty() ? '\0' : before.back();
        return (c >= '0' && c <= '9') || c == 'x' || c == 'X' || c == ' ' || c == '*' ? 1 : 0;
    };
    std::string found;
    for (const ClaimWordAt& one : words.words) {
        if (one.word != ClaimWord::Hardware || one.span.begin < within.begin || one.span.end > within.end)
            continue;
        std::size_t begin = one.span.begin;
        while (begin > within.begin) {
            const std::size_t step = belongs(text.substr(within.begin, begin - within.begin));
            if (step == 0)
                break;
            begin -= step;
        }
        if (begin > within.begin && text[begin] != ' ' && isAsciiLetter(text[begin - 1]))
            begin = one.span.begin; // "an eight-H100 node": a part of a name
        const std::string_view named = trim(text.substr(begin, one.span.end - begin));
        // One with a number goes before a bare "node".
        if (named.front() >= '0' && named.front() <= '9')
            return std::string(named);
        if (found.empty())
            found = named;
    }
    return found;
}

void inherit(Claim& claim, const Claim& from) {
    if (claim.statistic == ClaimStatistic::Unstated) {
        claim.statistic = from.statistic;
        claim.quantile = from.quantile;
    }
    if (claim.tokens == 0) {
        claim.tokens = from.tokens;
        claim.side = claim.side == TokenSide::Unstated ? from.side : claim.side;
    }
    if (claim.model.empty()) {
        claim.model = from.model;
        claim.modelMakers = from.modelMakers;
    }
    if (claim.region.empty()) {
        claim.region = from.region;
        claim.regionIds = from.regionIds;
    }
    if (claim.setting.empty())
        claim.setting = from.setting;
    claim.contract = claim.contract || from.contract;
}

void pairClaims(std::vector<Claim>& claims, std::size_t from) {
    for (std::size_t i = from; i < claims.size(); ++i)
        for (std::size_t k = from; k < i; ++k) {
            const Claim& first = claims[k];
            Claim& later = claims[i];
            if (first.base || first.kind != later.kind || first.span != later.span ||
                first.unit != later.unit || first.subject.name == later.subject.name ||
                first.statistic != later.statistic || first.quantile != later.quantile ||
                first.tokens != later.tokens || first.model != later.model || first.region != later.region ||
                first.from != later.from || first.to != later.to)
                continue;
            later.base = ClaimBase{first.subject, first.stated};
            break;
        }
}

bool sameDimension(FigureClass figure, const Claim& claim) {
    switch (figure) {
    case FigureClass::Time:
        return claim.kind == ClaimKind::Latency;
    case FigureClass::TokenRate:
        return claim.unit == "token/s";
    case FigureClass::RequestRate:
        return claim.unit == "req/s";
    case FigureClass::Price:
        return claim.kind == ClaimKind::Price;
    case FigureClass::Percent:
        return claim.kind == ClaimKind::Availability;
    case FigureClass::None:
        break;
    }
    return false;
}

} // namespace parallax::data
