// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/broken_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

#include "data/store/recovery.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"

namespace parallax::ui {

BrokenPage::BrokenPage(Context& context, Error error, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_error(std::move(error))
    , m_title(label({}, "heading", this))
    , m_happened(label({}, "error", this))
    , m_safe(label({}, "plain", this))
    , m_todo(label({}, "plain", this))
    , m_snapshotTitle(label({}, "section", this))
    , m_list(new QListWidget(this))
    , m_restore(new QPushButton(this))
    , m_retry(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_new(new QPushButton(this)) {
    setObjectName(QStringLiteral("brokenPage"));
    for (QLabel* text : {m_happened, m_safe, m_todo}) {
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_restore->setObjectName(QStringLiteral("restoreButton"));
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_other->setObjectName(QStringLiteral("otherButton"));
    m_new->setObjectName(QStringLiteral("newButton"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addWidget(m_restore);
    buttons->addWidget(m_other);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_new);
    buttons->addStretch();
    auto* column = new QVBoxLayout;
    column->setSpacing(spacing(2));
    for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_happened),
                          static_cast<QWidget*>(m_safe), static_cast<QWidget*>(m_todo)})
        column->addWidget(part);
    column->addSpacing(spacing(2));
    column->addWidget(m_snapshotTitle);
    column->addWidget(m_list);
    column->addSpacing(spacing(2));
    column->addLayout(buttons);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(column, 4);
    row->addStretch(1);
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);

    // Listing a folder is quick, but a dead network disk is not: off the window's thread.
    auto found = std::make_shared<std::vector<data::Snapshot>>();
    m_context.tasks.start(
        {},
        [found, path = context.library.path()](std::stop_token, const ProgressCallback&) {
            *found = data::snapshots(path);
        },
        this,
        [this, found] {
            m_snapshots = *found;
            retranslate();
        });
    connect(m_restore, &QPushButton::clicked, this, &BrokenPage::restoreSnapshot);
    connect(m_retry, &QPushButton::clicked, this,
            [this] { Q_EMIT libraryWanted(QString::fromStdString(m_context.library.path().string())); });
    connect(m_other, &QPushButton::clicked, this, [this] {
        const QStringList paths = dialogs::openFiles(this, tr("Choose another library"),
                                                     tr("Parallax libraries (*.sqlite3);;All files (*)"));
        if (!paths.isEmpty())
            Q_EMIT libraryWanted(paths.first());
    });
    connect(m_new, &QPushButton::clicked, this, &BrokenPage::makeNew);
    retranslate();
}

void BrokenPage::restoreSnapshot() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_snapshots.size()))
        return;
    const auto snapshot = m_snapshots[static_cast<std::size_t>(row)];
    if (!dialogs::confirm(
            this, tr("Restore a snapshot"),
            tr("The library as it was on %1 takes the place of the damaged file. The damaged file is kept "
               "beside it under another name.")
                .arg(formatInstant(snapshot.takenAt)),
            tr("Restore")))
        return;
    const std::filesystem::path library = m_context.library.path();
    m_restore->setEnabled(false);
    m_context.tasks.start([] { return tr("Restoring the library"); },
                          [library, snapshot](std::stop_token, const ProgressCallback&) {
                              data::putSnapshotInPlace(library, snapshot.path);
                          },
                          this,
                          [this, library] { Q_EMIT libraryWanted(QString::fromStdString(library.string())); },
                          [this](const Error&) { m_restore->setEnabled(true); });
}

void BrokenPage::makeNew() {
    const std::filesystem::path library = m_context.library.path();
    m_new->setEnabled(false);
    m_context.tasks.start(
        [] { return tr("Making a library"); },
        [library](std::stop_token, const ProgressCallback&) { const data::Library made(library); }, this,
        [this, library] { Q_EMIT libraryWanted(QString::fromStdString(library.string())); },
        [this](const Error&) { m_new->setEnabled(true); });
}

void BrokenPage::retranslate() {
    const Sentence parts = sentenceParts(m_error);
    m_title->setText(tr("The library could not be opened"));
    m_happened->setText(parts.wentWrong);
    m_safe->setText(isMissing() ? tr("No new library was made in its place.")
                                : tr("Nothing was changed: the file is as it was found."));
    // What to do next begins with it for these.
    m_safe->setVisible(m_error.code() != ErrorCode::LibraryNotALibrary &&
                       m_error.code() != ErrorCode::LibraryDamaged &&
                       m_error.code() != ErrorCode::MigrationFailed);
    m_todo->setText(parts.nextStep);
    const int chosen = std::max(0, m_list->currentRow());
    m_list->clear();
    for (const data::Snapshot& snapshot : m_snapshots)
        m_list->addItem(tr("%1 · %2").arg(formatInstant(snapshot.takenAt),
                                          formatBytes(static_cast<qint64>(snapshot.bytes))));
    m_list->setCurrentRow(m_snapshots.empty() ? -1 : chosen);
    m_list->setAccessibleName(tr("Snapshots"));
    m_list->setVisible(!m_snapshots.empty());
    m_list->setFixedHeight(rowHeight() * static_cast<int>(std::clamp<std::size_t>(m_snapshots.size(), 1, 6)));
    m_snapshotTitle->setText(tr("Snapshots"));
    m_snapshotTitle->setVisible(!m_snapshots.empty());
    m_restore->setText(tr("Restore this snapshot…"));
    m_restore->setVisible(!m_snapshots.empty());
    m_restore->setDefault(!m_snapshots.empty());
    m_retry->setText(tr("Try again"));
    m_other->setText(tr("Choose another library…"));
    m_new->setText(tr("Begin a new library there"));
    m_new->setVisible(isMissing());
}

void BrokenPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
