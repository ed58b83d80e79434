// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/claim_mark.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/common/claim_sentences.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

struct ClaimMarkText {
    Q_DECLARE_TR_FUNCTIONS(ClaimMarkText)
};

} // namespace

QColor claimColour(latency::ClaimVerdict verdict, const Theme& theme) {
    switch (verdict) {
    case latency::ClaimVerdict::Consistent:
        return theme.consistent;
    case latency::ClaimVerdict::Contradicted:
        return theme.red;
    case latency::ClaimVerdict::NotEnoughData:
    case latency::ClaimVerdict::NotTestable:
        break;
    }
    return theme.quietText;
}

void paintClaimSign(QPainter& painter, const QRectF& box, const QColor& ink) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(box.width(), box.height());
    QPen pen(ink, std::max(1.2, side / 10));
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.translate(box.center().x() - side / 2, box.center().y() - side / 2);
    const auto at = [side](double x, double y) { return QPointF(x * side, y * side); };
    painter.drawEllipse(at(0.5, 0.58), 0.36 * side, 0.36 * side);
    painter.drawLine(at(0.5, 0.58), at(0.68, 0.4));   // the hand
    painter.drawLine(at(0.38, 0.08), at(0.62, 0.08)); // the button
    painter.drawLine(at(0.5, 0.08), at(0.5, 0.22));
    painter.restore();
}

QString claimToolTip(const JudgedClaim& judged) {
    const QString colour = claimColour(judged.judgement.verdict, Theme::current()).name();
    const auto paragraph = [](const QString& text) {
        return text.isEmpty() ? QString()
                              : QStringLiteral("<p style=\"margin:4px 0 0 0\">") +
                                    text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")) +
                                    QStringLiteral("</p>");
    };
    return QStringLiteral("<div style=\"white-space:normal\"><b><span style=\"color:%1\">%2</span></b>")
               .arg(colour, ClaimMarkText::tr("A claim to be tested").toHtmlEscaped()) +
           paragraph(claimText(judged.claim)) + paragraph(judgementText(judged.claim, judged.judgement)) +
           paragraph(missingText(judged.judgement)) + paragraph(planText(judged.plan)) +
           QStringLiteral("</div>");
}

QString claimDescription(const JudgedClaim& judged) {
    return ClaimMarkText::tr("Claim: %1. %2", "what is claimed, the verdict")
        .arg(claimText(judged.claim), verdictText(judged.judgement.verdict));
}

Place claimPlace(const JudgedClaim& judged) {
    return {QStringLiteral("latency"),
            {{QStringLiteral("article"), qint64{judged.claim.evidence.article}},
             {QStringLiteral("claim"), fromUtf8(judged.claim.id)}}};
}

void addClaimActions(QMenu& menu, const JudgedClaim& judged, const std::function<void(const Place&)>& open) {
    menu.addAction(icon(QStringLiteral("latency")),
                   menuText(ClaimMarkText::tr("Test: %1").arg(claimText(judged.claim))), &menu,
                   [open, place = claimPlace(judged)] { open(place); });
    if (!judged.plan.json.empty())
        menu.addAction(icon(QStringLiteral("copy")), ClaimMarkText::tr("Copy the plan that would settle it"),
                       &menu,
                       [plan = fromUtf8(judged.plan.json)] { QGuiApplication::clipboard()->setText(plan); });
}

} // namespace parallax::ui
