// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Facts compared across articles, by index.
#include <QTest>

#include "check_fixture.h"
#include "data/store/statement.h"
#include "tests/test_program.h"

namespace test_check_facts {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

CheckRunOptions counting(std::atomic<int>& comparisons) {
    CheckRunOptions options = madeOptions();
    options.compare = [&comparisons](const Fact& a, const Fact& b) {
        ++comparisons;
        return madeComparison(a, b);
    };
    return options;
}

Article stating(const std::string& title, const std::string& fact, const std::string& day = "2026-04-01") {
    Article article = articleWith(title, {"fact " + fact});
    article.published.earliest = day;
    return article;
}

} // namespace

class TestCheckFacts : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void twoArticlesThatDifferHaveACheckThatBothShow();
    void theNewerArticleIsTheOneThatIsHeldAgainstTheOlder();
    void whatAgreesIsNoCheck();
    void otherSubjectsMeasuresAndPeriodsAreNotCompared();
    void whatManyArticlesRepeatIsComparedOnce();
    void aGroupOfVeryManyValuesStaysCheap();
    void aCorrectedArticleEndsTheConflict();
    void aMarkHoldsWhicheverOfTheTwoIsImportedAnew();
    void editionsOfOneArticleAreComparedButNotAcross();
    void whatAllEditionsContradictIsToldOnce();
    void aContradictionThatAnotherEditionTellsCountsThere();
    void aRunThatWasKilledBetweenIsTakenUp();
};

void TestCheckFacts::twoArticlesThatDifferHaveACheckThatBothShow() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, stating("a", "X revenue 2026 5", "2026-03-01"));
    const SavedArticle b = saveNow(library, stating("b", "X revenue 2026 7", "2026-04-01"));
    QCOMPARE(runChecks(library).across, 1);
    CheckFilter across;
    across.acrossArticles = true;
    const auto checks = allChecks(library, across);
    QCOMPARE(checks.size(), std::size_t{1});
    for (const auto& [here, there] : {std::pair(a, b), std::pair(b, a)}) {
        const auto shown = library.checks().ofEdition(here.edition);
        QCOMPARE(shown.size(), std::size_t{1});
        QCOMPARE(shown.front().id, checks.front().id);
        QCOMPARE(shown.front().article, here.article);
        QCOMPARE(shown.front().edition, here.edition);
        int own = 0, other = 0;
        for (const Evidence& evidence : shown.front().check.statement) {
            own += evidence.article == 0 && evidence.edition == 0;
            other += evidence.article == there.article && evidence.edition == there.edition;
        }
        QCOMPARE(own, 1);
        QCOMPARE(other, 1);
        QCOMPARE(library.checks().countsOf({here.article}).front().second, (CheckCounts{0, 0, 1, 0, 0}));
        CheckFilter article;
        article.article = here.article;
        QCOMPARE(allChecks(library, article).size(), std::size_t{1});
    }
    CheckFilter words;
    for (const char* text : {"revenue", "2026 7", "b revenue"}) { // "b": the title of the one that has it
        words.text = text;
        QVERIFY2(allChecks(library, words).size() == 1, text);
    }
    words.text = "profit";
    QVERIFY(allChecks(library, words).empty());
    // The comparison goes with the article that it needs.
    saveNow(library, stating("b", "nothing of it", "2026-04-01"));
    runChecks(library);
    words.text = "revenue";
    QVERIFY(allChecks(library, words).empty());
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_words WHERE fact_group IS NOT NULL"), 0);
}

void TestCheckFacts::theNewerArticleIsTheOneThatIsHeldAgainstTheOlder() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle newer = saveNow(library, stating("a", "X revenue 2026 5", "2026-04-01"));
    saveNow(library, stating("b", "X revenue 2026 7", "2026-03-01"));
    runChecks(library);
    QCOMPARE(allChecks(library).front().article, newer.article);
}

void TestCheckFacts::whatAgreesIsNoCheck() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, stating("a", "X revenue 2026 5"));
    saveNow(library, stating("b", "X revenue 2026 5"));
    saveNow(library,
            stating("c", "X revenue 2026 5.0")); // another way of writing it, compared and found equal
    runChecks(library);
    QVERIFY(allChecks(library).empty());
}

