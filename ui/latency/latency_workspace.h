// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "data/measure/run.h"
#include "ui/common/workspace.h"
#include "ui/latency/endpoint_model.h"
#include "ui/latency/run_content.h"
#include "ui/latency/run_session.h"
#include "ui/latency/run_wishes.h"

class QAction;
class QLabel;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace parallax::ui {

class ClaimStrip;
class CompareRunsPage;
class EmptyPage;
class RequestPage;
class RunBuilder;
class RunListModel;
class RunPage;

// Endpoints and runs at the left; at the right what the next run is to be, and the run that is under way or
// was chosen.
class LatencyWorkspace final : public Workspace {
    Q_OBJECT
  public:
    LatencyWorkspace(Context& context, QWidget* parent);

    QString id() const override { return QStringLiteral("latency"); }
    QString title() const override { return tr("Latency"); }
    // {"run": id}; {"run", "endpoint", "sequence", "step"} is one request of it; {"runs": [ids]} several
    // beside each other.
    Place place() const override;
    void goTo(const Place& place) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    RunSession& session() { return *m_session; }
    EndpointModel& endpoints() { return *m_endpoints; }
    RunListModel& runs() { return *m_runs; }
    RunBuilder& builder() { return *m_builder; }
    RunPage& page() { return *m_page; }

    // Two simulated endpoints and a made-up model of this machine are named and compared at once.
    void tryWithSimulation();
    void saveEndpoint(const data::Endpoint& endpoint, const QString& formerName = {});

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Facts; // what the library holds
    void makeActions();
    void layOut();
    QWidget* makeLeft();
    void reload();
    void askKeychain(); // whether it has the keys that endpoints put there, once each
    void showState();
    void showEndpoints(); // those that are ticked, to the builder
    void showRun();
    QString troubleOf(qint64 run) const; // why it broke off; empty for any other
    void openRun(qint64 run);
    void openSelected(); // one run, or several beside each other
    void openRuns(const std::vector<qint64>& runs);
    void openRequest(const QString& endpoint, qint64 sequence, qint64 step);
    void select(qint64 run);
    void openClaim(qint64 article, const QString& claim);
    void showClaim(); // in the strip and the builder
    void chooseClaim();
    void runClaim();
    void openClaimSource();
    void closeClaim();
    void firstLook(const std::filesystem::path& model);
    void start();
    void startPlan(const std::string& json, const QString& name);
    void again();
    void exportRun();
    void removeRun();
    void editEndpoint(bool fresh);
    void removeEndpoint();
    void forgetKeyOf(const data::Endpoint& endpoint);
    void retranslate();

    RunSession* m_session;
    EndpointModel* m_endpoints;
    RunListModel* m_runs;
    QStackedWidget* m_states; // content, empty, busy, broken
    QWidget* m_content = nullptr;
    EmptyPage* m_empty;
    EmptyPage* m_busy;
    EmptyPage* m_broken;
    QPushButton* m_tryButton = nullptr;
    QPushButton* m_addButton = nullptr;
    QPushButton* m_againButton = nullptr;
    QSplitter* m_splitter = nullptr;
    QSplitter* m_left = nullptr;
    QLabel* m_endpointsTitle = nullptr;
    QListView* m_endpointList = nullptr;
    QLabel* m_runsTitle = nullptr;
    QListView* m_runList = nullptr;
    RunBuilder* m_builder = nullptr;
    ClaimStrip* m_claim = nullptr;
    QStackedWidget* m_right = nullptr; // choose, run, request, several runs, lost
    EmptyPage* m_choose = nullptr;
    RunPage* m_page = nullptr;
    RequestPage* m_request = nullptr;
    CompareRunsPage* m_compare = nullptr;
    EmptyPage* m_lost = nullptr;
    QAction* m_addAction = nullptr;
    QAction* m_editAction = nullptr;
    QAction* m_removeAction = nullptr;
    QAction* m_startAction = nullptr;
    QAction* m_stopAction = nullptr;
    QAction* m_exportAction = nullptr;
    QAction* m_removeRunAction = nullptr;

    QTimer m_reloadTimer;
    QJsonObject m_claimPlace;               // of the claim that is tested; empty: none
    int m_claimAsked = 0;                   // counts, so that what is late is dropped
    RunWishes m_wishesBefore;               // of the builder, before a claim was opened
    QHash<QString, bool> m_keychainAnswers; // by the endpoint that has its key there
    QSet<QString> m_keychainAsked;
    bool m_firstLookComes = false;
    bool m_factsKnown = false;
    std::optional<Error> m_problem;      // the library's
    std::optional<Error> m_startProblem; // the run could not begin
    struct BrokenRun {
        qint64 run = 0;
        Error error;
        qint64 lost = 0; // attempts that are nowhere
    };
    std::optional<BrokenRun> m_brokenRun;     // the last that broke off, for as long as the window is open
    std::shared_ptr<const RunContent> m_kept; // the run that was opened
    qint64 m_run = 0;                         // shown or on its way; 0: none
    std::vector<qint64> m_compared;           // runs beside each other, shown or on their way
    QJsonObject m_requestPlace;               // shown or on its way; empty: none
    int m_loading = 0;                        // counts what is opened, so that what is late is dropped
    bool m_quiet = false;                     // the selection is being restored, not chosen
};

} // namespace parallax::ui
