// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>

#include "data/article/language.h"
#include "tests/test_program.h"

namespace test_language {

using namespace parallax::data;

class LanguageTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theLanguageOfATextIsSeenInItsLetters_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* hint, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(hint)
                                << QString::fromUtf8(expected);
        };
        row("The lake froze early this year, and the ferry stopped.", "", "en");
        row("Quarterly Figures", "", "en");
        row("Quarterly Figures", "zh-Hant", "en");
        row("", "", "");
        row("2026 — 45 %", "", "");
        row("2026 — 45 %", "en", "");
        row("這項協議讓雲端供應商重新談判。", "", "zh-Hant");
        row("这项协议让云端供应商重新谈判。", "", "zh-Hans");
        row("人工智能", "zh-Hant", "zh-Hant");
        row("人工智能", "zh-Hans", "zh-Hans");
        row("「人工智能」", "", "zh-Hant");
        row("常见问题", "zh-Hant", "zh-Hans");
        row("Contoso 登陸 Fabrikam Cloud:雲端聯盟重塑策略", "en", "zh-Hant");
        row("GPT-4o 与 Claude 的比较", "", "zh-Hans");
        row("这次发布“Contoso Opens Three New Data Centres Along The Northern Coast”讲了什么?", "",
            "zh-Hans");
        row("Baidu (百度) said that it would open a second office in the city next spring.", "", "en");
        row("工廠擴建:三年計畫In a brief statement the company said that it would build two more halls by "
            "the end of the decade",
            "", "mixed");
        // An English sentence with Chinese terms, and sentences of both.
        row("The company announced 資料中心 expansion in Taiwan.", "", "en");
        row("The 电力 and 芯片 markets grew strongly last year, the report said.", "", "en");
        row("CEO 黃仁勳 said the new GPU would be 30% faster than its predecessor, according to 經濟日報.",
            "", "en");
        row("The cloud price fell by 20% in 2026. 雲端價格在二零二六年下降了百分之二十。", "", "mixed");
        row("The company 微軟雲端 said that 資料中心的電力需求 would double by 2027 according to "
            "台灣電力公司 "
            "reports.",
            "", "mixed");
        row("OpenAI 與 Microsoft 的 Azure 合約在 AWS 之後改變了。", "", "zh-Hant");
        row("資料中心採用 NVIDIA H100 GPU 與 AWS EC2 P5 instance,搭配 Elastic Fabric Adapter 與 SageMaker。",
            "", "zh-Hant");
        row("我們的 state of the art 製程很好。", "", "zh-Hant");
        row("據 Bank of America 與 The New York Times 報導", "", "zh-Hant");
        row("Zakłady ogłosiły, że nowa linia nie ruszy przed końcem roku.", "", "other");
        row("Syarikat itu akan membina dua kilang dalam tempoh tiga tahun.", "", "other");
        row("Das Werk wird nicht vor dem Herbst in Betrieb gehen.", "", "other");
        row("공장은 올해 안에 문을 열지 않을 것이다.", "", "other");
        row("この工場は年内に稼働しない見通しだ。", "", "other");
        row("市場規模の予測", "", "other");
        row("市場予測", "other", "other");
        row("Завод не откроется до осени.", "", "other");
        row("São Paulo opens its third exchange", "", "en");
        row("Nächste Schritte", "other", "other");
        row("軟體與网络的混合文字裡，這個詞還沒說清楚，这个词还没说清楚，請讀者自行判斷，请读者自行判断。",
            "", "mixed");
    }
    void theLanguageOfATextIsSeenInItsLetters() {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        QFETCH(QString, expected);
        const auto found = detectLanguage(text.toStdString(), languageFromTag(hint.toStdString()));
        const auto tag = languageTag(found);
        QCOMPARE(QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size())), expected);
    }

    void theNormalFormOfTheTextChangesNothing() {
        const QString text = QStringLiteral(
            "Zak\u0142ady og\u0142osi\u0142y \u017ce s\u0105 gotowe, l\u00e4uft f\u00fcr \u00e9t\u00e9");
        QCOMPARE(detectLanguage(text.normalized(QString::NormalizationForm_D).toStdString()),
                 detectLanguage(text.normalized(QString::NormalizationForm_C).toStdString()));
    }

    void tagsOfEveryHabitAreUnderstood() {
        for (const char* tag : {"zh-Hant", "zh-TW", "zh_HK", "ZH-hant-TW", "zh_TW.UTF-8", "繁", "繁體中文"})
            QVERIFY2(languageFromTag(tag) == Language::TraditionalChinese, tag);
        for (const char* tag : {"zh-Hans", "zh-CN", "zh_SG", "zh", "简", "简体中文", "zh-Hans-HK"})
            QVERIFY2(languageFromTag(tag) == Language::SimplifiedChinese, tag);
        for (const char* tag : {"en", "EN-us", "en_GB.UTF-8"})
            QVERIFY2(languageFromTag(tag) == Language::English, tag);
        for (const char* tag : {"ko", "pl-PL", "ms", "ja", "fil"})
            QVERIFY2(languageFromTag(tag) == Language::Other, tag);
        for (const char* tag : {"", "?", "C", "a language of my own", "e", "\xff\xfe"})
            QVERIFY2(languageFromTag(tag) == Language::Unknown, tag);
    }

    void everyTagReadsBack() {
        for (const auto language :
             {Language::English, Language::TraditionalChinese, Language::SimplifiedChinese, Language::Mixed,
              Language::Other, Language::Unknown})
            QCOMPARE(languageFromTag(languageTag(language)), language);
    }

    void invalidBytesAreNoLetters() {
        QCOMPARE(detectLanguage("\xff\xfe\x80\x80"), Language::Unknown);
        QCOMPARE(detectLanguage(std::string("The \xff end of the story")), Language::English);
    }
};

PARALLAX_TEST(LanguageTest)

} // namespace test_language
#include "test_language.moc"
