// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/number_kinds.h"
#include "data/quantity/scale.h"

namespace parallax::data {
namespace {

Number chinese(std::size_t begin, std::size_t end) {
    Number number;
    number.begin = begin;
    number.end = end;
    number.chinese = true;
    number.spelled = true;
    return number;
}

Number vagueNumber(std::size_t begin, std::size_t end, Decimal low, Decimal high, int power) {
    auto number = chinese(begin, end);
    number.low = low;
    number.high = high;
    number.range = number.vague = number.approx = true;
    number.scaled = power >= 3;
    number.resolution = {1, power};
    return number;
}

// 數十億, 幾百萬, 數以百萬計, 上百億, 數月's 數
std::optional<Number> vagueAt(const FoldedText& text, std::size_t i) {
    const char32_t c = text[i];
    if (c == U'数' || c == U'几') {
        const bool counted = text.startsWith(i + 1, U"以");
        const auto scale = scaleAt(text, counted ? i + 2 : i + 1, ScaleStyle::Word);
        if (counted && (!scale || text[scale->end] != U'计'))
            return std::nullopt;
        const int power = scale ? scale->power : 0;
        std::size_t end = i + 1;
        if (scale)
            end = scale->end + (counted ? 1 : 0);
        auto number = vagueNumber(i, end, {2, power}, {10, power}, power);
        number.numerals = scale ? 2 : 1;
        return number;
    }
    if (c == U'上' && chinesePower(text[i + 1]) >= 2) {
        const auto scale = scaleAt(text, i + 1, ScaleStyle::Word);
        if (!scale)
            return std::nullopt;
        auto number = chinese(i, scale->end);
        number.value = number.resolution = {1, scale->power};
        number.bound = Bound::AtLeast;
        number.approx = true;
        number.scaled = true;
        number.numerals = 2;
        return number;
    }
    return std::nullopt;
}

// 三五億, 兩三家, 七八十萬: two neighbouring digits before a scale or a unit: from three to five.
std::optional<Number> pairAt(const FoldedText& text, std::size_t i) {
    const int a = chineseDigit(text[i]);
    if (a < 1)
        return std::nullopt;
    const std::size_t second = text[i + 1] == U'、' ? i + 2 : i + 1; // 三、四成
    const int b = chineseDigit(text[second]);
    if (!(b == a + 1 || (a == 3 && b == 5 && second == i + 1)))
        return std::nullopt;
    const auto scale = scaleAt(text, second + 1, ScaleStyle::Word);
    const std::size_t end = scale ? scale->end : second + 1;
    constexpr std::u32string_view notAfter = U"月日号点分折线〇零一二三四五六七八九";
    if (text[end] < 0x4E00 || notAfter.find(text[end]) != std::u32string_view::npos) {
        if (!scale || chineseDigit(text[end]) >= 0)
            return std::nullopt;
    }
    const int power = scale ? scale->power : 0;
    auto number = vagueNumber(i, end, {a, power}, {b, power}, power);
    number.numerals = scale ? 3 : 2;
    return number;
}

// 三分之一, 十分之三, 一半
std::optional<Number> chineseFractionAt(const FoldedText& text, std::size_t i) {
    if ((text.startsWith(i, U"一半") && text[i + 2] != U'导') || text.startsWith(i, U"半数")) {
        auto number = chinese(i, i + 2);
        number.fraction = {1, 2};
        number.numerals = 2;
        return number;
    }
    std::size_t end = i;
    const int denominator = chineseBelowHundred(text, i, end);
    if (denominator < 2 || text[end] != U'分' || text[end + 1] != U'之')
        return std::nullopt;
    std::size_t numeratorEnd = end + 2;
    const int numerator = chineseBelowHundred(text, end + 2, numeratorEnd);
    if (numerator < 1 || numerator >= denominator)
        return std::nullopt;
    auto number = chinese(i, numeratorEnd);
    number.fraction = {numerator, denominator};
    number.numerals = 2;
    return number;
}

// 一百二十三億四千五百六十七萬: closed sections (兆, 億, 萬), the section at hand (千, 百, 十), the last
// digit.
class CardinalReader {
  public:
    CardinalReader(const FoldedText& text, std::size_t i)
        : m_text(text)
        , m_begin(i)
        , m_at(i) {}

