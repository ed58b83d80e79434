// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Checked figures: what a mark says, where it leads, and what of them is shown.
#include "ui/reader/reader.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>

#include "ui/common/check_mark.h"
#include "ui/common/check_menu.h"
#include "ui/common/library_client.h"
#include "ui/common/widgets.h"
#include "ui/reader/table_sheet.h"

namespace parallax::ui {
namespace {

constexpr std::size_t listedChecks = 4; // of one figure, in its card
constexpr int sheetPage = 2;            // of the stack

bool sameChecks(const std::vector<data::StoredCheck>& a, const std::vector<data::StoredCheck>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const data::StoredCheck& one, const data::StoredCheck& other) {
                          return one.id == other.id && one.mark == other.mark &&
                                 one.markNote == other.markNote;
                      });
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
            // The table that is looked at stays: a run in the background is no wish to leave it.
            m_keepSheet = m_stack->currentIndex() == sheetPage && m_view->page() != nullptr &&
                          static_cast<std::size_t>(m_sheetItem) < m_view->page()->page().items.size();
            if (m_keepSheet)
                m_sheet->setChecks(
                    sheetChecks(m_view->page()->page().items[static_cast<std::size_t>(m_sheetItem)]));
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
    CheckMenu menu;
    for (const std::size_t check : m_view->page()->checks()->figures[static_cast<std::size_t>(figure)].checks)
        menu.checks.push_back(&m_article->checks[check]);
    menu.open = [this](const Place& place) { Q_EMIT openPlace(place); };
    menu.popup(this, globalPosition);
}

} // namespace parallax::ui
