// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "alarm_formats.h"
#include "data/article/article.h"

// Made-up tables whose figures are right: drawn at full precision, then rounded for print, each in its own
// format.
namespace parallax::data::testing {

// A stated change that an error can be put into.
struct StatedChange {
    std::size_t row = 0, column = 0;
    double base = 0, next = 0; // at full precision
    double change = 0;         // likewise: percent, points or a yearly rate
    double years = 0;          // of a yearly rate
    bool points = false;
    std::function<std::string(double)> print;
};

// An amount that ten times too much can be put into.
struct StatedAmount {
    std::size_t row = 0, column = 0;
    double value = 0;
    std::function<std::string(double)> print;
};

struct AlarmTable {
    Table table;
    Language language = Language::English;
    std::vector<StatedChange> changes;
    std::vector<StatedAmount> amounts;
};

enum class InjectedError { Sign, TimesTen, RatioForChange, WrongBase };

class AlarmTables {
  public:
    explicit AlarmTables(std::uint64_t seed)
        : m_draw(seed) {}

    AlarmTable next() {
        m_out = {};
        m_chinese = m_draw.chance(0.45);
        m_hant = m_draw.chance(0.5);
        m_out.language = !m_chinese ? Language::English
                                    : (m_hant ? Language::TraditionalChinese : Language::SimplifiedChinese);
        do
            m_format = &m_draw.of(levelFormats());
        while (m_format->chinese != m_chinese);
        m_bare = *m_format->header != '\0' && m_draw.chance(0.4);
        m_changeDecimals = m_draw.of(std::array<int, 6>{0, 0, 0, 1, 1, 2});
        switch (m_draw.below(10)) {
        case 0:
        case 1:
        case 2:
            twoLevels(false);
            break;
        case 3:
        case 4:
            twoLevels(true);
            break;
        case 5:
            yearlyRate();
            break;
        case 6:
            sharesAndTotal();
            break;
        case 7:
            downTheYears();
            break;
        case 8:
            percentages();
            break;
        default:
            m_draw.chance(0.5) ? ranges() : changeRow();
        }
        return std::move(m_out);
    }

  private:
    const char* word(const char* english, const char* hant, const char* hans) const {
        return !m_chinese ? english : (m_hant ? hant : hans);
    }

    std::string level(double value) {
        std::string text = fixedText(value, m_format->decimals);
        if (m_format->commas)
            text = withCommas(text);
        return m_bare ? text : m_format->before + text + m_format->after;
    }
    std::string unitHeader(std::string name) const {
        return m_bare ? name + (m_chinese ? "" : " ") + m_format->header : name;
    }

    double drawLevel() { return m_format->low * std::pow(m_format->high / m_format->low, m_draw.unit()); }
    // Growth as it is reported: mostly tens of percent, at times nothing, at times a multiple.
    double drawRatio() {
        const double spread = m_draw.of(std::array<double, 4>{0.08, 0.25, 0.4, 0.8});
        return std::exp(m_draw.normal() * spread + 0.12);
    }

    // "+20%", "20.3 %", "(5%)" …: one style a table.
    std::function<std::string(double)> percentStyle(bool signedAlways) {
        const int decimals = m_changeDecimals;
        const bool plus = signedAlways || m_draw.chance(0.7);
        const bool minusSign = m_draw.chance(0.3);
        const bool wide = m_chinese && m_draw.chance(0.2);
        return [=](double change) {
            std::string text = fixedText(std::abs(change), decimals) + (wide ? "％" : "%");
            const bool zero = text.find_first_of("123456789") == std::string::npos;
            if (change < 0 && !zero)
                return (minusSign ? "−" : "-") + text;
            return (plus && !zero ? "+" : "") + text;
        };
    }

    std::string itemName(std::size_t row) {
        static const std::array<const char*, 12> names{"Alder", "Birch",   "Cedar", "Dogwood",
                                                       "Elm",   "Fir",     "Gorse", "Hazel",
                                                       "Iris",  "Juniper", "Kapok", "Larch"};
        static const std::array<const char*, 12> chinese{"甲雲", "乙科", "丙訊", "丁智", "戊算", "己芯",
                                                         "庚網", "辛研", "壬數", "癸能", "子光", "丑電"};
        return m_chinese ? chinese[row % 12] : names[row % 12];
    }

    void header(std::vector<std::string> cells) {
        for (std::string& text : cells)
            m_out.table.header.push_back({std::move(text), {}, {}});
    }
    void row(std::vector<std::string> cells) {
        m_out.table.rows.emplace_back();
        for (std::string& text : cells)
            m_out.table.rows.back().push_back({std::move(text), {}, {}});
    }
    std::size_t rows() { return 2 + static_cast<std::size_t>(m_draw.below(7)); }

