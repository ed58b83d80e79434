// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands of the checks workspace: the analyst's marks with their undo, steps, export.

#include <QAction>
#include <QDateTime>
#include <QUndoStack>

#include <utility>

#include "base/priority.h"
#include "data/store/check_run.h"
#include "data/store/transaction.h"
#include "ui/checks/check_detail.h"
#include "ui/checks/check_export.h"
#include "ui/checks/checks_workspace.h"
#include "ui/common/actions.h"
#include "ui/common/check_mark.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/settings.h"
#include "ui/common/tasks.h"

namespace parallax::ui {

class MarkCommand final : public QUndoCommand {
  public:
    struct State {
        data::CheckMark mark = data::CheckMark::None;
        QString note;
    };
    MarkCommand(ChecksWorkspace& workspace, data::CheckId check, State before, State after)
        : m_workspace(workspace)
        , m_check(check)
        , m_before(std::move(before))
        , m_after(std::move(after)) {
        setText(markText(m_after.mark));
    }
    void redo() override { m_workspace.writeMark(m_check, m_after.mark, m_after.note); }
    void undo() override { m_workspace.writeMark(m_check, m_before.mark, m_before.note); }

  private:
    ChecksWorkspace& m_workspace;
    data::CheckId m_check;
    State m_before;
    State m_after;
};

void ChecksWorkspace::makeActions() {
    ActionRegistry& actions = context().actions;
    const auto add = [&](const char* id, auto text, const QKeySequence& keys, auto run,
                         const char* iconName = "") {
        return actions.add(this, QLatin1String(id), QStringLiteral("checks"), text, keys, run,
                           QLatin1String(iconName), Qt::WidgetWithChildrenShortcut);
    };
    add(
        "checks.next", [] { return tr("Next check"); }, Qt::Key_Period, [this] { step(1); }, "down");
    add(
        "checks.previous", [] { return tr("Previous check"); }, Qt::Key_Comma, [this] { step(-1); }, "up");
    QAction* accept = add(
        "checks.accept", [] { return tr("Mark the check as accepted"); }, Qt::Key_A,
        [this] { markCurrent(data::CheckMark::Accepted); }, "check");
    QAction* falseAlarm = add(
        "checks.falseAlarm", [] { return tr("Mark the check as a false alarm"); }, Qt::Key_F,
        [this] { markCurrent(data::CheckMark::FalseAlarm); }, "cancel");
    QAction* corrected = add(
        "checks.corrected", [] { return tr("Mark the check as corrected"); }, Qt::Key_C,
        [this] { markCurrent(data::CheckMark::Corrected); }, "edit");
    add(
        "checks.unmark", [] { return tr("Take the mark from the check"); }, Qt::Key_Backspace,
        [this] {
            if (m_check != 0)
                mark(m_check, data::CheckMark::None, {});
        });
    add(
        "checks.note", [] { return tr("Write a note on the mark"); }, Qt::Key_W,
        [this] { m_detail->focusNote(); }, "note");
    add(
        "checks.undo", [] { return tr("Undo the last mark"); }, QKeySequence(Qt::CTRL | Qt::Key_Z),
        [this] { m_undo->undo(); });
    add(
        "checks.redo", [] { return tr("Set the mark again"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_undo->redo(); });
    add(
        "checks.evidence", [] { return tr("Open the statement in its article"); }, Qt::Key_O,
        [this] { m_detail->openEvidence(); }, "evidence");
    add(
        "checks.find", [] { return tr("Find a check"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
        [this] { m_filters->focusSearch(); }, "search");
    add(
        "checks.export", [] { return tr("Export the listed checks…"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_X), [this] { exportListed(); }, "export");
    m_detail->setKeys(accept->shortcut().toString(QKeySequence::NativeText),
                      falseAlarm->shortcut().toString(QKeySequence::NativeText),
                      corrected->shortcut().toString(QKeySequence::NativeText));
}

void ChecksWorkspace::markCurrent(data::CheckMark asked) {
    if (m_check == 0 || !m_detail->loaded().check || m_detail->loaded().check->id != m_check)
        return;
    mark(m_check, asked, m_detail->note());
}

void ChecksWorkspace::mark(data::CheckId check, data::CheckMark asked, const QString& note) {
    if (context().library.isReadOnly())
        return;
    MarkCommand::State before;
    if (const auto& shown = m_detail->loaded().check; shown && shown->id == check)
        before = {shown->mark, fromUtf8(shown->markNote)};
    else if (const data::StoredCheck* listed = m_model->at(m_model->rowOf(check)))
        before = {listed->mark, fromUtf8(listed->markNote)};
    if (before.mark == asked && before.note == note)
        return;
    m_undo->push(new MarkCommand(*this, check, before, {asked, note}));
}

// Shown at once; the library is told meanwhile.
void ChecksWorkspace::writeMark(data::CheckId check, data::CheckMark asked, const QString& note) {
    const QString by = context().settings.analyst();
    m_model->setMark(check, asked, note);
    if (const auto& shown = m_detail->loaded().check; shown && shown->id == check)
        m_detail->setMark(asked, note, by, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    context().library.write(
        this, [check, asked, note = toStdString(note), by = toStdString(by)](data::Library& library) {
            data::Transaction transaction(library);
            library.checks().mark(check, asked, note, by);
            transaction.commit();
        });
}

int ChecksWorkspace::runTask() const {
    return m_runTask != 0 ? m_runTask : context().tasks.property("libraryCheck").toInt(); // LibraryChecker
}

// What was checked before a stop stays checked: the next run goes on from there.
void ChecksWorkspace::startOrCancelRun() {
    if (const int running = runTask(); running != 0) {
        context().tasks.cancel(running);
        return;
    }
    const auto ended = [this] {
        m_runTask = 0;
        reload();
        showRun();
    };
    m_runTask = context().tasks.start(
        [] { return tr("Recomputing the figures of the library"); },
        [path = context().library.path()](std::stop_token stop, const ProgressCallback& progress) {
            data::Library own(path);
            runAs(Priority::Check, [&] { data::checkLibrary(own, progress, std::move(stop)); });
        },
        this, ended, [ended](const Error&) { ended(); });
    showRun();
}

void ChecksWorkspace::exportListed() {
    if (m_model->rowCount() == 0)
        return;
    const auto title = [count = m_model->rowCount()] {
        return count == 1 ? tr("Export 1 check") : tr("Export %1 checks").arg(formatCount(count));
    };
    const QString path =
        dialogs::saveFile(this, title(), tr("Checks") + QLatin1String(".csv"),
                          tr("CSV files (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    context().tasks.start(title,
                          [library = context().library.path(), list = m_model->list(), path,
                           mark = context().settings.exportByteOrderMark()](
                              std::stop_token stop, const ProgressCallback& progress) {
                              writeListedChecks(library, list, path, mark, stop, progress);
                          },
                          this, {});
}

} // namespace parallax::ui
