// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/checks_workspace.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoStack>

#include <algorithm>
#include <utility>

#include "data/store/transaction.h"
#include "ui/checks/check_detail.h"
#include "ui/checks/check_list_delegate.h"
#include "ui/checks/check_place.h"
#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/settings.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {
namespace {

constexpr int patienceMilliseconds = 250; // a read that ends sooner needs no page that says so
constexpr int reloadEveryMilliseconds = 700;

// A list that leaves letters to the shortcuts: Qt's search while typing would ask every row for its words.
class CheckListView final : public QListView {
  public:
    using QListView::QListView;
    void keyboardSearch(const QString&) override {}
};

} // namespace

// What the filters offer, and how far the library is checked.
struct ChecksWorkspace::Facts {
    data::CheckFilter filter;
    CheckChoices choices;
    std::int64_t checked = 0;
    std::int64_t waiting = 0;
    QString articleTitle;
    std::optional<Error> error;
};

ChecksWorkspace::ChecksWorkspace(Context& given, QWidget* parent)
    : Workspace(given, parent)
    , m_states(new QStackedWidget(this))
    , m_content(new QWidget(m_states))
    , m_filters(new CheckFilterBar(m_content))
    , m_run(frame("bar", m_content))
    , m_runText(label({}, "quiet", m_run))
    , m_runProgress(new QProgressBar(m_run))
    , m_runButton(new QPushButton(m_run))
    , m_splitter(new QSplitter(m_content))
    , m_left(new QStackedWidget(m_splitter))
    , m_list(new CheckListView(m_left))
    , m_model(new CheckListModel(given.library, this))
    , m_none(new EmptyPage(m_left))
    , m_count(label({}, "quiet", m_content))
    , m_right(new QStackedWidget(m_splitter))
    , m_choose(new EmptyPage(m_right))
    , m_detail(new CheckDetail(m_right))
    , m_lost(new EmptyPage(m_right))
    , m_busy(new EmptyPage(m_states))
    , m_empty(new EmptyPage(m_states))
    , m_broken(new EmptyPage(m_states))
    , m_undo(new QUndoStack(this)) {
    layOut();
    makeActions();

    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_model->state() == CheckListModel::State::Loading || !m_factsKnown)
            m_states->setCurrentWidget(m_busy);
    });
    m_patience.start();
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(reloadEveryMilliseconds);
    connect(&m_reloadTimer, &QTimer::timeout, this, [this] {
        m_model->refresh();
        reload();
        if (m_check != 0)
            open(m_check);
    });
    connect(m_filters, &CheckFilterBar::filterChanged, this, &ChecksWorkspace::filtered);
    connect(m_filters, &CheckFilterBar::leftDown, this, [this] {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid())
            step(1);
    });
    connect(m_model, &CheckListModel::stateChanged, this, &ChecksWorkspace::showState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                const data::StoredCheck* check = index.isValid() ? m_model->at(index.row()) : nullptr;
                if (m_quiet || !index.isValid())
                    return;
                if (check == nullptr) {
                    m_check = 0; // chosen as soon as it is loaded
                    (void)index.data();
                    return;
                }
                open(check->id);
                Q_EMIT placeChanged(place());
            });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                const QModelIndex now = m_list->currentIndex();
                if (m_check != 0 || !now.isValid() || now.row() < first.row() || now.row() > last.row())
                    return;
                if (const data::StoredCheck* check = m_model->at(now.row()))
                    open(check->id);
            });
    connect(m_list, &QListView::activated, m_detail, &CheckDetail::openEvidence);
    connect(m_detail, &CheckDetail::openPlace, this, &Workspace::openPlace);
    connect(m_detail, &CheckDetail::markAsked, this, [this](data::CheckMark asked, const QString& note) {
        if (m_check != 0)
            mark(m_check, asked, note);
    });
    connect(&given.library, &LibraryClient::opened, this, [this] {
        m_detail->setReadOnly(context().library.isReadOnly());
        m_model->setFilter(m_filters->filter());
        reload();
    });
    connect(&given.tasks, &TaskManager::runningChanged, this, &ChecksWorkspace::showRun);
    // At most now and then: a run over the whole library tells of a change with every transaction.
    connect(&given.library, &LibraryClient::changed, this, [this] {
        if (!m_reloadTimer.isActive())
            m_reloadTimer.start();
    });
    connect(&given.settings, &Settings::readingLanguageChanged, this,
            [this] { m_model->setReadingLanguage(context().settings.readingLanguage()); });
    m_detail->setReadOnly(given.library.isOpen() && given.library.isReadOnly());
    m_model->setReadingLanguage(given.settings.readingLanguage());
    reload();
    retranslate();
}