    std::optional<Number> read() {
        while (m_at - m_begin < 40 && m_valid && step())
            ++m_at;
        if (!m_valid || !m_any)
            return std::nullopt;
        auto number = finish();
        if (number && m_digit < 0 && !m_bigAfterOpen)
            takeOpenEnd(*number);
        return number;
    }

  private:
    const FoldedText& m_text;
    std::size_t m_begin, m_at;
    Decimal m_total;
    std::int64_t m_section = 0;
    int m_digit = -1;
    int m_lastUnit = 0; // power of the last unit read, for 一百五 = 150
    int m_lowestPower = 0;
    int m_closed = 16; // power of the last closed section
    int m_numerals = 0;
    bool m_zero = false;
    bool m_any = false;
    bool m_figure = false; // a digit was read, not only units
    bool m_zhao = false;
    bool m_valid = true;
    bool m_bigAfterOpen = false; // 多 before 億
    bool m_more = false;
    bool m_approx = false;

    // False where the number ends before m_at.
    bool step() {
        const char32_t c = m_text[m_at];
        if (const int value = chineseDigit(c); value >= 0)
            return takeDigit(value);
        if (c == U'廿' || c == U'卅') {
            if (m_digit > 0 || m_section != 0)
                return m_valid = false;
            m_section += c == U'廿' ? 20 : 30;
            m_lastUnit = m_lowestPower = 1;
            m_digit = -1;
            return count(true);
        }
        if (const int power = chinesePower(c); power != 0)
            return power < 4 ? takeUnit(power) : takeSection(power);
        // 三十多億, 十來億
        if ((c == U'多' || c == U'余' || c == U'来') && m_any && m_digit < 0 &&
            chinesePower(m_text[m_at + 1]) >= 4) {
            (c == U'来' ? m_approx : m_more) = true;
            m_bigAfterOpen = true;
            return true;
        }
        return false;
    }

    bool count(bool figure) {
        m_any = true;
        m_figure = m_figure || figure;
        ++m_numerals;
        return true;
    }

    bool takeDigit(int value) {
        if (m_digit > 0 || (m_digit == 0 && m_numerals == 1))
            return m_valid = false; // 二〇二六 is a year, 一二三 is no number
        m_digit = value;
        m_zero = m_zero || value == 0;
        m_lowestPower = 0;
        return count(true);
    }

    bool takeUnit(int power) {
        const std::int64_t times = m_digit > 0 ? m_digit : 1;
        // 一百十 is 110; 百千 is no number.
        if (m_digit <= 0 && m_section != 0 && !m_zero && power != 1)
            return false;
        std::int64_t unit = 1;
        for (int k = 0; k < power; ++k)
            unit *= 10;
        m_section += times * unit;
        m_digit = -1;
        m_zero = false;
        m_lastUnit = m_lowestPower = power;
        return count(power == 1); // ten is a number, a hundred alone may be a word's part
    }

    bool takeSection(int power) {
        if (power >= m_closed)
            return false;
        std::int64_t whole = m_section + (m_digit > 0 ? m_digit : 0);
        if (!m_any)
            whole = 1; // 萬億, 億: one of them
        if (whole == 0 && m_total.isZero())
            return false;
        if (whole == 0) { // 萬億: the section just closed is scaled again
            m_total = m_total.shifted(power);
        } else {
            const auto sum = add(m_total, Decimal{whole, power});
            if (!sum)
                return m_valid = false;
            m_total = *sum;
        }
        m_lowestPower += power;
        m_section = 0;
        m_digit = -1;
        m_zero = false;
        m_lastUnit = power;
        m_zhao = m_zhao || power == 12;
        // 萬 may be followed by 億 (萬億), any other section only by a smaller one.
        m_closed = power == 4 && m_text[m_at + 1] == U'亿' ? 9 : power;
        return count(false);
    }

