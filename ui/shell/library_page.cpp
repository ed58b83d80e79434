// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/library_page.h"

#include <QDate>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <chrono>
#include <initializer_list>
#include <memory>
#include <stop_token>
#include <thread>

#include "base/stoppable.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"
#include "ui/shell/restore_dialog.h"

namespace parallax::ui {

namespace {

QString reasonName(const std::string& reason) {
    if (reason == "daily")
        return LibraryPage::tr("Daily");
    if (reason == "migration")
        return LibraryPage::tr("Before a change of format");
    if (reason == "restore")
        return LibraryPage::tr("Before a restore");
    if (reason == "manual")
        return LibraryPage::tr("Taken by hand");
    return fromUtf8(reason);
}

} // namespace

LibraryPage::LibraryPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_pathTitle(label({}, "section", this))
    , m_path(new ElidedLabel(this, Qt::ElideMiddle))
    , m_other(new QPushButton(this))
    , m_snapshotTitle(label({}, "section", this))
    , m_list(new QListWidget(this))
    , m_take(new QPushButton(this))
    , m_restore(new QPushButton(this))
    , m_restoreFile(new QPushButton(this))
    , m_backUp(new QPushButton(this))
    , m_check(new QPushButton(this)) {
    m_path->setText(QString::fromStdString(context.library.path().string()));
    m_other->setObjectName(QStringLiteral("otherLibrary"));
    m_restore->setObjectName(QStringLiteral("restoreSnapshot"));
    m_restoreFile->setObjectName(QStringLiteral("restoreFile"));
    m_backUp->setObjectName(QStringLiteral("backUp"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumHeight(rowHeight() * 4);
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* where = new QHBoxLayout;
    where->setSpacing(spacing(2));
    where->addWidget(m_path, 1);
    where->addWidget(m_other);
    auto* card = frame("card", this);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_list);
    const auto rowOf = [](std::initializer_list<QPushButton*> buttons) {
        auto* row = new QHBoxLayout;
        row->setSpacing(spacing(2));
        for (QPushButton* button : buttons)
            row->addWidget(button);
        row->addStretch();
        return row;
    };
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    column->setSpacing(spacing(2));
    column->addWidget(m_pathTitle);
    column->addLayout(where);
    column->addSpacing(spacing(2));
    column->addWidget(m_snapshotTitle);
    column->addWidget(card, 1);
    column->addLayout(rowOf({m_restore, m_restoreFile}));
    column->addLayout(rowOf({m_take, m_backUp, m_check}));

    for (QPushButton* button : {m_other, m_take, m_restore, m_restoreFile, m_backUp, m_check})
        button->setAutoDefault(false);
    connect(m_other, &QPushButton::clicked, this, &LibraryPage::chooseLibrary);
    connect(m_take, &QPushButton::clicked, this, &LibraryPage::takeSnapshot);
    connect(m_restore, &QPushButton::clicked, this, &LibraryPage::restore);
    connect(m_restoreFile, &QPushButton::clicked, this, &LibraryPage::restoreFile);
    connect(m_backUp, &QPushButton::clicked, this, &LibraryPage::backUp);
    connect(m_check, &QPushButton::clicked, this, &LibraryPage::checkIntegrity);
    connect(m_list, &QListWidget::currentRowChanged, this,
            [this](int row) { m_restore->setEnabled(row >= 0); });
    retranslate();
}

void LibraryPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    listSnapshots();
}

void LibraryPage::listSnapshots() {
    auto found = std::make_shared<std::vector<data::Snapshot>>();
    m_context.tasks.start(
        {},
        [found, path = m_context.library.path()](std::stop_token, const ProgressCallback&) {
            *found = data::snapshots(path);
        },
        this,
        [this, found] {
            m_snapshots = *found;
            showSnapshots();
        });
}

void LibraryPage::showSnapshots() {
    const int chosen = m_list->currentRow();
    m_list->clear();
    for (const data::Snapshot& snapshot : m_snapshots)
        //: When a snapshot was taken, its size, why it was taken.
        m_list->addItem(tr("%1 · %2 · %3")
                            .arg(formatInstant(snapshot.takenAt),
                                 formatBytes(static_cast<qint64>(snapshot.bytes)),
                                 reasonName(snapshot.reason)));
    if (m_snapshots.empty()) {
        auto* none = new QListWidgetItem(
            tr("There is no snapshot yet. One is taken each day that Parallax is opened."));
        none->setFlags(Qt::NoItemFlags);
        m_list->addItem(none);
    } else {
        m_list->setCurrentRow(std::clamp(chosen, 0, static_cast<int>(m_snapshots.size()) - 1));
    }
    m_restore->setEnabled(!m_snapshots.empty());
}

void LibraryPage::chooseLibrary() {
    const QStringList paths = dialogs::openFiles(this, tr("Choose another library"),
                                                 tr("Parallax libraries (*.sqlite3);;All files (*)"));
    if (!paths.isEmpty())
        Q_EMIT libraryWanted(paths.first());
}

void LibraryPage::takeSnapshot() {
    m_context.tasks.start(
        [] { return tr("Taking a snapshot"); },
        [path = m_context.library.path()](std::stop_token stop, const ProgressCallback& progress) {
            data::Library library(path);
            data::takeSnapshot(library, data::SnapshotReason::Manual, stoppable(std::move(stop), progress));
        },
        this, [this] { listSnapshots(); });
}

void LibraryPage::backUp() {
    const QString name = tr("parallax-%1.sqlite3").arg(QDate::currentDate().toString(Qt::ISODate));
    const QString target = dialogs::saveFile(this, tr("Back up the library"), name,
                                             tr("Parallax libraries (*.sqlite3);;All files (*)"));
    if (target.isEmpty())
        return;
    m_context.tasks.start(
        [name = QFileInfo(target).fileName()] { return tr("Backing up the library to “%1”").arg(name); },
        [path = m_context.library.path(), target = target.toStdString()](std::stop_token stop,
                                                                         const ProgressCallback& progress) {
            data::Library library(path, data::Library::Mode::ReadOnly);
            data::backupOver(library, target, stoppable(std::move(stop), progress));
        },
        this, {});
}

void LibraryPage::restore() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_snapshots.size()))
        return;
    auto* dialog = new RestoreDialog(m_context, m_snapshots[static_cast<std::size_t>(row)], this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LibraryPage::restoreFile() {
    const QStringList paths = dialogs::openFiles(this, tr("Choose a library or a backup to restore from"),
                                                 tr("Parallax libraries (*.sqlite3);;All files (*)"));
    if (!paths.isEmpty())
        RestoreDialog::openFile(m_context, paths.first(), this);
}

void LibraryPage::checkIntegrity() {
    auto answer = std::make_shared<std::string>();
    m_context.tasks.start(
        [] { return tr("Checking the library"); },
        [path = m_context.library.path(), answer](std::stop_token stop, const ProgressCallback&) {
            data::Library library(path, data::Library::Mode::ReadOnly);
            // It tells nothing on its way, but the statement that runs can be ended; again and again, since
            // one that begins a little later is not reached.
            const std::jthread watch([&library, stop](const std::stop_token& checked) {
                while (!checked.stop_requested()) {
                    if (stop.stop_requested())
                        library.interrupt();
                    std::this_thread::sleep_for(std::chrono::milliseconds(20));
                }
            });
            *answer = data::checkIntegrity(library);
            throwIfStopped(stop);
        },
        this,
        [this, answer] {
            if (*answer == "ok")
                m_context.issues.add(
                    {Severity::Note, tr("The library was checked and is sound."), {}, {}, {}});
            else
                m_context.issues.add({Severity::Error,
                                      tr("The library is damaged. Restore a snapshot."),
                                      fromUtf8(*answer),
                                      {},
                                      {}});
        });
}

void LibraryPage::retranslate() {
    m_pathTitle->setText(tr("File"));
    m_other->setText(tr("Choose another…"));
    m_snapshotTitle->setText(tr("Snapshots"));
    m_list->setAccessibleName(tr("Snapshots"));
    m_take->setText(tr("Take one now"));
    m_restore->setText(tr("Restore…"));
    m_restoreFile->setText(tr("Restore from a file…"));
    m_backUp->setText(tr("Back up to…"));
    m_check->setText(tr("Check"));
    showSnapshots();
}

void LibraryPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
