// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <limits>

#include "check_fixture.h"
#include "data/check/engine_version.h"
#include "data/store/check_json.h"
#include "data/store/fact_json.h"
#include "data/store/statement.h"
#include "tests/test_program.h"

namespace test_check_store {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

using Texts = std::vector<std::string>;

class TestCheckStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aNewEditionWaitsUntilItIsChecked();
    void theWorstComesFirstThenTheNewestThenTheReadingOrder();
    void aPageOfTheListIsAPieceOfTheWhole();
    void eachFilterLeavesWhatItSays();
    void wordsAreFoundInQuotesAndTitlesInEitherScript();
    void aFilterOfWordsSeesWhatWasWrittenSince();
    void aWordThatVeryManyHaveLeavesTheOrderOfTheList();
    void facetsCountWhatTheOtherFiltersLeave();
    void countsOfAnArticleAreThoseOfItsList();
    void aMarkMovesTheCheckToTheSettledOnes();
    void aMarkCanBeTakenBack();
    void aMarkThatOnlyHasANoteIsKept();
    void aCheckThatIsNotThereIsAnErrorOfItsOwn();
    void anInvalidatedEditionWaitsAgainAndSaysSo();
    void removingAnArticleRemovesItsChecksMarksAndFacts();
    void everythingThatACheckSaysComesBack();
    void everythingThatAFactSaysComesBack();
    void damagedContentIsLeftOutAndNoCrash();
    void absurdCountsInTheFileAreNoNegativeOnesInTheWindow();
};

void TestCheckStore::aNewEditionWaitsUntilItIsChecked() {
    const Folder folder;
    Library library(folder.library());
    QVERIFY(library.checks().isUpToDate());
    const SavedArticle saved = saveNow(library, articleWith("a", {"red 71%", "green 20%"}));
    QCOMPARE(library.checks().waiting(), 1);
    QVERIFY(!library.checks().isUpToDate());
    QVERIFY(library.checks().ofEdition(saved.edition).empty());
    const CheckRunResult result = runChecks(library);
    QCOMPARE(result.editions, 1);
    QCOMPARE(result.checks, 2);
    QVERIFY(library.checks().isUpToDate());
    const auto checks = library.checks().ofEdition(saved.edition);
    QCOMPARE(quotesOf(checks), Texts({"red 71%", "green 20%"}));
    QCOMPARE(checks.front().article, saved.article);
    QCOMPARE(checks.front().articleTitle, std::string("a"));
    QCOMPARE(checks.front().source, std::string("Test"));
    QCOMPARE(checks.front().archiveMonth, std::string("2026-04"));
    QCOMPARE(checks.front().language, Language::English);
    QVERIFY(!checks.front().outdated);
}

void TestCheckStore::theWorstComesFirstThenTheNewestThenTheReadingOrder() {
    const Folder folder;
    Library library(folder.library());
    Article old = articleWith("old", {"green o1", "amber o2", "red o3", "red o4"});
    old.published.earliest = "2026-01-05";
    Article fresh = articleWith("new", {"grey n1", "red n2", "amber n3"});
    fresh.published.earliest = "2026-03-05";
    saveNow(library, old);
    saveNow(library, fresh);
    runChecks(library);
    QCOMPARE(quotesOf(allChecks(library)),
             Texts({"red n2", "red o3", "red o4", "amber n3", "amber o2", "grey n1", "green o1"}));
    // Another day, another place.
    fresh.published.earliest = "2025-12-05";
    fresh.text += "changed";
    saveNow(library, fresh);
    runChecks(library);
    QCOMPARE(quotesOf(allChecks(library)),
             Texts({"red o3", "red o4", "red n2", "amber o2", "amber n3", "grey n1", "green o1"}));
}

void TestCheckStore::aPageOfTheListIsAPieceOfTheWhole() {
    const Folder folder;
    Library library(folder.library());
    for (int i = 0; i < 7; ++i)
        saveNow(library, articleWith("a" + std::to_string(i), {"red 1", "amber 2", "green 3", "red 4"}));
    runChecks(library);
    const Texts whole = quotesOf(allChecks(library));
    QCOMPARE(whole.size(), std::size_t{28});
    Texts pieces;
    for (int offset = 0; offset < 28; offset += 5)
        for (const std::string& quote : quotesOf(library.checks().list({}, offset, 5)))
            pieces.push_back(quote);
    QCOMPARE(pieces, whole);
    QVERIFY(library.checks().list({}, 28, 5).empty());
}

