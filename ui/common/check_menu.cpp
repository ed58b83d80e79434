// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/check_menu.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

#include "ui/common/check_figures.h"
#include "ui/common/check_mark.h"
#include "ui/common/check_sentences.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"

namespace parallax::ui {
namespace {

struct CheckMenuText {
    Q_DECLARE_TR_FUNCTIONS(CheckMenuText)
};

constexpr std::size_t listedChecks = 4;    // of one figure
constexpr std::size_t listedEvidence = 12; // of one check

Place placeOf(const data::StoredCheck& check) {
    return {QStringLiteral("checks"), {{QStringLiteral("check"), qint64{check.id}}}};
}

Place placeOf(const data::StoredCheck& check, const data::Evidence& evidence) {
    Place place{
        QStringLiteral("library"),
        {{QStringLiteral("article"), qint64{evidence.article != 0 ? evidence.article : check.article}},
         {QStringLiteral("edition"), qint64{evidence.edition != 0 ? evidence.edition : check.edition}},
         {QStringLiteral("block"), evidence.block},
         {QStringLiteral("quote"), fromUtf8(evidence.quote)}}};
    if (evidence.table >= 0 && evidence.column >= 0) {
        place.detail.insert(QStringLiteral("row"), evidence.row);
        place.detail.insert(QStringLiteral("column"), evidence.column);
    }
    return place;
}

} // namespace

bool CheckMenu::addTo(QMenu& menu) const {
    bool elsewhere = false;
    for (std::size_t i = 0; i < std::min(checks.size(), listedChecks); ++i) {
        const data::StoredCheck& check = *checks[i];
        if (i > 0)
            menu.addSeparator();
        const QString computed = computedText(check.check);
        const QString rule = ruleText(check.check.rule);
        menu.addAction(checkIcon(check.check.colour),
                       menuText(computed.isEmpty()
                                    ? CheckMenuText::tr("%1: show the working").arg(rule)
                                    : CheckMenuText::tr("%1: %2, show the working").arg(rule, computed)),
                       &menu, [open = open, place = placeOf(check)] { open(place); });
        std::size_t listed = 0;
        for (const data::Evidence& one : check.check.statement) {
            const bool claim = &one == &check.check.statement.front();
            if (one.quote.empty() || (claim && one.article == 0) || (inSight && inSight(one)) ||
                listed == listedEvidence)
                continue;
            ++listed;
            elsewhere = true;
            const QString quote = fromUtf8(one.quote).simplified().left(60);
            menu.addAction(
                icon(QStringLiteral("evidence")),
                menuText(one.article == 0 ? quote : CheckMenuText::tr("%1, in another article").arg(quote)),
                &menu, [open = open, place = placeOf(check, one)] { open(place); });
        }
    }
    return elsewhere;
}

void CheckMenu::popup(QWidget* parent, const QPoint& globalPosition) const {
    if (checks.empty())
        return;
    auto* menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("figureMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!addTo(*menu) && checks.size() == 1) {
        delete menu;
        open(placeOf(*checks.front()));
        return;
    }
    menu->popup(globalPosition);
}

} // namespace parallax::ui
