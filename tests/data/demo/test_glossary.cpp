// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <map>
#include <set>

#include "base/resource.h"
#include "base/utf8.h"
#include "data/article/glossary.h"
#include "data/article/script_characters.h"
#include "tests/test_program.h"

namespace test_glossary {

using namespace parallax;
using namespace parallax::data;

namespace {

bool hasScript(const std::string& text, HanScript script) {
    for (const char32_t c : toUtf32(text))
        if (hanScript(c) == script)
            return true;
    return false;
}

QByteArray rowOf(const GlossaryEntry& entry) {
    return QByteArray::fromStdString(entry.english + " / " + entry.traditional + " / " + entry.simplified);
}

} // namespace

class TestGlossary : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void knowsTheWordsOfTheField() {
        QVERIFY(glossary().size() >= 250);
        std::map<std::string, int> kinds;
        for (const GlossaryEntry& entry : glossary())
            ++kinds[entry.kind];
        for (const char* kind : {"company", "product", "model", "chip", "person", "place", "term"})
            QVERIFY2(kinds[kind] >= 15, kind);
        QCOMPARE(kinds.size(), std::size_t{7});
    }

    void everyRowHasFiveFields() {
        const std::string_view text = resource("lexicon/glossary.tsv");
        std::size_t start = 0;
        while (start < text.size()) {
            const std::size_t end = std::min(text.find('\n', start), text.size());
            const std::string_view line = text.substr(start, end - start);
            QVERIFY2(std::count(line.begin(), line.end(), '\t') == 4,
                     QByteArray(line.data(), static_cast<qsizetype>(line.size())).constData());
            start = end + 1;
        }
    }

    void eachScriptStandsInItsColumn() {
        for (const GlossaryEntry& entry : glossary()) {
            QVERIFY2(!entry.english.empty(), rowOf(entry).constData());
            QVERIFY2(entry.traditional.empty() == entry.simplified.empty() || entry.kind == "chip" ||
                         entry.kind == "person",
                     rowOf(entry).constData());
            QVERIFY2(!hasScript(entry.traditional, HanScript::Simplified), rowOf(entry).constData());
            // 昇腾 keeps a character that Simplified Chinese has only in names
            if (entry.english != "Ascend")
                QVERIFY2(!hasScript(entry.simplified, HanScript::Traditional), rowOf(entry).constData());
        }
    }

    // Two rows with one English name would show the same expansion twice.
    void namesAreGivenOnce() {
        std::set<std::string> seen;
        for (const GlossaryEntry& entry : glossary())
            QVERIFY2(seen.insert(entry.english).second, rowOf(entry).constData());
        for (const GlossaryEntry& entry : glossary())
            for (const std::string& alias : entry.aliases)
                QVERIFY2(alias != entry.english && alias != entry.traditional && alias != entry.simplified,
                         rowOf(entry).constData());
    }

    void findsTheOtherNamesOfWhatAnalystsAskFor_data() {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("found");
        QTest::newRow("company") << "輝達"
                                 << "英伟达";
        QTest::newRow("company in English") << "TSMC"
                                            << "台積電";
        QTest::newRow("person") << "黄仁勋"
                                << "Jensen Huang";
        QTest::newRow("cloud") << "阿里云"
                               << "Alibaba Cloud";
        QTest::newRow("chip term") << "HBM"
                                   << "高頻寬記憶體";
        QTest::newRow("latency") << "latency"
                                 << "延遲";
        QTest::newRow("inference") << "推論"
                                   << "推理";
        QTest::newRow("growth rate") << "CAGR"
                                     << "年複合成長率";
        QTest::newRow("place") << "Sydney"
                               << "雪梨";
    }
    void findsTheOtherNamesOfWhatAnalystsAskFor() {
        QFETCH(QString, asked);
        QFETCH(QString, found);
        const std::vector<std::string> forms = glossaryForms(asked.toStdString());
        QVERIFY(std::find(forms.begin(), forms.end(), found.toStdString()) != forms.end());
    }
};

PARALLAX_TEST(TestGlossary)

} // namespace test_glossary
#include "test_glossary.moc"
