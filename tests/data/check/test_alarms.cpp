// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "alarm_rates.h"
#include "tests/test_program.h"

namespace test_alarms {

using namespace parallax::data;
using namespace parallax::data::testing;

// Right tables must stay quiet and wrong ones must not: the rates that tests/bench/bench_check_alarms
// measures on ten thousand tables, on a thousand here.
class TestAlarms : public QObject {
    Q_OBJECT
    AlarmRates m_rates;

  private Q_SLOTS:
    void initTestCase() {
        m_rates = alarmRates(1, 1000, [](const AlarmTable& made, const std::vector<Check>& checks) {
            for (const Check& check : checks)
                if (check.colour == Colour::Red)
                    qWarning("red: %s %s in a table of %zu rows", std::string(ruleName(check.rule)).c_str(),
                             check.formula.c_str(), made.table.rows.size());
        });
        qInfo("%d tables: %.2f %% red, caught: sign %.1f, times ten %.1f, ratio %.1f, base %.1f %%",
              m_rates.tables, m_rates.falseAlarms(), m_rates.caughtOf(InjectedError::Sign),
              m_rates.caughtOf(InjectedError::TimesTen), m_rates.caughtOf(InjectedError::RatioForChange),
              m_rates.caughtOf(InjectedError::WrongBase));
    }

    void tablesWhoseFiguresAreRightStayQuiet() { QVERIFY(m_rates.falseAlarms() <= mostFalseAlarms); }

    void almostEveryTableIsCheckedAtAll() { QVERIFY(m_rates.checked * 100 >= m_rates.tables * 97); }

    void anErrorIsCaught_data() {
        QTest::addColumn<int>("error");
        QTest::newRow("sign") << static_cast<int>(InjectedError::Sign);
        QTest::newRow("ten times too much") << static_cast<int>(InjectedError::TimesTen);
        QTest::newRow("ratio for change") << static_cast<int>(InjectedError::RatioForChange);
        QTest::newRow("wrong base") << static_cast<int>(InjectedError::WrongBase);
    }
    void anErrorIsCaught() {
        QFETCH(int, error);
        QVERIFY(m_rates.injected.at(static_cast<std::size_t>(error)) > 500);
        QVERIFY(m_rates.caughtOf(static_cast<InjectedError>(error)) >=
                leastCaught.at(static_cast<std::size_t>(error)));
    }
};

PARALLAX_TEST(TestAlarms)

} // namespace test_alarms
#include "test_alarms.moc"
