// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "ui/latency/run_content.h"

namespace parallax::ui {

struct Context;

// What one endpoint is at just now.
struct LiveRequest {
    std::int64_t chunks = 0;
    double elapsed = 0;     // ms since it was sent, or that it took
    double firstToken = -1; // ms; below 0: not yet
    bool underWay = false;
    bool any = false; // something was sent to it at all
};

// One run at a time. It is measured on a thread of its own and written to the library as it goes; the window
// looks at snapshots, at most 30 times a second.
class RunSession final : public QObject {
    Q_OBJECT
  public:
    RunSession(Context& context, QObject* parent);

    bool isActive() const { return m_shared != nullptr; }
    bool isStopping() const { return m_stopping; }
    // Of the run under way, growing with it; its report lags a little.
    const RunContent& content() const { return *m_content; }
    std::shared_ptr<const RunContent> sharedContent() const { return m_content; }
    const std::vector<LiveRequest>& live() const { return m_live; }
    double spentDollars() const;
    double worstLagMs() const;
    double progress() const; // 0 to 1
    // Attempts of the last run that broke off which the library did not take.
    std::size_t lost() const { return m_lost; }

    void start(latency::RunPlan plan, const std::string& planJson); // not while one is under way
    void stop();                                                    // what was measured stays

  Q_SIGNALS:
    void changed();                            // at most 30 times a second
    void begun(qint64 run);                    // it has its row in the library
    void ended(qint64 run);                    // its row is complete
    void failed(const parallax::Error& error); // it could not begin, or broke off; also told as an issue

  private:
    struct Shared;
    void look();
    void report();
    void finish(const std::optional<Error>& error);

    Context& m_context;
    std::shared_ptr<Shared> m_shared; // while a run is under way
    std::shared_ptr<RunContent> m_content = std::make_shared<RunContent>();
    std::vector<LiveRequest> m_live;
    QTimer m_frame;
    QElapsedTimer m_sinceReport;
    qint64 m_reportTook = 0;
    std::size_t m_reported = 0; // attempts in the report
    std::size_t m_lost = 0;
    bool m_reporting = false;
    bool m_stopping = false;
    bool m_begun = false;
    int m_task = 0;
};

} // namespace parallax::ui