ChecksWorkspace::~ChecksWorkspace() = default;

void ChecksWorkspace::filtered() {
    if (!m_filters->filter().article)
        m_filters->setArticleTitle({});
    m_model->setFilter(m_filters->filter());
    m_list->verticalScrollBar()->setValue(0);
    reload();
    Q_EMIT placeChanged(place());
}

void ChecksWorkspace::reload() {
    const data::CheckFilter filter = m_filters->filter();
    context().library.read<Facts>(
        QStringLiteral("check-facts"), this,
        [filter](data::Library& library) {
            Facts facts;
            facts.filter = filter;
            try {
                data::CheckStore& checks = library.checks();
                const data::CheckFacets found = checks.facets(filter);
                facts.choices.colours = found.colours;
                facts.choices.rules = found.rules;
                facts.choices.marks = found.marks;
                facts.checked = found.editionsChecked;
                facts.waiting = found.editionsWaiting;
                for (const data::Facet& source : library.articles().facets().sources)
                    facts.choices.sources.push_back(source.value);
                if (filter.article)
                    if (const auto row = library.articles().row(*filter.article))
                        facts.articleTitle = fromUtf8(row->title);
            } catch (const Error& error) {
                if (error.code() == ErrorCode::Cancelled)
                    throw;
                facts.error = error;
            }
            return facts;
        },
        [this](Facts facts) { showFacts(std::move(facts)); });
}

void ChecksWorkspace::showFacts(Facts facts) {
    if (facts.filter != m_filters->filter())
        return; // newer ones are on their way
    m_factsKnown = true;
    if (facts.error) {
        showState();
        return;
    }
    m_checked = facts.checked;
    m_waiting = facts.waiting;
    m_filters->setChoices(facts.choices);
    if (facts.filter.article)
        m_filters->setArticleTitle(facts.articleTitle);
    showRun();
    showState();
}

void ChecksWorkspace::showRun() {
    const std::int64_t all = m_checked + m_waiting;
    m_run->setVisible(m_waiting > 0);
    m_runText->setText(tr("%1 of %2 documents are checked").arg(formatCount(m_checked), formatCount(all)));
    m_runButton->setText(runTask() != 0 ? tr("Cancel") : tr("Check now"));
    m_runButton->setVisible(!(context().library.isOpen() && context().library.isReadOnly()));
    // Thousandths: the counts of a large library need not fit into an int.
    m_runProgress->setRange(0, 1000);
    m_runProgress->setValue(all > 0 ? static_cast<int>(m_checked * 1000 / all) : 0);
}

