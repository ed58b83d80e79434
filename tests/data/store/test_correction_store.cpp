// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "data/store/check_run.h"
#include "data/store/check_store.h"
#include "data/store/correction_store.h"
#include "data/store/merge.h"
#include "data/store/statement.h"
#include "data/store/table_store.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_correction_store {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows usualRows() {
    return {
        {"Azure", "$15B", "$18B", "+20%"}, {"AWS", "580億", "$90B", "+55%"}, {"GCP", "$4B", "$5B", "+25%"}};
}

Article articleWith(const Rows& rows, const std::string& caption = "Market",
                    const std::vector<std::string>& header = {"Provider", "Now", "Projected", "Change"}) {
    Draft draft("Clouds");
    draft.article.url = "https://example.org/clouds";
    draft.article.archiveMonth = "2026-04";
    draft.addTable("Another", {"a", "b"}, {{"x", "1"}});
    draft.addTable(caption, header, rows);
    std::string words; // other cells are other bytes
    for (const auto& row : rows)
        for (const std::string& cell : row)
            words += cell + " ";
    draft.add(BlockKind::Paragraph, words);
    return draft.article;
}

TableId tableNamed(Library& library, ArticleId article, const std::string& caption) {
    for (const StoredTable& table : library.tables().ofArticle(article))
        if (table.row.caption == caption)
            return table.row.id;
    return 0;
}

// A library with one article and the corrections made in it.
struct Desk {
    Folder folder;
    Library library{folder.library()};
    SavedArticle saved = saveNow(library, articleWith(usualRows()));
    TableId table = tableNamed(library, saved.article, "Market");

    CorrectionStore& store() { return library.corrections(); }

    CorrectionId add(CorrectionKind kind, int row, int column, const std::string& after,
                     const std::string& why = "a slip") {
        Transaction transaction(library);
        const CorrectionId id = store().add({table, kind, row, column, after, "Ada", why});
        transaction.commit();
        return id;
    }
    CorrectionId undo(CorrectionId id) {
        Transaction transaction(library);
        const CorrectionId made = store().undo(id, "Bob", "not a slip");
        transaction.commit();
        return made;
    }
    void importAnew(const Rows& rows, const std::string& caption = "Market",
                    const std::vector<std::string>& header = {"Provider", "Now", "Projected", "Change"}) {
        const SavedArticle again = saveNow(library, articleWith(rows, caption, header));
        QCOMPARE(again.article, saved.article);
        table = tableNamed(library, saved.article, caption);
    }
    TypedTable typed() { return store().typed(library.tables().load(table)); }
    // "AWS 58000000000": value of the second column.
    QString value(std::size_t row) {
        const TypedTable now = typed();
        const TypedCell& cell = now.cells.at(row).at(1);
        return QString::fromStdString(now.rowLabels.at(row) + " " +
                                      (cell.figure ? cell.quantities.front().value.toString() : "none")) +
               (cell.corrected ? QStringLiteral(" corrected") : QString());
    }
    CorrectionState state(CorrectionId id) {
        for (const Correction& entry : store().list(saved.article))
            if (entry.id == id)
                return entry.state;
        throw std::runtime_error("no such entry");
    }
};

QString reasonOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const parallax::Error& error) {
        return QString::fromUtf8(errorName(error.code())) + QLatin1Char(' ') +
               QString::fromStdString(error.args().at(0));
    }
    return {};
}

} // namespace

class TestCorrectionStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aCorrectedCellIsReadAsIfThePageSaidSo() {
        Desk desk;
        QCOMPARE(desk.value(1), QStringLiteral("AWS 58000000000"));
        const CorrectionId id = desk.add(CorrectionKind::Cell, 1, 1, "$5.8B");
        QCOMPARE(desk.value(1), QStringLiteral("AWS 5800000000 corrected"));
        const std::vector<Correction> log = desk.store().list(desk.saved.article);
        QCOMPARE(log.size(), std::size_t(1));
        QCOMPARE(log[0].id, id);
        QCOMPARE(log[0].before, std::string("580億"));
        QCOMPARE(log[0].after, std::string("$5.8B"));
        QCOMPARE(log[0].by, std::string("Ada"));
        QCOMPARE(log[0].why, std::string("a slip"));
        QVERIFY(log[0].at.size() == 20);
        QCOMPARE(log[0].table, desk.table);
        QCOMPARE(desk.store().ofTable(desk.table).size(), std::size_t(1));
        const StoredTable stored = desk.library.tables().load(desk.table);
        QCOMPARE(stored.table.rows[1][1].text, std::string("580億")); // the page stays as it is
        QCOMPARE(desk.store().corrected(stored).rows[1][1].text, std::string("$5.8B"));
        const std::vector<TypedTable> all = desk.store().typedTables(desk.saved.edition);
        QCOMPARE(all.size(), std::size_t(2));
        QVERIFY(all[1].cells[1][1].corrected && !all[0].cells[0][1].corrected);
    }

    void rolesAndUnitsFollowACorrection() {
        Desk desk;
        desk.add(CorrectionKind::ColumnRole, -1, 2, "share");
        desk.add(CorrectionKind::RowRole, 2, -1, "others");
        TypedTable table = desk.typed();
        QCOMPARE(table.columns[2].role, ColumnRole::Share);
        QVERIFY(table.columns[2].roleCorrected);
        QCOMPARE(table.rowRoles[2], RowRole::Others);
        QVERIFY(table.rowRoleCorrected.at(2) && !table.rowRoleCorrected.at(0));
        desk.importAnew({{"A", "5", "6", "20%"}, {"B", "€7", "8", "14%"}}, "Bare");
        desk.add(CorrectionKind::Unit, -1, 1, "EUR millions");
        table = desk.typed();
        QCOMPARE(table.columns[1].unit, std::string("EUR"));
        QCOMPARE(table.cells[0][1].quantities.front().value.toString(), std::string("5000000"));
        QCOMPARE(table.cells[1][1].quantities.front().value.toString(), std::string("7000000"));
        QVERIFY(table.columns[1].unitCorrected);
        desk.add(CorrectionKind::Unit, 0, -1, "GW");
        QCOMPARE(desk.typed().cells[0][2].quantities.front().unit, std::string("W"));
    }

    void undoIsAnEntryOfItsOwnAndCanBeUndone() {
        Desk desk;
        const CorrectionId id = desk.add(CorrectionKind::Cell, 1, 1, "$5.8B");
        const CorrectionId inverse = desk.undo(id);
        QCOMPARE(desk.value(1), QStringLiteral("AWS 58000000000"));
        const std::vector<Correction> log = desk.store().list(desk.saved.article);
        QCOMPARE(log.size(), std::size_t(2)); // nothing is taken out
        QCOMPARE(log[1].undoes, id);
        QCOMPARE(log[1].before, std::string("$5.8B"));
        QCOMPARE(log[1].after, std::string("580億"));
        QCOMPARE(log[1].by, std::string("Bob"));
        QCOMPARE(log[0].state, CorrectionState::Undone);
        QCOMPARE(reasonOf([&] { desk.undo(id); }), QStringLiteral("CorrectionInvalid undone"));
        desk.undo(inverse);
        QCOMPARE(desk.value(1), QStringLiteral("AWS 5800000000 corrected"));
        QCOMPARE(desk.state(id), CorrectionState::Applies);
        QCOMPARE(desk.state(inverse), CorrectionState::Undone);
    }

    void theLatestCorrectionOfAPlaceCounts() {
        Desk desk;
        const CorrectionId first = desk.add(CorrectionKind::Cell, 1, 1, "$5.8B");
        const CorrectionId second = desk.add(CorrectionKind::Cell, 1, 1, "$58.5B");
        QCOMPARE(desk.value(1), QStringLiteral("AWS 58500000000 corrected"));
        QCOMPARE(desk.state(first), CorrectionState::Superseded);
        desk.undo(second);
        QCOMPARE(desk.value(1), QStringLiteral("AWS 5800000000 corrected"));
    }

    void aNewImportKeepsCorrections() {
        Desk desk;
        const CorrectionId id = desk.add(CorrectionKind::Cell, 1, 1, "$5.8B");
        const CorrectionId role = desk.add(CorrectionKind::ColumnRole, -1, 3, "note");
        // A row before it, another order, another column between.
        desk.importAnew({{"Oracle", "x", "$1B", "$2B", "+100%"},
                         {"GCP", "x", "$4B", "$5B", "+25%"},
                         {"AWS", "x", "580億", "$90B", "+55%"}},
                        "Market", {"Provider", "Region", "Now", "Projected", "Change"});
        TypedTable table = desk.typed();
        QVERIFY(table.cells[2][2].corrected);
        QCOMPARE(table.cells[2][2].quantities.front().value.toString(), std::string("5800000000"));
        QCOMPARE(table.columns[4].role, ColumnRole::Note);
        QCOMPARE(desk.state(id), CorrectionState::Applies);
        // Another caption: header and words still tell.
        desk.importAnew(usualRows(), "Cloud market");
        QCOMPARE(desk.value(1), QStringLiteral("AWS 5800000000 corrected"));
        // A renamed row is known by the only cell that has the old words.
        Rows renamed = usualRows();
        renamed[1][0] = "Amazon Web Services";
        desk.importAnew(renamed, "Cloud market");
        QCOMPARE(desk.value(1), QStringLiteral("Amazon Web Services 5800000000 corrected"));
        QCOMPARE(desk.state(role), CorrectionState::Applies);
    }

    void whatThePageSaysAnewIsOfferedBesideTheCorrection() {
        Desk desk;
        const CorrectionId id = desk.add(CorrectionKind::Cell, 1, 1, "$5.8B");
        Rows changed = usualRows();
        changed[1][1] = "$5.9B";
        desk.importAnew(changed);
        QCOMPARE(desk.value(1), QStringLiteral("AWS 5800000000 corrected"));
        QCOMPARE(desk.state(id), CorrectionState::PageChanged);
        QCOMPARE(desk.store().list(desk.saved.article).at(0).pageWords, std::string("$5.9B"));
    }

    void whatIsGoneIsLostAndComesBack() {
        Desk desk;
        const CorrectionId id = desk.add(CorrectionKind::Cell, 1, 1, "$5.8B");
        desk.importAnew({{"Azure", "$15B", "$18B", "+20%"}});
        QCOMPARE(desk.state(id), CorrectionState::Lost);
        desk.importAnew(usualRows());
        QCOMPARE(desk.value(1), QStringLiteral("AWS 5800000000 corrected"));
    }

    void refusesWhatMakesNoSense() {
        Desk desk;
        const auto adding = [&](CorrectionKind kind, int row, int column, const std::string& after) {
            return reasonOf([&] { desk.add(kind, row, column, after); });
        };
        QCOMPARE(adding(CorrectionKind::Cell, 9, 1, "x"), QStringLiteral("CorrectionInvalid place"));
        QCOMPARE(adding(CorrectionKind::Cell, 1, -1, "x"), QStringLiteral("CorrectionInvalid place"));
        QCOMPARE(adding(CorrectionKind::ColumnRole, 1, 1, "share"),
                 QStringLiteral("CorrectionInvalid place"));
        QCOMPARE(adding(CorrectionKind::ColumnRole, -1, 1, "nonsense"),
                 QStringLiteral("CorrectionInvalid role"));
        QCOMPARE(adding(CorrectionKind::Cell, 1, 1, "580億"), QStringLiteral("CorrectionInvalid same"));
        QCOMPARE(adding(CorrectionKind::Cell, 1, 1, std::string(1 << 20, 'x')),
                 QStringLiteral("CorrectionInvalid words"));
        QCOMPARE(adding(CorrectionKind::Cell, 1, 1, "\xff"), QStringLiteral("CorrectionInvalid words"));
        QCOMPARE(reasonOf([&] { desk.undo(12345); }), QStringLiteral("CorrectionInvalid unknown"));
        QVERIFY(desk.store().list(desk.saved.article).empty());
        QVERIFY(!desk.store().any());
    }

    void theLogIsOnlyAddedTo() {
        Desk desk;
        desk.add(CorrectionKind::Cell, 1, 1, "$5.8B");
        QVERIFY_EXCEPTION_THROWN(execute(desk.library, "UPDATE table_correction SET after = 'x'"),
                                 parallax::Error);
        desk.library.articles().remove(desk.saved.article); // with its article it goes
        QVERIFY(!desk.store().any());
    }

    void marketFiguresFollowCorrections() {
        Desk desk;
        const auto current = [&](std::size_t at) {
            return desk.library.tables().marketFigures().at(at).current;
        };
        QCOMPARE(current(0), 15e9);
        const CorrectionId id = desk.add(CorrectionKind::Cell, 0, 1, "$16B");
        QCOMPARE(current(0), 16e9);
        desk.undo(id);
        QCOMPARE(current(0), 15e9);
    }

    void checksAreMadeAgainWithWhatWasCorrected() {
        Desk desk;
        const auto reds = [&] {
            checkLibrary(desk.library, {}, {});
            CheckFilter red;
            red.colour = Colour::Red;
            return desk.library.checks().count(red);
        };
        QCOMPARE(reds(), std::int64_t(0));
        const CorrectionId id = desk.add(CorrectionKind::Cell, 0, 3, "+75%");
        QVERIFY(!desk.library.checks().isUpToDate());
        QVERIFY(reds() > 0);
        desk.undo(id);
        QCOMPARE(reds(), std::int64_t(0));
    }

    void mergingLibrariesBringsCorrectionsOnce() {
        Desk desk;
        const CorrectionId id = desk.add(CorrectionKind::Cell, 1, 1, "$5.8B");
        desk.undo(id);
        desk.add(CorrectionKind::Cell, 0, 1, "$16B");
        Folder folder;
        Library other(folder.library());
        saveNow(other, articleWith(usualRows()));
        for (int times = 0; times < 2; ++times)
            mergeLibrary(other, desk.library, {}, {});
        const ArticleId article = other.articles().list({}, ArticleOrder::NewestFirst, 0, 1).at(0).id;
        const std::vector<Correction> log = other.corrections().list(article);
        QCOMPARE(log.size(), std::size_t(3));
        QCOMPARE(log[0].state, CorrectionState::Undone);
        QCOMPARE(log[1].undoes, log[0].id);
        const TableId table = tableNamed(other, article, "Market");
        const TypedTable typed = other.corrections().typed(other.tables().load(table));
        QVERIFY(typed.cells[0][1].corrected && !typed.cells[1][1].corrected);
    }
};

PARALLAX_TEST(TestCorrectionStore)

} // namespace test_correction_store
#include "test_correction_store.moc"
