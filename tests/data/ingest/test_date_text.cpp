// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "data/ingest/date_text.h"
#include "tests/test_program.h"

namespace test_date_text {

using namespace parallax::data;

class TestDateText : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsDatesAsTheyAreWritten_data() {
        QTest::addColumn<QByteArray>("instant"); // empty: not a date
        const auto row = [](const char* written, const char* instant) {
            QTest::newRow(written) << QByteArray(instant);
        };
        row("2026-04-02T13:05:00Z", "2026-04-02T13:05:00Z");
        row("2026-04-02T13:05:00.123456+08:00", "2026-04-02T05:05:00Z");
        row("2026-04-02T13:05-0530", "2026-04-02T18:35:00Z");
        row("2026-04-02 13:05", "2026-04-02T13:05:00Z");
        row("2026-04-02", "2026-04-02");
        row("2026-04", "2026-04");
        row("20260402", "2026-04-02");
        row("20260402130500", "2026-04-02T13:05:00Z");
        row("2026/4/2 8:05 PM", "2026-04-02T20:05:00Z");
        row("2026年4月2日", "2026-04-02");
        row("2026年4月2日 13:05", "2026-04-02T13:05:00Z");
        row("2026 年 4 月", "2026-04");
        row("1775135100", "2026-04-02T13:05:00Z");
        row("1775135100000", "2026-04-02T13:05:00Z");
        row("Thu, 02 Apr 2026 13:05:00 GMT", "2026-04-02T13:05:00Z");
        row("Thu, 2 Apr 26 13:05 EST", "2026-04-02T18:05:00Z");
        row("2 Apr 2026 13:05:00 PDT", "2026-04-02T20:05:00Z");
        row("02-Apr-2026 13:05:00", "2026-04-02T13:05:00Z");
        row("Thu, 02 Apr 2026 13:05:00 +0800 (CST)", "2026-04-02T05:05:00Z");
        row("Thu, 02 Apr 2026 13:05:00 GMT+0800", "2026-04-02T05:05:00Z");
        row("Wed, 31 Dec 2025 23:30:00 -0100", "2026-01-01T00:30:00Z");
        row("Thu Apr  2 13:05:00 2026", "2026-04-02T13:05:00Z");
        row("Thu Apr  2 13:05:00 UTC 2026", "2026-04-02T13:05:00Z");
        row("April 2, 2026", "2026-04-02");
        row("April 2nd, 2026 at 1:05 pm", "2026-04-02T13:05:00Z");
        row("Apr. 2, 2026", "2026-04-02");
        row("2nd of April 2026", "2026-04-02");
        row("April 2026", "2026-04");
        row("Mar. 2 avr. 2026", "2026-04-02");
        row("jeu., 02 avril 2026 13:05:00 +0200", "2026-04-02T11:05:00Z");
        row("2. März 2026", "2026-03-02");
        row("Do, 02 Okt 2025 08:00:00 +0200", "2025-10-02T06:00:00Z");
        row("2 de abril de 2026", "2026-04-02");
        row("2 août 2026", "2026-08-02");
        row("2 kwietnia 2026", "2026-04-02");
        row("Чт, 02 Апр 2026 13:05:00 +0300", "2026-04-02T10:05:00Z");
        row("2 мая 2026 г.", "2026-05-02");
        row("2 Ağustos 2026", "2026-08-02");
        row("16.04.2026", "2026-04-16");
        row("04/16/2026", "2026-04-16");
        row("Sat, 29 Feb 2020 00:00:00 Z", "2020-02-29T00:00:00Z");
        row("Mon, 01 Jan 99 00:00:00 GMT", "1999-01-01T00:00:00Z");
        row("週三, 05 十一月 2025", "2025-11-05");
        row("周三, 05 11月 2025 10:00:00 +0800", "2025-11-05T02:00:00Z");
        row("2025年11月5日 星期三 下午3:00", "2025-11-05T15:00:00Z");
        row("2025年11月5日（禮拜三）上午12:05", "2025-11-05T00:05:00Z");
        row("2025年11月5日 晚上8點30分", "2025-11-05T20:30:00Z");
        row("2025年11月5日 晚上12:00", "2025-11-05"); // of which day?
        row("2025年11月5日 中午12:30", "2025-11-05T12:30:00Z");
        row("2025年十二月5日", "2025-12-05");
        row("2026年十一月五日", "2026-11-05");
        row("二〇二六年十一月二十五日", "2026-11-25");
        row("二零二六年十月", "2026-10");
        row("民國115年11月5日", "2026-11-05");
        row("中華民國 一一五年三月卅日", "2026-03");
        row("中華民國115年11月5日 下午3:00", "2026-11-05T15:00:00Z");
        row("下午3:07 2026年11月5日", "2026-11-05T15:07:00Z");
        row("上午 9點05分，2026年11月5日", "2026-11-05T09:05:00Z");
        row("3:07 pm, April 2, 2026", "2026-04-02T15:07:00Z");
        row("13:05 2026-04-02", "2026-04-02T13:05:00Z");
        row("发布于 2026年11月5日 08:00", "2026-11-05T08:00:00Z");
        row("2026年11月5日 午後3:07", "2026-11-05T15:07:00Z");
        row("2026. 11. 5. 오후 3:07", "2026-11-05T15:07:00Z");
        row("民國年", "");
        row("2026年元月5日", "2026-01-05");
        row("週一一月5日 2026", "2026-01-05");
        row("星期三, 十一月 5, 2025 - 10:00", "2025-11-05T10:00:00Z");
        row("週日, 01 二月 2026 08:00:00 +0800", "2026-02-01T00:00:00Z");
        row("星期三，2025年11月5日", "2025-11-05");
        row("11月 5, 2025", "2025-11-05");
        row("11月5日 2025", "2025-11-05");
        row("29 Feb 2026", "");
        row("31 April 2026", "");
        row("2026-13-01", "");
        row("04/05/2026", ""); // two different days
        row("yesterday", "");
        row("", "");
        row("99999999999999999999", "");
        row("0", "");
    }
    void readsDatesAsTheyAreWritten() {
        QFETCH(QByteArray, instant);
        const auto date = parseDate(QTest::currentDataTag());
        QCOMPARE(date ? date->instant : std::string(), instant.toStdString());
    }

