// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/surroundings.h"

#include "data/quantity/cues.h"

namespace parallax::data {
namespace {

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
void applyCue(Quantity& q, FigureCue cue, bool open) {
    const auto role = [&](Role value) {
        if (q.role == Role::None || (q.role == Role::Change && value != Role::Share && value != Role::Level))
            q.role = value;
    };
    switch (cue) {
    case FigureCue::Cagr:
        if (isPercent(q))
            role(Role::Cagr);
        break;
    case FigureCue::Yoy:
        if (isPercent(q))
            role(Role::Yoy);
        break;
    case FigureCue::Mom:
        if (isPercent(q))
            role(Role::Mom);
        break;
    case FigureCue::Share:
        if (isPercent(q) && open)
            role(Role::Share);
        break;
    case FigureCue::Level:
        if (isPercent(q) && open)
            role(Role::Level);
        break;
    case FigureCue::Return:
        if (isPercent(q) || q.kind == QuantityKind::Multiplier)
            role(Role::Return);
        break;
    case FigureCue::Valuation:
        if (q.dimension == Dimension::Currency)
            role(Role::Valuation);
        break;
    case FigureCue::Growth:
    case FigureCue::Up:
    case FigureCue::Down:
        if (!isPercent(q) && !isPoints(q))
            break;
        if (isPoints(q) && q.role == Role::None)
            q.role = Role::Difference;
        if (q.sign == 0 && q.direction == 0 && q.role != Role::Share && q.role != Role::Level)
            q.direction = cue == FigureCue::Down ? '-' : '+';
        break;
    default:
        break;
    }
}

Hedge hedgeOf(FigureCue cue) {
    switch (cue) {
    case FigureCue::Reported:
        return Hedge::Reported;
    case FigureCue::Estimated:
        return Hedge::Estimated;
    case FigureCue::Expected:
        return Hedge::Expected;
    case FigureCue::Possible:
        return Hedge::Possible;
    default:
        return Hedge::None;
    }
}

void applyHedge(Found& found, FigureCue cue, std::size_t begin, std::size_t end) {
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
    for (int words = 0; words < 5; ++words) {
        while (at > limit && (isSpaceOrMark(text[at - 1]) || (text[at - 1] == U'.' && words == 0)))
            --at;
        const std::size_t end = at;
        while (at > limit && end - at < 16 && isLatinLetter(text[at - 1]))
            --at;
        if (at == end || (at > 0 && isDigit(text[at - 1])))
            return;
        const auto word = cueOfWord(text, at, end);
        if (!word)
            return;
        const FigureCue cue = *word;
        const std::size_t stop = [&] { // the hedge's words, up to the figure
            std::size_t last = found.begin;
            while (last > end && isSpaceOrMark(text[last - 1]))
                --last;
            return last;
        }();
        applyHedge(found, cue, at, stop);
        if (cue == FigureCue::Cagr)
            found.quantity->role = isPercent(*found.quantity) ? Role::None : found.quantity->role;
        applyCue(*found.quantity, cue, true);
        if (cue != FigureCue::Filler && cue != FigureCue::Growth)
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
        if (const auto cue = hanCueBefore(text, at, limit)) {
            applyHedge(found, cue->cue, cue->begin, found.begin);
            applyCue(*found.quantity, cue->cue, true);
            return;
        }
        --at;
    }
    const auto cue = at > limit ? hanCueBefore(text, at, limit) : std::nullopt;
    if (cue) {
        applyHedge(found, cue->cue, cue->begin, found.begin);
        applyCue(*found.quantity, cue->cue, true);
        return;
    }
    // 佔營收20%: a share of something named in between.
    if (isPercent(*found.quantity) && found.quantity->role == Role::None)
        for (std::size_t k = at; k > limit && at - k < 8; --k) {
            const char32_t c = text[k - 1];
            if (c == U'占')
                applyCue(*found.quantity, FigureCue::Share, true);
            if (c < 0x4E00 && !isLatinLetter(c))
                return;
        }
}

void readAfter(const FoldedText& text, Found& found, std::size_t limit) {
    const std::size_t at = text.skipBlanks(found.end);
    if (at >= limit && limit < text.size())
        return;
    if (const auto word = cueAfter(text, at)) {
        const bool glued = word->cue == FigureCue::Share && at == found.end && isLatinLetter(text[at]);
        if (!glued)
            applyCue(*found.quantity, word->cue, found.quantity->role == Role::None);
        if (word->cue != FigureCue::Up && word->cue != FigureCue::Down)
            return;
        // "12% higher year over year"
        if (const auto next = cueAfter(text, text.skipBlanks(word->end));
            next && (next->cue == FigureCue::Yoy || next->cue == FigureCue::Mom))
            applyCue(*found.quantity, next->cue, true);
        return;
    }
    if (const auto hedge = hedgeAfter(text, at))
        applyHedge(found, hedge->cue, at, hedge->end);
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
    std::size_t before = target;
    while (before > 0 && isBlank(text[before - 1]))
        --before;
    const char32_t last = before > 0 ? text[before - 1] : 0;
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

void readChangeCell(const FoldedText& text, Found& first) {
    auto& q = *first.quantity;
    const std::size_t begin = text.skipBlanks(0);
    std::size_t end = begin;
    while (isLatinLetter(text[end]))
        ++end;
    if (end == begin || text.skipBlanks(end) != first.begin || q.sign != 0 || (!isPercent(q) && !isPoints(q)))
        return;
    const auto cue = cueOfWord(text, begin, end);
    if (cue != FigureCue::Up && cue != FigureCue::Down)
        return;
    first.begin = begin;
    q.direction = 0;
    q.sign = cue == FigureCue::Up ? '+' : '-';
    if (isPoints(q))
        q.role = Role::Difference;
    else if (q.role == Role::None)
        q.role = Role::Change;
    if (cue == FigureCue::Up)
        return;
    q.value = q.value.negated();
    const Decimal low = q.low;
    q.low = q.high.negated();
    q.high = low.negated();
}

void readSurroundings(const FoldedText& text, std::vector<Found>& found) {
    std::size_t amount = found.size(); // the last figure that is no date
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
        // "$3/$15 per million tokens": both are prices of as much.
        if (k > 0 && q.per && !found[k - 1].quantity->per && q.dimension == Dimension::Currency &&
            found[k - 1].quantity->dimension == Dimension::Currency && text[text.skipBlanks(left)] == U'/' &&
            text.skipBlanks(text.skipBlanks(left) + 1) == item.begin)
            found[k - 1].quantity->per = q.per;
        // "from $4B in FY2024 to $8B in FY2026": what stands between them may be a date.
        if (amount < k)
            readFromTo(text, found[amount], item);
        amount = k;
        if (k > 0) {
            readOldShare(text, item, found[k - 1]);
        }
    }
}

} // namespace parallax::data
