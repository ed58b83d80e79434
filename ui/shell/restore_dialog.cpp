// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/restore_dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <memory>

#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"

namespace parallax::ui {

void RestoreDialog::openFile(Context& context, const QString& path, QWidget* parent) {
    data::Snapshot file;
    file.path = toStdString(path);
    std::error_code unknown;
    if (std::filesystem::equivalent(file.path, context.library.path(), unknown)) {
        context.issues.add({Severity::Note, tr("“%1” is the library that is open.").arg(path), {}, {}, {}});
        return;
    }
    auto* dialog = new RestoreDialog(context, std::move(file), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

RestoreDialog::RestoreDialog(Context& context, data::Snapshot snapshot, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_snapshot(std::move(snapshot))
    , m_counts(label({}, "plain", this))
    , m_merge(new QRadioButton(this))
    , m_replace(new QRadioButton(this))
    , m_mergeHint(label({}, "quiet", this))
    , m_replaceHint(label({}, "quiet", this))
    , m_cancel(new QPushButton(this))
    , m_restore(new QPushButton(this)) {
    setObjectName(QStringLiteral("restoreDialog"));
    m_merge->setObjectName(QStringLiteral("merge"));
    m_replace->setObjectName(QStringLiteral("replace"));
    m_restore->setObjectName(QStringLiteral("restore"));
    m_merge->setChecked(true);
    m_restore->setDefault(true);
    m_restore->setEnabled(false);
    m_cancel->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    column->setSpacing(spacing(2));
    column->addWidget(m_counts);
    column->addSpacing(spacing(2));
    for (const auto& [choice, hint] :
         {std::pair(m_merge, m_mergeHint), std::pair(m_replace, m_replaceHint)}) {
        column->addWidget(choice);
        hint->setIndent(spacing(6));
        hint->setWordWrap(true);
        column->addWidget(hint);
    }
    column->addSpacing(spacing(2));
    column->addStretch(); // else a dialog higher than its text parts the choices from what they mean
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_restore);
    column->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::restore);

    auto found = std::make_shared<data::RestorePreview>();
    context.tasks.start([] { return tr("Comparing the snapshot with the library"); },
                        [found, path = context.library.path(),
                         from = m_snapshot.path](const std::stop_token&, const ProgressCallback&) {
                            data::Library library(path);
                            *found = data::previewRestore(library, from);
                        },
                        this,
                        [this, found] {
                            m_preview = *found;
                            m_restore->setEnabled(true);
                            retranslate();
                            // The table of counts came after the dialog had its size.
                            if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
                                resize(width(), needed);
                        },
                        [this](const Error&) { reject(); });
    retranslate();
}

void RestoreDialog::restore() {
    const data::RestoreMode mode =
        m_replace->isChecked() ? data::RestoreMode::Replace : data::RestoreMode::Merge;
    m_context.tasks.start(
        [mode] {
            return mode == data::RestoreMode::Replace ? tr("Replacing the library")
                                                      : tr("Merging into the library");
        },
        [path = m_context.library.path(), from = m_snapshot.path, mode](const std::stop_token& stop,
                                                                        const ProgressCallback& progress) {
            data::Library library(path);
            data::restore(library, from, mode, stop, progress);
        },
        nullptr, {});
    accept();
}

void RestoreDialog::retranslate() {
    setWindowTitle(m_snapshot.takenAt.empty()
                       ? tr("Restore from “%1”").arg(fromUtf8(m_snapshot.path.filename().string()))
                       : tr("Restore the snapshot of %1").arg(formatInstant(m_snapshot.takenAt)));
    if (m_preview) {
        const data::RestorePreview& p = *m_preview;
        const auto line = [](const QString& name, qint64 count) {
            return QStringLiteral(
                       "<tr><td>%1</td><td align=\"right\" style=\"padding-left:24px\">%2</td></tr>")
                .arg(name.toHtmlEscaped(), formatCount(count));
        };
        const auto some = [&](const QString& name, qint64 count) {
            return count > 0 ? line(name, count) : QString();
        };
        const auto sides = [](const QString& name, const QString& there, const QString& here) {
            const QString cell = QStringLiteral("<td align=\"right\" style=\"padding-left:24px\">%1</td>");
            return QStringLiteral("<tr><td>%1</td>%2%3</tr>")
                .arg(name.toHtmlEscaped(), cell.arg(there.toHtmlEscaped()), cell.arg(here.toHtmlEscaped()));
        };
        const auto counts = [&](const QString& name, qint64 there, qint64 here) {
            return sides(name, formatCount(there), formatCount(here));
        };
        m_counts->setText(
            QStringLiteral("<table>%1</table><br><table>%2</table>")
                .arg(
                    line(tr("Articles in the library"), p.articlesHere) +
                        line(tr("Articles in the file"), p.articlesThere) +
                        line(tr("Newer in the file"), p.newerThere) +
                        line(tr("Notes that were changed later in the file"), p.notesNewerThere) +
                        line(tr("Notes that were changed later in the library"), p.notesNewerHere) +
                        (p.damagedThere.empty() ? QString()
                                                : line(tr("Damaged in the file, left out of a merge"),
                                                       static_cast<qint64>(p.damagedThere.size()))) +
                        some(tr("Damaged notes in the file, left out of a merge"), p.workDamagedThere.notes) +
                        some(tr("Damaged tags in the file, left out of a merge"), p.workDamagedThere.tags) +
                        some(tr("Damaged saved searches in the file, left out of a merge"),
                             p.workDamagedThere.searches) +
                        some(tr("Damaged notes in the library that a merge mends"), p.workMended.notes) +
                        some(tr("Damaged tags in the library that a merge mends"), p.workMended.tags) +
                        some(tr("Damaged saved searches in the library that a merge mends"),
                             p.workMended.searches),
                    sides({}, tr("Only in the file"), tr("Only in the library")) +
                        counts(tr("Articles"), p.onlyThere, p.onlyHere) +
                        counts(tr("Notes"), p.workThere.notes, p.workHere.notes) +
                        counts(tr("Stars"), p.workThere.stars, p.workHere.stars) +
                        counts(tr("Read marks"), p.workThere.read, p.workHere.read) +
                        counts(tr("Tags"), p.workThere.tags, p.workHere.tags) +
                        counts(tr("Tags on articles"), p.workThere.tagged, p.workHere.tagged) +
                        counts(tr("Saved searches"), p.workThere.searches, p.workHere.searches)));
    } else {
        m_counts->setText(tr("Comparing the file with the library…"));
    }
    m_merge->setText(tr("Merge"));
    m_mergeHint->setText(tr(
        "Everything here stays; what is only in the file is added, and what is newer there is taken. A star "
        "or a read mark on either side stays."));
    m_replace->setText(tr("Replace"));
    m_replaceHint->setText(
        tr("The library becomes what the file is: what is only in the library is lost. A snapshot of the "
           "present one is taken first."));
    m_cancel->setText(tr("Cancel"));
    m_restore->setText(tr("Restore"));
}

void RestoreDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
