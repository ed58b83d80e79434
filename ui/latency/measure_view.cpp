// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/measure_view.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/common/chart_style.h"
#include "ui/common/fonts.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

// Some gaps are far longer than the rest: beyond this share of them the bars are cut.
constexpr double mostOfGaps = 0.98;

double mostOf(std::vector<double> values, double share) {
    values.erase(
        std::remove_if(values.begin(), values.end(), [](double value) { return !std::isfinite(value); }),
        values.end());
    if (values.empty())
        return 0;
    const auto at = values.begin() +
                    static_cast<std::ptrdiff_t>(std::floor(share * static_cast<double>(values.size() - 1)));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

// Bars of 2 px side by side. More values than bars: the latest, or of each stretch the largest.
enum class Fit { Latest, Largest };

void paintStrip(QPainter& painter, const QRectF& area, const std::vector<double>& values, double most,
                Fit fit, const QColor& colour, const Theme& theme) {
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(area.left(), area.bottom() + 0.5), QPointF(area.right(), area.bottom() + 0.5));
    if (values.empty() || most <= 0)
        return;
    const double step = std::max(3.0, spacing(1) * 0.75);
    const auto room = static_cast<std::size_t>(std::max(1.0, std::floor(area.width() / step)));
    const std::size_t bars = std::min(room, values.size());
    painter.setPen(Qt::NoPen);
    for (std::size_t bar = 0; bar < bars; ++bar) {
        double value = 0;
        if (fit == Fit::Latest) {
            value = values[values.size() - bars + bar];
        } else {
            const std::size_t from = bar * values.size() / bars, to = (bar + 1) * values.size() / bars;
            value = *std::max_element(values.begin() + static_cast<std::ptrdiff_t>(from),
                                      values.begin() + static_cast<std::ptrdiff_t>(std::max(to, from + 1)));
        }
        const double left = area.left() + static_cast<double>(bar) * step;
        if (!std::isfinite(value)) { // no first token: a mark on the ground line
            painter.setBrush(theme.red);
            painter.drawRect(QRectF(left, area.bottom() - 3, step - 1, 3));
            continue;
        }
        const double height = std::max(1.0, area.height() * std::min(1.0, value / most));
        painter.setBrush(colour);
        painter.drawRect(QRectF(left, area.bottom() - height, step - 1, height));
    }
}

// Lines no wider than `width`, broken between the parts, within one that is wider between its words.
QStringList brokenAt(const QString& text, const QFontMetrics& metrics, int width) {
    QStringList lines;
    const auto add = [&](const QString& piece, const QString& mark) {
        if (!lines.isEmpty() && metrics.horizontalAdvance(lines.back() + mark + piece) <= width)
            lines.back() += mark + piece;
        else
            lines << piece;
    };
    for (const QString& part : text.split(QStringLiteral(" · "), Qt::SkipEmptyParts)) {
        if (metrics.horizontalAdvance(part) <= width) {
            add(part, QStringLiteral(" · "));
            continue;
        }
        bool first = true;
        for (const QString& word : part.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            add(word, first ? QStringLiteral(" · ") : QStringLiteral(" "));
            first = false;
        }
    }
    return lines;
}

} // namespace

struct MeasureView::Columns {
    QRect name, firstToken, firstTokenFigure, gaps, gapFigure, race;
};

