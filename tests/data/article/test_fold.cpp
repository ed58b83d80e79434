// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "tests/test_program.h"

namespace test_fold {

using namespace parallax;
using namespace parallax::data;

namespace {

QString folded(const char* text) {
    return QString::fromStdString(toUtf8(foldText(text)));
}

} // namespace

class TestFold : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void meetsWhateverIsWrittenDifferently_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("script") << "數據中心與雲端運算"
                                << "数据中心与云端运算";
        QTest::newRow("case") << "NVIDIA"
                              << "nvidia";
        QTest::newRow("full width") << "ＡＷＳ，１２３？"
                                    << "aws,123?";
        QTest::newRow("half width kana") << "ｸﾗｳﾄ"
                                         << "クラウト";
        QTest::newRow("accents") << "Café Ångström"
                                 << "cafe angstrom";
        QTest::newRow("Greek") << "ΣΟΦΟΣ ά"
                               << "σοφοσ α";
        QTest::newRow("dashes") << "a–b—c−d‑e"
                                << "a-b-c-d-e";
        QTest::newRow("quotes") << "“x” ‘y’ 「z」"
                                << "\"x\" 'y' \"z\"";
        QTest::newRow("blanks") << QStringLiteral("a\u3000b\u00a0c\u2009d") << "a b c d";
        QTest::newRow("a radical from a PDF") << QStringLiteral("\u2F00\u2F08") << "一人";
        QTest::newRow("compatibility ideograph") << QStringLiteral("\uF9D1") << "六";
        QTest::newRow("mathematical letters") << QStringLiteral("\U0001D400\U0001D401") << "ab";
        for (const char* pair :
             {"着著", "么幺", "檐簷", "只衹", "妝粧", "敘敍", "痹痺", "衛衞", "齶顎", "裏裡",
              "祕秘", "啓啟", "群羣", "線綫", "峰峯", "床牀", "臺台", "麵面", "後后", "發髮"}) {
            const QString both = QString::fromUtf8(pair);
            QTest::newRow(pair) << both.left(1) << both.mid(1);
        }
    }
    void meetsWhateverIsWrittenDifferently() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QCOMPARE(folded(a.toUtf8().constData()), folded(b.toUtf8().constData()));
    }

    void keepsApartWhatDiffers() {
        QVERIFY(folded("雲") != folded("雨"));
        QVERIFY(folded("ガ") != folded("カ"));
        QVERIFY(folded("й") != folded("и"));
        QVERIFY(folded("1") != folded("l"));
    }

    void foldingTwiceChangesNothing() {
        for (char32_t c = 0; c <= 0x10FFFF; ++c)
            if (fold(fold(c)) != fold(c))
                QFAIL(qPrintable(QStringLiteral("U+%1").arg(static_cast<uint>(c), 4, 16)));
    }

    void isOneToOneForEveryInput() {
        const std::string odd = "a\xFF雲\xE9\x9B\xCC\x81\xF0\x9F\x93\x88"
                                "é\xED\xA0\x80\0z";
        QCOMPARE(foldText(odd).size(), toUtf32(odd).size());
        const std::u32string original = toUtf32(odd), result = foldText(odd);
        for (std::size_t i = 0; i < original.size(); ++i)
            QCOMPARE(result[i], fold(original[i]));
    }

    void leavesWhatItDoesNotKnow() {
        QCOMPARE(fold(0x10FFFF), char32_t(0x10FFFF));
        QCOMPARE(fold(0x1F4C8), char32_t(0x1F4C8));
        QCOMPARE(fold(U'\n'), U'\n');
        QCOMPARE(fold(0xFFFFFFFF), char32_t(0xFFFD));
    }
};

PARALLAX_TEST(TestFold)

} // namespace test_fold
#include "test_fold.moc"