void TestCheckStore::eachFilterLeavesWhatItSays() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1", "amber 2", "green 3"}));
    Article other = articleWith("b", {"red 4"});
    other.source = "Elsewhere";
    saveNow(library, other);
    runChecks(library);
    const auto left = [&](const CheckFilter& filter) {
        const Texts quotes = quotesOf(allChecks(library, filter));
        return library.checks().count(filter) == static_cast<std::int64_t>(quotes.size()) ? quotes
                                                                                          : Texts{"?"};
    };
    CheckFilter filter;
    filter.colour = Colour::Red;
    QCOMPARE(left(filter), Texts({"red 4", "red 1"}));
    filter.article = a.article;
    QCOMPARE(left(filter), Texts({"red 1"}));
    filter = {};
    filter.verdict = Verdict::Inconsistent;
    QCOMPARE(left(filter), Texts({"red 4", "red 1", "amber 2"}));
    filter = {};
    filter.rule = Rule::Count;
    QCOMPARE(left(filter), Texts({"amber 2"}));
    filter = {};
    filter.source = "Elsewhere";
    QCOMPARE(left(filter), Texts({"red 4"}));
    filter.source = "Nowhere";
    QCOMPARE(left(filter), Texts());
    filter = {};
    filter.acrossArticles = true;
    QCOMPARE(left(filter), Texts());
    markNow(library, allChecks(library).front().id, CheckMark::Accepted);
    filter = {};
    filter.mark = CheckMark::Accepted;
    QCOMPARE(left(filter), Texts({"red 4"}));
    filter.mark = CheckMark::None;
    QCOMPARE(left(filter), Texts({"red 1", "amber 2", "green 3"}));
}

void TestCheckStore::wordsAreFoundInQuotesAndTitlesInEitherScript() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library,
            articleWith("雲端市場", {"red 營收 71%", "amber Growth 50%"}, Language::TraditionalChinese));
    saveNow(library, articleWith("Chips", {"red Growth 12%"}));
    runChecks(library);
    const auto found = [&](const std::string& text) {
        CheckFilter filter;
        filter.text = text;
        return quotesOf(allChecks(library, filter));
    };
    QCOMPARE(found("growth"), Texts({"red Growth 12%", "amber Growth 50%"}));
    QCOMPARE(found("营收"), Texts({"red 營收 71%"}));
    QCOMPARE(found("云端 growth"),
             Texts({"amber Growth 50%"})); // one word in the title, the other in the quote
    QCOMPARE(found("chips  12%"), Texts({"red Growth 12%"}));
    QCOMPARE(found("chips 50%"), Texts());
    QCOMPARE(found("' OR 1=1 --"), Texts());
    QCOMPARE(found("%"), quotesOf(allChecks(library)));
}

void TestCheckStore::aFilterOfWordsSeesWhatWasWrittenSince() {
    const Folder folder;
    Library library(folder.library());
    CheckFilter filter;
    filter.text = "growth";
    const auto found = [&] { return quotesOf(allChecks(library, filter)); };
    const SavedArticle saved = saveNow(library, articleWith("a", {"red Growth 1", "amber Sales 2"}));
    runChecks(library);
    QCOMPARE(found(), Texts({"red Growth 1"}));
    // By this connection, where a check of the same edition stays …
    saveNow(library, articleWith("a", {"red Growth 1", "amber Growth 3"}));
    runChecks(library);
    QCOMPARE(found(), Texts({"red Growth 1", "amber Growth 3"}));
    saveNow(library, articleWith("a", {"amber Growth 3"}));
    runChecks(library);
    QCOMPARE(found(), Texts({"amber Growth 3"}));
    // … by another one …
    {
        Library other(folder.library());
        saveNow(other, articleWith("b", {"red Growth 4"}));
        runChecks(other);
    }
    QCOMPARE(found(), Texts({"red Growth 4", "amber Growth 3"}));
    QCOMPARE(library.checks().count(filter), 2);
    // … and what is gone, or has no check any more.
    {
        Transaction transaction(library);
        library.articles().remove(saved.article);
        transaction.commit();
    }
    QCOMPARE(found(), Texts({"red Growth 4"}));
    saveNow(library, articleWith("b", {"nothing of it"}));
    runChecks(library);
    QCOMPARE(found(), Texts());
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_words WHERE words <> ''"), 0);
}

