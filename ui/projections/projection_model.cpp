// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/projections/projection_model.h"

#include <QCollator>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "data/article/fold.h"
#include "ui/common/chart_scale.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

// Adding up shares, speeds, durations or prices says nothing; nor does adding bare counts, which may count
// wafers in one row and bits in the next.
bool canBeAdded(const std::string& unit) {
    static const char* const never[] = {"%", "s", "ms", "x", "×", "倍", "秒", "毫秒"};
    return !unit.empty() && unit.find('/') == std::string::npos &&
           std::none_of(std::begin(never), std::end(never),
                        [&](const char* one) { return unit.starts_with(one); });
}

// "2025" of "$24B (2025)": the years that a figure names for itself, where its column's header does not.
std::string periodOf(const std::string& text) {
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    std::string years;
    bool figure = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!digit(at)) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (digit(end) || (end < text.size() && (text[end] == '.' || text[end] == ',') && digit(end + 1)))
            ++end;
        const std::string number = text.substr(at, end - at);
        const bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20")) &&
                          number.find_first_of(".,") == std::string::npos;
        if (year)
            years += number + ' ';
        figure = figure || !year;
        at = end;
    }
    return figure ? years : std::string(); // "2025 racks" is no year
}

// A table that brings its own total must not be added up once more.
bool isTotal(const std::string& subject) {
    const std::u32string folded = data::foldText(subject);
    for (const char* word : {"total", "sum", "overall", "all", "合計", "總計", "總和", "整體", "全部"})
        if (folded.starts_with(data::foldText(word)))
            return true;
    return false;
}

int languageRank(data::Language language, data::Language reading) {
    const auto chinese = [](data::Language one) {
        return one == data::Language::TraditionalChinese || one == data::Language::SimplifiedChinese;
    };
    if (language == reading)
        return 0;
    return chinese(language) && chinese(reading) ? 1 : 2;
}

} // namespace

ProjectionModel::ProjectionModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void ProjectionModel::setFigures(std::vector<data::MarketFigure> figures) {
    beginResetModel();
    m_figures = std::move(figures);
    arrange();
    endResetModel();
}

void ProjectionModel::setFilter(const ProjectionFilter& filter) {
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

void ProjectionModel::sort(int column, Qt::SortOrder order) {
    if (m_sortColumn == column && m_sortOrder == order)
        return;
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    endResetModel();
}

bool ProjectionModel::accepts(const data::MarketFigure& figure, const std::u32string& words) const {
    if (!m_filter.measure.isEmpty() && fromUtf8(figure.measure) != m_filter.measure)
        return false;
    if (!m_filter.source.isEmpty() && fromUtf8(figure.source) != m_filter.source)
        return false;
    if (words.empty())
        return true;
    for (const std::string* text : {&figure.measure, &figure.subject, &figure.source, &figure.articleTitle})
        if (data::foldText(*text).find(words) != std::u32string::npos)
            return true;
    return false;
}

void ProjectionModel::arrange() {
    m_groups.clear();
    m_rows.clear();
    // Of an article in several languages only the edition that is read best: its figures are the same.
    std::map<data::ArticleId, std::pair<int, data::EditionId>> best;
    for (const data::MarketFigure& figure : m_figures) {
        const std::pair mine(languageRank(figure.language, m_filter.reading), figure.edition);
        const auto [at, added] = best.emplace(figure.article, mine);
        if (!added)
            at->second = std::min(at->second, mine);
    }
    const std::u32string words = data::foldText(toStdString(m_filter.text.simplified()));
    data::TableId table = 0;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const data::MarketFigure& figure = m_figures[i];
        if (best.at(figure.article).second != figure.edition || !accepts(figure, words))
            continue;
        if (m_groups.empty() || figure.table != table)
            m_groups.emplace_back();
        table = figure.table;
        m_groups.back().figures.push_back(static_cast<int>(i));
    }
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        Group& group = m_groups[g];
        const data::MarketFigure& first = m_figures[static_cast<std::size_t>(group.figures.front())];
        const std::string& unit = first.unit;
        const std::string now = periodOf(first.currentText), later = periodOf(first.projectedText);
        group.hasTotal = group.figures.size() > 1 && canBeAdded(unit);
        for (const int i : group.figures) {
            const data::MarketFigure& figure = m_figures[static_cast<std::size_t>(i)];
            group.hasTotal = group.hasTotal && figure.unit == unit && !isTotal(figure.subject) &&
                             periodOf(figure.currentText) == now && periodOf(figure.projectedText) == later;
            group.current += figure.current;
            group.projected += figure.projected;
            group.largest = std::max({group.largest, std::abs(figure.current), std::abs(figure.projected)});
        }
        sortGroup(group);
        const int at = static_cast<int>(g);
        m_rows.push_back({RowKind::Heading, at, group.figures.front()});
        for (const int i : group.figures)
            m_rows.push_back({RowKind::Figure, at, i});
        if (group.hasTotal)
            m_rows.push_back({RowKind::Total, at, group.figures.front()});
    }
}

