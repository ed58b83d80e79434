// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/checks/check_filter_bar.h"
#include "ui/checks/check_list_model.h"
#include "ui/checks/loaded_check.h"
#include "ui/common/workspace.h"

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QUndoStack;

namespace parallax::ui {

class CheckDetail;
class EmptyPage;

// Every figure that was recomputed: filters above, the list with the worst first at the left, the chosen
// check in full at the right.
class ChecksWorkspace final : public Workspace {
    Q_OBJECT
  public:
    ChecksWorkspace(Context& context, QWidget* parent);
    ~ChecksWorkspace() override;

    QString id() const override { return QStringLiteral("checks"); }
    QString title() const override { return tr("Checks"); }
    Place place() const override;
    // {"check": id}; {"article": id} lists those of one article; {"filter": {…}} as place() gives it.
    void goTo(const Place& place) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    CheckListModel& model() { return *m_model; }
    QListView& list() { return *m_list; }
    CheckDetail& detail() { return *m_detail; }
    CheckFilterBar& filters() { return *m_filters; }

    // Writes the analyst's mark; can be undone.
    void mark(data::CheckId check, data::CheckMark mark, const QString& note);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    friend class MarkCommand;
    struct Facts;
    void makeActions();
    void layOut();
    void open(data::CheckId check);
    void select(data::CheckId check);
    void step(int rows);
    void reload();   // facts: counts and what waits
    void filtered(); // by the person
    void showState();
    void showFacts(Facts facts);
    void showRun();
    void startOrCancelRun();
    void markCurrent(data::CheckMark mark);
    void writeMark(data::CheckId check, data::CheckMark mark, const QString& note);
    void exportListed();
    void retranslate();

    QStackedWidget* m_states; // content, busy, empty, broken
    QWidget* m_content;
    CheckFilterBar* m_filters;
    QWidget* m_run; // the library is being checked
    QLabel* m_runText;
    QProgressBar* m_runProgress;
    QPushButton* m_runButton;
    QSplitter* m_splitter;
    QStackedWidget* m_left; // list, nothing matches
    QListView* m_list;
    CheckListModel* m_model;
    EmptyPage* m_none;
    QLabel* m_count;
    QStackedWidget* m_right; // choose one, detail, lost
    EmptyPage* m_choose;
    CheckDetail* m_detail;
    EmptyPage* m_lost;
    EmptyPage* m_busy;
    EmptyPage* m_empty;
    EmptyPage* m_broken;
    QUndoStack* m_undo;
    QTimer m_patience;
    QTimer m_reloadTimer;
    data::CheckId m_check = 0; // shown or on its way
    std::int64_t m_checked = 0;
    std::int64_t m_waiting = 0;
    int runTask() const; // the run over the library, whoever started it; 0: none is listed
    int m_runTask = 0;   // started here; 0: none
    bool m_factsKnown = false;
    bool m_quiet = false;      // the selection is being restored, not chosen
    bool m_navigating = false; // goTo: not a move of the person
};

} // namespace parallax::ui
