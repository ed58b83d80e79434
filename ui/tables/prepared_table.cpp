// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/prepared_table.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

#include "data/quantity/leading_number.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

// "Revenue ($B)" or "Throughput (req/s, 8x H100)": a unit that stands with the name instead of the figure.
// Longer remarks in parentheses are no units.
QString unitInName(const QString& name) {
    qsizetype open = name.lastIndexOf(QLatin1Char('('));
    if (open < 0)
        open = name.lastIndexOf(QChar(0xFF08));
    if (open < 0)
        return {};
    QString inside = name.mid(open + 1);
    qsizetype end = 0;
    while (end < inside.size() && inside[end] != QLatin1Char(')') && inside[end] != QChar(0xFF09) &&
           inside[end] != QLatin1Char(',') && inside[end] != QChar(0xFF0C))
        ++end;
    inside = inside.left(end).trimmed();
    static const QStringList known{
        QStringLiteral("s"),   QStringLiteral("ms"),   QStringLiteral("min"), QStringLiteral("h"),
        QStringLiteral("GB"),  QStringLiteral("TB"),   QStringLiteral("PB"),  QStringLiteral("MB"),
        QStringLiteral("W"),   QStringLiteral("kW"),   QStringLiteral("MW"),  QStringLiteral("GW"),
        QStringLiteral("GWh"), QStringLiteral("TWh"),  QStringLiteral("nm"),  QStringLiteral("x"),
        QStringLiteral("秒"),  QStringLiteral("毫秒"), QStringLiteral("元"),  QStringLiteral("美元")};
    const bool measured = known.contains(inside) || inside.contains(QLatin1Char('/')) ||
                          inside.contains(QLatin1Char('$')) || inside.contains(QLatin1Char('%'));
    return measured && inside.size() <= 10 ? inside : QString();
}

QString columnName(int column) {
    QString name;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        name.prepend(QChar(u'A' + rest % 26));
    return name;
}

// A share of 99.9% and a change of +5% have one sign and no axis in common. A column with a written plus
// states changes.
constexpr const char* changeUnit = "± %";

bool statesChanges(const data::Table& table, std::size_t column) {
    return std::any_of(table.rows.begin(), table.rows.end(), [column](const auto& row) {
        if (column >= row.size())
            return false;
        const std::string& text = row[column].text;
        const auto at = text.find_first_not_of(" \t");
        return at != std::string::npos && (text[at] == '+' || text.compare(at, 3, "＋") == 0);
    });
}

bool hasDigit(const std::string& text) {
    // ASCII ones, and the full-width ones with their common first bytes.
    return text.find_first_of("0123456789") != std::string::npos ||
           text.find("\xEF\xBC") != std::string::npos;
}

bool isBlank(const std::string& text) {
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

class Units {
  public:
    explicit Units(QStringList& units)
        : m_units(units) {}

    std::uint16_t index(const QString& unit) {
        const auto found = m_index.constFind(unit);
        if (found != m_index.constEnd())
            return *found;
        // A column of remarks can have as many "units" as rows; past this they all count as one other unit.
        constexpr int most = 4096;
        const auto made = static_cast<std::uint16_t>(std::min<qsizetype>(m_units.size(), most));
        if (m_units.size() <= most)
            m_units.append(unit);
        m_index.insert(unit, made);
        return made;
    }

  private:
    QStringList& m_units;
    QHash<QString, std::uint16_t> m_index;
};

} // namespace

bool ColumnFacts::hasFigure(int row) const {
    return static_cast<std::size_t>(row) < low.size() && !std::isnan(low[static_cast<std::size_t>(row)]);
}

const std::string& PreparedTable::bytes(int row, int column) const {
    static const std::string none;
    const auto& cells = stored.table.rows[static_cast<std::size_t>(row)];
    const auto at = static_cast<std::size_t>(column);
    return at < cells.size() ? cells[at].text : none;
}

QString PreparedTable::text(int row, int column) const {
    return fromUtf8(bytes(row, column));
}

QString PreparedTable::label(int row) const {
    const QString first = columnCount > 0 ? text(row, 0).simplified() : QString();
    return first.isEmpty() ? QCoreApplication::translate("Tables", "Row %1").arg(QLocale().toString(row + 1))
                           : first;
}

QString PreparedTable::unitOf(int row, int column) const {
    const auto& facts = columns[static_cast<std::size_t>(column)];
    return facts.hasFigure(row) ? units.value(facts.unit[static_cast<std::size_t>(row)]) : QString();
}

QString plainUnit(const QString& unit) {
    return unit == QString::fromUtf8(changeUnit) ? QStringLiteral("%") : unit;
}

PreparedTablePtr prepareTable(data::StoredTable table) {
    auto made = std::make_shared<PreparedTable>();
    made->stored = std::move(table);
    const data::Table& source = made->stored.table;
    made->rowCount = static_cast<int>(source.rows.size());
    std::size_t width = source.header.size();
    for (const auto& row : source.rows)
        width = std::max(width, row.size());
    made->columnCount = static_cast<int>(width);

    Units units(made->units);
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const auto rows = source.rows.size();
    for (int c = 0; c < made->columnCount; ++c) {
        const auto at = static_cast<std::size_t>(c);
        const bool named = at < source.header.size() && !source.header[at].text.empty();
        made->headers.append(named                   ? fromUtf8(source.header[at].text).simplified()
                             : source.header.empty() ? columnName(c)
                                                     : QString());
        const QString headerUnit = unitInName(made->headers.last());
        const bool changes = statesChanges(source, at);
        ColumnFacts facts;
        std::size_t figures = 0;
        std::size_t filled = 0;
        std::uint16_t firstUnit = 0;
        for (std::size_t r = 0; r < rows; ++r) {
            const std::string& cell = made->bytes(static_cast<int>(r), c);
            if (isBlank(cell))
                continue;
            ++filled;
            // Most cells of words are told by having no digit at all, at a fraction of the price.
            const auto number = hasDigit(cell) ? data::leadingNumber(cell) : std::nullopt;
            if (!number)
                continue;
            if (facts.low.empty()) {
                facts.low.assign(rows, none);
                facts.high.assign(rows, none);
                facts.unit.assign(rows, 0);
            }
            QString unit = fromUtf8(number->unit).normalized(QString::NormalizationForm_KC).trimmed();
            if (unit.isEmpty())
                unit = headerUnit;
            if (unit.isEmpty() && c > 0)
                unit = unitInName(fromUtf8(made->bytes(static_cast<int>(r), 0)));
            if (changes && unit == QLatin1String("%"))
                unit = QString::fromUtf8(changeUnit);
            facts.low[r] = number->value;
            facts.high[r] = number->high;
            facts.unit[r] = units.index(unit);
            if (figures == 0)
                firstUnit = facts.unit[r];
            facts.oneUnit = facts.unit[r] == firstUnit && (figures == 0 || facts.oneUnit);
            facts.largest = std::max({facts.largest, std::abs(number->value), std::abs(number->high)});
            ++figures;
        }
        facts.numeric = figures > 0 && figures * 5 >= filled * 3;
        made->columns.push_back(std::move(facts));
    }
    return made;
}

} // namespace parallax::ui
