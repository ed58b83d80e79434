// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/check_mark.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>

#include "ui/common/check_figures.h"
#include "ui/common/check_sentences.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

struct CheckMarkText {
    Q_DECLARE_TR_FUNCTIONS(CheckMarkText)
};

class SignEngine final : public QIconEngine {
  public:
    explicit SignEngine(data::Colour colour)
        : m_colour(colour) {}
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const Theme& theme = Theme::current();
        const double margin = rect.height() / 6.0;
        paintCheckSign(*painter, QRectF(rect).adjusted(margin, margin, -margin, -margin), m_colour,
                       mode == QIcon::Disabled ? theme.quietText : checkColour(m_colour, theme));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new SignEngine(m_colour); }

  private:
    data::Colour m_colour;
};

// Nothing is recomputed: the same figure is stated twice.
bool statesTwice(const data::Check& check) {
    return check.rule == data::Rule::SameFact || check.rule == data::Rule::Scale;
}

} // namespace

QString checkSign(data::Colour colour) {
    switch (colour) {
    case data::Colour::Red:
        return QString(QChar(0x2715));
    case data::Colour::Amber:
        return QString(QChar(0x25B3));
    case data::Colour::Green:
        return QString(QChar(0x2713));
    case data::Colour::Grey:
        break;
    }
    return QStringLiteral("?");
}

QColor checkColour(data::Colour colour, const Theme& theme) {
    switch (colour) {
    case data::Colour::Red:
        return theme.red;
    case data::Colour::Amber:
        return theme.amber;
    case data::Colour::Green:
        return theme.consistent;
    case data::Colour::Grey:
        break;
    }
    return theme.unknown;
}

QColor checkColour(const data::StoredCheck& check, const Theme& theme) {
    return isSettled(check.mark) ? theme.quietText : checkColour(check.check.colour, theme);
}

QString colourText(data::Colour colour) {
    switch (colour) {
    case data::Colour::Red:
        return CheckMarkText::tr("Does not hold");
    case data::Colour::Amber:
        return CheckMarkText::tr("Doubtful");
    case data::Colour::Green:
        return CheckMarkText::tr("Holds");
    case data::Colour::Grey:
        break;
    }
    return CheckMarkText::tr("Cannot be told");
}

bool isSettled(data::CheckMark mark) {
    return mark == data::CheckMark::Accepted || mark == data::CheckMark::FalseAlarm;
}

QString markText(data::CheckMark mark) {
    switch (mark) {
    case data::CheckMark::Accepted:
        return CheckMarkText::tr("Accepted");
    case data::CheckMark::FalseAlarm:
        return CheckMarkText::tr("False alarm");
    case data::CheckMark::Corrected:
        return CheckMarkText::tr("Corrected");
    case data::CheckMark::None:
        break;
    }
    return CheckMarkText::tr("Not marked");
}

void paintCheckSign(QPainter& painter, const QRectF& box, data::Colour colour, const QColor& ink) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A stroke of an eighth of the box keeps the shapes open at 9 px and firm at 40; thinner than 1.6 px it
    // would be grey more than coloured.
    const double side = std::min(box.width(), box.height());
    QPen pen(ink, std::max(1.6, side / 8));
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2);
    const auto at = [side](double x, double y) { return QPointF(x * side, y * side); };
    switch (colour) {
    case data::Colour::Red:
        painter.drawLine(at(0.18, 0.18), at(0.82, 0.82));
        painter.drawLine(at(0.82, 0.18), at(0.18, 0.82));
        break;
    case data::Colour::Amber:
        painter.drawPolygon(QPolygonF({at(0.5, 0.14), at(0.92, 0.84), at(0.08, 0.84)}));
        break;
    case data::Colour::Green:
        painter.drawPolyline(QPolygonF({at(0.12, 0.55), at(0.38, 0.82), at(0.88, 0.2)}));
        break;
    case data::Colour::Grey: {
        QPainterPath hook;
        hook.moveTo(at(0.3, 0.32));
        hook.cubicTo(at(0.3, 0.02), at(0.74, 0.04), at(0.74, 0.32));
        hook.cubicTo(at(0.74, 0.5), at(0.5, 0.48), at(0.5, 0.68));
        painter.drawPath(hook);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(at(0.5, 0.88), pen.widthF() * 0.65, pen.widthF() * 0.65);
        break;
    }
    }
    painter.restore();
}