void ChecksWorkspace::showState() {
    if (m_model->state() == CheckListModel::State::Failed) {
        m_broken->setContent(QStringLiteral("error"), tr("The checks cannot be read"),
                             m_model->error() ? sentence(*m_model->error()) : QString());
        m_states->setCurrentWidget(m_broken);
        return;
    }
    if (m_model->state() == CheckListModel::State::Loading || !m_factsKnown) {
        m_patience.start();
        return;
    }
    m_patience.stop();
    const int count = m_model->rowCount();
    const bool narrowed = m_model->filter() != data::CheckFilter();
    if (count == 0 && !narrowed && m_checked + m_waiting == 0) {
        m_states->setCurrentWidget(m_empty);
        return;
    }
    m_states->setCurrentWidget(m_content);
    if (count == 0) {
        if (narrowed)
            m_none->setContent(QStringLiteral("filter"), tr("No check passes these filters"), {});
        else if (m_waiting > 0)
            m_none->setContent(QStringLiteral("checks"), tr("Nothing found yet"),
                               tr("The figures of the library are being recomputed."));
        else
            m_none->setContent(QStringLiteral("checks"), tr("Nothing to recompute"),
                               tr("No article states a figure together with those that it is made from."));
        m_none->findChild<QPushButton*>(QStringLiteral("showAllChecks"))->setVisible(narrowed);
    }
    m_left->setCurrentWidget(count == 0 ? static_cast<QWidget*>(m_none) : m_list);
    m_count->setText(count == 1 ? tr("1 check") : tr("%1 checks, worst first").arg(formatCount(count)));
    m_count->setVisible(count > 0);
    // The worst one is a better greeting than an empty page.
    if (m_check == 0 && count > 0 && m_model->at(0) != nullptr)
        open(m_model->at(0)->id);
    select(m_check);
}

Place ChecksWorkspace::place() const {
    Place here{id(), {}};
    if (m_check != 0)
        here.detail[QLatin1String("check")] = qint64{m_check};
    if (const QJsonObject filter = toJson(m_filters->filter()); !filter.isEmpty())
        here.detail[QLatin1String("filter")] = filter;
    return here;
}

void ChecksWorkspace::goTo(const Place& place) {
    const data::CheckId check = place.detail[QLatin1String("check")].toInteger();
    const qint64 article = place.detail[QLatin1String("article")].toInteger();
    data::CheckFilter filter = checkFilterFrom(place.detail[QLatin1String("filter")].toObject());
    if (article != 0)
        filter.article = article;
    // A bare link to a check leaves the list as it is.
    const bool namesList = article != 0 || place.detail.contains(QLatin1String("filter")) || check == 0;
    if (namesList && filter != m_filters->filter()) {
        m_filters->setArticleTitle({});
        m_filters->setFilter(filter);
        if (check == 0)
            m_check = 0; // the worst of the new list
        m_model->setFilter(filter);
        reload();
    }
    if (check != 0 && check != m_check)
        open(check);
    select(m_check);
}

void ChecksWorkspace::open(data::CheckId check) {
    m_check = check;
    context().library.read<LoadedCheck>(
        QStringLiteral("check"), this, [check](data::Library& library) { return loadCheck(library, check); },
        [this, check](LoadedCheck loaded) {
            if (check != m_check)
                return;
            if (loaded.error || !loaded.check) {
                m_lost->setContent(QStringLiteral("warning"), tr("This check cannot be shown"),
                                   loaded.error ? sentence(*loaded.error) : QString());
                m_right->setCurrentWidget(m_lost);
                return;
            }
            m_detail->setCheck(loaded);
            m_right->setCurrentWidget(m_detail);
        });
}

void ChecksWorkspace::select(data::CheckId check) {
    const int row = check == 0 ? -1 : m_model->rowOf(check);
    const bool before = std::exchange(m_quiet, true);
    if (row >= 0 && m_list->currentIndex().row() != row) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row));
    } else if (row < 0) {
        m_list->selectionModel()->clear();
    }
    m_quiet = before;
}

void ChecksWorkspace::step(int rows) {
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const QModelIndex now = m_list->currentIndex();
    const int from = now.isValid() ? now.row() : (rows > 0 ? -1 : count);
    m_list->setCurrentIndex(m_model->index(std::clamp(from + rows, 0, count - 1)));
}

QJsonObject ChecksWorkspace::saveState() const {
    return {{QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
            {QStringLiteral("place"), place().detail}};
}

void ChecksWorkspace::restoreState(const QJsonObject& state) {
    if (state.isEmpty())
        return;
    m_splitter->restoreState(QByteArray::fromBase64(state[QLatin1String("splitter")].toString().toLatin1()));
    goTo({id(), state[QLatin1String("place")].toObject()});
}

void ChecksWorkspace::changeEvent(QEvent* event) {
    Workspace::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_list->doItemsLayout();
}

} // namespace parallax::ui
