// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <functional>

#include "ui/common/article_claims.h"
#include "ui/common/place.h"

class QMenu;
class QPainter;
class QRectF;

namespace parallax::ui {

struct Theme;

// How a claim to be tested is shown beside its figure: a stopwatch in the colour of its verdict.
QColor claimColour(latency::ClaimVerdict verdict, const Theme& theme);
void paintClaimSign(QPainter& painter, const QRectF& box, const QColor& ink);

// What is claimed, the verdict, what is missing and what would settle it, as rich text for a tooltip. All
// words of the article are escaped.
QString claimToolTip(const JudgedClaim& claim);
// The same in one plain sentence, for screen readers.
QString claimDescription(const JudgedClaim& claim);

// Of the Latency workspace: the claim, by the article and its id.
Place claimPlace(const JudgedClaim& claim);

// "Test this claim", and the plan for the clipboard.
void addClaimActions(QMenu& menu, const JudgedClaim& claim, const std::function<void(const Place&)>& open);

} // namespace parallax::ui
