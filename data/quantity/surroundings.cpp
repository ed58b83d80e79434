// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/surroundings.h"

#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

// What a word beside a figure says of it. A filler says nothing, and the word beyond it is looked at.
enum class Cue {
    Filler,
    Cagr,
    Growth, // "growth rate of": the word before may make it a compound one
    Yoy,
    Mom,
    Share,
    Level,
    Return,
    Valuation,
    Up,
    Down,
    Reported,
    Estimated,
    Expected,
    Possible,
};

constexpr auto before = wordTable<Cue>({{U"of", Cue::Filler},
                                        {U"at", Cue::Filler},
                                        {U"by", Cue::Filler},
                                        {U"to", Cue::Filler},
                                        {U"a", Cue::Filler},
                                        {U"an", Cue::Filler},
                                        {U"the", Cue::Filler},
                                        {U"is", Cue::Filler},
                                        {U"was", Cue::Filler},
                                        {U"be", Cue::Filler},
                                        {U"about", Cue::Filler},
                                        {U"around", Cue::Filler},
                                        {U"roughly", Cue::Filler},
                                        {U"another", Cue::Filler},
                                        {U"just", Cue::Filler},
                                        {U"only", Cue::Filler},
                                        {U"an additional", Cue::Filler},
                                        {U"reach", Cue::Filler},
                                        {U"hit", Cue::Filler},
                                        {U"exceed", Cue::Filler},
                                        {U"total", Cue::Filler},
                                        {U"cost", Cue::Filler},
                                        {U"grow", Cue::Filler},
                                        {U"raise", Cue::Filler},
                                        {U"top", Cue::Filler},
                                        {U"surpass", Cue::Filler},
                                        {U"spend", Cue::Filler},
                                        {U"invest", Cue::Filler},
                                        {U"cagr", Cue::Cagr},
                                        {U"compound", Cue::Cagr},
                                        {U"compounded", Cue::Cagr},
                                        {U"annual", Cue::Filler},
                                        {U"annually", Cue::Filler},
                                        {U"rate", Cue::Filler},
                                        {U"growth", Cue::Growth},
                                        {U"yoy", Cue::Yoy},
                                        {U"mom", Cue::Mom},
                                        {U"share", Cue::Share},
                                        {U"stake", Cue::Share},
                                        {U"margin", Cue::Level},
                                        {U"margins", Cue::Level},
                                        {U"uptime", Cue::Level},
                                        {U"availability", Cue::Level},
                                        {U"sla", Cue::Level},
                                        {U"utilization", Cue::Level},
                                        {U"utilisation", Cue::Level},
                                        {U"accuracy", Cue::Level},
                                        {U"penetration", Cue::Level},
                                        {U"return", Cue::Return},
                                        {U"returns", Cue::Return},
                                        {U"roi", Cue::Return},
                                        {U"irr", Cue::Return},
                                        {U"valuation", Cue::Valuation},
                                        {U"valued", Cue::Valuation},
                                        {U"valuing", Cue::Valuation},
                                        {U"up", Cue::Up},
                                        {U"rose", Cue::Up},
                                        {U"rise", Cue::Up},
                                        {U"rises", Cue::Up},
                                        {U"risen", Cue::Up},
                                        {U"rising", Cue::Up},
                                        {U"grew", Cue::Up},
                                        {U"grown", Cue::Up},
                                        {U"growing", Cue::Up},
                                        {U"grows", Cue::Up},
                                        {U"gained", Cue::Up},
                                        {U"gain", Cue::Up},
                                        {U"increase", Cue::Up},
                                        {U"increased", Cue::Up},
                                        {U"increases", Cue::Up},
                                        {U"increasing", Cue::Up},
                                        {U"climbed", Cue::Up},
                                        {U"jumped", Cue::Up},
                                        {U"surged", Cue::Up},
                                        {U"soared", Cue::Up},
                                        {U"expanded", Cue::Up},
                                        {U"improved", Cue::Up},
                                        {U"added", Cue::Up},
                                        {U"down", Cue::Down},
                                        {U"fell", Cue::Down},
                                        {U"fall", Cue::Down},
                                        {U"fallen", Cue::Down},
                                        {U"falling", Cue::Down},
                                        {U"drop", Cue::Down},
                                        {U"dropped", Cue::Down},
                                        {U"drops", Cue::Down},
                                        {U"dropping", Cue::Down},
                                        {U"decline", Cue::Down},
                                        {U"declined", Cue::Down},
                                        {U"declines", Cue::Down},
                                        {U"decreased", Cue::Down},
                                        {U"decrease", Cue::Down},
                                        {U"shrank", Cue::Down},
                                        {U"slid", Cue::Down},
                                        {U"slipped", Cue::Down},
                                        {U"lost", Cue::Down},
                                        {U"cut", Cue::Down},
                                        {U"reduced", Cue::Down},
                                        {U"lowered", Cue::Down},
                                        {U"contracted", Cue::Down},
                                        {U"reportedly", Cue::Reported},
                                        {U"reported", Cue::Reported},
                                        {U"allegedly", Cue::Reported},
                                        {U"supposedly", Cue::Reported},
                                        {U"rumored", Cue::Reported},
                                        {U"rumoured", Cue::Reported},
                                        {U"estimated", Cue::Estimated},
                                        {U"est", Cue::Estimated},
                                        {U"estimate", Cue::Estimated},
                                        {U"estimates", Cue::Estimated},
                                        {U"expected", Cue::Expected},
                                        {U"projected", Cue::Expected},
                                        {U"forecast", Cue::Expected},
                                        {U"anticipated", Cue::Expected},
                                        {U"possibly", Cue::Possible},
                                        {U"perhaps", Cue::Possible},
                                        {U"potentially", Cue::Possible},
                                        {U"maybe", Cue::Possible},
                                        {U"could", Cue::Possible},
                                        {U"may", Cue::Possible},
                                        {U"might", Cue::Possible},
                                        {U"likely", Cue::Expected}});