    struct LevelNames {
        std::string base, next;
    };
    LevelNames levelNames() {
        const std::string measure = m_draw.chance(0.5) ? "" : word("Revenue ", "營收 ", "营收 ");
        switch (m_draw.below(4)) {
        case 0:
            return {unitHeader(word("Current", "目前", "当前")),
                    unitHeader(word("Projected", "預測", "预测"))};
        case 1:
            return {unitHeader(word("Before", "之前", "之前")), unitHeader(word("After", "之後", "之后"))};
        case 2: {
            const int year = 2020 + m_draw.below(6);
            return {unitHeader(measure + std::to_string(year)),
                    unitHeader(measure + std::to_string(year + 1))};
        }
        default: {
            const int year = 2021 + m_draw.below(5);
            const std::string q = "Q" + std::to_string(1 + m_draw.below(4)) + " ";
            return {unitHeader(q + std::to_string(year)), unitHeader(q + std::to_string(year + 1))};
        }
        }
    }
    std::string changeName() {
        switch (m_draw.below(4)) {
        case 0:
            return word("Change", "變化", "变化");
        case 1:
            return word("Growth", "成長率", "增长率");
        case 2:
            return word("Delta", "增幅", "增幅");
        default:
            return word("YoY change", "年增率", "同比增长");
        }
    }

    void twoLevels(bool inner) {
        const LevelNames names = levelNames();
        const auto print = percentStyle(inner);
        std::vector<std::string> titles{word("Company", "公司", "公司"), names.base, names.next};
        if (!inner)
            titles.push_back(changeName());
        header(titles);
        const std::size_t count = rows();
        const bool total = m_draw.chance(0.35) && !m_format->commas && m_format->decimals >= 0 &&
                           *m_format->after != 's' &&
                           std::string(m_format->after).find('/') == std::string::npos &&
                           std::string(m_format->after).find("ms") == std::string::npos &&
                           std::string(m_format->after) != "毫秒";
        double baseSum = 0;
        double nextSum = 0;
        for (std::size_t i = 0; i < count + (total ? 1 : 0); ++i) {
            const bool sum = i == count;
            const double base = sum ? baseSum : drawLevel();
            const double next = sum ? nextSum : base * drawRatio();
            baseSum += base;
            nextSum += next;
            const bool missing = !sum && m_draw.chance(0.04);
            addChange(i, sum ? word("Total", "合計", "合计") : itemName(i), base, next, inner, missing,
                      print);
        }
    }

    void addChange(std::size_t i, std::string label, double base, double next, bool inner, bool missing,
                   const std::function<std::string(double)>& print) {
        const double change = 100 * (next / base - 1);
        const std::string shown = level(next);
        const std::string open = m_chinese && m_draw.chance(0.5) ? "（" : " (";
        const std::string close = open == "（" ? "）" : ")";
        const auto cell = [=](double stated) {
            return inner ? shown + open + print(stated) + close : print(stated);
        };
        const std::string stated = missing ? (inner ? shown : "—") : cell(change);
        if (inner)
            row({std::move(label), level(base), stated});
        else
            row({std::move(label), level(base), shown, stated});
        if (!missing)
            m_out.changes.push_back(
                {i, inner ? std::size_t{2} : std::size_t{3}, base, next, change, 0, false, cell});
    }

    void yearlyRate() {
        const int first = 2020 + m_draw.below(5);
        const int years = 2 + m_draw.below(8);
        const auto print = percentStyle(false);
        header({word("Segment", "區塊", "板块"), unitHeader(std::to_string(first)),
                unitHeader(std::to_string(first + years)), word("CAGR", "年複合成長率", "年复合增长率")});
        const std::size_t count = rows();
        for (std::size_t i = 0; i < count; ++i) {
            const double base = drawLevel();
            const double next = base * std::exp(m_draw.between(-0.1, 0.4) * years);
            const double rate = 100 * (std::pow(next / base, 1.0 / years) - 1);
            row({itemName(i), level(base), level(next), print(rate)});
            m_out.changes.push_back({i, 3, base, next, rate, static_cast<double>(years), false, print});
        }
    }

    void sharesAndTotal() {
        const bool shares = m_draw.chance(0.6);
        const bool others = m_draw.chance(0.5);
        const bool total = !others || m_draw.chance(0.5);
        while (
            m_format->chinese != m_chinese || std::string(m_format->after).find('s') != std::string::npos ||
            std::string(m_format->after) == "毫秒" || (*m_format->after == '\0' && m_format->decimals == 2))
            m_format = &m_draw.of(levelFormats());
        m_bare = m_bare && *m_format->header != '\0';
        const int decimals = m_draw.of(std::array<int, 3>{0, 1, 1});
        std::vector<std::string> titles{word("Vendor", "廠商", "厂商"),
                                        unitHeader(word("Revenue", "營收", "营收"))};
        if (shares)
            titles.push_back(word("Market share", "市占率", "市场份额"));
        header(titles);
        const std::size_t count = 1 + rows();
        std::vector<double> values;
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i)
            sum += values.emplace_back(drawLevel());
        for (std::size_t i = 0; i < count + (total ? 1 : 0); ++i) {
            const bool last = i == count;
            const double value = last ? sum : values[i];
            const bool rest = others && i + 1 == count;
            std::vector<std::string> cells{last ? word("Total", "總計", "总计")
                                                : (rest ? word("Others", "其他", "其他") : itemName(i)),
                                           level(value)};
            if (shares)
                cells.push_back(last ? (m_draw.chance(0.5) ? "100%" : "100.0%")
                                     : fixedText(100 * value / sum, decimals) + "%");
            row(std::move(cells));
            if (total)
                m_out.amounts.push_back({i, 1, value, [this, f = m_format, bare = m_bare](double v) {
                                             std::string text = fixedText(v, f->decimals);
                                             if (f->commas)
                                                 text = withCommas(text);
                                             return bare ? text : f->before + text + f->after;
                                         }});
        }
    }