void ProjectionModel::sortGroup(Group& group) const {
    if (m_sortColumn < 0)
        return;
    const auto value = [&](int i) {
        const data::MarketFigure& figure = m_figures[static_cast<std::size_t>(i)];
        switch (m_sortColumn) {
        case Current:
            return figure.current;
        case Projected:
            return figure.projected;
        default: // what has no change comes before all that has one
            return std::isnan(figure.change) ? -std::numeric_limits<double>::infinity() : figure.change;
        }
    };
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    const auto sorted = [&](const auto& less) {
        std::stable_sort(group.figures.begin(), group.figures.end(),
                         [&](int a, int b) { return descending ? less(b, a) : less(a, b); });
    };
    if (m_sortColumn == Subject || m_sortColumn == Source) {
        QCollator collator;
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        sorted([&](int a, int b) {
            return collator.compare(fromUtf8(m_figures[static_cast<std::size_t>(a)].subject),
                                    fromUtf8(m_figures[static_cast<std::size_t>(b)].subject)) < 0;
        });
    } else {
        sorted([&](int a, int b) { return value(a) < value(b); });
    }
}

void ProjectionModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

static QStringList distinct(const std::vector<data::MarketFigure>& figures,
                            std::string data::MarketFigure::*member) {
    QStringList names;
    for (const data::MarketFigure& figure : figures)
        if (!(figure.*member).empty())
            names.append(fromUtf8(figure.*member));
    names.removeDuplicates();
    QCollator collator;
    collator.setNumericMode(true);
    std::sort(names.begin(), names.end(), collator);
    return names;
}

QStringList ProjectionModel::measures() const {
    return distinct(m_figures, &data::MarketFigure::measure);
}

QStringList ProjectionModel::sources() const {
    return distinct(m_figures, &data::MarketFigure::source);
}

int ProjectionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProjectionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

const data::MarketFigure* ProjectionModel::figure(int row) const {
    if (row < 0 || row >= rowCount() || kind(row) != RowKind::Figure)
        return nullptr;
    return &m_figures[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)].figure)];
}

const data::MarketFigure& ProjectionModel::firstOf(int group) const {
    return m_figures[static_cast<std::size_t>(m_groups[static_cast<std::size_t>(group)].figures.front())];
}

int ProjectionModel::rowOf(int group, int category) const {
    for (int row = 0; row < rowCount(); ++row)
        if (this->group(row) == group && kind(row) == RowKind::Heading) {
            const int wanted = row + 1 + category;
            return category >= 0 && wanted < rowCount() && this->group(wanted) == group &&
                           kind(wanted) == RowKind::Figure
                       ? wanted
                       : -1;
        }
    return -1;
}