    std::optional<Number> finish() {
        auto number = chinese(m_begin, m_at);
        number.numerals = m_numerals;
        number.bound = m_more ? Bound::MoreThan : Bound::Exact;
        number.approx = m_approx;
        number.unitOnly = !m_figure;
        number.zhao = m_zhao;
        std::optional<Decimal> value;
        // A last digit right after 百, 千, 萬 means one scale lower: 一百五 is 150, 兩千三 is 2,300.
        if (m_digit > 0 && m_lastUnit >= 2 && !m_zero && m_numerals >= 3) {
            value = add(add(m_total, Decimal{m_section, 0}).value_or(Decimal{}),
                        Decimal{m_digit, m_lastUnit - 1});
            m_lowestPower = m_lastUnit - 1;
        } else {
            value = add(m_total, Decimal{m_section + (m_digit > 0 ? m_digit : 0), 0});
            if (m_digit >= 0)
                m_lowestPower = 0;
        }
        if (!value)
            return std::nullopt;
        number.value = m_section == 0 && m_digit <= 0 && !m_total.isZero() ? m_total : *value;
        number.resolution = {1, m_lowestPower};
        number.scaled = m_lastUnit >= 4;
        number.scalePower = m_section == 0 && m_digit <= 0 && m_lastUnit >= 4 ? m_lastUnit : 0;
        takeDecimals(number);
        return number;
    }

    // 三點五, 三點五億
    void takeDecimals(Number& number) const {
        if (m_text[m_at] != U'点' || chineseDigit(m_text[m_at + 1]) < 0 || number.scaled)
            return;
        Decimal value = number.value;
        if (value.exponent != 0)
            return;
        std::size_t next = m_at + 1;
        for (int places = 0; chineseDigit(m_text[next]) >= 0 && places < 6; ++next, ++places)
            value = {value.digits * 10 + chineseDigit(m_text[next]), value.exponent - 1};
        if (m_text[next] == U'钟' || m_text[next] == U'十') // 三點鐘, 三點二十: times of day
            return;
        number.value = value;
        number.resolution = value.lastDigit();
        number.end = next;
        number.numerals += static_cast<int>(next - m_at);
        if (const auto scale = scaleAt(m_text, next, ScaleStyle::Word)) {
            applyScale(number, scale->power);
            number.zhao = scale->trillionSign;
            number.end = scale->end;
        }
    }

    // 百餘家, 三十多家, 十幾億, 二十幾家, 百來家
    void takeOpenEnd(Number& number) const {
        const char32_t c = m_text[number.end];
        if (c == U'多' || c == U'余') {
            number.bound = Bound::MoreThan;
            ++number.end;
            ++number.numerals;
        } else if (c == U'来' && m_lastUnit <= 2 && m_text[number.end + 1] != U'自') {
            number.approx = true;
            ++number.end;
            ++number.numerals;
        } else if (c == U'几' && m_lastUnit == 1 && m_total.isZero()) {
            const auto scale = scaleAt(m_text, number.end + 1, ScaleStyle::Word);
            const int power = scale ? scale->power : 0;
            const int numerals = number.numerals + 1;
            number = vagueNumber(m_begin, scale ? scale->end : number.end + 1, {m_section + 1, power},
                                 {m_section + 9, power}, power);
            number.numerals = numerals;
        }
    }
};

} // namespace

int chineseBelowHundred(const FoldedText& text, std::size_t i, std::size_t& end) {
    int value = chineseDigit(text[i]);
    std::size_t at = value >= 0 ? i + 1 : i;
    if (text[at] == U'十') {
        value = (value > 0 ? value : 1) * 10;
        ++at;
        if (const int ones = chineseDigit(text[at]); ones > 0) {
            value += ones;
            ++at;
        }
    }
    if (value >= 0)
        end = at;
    return value;
}

std::optional<Number> chineseNumberAt(const FoldedText& text, std::size_t i) {
    if (auto vague = vagueAt(text, i))
        return vague;
    if (auto fraction = chineseFractionAt(text, i))
        return fraction;
    if (auto pair = pairAt(text, i))
        return pair;
    auto number = CardinalReader(text, i).read();
    // 三又二分之一
    if (number && text[number->end] == U'又' && !number->range && number->value.exponent == 0)
        if (const auto part = chineseFractionAt(text, number->end + 1);
            part && addFraction(*number, *part->fraction))
            number->end = part->end;
    return number;
}

} // namespace parallax::data
