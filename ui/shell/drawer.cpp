// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/drawer.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/issues.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"

namespace parallax::ui {

namespace {

void paintSelection(QPainter* painter, const QStyleOptionViewItem& option) {
    const Theme& theme = Theme::current();
    if (!option.state.testFlag(QStyle::State_Selected))
        return;
    painter->fillRect(option.rect, theme.selection);
    painter->fillRect(QRect(option.rect.topLeft(), QSize(spacing(1) / 2, option.rect.height())),
                      theme.accent);
}

// Title, what is at hand, a bar, the time left.
class TaskDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, rowHeight()};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::current();
        painter->save();
        paintSelection(painter, option);
        QRect area = option.rect.adjusted(spacing(3), 0, -spacing(3), 0);
        const QFontMetrics metrics(option.font);
        const bool running = index.data(TaskManager::RunningRole).toBool();
        if (running) {
            const int barWidth = spacing(30);
            const QRect bar(area.right() - barWidth, area.center().y() - spacing(1) / 2, barWidth,
                            spacing(1));
            const double share = index.data(TaskManager::ProgressRole).toDouble();
            painter->fillRect(bar, theme.line);
            if (share > 0)
                painter->fillRect(
                    QRect(bar.topLeft(), QSize(static_cast<int>(bar.width() * share), bar.height())),
                    theme.accent);
            area.setRight(bar.left() - spacing(3));
            const qint64 remaining = index.data(TaskManager::RemainingRole).toLongLong();
            if (remaining >= 0) {
                const QString text = Drawer::tr("%1 left").arg(formatDuration(remaining));
                painter->setPen(theme.quietText);
                painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
                area.setRight(area.right() - metrics.horizontalAdvance(text) - spacing(3));
            }
        }
        const QString title = metrics.elidedText(index.data().toString(), Qt::ElideRight, area.width());
        painter->setPen(running ? theme.text : theme.quietText);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, title);
        area.setLeft(area.left() + metrics.horizontalAdvance(title) + spacing(3));
        painter->setPen(theme.quietText);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(index.data(TaskManager::DetailRole).toString(), Qt::ElideMiddle,
                                             area.width()));
        painter->restore();
    }
};

// A sign for the severity, what happened, what to do, when.
class IssueDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool two = !index.data(IssueModel::DetailRole).toString().isEmpty();
        const int line = QFontMetrics(option.font).height();
        return {100, two ? 2 * line + spacing(3) : rowHeight()};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::current();
        painter->save();
        paintSelection(painter, option);
        QRect area = option.rect.adjusted(spacing(3), spacing(1), -spacing(3), -spacing(1));
        const QFontMetrics metrics(option.font);
        const auto severity = static_cast<Severity>(index.data(IssueModel::SeverityRole).toInt());
        const QString sign = severity == Severity::Error     ? QStringLiteral("✕")
                             : severity == Severity::Warning ? QStringLiteral("△")
                                                             : QStringLiteral("·");
        painter->setPen(severity == Severity::Error     ? theme.red
                        : severity == Severity::Warning ? theme.amber
                                                        : theme.quietText);
        const QString detail = index.data(IssueModel::DetailRole).toString();
        const Qt::Alignment vertical = detail.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
        painter->drawText(area, Qt::AlignLeft | vertical, sign);
        area.setLeft(area.left() + spacing(6));
        const QString when = index.data(IssueModel::WhenRole).toString();
        painter->setPen(theme.quietText);
        painter->drawText(area, Qt::AlignRight | vertical, when);
        if (!detail.isEmpty())
            painter->drawText(area, Qt::AlignLeft | Qt::AlignBottom,
                              metrics.elidedText(detail, Qt::ElideRight, area.width()));
        area.setRight(area.right() - metrics.horizontalAdvance(when) - spacing(3));
        painter->setPen(index.data(IssueModel::PlaceRole).toBool() ? theme.accent : theme.text);
        painter->drawText(area, Qt::AlignLeft | vertical,
                          metrics.elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
        painter->restore();
    }
};

QListView* listOf(QAbstractItemModel* model, QAbstractItemDelegate* delegate, QWidget* parent) {
    auto* list = new QListView(parent);
    list->setModel(model);
    delegate->setParent(list);
    list->setItemDelegate(delegate);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return list;
}

} // namespace