constexpr auto after = wordTable<Cue>({{U"cagr", Cue::Cagr},
                                       {U"compound annual", Cue::Cagr},
                                       {U"compounded", Cue::Cagr},
                                       {U"yoy", Cue::Yoy},
                                       {U"y/y", Cue::Yoy},
                                       {U"year over year", Cue::Yoy},
                                       {U"year-over-year", Cue::Yoy},
                                       {U"year on year", Cue::Yoy},
                                       {U"year-on-year", Cue::Yoy},
                                       {U"mom", Cue::Mom},
                                       {U"m/m", Cue::Mom},
                                       {U"month over month", Cue::Mom},
                                       {U"month-over-month", Cue::Mom},
                                       {U"month on month", Cue::Mom},
                                       {U"month-on-month", Cue::Mom},
                                       {U"of", Cue::Share},
                                       {U"share", Cue::Share},
                                       {U"market share", Cue::Share},
                                       {U"stake", Cue::Share},
                                       {U"margin", Cue::Level},
                                       {U"margins", Cue::Level},
                                       {U"gross margin", Cue::Level},
                                       {U"operating margin", Cue::Level},
                                       {U"uptime", Cue::Level},
                                       {U"availability", Cue::Level},
                                       {U"accuracy", Cue::Level},
                                       {U"utilization", Cue::Level},
                                       {U"return", Cue::Return},
                                       {U"returns", Cue::Return},
                                       {U"roi", Cue::Return},
                                       {U"irr", Cue::Return},
                                       {U"valuation", Cue::Valuation},
                                       {U"increase", Cue::Up},
                                       {U"growth", Cue::Up},
                                       {U"gain", Cue::Up},
                                       {U"rise", Cue::Up},
                                       {U"jump", Cue::Up},
                                       {U"higher", Cue::Up},
                                       {U"more", Cue::Up},
                                       {U"faster", Cue::Up},
                                       {U"drop", Cue::Down},
                                       {U"decline", Cue::Down},
                                       {U"decrease", Cue::Down},
                                       {U"fall", Cue::Down},
                                       {U"cut", Cue::Down},
                                       {U"reduction", Cue::Down},
                                       {U"price cut", Cue::Down},
                                       {U"discount", Cue::Down},
                                       {U"off", Cue::Down},
                                       {U"cheaper", Cue::Down},
                                       {U"lower", Cue::Down},
                                       {U"less", Cue::Down},
                                       {U"fewer", Cue::Down},
                                       {U"slower", Cue::Down},
                                       {U"的年复合", Cue::Cagr},
                                       {U"的份额", Cue::Share},
                                       {U"的股份", Cue::Share},
                                       {U"的股权", Cue::Share},
                                       {U"的市占", Cue::Share},
                                       {U"的估值", Cue::Valuation},
                                       {U"估值", Cue::Valuation},
                                       {U"的回报", Cue::Return},
                                       {U"的报酬", Cue::Return},
                                       {U"回报", Cue::Return},
                                       {U"的毛利率", Cue::Level},
                                       {U"的折扣", Cue::Down}});