QIcon checkIcon(data::Colour colour) {
    return QIcon(new SignEngine(colour));
}

QString checkToolTip(const data::StoredCheck& stored) {
    const data::Check& check = stored.check;
    const Theme& theme = Theme::current();
    const auto paragraph = [](const QString& html) {
        return QStringLiteral("<p style=\"margin:4px 0 0 0\">") + html + QStringLiteral("</p>");
    };
    QString html =
        QStringLiteral("<div style=\"white-space:normal\"><b><span style=\"color:%1\">%2</span> %3</b>")
            .arg(checkColour(stored, theme).name(), checkSign(check.colour),
                 ruleText(check.rule).toHtmlEscaped());
    html += paragraph(verdictText(check).toHtmlEscaped());
    if (const QString reason = reasonText(check); !reason.isEmpty())
        html += paragraph(reason.toHtmlEscaped());
    if (!check.formula.empty())
        html += paragraph(fromUtf8(check.formula).toHtmlEscaped());
    const QString computed = computedText(check);
    if (!computed.isEmpty())
        html +=
            paragraph((statesTwice(check) ? CheckMarkText::tr("Stated elsewhere: %1")
                                          : CheckMarkText::tr("Recomputed: %1"))
                          .arg(QStringLiteral("<b>") + computed.toHtmlEscaped() + QStringLiteral("</b>")));
    if (!check.cause.empty())
        html += paragraph(causeText(check).toHtmlEscaped());
    QStringList repairs;
    for (std::size_t i = 0; i < std::min<std::size_t>(check.repairs.size(), 3); ++i)
        repairs << repairText(check.repairs[i]).toHtmlEscaped();
    if (!repairs.isEmpty())
        html +=
            paragraph(CheckMarkText::tr("It would hold with: %1").arg(repairs.join(QStringLiteral("; "))));
    if (stored.mark != data::CheckMark::None) {
        QString mark = markText(stored.mark);
        if (!stored.markNote.empty())
            mark += QStringLiteral(": ") + fromUtf8(stored.markNote).left(200);
        html += paragraph(QStringLiteral("<i>") + mark.toHtmlEscaped() + QStringLiteral("</i>"));
    }
    return html + QStringLiteral("</div>");
}

QString checkDescription(const data::StoredCheck& stored) {
    const data::Check& check = stored.check;
    QStringList parts{colourText(check.colour), ruleText(check.rule)};
    if (const QString stated = statedText(check); !stated.isEmpty())
        parts << CheckMarkText::tr("stated %1").arg(stated);
    if (const QString computed = computedText(check); !computed.isEmpty())
        parts << (statesTwice(check) ? CheckMarkText::tr("elsewhere %1") : CheckMarkText::tr("recomputed %1"))
                     .arg(computed);
    if (stored.mark != data::CheckMark::None)
        parts << markText(stored.mark);
    return parts.join(QStringLiteral(", "));
}

data::CheckCounts failedOf(const data::CheckCounts& counts) {
    data::CheckCounts failed;
    failed.red = counts.red;
    failed.amber = counts.amber;
    return failed;
}

QString countsText(const data::CheckCounts& counts) {
    QStringList parts;
    const auto add = [&](data::Colour colour, int count) {
        if (count > 0)
            parts << checkSign(colour) + formatCount(count);
    };
    add(data::Colour::Red, counts.red);
    add(data::Colour::Amber, counts.amber);
    add(data::Colour::Green, counts.green);
    return parts.join(QLatin1Char(' '));
}

QString countsDescription(const data::CheckCounts& counts) {
    QStringList parts;
    if (counts.red > 0)
        parts << CheckMarkText::tr("figures that do not hold: %1").arg(formatCount(counts.red));
    if (counts.amber > 0)
        parts << CheckMarkText::tr("doubtful: %1").arg(formatCount(counts.amber));
    if (counts.green > 0)
        parts << CheckMarkText::tr("holding: %1").arg(formatCount(counts.green));
    if (counts.settled > 0)
        parts << CheckMarkText::tr("settled: %1").arg(formatCount(counts.settled));
    return parts.join(QStringLiteral(", "));
}

} // namespace parallax::ui