Drawer::Drawer(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(label({}, "section", this))
    , m_cancel(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(label({}, "quiet", this)) {
    setProperty("role", QStringLiteral("footer"));
    setObjectName(QStringLiteral("drawer"));
    m_tasks = listOf(&context.tasks, new TaskDelegate, this);
    m_tasks->setObjectName(QStringLiteral("taskList"));
    m_issues = listOf(&context.issues, new IssueDelegate, this);
    m_issues->setObjectName(QStringLiteral("issueList"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_tasks);
    m_stack->addWidget(m_issues);
    m_stack->addWidget(m_nothing);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(spacing(3), spacing(1), spacing(2), spacing(1));
    head->addWidget(m_title);
    head->addStretch();
    for (QPushButton* button : {m_cancel, m_copy, m_clear, m_close}) {
        button->setFlat(true);
        head->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);

    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        const int row = m_tasks->currentIndex().isValid() ? m_tasks->currentIndex().row() : 0;
        m_context.tasks.cancel(m_context.tasks.idAt(row));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (int row = 0; row < m_context.issues.rowCount(); ++row) {
            const Issue& issue = m_context.issues.issue(row);
            lines << issue.when.toString(Qt::ISODate) + QLatin1Char('\t') + issue.text + QLatin1Char('\t') +
                         issue.detail;
        }
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (m_page == Page::Tasks)
            m_context.tasks.clearFinished();
        else
            m_context.issues.clear();
    });
    connect(m_issues, &QListView::clicked, this,
            [this](const QModelIndex& index) { activateIssue(index.row()); });
    for (const QAbstractItemModel* model : {static_cast<const QAbstractItemModel*>(&context.tasks),
                                            static_cast<const QAbstractItemModel*>(&context.issues)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &Drawer::showState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &Drawer::showState);
        connect(model, &QAbstractItemModel::modelReset, this, &Drawer::showState);
    }
    connect(&context.tasks, &TaskManager::runningChanged, this, &Drawer::showState);
    retranslate();
    hide();
}

QListView* Drawer::list() const {
    return m_page == Page::Tasks ? m_tasks : m_issues;
}

void Drawer::open(Page page) {
    m_page = page;
    retranslate();
    show();
    QListView* shown = list();
    if (shown->model()->rowCount() > 0) {
        if (!shown->currentIndex().isValid())
            shown->setCurrentIndex(shown->model()->index(0, 0));
        shown->setFocus(Qt::OtherFocusReason);
    } else {
        m_close->setFocus(Qt::OtherFocusReason);
    }
}

void Drawer::toggle(Page page) {
    if (isVisible() && m_page == page)
        hide();
    else
        open(page);
}

void Drawer::showState() {
    const bool tasks = m_page == Page::Tasks;
    const bool empty = list()->model()->rowCount() == 0;
    m_cancel->setVisible(tasks);
    m_cancel->setEnabled(m_context.tasks.running() > 0);
    m_copy->setVisible(!tasks);
    m_copy->setEnabled(!empty);
    m_clear->setEnabled(!empty);
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_nothing) : list());
}

void Drawer::activateIssue(int row) {
    if (row < 0 || row >= m_context.issues.rowCount())
        return;
    // A copy: following the link may add or move issues.
    const Issue issue = m_context.issues.issue(row);
    if (issue.place)
        Q_EMIT openPlace(*issue.place);
}

void Drawer::keyPressEvent(QKeyEvent* event) {
    const bool tasks = m_page == Page::Tasks;
    if (event->key() == Qt::Key_Escape) {
        hide();
    } else if (event->key() == Qt::Key_Delete && tasks && m_tasks->currentIndex().isValid()) {
        m_context.tasks.cancel(m_context.tasks.idAt(m_tasks->currentIndex().row()));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !tasks) {
        activateIssue(m_issues->currentIndex().row());
    } else {
        QFrame::keyPressEvent(event);
    }
}

void Drawer::retranslate() {
    const bool tasks = m_page == Page::Tasks;
    setMinimumHeight(spacing(40)); // head and a few rows at any scale
    m_title->setText(tasks ? tr("Tasks") : tr("Issues"));
    m_nothing->setText(tasks ? tr("Nothing is running and nothing has run yet.")
                             : tr("Nothing has gone wrong."));
    m_cancel->setText(tr("Cancel task"));
    m_copy->setText(tr("Copy all"));
    m_clear->setText(tasks ? tr("Clear finished") : tr("Clear"));
    m_close->setText(tr("Close"));
    m_tasks->setAccessibleName(tr("Tasks"));
    m_issues->setAccessibleName(tr("Issues"));
    showState();
}

void Drawer::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace parallax::ui