void TestCheckFacts::otherSubjectsMeasuresAndPeriodsAreNotCompared() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, stating("a", "X revenue 2026 5"));
    saveNow(library, stating("b", "Y revenue 2026 7"));
    saveNow(library, stating("c", "X cost 2026 7"));
    saveNow(library, stating("d", "X revenue 2027 7"));
    std::atomic<int> comparisons = 0;
    checkLibrary(library, {}, {}, counting(comparisons));
    QCOMPARE(comparisons.load(), 0);
}

void TestCheckFacts::whatManyArticlesRepeatIsComparedOnce() {
    const Folder folder;
    Library library(folder.library());
    {
        Transaction transaction(library);
        for (int i = 0; i < 400; ++i) {
            const Article article =
                stating("a" + std::to_string(i), "X revenue 2026 " + std::to_string(i % 2));
            library.articles().save(article, article.text, documentOf(), "a");
        }
        transaction.commit();
    }
    std::atomic<int> comparisons = 0;
    checkLibrary(library, {}, {}, counting(comparisons));
    QCOMPARE(comparisons.load(), 1);
    QCOMPARE(allChecks(library).size(), std::size_t{1});
}

void TestCheckFacts::aGroupOfVeryManyValuesStaysCheap() {
    const Folder folder;
    Library library(folder.library());
    {
        Transaction transaction(library);
        for (int i = 0; i < 600; ++i) {
            const Article article = stating("a" + std::to_string(i), "X revenue 2026 " + std::to_string(i));
            library.articles().save(article, article.text, documentOf(), "a");
        }
        transaction.commit();
    }
    std::atomic<int> comparisons = 0;
    checkLibrary(library, {}, {}, counting(comparisons));
    QVERIFY2(comparisons < 300, std::to_string(comparisons.load()).c_str());
    QVERIFY(allChecks(library).size() <= 32);
}

void TestCheckFacts::aCorrectedArticleEndsTheConflict() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, stating("a", "X revenue 2026 5"));
    saveNow(library, stating("b", "X revenue 2026 7"));
    runChecks(library);
    QCOMPARE(allChecks(library).size(), std::size_t{1});
    saveNow(library, stating("b", "X revenue 2026 5"));
    runChecks(library);
    QVERIFY(allChecks(library).empty());
    QVERIFY(library.checks().countsOf({a.article}).empty());
}

void TestCheckFacts::aMarkHoldsWhicheverOfTheTwoIsImportedAnew() {
    const Folder folder;
    Library library(folder.library());
    Article a = stating("a", "X revenue 2026 5", "2026-03-01");
    Article b = stating("b", "X revenue 2026 7", "2026-04-01");
    const SavedArticle savedA = saveNow(library, a);
    saveNow(library, b);
    runChecks(library);
    const CheckId id = library.checks().ofEdition(savedA.edition).front().id;
    markNow(library, id, CheckMark::Accepted, "gross against net");
    // Now the older one becomes the newer one, so that the check changes sides.
    a.published.earliest = "2026-05-01";
    a.text += "new";
    saveNow(library, a);
    saveNow(library, stating("c", "X revenue 2026 9", "2026-01-01"));
    runChecks(library);
    const auto shown = library.checks().ofEdition(savedA.edition);
    QCOMPARE(shown.size(), std::size_t{2});
    int marked = 0;
    for (const StoredCheck& stored : shown)
        marked +=
            stored.mark == CheckMark::Accepted && stored.markNote == "gross against net" && stored.id == id;
    QCOMPARE(marked, 1);
    b.text += "new";
    saveNow(library, b);
    runChecks(library);
    QCOMPARE(library.checks().load(id).mark, CheckMark::Accepted);
}

void TestCheckFacts::editionsOfOneArticleAreComparedButNotAcross() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = saveNow(library, articleWith("a", {"fact X revenue 2026 58"}));
    saveNow(library, articleWith("a", {"fact X revenue 2026 580"}, Language::TraditionalChinese));
    runChecks(library);
    QCOMPARE(library.checks().ofEdition(a.edition).size(), std::size_t{1});
    CheckFilter across;
    across.acrossArticles = true;
    QCOMPARE(library.checks().count(across), 0);
}