int ProjectionModel::groupOfTable(data::TableId table) const {
    for (int g = 0; g < groupCount(); ++g)
        if (firstOf(g).table == table)
            return g;
    return -1;
}

Qt::ItemFlags ProjectionModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return kind(index.row()) == RowKind::Heading ? Qt::ItemIsEnabled
                                                 : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant ProjectionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const Group& group = m_groups[static_cast<std::size_t>(row.group)];
    if (role == KindRole)
        return static_cast<int>(row.kind);
    if (role == Qt::TextAlignmentRole) {
        const bool right = index.column() != Subject && index.column() != Source;
        return QVariant::fromValue(
            Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    switch (row.kind) {
    case RowKind::Heading:
        return headingData(group, index.column(), role);
    case RowKind::Total:
        return totalData(group, index.column(), role);
    case RowKind::Figure:
        return figureData(group, m_figures[static_cast<std::size_t>(row.figure)], index.column(), role);
    }
    return {};
}

ChartData ProjectionModel::chart(int group) const {
    ChartData chart;
    if (group < 0 || group >= groupCount())
        return chart;
    const Group& shown = m_groups[static_cast<std::size_t>(group)];
    const data::MarketFigure& first = firstOf(group);
    chart.title = headingData(shown, Subject, Qt::DisplayRole).toString();
    chart.unit = fromUtf8(first.unit);
    ChartSeries current{fromUtf8(first.currentHeader), {}, {}, {}, {}};
    ChartSeries projected{fromUtf8(first.projectedHeader), {}, {}, {}, {}};
    bool leftOut = false;
    for (const int i : shown.figures) {
        const data::MarketFigure& figure = m_figures[static_cast<std::size_t>(i)];
        const bool same = figure.unit == first.unit; // another unit has no place on this axis
        leftOut = leftOut || !same;
        chart.categories.append(fromUtf8(figure.subject).simplified());
        current.values.append(same ? figure.current : std::nan(""));
        projected.values.append(same ? figure.projected : std::nan(""));
        projected.notes.append(same ? changeText(figure.change, figure.isShare()) : QString());
    }
    chart.series = {current, projected};
    if (leftOut)
        chart.note = tr("Subjects in other units are left out.");
    return chart;
}

data::Table ProjectionModel::asTable(const std::vector<int>& rows) const {
    data::Table table;
    const auto cell = [](const QString& text) { return data::Cell{toStdString(text), {}, {}}; };
    for (const QString& name :
         {tr("Measure"), tr("Subject"), tr("Current"), tr("Projected"), tr("Unit"), tr("Change, recomputed"),
          tr("Change, as stated"), tr("Source"), tr("Month"), tr("Article")})
        table.header.push_back(cell(name));
    table.alignments.assign(table.header.size(), data::Alignment::None);
    for (const std::size_t column : {2UL, 3UL, 5UL, 6UL})
        table.alignments[column] = data::Alignment::Right;
    const auto add = [&](int row) {
        const data::MarketFigure* one = figure(row);
        if (one == nullptr)
            return;
        // Plain numbers, so that a spreadsheet can go on calculating.
        const auto number = [](double value) { return QString::number(value, 'g', 12); };
        table.rows.push_back(
            {{one->measure, {}, {}},
             {one->subject, {}, {}},
             cell(number(one->current)),
             cell(number(one->projected)),
             {one->unit, {}, {}},
             // Adding 0 takes the sign off a zero.
             cell(std::isnan(one->change) ? QString()
                                          : QString::number(std::round(one->change * 10) / 10 + 0.0, 'f', 1) +
                                                QLatin1String(one->isShare() ? " pp" : "%")),
             {one->statedChange, {}, {}},
             {one->source, {}, {}},
             {one->archiveMonth, {}, {}},
             {one->articleTitle, {}, {}}});
    };
    if (rows.empty())
        for (int row = 0; row < rowCount(); ++row)
            add(row);
    else
        for (const int row : rows)
            add(row);
    return table;
}

} // namespace parallax::ui