void TestCheckStore::aWordThatVeryManyHaveLeavesTheOrderOfTheList() {
    const Folder folder;
    Library library(folder.library());
    constexpr int each = 10'500; // of two articles: more than are fetched by their numbers
    for (const char* const title : {"Chips", "More chips"}) {
        std::vector<std::string> lines{"red 1"};
        for (int i = 0; i < each; ++i)
            lines.push_back("green of " + std::to_string(i));
        saveNow(library, articleWith(title, lines));
    }
    saveNow(library, articleWith("Cloud", {"red no 1", "red of chips", "green 3"}));
    runChecks(library);
    const Texts all = quotesOf(allChecks(library));
    const auto leaves = [&](const char* text, const Texts& expected, int red) {
        CheckFilter filter;
        filter.text = text;
        const int green = static_cast<int>(expected.size()) - red;
        return quotesOf(allChecks(library, filter)) == expected &&
               quotesOf(library.checks().list(filter, each, 5)) ==
                   Texts(expected.begin() + each, expected.begin() + each + 5) &&
               library.checks().count(filter) == static_cast<std::int64_t>(expected.size()) &&
               library.checks().facets(filter).colours == CheckCounts{green, 0, red, 0, 0};
    };
    Texts expected = all;
    std::erase_if(expected,
                  [](const std::string& quote) { return quote == "red no 1" || quote == "green 3"; });
    QVERIFY(leaves("chips", expected, 3)); // in titles, and in a quote elsewhere
    expected = all;
    std::erase_if(expected, [](const std::string& quote) { return quote.find(" of ") == quote.npos; });
    QVERIFY(leaves("of", expected, 1));
    CheckFilter filter;
    filter.text = "more of 777"; // of title and quote
    QCOMPARE(quotesOf(allChecks(library, filter)),
             Texts({"green of 777", "green of 1777", "green of 2777", "green of 3777", "green of 4777",
                    "green of 5777", "green of 6777", "green of 7770", "green of 7771", "green of 7772",
                    "green of 7773", "green of 7774", "green of 7775", "green of 7776", "green of 7777",
                    "green of 7778", "green of 7779", "green of 8777", "green of 9777"}));
}

void TestCheckStore::facetsCountWhatTheOtherFiltersLeave() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, articleWith("a", {"red 1", "red 2", "amber 3", "green 4", "grey 5"}));
    saveNow(library, articleWith("b", {"amber 6"}));
    runChecks(library);
    CheckFacets facets = library.checks().facets({});
    QCOMPARE(facets.colours, (CheckCounts{1, 2, 2, 1, 0}));
    QCOMPARE(facets.editionsChecked, 2);
    QCOMPARE(facets.editionsWaiting, 0);
    CheckFilter filter;
    filter.colour = Colour::Amber;
    facets = library.checks().facets(filter);
    QCOMPARE(facets.colours, (CheckCounts{1, 2, 2, 1, 0})); // one can still choose another colour
    QCOMPARE(facets.rules, (std::vector<std::pair<Rule, std::int64_t>>{{Rule::Count, 2}}));
    CheckFilter text;
    text.text = "amber";
    QCOMPARE(library.checks().facets(text).colours, (CheckCounts{0, 2, 0, 0, 0}));
    saveNow(library, articleWith("c", {"red 7"}));
    QCOMPARE(library.checks().facets({}).editionsWaiting, 1);
    QCOMPARE(library.checks().facets({}).editionsChecked, 2);
}

void TestCheckStore::countsOfAnArticleAreThoseOfItsList() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1", "red 2", "green 3"}));
    saveNow(library, articleWith("a", {"red 1", "amber 2", "green 3"}, Language::TraditionalChinese));
    const SavedArticle none = saveNow(library, articleWith("none", {"no figure"}));
    runChecks(library);
    const auto counts = library.checks().countsOf({a.article, none.article, 9999});
    QCOMPARE(counts.size(), std::size_t{1});
    QCOMPARE(counts.front().first, a.article);
    QCOMPARE(counts.front().second, (CheckCounts{1, 1, 2, 0, 0}));
    QVERIFY(library.checks().countsOf({}).empty());
}

void TestCheckStore::aMarkMovesTheCheckToTheSettledOnes() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1", "red 2", "red 3"}));
    runChecks(library);
    const auto checks = library.checks().ofEdition(a.edition);
    markNow(library, checks[0].id, CheckMark::FalseAlarm, "The years are fiscal");
    markNow(library, checks[1].id, CheckMark::Corrected);
    const StoredCheck marked = library.checks().load(checks[0].id);
    QCOMPARE(marked.mark, CheckMark::FalseAlarm);
    QCOMPARE(marked.markNote, std::string("The years are fiscal"));
    QCOMPARE(marked.markedBy, std::string("Analyst"));
    QVERIFY(marked.markedAt.size() == 20);
    QCOMPARE(library.checks().countsOf({a.article}).front().second, (CheckCounts{0, 0, 2, 0, 1}));
    QCOMPARE(library.checks().facets({}).colours, (CheckCounts{0, 0, 2, 0, 1}));
    markNow(library, checks[0].id, CheckMark::Accepted);
    QCOMPARE(library.checks().load(checks[0].id).mark, CheckMark::Accepted);
    QCOMPARE(library.checks().countsOf({a.article}).front().second, (CheckCounts{0, 0, 2, 0, 1}));
}

