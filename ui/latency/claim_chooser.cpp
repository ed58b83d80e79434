// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/claim_chooser.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>

#include <atomic>
#include <mutex>
#include <utility>

#include "base/error.h"
#include "base/progress.h"
#include "data/store/article_store.h"
#include "data/store/library.h"
#include "ui/common/article_claims.h"
#include "ui/common/claim_sentences.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/latency/run_list.h"

namespace parallax::ui {
namespace {

constexpr int lookMilliseconds = 150;
constexpr std::int64_t articlesAtOnce = 200; // whose rows are listed in one query

} // namespace

static_assert(static_cast<int>(ClaimListModel::DetailRole) == static_cast<int>(RunListModel::DetailRole));

void ClaimListModel::add(std::vector<ClaimRow> rows) {
    if (rows.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

int ClaimListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ClaimListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClaimRow& own = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return own.text;
    case DetailRole:
        return own.detail;
    case RowRole:
        return index.row();
    case WordsRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(own.text, own.detail);
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(own.text, own.detail);
    default:
        return {};
    }
}

// What the reading thread has found and the window has not taken yet.
struct ClaimChooser::Search {
    std::mutex mutex;
    std::vector<ClaimRow> found;
    std::atomic<std::int64_t> read{0};
    std::atomic<std::int64_t> all{0};
    std::atomic<bool> full{false};

    void put(std::vector<ClaimRow> rows) {
        const std::lock_guard lock(mutex);
        found.insert(found.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    }
    std::vector<ClaimRow> take() {
        const std::lock_guard lock(mutex);
        return std::exchange(found, {});
    }
};

ClaimChooser::ClaimChooser(Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_search(std::make_shared<Search>())
    , m_claims(new ClaimListModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_state(label({}, "quiet", this)) {
    setObjectName(QStringLiteral("claimChooser"));
    setWindowTitle(tr("Test a claim"));
    m_filter->setObjectName(QStringLiteral("claimFilter"));
    m_filter->setPlaceholderText(tr("Search the claims"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filtered->setSourceModel(m_claims);
    m_filtered->setFilterRole(ClaimListModel::WordsRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setObjectName(QStringLiteral("claimList"));
    m_list->setAccessibleName(tr("Claims"));
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new RunDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumSize(spacing(150), spacing(90));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_state->setObjectName(QStringLiteral("claimState"));
    m_state->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Test it"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("claimAccept"));
    m_accept->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    layout->setSpacing(spacing(3));
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(buttons, &QDialogButtonBox::accepted, this, &ClaimChooser::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListView::activated, this, &ClaimChooser::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClaimChooser::showState);
    connect(m_filtered, &QAbstractItemModel::modelReset, this, &ClaimChooser::showState);
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ClaimChooser::look);
    m_timer.start();
    const auto over = [this] {
        m_over = true;
        m_task = 0;
        m_timer.stop();
        look();
    };
    m_task = context.tasks.start(
        [] { return tr("Looking for claims"); },
        [search = m_search, path = context.library.path()](const std::stop_token& stop,
                                                           const ProgressCallback& progress) {
            data::Library library(path, data::Library::Mode::ReadOnly);
            ClaimJudge judge(library);
            search->all = library.articles().count({});
            std::size_t found = 0;
            for (std::int64_t from = 0; from < search->all && found < mostClaims; from += articlesAtOnce)
                for (const data::ArticleRow& row :
                     library.articles().list({}, data::ArticleOrder::NewestFirst, from, articlesAtOnce)) {
                    throwIfStopped(stop);
                    std::vector<ClaimRow> rows;
                    try {
                        const QString title = nameFromUtf8(row.title);
                        for (const JudgedClaim& judged : judge.judge(library.articles().load(row.id)))
                            rows.push_back({row.id, judged.claim.id, claimText(judged.claim),
                                            QStringLiteral("%1 · %2").arg(
                                                verdictText(judged.judgement.verdict), title)});
                    } catch (const Error& error) {
                        if (error.code() == ErrorCode::Cancelled)
                            throw; // an article that is gone by now makes no claim
                    }
                    found += rows.size();
                    search->put(std::move(rows));
                    progress({++search->read, search->all, row.title});
                    if (found >= mostClaims)
                        break;
                }
            search->full = found >= mostClaims;
        },
        this, over, [over](const Error&) { over(); });
    showState();
}

ClaimChooser::~ClaimChooser() {
    if (m_task != 0)
        m_context.tasks.cancel(m_task);
}

void ClaimChooser::look() {
    m_claims->add(m_search->take());
    showState();
}

void ClaimChooser::choose() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const ClaimRow& row = m_claims->row(index.data(ClaimListModel::RowRole).toInt());
    Q_EMIT chosen(row.article, fromUtf8(row.claim));
    accept();
}

void ClaimChooser::showState() {
    m_accept->setEnabled(m_list->currentIndex().isValid());
    if (m_search->full)
        m_state->setText(tr("The first %1 claims; the reader shows those of any article.")
                             .arg(formatCount(static_cast<qint64>(mostClaims))));
    else if (!m_over)
        m_state->setText(
            tr("Reading: %1 of %2 articles").arg(formatCount(m_search->read), formatCount(m_search->all)));
    else if (m_claims->rowCount() == 0)
        m_state->setText(
            tr("No article claims a figure of latency, speed, throughput, price or availability."));
    else
        m_state->setText(tr("%1 claims").arg(formatCount(m_claims->rowCount())));
}

} // namespace parallax::ui