struct HanCue {
    std::u32string_view word;
    Cue cue;
};
constexpr HanCue hanBefore[] = {
    {U"回报率", Cue::Return},   {U"报酬率", Cue::Return},   {U"投报率", Cue::Return},
    {U"收益率", Cue::Return},   {U"回报", Cue::Return},     {U"市占率", Cue::Share},
    {U"占有率", Cue::Share},    {U"份额", Cue::Share},      {U"占比", Cue::Share},
    {U"比重", Cue::Share},      {U"市占", Cue::Share},      {U"占", Cue::Share},
    {U"持股", Cue::Share},      {U"分成", Cue::Share},      {U"毛利率", Cue::Level},
    {U"净利率", Cue::Level},    {U"利润率", Cue::Level},    {U"利用率", Cue::Level},
    {U"使用率", Cue::Level},    {U"可用性", Cue::Level},    {U"可用率", Cue::Level},
    {U"渗透率", Cue::Level},    {U"良率", Cue::Level},      {U"准确率", Cue::Level},
    {U"估值", Cue::Valuation},  {U"市值", Cue::Valuation},  {U"同比", Cue::Yoy},
    {U"据报导", Cue::Reported}, {U"据报道", Cue::Reported}, {U"据报", Cue::Reported},
    {U"据传", Cue::Reported},   {U"据称", Cue::Reported},   {U"据悉", Cue::Reported},
    {U"传", Cue::Reported},     {U"估计", Cue::Estimated},  {U"预估", Cue::Estimated},
    {U"估", Cue::Estimated},    {U"预计", Cue::Expected},   {U"预期", Cue::Expected},
    {U"有望", Cue::Expected},   {U"可望", Cue::Expected},   {U"预测", Cue::Expected},
    {U"可能", Cue::Possible},   {U"或将", Cue::Possible},   {U"或", Cue::Possible}};

bool isSpaceOrMark(char32_t c) {
    return c == U' ' || c == 0x2009 || c == U':' || c == U'(' || c == U'"';
}

bool isPercent(const Quantity& q) {
    return q.dimension == Dimension::Ratio && (q.unit == "%" || q.fraction) &&
           (q.kind == QuantityKind::Scalar || q.kind == QuantityKind::Range);
}

bool isPoints(const Quantity& q) {
    return q.dimension == Dimension::PercentagePoint;
}

// Applies what a word says; false when it says something else than what the figure is about.
void applyCue(Quantity& q, Cue cue, bool open) {
    const auto role = [&](Role value) {
        if (q.role == Role::None || (q.role == Role::Change && value != Role::Share && value != Role::Level))
            q.role = value;
    };
    switch (cue) {
    case Cue::Cagr:
        if (isPercent(q))
            role(Role::Cagr);
        break;
    case Cue::Yoy:
        if (isPercent(q))
            role(Role::Yoy);
        break;
    case Cue::Mom:
        if (isPercent(q))
            role(Role::Mom);
        break;
    case Cue::Share:
        if (isPercent(q) && open)
            role(Role::Share);
        break;
    case Cue::Level:
        if (isPercent(q) && open)
            role(Role::Level);
        break;
    case Cue::Return:
        if (isPercent(q) || q.kind == QuantityKind::Multiplier)
            role(Role::Return);
        break;
    case Cue::Valuation:
        if (q.dimension == Dimension::Currency)
            role(Role::Valuation);
        break;
    case Cue::Growth:
    case Cue::Up:
    case Cue::Down:
        if (!isPercent(q) && !isPoints(q))
            break;
        if (q.role == Role::None)
            q.role = isPoints(q) ? Role::Difference : Role::Change;
        if (q.sign == 0 && q.direction == 0 &&
            (q.role == Role::Change || q.role == Role::Yoy || q.role == Role::Mom ||
             q.role == Role::Difference))
            q.direction = cue == Cue::Down ? '-' : '+';
        break;
    default:
        break;
    }
}

Hedge hedgeOf(Cue cue) {
    switch (cue) {
    case Cue::Reported:
        return Hedge::Reported;
    case Cue::Estimated:
        return Hedge::Estimated;
    case Cue::Expected:
        return Hedge::Expected;
    case Cue::Possible:
        return Hedge::Possible;
    default:
        return Hedge::None;
    }
}

void applyHedge(Found& found, Cue cue, std::size_t begin, std::size_t end) {
    const Hedge hedge = hedgeOf(cue);
    if (hedge == Hedge::None || found.quantity->hedge != Hedge::None)
        return;
    found.quantity->hedge = hedge;
    found.hedgeBegin = begin;
    found.hedgeEnd = end;
}

