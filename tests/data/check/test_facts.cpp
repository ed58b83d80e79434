// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that two articles state, and where they contradict each other.
#include <QtTest>

#include "read_text.h"
#include "tests/test_program.h"

namespace test_facts {

using namespace parallax::data;

namespace {

// The first check between facts of two articles that is not mere agreement, or agreement where there is none.
std::optional<Check> between(const QString& a, const QString& b, bool oneSource = false) {
    const Article first = articleOf(a.toStdString());
    const Article second = articleOf(b.toStdString());
    const auto factsIn = [&](const Article& article, const char* source, const char* day) {
        std::vector<Fact> facts = factsOf(readArticle(article));
        for (Fact& fact : facts) {
            fact.source = source;
            fact.day = day;
        }
        return facts;
    };
    std::optional<Check> agreement;
    // The first one is the older one.
    for (const Fact& x : factsIn(first, "Cloud Ledger", "2026-02-10"))
        for (const Fact& y : factsIn(second, oneSource ? "Cloud Ledger" : "Chip Weekly", "2026-04-15"))
            if (auto check = compareFacts(y, x)) {
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

    void aFigureThatWasReplacedIsCalledSuperseded_data() {
        QTest::addColumn<QString>("older");
        QTest::addColumn<QString>("newer");
        QTest::addColumn<bool>("oneSource");
        QTest::addColumn<QString>("colour");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* older, const char* newer, bool oneSource,
                            const char* colour, const char* reason) {
            QTest::newRow(name) << QString::fromUtf8(older) << QString::fromUtf8(newer) << oneSource
                                << QString::fromUtf8(colour) << QString::fromUtf8(reason);
        };
        const char* const seventy = "Oracle expects capital expenditure of $70 billion in 2026.";
        const char* const eighty = "Oracle expects capital expenditure of $80 billion in 2026.";
        const char* const raised =
            "Oracle raised its 2026 capital expenditure forecast from $70 billion to $80 billion.";
        row("said to be revised", seventy, raised, false, "grey", "superseded");
        row("said to be revised, in Chinese", seventy,
            "甲骨文將 2026 年資本支出預測由 700 億美元上修至 800 億美元。", false, "grey", "superseded");
        row("to before from", seventy,
            "Oracle lifted its 2026 capital expenditure guidance to $80 billion from $70 billion.", false,
            "grey", "superseded");
        row("still the old one, later", raised, seventy, false, "amber", "superseded");
        row("the new one, later", raised, eighty, false, "", "");
        row("another figure of the same source", seventy, eighty, true, "amber", "restated");
        row("another figure of another source", seventy, eighty, false, "amber", "stated-differently");
        row("a market of the same source", "The HBM market was $35 billion in 2025.",
            "The HBM market was $42 billion in 2025.", true, "amber", "restated");
        row("a market of another source", "The HBM market was $35 billion in 2025.",
            "The HBM market was $42 billion in 2025.", false, "", "");
        row("a slip is no revision", "Oracle had revenue of $57.4 billion in 2025.",
            "Oracle had revenue of $574 billion in 2025.", true, "red", "stated-differently");
        row("growth is no revision", "Oracle had revenue of $57.4 billion in 2025.",
            "Revenue of Oracle will grow from $57.4 billion in 2025 to $66.0 billion in 2026.", true, "", "");
    }
    void aFigureThatWasReplacedIsCalledSuperseded() {
        QFETCH(QString, older);
        QFETCH(QString, newer);
        QFETCH(bool, oneSource);
        QFETCH(QString, colour);
        QFETCH(QString, reason);
        const auto check = between(older, newer, oneSource);
        if (colour.isEmpty()) {
            QVERIFY2(!check || check->verdict == Verdict::Consistent, check ? check->formula.c_str() : "");
            return;
        }
        QVERIFY(check);
        QCOMPARE(std::string(colourName(check->colour)), colour.toStdString());
        QCOMPARE(check->reason, reason.toStdString());
    }

    void aRevisionIsNamedWhereItIsStated_data() {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("revision");
        const auto row = [](const char* sentence, bool revision) {
            QTest::newRow(sentence) << QString::fromUtf8(sentence) << revision;
        };
        row("Revenue for 2025 was revised from $4.0 billion to $4.4 billion.", true);
        row("The agency cut its 2030 estimate from 945 TWh to 900 TWh.", true);
        row("The firm restated its profit to $1.1 billion from $1.4 billion.", true);
        row("公司將全年營收預測由 40 億美元上調至 44 億美元。", true);
        row("机构把 2030 年的预测从 945 TWh 下调至 900 TWh。", true);
        row("2025 年營收由 40 億美元下修為 38 億美元。", true);
        row("The price was cut from $5.00 to $4.00.", false);
        row("價格由 5.00 美元下調至 4.00 美元。", false);
        row("The market is forecast to rise from $40 billion in 2025 to $90 billion in 2030.", false);
        row("市場預測由 2025 年的 400 億美元成長至 2030 年的 900 億美元。", false);
        row("Revenue grew from $4.0 billion to $5.0 billion.", false);
    }
    void aRevisionIsNamedWhereItIsStated() {
        QFETCH(QString, sentence);
        QFETCH(bool, revision);
        const Checked result = checked(sentence.toStdString());
        const bool named =
            std::ranges::any_of(result.checks, [](const Check& check) { return check.reason == "revised"; });
        QVERIFY2(named == revision, result.told().c_str());
        QVERIFY2(result.count(Colour::Red) + result.count(Colour::Amber) == 0, result.told().c_str());
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

PARALLAX_TEST(TestFacts)

} // namespace test_facts
#include "test_facts.moc"