void TestCheckStore::aMarkCanBeTakenBack() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1"}));
    runChecks(library);
    const CheckId id = allChecks(library).front().id;
    markNow(library, id, CheckMark::Accepted, "fine");
    markNow(library, id, CheckMark::None);
    QCOMPARE(library.checks().load(id).mark, CheckMark::None);
    QVERIFY(library.checks().load(id).markNote.empty());
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_mark"), 0);
    QCOMPARE(library.checks().countsOf({a.article}).front().second, (CheckCounts{0, 0, 1, 0, 0}));
}

void TestCheckStore::aMarkThatOnlyHasANoteIsKept() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, articleWith("a", {"red 1"}));
    runChecks(library);
    const CheckId id = allChecks(library).front().id;
    markNow(library, id, CheckMark::None, "ask the author");
    QCOMPARE(library.checks().load(id).mark, CheckMark::None);
    QCOMPARE(library.checks().load(id).markNote, std::string("ask the author"));
}

void TestCheckStore::aCheckThatIsNotThereIsAnErrorOfItsOwn() {
    const Folder folder;
    Library library(folder.library());
    const auto code = [](const auto& call) {
        try {
            call();
        } catch (const Error& error) {
            return error.code();
        }
        return ErrorCode::Unexpected;
    };
    QCOMPARE(code([&] { library.checks().load(7); }), ErrorCode::CheckNotFound);
    QCOMPARE(code([&] { markNow(library, 7, CheckMark::Accepted); }), ErrorCode::CheckNotFound);
}

void TestCheckStore::anInvalidatedEditionWaitsAgainAndSaysSo() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1"}));
    runChecks(library);
    {
        Transaction transaction(library);
        library.checks().invalidate(a.edition);
        transaction.commit();
    }
    QCOMPARE(library.checks().waiting(), 1);
    const auto checks = library.checks().ofEdition(a.edition);
    QCOMPARE(checks.size(), std::size_t{1}); // still shown
    QVERIFY(checks.front().outdated);
    runChecks(library);
    QCOMPARE(library.checks().ofEdition(a.edition).front().id, checks.front().id);
    QVERIFY(!library.checks().ofEdition(a.edition).front().outdated);
}

void TestCheckStore::removingAnArticleRemovesItsChecksMarksAndFacts() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1", "fact X revenue 2026 5"}));
    const SavedArticle b = saveNow(library, articleWith("b", {"fact X revenue 2026 7"}));
    runChecks(library);
    QCOMPARE(library.checks().countsOf({b.article}).size(), std::size_t{1});
    markNow(library, allChecks(library).back().id, CheckMark::Accepted);
    library.articles().remove(a.article);
    QVERIFY(allChecks(library).empty());
    QVERIFY(library.checks().countsOf({b.article}).empty()); // the conflict went, and its count
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_mark"), 0);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM fact"), 1);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM edition_check"), 1);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

