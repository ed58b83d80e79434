// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

#include "base/error.h"
#include "base/priority.h"
#include "tests/test_program.h"

namespace test_priority {

using namespace parallax;

int niceness() {
    return getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
}

class TestPriority : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void onlyTheWorkLetsOthersGoFirst() {
        const int before = niceness();
        int within = before;
        runAs(Priority::Import, [&] { within = niceness(); });
        QCOMPARE(within, std::max(before, 5));
        QCOMPARE(niceness(), before);
    }
    void whatTheWorkThrowsArrives() {
        try {
            runAs(Priority::Check, [] { throw Error(ErrorCode::DiskFull, {"here"}); });
            QFAIL("nothing was thrown");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::DiskFull);
        }
    }
};

PARALLAX_TEST(TestPriority)

} // namespace test_priority
#include "test_priority.moc"