// Up to five Latin words back, no further than `limit`.
void readWordsBefore(const FoldedText& text, Found& found, std::size_t limit) {
    std::size_t at = found.begin;
    bool growth = false;
    for (int words = 0; words < 5; ++words) {
        while (at > limit && (isSpaceOrMark(text[at - 1]) || (text[at - 1] == U'.' && words == 0)))
            --at;
        const std::size_t end = at;
        while (at > limit && end - at < 16 && isLatinLetter(text[at - 1]))
            --at;
        if (at == end || (at > 0 && isDigit(text[at - 1])))
            return;
        const auto* word = before.find(text, at);
        if (word == nullptr || word->word.size() != end - at)
            return;
        const Cue cue = word->value;
        const std::size_t stop = [&] { // the hedge's words, up to the figure
            std::size_t last = found.begin;
            while (last > end && isSpaceOrMark(text[last - 1]))
                --last;
            return last;
        }();
        applyHedge(found, cue, at, stop);
        if (cue == Cue::Cagr)
            found.quantity->role = isPercent(*found.quantity) ? Role::None : found.quantity->role;
        applyCue(*found.quantity, cue, true);
        growth = growth || cue == Cue::Growth;
        if (cue != Cue::Filler && cue != Cue::Growth)
            return;
        if (growth && cue == Cue::Filler && word->word == U"of")
            return;
    }
}

void readHanBefore(const FoldedText& text, Found& found, std::size_t limit) {
    constexpr std::u32string_view fillers = U"达为约是到至的了高将在率";
    std::size_t at = found.begin;
    for (int skipped = 0; skipped < 4 && at > limit; ++skipped) {
        if (text[at - 1] < 0x80 ? !isSpaceOrMark(text[at - 1])
                                : fillers.find(text[at - 1]) == std::u32string_view::npos)
            break;
        for (const auto& cue : hanBefore)
            if (cue.word.back() == text[at - 1] && at >= limit + cue.word.size() &&
                text.startsWith(at - cue.word.size(), cue.word)) {
                applyHedge(found, cue.cue, at - cue.word.size(), found.begin);
                applyCue(*found.quantity, cue.cue, true);
                return;
            }
        --at;
    }
    for (const auto& cue : hanBefore) {
        if (at < limit + cue.word.size() || cue.word.back() != text[at - 1] ||
            !text.startsWith(at - cue.word.size(), cue.word))
            continue;
        applyHedge(found, cue.cue, at - cue.word.size(), found.begin);
        applyCue(*found.quantity, cue.cue, true);
        return;
    }
    // 佔營收20%: a share of something named in between.
    if (isPercent(*found.quantity) && found.quantity->role == Role::None)
        for (std::size_t k = at; k > limit && at - k < 8; --k) {
            const char32_t c = text[k - 1];
            if (c == U'占')
                applyCue(*found.quantity, Cue::Share, true);
            if (c < 0x4E00 && !isLatinLetter(c))
                return;
        }
}

void readAfter(const FoldedText& text, Found& found, std::size_t limit) {
    const std::size_t at = text.skipBlanks(found.end);
    if (at >= limit && limit < text.size())
        return;
    if (const auto* word = after.find(text, at)) {
        if (word->value != Cue::Share || word->word != U"of" || at > found.end)
            applyCue(*found.quantity, word->value, found.quantity->role == Role::None);
        if (word->value != Cue::Up && word->value != Cue::Down)
            return;
        // "12% higher year over year"
        if (const auto* next = after.find(text, text.skipBlanks(at + word->word.size()));
            next != nullptr && (next->value == Cue::Yoy || next->value == Cue::Mom))
            applyCue(*found.quantity, next->value, true);
        return;
    }
    // (est.), est., (reported)
    static constexpr auto hedges = wordTable<Cue>({{U"est.", Cue::Estimated},
                                                   {U"(est.)", Cue::Estimated},
                                                   {U"(est)", Cue::Estimated},
                                                   {U"(estimated)", Cue::Estimated},
                                                   {U"(estimate)", Cue::Estimated},
                                                   {U"(reported)", Cue::Reported},
                                                   {U"(reportedly)", Cue::Reported},
                                                   {U"(projected)", Cue::Expected},
                                                   {U"(forecast)", Cue::Expected},
                                                   {U"(expected)", Cue::Expected},
                                                   {U"(估)", Cue::Estimated},
                                                   {U"(预估)", Cue::Estimated},
                                                   {U"(估计)", Cue::Estimated},
                                                   {U"(预计)", Cue::Expected},
                                                   {U"(预期)", Cue::Expected}});
    if (const auto* hedge = hedges.find(text, at))
        applyHedge(found, hedge->value, at, at + hedge->word.size());
}

