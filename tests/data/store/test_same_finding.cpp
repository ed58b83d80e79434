// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <limits>

#include "check_fixture.h"
#include "data/store/same_finding.h"
#include "data/store/statement.h"

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

using Places = std::vector<std::size_t>;

bool sameNumber(std::size_t, int block, std::size_t, int otherBlock) {
    return block == otherBlock;
}

EditionFinding found(std::size_t edition, const std::string& what, int block,
                     CheckMark mark = CheckMark::None) {
    static CheckId next = 1;
    return {next++, edition, what, block, mark};
}

// The demo's kind of article: what it says in English, and the same in two Chinese scripts.
struct ThreeEditions {
    explicit ThreeEditions(Library& library) {
        english = saveNow(library, articleWith("a", {"red 20 up from 15", "some words", "amber 7 seven"}));
        traditional = saveNow(library, articleWith("a", {"red 20 高於", "一些文字", "green 7 七"},
                                                   Language::TraditionalChinese));
        simplified = saveNow(library, articleWith("a", {"red 20 高于", "一些文字", "amber 7 七个"},
                                                  Language::SimplifiedChinese));
    }
    SavedArticle english, traditional, simplified;
};

std::vector<Language> languagesOf(const StoredCheck& stored) {
    std::vector<Language> languages;
    for (const CheckEdition& edition : stored.editions)
        languages.push_back(edition.language);
    return languages;
}

} // namespace

class TestSameFinding : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theFirstEditionTellsWhatAllSay();
    void otherFiguresAndOtherPlacesAreOtherFindings();
    void twoOfOneEditionAreNeverOne();
    void editionsOfOneArticleThatContradictAnotherAreOne();
    void whatIsMarkedDifferentlyStaysApart();
    void aFindingHasNoLanguageAndNoWidth();
    void anOutcomeAFigureOrACellMakesAnotherFinding();
    void severalEditionsAreOneRowThatNamesThem();
    void theRowIsToldInTheReadersLanguage();
    void anErrorOfOneEditionStaysARowOfItsOwn();
    void eachEditionStillHasItsOwnCheck();
    void aMarkGoesForAllEditionsAndComesOffAll();
    void anEditionThatIsAddedLaterHasTheMarkOfTheOthers();
    void wordsOfAnyEditionFindTheRow();
    void countsAreThoseOfTheRows();
    void aStatementThatIsCorrectedInOneEditionLeavesTheOthers();
};

void TestSameFinding::theFirstEditionTellsWhatAllSay() {
    // In whatever order they come.
    QCOMPARE(tellOnce({found(2, "x", 1), found(0, "x", 1), found(1, "x", 1)}, sameNumber), (Places{1, 1, 1}));
    QCOMPARE(tellOnce({}, sameNumber), Places{});
}

void TestSameFinding::otherFiguresAndOtherPlacesAreOtherFindings() {
    QCOMPARE(tellOnce({found(0, "x", 1), found(1, "y", 1), found(1, "x", 2)}, sameNumber), (Places{0, 1, 2}));
    // What cannot be compared is never the same.
    QCOMPARE(tellOnce({found(0, "", 1), found(1, "", 1)}, sameNumber), (Places{0, 1}));
}

void TestSameFinding::twoOfOneEditionAreNeverOne() {
    QCOMPARE(tellOnce({found(0, "x", 1), found(0, "x", 1), found(1, "x", 1), found(1, "x", 1)}, sameNumber),
             (Places{0, 1, 0, 1}));
    // The one at the same place, not the first that is alike.
    QCOMPARE(tellOnce({found(0, "x", 1), found(0, "x", 5), found(1, "x", 5)}, sameNumber), (Places{0, 1, 1}));
}

void TestSameFinding::editionsOfOneArticleThatContradictAnotherAreOne() {
    const auto against = [](std::size_t edition, ArticleId other, int block) {
        EditionFinding made = found(edition, "x", block);
        made.against = other;
        return made;
    };
    // One edition may contradict each edition of the other article.
    QCOMPARE(tellOnce({against(0, 7, 1), against(0, 7, 1), against(1, 7, 1)}, sameNumber), (Places{0, 0, 0}));
    QCOMPARE(tellOnce({against(0, 7, 1), against(0, 8, 1), against(0, 7, 2), found(0, "x", 1)}, sameNumber),
             (Places{0, 1, 2, 3}));
}

void TestSameFinding::whatIsMarkedDifferentlyStaysApart() {
    using enum CheckMark;
    QCOMPARE(
        tellOnce({found(0, "x", 1, Accepted), found(1, "x", 1, FalseAlarm), found(2, "x", 1)}, sameNumber),
        (Places{0, 1, 0}));
    // A mark that came in by the second edition holds for the group, too.
    QCOMPARE(
        tellOnce({found(0, "x", 1), found(1, "x", 1, Accepted), found(2, "x", 1, Corrected)}, sameNumber),
        (Places{0, 0, 2}));
}

