// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "data/quantity/number.h"
#include "data/quantity/scale.h"
#include "data/quantity/surroundings.h"
#include "data/quantity/unit.h"

namespace parallax::data {
namespace {

struct HeaderUnit {
    std::optional<Currency> currency;
    std::optional<Unit> unit;
    int scale = 0;
    std::optional<Per> per;
    bool empty() const { return !currency && !unit && scale == 0 && !per; }
};

// One piece of a header that names a unit and nothing else: "USD millions", "$M", "%", "req/s", "億美元".
bool readPiece(const FoldedText& text, std::size_t begin, std::size_t end, HeaderUnit& out) {
    HeaderUnit found;
    std::size_t at = text.skipBlanks(begin);
    if (text.isWordAt(at, U"in"))
        at = text.skipBlanks(at + 2);
    if (text.startsWith(at, U"单位") || text.startsWith(at, U"單位"))
        at = text.skipBlanks(at + (text[at + 2] == U':' ? 3 : 2));
    const QuantityContext none;
    for (int part = 0; part < 4 && at < end; ++part) {
        at = text.skipBlanks(at);
        if (at >= end)
            break;
        if (text.isWordAt(at, U"of")) {
            at += 2;
        } else if (text[at] == U'$' || text[at] == U'€' || text[at] == U'£' || text[at] == U'¥') {
            const auto currency = currencyBefore(text, at);
            found.currency = currency;
            at = currency->end;
        } else if (const auto dollars = currencyBefore(text, at);
                   dollars && isLatinLetter(text[at]) && !found.currency) {
            found.currency = dollars;
            at = dollars->end;
        } else if (const auto scale = scaleAt(text, at, ScaleStyle::AfterDigits);
                   scale && scale->end <= end && !unitAt(text, at, false)) {
            found.scale += scale->power;
            at = scale->end;
        } else if (const auto after = currencyAfter(text, at, none); after && !found.currency) {
            found.currency = after;
            at = after->end;
        } else if (const auto per = perAt(text, at)) {
            found.per = per->first;
            at = per->second;
        } else if (const auto unit = unitAt(text, at, false); unit && !found.unit) {
            found.unit = unit;
            at = unit->end;
        } else {
            return false;
        }
    }
    if (text.skipBlanks(at) < end || found.empty())
        return false;
    // "$M": a lone m is a unit of nothing here; a scale alone ("M") is not trusted without a currency or a
    // word.
    out = found;
    return true;
}

HeaderUnit headerUnit(std::string_view header) {
    HeaderUnit out;
    if (header.empty())
        return out;
    const FoldedText text(header);
    std::size_t begin = 0;
    bool inside = false;
    bool taken = false;
    for (std::size_t i = 0; i <= text.size() && !taken; ++i) {
        const char32_t c = text[i];
        const bool edge =
            i == text.size() || c == U'(' || c == U')' || c == U',' || c == U'[' || c == U']' || c == U'、';
        if (!edge)
            continue;
        // The name itself ("Latency") is no unit; what stands in parentheses or after a comma may be one.
        if (inside && i > begin)
            taken = readPiece(text, begin, i, out);
        begin = i + 1;
        inside = true;
    }
    if (!out.per) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text.isWordAt(i, U"per") || text[i] == U'每') {
                if (const auto per = perAt(text, i)) {
                    out.per = per->first;
                    break;
                }
            }
        }
    }
    return out;
}

void apply(Quantity& q, const HeaderUnit& header, UnitFrom from) {
    const auto scaleBy = [&](int power) {
        q.value = q.value.shifted(power);
        q.low = q.low.shifted(power);
        q.high = q.high.shifted(power);
        q.resolution = q.resolution.shifted(power);
    };
    const auto times = [&](const Decimal& factor) {
        if (factor.digits == 1 && factor.exponent == 0)
            return;
        q.value = multiply(q.value, factor).value_or(q.value);
        q.low = multiply(q.low, factor).value_or(q.low);
        q.high = multiply(q.high, factor).value_or(q.high);
        q.resolution = multiply(q.resolution, factor).value_or(q.resolution);
    };
    if (q.dimension == Dimension::Number) {
        if (header.currency) {
            q.dimension = Dimension::Currency;
            q.unit = header.currency->code;
            q.assumed = header.currency->assumed;
            q.ambiguous = header.currency->ambiguous;
        } else if (header.unit) {
            q.dimension = header.unit->dimension;
            q.unit = header.unit->name;
            times(header.unit->factor);
        }
        if (header.scale != 0)
            scaleBy(header.scale);
        if (header.currency || header.unit || header.scale != 0)
            q.unitFrom = from;
    } else if (header.currency && q.dimension == Dimension::Currency) {
        q.unitConflict = header.currency->code != q.unit || header.scale != 0;
    } else if (header.unit && q.dimension != header.unit->dimension) {
        q.unitConflict = true;
    }
    if (header.per && !q.per && q.dimension == Dimension::Currency)
        q.per = header.per;
}

// A header that speaks of a level that is itself a percentage.
bool levelInPercent(std::string_view header) {
    static constexpr std::array<std::u32string_view, 14> words{
        U"sla",         U"availability", U"uptime", U"share", U"margin", U"utilization", U"utilisation",
        U"penetration", U"accuracy",     U"可用",   U"份额",  U"占比",   U"利率",        U"毛利率"};
    const FoldedText text(header);
    for (std::size_t i = 0; i < text.size(); ++i)
        for (const auto word : words)
            if (word.front() < 0x80 ? text.isWordAt(i, word) && (i == 0 || !isLatinLetter(text[i - 1]))
                                    : text.startsWith(i, word))
                return true;
    return false;
}

} // namespace

void inheritUnits(std::vector<Found>& found, const QuantityContext& context) {
    if (context.rowHeader.empty() && context.columnHeader.empty() && context.caption.empty())
        return;
    // Nearest first: column, row, caption. The cell's own unit wins over all of them.
    const std::array<std::pair<HeaderUnit, UnitFrom>, 3> headers{
        {{headerUnit(context.columnHeader), UnitFrom::ColumnHeader},
         {headerUnit(context.rowHeader), UnitFrom::RowHeader},
         {headerUnit(context.caption), UnitFrom::Caption}}};
    const bool level = levelInPercent(context.rowHeader) || levelInPercent(context.columnHeader);
    for (auto& item : found) {
        auto& q = item.quantity;
        if (q.kind != QuantityKind::Scalar && q.kind != QuantityKind::Range)
            continue;
        for (const auto& [header, from] : headers)
            if (!header.empty())
                apply(q, header, from);
        if (level && q.sign != 0 && q.dimension == Dimension::Ratio && q.unit == "%")
            q.percentagePointPossible = true;
    }
}

} // namespace parallax::data