// `word` ends right before `i`, blanks between them skipped, and begins at a word's beginning.
bool endsBefore(const FoldedText& text, std::size_t i, std::u32string_view word) {
    while (i > 0 && (text[i - 1] == U' ' || text[i - 1] == U':' || text[i - 1] == U','))
        --i;
    if (i < word.size() || !text.startsWith(i - word.size(), word))
        return false;
    return word.front() >= 0x80 || i == word.size() || !isLatinLetter(text[i - word.size() - 1]);
}

bool isPlain(const Quantity& q) {
    return (q.kind == QuantityKind::Scalar || q.kind == QuantityKind::Multiplier) &&
           (q.role == Role::None || q.role == Role::Change || q.role == Role::Share ||
            q.role == Role::Level || q.role == Role::Valuation) &&
           q.sign == 0;
}

// from A to B, up from A to B, to B from A, 從A增至B, A → B
void readFromTo(const FoldedText& text, Found& first, Found& second) {
    auto& a = *first.quantity;
    auto& b = *second.quantity;
    if (a.dimension != b.dimension || a.unit != b.unit || second.begin - first.end > 40 || !isPlain(a) ||
        !isPlain(b))
        return;
    const bool fromFirst = endsBefore(text, first.begin, U"from");
    if (fromFirst && endsBefore(text, second.begin, U"to")) {
        a.role = Role::From;
        b.role = Role::To;
        return;
    }
    if (endsBefore(text, first.begin, U"to") && endsBefore(text, second.begin, U"from")) {
        a.role = Role::To;
        b.role = Role::From;
        return;
    }
    const std::size_t arrow = text.skipBlanks(first.end);
    const bool thin = text[arrow] == 0x2192;
    const bool drawn = text[arrow] == U'-' && text[arrow + 1] == U'>';
    if ((thin || drawn) && text.skipBlanks(arrow + (thin ? 1 : 2)) == second.begin) {
        a.role = Role::From;
        b.role = Role::To;
        return;
    }
    // 從2025年的A增至B: the year may stand between.
    const std::size_t start = first.periodEnd > first.periodBegin && first.periodBegin < first.begin
                                  ? first.periodBegin
                                  : first.begin;
    if (!endsBefore(text, start, U"从") && !endsBefore(text, start, U"由"))
        return;
    const std::size_t target = second.periodEnd > second.periodBegin && second.periodBegin < second.begin
                                   ? second.periodBegin
                                   : second.begin;
    const char32_t last = target > 0 ? text[target - 1] : 0;
    if (last == U'至' || last == U'到' || last == U'为' || last == U'达') {
        a.role = Role::From;
        b.role = Role::To;
    }
}

// "20% of revenue, up from 15%": the old figure is what the new one is.
void readOldShare(const FoldedText& text, Found& found, const Found& previous) {
    auto& q = *found.quantity;
    if (!isPercent(q) || q.role == Role::Cagr || q.role == Role::Yoy ||
        previous.quantity->role != Role::Share)
        return;
    for (const auto word :
         {std::u32string_view(U"up from"), std::u32string_view(U"down from"),
          std::u32string_view(U"compared with"), std::u32string_view(U"compared to"),
          std::u32string_view(U"versus"), std::u32string_view(U"高于"), std::u32string_view(U"低于")})
        if (endsBefore(text, found.begin, word)) {
            q.role = Role::Share;
            q.direction = 0;
            if (q.hedge == Hedge::None)
                q.hedge = previous.quantity->hedge;
            return;
        }
}

} // namespace

void readSurroundings(const FoldedText& text, std::vector<Found>& found) {
    for (std::size_t k = 0; k < found.size(); ++k) {
        auto& item = found[k];
        auto& q = *item.quantity;
        if (q.kind == QuantityKind::Period || q.kind == QuantityKind::Deadline)
            continue;
        const std::size_t left = k > 0 ? found[k - 1].end : 0;
        const std::size_t right = k + 1 < found.size() ? found[k + 1].begin : text.size();
        const char32_t last = item.begin > left ? text[item.begin - 1] : 0;
        const char32_t beyond = last == U' ' && item.begin > left + 1 ? text[item.begin - 2] : last;
        if (isLatinLetter(beyond) || beyond == U':' || beyond == U'.' || beyond == U'(')
            readWordsBefore(text, item, left);
        if (beyond >= 0x4E00 || beyond == U':')
            readHanBefore(text, item, left);
        readAfter(text, item, right);
        if (isPoints(q) && q.role == Role::None && q.direction != 0)
            q.role = Role::Difference;
        if (k > 0) {
            readFromTo(text, found[k - 1], item);
            readOldShare(text, item, found[k - 1]);
        }
    }
}

} // namespace parallax::data