void TestSameFinding::aFindingHasNoLanguageAndNoWidth() {
    Check english = madeCheck(Colour::Red, "20%, up from $15 billion");
    english.face = 18.000000001;
    english.unit = "%";
    english.stated = Interval{19.5, 20.5};
    english.strict = Interval{17, 19};
    Check chinese = english;
    chinese.statement.front().quote = "由150億美元增加20%";
    chinese.face = 18;
    chinese.stated = Interval{19.95, 20.05};
    chinese.strict = Interval{17.9, 18.1};
    QCOMPARE(findingOf(english), findingOf(chinese));
}

void TestSameFinding::anOutcomeAFigureOrACellMakesAnotherFinding() {
    Check check = madeCheck(Colour::Red, "20%");
    check.face = 18;
    check.stated = Interval{19.5, 20.5};
    const std::string told = findingOf(check);
    const auto differs = [&](auto change) {
        Check other = check;
        change(other);
        return findingOf(other) != told;
    };
    QVERIFY(differs([](Check& c) { c.colour = Colour::Amber; }));
    QVERIFY(differs([](Check& c) { c.verdict = Verdict::CannotTell; }));
    QVERIFY(differs([](Check& c) { c.rule = Rule::ShareOf; }));
    QVERIFY(differs([](Check& c) { c.face = 18.1; }));
    QVERIFY(differs([](Check& c) { c.face.reset(); }));
    QVERIFY(differs([](Check& c) { c.stated->high = std::numeric_limits<double>::infinity(); }));
    QVERIFY(differs([](Check& c) { c.unit = "pp"; }));
    QVERIFY(differs([](Check& c) { c.cause = "sign"; }));
    QVERIFY(differs([](Check& c) { c.statement.front().table = 0; }));
}

void TestSameFinding::severalEditionsAreOneRowThatNamesThem() {
    const Folder folder;
    Library library(folder.library());
    const ThreeEditions saved(library);
    runChecks(library);
    CheckFilter red;
    red.colour = Colour::Red;
    const auto rows = allChecks(library, red);
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows.front().edition, saved.english.edition);
    QCOMPARE(languagesOf(rows.front()),
             (std::vector{Language::English, Language::TraditionalChinese, Language::SimplifiedChinese}));
    QCOMPARE(rows.front().editions.front().check, rows.front().id);
    // A run that finds nothing new leaves it so.
    library.checks().invalidate(saved.traditional.edition);
    runChecks(library);
    QCOMPARE(allChecks(library, red).size(), std::size_t{1});
    QCOMPARE(allChecks(library, red).front().id, rows.front().id);
}

void TestSameFinding::theRowIsToldInTheReadersLanguage() {
    const Folder folder;
    Library library(folder.library());
    const ThreeEditions saved(library);
    runChecks(library);
    CheckFilter red, amber;
    red.colour = Colour::Red;
    amber.colour = Colour::Amber;
    const auto edition = [&](const CheckFilter& filter, Language reading) {
        const auto rows = library.checks().list(filter, 0, 10, reading);
        return rows.size() == 1 ? rows.front().edition : EditionId{-1};
    };
    QCOMPARE(edition(red, Language::English), saved.english.edition);
    QCOMPARE(edition(red, Language::TraditionalChinese), saved.traditional.edition);
    QCOMPARE(edition(red, Language::SimplifiedChinese), saved.simplified.edition);
    // Not in this language, but in the other script of it.
    QCOMPARE(edition(amber, Language::TraditionalChinese), saved.simplified.edition);
    QCOMPARE(edition(amber, Language::Other), saved.english.edition);
}

void TestSameFinding::anErrorOfOneEditionStaysARowOfItsOwn() {
    const Folder folder;
    Library library(folder.library());
    const ThreeEditions saved(library);
    runChecks(library);
    CheckFilter green, amber;
    green.colour = Colour::Green;
    amber.colour = Colour::Amber;
    const auto right = allChecks(library, green);
    QCOMPARE(right.size(), std::size_t{1});
    QCOMPARE(right.front().edition, saved.traditional.edition);
    QVERIFY(right.front().editions.empty());
    const auto wrong = allChecks(library, amber);
    QCOMPARE(wrong.size(), std::size_t{1});
    QCOMPARE(languagesOf(wrong.front()), (std::vector{Language::English, Language::SimplifiedChinese}));
}

