// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "data/store/correction_store.h"
#include "data/store/market_figures.h"
#include "data/store/table_store.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_table_store {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

Table tableOf(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    return Draft("x").addTable("Caption", header, rows).article.tables.front();
}

// "subject: current → projected (change %) [stated]" for each figure.
QStringList shapes(const std::vector<MarketFigure>& figures) {
    QStringList out;
    for (const MarketFigure& figure : figures)
        out << QStringLiteral("%1: %2 → %3 (%4) [%5] %6")
                   .arg(QString::fromStdString(figure.subject))
                   .arg(figure.current)
                   .arg(figure.projected)
                   .arg(figure.change, 0, 'f', 1)
                   .arg(QString::fromStdString(figure.statedChange), QString::fromStdString(figure.unit));
    return out;
}

QStringList captions(const std::vector<TableRow>& rows) {
    QStringList out;
    for (const TableRow& row : rows)
        out << QString::fromStdString(row.caption);
    return out;
}

} // namespace

class TestTableStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void listsAnArticlesTablesOnceInTheLanguageThatIsRead() {
        Folder folder;
        Library library(folder.library());
        const auto edition = [&](const char* slug, Language language, const char* caption) {
            Draft draft(caption);
            draft.article.slug = slug;
            draft.article.language = language;
            if (*caption != 0)
                draft.addTable(caption, {"A"}, {{"1"}});
            saveNow(library, draft.article);
        };
        edition("both", Language::English, "Prices");
        edition("both", Language::TraditionalChinese, "價格");
        edition("hans", Language::SimplifiedChinese, "成本");
        TableStore& tables = library.tables();
        const auto read = [&](Language language, const char* text = "") {
            const auto rows = tables.list(text, 0, 10, TableOrder::NewestFirst, language);
            if (tables.count(text, language) != static_cast<std::int64_t>(rows.size()))
                return QStringList{QStringLiteral("the count differs")};
            QStringList out = captions(rows);
            out.sort();
            return out;
        };
        const QString prices = QStringLiteral("Prices"), hant = QString::fromUtf8("價格"),
                      hans = QString::fromUtf8("成本");
        QCOMPARE(read(Language::English), (QStringList{prices, hans}));
        QCOMPARE(read(Language::TraditionalChinese), (QStringList{hant, hans}));
        QCOMPARE(read(Language::SimplifiedChinese), (QStringList{hant, hans}));
        QCOMPARE(read(Language::Unknown).size(), 3);
        QCOMPARE(read(Language::English, "prices"), QStringList{prices});
        QCOMPARE(read(Language::TraditionalChinese, "prices"), QStringList{hant}); // by the article's title
    }

    void listsFiltersAndLoads() {
        Folder folder;
        Library library(folder.library());
        Draft first("Cloud prices");
        first.article.published.earliest = "2026-03-01";
        first.article.archiveMonth = "2026-03";
        first.article.source = "GitHub";
        first.addTable("市場佔有率", {"Vendor", "Share"}, {{"Alpha \"A\"", "40%"}, {"Beta", "2,000"}});
        Draft second("Chips");
        second.article.published.earliest = "2026-04-01";
        second.addTable("Latency", {"Model", "Time"}, {{"Gamma", "1.5s"}});
        second.addTable("Cost", {"Model", "Price"}, {{"Gamma", "$5"}});
        const SavedArticle a = saveNow(library, first.article);
        saveNow(library, second.article);
        TableStore& tables = library.tables();

        QCOMPARE(captions(tables.list("", 0, 10)),
                 (QStringList{QStringLiteral("Latency"), QStringLiteral("Cost"),
                              QString::fromUtf8("市場佔有率")}));
        QCOMPARE(captions(tables.list("", 0, 10, TableOrder::Source)).last(),
                 QString::fromUtf8("市場佔有率"));
        QCOMPARE(captions(tables.list("a", 0, 10, TableOrder::Source)).last(),
                 QString::fromUtf8("市場佔有率"));
        QCOMPARE(tables.count(""), std::int64_t(3));
        QCOMPARE(captions(tables.list("", 1, 1)), QStringList{QStringLiteral("Cost")});
        for (const char* text : {"市场占", "SHARE alpha", "cloud PRICES", "\"A\"", "２,０００", "beta"}) {
            QCOMPARE(captions(tables.list(text, 0, 10)), QStringList{QString::fromUtf8("市場佔有率")});
            QCOMPARE(tables.count(text), std::int64_t(1));
        }
        QCOMPARE(tables.count("gamma"), std::int64_t(2));
        QCOMPARE(captions(tables.list("gamma", 1, 10)), QStringList{QStringLiteral("Cost")});
        for (const char* text :
             {"alpha gamma", "spans", "header", "nothing"}) // the stored form is not searched
            QCOMPARE(tables.count(text), std::int64_t(0));
        QVERIFY(tables.list("", -1, -1).empty());

        const TableRow row = tables.list("alpha", 0, 1).at(0);
        QCOMPARE(row.article, a.article);
        QCOMPARE(row.articleTitle, std::string("Cloud prices"));
        QCOMPARE(row.source, std::string("GitHub"));
        QCOMPARE(row.archiveMonth, std::string("2026-03"));
        QCOMPARE(row.rows, 2);
        QCOMPARE(row.columns, 2);
        QCOMPARE(row.block, 1);
        const StoredTable stored = tables.load(row.id);
        QCOMPARE(stored.table.rows.at(1).at(1).text, std::string("2,000"));
        QCOMPARE(tables.ofArticle(a.article).size(), std::size_t(1));
        QVERIFY(tables.ofArticle(999).empty());
        QVERIFY_EXCEPTION_THROWN(tables.load(999), parallax::Error);

        // what is imported later is found by the same filter
        Draft third("More gamma");
        third.addTable("Third", {"a"}, {{"b"}});
        saveNow(library, third.article);
        QCOMPARE(tables.count("gamma"), std::int64_t(3));
    }

    // An article that speaks of Taiwan dollars means them by 元 in its tables as well.
    void theYuanOfATaiwaneseArticleIsTheTaiwanDollar() {
        Folder folder;
        Library library(folder.library());
        const auto currencyOf = [&](const char* slug, const char* text) {
            Draft draft("營收", Language::TraditionalChinese);
            draft.article.slug = slug;
            draft.add(BlockKind::Paragraph, text);
            draft.addTable("營收", {"公司", "營收(億元)"}, {{"晶達", "120"}});
            const auto tables = library.tables().ofArticle(saveNow(library, draft.article).article);
            return library.corrections().typed(tables.at(0)).cells.at(0).at(1).quantities.at(0).unit;
        };
        QCOMPARE(currencyOf("taiwan", "全年資本支出為新台幣 300 億元。"), std::string("TWD"));
        QCOMPARE(currencyOf("mainland", "全年資本支出為 300 億元。"), std::string("CNY"));
    }

    void readsMarketFigures_data() {
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QStringList>("row");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* header, const char* cells, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(header).split(QLatin1Char('|'))
                                << QString::fromUtf8(cells).split(QLatin1Char('|'))
                                << QString::fromUtf8(expected);
        };
        row("English", "Provider|Current AI Revenue (est.)|Post-Deal Projection|Change",
            "Azure|$15B|$18B (+20%)|+20%", "Azure: 1.5e+10 → 1.8e+10 (20.0) [+20%] $");
        row("change within the cell", "Provider|Current|Expected", "Azure|$15B|$18B (+20%)",
            "Azure: 1.5e+10 → 1.8e+10 (20.0) [+20%] $");
        row("Traditional", "業者|現況|預測|變化", "甲|100億|150億|+50%",
            "甲: 1e+10 → 1.5e+10 (50.0) [+50%] ");
        row("Simplified", "厂商|当前份额|预计份额", "甲|20%|25%（+5%）", "甲: 20 → 25 (5.0) [+5%] %");
        row("years", "Segment|2025|2028|CAGR", "Inference|20|100|~50%", "Inference: 20 → 100 (400.0) [] ");
        row("years around the article", "Segment|2024|2025|2026|2030", "x|1|2|4|8", "x: 4 → 8 (100.0) [] ");
        row("actuals and a forecast", "Segment|2023A|2024A|2025A|2026F|2030F", "x|1|2|4|8|16",
            "x: 4 → 16 (300.0) [] ");
        row("a forecast for this year", "Segment|2024|2025|2026E", "x|1|2|4", "x: 2 → 4 (100.0) [] ");
        row("fiscal years", "Segment|FY24A|FY25A|FY26E", "x|1|2|4", "x: 2 → 4 (100.0) [] ");
        row("nothing but forecasts", "Segment|2026E|2027E|2028E", "x|1|2|4", "");
        row("an actual that came late", "Segment|2025A|2024A|2027 (E)", "x|2|1|4", "x: 2 → 4 (100.0) [] ");
        row("shares", "Vendor|Share 2025|Share 2028|Change", "甲|30%|35%|+5pp", "甲: 30 → 35 (5.0) [+5pp] %");
        row("a range counts by its middle", "A|Now|Forecast", "x|10|14-16", "x: 10 → 15 (50.0) [] ");
        row("years in the past", "A|2023|2025", "x|1|2", "");
        row("other subjects", "Metric|Azure (Current)|AWS (Expected)|Delta", "Latency|1.5s|1.6s|+6%", "");
        row("no future", "Vendor|Current|Share", "x|1|2", "");
        row("words within words", "Known|Knowing|Unprojected", "x|1|2", "");
        row("no figures", "A|Current|Expected", "x|high|higher", "");
        row("a loss now", "A|Current profit|Expected profit", "x|-$5B|$2B", "x: -5e+09 → 2e+09 (nan) [] $");
        row("nothing now", "A|Current|Expected", "x|0|5", "");
        row("a short row", "A|Current|Expected", "x|1", "");
    }
    void readsMarketFigures() {
        QFETCH(QStringList, header);
        QFETCH(QStringList, row);
        QFETCH(QString, expected);
        const auto texts = [](const QStringList& list) {
            std::vector<std::string> out;
            for (const QString& text : list)
                out.push_back(text.toStdString());
            return out;
        };
        const Table table = tableOf(texts(header), {texts(row)});
        const TypedTable typed = typeTable(table, {Language::Unknown, "2026-04", false});
        QCOMPARE(shapes(marketFiguresOf(table, typed, 2026)).join(QLatin1Char('\n')), expected);
    }

    void gathersTheFiguresOfTheLibrary() {
        Folder folder;
        Library library(folder.library());
        Draft draft("Article");
        draft.article.archiveMonth = "2026-04";
        draft.add(BlockKind::Paragraph, "words");
        draft.addTable("Market", {"Provider", "Current", "Projection"},
                       {{"A", "$5B", "$6B"}, {"B", "n/a", "$1B"}});
        const SavedArticle saved = saveNow(library, draft.article);
        const std::vector<MarketFigure> figures = library.tables().marketFigures();
        QCOMPARE(figures.size(), std::size_t(1));
        QCOMPARE(figures[0].article, saved.article);
        QCOMPARE(figures[0].block, 2);
        QCOMPARE(figures[0].measure, std::string("Market"));
        QCOMPARE(figures[0].currentText, std::string("$5B"));
        QCOMPARE(library.tables().load(figures[0].table).row.caption, std::string("Market"));
    }

    void followsTablesThatChange() {
        Folder folder;
        Library library(folder.library());
        const auto save = [&](const char* projected) {
            Draft draft("Article");
            draft.article.archiveMonth = "2026-04";
            draft.add(BlockKind::Paragraph, projected);
            draft.addTable("Market", {"Provider", "Current", "Projection"}, {{"A", "$5B", projected}});
            return saveNow(library, draft.article);
        };
        const SavedArticle first = save("$6B");
        const auto stated = [&] {
            std::vector<std::string> texts;
            for (const MarketFigure& figure : library.tables().marketFigures())
                texts.push_back(figure.projectedText);
            return texts;
        };
        QCOMPARE(stated(), std::vector<std::string>{"$6B"});
        QCOMPARE(stated(), std::vector<std::string>{"$6B"}); // known by now
        const SavedArticle second = save("$7B");             // the table keeps its id
        QCOMPARE(second.article, first.article);
        QCOMPARE(stated(), std::vector<std::string>{"$7B"});
        library.articles().remove(first.article);
        QVERIFY(stated().empty());
    }
};

PARALLAX_TEST(TestTableStore)

} // namespace test_table_store
#include "test_table_store.moc"
