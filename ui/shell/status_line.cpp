// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/issues.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"

namespace parallax::ui {

StatusLine::StatusLine(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_tasks(new QToolButton(this))
    , m_taskText(new ElidedLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_issues(new QToolButton(this))
    , m_device(new ElidedLabel(this)) {
    setProperty("role", QStringLiteral("footer"));
    setObjectName(QStringLiteral("statusLine"));
    for (QToolButton* button : {m_tasks, m_cancel, m_issues}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("role", QStringLiteral("status"));
    }
    m_tasks->setObjectName(QStringLiteral("statusTasks"));
    m_tasks->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tasks->setIcon(icon(QStringLiteral("task")));
    m_issues->setObjectName(QStringLiteral("statusIssues"));
    m_issues->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_issues->setIcon(icon(QStringLiteral("warning")));
    m_cancel->setObjectName(QStringLiteral("statusCancel"));
    m_cancel->setIcon(icon(QStringLiteral("close")));
    m_progress->setTextVisible(false);
    m_device->setQuiet(true);
    m_device->hide();

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(2), spacing(1) / 4, spacing(2), spacing(1) / 4);
    row->setSpacing(spacing(2));
    row->addWidget(m_tasks);
    row->addWidget(m_taskText, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_issues);
    row->addWidget(m_device);

    connect(m_tasks, &QToolButton::clicked, this, &StatusLine::tasksWanted);
    connect(m_issues, &QToolButton::clicked, this, &StatusLine::issuesWanted);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_context.tasks.cancel(m_shownTask); });
    connect(&context.tasks, &TaskManager::runningChanged, this, &StatusLine::showTasks);
    connect(&context.tasks, &TaskManager::progressed, this, &StatusLine::showTasks);
    connect(&context.tasks, &QAbstractItemModel::dataChanged, this, &StatusLine::showTasks);
    connect(&context.tasks, &QAbstractItemModel::modelReset, this, &StatusLine::showTasks);
    connect(&context.issues, &QAbstractItemModel::rowsInserted, this, &StatusLine::showIssues);
    connect(&context.issues, &QAbstractItemModel::rowsRemoved, this, &StatusLine::showIssues);
    connect(&context.issues, &QAbstractItemModel::modelReset, this, &StatusLine::showIssues);
    showTasks();
    showIssues();
}

void StatusLine::setDeviceText(const QString& text) {
    m_device->setText(text);
    m_device->setVisible(!text.isEmpty());
}

void StatusLine::showTasks() {
    const TaskManager& tasks = m_context.tasks;
    const int running = tasks.running();
    QModelIndex first; // the oldest that runs; with none, the last that ended
    for (int row = 0; row < tasks.rowCount(); ++row) {
        const QModelIndex index = tasks.index(row);
        if (tasks.data(index, TaskManager::RunningRole).toBool()) {
            first = index;
            break;
        }
        first = index;
    }
    m_tasks->setText(running == 0   ? tr("No tasks running")
                     : running == 1 ? tr("1 task")
                                    : tr("%1 tasks").arg(formatCount(running)));
    m_tasks->setToolTip(tr("Show all tasks"));
    m_progress->setVisible(running > 0);
    m_progress->setFixedWidth(spacing(24));
    m_cancel->setVisible(running > 0);
    for (QToolButton* button : {m_tasks, m_cancel, m_issues})
        button->setIconSize({spacing(4), spacing(4)});
    m_cancel->setToolTip(tr("Cancel this task"));
    m_cancel->setAccessibleName(tr("Cancel this task"));
    m_shownTask = first.isValid() ? tasks.idAt(first.row()) : 0;
    if (!first.isValid()) {
        m_taskText->setText({});
        return;
    }
    const QString title = tasks.data(first, Qt::DisplayRole).toString();
    const QString detail = tasks.data(first, TaskManager::DetailRole).toString();
    const qint64 remaining = tasks.data(first, TaskManager::RemainingRole).toLongLong();
    QStringList parts = {title};
    if (!detail.isEmpty())
        parts << detail;
    if (remaining >= 0)
        parts << tr("%1 left").arg(formatDuration(remaining));
    m_taskText->setText(parts.join(QStringLiteral(" · ")));
    const double share = tasks.data(first, TaskManager::ProgressRole).toDouble();
    m_progress->setRange(0, share < 0 ? 0 : 1000);
    if (share >= 0)
        m_progress->setValue(static_cast<int>(share * 1000));
}

void StatusLine::showIssues() {
    const int count = m_context.issues.rowCount();
    m_issues->setVisible(count > 0);
    m_issues->setText(count == 1 ? tr("1 issue") : tr("%1 issues").arg(formatCount(count)));
    m_issues->setToolTip(tr("Show what went wrong"));
}

void StatusLine::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        showTasks();
        showIssues();
    }
}

} // namespace parallax::ui
