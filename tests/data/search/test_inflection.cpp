// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "data/search/inflection.h"
#include "tests/test_program.h"

namespace test_inflection {

using namespace parallax::data;

class TestInflection : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void givesTheRegularEndingsOfAWord_data() {
        QTest::addColumn<QString>("forms");
        const auto row = [](const char* word, const char* forms) {
            QTest::newRow(word) << QString::fromLatin1(forms);
        };
        row("chip", "chips chiped chiping"); // a doubled letter is not regular: left out
        row("price", "prices priced pricing");
        row("company", "companies companied companying");
        row("deploy", "deploys deployed deploying");
        row("launch", "launches launched launching");
        row("box", "boxes boxed boxing");
        row("agree", "agrees agreed agreeing");
        row("ai", "");
        row("", "");
    }
    void givesTheRegularEndingsOfAWord() {
        QFETCH(QString, forms);
        QStringList found;
        for (const std::string& form : inflectionsOf(QTest::currentDataTag(), Inflections::All))
            found << QString::fromStdString(form);
        QCOMPARE(found.join(QLatin1Char(' ')), forms);
    }

    void countsANameWithoutConjugatingIt() {
        QCOMPARE(inflectionsOf("data center", Inflections::Plural), std::vector<std::string>{"data centers"});
    }
};

PARALLAX_TEST(TestInflection)

} // namespace test_inflection
#include "test_inflection.moc"
