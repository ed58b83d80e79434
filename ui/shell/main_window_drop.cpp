// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is dropped on the window or pasted into it is imported; a library is offered to be restored from.
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

#include "ui/common/issues.h"
#include "ui/common/widgets.h"
#include "ui/shell/importer.h"
#include "ui/shell/restore_dialog.h"

namespace parallax::ui {

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData* mime = event->mimeData();
    // What the program itself lets go of (a chart, a selection) is not an article.
    if (event->source() || !Importer::mayHold(*mime) || m_broken)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_dropHint->setGeometry(m_stack->geometry().translated(m_split->mapTo(this, QPoint())));
    m_dropHint->raise();
    m_dropHint->show();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*) {
    m_dropHint->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
    m_dropHint->hide();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // A library is no document: what it holds can be merged into this one, or take its place.
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile() &&
        urls.front().path().endsWith(QLatin1String(".sqlite3"), Qt::CaseInsensitive)) {
        RestoreDialog::openFile(m_context, urls.front().toLocalFile(), this);
        return;
    }
    m_importer->import(Importer::itemsOf(*event->mimeData()));
}

void MainWindow::pasteClipboard() {
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    auto items = mime ? Importer::itemsOf(*mime) : std::vector<data::ImportItem>();
    if (items.empty())
        m_context.issues.add(
            {Severity::Note, tr("The clipboard holds nothing that can be imported."), {}, {}, {}});
    m_importer->import(std::move(items));
}

} // namespace parallax::ui