void TestCheckFacts::whatAllEditionsContradictIsToldOnce() {
    const Folder folder;
    Library library(folder.library());
    const std::vector<Language> languages{Language::English, Language::TraditionalChinese,
                                          Language::SimplifiedChinese};
    std::vector<SavedArticle> editions;
    for (const Language language : languages) {
        // Another way of writing the figure in each language: other values for whoever compares keys.
        const std::string zeros(static_cast<std::size_t>(language), '0');
        Article older = articleWith("a", {"fact X revenue 2026 5." + zeros + "0"}, language);
        Article newer = articleWith("b", {"fact X revenue 2026 7." + zeros + "0"}, language);
        older.published.earliest = "2026-03-01";
        newer.published.earliest = "2026-04-01";
        editions.push_back(saveNow(library, older));
        editions.push_back(saveNow(library, newer));
    }
    runChecks(library);
    const auto checks = allChecks(library);
    QCOMPARE(checks.size(), std::size_t{1});
    QCOMPARE(checks.front().check.statement.size(), std::size_t{6});
    // Each edition shows it, with its own words as those at hand.
    for (const SavedArticle& edition : editions) {
        const auto shown = library.checks().ofEdition(edition.edition);
        QCOMPARE(shown.size(), std::size_t{1});
        QCOMPARE(shown.front().edition, edition.edition);
        QCOMPARE(std::ranges::count(shown.front().check.statement, 0, &Evidence::article), 1);
    }
    // A mark holds when an edition comes or goes.
    markNow(library, checks.front().id, CheckMark::Accepted, "known");
    Article again = articleWith("a", {"fact X revenue 2026 5.0"}, Language::English);
    again.published.earliest = "2026-03-01";
    again.text += "new";
    saveNow(library, again);
    runChecks(library);
    QCOMPARE(allChecks(library).size(), std::size_t{1});
    QCOMPARE(allChecks(library).front().mark, CheckMark::Accepted);
}

void TestCheckFacts::aContradictionThatAnotherEditionTellsCountsThere() {
    const Folder folder;
    Library library(folder.library());
    const auto save = [&](const char* title, const char* line, Language language, const char* day) {
        Article article = articleWith(title, {line}, language);
        article.published.earliest = day;
        return saveNow(library, article);
    };
    const auto redOf = [&](const SavedArticle& saved) {
        Statement row(library, "SELECT red FROM edition_check WHERE edition_id = ?");
        return row.bind(saved.edition).step() ? row.integer(0) : -1;
    };
    constexpr Language english = Language::English, chinese = Language::TraditionalChinese;
    const SavedArticle a = save("a", "fact X revenue 2026 5", english, "2026-04-01");
    const SavedArticle translated = save("a", "fact X revenue 2026 5", chinese, "2026-04-01");
    const SavedArticle b = save("b", "fact X revenue 2026 7", english, "2026-03-01");
    runChecks(library);
    const CheckId told = allChecks(library).front().id;
    QCOMPARE(allChecks(library).front().edition, a.edition);
    QVERIFY(allChecks(library).front().oneOfSeveral);
    QCOMPARE((std::vector{redOf(a), redOf(translated), redOf(b)}), (std::vector<std::int64_t>{1, 0, 1}));
    save("a", "nothing of it", english, "2026-04-01");
    runChecks(library);
    QCOMPARE(allChecks(library).size(), std::size_t{1});
    QCOMPARE(allChecks(library).front().id, told);
    QCOMPARE(allChecks(library).front().edition, translated.edition);
    QCOMPARE((std::vector{redOf(a), redOf(translated), redOf(b)}), (std::vector<std::int64_t>{0, 1, 1}));
    QVERIFY(!library.checks().ofEdition(b.edition).front().oneOfSeveral); // told from there
    save("a", "nothing of it either", chinese, "2026-04-01");
    runChecks(library);
    QVERIFY(allChecks(library).empty());
    QVERIFY(library.checks().countsOf({a.article, b.article}).empty());
}

void TestCheckFacts::aRunThatWasKilledBetweenIsTakenUp() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, stating("a", "X revenue 2026 5"));
    saveNow(library, stating("b", "X revenue 2026 7"));
    runChecks(library);
    execute(library,
            "DELETE FROM check_result; INSERT INTO fact_waiting SELECT DISTINCT fact_group FROM fact");
    QCOMPARE(library.checks().waiting(), 0);
    QVERIFY(!library.checks().isUpToDate());
    runChecks(library);
    QVERIFY(library.checks().isUpToDate());
    QCOMPARE(allChecks(library).size(), std::size_t{1});
}

PARALLAX_LOOP_TEST(TestCheckFacts)

} // namespace test_check_facts
#include "test_check_facts.moc"