void TestCheckStore::everythingThatACheckSaysComesBack() {
    Check check = madeCheck(Colour::Red, "CAGR “~50%”\n", {10, 20});
    check.grade = Grade::RoundingOnly;
    check.statement.push_back({{3, 9}, "$20B", 4, 1, -1, 2, 0, 0});
    check.statement.push_back({{5, 6}, "580億", 7, -1, -1, -1, 12, 34});
    check.face = 70.99759466766968;
    check.faceHigh = 71.5;
    check.strict = Interval{69.31, 72.73};
    check.loose = Interval{65.39, std::numeric_limits<double>::infinity()};
    check.stated = Interval{-std::numeric_limits<double>::infinity(), 55};
    check.unit = "%";
    check.formula = "(100 ÷ 20)^(1 ÷ 3) − 1";
    check.power = 1.71;
    check.repairs = {{"stated", "~71%"}, {"end-year", "2029"}};
    check.cause = "off-by-one-years";
    check.reason = "tie";
    check.reasonArgs = {"AWS", "", "3"};
    Check back;
    checkFromJson(checkToJson(check), back);
    QCOMPARE(back.grade, check.grade);
    QCOMPARE(back.statement.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        const Evidence &a = back.statement[i], &b = check.statement[i];
        QVERIFY(a.span == b.span && a.quote == b.quote && a.block == b.block && a.table == b.table &&
                a.row == b.row && a.column == b.column && a.article == b.article && a.edition == b.edition);
    }
    QVERIFY(back.face == check.face && back.faceHigh == check.faceHigh && back.strict == check.strict &&
            back.loose == check.loose && back.stated == check.stated);
    QVERIFY(back.unit == check.unit && back.formula == check.formula && back.power == check.power);
    QCOMPARE(back.repairs.size(), std::size_t{2});
    QVERIFY(back.repairs[1].what == "end-year" && back.repairs[1].text == "2029");
    QVERIFY(back.cause == check.cause && back.reason == check.reason && back.reasonArgs == check.reasonArgs);
    Check nothing;
    checkFromJson(checkToJson({}), nothing);
    QVERIFY(!nothing.face && !nothing.strict && !nothing.loose && !nothing.stated &&
            nothing.statement.empty());
}

void TestCheckStore::everythingThatAFactSaysComesBack() {
    for (const char* const text : {"over $13 billion", "~50%", "-4-8%", "$18B (+20%)", "by Q3 2026",
                                   "5 ± 0.2 GB", "$5.00 per 1M tokens", "數十億美元", "between 3 and 4 years",
                                   "one third", "¥5000", "$20 billion in 2025"}) {
        for (const Quantity& quantity : parseQuantities(text)) {
            Fact fact;
            fact.subject = "X";
            fact.measure = "revenue";
            fact.quantity = quantity;
            fact.evidence = {{1, 5}, "quote", 2, 0, 1, 3, 0, 0};
            fact.cumulative = true;
            fact.deal = true;
            fact.parties = {"Acme", "Globex"};
            fact.details = {{"year", 5}, {"W", 6e8}};
            Fact back;
            factFromJson(factToJson(fact), back);
            QCOMPARE(factToJson(back), factToJson(fact));
            QCOMPARE(factValueKey(back), factValueKey(fact));
            QVERIFY(back.parties == fact.parties && back.details == fact.details && back.deal);
            QVERIFY(back.cumulative && back.quantity.span == quantity.span);
            QCOMPARE(back.quantity.value.toString(), quantity.value.toString());
            QVERIFY(back.quantity.dimension == quantity.dimension && back.quantity.bound == quantity.bound &&
                    back.quantity.kind == quantity.kind && back.quantity.due == quantity.due);
        }
    }
}

void TestCheckStore::damagedContentIsLeftOutAndNoCrash() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, articleWith("a", {"red 1", "fact X revenue 2026 5"}));
    runChecks(library);
    for (const char* const content :
         {"", "null", "[]", "{\"statement\":5}", "{\"statement\":[[1]]}",
          "{\"statement\":[[9,1,\"q\",99999999999999999999]],\"face\":\"x\",\"strict\":[1],\"repairs\":[3,[1,"
          "2]]}",
          "{\"statement\":[[-5,1e300,7,\"x\",{},[],null,true,false]],\"args\":{},\"grade\":-3}"}) {
        Statement(library,
                  "UPDATE check_result SET content = ?, rule = 'FUTURE', verdict = 99, severity = -4, "
                  "mark = 77")
            .bind(content)
            .run();
        const auto checks = allChecks(library);
        QCOMPARE(checks.size(), std::size_t{1});
        QVERIFY(checks.front().check.grade >= Grade::None && checks.front().check.grade <= Grade::Words);
        QVERIFY(checks.front().check.verdict <= Verdict::CannotTell);
        library.checks().facets({});
        Fact fact;
        factFromJson(content, fact);
        QVERIFY(!factValueKey(fact).empty());
    }
}

void TestCheckStore::absurdCountsInTheFileAreNoNegativeOnesInTheWindow() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"red 1"}));
    runChecks(library);
    execute(library, "UPDATE edition_check SET red = 9000000000000, green = -5, amber = 'many'");
    const auto counts = library.checks().countsOf({a.article});
    QCOMPARE(counts.front().second.red, std::numeric_limits<int>::max());
    QCOMPARE(counts.front().second.green, 0);
    QCOMPARE(counts.front().second.amber, 0);
}

PARALLAX_LOOP_TEST(TestCheckStore)

} // namespace test_check_store
#include "test_check_store.moc"
