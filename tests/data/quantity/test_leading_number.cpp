// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "data/quantity/leading_number.h"

using namespace parallax::data;

class TestLeadingNumber : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("unit");
        const auto range = [](const char* cell, double value, double high, const char* unit = "") {
            QTest::newRow(cell) << QString::fromUtf8(cell) << value << high << QString::fromUtf8(unit);
        };
        const auto row = [&](const char* cell, double value, const char* unit = "") {
            range(cell, value, value, unit);
        };
        row("120", 120);
        row("  1.5s ", 1.5, "s");
        row("0%", 0, "%");
        row(".5", 0.5);
        row("99.95% (AWS standard)", 99.95, "%");
        row("$5.00 (same API pricing)", 5, "$");
        row("$15B", 15e9, "$");
        row("$18B (+20%)", 18e9, "$");
        row("$10+ billion", 1e10, "$");
        row("US$ 3.2 trillion", 3.2e12, "US$");
        row("€1.2bn", 1.2e9, "€");
        row("$900m", 9e8, "$");
        row("USD 40 million", 4e7, "USD");
        row("5m", 5, "m");
        row("5M", 5e6);
        row("128K tokens", 128e3, "tokens");
        row("70B", 7e10);
        row("120 ms", 120, "ms");
        row("10 Mbps", 10, "Mbps");
        row("450 req/s", 450, "req/s");
        row("8x H100", 8, "x");
        row("4,160", 4160);
        row("4,160 GPUs", 4160, "GPUs");
        row("1,234,567.89", 1234567.89);
        row("1'234", 1234);
        row("4\u00a0160", 4160);
        row("1,23", 1);
        row("2025,100", 2025);
        row("４，１６０", 4160);
        row("＄１５億", 15e8, "＄");
        row("+6%", 6, "%");
        row("-4%", -4, "%");
        row("−4%", -4, "%");
        row("–4 %", -4, "%");
        row("-$5M", -5e6, "$");
        row("$-5", -5, "$");
        row("負5%", -5, "%");
        row("(1,234)", -1234);
        row("($1.2M)", -1.2e6, "$");
        row("（5%）", -5, "%");
        row("~120", 120);
        row("about 120", 120);
        row("more than $247 million", 247e6, "$");
        row("< 5 ms", 5, "ms");
        row("約 4.78萬億美元", 4.78e12, "美元");
        row("约4.78万亿美元", 4.78e12, "美元");
        row("超過5800億", 5.8e11);
        row("5,800 億元", 5.8e11, "元");
        row("1億2000萬", 1.2e8);
        row("1亿2000万美元", 1.2e8, "美元");
        row("3萬5千", 35000);
        row("2千萬", 2e7);
        row("3百萬", 3e6);
        row("10兆", 1e13);
        row("人民幣 30 億", 3e9, "人民幣");
        row("12個月", 12, "個月");
        row("2026年", 2026, "年");
        row("2.5e12 FLOPS", 2.5e12, "FLOPS");
        row("3-year", 3);
        row("2026-04-30", 2026);
        row("2026-04", 2026);
        range("1.6-1.8s", 1.6, 1.8, "s");
        range("30–40%", 30, 40, "%");
        range("30%-40%", 30, 40, "%");
        range("-4-8%", -8, -4, "%");
        range("+6-20%", 6, 20, "%");
        range("-8% to -4%", -8, -4, "%");
        range("-5% to +5%", -5, 5, "%");
        range("-5% to 5%", -5, 5, "%");
        range("110-115", 110, 115);
        range("$15-18 billion", 15e9, 18e9, "$");
        range("$900M-$1.2B", 9e8, 1.2e9, "$");
        range("10-20億美元", 1e9, 2e9, "美元");
        range("10億至20億", 1e9, 2e9);
        range("3% 至 5%", 3, 5, "%");
        range("3～5倍", 3, 5, "倍");
        range("2025-2028", 2025, 2028);
        range("8-6", 6, 8);
    }
    void reads() {
        QFETCH(QString, cell);
        const std::string bytes = cell.toStdString();
        const auto found = leadingNumber(bytes);
        QVERIFY(found.has_value());
        QTEST(found->value, "value");
        QTEST(found->high, "high");
        QTEST(QString::fromUtf8(found->unit.data(), static_cast<int>(found->unit.size())), "unit");
    }

    void hasNoValueForText_data() {
        QTest::addColumn<QByteArray>("cell");
        int row = 0;
        for (const char* cell : {"",
                                 " ",
                                 "N/A",
                                 "n/a",
                                 "—",
                                 "-",
                                 "--",
                                 "+",
                                 "$",
                                 "GPT-4o",
                                 "H100",
                                 "Q3 2026",
                                 "v1.2",
                                 "Multi-cloud",
                                 "AWS, GCP",
                                 "(3 of 5) done",
                                 "(",
                                 "()",
                                 "億",
                                 "不適用",
                                 "約",
                                 ".",
                                 ",5",
                                 "\xFF\xFE",
                                 "Ended (Azure + AWS + Oracle)",
                                 "high (20%)"})
            QTest::newRow(qPrintable(QString::number(++row))) << QByteArray(cell);
    }
    void hasNoValueForText() {
        QFETCH(QByteArray, cell);
        QVERIFY(!leadingNumber({cell.constData(), static_cast<std::size_t>(cell.size())}).has_value());
    }

    void theUnitLiesInTheCellForAnyInput() {
        const std::vector<std::string> parts = {"1",  "23", ",", ".",   "-",    "萬", "億",   " ",
                                                "$",  "(",  ")", "%",   "e",    "k",  "\xFF", "～",
                                                "to", "約", "0", "to ", "\xE5", "５"};
        quint32 state = 9;
        const auto next = [&] { return (state = state * 1664525U + 1013904223U) >> 16; };
        for (int round = 0; round < 20000; ++round) {
            std::string cell;
            for (unsigned i = 0, n = next() % 12U; i < n; ++i)
                cell += parts[next() % parts.size()];
            const auto found = leadingNumber(cell);
            if (!found)
                continue;
            QVERIFY(std::isfinite(found->value) && found->value <= found->high);
            QVERIFY(found->unit.empty() ||
                    (found->unit.data() >= cell.data() &&
                     found->unit.data() + found->unit.size() <= cell.data() + cell.size()));
        }
        QVERIFY(!leadingNumber("9e300兆兆").has_value());
        QVERIFY(!leadingNumber("1e999").has_value());
        QVERIFY(leadingNumber(std::string(100000, '9')).has_value());
    }
};

QTEST_APPLESS_MAIN(TestLeadingNumber)
#include "test_leading_number.moc"