void TestSameFinding::eachEditionStillHasItsOwnCheck() {
    const Folder folder;
    Library library(folder.library());
    const ThreeEditions saved(library);
    runChecks(library);
    const auto there = library.checks().ofEdition(saved.traditional.edition);
    QCOMPARE(there.size(), std::size_t{2});
    QCOMPARE(there.front().check.statement.front().quote, std::string("red 20 高於"));
    QCOMPARE(there.front().editions.size(), std::size_t{3});
    QCOMPARE(library.checks().load(there.front().id).language, Language::TraditionalChinese);
}

void TestSameFinding::aMarkGoesForAllEditionsAndComesOffAll() {
    const Folder folder;
    Library library(folder.library());
    const ThreeEditions saved(library);
    runChecks(library);
    const auto marksOf = [&] {
        std::vector<CheckMark> marks;
        for (const SavedArticle& edition : {saved.english, saved.traditional, saved.simplified})
            marks.push_back(library.checks().ofEdition(edition.edition).front().mark);
        return marks;
    };
    // Given on whichever of them.
    markNow(library, library.checks().ofEdition(saved.simplified.edition).front().id, CheckMark::Accepted,
            "by the source");
    QCOMPARE(marksOf(), std::vector(3, CheckMark::Accepted));
    QCOMPARE(library.checks().ofEdition(saved.traditional.edition).front().markNote,
             std::string("by the source"));
    QCOMPARE(library.checks().facets({}).colours.settled, 1);
    markNow(library, library.checks().ofEdition(saved.english.edition).front().id, CheckMark::None);
    QCOMPARE(marksOf(), std::vector(3, CheckMark::None));
    QCOMPARE(queryInteger(library, "SELECT count(*) FROM check_mark"), 0);
}

void TestSameFinding::anEditionThatIsAddedLaterHasTheMarkOfTheOthers() {
    const Folder folder;
    Library library(folder.library());
    saveNow(library, articleWith("a", {"red 20 up"}));
    runChecks(library);
    markNow(library, allChecks(library).front().id, CheckMark::FalseAlarm, "fiscal years");
    const SavedArticle added =
        saveNow(library, articleWith("a", {"red 20 高於"}, Language::TraditionalChinese));
    runChecks(library);
    const auto checks = library.checks().ofEdition(added.edition);
    QCOMPARE(checks.size(), std::size_t{1});
    QCOMPARE(checks.front().mark, CheckMark::FalseAlarm);
    QCOMPARE(checks.front().markNote, std::string("fiscal years"));
    QCOMPARE(library.checks().facets({}).colours, (CheckCounts{0, 0, 0, 0, 1}));
}

void TestSameFinding::wordsOfAnyEditionFindTheRow() {
    const Folder folder;
    Library library(folder.library());
    const ThreeEditions saved(library);
    runChecks(library);
    for (const char* word : {"up from", "高於", "高于"}) {
        CheckFilter filter;
        filter.text = word;
        const auto rows = allChecks(library, filter);
        QVERIFY2(rows.size() == 1, word);
        QCOMPARE(rows.front().edition, saved.english.edition);
        QCOMPARE(library.checks().count(filter), 1);
    }
    CheckFilter filter;
    for (const char* words : {"up 高于 高於", "a 高於"}) { // of several editions, of one and the title
        filter.text = words;
        QVERIFY2(allChecks(library, filter).size() == 1, words);
    }
    filter.text = "高於 七";
    QVERIFY(allChecks(library, filter).empty()); // words of two checks
}

void TestSameFinding::countsAreThoseOfTheRows() {
    const Folder folder;
    Library library(folder.library());
    const ThreeEditions saved(library);
    runChecks(library);
    const CheckCounts expected{1, 1, 1, 0, 0};
    QCOMPARE(library.checks().countsOf({saved.english.article}).front().second, expected);
    QCOMPARE(library.checks().facets({}).colours, expected);
    QCOMPARE(library.checks().count({}), 3);
    QCOMPARE(allChecks(library).size(), std::size_t{3});
}

void TestSameFinding::aStatementThatIsCorrectedInOneEditionLeavesTheOthers() {
    const Folder folder;
    Library library(folder.library());
    const ThreeEditions saved(library);
    runChecks(library);
    saveNow(library, articleWith("a", {"green 20 now right", "some words", "amber 7 seven"}));
    runChecks(library);
    CheckFilter red;
    red.colour = Colour::Red;
    const auto rows = allChecks(library, red);
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows.front().edition, saved.traditional.edition);
    QCOMPARE(languagesOf(rows.front()),
             (std::vector{Language::TraditionalChinese, Language::SimplifiedChinese}));
    QCOMPARE(library.checks().countsOf({saved.english.article}).front().second, (CheckCounts{2, 1, 1, 0, 0}));
}

QTEST_GUILESS_MAIN(TestSameFinding)
#include "test_same_finding.moc"