    void findsTheFirstDayInRunningText_data() {
        QTest::addColumn<QByteArray>("written"); // empty: nothing found
        QTest::addColumn<QByteArray>("earliest");
        const auto row = [](const char* text, const char* written, const char* earliest) {
            QTest::newRow(text) << QByteArray(written) << QByteArray(earliest);
        };
        row("Updated on April 28, 2026 by Ann", "April 28, 2026", "2026-04-28");
        row("Updated Apr. 28th 2026", "Apr. 28th 2026", "2026-04-28");
        row("Tuesday, 28 April 2026, 10:05", "28 April 2026", "2026-04-28");
        row("le 28 avril 2026", "28 avril 2026", "2026-04-28");
        row("Hotspots of 2026-04-02", "2026-04-02", "2026-04-02");
        row("今日要聞 2026年4月2日（週四）", "2026年4月2日", "2026-04-02");
        row("2026/4/2 published", "2026/4/2", "2026-04-02");
        row("am 16.04.2026 erschienen", "16.04.2026", "2026-04-16");
        row("written in April 2026", "April 2026", "2026-04-01");
        row("April 31, 2026", "", "");
        row("the market 5 2026", "", "");
        row("a decline of 4 in 2026", "", "");
        row("April 5 came before 2026", "", "");
        row("12 May 30 people came", "", "");
        row("invoice 20260402", "", "");
    }
    void findsTheFirstDayInRunningText() {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, earliest);
        const auto date = findDate(QTest::currentDataTag());
        QCOMPARE(date ? date->written : std::string(), written.toStdString());
        QCOMPARE(date ? date->earliest : std::string(), earliest.toStdString());
    }

    void givesTheWholeMonthWhenNoDayIsWritten() {
        const auto date = parseDate("February 2028");
        QVERIFY(date.has_value());
        QCOMPARE(date->earliest(), std::string("2028-02-01"));
        QCOMPARE(date->latest(), std::string("2028-02-29"));
    }

    void theDayIsTheOneThatIsWritten() {
        const auto east = parseDate("2026-04-01T06:00:00+08:00");
        QCOMPARE(east->instant, std::string("2026-03-31T22:00:00Z"));
        QCOMPARE(east->earliest(), std::string("2026-04-01"));
        QCOMPARE(east->latest(), std::string("2026-04-01"));
        const auto west = parseDate("2026-04-02T23:59:00-08:00");
        QCOMPARE(west->instant, std::string("2026-04-03T07:59:00Z"));
        QCOMPARE(west->earliest(), std::string("2026-04-02"));
        QCOMPARE(parseDate("Wed, 01 Apr 2026 06:00:00 +0800")->latest(), std::string("2026-04-01"));
        QVERIFY(parseDate("2026-04-01T09:00:00+08:00")->day.empty()); // the same day in both
    }
};

PARALLAX_TEST(TestDateText)

} // namespace test_date_text
#include "test_date_text.moc"
