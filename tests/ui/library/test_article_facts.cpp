// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The last line of a row in the article list, and the colours of tags that end it.
#include <QApplication>
#include <QFontMetrics>
#include <QTest>

#include "tests/test_program.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/library/article_facts.h"
#include "ui/library/article_list_model.h"
#include "ui/library/tag_colours.h"

namespace test_article_facts {

using namespace parallax;
using namespace parallax::ui;

class TestArticleFacts final : public QObject {
    Q_OBJECT

    static ListedArticle listed() {
        ListedArticle one;
        one.row.source = "A source with quite a long name";
        one.row.archiveMonth = "2026-06";
        one.row.languages = {data::Language::English, data::Language::TraditionalChinese,
                             data::Language::SimplifiedChinese};
        one.row.tableCount = 12;
        one.row.noteCount = 3;
        one.checks.red = 14;
        one.checks.amber = 5;
        return one;
    }

  private Q_SLOTS:
    void onlyTheSourceGivesWay_data() {
        QTest::addColumn<int>("scale");
        QTest::newRow("100") << 100;
        QTest::newRow("200") << 200;
    }

    void onlyTheSourceGivesWay() {
        QFETCH(int, scale);
        applyTheme(*qApp, ThemeChoice::Light, scale, false);
        const QFontMetrics metrics(interfaceFont(QStringLiteral("en"), scale));
        const auto widthOf = [&](const QString& text) { return metrics.horizontalAdvance(text); };
        const ListedArticle one = listed();
        for (int width = 320; width <= 900; width += 7) {
            const QRect area(11, 5, width * scale / 100, metrics.lineSpacing());
            const auto facts = layFacts(one, area, {Qt::red, Qt::blue}, widthOf, metrics.ascent() * 3 / 4);
            QList<FactKind> kinds;
            for (std::size_t a = 0; a < facts.size(); ++a) {
                kinds << facts[a].kind;
                QVERIFY(area.contains(facts[a].area));
                QVERIFY(facts[a].area.contains(facts[a].words | facts[a].sign));
                if (facts[a].kind != FactKind::Source)
                    QVERIFY2(facts[a].words.width() >= widthOf(facts[a].text), qPrintable(facts[a].text));
                for (std::size_t b = a + 1; b < facts.size(); ++b)
                    QVERIFY(!facts[a].area.intersects(facts[b].area));
            }
            for (const FactKind kind :
                 {FactKind::When, FactKind::Red, FactKind::Amber, FactKind::Tables, FactKind::Notes})
                QCOMPARE(kinds.count(kind), 1);
            QCOMPARE(kinds.count(FactKind::Tag), 2);
        }
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void theSourceIsNotCutForTagsAndLanguages() {
        const auto widthOf = [](const QString& text) { return int(text.size()) * 7; };
        ListedArticle one = listed();
        one.row.source = "Memory Wire";
        const std::vector<QColor> tags(9, Qt::red);
        const auto placed = [&](int width) {
            return layFacts(one, QRect(0, 0, width, 20), tags, widthOf, 10);
        };
        const auto count = [](const std::vector<PlacedFact>& facts, FactKind kind) {
            return std::ranges::count(facts, kind, &PlacedFact::kind);
        };
        const auto source = [](const std::vector<PlacedFact>& facts) {
            return std::ranges::find(facts, FactKind::Source, &PlacedFact::kind)->words.width();
        };
        QCOMPARE(count(placed(900), FactKind::Tag), 9);
        const int whole = widthOf(QStringLiteral("Memory Wire"));
        QCOMPARE(source(placed(900)), whole);
        int first = 900; // the narrowest in which the name is whole
        while (source(placed(first - 1)) == whole)
            --first;
        QCOMPARE(count(placed(first), FactKind::Tag), 2);
        QCOMPARE(count(placed(first), FactKind::When), 1);
    }

    void whatIsNotThereHasNoPlace() {
        ListedArticle one;
        one.row.source = "Wire";
        const auto facts = layFacts(
            one, QRect(0, 0, 300, 20), {}, [](const QString& text) { return int(text.size()) * 8; }, 12);
        QCOMPARE(facts.size(), 1U);
        QCOMPARE(facts.front().kind, FactKind::Source);
        QVERIFY(ArticleListModel::foundIn(one.row).isEmpty());
        QCOMPARE(ArticleListModel::foundIn(listed().row).size(), 2); // told in words to who rests on the row
    }

    void tagColoursStandOutInEveryLook() {
        for (const Theme& theme : {Theme::light(), Theme::darkTheme(), Theme::highContrastTheme()})
            for (const QString& colour : tagColours())
                for (const QColor& ground : {theme.ground, theme.raised, theme.sunken, theme.selection})
                    QVERIFY2(contrastRatio(QColor(colour), ground) >= 3.0,
                             qPrintable(QStringLiteral("%1 on %2: %3")
                                            .arg(colour, ground.name())
                                            .arg(contrastRatio(QColor(colour), ground))));
    }

    void aNewTagHasAColourThatNoOtherHas() {
        std::vector<data::Tag> tags;
        for (qsizetype i = 0; i < tagColours().size(); ++i) {
            const QString next = nextTagColour(tags);
            for (const data::Tag& tag : tags)
                QVERIFY(QColor(fromUtf8(tag.colour)) != QColor(next));
            data::Tag made;
            made.colour = toStdString(next.toLower()); // however it is written
            tags.push_back(made);
        }
        QCOMPARE(nextTagColour(tags), tagColours().first()); // all are in use
        const std::string freed = tags[3].colour;
        tags.erase(tags.begin() + 3);
        QCOMPARE(QColor(nextTagColour(tags)), QColor(fromUtf8(freed)));
    }
};

PARALLAX_WIDGET_TEST(TestArticleFacts)

} // namespace test_article_facts
#include "test_article_facts.moc"
