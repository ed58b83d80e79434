// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that two articles state, and where they contradict each other.
#include <QtTest>

#include "read_text.h"

using namespace parallax::data;

namespace {

// The first check between facts of two articles that is not mere agreement, or agreement where there is none.
std::optional<Check> between(const QString& a, const QString& b) {
    const Article first = articleOf(a.toStdString());
    const Article second = articleOf(b.toStdString());
    std::optional<Check> agreement;
    for (const Fact& x : factsOf(readArticle(first)))
        for (const Fact& y : factsOf(readArticle(second)))
            if (auto check = compareFacts(x, y)) {
                if (check->verdict != Verdict::Consistent)
                    return check;
                agreement = std::move(check);
            }
    return agreement;
}

} // namespace

class TestFacts final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void twoArticlesAgreeOrContradictEachOther_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("outcome"); // "agree", a colour, or empty: nothing to compare
        const auto row = [](const char* name, const char* first, const char* second, const char* outcome) {
            QTest::newRow(name) << QString::fromUtf8(first) << QString::fromUtf8(second)
                                << QString::fromUtf8(outcome);
        };
        row("same deal, two languages", "In May 2026 Oracle signed a $6.2 billion contract with Cohere.",
            "甲骨文於2026年5月與 Cohere 簽署62億美元合約。", "agree");
        row("same deal, other sum", "In May 2026 Oracle signed a $6.2 billion contract with Cohere.",
            "Oracle signed a $7.9 billion contract with Cohere in May 2026.", "red");
        row("a slip of scale", "In May 2026 Oracle signed a $62 billion contract with Cohere.",
            "甲骨文於2026年5月與 Cohere 簽署62億美元合約。", "red");
        row("other months", "In May 2024 Oracle signed a $6.2 billion contract with Cohere.",
            "Oracle signed a $7.9 billion contract with Cohere in May 2026.", "");
        row("no date, same terms",
            "Oracle signed a $6.2 billion contract with Cohere for seven years and 300 MW.",
            "Oracle signed a $7.9 billion contract with Cohere for seven years and 300 MW.", "red");
        row("no date, nothing in common", "Oracle signed a $6.2 billion contract with Cohere.",
            "Oracle signed a $7.9 billion contract with Cohere.", "");
        row("a first tranche", "Microsoft invested $13 billion in OpenAI.",
            "Microsoft's initial $1 billion investment in OpenAI paid off.", "");
        row("at least", "Microsoft invested over $13 billion in OpenAI.",
            "Microsoft made a $13 billion investment in OpenAI.", "agree");
        row("other parties", "Amazon invested $4 billion in Anthropic in May 2026.",
            "Google invested $2 billion in Anthropic in May 2026.", "");
        row("other measure", "Amazon invested $4 billion in Anthropic in May 2026.",
            "Amazon signed a $9 billion contract with Anthropic in May 2026.", "");
        row("a product for its owner", "AWS signed a $38 billion contract with OpenAI in May 2026.",
            "Amazon signed a $38 billion contract with OpenAI in May 2026.", "agree");
        row("revenue of one year", "Oracle had revenue of $57.4 billion in 2025.",
            "甲骨文 2025 年的营收为 574 亿美元。", "agree");
        row("revenue of two years", "Oracle had revenue of $57.4 billion in 2025.",
            "Oracle had revenue of $53.0 billion in 2024.", "");
        row("part of the revenue", "Oracle had revenue of $57.4 billion in 2025.",
            "Oracle had cloud revenue of $24.5 billion in 2025.", "");
    }
    void twoArticlesAgreeOrContradictEachOther() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, outcome);
        const auto check = between(first, second);
        if (outcome.isEmpty()) {
            QVERIFY2(!check, check ? check->formula.c_str() : "");
            return;
        }
        QVERIFY(check);
        if (outcome == QLatin1String("agree"))
            QCOMPARE(check->verdict, Verdict::Consistent);
        else
            QCOMPARE(std::string(colourName(check->colour)), outcome.toStdString());
    }

    void withinOneArticleAFactIsComparedToo() {
        const Checked agreeing =
            checked("In May 2026 Oracle signed a $6.2 billion contract with Cohere.\n\nThe $6.2 "
                    "billion contract of May 2026 ties Cohere to Oracle.");
        QVERIFY2(agreeing.find(Rule::SameFact), agreeing.told().c_str());
        QCOMPARE(agreeing.count(Colour::Red), std::size_t{0});
        const Checked differing =
            checked("In May 2026 Oracle signed a $6.2 billion contract with Cohere.\n\nThe $9.6 "
                    "billion contract of May 2026 ties Cohere to Oracle.");
        QVERIFY2(differing.count(Colour::Red) == 1, differing.told().c_str());
    }

    void aPartAndTheWholeOfAnotherDateAreShownGrey() {
        const Checked result = checked(
            "Amazon invested $30 billion in OpenAI and Anthropic.\n\nAmazon made a $4 billion investment in "
            "Anthropic.");
        const Check* const part = result.find(Rule::PartWhole);
        QVERIFY2(part, result.told().c_str());
        QCOMPARE(part->colour, Colour::Grey);
        QCOMPARE(part->face, std::optional(26e9));
    }
};

QTEST_APPLESS_MAIN(TestFacts)
#include "test_facts.moc"
