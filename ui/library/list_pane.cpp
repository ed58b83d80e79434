// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/list_pane.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/library/article_delegate.h"

namespace parallax::ui {
namespace {

// Long enough that a fast typist starts one search a word, short enough to feel immediate.
constexpr int typingMilliseconds = 120;
constexpr int busyAfterMilliseconds = 250;

} // namespace

ArticleListView::ArticleListView(QWidget* parent)
    : QListView(parent) {
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
}

void ArticleListView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Right) {
        Q_EMIT entered();
        return;
    }
    QListView::keyPressEvent(event);
}

void ArticleListView::dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>&) {
    if (first == last)
        update(first);
    else
        viewport()->update();
}

ListPane::ListPane(LibraryClient& client, QWidget* parent)
    : QWidget(parent)
    , m_library(client)
    , m_model(new ArticleListModel(client, this))
    , m_delegate(new ArticleDelegate(*m_model, this))
    , m_list(new ArticleListView(this))
    , m_search(new QLineEdit(this))
    , m_save(new QToolButton(this))
    , m_order(new QToolButton(this))
    , m_facts(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new EmptyPage(this))
    , m_undoBar(new QFrame(this))
    , m_undoText(new QLabel(this))
    , m_undo(new QPushButton(this)) {
    m_state->setAutoFillBackground(true);
    m_state->setBackgroundRole(QPalette::Base);
    m_list->setObjectName(QStringLiteral("articleList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_save->setIcon(icon(QStringLiteral("bookmark")));
    m_order->setIcon(icon(QStringLiteral("filter")));
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_order->setMenu(new QMenu(m_order));
    m_facts->setProperty("role", QStringLiteral("quiet"));
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setObjectName(QStringLiteral("searchFacts"));

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(1));
    bar->setSpacing(spacing(1));
    bar->addWidget(m_search, 1);
    bar->addWidget(m_save);
    bar->addWidget(m_order);
    m_undoBar->setProperty("role", QStringLiteral("footer"));
    auto* undoLayout = new QHBoxLayout(m_undoBar);
    undoLayout->setContentsMargins(spacing(3), spacing(2), spacing(3), spacing(2));
    m_undoText->setWordWrap(true);
    undoLayout->addWidget(m_undoText, 1);
    undoLayout->addWidget(m_undo);
    m_undoBar->hide();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    m_facts->setContentsMargins(spacing(3), 0, spacing(3), spacing(2));
    layout->addWidget(m_facts);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_undoBar);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMilliseconds);
    connect(&m_typing, &QTimer::timeout, this, [this] { apply(true); });
    m_busy.setSingleShot(true);
    m_busy.setInterval(busyAfterMilliseconds);
    connect(&m_busy, &QTimer::timeout, this, [this] { m_facts->setText(tr("Looking…")); });
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_save, &QToolButton::clicked, this, &ListPane::saveSearchAsked);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        const auto undo = std::exchange(m_undoAction, nullptr);
        m_undoBar->hide();
        if (undo)
            undo();
    });
    connect(m_order->menu(), &QMenu::aboutToShow, this, [this] {
        QMenu* menu = m_order->menu();
        menu->clear();
        auto* group = new QActionGroup(menu);
        const std::pair<QString, data::ArticleOrder> orders[] = {
            {tr("Newest first"), data::ArticleOrder::NewestFirst},
            {tr("Oldest first"), data::ArticleOrder::OldestFirst},
            {tr("Imported last"), data::ArticleOrder::ImportedLast},
            {tr("By title"), data::ArticleOrder::Title},
            {tr("By source"), data::ArticleOrder::Source}};
        for (const auto& [text, order] : orders) {
            QAction* action = menu->addAction(text);
            action->setCheckable(true);
            action->setChecked(m_source.order == order);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, order = order] { setOrder(order); });
        }
        if (!m_source.query.isEmpty()) {
            menu->addSeparator();
            menu->addAction(tr("Search results come best first"))->setEnabled(false);
        }
    });
    connect(m_model, &ArticleListModel::loaded, this, [this] {
        m_busy.stop();
        m_error.reset();
        m_loadedOnce = true;
        showState();
        showFacts();
        m_quiet = true;
        const bool toTop = std::exchange(m_newWords, false); // the best hit is in sight, not what was open
        m_list->setAutoScroll(!toTop);
        select(m_current);
        m_list->setAutoScroll(true);
        if (toTop)
            m_list->scrollToTop();
        m_quiet = false;
    });
    connect(m_model, &ArticleListModel::loadFailed, this, [this](const Error& error) {
        m_busy.stop();
        m_error = error;
        showState();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!m_quiet)
                    choose(index);
            });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        // A click on the row that is current already: back to where the words were found.
        if (const ListedArticle* listed = m_model->at(index.row());
            listed != nullptr && listed->row.id == m_current)
            choose(index);
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                const QModelIndex index = m_list->currentIndex();
                if (m_awaitsRow && index.isValid() && index.row() >= first.row() &&
                    index.row() <= last.row() && m_list->hasFocus())
                    choose(index);
            });
    retranslate();
    showFacts();
}

void ListPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ListPane::setEmptyHelp(std::function<void()> import) {
    m_import = std::move(import);
}

void ListPane::setFilter(const data::ArticleFilter& filter, const QString& placeName) {
    m_source.filter = filter;
    m_source.relatedTo = 0;
    m_placeName = placeName;
    apply(false);
}

void ListPane::setSearch(const QString& words) {
    m_source.relatedTo = 0;
    m_search->setText(words);
    apply(false);
}

void ListPane::showRelated(data::ArticleId id, const QString& title) {
    m_search->clear();
    m_source = {};
    m_source.relatedTo = id;
    m_placeName = title;
    apply(false);
}

void ListPane::setOrder(data::ArticleOrder order) {
    m_source.order = order;
    apply(false);
}

void ListPane::setReadingLanguage(data::Language language) {
    m_model->setReadingLanguage(language);
}

void ListPane::apply(bool asYouType) {
    m_typing.stop();
    const QString words = m_search->text().trimmed();
    if (!words.isEmpty())
        m_source.relatedTo = 0;
    if (m_loadedOnce && words == m_source.query && asYouType)
        return;
    m_newWords = (m_newWords || words != m_source.query) && !words.isEmpty();
    m_source.query = words;
    m_source.asYouType = asYouType;
    m_busy.start();
    m_model->setSource(m_source);
    m_save->setEnabled(!words.isEmpty());
    m_list->verticalScrollBar()->setValue(0);
    Q_EMIT sourceChanged();
}

QString ListPane::searchWords() const {
    return m_search->text().trimmed();
}

void ListPane::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListPane::choose(const QModelIndex& index) {
    const ListedArticle* listed = m_model->at(index.row());
    if (!index.isValid())
        return;
    if (listed == nullptr) {
        m_current = 0;
        m_awaitsRow = true; // chosen as soon as it is loaded
        (void)index.data();
        return;
    }
    m_current = listed->row.id;
    m_awaitsRow = false;
    QString quote;
    if (!listed->highlights.empty()) {
        const auto [begin, end] = listed->highlights.front();
        quote = listed->snippet.mid(begin, end - begin);
    }
    Q_EMIT articleChosen(listed->row.id, listed->block, listed->edition, quote);
}

data::ArticleId ListPane::current() const {
    return m_current;
}

void ListPane::select(data::ArticleId id) {
    m_current = id;
    m_awaitsRow = m_awaitsRow && id == 0 && m_quiet; // a list that is read anew changes no wish
    const int row = id == 0 ? -1 : m_model->rowOf(id);
    const QModelIndex now = m_list->currentIndex();
    // Where the list took the focus its first row is current, and not selected.
    if (row < 0 || (now.isValid() && now.row() == row && m_list->selectionModel()->hasSelection()))
        return;
    const bool before = std::exchange(m_quiet, true);
    m_list->setCurrentIndex(m_model->index(row));
    m_quiet = before;
}

bool ListPane::step(int by) {
    const int count = m_model->rowCount();
    if (count == 0)
        return false;
    const QModelIndex now = m_list->currentIndex();
    int row = now.isValid() ? now.row() + by : (by > 0 ? 0 : count - 1);
    if (row < 0 || row >= count)
        return false;
    m_list->setCurrentIndex(m_model->index(row));
    return true;
}

bool ListPane::stepToUnread() {
    const QModelIndex now = m_list->currentIndex();
    for (int row = now.isValid() ? now.row() + 1 : 0; row < m_model->rowCount(); ++row) {
        const ListedArticle* listed = m_model->at(row);
        // Beyond what is loaded the next row will do: it is most likely unread, and looking further would
        // stall.
        if (listed == nullptr || listed->row.unread) {
            m_list->setCurrentIndex(m_model->index(row));
            return true;
        }
    }
    return false;
}

bool ListPane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Down:
            m_list->setFocus(Qt::TabFocusReason);
            if (!m_list->currentIndex().isValid())
                step(1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            apply(false);
            m_list->setFocus(Qt::TabFocusReason);
            return true;
        case Qt::Key_Escape:
            if (m_search->text().isEmpty())
                m_list->setFocus(Qt::OtherFocusReason);
            else
                setSearch({});
            return true;
        default:
            break;
        }
    }
    if (watched == m_list && event->type() == QEvent::ContextMenu) {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        Q_EMIT menuAsked(menu->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parallax::ui