    void downTheYears() {
        const int first = 2016 + m_draw.below(4);
        const std::size_t count = 3 + static_cast<std::size_t>(m_draw.below(5));
        const bool falling = m_draw.chance(0.3);
        const auto print = percentStyle(false);
        header({word("Year", "年份", "年份"), unitHeader(word("Revenue", "營收", "营收")), changeName()});
        std::vector<double> values{drawLevel()};
        while (values.size() < count)
            values.push_back(values.back() * drawRatio());
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t i = falling ? count - 1 - k : k;
            const double change = i == 0 ? 0 : 100 * (values[i] / values[i - 1] - 1);
            row({std::to_string(first + static_cast<int>(i)) + (m_chinese ? "年" : ""), level(values[i]),
                 i == 0 ? "—" : print(change)});
            if (i > 0)
                m_out.changes.push_back({k, 2, values[i - 1], values[i], change, 0, false, print});
        }
    }

    // Levels in percent: the change is in points, named or not.
    void percentages() {
        const int decimals = m_draw.of(std::array<int, 3>{0, 1, 1});
        const int style = m_draw.below(3);
        const char* unit = style == 0
                               ? word(" pp", "個百分點", "个百分点")
                               : (style == 1 ? word(" percentage points", "個百分點", "个百分点") : "%");
        const LevelNames names{std::to_string(2024), std::to_string(2025)};
        header({word("Company", "公司", "公司"), names.base, names.next, word("Change", "變化", "变化")});
        const auto print = [=](double change) {
            return (change < 0 ? "-" : "+") + fixedText(std::abs(change), decimals) + unit;
        };
        const std::size_t count = rows();
        for (std::size_t i = 0; i < count; ++i) {
            const double base = m_draw.between(5, 90);
            const double next = std::clamp(base + m_draw.normal() * 8, 1.0, 99.0);
            row({itemName(i), fixedText(base, decimals) + "%", fixedText(next, decimals) + "%",
                 print(next - base)});
            m_out.changes.push_back({i, 3, base, next, next - base, 0, true, print});
        }
    }

    // A new level that is a range, and the change as one.
    void ranges() {
        header({word("Metric", "指標", "指标"), word("Current", "目前", "当前"),
                word("Expected", "預期", "预期"), word("Change", "變化", "变化")});
        const std::size_t count = rows();
        const char* dash = m_draw.chance(0.5) ? "-" : "–";
        for (std::size_t i = 0; i < count; ++i) {
            const double base = drawLevel();
            const double low = base * drawRatio();
            const double high = low * m_draw.between(1.08, 1.4);
            const auto number = [&](double value) {
                return m_format->commas ? withCommas(fixedText(value, m_format->decimals))
                                        : fixedText(value, m_format->decimals);
            };
            const std::string next = m_format->before + number(low) + dash + number(high) + m_format->after;
            const double a = 100 * (low / base - 1);
            const double b = 100 * (high / base - 1);
            // Both up or both down are written with one sign; across zero each has its own.
            std::string stated;
            if (a >= 0)
                stated = "+" + fixedText(a, 0) + dash + fixedText(b, 0) + "%";
            else if (b <= 0)
                stated = "-" + fixedText(-b, 0) + dash + fixedText(-a, 0) + "%";
            else
                stated =
                    "-" + fixedText(-a, 0) + "% " + word("to", "至", "至") + " +" + fixedText(b, 0) + "%";
            const bool bare = m_bare;
            m_bare = false;
            row({itemName(i), level(base), next, stated});
            m_bare = bare;
        }
    }

    // Years down, companies across, the change in the last row.
    void changeRow() {
        const std::size_t count = 2 + static_cast<std::size_t>(m_draw.below(4));
        std::vector<std::string> titles{word("Year", "年度", "年度")};
        std::vector<std::string> first{"2024"};
        std::vector<std::string> second{"2025"};
        std::vector<std::string> last{word("Change", "變化", "变化")};
        const auto print = percentStyle(false);
        for (std::size_t i = 0; i < count; ++i) {
            const double base = drawLevel();
            const double next = base * drawRatio();
            const double change = 100 * (next / base - 1);
            titles.push_back(unitHeader(itemName(i)));
            first.push_back(level(base));
            second.push_back(level(next));
            last.push_back(print(change));
            m_out.changes.push_back({2, i + 1, base, next, change, 0, false, print});
        }
        header(titles);
        row(first);
        row(second);
        row(last);
    }

    Draw m_draw;
    AlarmTable m_out;
    bool m_chinese = false, m_hant = false, m_bare = false;
    const LevelFormat* m_format = nullptr;
    int m_changeDecimals = 0;
};

} // namespace parallax::data::testing
