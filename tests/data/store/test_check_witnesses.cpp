// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A contradiction reaches every article that states one of its two figures.
#include <QTest>

#include "check_fixture.h"
#include "data/store/statement.h"
#include "tests/test_program.h"

namespace test_check_witnesses {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

SavedArticle say(Library& library, const std::string& title, const std::string& value, const std::string& day,
                 Language language = Language::English) {
    Article article = articleWith(title, {"fact X revenue 2026 " + value}, language);
    article.published.earliest = day;
    return saveNow(library, article);
}

void remove(Library& library, const SavedArticle& saved) {
    Transaction transaction(library);
    library.articles().remove(saved.article);
    transaction.commit();
}

int redOf(Library& library, const SavedArticle& saved) {
    const auto counts = library.checks().countsOf({saved.article});
    return counts.empty() ? 0 : counts.front().second.red;
}

std::size_t listed(Library& library, const SavedArticle& saved) {
    CheckFilter filter;
    filter.article = saved.article;
    return allChecks(library, filter).size();
}

// How many checks the reader shows beside the article's own words.
std::size_t shown(Library& library, const SavedArticle& saved) {
    std::size_t count = 0;
    for (const StoredCheck& stored : library.checks().ofEdition(saved.edition))
        for (const Evidence& evidence : stored.check.statement)
            count += evidence.article == 0 && stored.edition == saved.edition ? 1 : 0;
    return count;
}

} // namespace

class TestCheckWitnesses : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyArticleThatStatesAFigureShowsTheContradiction();
    void articlesComeAndGo();
    void aMarkReachesAllOfThemAndOutlivesEach();
    void veryManyArticlesAreNamedInPart();
    void anArticleThatStatesBothFiguresHidesNoOther();
};

void TestCheckWitnesses::everyArticleThatStatesAFigureShowsTheContradiction() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = say(library, "a", "128", "2026-02-01");
    const SavedArticle b = say(library, "b", "108", "2026-03-01");
    const SavedArticle c = say(library, "c", "128", "2026-03-05");
    const SavedArticle d = say(library, "d", "128", "2026-03-06");
    const SavedArticle translated = say(library, "a", "128", "2026-02-01", Language::TraditionalChinese);
    runChecks(library);
    QCOMPARE(allChecks(library).size(), std::size_t{1});
    for (const SavedArticle& article : {a, b, c, d}) {
        QCOMPARE(listed(library, article), std::size_t{1});
        QCOMPARE(redOf(library, article), 1);
        QCOMPARE(shown(library, article), std::size_t{1});
    }
    QCOMPARE(shown(library, translated), std::size_t{1});
}

void TestCheckWitnesses::articlesComeAndGo() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = say(library, "a", "128", "2026-02-01");
    const SavedArticle b = say(library, "b", "108", "2026-03-01");
    runChecks(library);
    const SavedArticle c = say(library, "c", "128", "2026-03-05");
    runChecks(library);
    const SavedArticle d = say(library, "d", "1280", "2026-03-06");
    runChecks(library);
    QCOMPARE(redOf(library, a), 2); // against b and d
    QCOMPARE(redOf(library, b), 2);
    QCOMPARE(redOf(library, c), 2);
    QCOMPARE(redOf(library, d), 2);
    remove(library, d);
    runChecks(library);
    for (const SavedArticle& article : {a, b, c})
        QCOMPARE(redOf(library, article), 1);
    remove(library, c); // that told it
    runChecks(library);
    for (const SavedArticle& article : {a, b}) {
        QCOMPARE(redOf(library, article), 1);
        QCOMPARE(listed(library, article), std::size_t{1});
    }
    say(library, "a", "108", "2026-02-01");
    runChecks(library);
    QVERIFY(allChecks(library).empty());
    QCOMPARE(redOf(library, a) + redOf(library, b), 0);
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_witness"), 0);
}

void TestCheckWitnesses::aMarkReachesAllOfThemAndOutlivesEach() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = say(library, "a", "128", "2026-02-01");
    const SavedArticle b = say(library, "b", "108", "2026-03-01");
    runChecks(library);
    markNow(library, allChecks(library).front().id, CheckMark::FalseAlarm, "gross");
    const SavedArticle c = say(library, "c", "128", "2026-03-05"); // tells it from now on
    runChecks(library);
    QCOMPARE(allChecks(library).size(), std::size_t{1});
    QCOMPARE(allChecks(library).front().article, c.article);
    for (const SavedArticle& article : {a, b, c}) {
        const auto checks = library.checks().ofEdition(article.edition);
        QCOMPARE(checks.size(), std::size_t{1});
        QCOMPARE(checks.front().mark, CheckMark::FalseAlarm);
        QCOMPARE(checks.front().markNote, std::string("gross"));
        QCOMPARE(library.checks().countsOf({article.article}).front().second, (CheckCounts{0, 0, 0, 0, 1}));
    }
    remove(library, a);
    runChecks(library);
    QCOMPARE(allChecks(library).front().mark, CheckMark::FalseAlarm);
    QCOMPARE(allChecks(library).front().markNote, std::string("gross"));
    markNow(library, allChecks(library).front().id, CheckMark::None);
    QCOMPARE(redOf(library, b), 1);
    say(library, "d", "108", "2026-04-05");
    runChecks(library);
    QCOMPARE(allChecks(library).front().mark, CheckMark::None);
}

void TestCheckWitnesses::veryManyArticlesAreNamedInPart() {
    const Folder folder;
    Library library(folder.library());
    for (int i = 0; i < 60; ++i)
        say(library, "a" + std::to_string(i), i == 7 ? "108" : "128", "2026-02-01");
    runChecks(library);
    QCOMPARE(allChecks(library).size(), std::size_t{1});
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_witness"), 20);
    QCOMPARE(queryInteger(library, "SELECT sum(red) FROM edition_check"), 22);
}

void TestCheckWitnesses::anArticleThatStatesBothFiguresHidesNoOther() {
    const Folder folder;
    Library library(folder.library());
    const SavedArticle a = say(library, "a", "128", "2026-02-01");
    const SavedArticle b = say(library, "b", "108", "2026-03-01");
    Article both = articleWith("c", {"fact X revenue 2026 128", "fact X revenue 2026 108"});
    both.published.earliest = "2026-04-01";
    saveNow(library, both);
    runChecks(library);
    QCOMPARE(allChecks(library).size(), std::size_t{1});
    QCOMPARE(redOf(library, a), 1);
    QCOMPARE(redOf(library, b), 1);
}

PARALLAX_LOOP_TEST(TestCheckWitnesses)

} // namespace test_check_witnesses
#include "test_check_witnesses.moc"
