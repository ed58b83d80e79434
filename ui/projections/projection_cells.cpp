// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of market figures says: its words, its colours, what it tells when asked.
#include "ui/projections/projection_model.h"

#include <QColor>
#include <QFont>
#include <QLocale>

#include <cmath>

#include "ui/common/chart_scale.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/projections/stated_change.h"

namespace parallax::ui {
namespace {

QString written(double value, const std::string& unit) {
    const QString name = fromUtf8(unit);
    return fullText(value, name, magnitudeFor(std::abs(value), name));
}

double changeOf(double current, double projected) {
    return current <= 0 ? std::nan("") : 100 * (projected / current - 1);
}

} // namespace

QString changeText(double change, bool points) {
    if (!std::isfinite(change))
        return QString(QChar(0x2013));
    const QLocale locale;
    const QString number = locale.toString(std::abs(change), 'f', std::abs(change) < 100 ? 1 : 0);
    const auto withUnit = [points](const QString& figure) {
        return points ? ProjectionModel::tr("%1 pp").arg(figure) : figure + QLatin1Char('%');
    };
    if (std::abs(change) < 0.05) // what rounds to nothing has no direction
        return withUnit(number);
    return withUnit((change < 0 ? QChar(0x2212) : QLatin1Char('+')) + number);
}

QVariant ProjectionModel::headingData(const Group& group, int column, int role) const {
    const data::MarketFigure& first = m_figures[static_cast<std::size_t>(group.figures.front())];
    if (role == Qt::BackgroundRole)
        return Theme::current().ground;
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (column != Subject || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return first.measure.empty() ? fromUtf8(first.articleTitle).simplified()
                                 : fromUtf8(first.measure).simplified();
}

QVariant ProjectionModel::totalData(const Group& group, int column, int role) const {
    const data::MarketFigure& first = m_figures[static_cast<std::size_t>(group.figures.front())];
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role == Qt::ToolTipRole)
        return tr("Added up here; the article does not state it");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Subject:
        return tr("Total");
    case Current:
        return written(group.current, first.unit);
    case Projected:
        return written(group.projected, first.unit);
    case Change:
        return changeText(changeOf(group.current, group.projected));
    default:
        return {};
    }
}

QVariant ProjectionModel::figureData(const Group& group, const data::MarketFigure& figure, int column,
                                     int role) const {
    const auto comparison = [&] { return compareChange(figure); };
    if (role == ShareRole) {
        if (group.largest <= 0 || (column != Current && column != Projected))
            return {};
        return std::abs(column == Current ? figure.current : figure.projected) / group.largest;
    }
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case Current:
            return tr("%1: %2")
                .arg(fromUtf8(figure.currentHeader), fromUtf8(figure.currentText))
                .toHtmlEscaped();
        case Projected:
            return tr("%1: %2")
                .arg(fromUtf8(figure.projectedHeader), fromUtf8(figure.projectedText))
                .toHtmlEscaped();
        case Change:
        case Stated: {
            const ChangeComparison compared = comparison();
            if (compared.agreement == Agreement::Unknown)
                return {};
            const QString range = tr("The figures as rounded allow %1 to %2.")
                                      .arg(changeText(compared.recomputed.low, figure.isShare()),
                                           changeText(compared.recomputed.high, figure.isShare()));
            return compared.agreement == Agreement::Agrees
                       ? range
                       : tr("Stated: %1.").arg(fromUtf8(figure.statedChange)).toHtmlEscaped() +
                             QLatin1Char(' ') + range;
        }
        case Source:
            return fromUtf8(figure.articleTitle).simplified().toHtmlEscaped();
        default:
            return {};
        }
    }
    if (role == Qt::ForegroundRole) {
        if (column == Stated && comparison().agreement == Agreement::Differs)
            return Theme::current().amber;
        return column == Source ? QVariant(Theme::current().quietText) : QVariant();
    }
    if (role == Qt::AccessibleTextRole && column == Stated && comparison().agreement == Agreement::Differs)
        return tr("%1, which the figures do not give").arg(fromUtf8(figure.statedChange));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Subject:
        return fromUtf8(figure.subject).simplified();
    case Current:
        return written(figure.current, figure.unit);
    case Projected:
        return written(figure.projected, figure.unit);
    case Change:
        return changeText(figure.change, figure.isShare());
    case Stated: {
        // The sign of a doubtful figure has a shape, not only a colour.
        const QString text = fromUtf8(figure.statedChange).simplified();
        return comparison().agreement == Agreement::Differs ? QStringLiteral("△ ") + text : text;
    }
    case Source: {
        QStringList parts;
        if (!figure.source.empty())
            parts.append(fromUtf8(figure.source));
        if (!figure.archiveMonth.empty())
            parts.append(formatMonthShortly(figure.archiveMonth));
        return parts.isEmpty() ? fromUtf8(figure.articleTitle).simplified()
                               : parts.join(QStringLiteral(" · "));
    }
    default:
        return {};
    }
}

QVariant ProjectionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool right = section != Subject && section != Source;
        return QVariant::fromValue(
            Qt::Alignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    if (role == Qt::ToolTipRole && section == Change)
        return tr("Recomputed from the two figures");
    if (role == Qt::ToolTipRole && section == Stated)
        return tr("The change as the article states it; △ where the figures do not give it");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Subject:
        return tr("Subject");
    case Current:
        return tr("Current");
    case Projected:
        return tr("Projected");
    case Change:
        return tr("Change");
    case Stated:
        return tr("As stated");
    case Source:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace parallax::ui
