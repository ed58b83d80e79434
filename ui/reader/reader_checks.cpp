// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Checked figures: what a mark says, where it leads, and what of them is shown.
#include "ui/reader/reader.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "data/store/library_lists.h"
#include "ui/common/check_mark.h"
#include "ui/common/check_menu.h"
#include "ui/common/claim_mark.h"
#include "ui/common/claim_sentences.h"
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

// The same claims with the same verdicts on the same evidence.
bool sameClaims(const std::vector<JudgedClaim>& a, const std::vector<JudgedClaim>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const JudgedClaim& one, const JudgedClaim& other) {
            return one.claim.id == other.claim.id &&
                   one.claim.evidence.edition == other.claim.evidence.edition &&
                   judgementText(one.claim, one.judgement) == judgementText(other.claim, other.judgement);
        });
}

bool sameEditions(const LoadedArticle& a, const LoadedArticle& b) {
    const auto other = [](const LoadedArticle& article) {
        return article.translation ? article.translation->edition.id : data::EditionId{0};
    };
    return a.original.edition.id == b.original.edition.id &&
           a.original.edition.version == b.original.edition.version && other(a) == other(b);
}

bool sameVersions(const std::vector<data::EditionRow>& a, const std::vector<data::EditionRow>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const data::EditionRow& one, const data::EditionRow& other) {
                          return one.id == other.id && one.version == other.version;
                      });
}

} // namespace

std::vector<JudgedClaim> loadClaims(data::Library& library, const LoadedArticle& article) {
    ClaimJudge judge(library);
    std::vector<JudgedClaim> claims = judge.judge(article.original);
    if (article.translation) {
        std::vector<JudgedClaim> others = judge.judge(*article.translation);
        claims.insert(claims.end(), std::make_move_iterator(others.begin()),
                      std::make_move_iterator(others.end()));
    }
    return claims;
}

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
        const CheckedFigure& marked = m_view->page()->checks()->figures[static_cast<std::size_t>(figure)];
        QStringList words;
        for (const std::size_t check : marked.checks)
            words << checkDescription(m_article->checks[check]);
        for (const std::size_t claim : marked.claims)
            words << claimDescription(m_article->claims[claim]);
        m_view->setAccessibleDescription(words.join(QStringLiteral("; ")));
        m_view->setFocus(Qt::ShortcutFocusReason);
    });
}

void Reader::addCheckToggle(QAction* toggle) {
    m_allChecksAction = toggle;
    toggle->setChecked(m_allChecks);
    addActions({toggle});
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

void Reader::refresh() {
    if (m_article == nullptr || m_article->original.row.id != m_id)
        return; // another one is on its way and comes as it is now
    m_context.library.read<std::vector<data::EditionRow>>(
        QStringLiteral("article-versions"), this,
        [id = m_id](data::Library& library) { return data::editionVersions(library, id); },
        [this, id = m_id](const std::vector<data::EditionRow>& editions) {
            if (m_article == nullptr || m_id != id || m_article->original.row.id != id)
                return;
            if (editions.empty())
                leaveGone();
            else if (sameVersions(m_article->original.editions, editions))
                refreshChecks();
            else
                refreshNotes(); // imported anew: other words, perhaps another language
        });
}

void Reader::refreshChecks() {
    if (m_article == nullptr)
        return;
    m_context.library.read<std::vector<data::StoredCheck>>(
        QStringLiteral("article-checks"), this,
        [article = m_article](data::Library& library) { return loadChecks(library, *article); },
        [this, article = m_article](std::vector<data::StoredCheck> checks) {
            // Its claims may have come meanwhile.
            if (m_article == nullptr || !sameEditions(*m_article, *article) ||
                sameChecks(m_article->checks, checks))
                return;
            auto changed = std::make_shared<LoadedArticle>(*m_article);
            changed->checks = std::move(checks);
            replaceArticle(std::move(changed));
        });
    // A run that is under way changes the library some times a second: nobody who looks at it looks here.
    if (!m_article->claims.empty() && isVisible())
        refreshClaims();
    else
        m_claimsOf = m_article->claims.empty() ? m_claimsOf : 0;
}

void Reader::refreshClaims() {
    if (m_article == nullptr)
        return;
    m_context.library.read<std::vector<JudgedClaim>>(
        QStringLiteral("article-claims"), this,
        [article = m_article](data::Library& library) { return loadClaims(library, *article); },
        [this, article = m_article](std::vector<JudgedClaim> claims) {
            if (m_article == nullptr || !sameEditions(*m_article, *article) ||
                sameClaims(m_article->claims, claims))
                return;
            auto changed = std::make_shared<LoadedArticle>(*m_article);
            changed->claims = std::move(claims);
            replaceArticle(std::move(changed));
        });
}

void Reader::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_article != nullptr && m_view->page() != nullptr && std::exchange(m_claimsOf, m_id) != m_id)
        refreshClaims();
}

void Reader::replaceArticle(std::shared_ptr<const LoadedArticle> changed) {
    m_article = std::move(changed);
    // The table that is looked at stays: a run in the background is no wish to leave it.
    m_keepSheet = m_stack->currentIndex() == sheetPage && m_view->page() != nullptr &&
                  static_cast<std::size_t>(m_sheetItem) < m_view->page()->page().items.size();
    if (m_keepSheet)
        m_sheet->setChecks(sheetChecks(m_view->page()->page().items[static_cast<std::size_t>(m_sheetItem)]));
    rebuild(m_view->anchor());
}

QString Reader::figureToolTip(int figure) const {
    if (m_view->page() == nullptr || m_view->page()->checks() == nullptr)
        return {};
    const CheckedFigure& marked = m_view->page()->checks()->figures[static_cast<std::size_t>(figure)];
    const auto& checks = marked.checks;
    QStringList cards;
    for (std::size_t i = 0; i < std::min(checks.size(), listedChecks); ++i)
        cards << checkToolTip(m_article->checks[checks[i]]);
    for (std::size_t i = 0; i < std::min(marked.claims.size(), listedChecks); ++i)
        cards << claimToolTip(m_article->claims[marked.claims[i]]);
    return cards.join(QStringLiteral("<hr>"));
}

// The evidence elsewhere in a menu; where there is none the working in the Checks workspace.
void Reader::activateFigure(int figure, const QPoint& globalPosition) {
    if (m_view->page() == nullptr || m_view->page()->checks() == nullptr)
        return;
    const CheckedFigure& marked = m_view->page()->checks()->figures[static_cast<std::size_t>(figure)];
    CheckMenu checks;
    for (const std::size_t check : marked.checks)
        checks.checks.push_back(&m_article->checks[check]);
    checks.open = [this](const Place& place) { Q_EMIT openPlace(place); };
    if (marked.claims.empty()) {
        checks.popup(this, globalPosition);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("figureMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    checks.addTo(*menu);
    for (std::size_t i = 0; i < std::min(marked.claims.size(), listedChecks); ++i) {
        menu->addSeparator();
        addClaimActions(*menu, m_article->claims[marked.claims[i]], checks.open);
    }
    menu->popup(globalPosition);
}

} // namespace parallax::ui