MeasureView::MeasureView(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("measureView"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MeasureView::setRows(std::vector<MeasureRow> rows) {
    if (rows == m_rows)
        return;
    const bool grown = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    m_mostFirstToken = m_mostGap = 0;
    for (const MeasureRow& row : m_rows) {
        m_mostFirstToken = std::max(m_mostFirstToken, mostOf(row.firstToken, 1));
        m_mostGap = std::max(m_mostGap, mostOf(row.gaps, mostOfGaps));
    }
    if (grown)
        updateGeometry();
    fitDetails();
    describe();
    update();
}

int MeasureView::detailWidth() const {
    return columns().name.width() - 2 * spacing(2);
}

QStringList MeasureView::detailLines(int row) const {
    return brokenAt(m_rows[static_cast<std::size_t>(row)].detail, fontMetrics(), detailWidth());
}

QFont MeasureView::badgeFont() const {
    QFont small = font();
    small.setPixelSize(std::max(8, fontInfo().pixelSize() * 10 / 13));
    return small;
}

int MeasureView::badgeWidth() const {
    return QFontMetrics(badgeFont()).horizontalAdvance(tr("SIMULATION")) + spacing(2);
}

// What tells one endpoint from another is its name: the badge takes a line of its own before that is cut.
bool MeasureView::badgeBelow(int row) const {
    const MeasureRow& of = m_rows[static_cast<std::size_t>(row)];
    return of.simulation &&
           fontMetrics().horizontalAdvance(of.name) + spacing(1) + badgeWidth() > detailWidth();
}

// All rows are as high as the one that has most to say.
void MeasureView::fitDetails() {
    int lines = 1;
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        lines = std::max(lines, static_cast<int>(detailLines(row).size()) + (badgeBelow(row) ? 1 : 0));
    if (std::exchange(m_detailLines, lines) != lines)
        updateGeometry();
}

void MeasureView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitDetails();
}

void MeasureView::describe() {
    QStringList words;
    for (const MeasureRow& row : m_rows)
        words << tr("%1: first token %2, between chunks %3; %4")
                     .arg(row.name, row.firstTokenFigure, row.gapFigure, row.detail);
    setAccessibleName(tr("Endpoints side by side"));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
}

int MeasureView::rowSize() const {
    return (1 + m_detailLines) * fontMetrics().height() + spacing(3);
}

int MeasureView::headSize() const {
    return fontMetrics().height() + spacing(2);
}

QSize MeasureView::sizeHint() const {
    return {spacing(180), headSize() + rowSize() * static_cast<int>(std::max<std::size_t>(1, m_rows.size()))};
}

QSize MeasureView::minimumSizeHint() const {
    return {spacing(100), sizeHint().height()};
}

MeasureView::Columns MeasureView::columns() const {
    const int gap = spacing(3);
    int figure = fontMetrics().horizontalAdvance(QStringLiteral("1,234–1,234"));
    for (const MeasureRow& row : m_rows)
        figure = std::max(figure, fontMetrics().horizontalAdvance(row.firstTokenInterval) + 2);
    int small = fontMetrics().horizontalAdvance(QStringLiteral("12.34"));
    for (const MeasureRow& row : m_rows)
        small = std::max(small, fontMetrics().horizontalAdvance(row.gapFigure) + 2);
    const int free = std::max(0, width() - figure - small - 5 * gap);
    int longest = 0;
    for (const MeasureRow& row : m_rows)
        longest = std::max(longest, fontMetrics().horizontalAdvance(row.name) + 2 * spacing(2) + 2);
    const int name = std::clamp(longest, free * 30 / 100, free * 45 / 100);
    const int first = (free - name) * 34 / 100, between = (free - name) * 28 / 100;
    Columns at;
    int x = 0;
    const auto place = [&x, gap](QRect& rect, int wide) {
        rect = QRect(x, 0, wide, 0);
        x += wide + gap;
    };
    place(at.name, name);
    place(at.firstToken, first);
    place(at.firstTokenFigure, figure);
    place(at.gaps, between);
    place(at.gapFigure, small);
    place(at.race, std::max(0, width() - x));
    return at;
}

void MeasureView::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    const Columns at = columns();
    QPainter painter(this);
    QFont numbers = tabularFont(font());
    const int line = fontMetrics().height();
    const auto write = [&](const QRect& column, int top, const QString& text, const QColor& ink,
                           Qt::Alignment side = Qt::AlignLeft) {
        painter.setPen(ink);
        painter.drawText(QRect(column.left(), top, column.width(), line),
                         static_cast<int>(side | Qt::AlignVCenter | Qt::TextSingleLine),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, column.width()));
    };
    write(at.name, 0, tr("Endpoint"), theme.quietText);
    write(at.firstToken.united(at.firstTokenFigure), 0, tr("First token, each request"), theme.quietText);
    write(at.gaps.united(at.gapFigure), 0, tr("Between chunks"), theme.quietText);
    write(at.race, 0, tr("Token race"), theme.quietText);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const MeasureRow& row = m_rows[i];
        const SeriesLook look = seriesLook(theme, static_cast<int>(i));
        const int top = headSize() + static_cast<int>(i) * rowSize();
        painter.setPen(QPen(theme.line, 1));
        painter.drawLine(0, top, width(), top);
        const int text = top + spacing(1) + spacing(1) / 2;
        // Name with its key; SIMULATION is never elided away.
        const int key = spacing(2);
        painter.fillRect(QRect(at.name.left(), text + (line - key) / 2, key, key), look.colour);
        QRect name = at.name.adjusted(key + spacing(2), 0, 0, 0);
        const bool apart = badgeBelow(static_cast<int>(i));
        int below = text + line + (apart ? line : 0);
        for (const QString& words : detailLines(static_cast<int>(i))) {
            write(name, below, words, theme.quietText);
            below += line;
        }
        if (row.simulation) {
            const QString badge = tr("SIMULATION");
            painter.setFont(badgeFont());
            const int wide = badgeWidth();
            const QRect box = apart ? QRect(name.left(), text + line + 1, wide, line - 2)
                                    : QRect(name.right() - wide + 1, text + 1, wide, line - 2);
            painter.setPen(theme.amber);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), spacing(1) / 2.0,
                                    spacing(1) / 2.0);
            painter.drawText(box, Qt::AlignCenter, badge);
            painter.setFont(font());
            if (!apart)
                name.setRight(box.left() - spacing(1));
        }
        write(name, text, row.name, theme.text);

        const int inner = rowSize() - spacing(3);
        const auto strip = [&](const QRect& column) {
            return QRectF(column.left(), top + spacing(1) + spacing(1) / 2.0, column.width(), inner);
        };
        paintStrip(painter, strip(at.firstToken), row.firstToken, m_mostFirstToken, Fit::Latest, look.colour,
                   theme);
        painter.setFont(numbers);
        write(at.firstTokenFigure, text, row.firstTokenFigure, theme.text, Qt::AlignRight);
        write(at.firstTokenFigure, text + line, row.firstTokenInterval, theme.quietText, Qt::AlignRight);
        paintStrip(painter, strip(at.gaps), row.gaps, m_mostGap, Fit::Largest, look.colour, theme);
        write(at.gapFigure, text + line / 2, row.gapFigure, theme.text, Qt::AlignRight);

        const QRectF lane(at.race.left(), text + line / 2.0 - spacing(1), at.race.width(), spacing(2));
        painter.setPen(Qt::NoPen);
        painter.fillRect(lane, theme.sunken);
        if (theme.highContrast) {
            painter.setPen(QPen(theme.line, 1));
            painter.drawRect(lane);
        }
        QRectF done = lane;
        done.setWidth(lane.width() * std::clamp(row.race, 0.0, 1.0));
        painter.fillRect(done, look.colour);
        if (row.racing && done.width() > 0) // its head, so that what moves is seen in any colours
            painter.fillRect(QRectF(done.right() - 2, lane.top() - 2, 2, lane.height() + 4), theme.text);
        write(at.race, text + line, row.raceText, theme.quietText);
        painter.setFont(font());
    }
}

void MeasureView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitDetails();
        updateGeometry();
    }
}

} // namespace parallax::ui
