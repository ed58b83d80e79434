// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Checked figures: what a mark says, where it leads, and what of them is shown.
#include "ui/reader/reader.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

#include "ui/common/check_figures.h"
#include "ui/common/check_mark.h"
#include "ui/common/check_sentences.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/common/widgets.h"

namespace parallax::ui {
namespace {

constexpr std::size_t listedChecks = 4;    // of one figure, in its card and its menu
constexpr std::size_t listedEvidence = 12; // of one check in the menu

bool sameChecks(const std::vector<data::StoredCheck>& a, const std::vector<data::StoredCheck>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const data::StoredCheck& one, const data::StoredCheck& other) {
                          return one.id == other.id && one.mark == other.mark &&
                                 one.markNote == other.markNote;
                      });
}

QString menuText(QString text) {
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

std::vector<data::StoredCheck> loadChecks(data::Library& library, const LoadedArticle& article) {
    data::CheckStore& store = library.checks();
    std::vector<data::StoredCheck> checks = store.ofEdition(article.original.edition.id);
    if (article.translation) {
        std::vector<data::StoredCheck> others = store.ofEdition(article.translation->edition.id);
        checks.insert(checks.end(), std::make_move_iterator(others.begin()),
                      std::make_move_iterator(others.end()));
    }
    return checks;
}

void Reader::buildChecks() {
    m_view->setFigureToolTips([this](int figure) { return figureToolTip(figure); });
    connect(m_view, &ArticleView::figureActivated, this, &Reader::activateFigure);
    connect(m_view, &ArticleView::figureShown, this, [this](int figure) {
        // A screen reader tells the description of what has the focus.
        const auto& checks = m_view->page()->checks()->figures[static_cast<std::size_t>(figure)].checks;
        QStringList words;
        for (const std::size_t check : checks)
            words << checkDescription(m_article->checks[check]);
        m_view->setAccessibleDescription(words.join(QStringLiteral("; ")));
        m_view->setFocus(Qt::ShortcutFocusReason);
    });
}

void Reader::addCheckToggle(QAction* toggle) {
    m_allChecksAction = toggle;
    toggle->setChecked(m_allChecks);
    m_bar->layout()->addWidget(new IconButton(toggle, m_bar));
}

void Reader::setAllChecks(bool all) {
    if (all == m_allChecks)
        return;
    m_allChecks = all;
    rebuild(m_view->anchor());
}

void Reader::stepCheck(int by) {
    if (m_article != nullptr)
        m_view->stepFigure(by);
}

void Reader::refreshChecks() {
    if (m_article == nullptr)
        return;
    m_context.library.read<std::vector<data::StoredCheck>>(
        QStringLiteral("article-checks"), this,
        [article = m_article](data::Library& library) { return loadChecks(library, *article); },
        [this, article = m_article](std::vector<data::StoredCheck> checks) {
            if (m_article != article || sameChecks(article->checks, checks))
                return;
            auto changed = std::make_shared<LoadedArticle>(*article);
            changed->checks = std::move(checks);
            m_article = std::move(changed);
            rebuild(m_view->anchor());
        });
}

QString Reader::figureToolTip(int figure) const {
    if (m_view->page() == nullptr || m_view->page()->checks() == nullptr)
        return {};
    const auto& checks = m_view->page()->checks()->figures[static_cast<std::size_t>(figure)].checks;
    QStringList cards;
    for (std::size_t i = 0; i < std::min(checks.size(), listedChecks); ++i)
        cards << checkToolTip(m_article->checks[checks[i]]);
    return cards.join(QStringLiteral("<hr>"));
}

// The evidence elsewhere in a menu; where there is none the working in the Checks workspace.
void Reader::activateFigure(int figure, const QPoint& globalPosition) {
    if (m_view->page() == nullptr || m_view->page()->checks() == nullptr)
        return;
    const auto& checks = m_view->page()->checks()->figures[static_cast<std::size_t>(figure)].checks;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("figureMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    bool evidence = false;
    for (std::size_t i = 0; i < std::min(checks.size(), listedChecks); ++i) {
        const data::StoredCheck& check = m_article->checks[checks[i]];
        if (i > 0)
            menu->addSeparator();
        const QString computed = computedText(check.check);
        const QString rule = ruleText(check.check.rule);
        QAction* working = menu->addAction(
            checkIcon(check.check.colour),
            menuText(computed.isEmpty() ? tr("%1: show the working").arg(rule)
                                        : tr("%1: %2, show the working").arg(rule, computed)));
        const Place place{QStringLiteral("checks"), {{QStringLiteral("check"), qint64{check.id}}}};
        connect(working, &QAction::triggered, this, [this, place] { Q_EMIT openPlace(place); });
        std::size_t listed = 0;
        for (const data::Evidence& one : check.check.statement) {
            const bool claim = &one == &check.check.statement.front();
            if (one.quote.empty() || (claim && one.article == 0) || listed == listedEvidence)
                continue;
            ++listed;
            evidence = true;
            const QString quote = fromUtf8(one.quote).simplified().left(60);
            QAction* action =
                menu->addAction(icon(QStringLiteral("evidence")),
                                menuText(one.article == 0 ? quote : tr("%1, in another article").arg(quote)));
            const data::ArticleId article = one.article != 0 ? one.article : m_id;
            const data::EditionId edition = one.edition != 0 ? one.edition : check.edition;
            Place there{QStringLiteral("library"),
                        {{QStringLiteral("article"), qint64{article}},
                         {QStringLiteral("edition"), qint64{edition}},
                         {QStringLiteral("block"), one.block},
                         {QStringLiteral("quote"), fromUtf8(one.quote)}}};
            if (one.table >= 0 && one.column >= 0) {
                there.detail.insert(QStringLiteral("row"), one.row);
                there.detail.insert(QStringLiteral("column"), one.column);
            }
            connect(action, &QAction::triggered, this, [this, there] { Q_EMIT openPlace(there); });
        }
    }
    if (!evidence && checks.size() == 1) {
        const data::CheckId check = m_article->checks[checks.front()].id;
        delete menu;
        Q_EMIT openPlace({QStringLiteral("checks"), {{QStringLiteral("check"), qint64{check}}}});
        return;
    }
    menu->popup(globalPosition);
}

} // namespace parallax::ui
