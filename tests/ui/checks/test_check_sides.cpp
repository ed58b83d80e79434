// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two articles that contradict each other, in the detail of their check: a card for each side, and the other
// editions that say the same as links on it.
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/test_program.h"
#include "ui/checks/check_detail.h"
#include "ui/checks/evidence_card.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"

namespace test_check_sides {

using namespace parallax;
using namespace parallax::ui;

namespace {

EvidenceText evidence(const char* words, data::ArticleId article, data::EditionId edition,
                      data::Language language) {
    EvidenceText made;
    made.quote = made.sentence = QString::fromUtf8(words);
    made.end = static_cast<int>(made.sentence.size());
    made.article = article;
    made.edition = edition;
    made.elsewhere = article != 1;
    made.language = language;
    made.articleTitle = QStringLiteral("Article %1").arg(article);
    made.reader = {
        QStringLiteral("library"),
        {{QStringLiteral("article"), qint64{article}}, {QStringLiteral("edition"), qint64{edition}}}};
    return made;
}

LoadedCheck contradiction() {
    LoadedCheck loaded;
    loaded.check.emplace();
    loaded.check->id = 5;
    loaded.check->article = 1;
    loaded.check->edition = 11;
    data::Check& check = loaded.check->check;
    check.rule = data::Rule::SameFact;
    check.colour = data::Colour::Red;
    check.verdict = data::Verdict::Inconsistent;
    check.unit = "USD";
    check.face = 31e9;
    check.strict = check.loose = data::Interval{30.5e9, 31.5e9};
    check.stated = data::Interval{47.5e9, 48.5e9};
    check.statement.resize(5);
    loaded.evidence = {evidence("$48 billion", 1, 11, data::Language::English),
                       evidence("$31 billion", 2, 21, data::Language::English),
                       evidence("480億美元", 1, 12, data::Language::TraditionalChinese),
                       evidence("480亿美元", 1, 13, data::Language::SimplifiedChinese),
                       evidence("310億美元", 2, 22, data::Language::TraditionalChinese)};
    return loaded;
}

} // namespace

class TestCheckSides : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, 100, false); }

    void eachSideHasOneCardWithItsEditionsAsLinks() {
        CheckDetail detail;
        detail.resize(700, 700);
        detail.setCheck(contradiction());
        detail.show();
        const auto cards = detail.findChildren<EvidenceCard*>();
        QCOMPARE(cards.size(), 2);
        QCOMPARE(cards[0]->evidence().article, data::ArticleId(1));
        QCOMPARE(cards[1]->evidence().article, data::ArticleId(2));
        QStringList links;
        for (const QToolButton* link : cards[0]->findChildren<QToolButton*>())
            links << link->text();
        QCOMPARE(links, (QStringList{ownLanguageName(data::Language::TraditionalChinese),
                                     ownLanguageName(data::Language::SimplifiedChinese)}));
        const auto other = cards[1]->findChildren<QToolButton*>();
        QCOMPARE(other.size(), 1);
        QSignalSpy places(&detail, &CheckDetail::openPlace);
        QTest::mouseClick(other.front(), Qt::LeftButton);
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0][0].value<Place>().detail[QLatin1String("edition")].toInteger(), 22);
    }

    void withoutOtherEditionsThereAreNoLinks() {
        LoadedCheck loaded = contradiction();
        loaded.evidence.resize(2);
        loaded.check->check.statement.resize(2);
        CheckDetail detail;
        detail.setCheck(loaded);
        for (const EvidenceCard* card : detail.findChildren<EvidenceCard*>())
            QVERIFY(card->findChildren<QToolButton*>().isEmpty());
    }
};

PARALLAX_WIDGET_TEST(TestCheckSides)

} // namespace test_check_sides
#include "test_check_sides.moc"
