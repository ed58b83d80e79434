// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <time.h>

namespace parallax::bench {

inline double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

// A timer that wants to fire each millisecond: how much later than that it did is how long the event loop was
// busy with something else. (The dispatcher's own signals do not say: the glib one sends both of them round
// each turn, not round its waiting.) Beside it the processor time that the thread used between two ticks: on
// a busy machine the first counts what others took, the second does not.
class LoopWatch {
  public:
    LoopWatch() {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_gaps.push_back(std::max(0.0, static_cast<double>(m_since.nsecsElapsed()) / 1e6 - interval));
            const double used = threadMilliseconds();
            m_busy.push_back(used - m_used);
            m_used = used;
            m_since.start();
        });
        m_since.start();
        m_used = threadMilliseconds();
        m_timer.start(interval);
    }

    void report(const char* name) {
        print(name, "gaps", m_gaps);
        print("", "processor time", m_busy);
        std::fflush(stdout);
        m_gaps.clear();
        m_busy.clear();
        m_since.start();
        m_used = threadMilliseconds();
    }

  private:
    static constexpr int interval = 1;

    static void print(const char* name, const char* what, std::vector<double>& values) {
        std::sort(values.begin(), values.end());
        const auto at = [&values](double share) {
            return values.empty()
                       ? 0.0
                       : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
        };
        std::printf("%-26s %-14s %7zu ticks   p50 %6.2f   p99 %6.2f   p99.9 %6.2f   worst %6.2f ms\n", name,
                    what, values.size(), at(0.5), at(0.99), at(0.999), at(1));
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_used = 0;
    std::vector<double> m_gaps;
    std::vector<double> m_busy;
};

// Not QTest::qWait, which sleeps up to 10 ms a turn outside the event loop.
inline void wait(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace parallax::bench
