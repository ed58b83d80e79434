// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lists by their ids alone, names that are refused, and copies over an older one.
#include <QTest>

#include "base/stoppable.h"
#include "data/store/annotation_store.h"
#include "data/store/backup.h"
#include "data/store/library_lists.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_library_lists {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace {

Article about(const std::string& title) {
    return Draft(title, Language::English).add(BlockKind::Paragraph, "About " + title).article;
}

} // namespace

class TestLibraryLists : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void idsComeAsTheListHasThem() {
        Folder folder;
        Library library(folder.library());
        for (int i = 0; i < 20; ++i)
            saveNow(library, about("Article " + std::to_string(i)));
        ArticleFilter starred;
        starred.starredOnly = true;
        for (const ArticleId id : {3, 7, 11})
            library.articles().setStarred(id, true);
        for (const ArticleFilter& filter : {ArticleFilter(), starred})
            for (const ArticleOrder order :
                 {ArticleOrder::NewestFirst, ArticleOrder::Title, ArticleOrder::Source}) {
                std::vector<ArticleId> expected;
                for (const ArticleRow& row : library.articles().list(filter, order, 1, 9))
                    expected.push_back(row.id);
                QCOMPARE(listedIds(library, filter, order, 1, 9), expected);
            }
        QCOMPARE(newestTitles(library, 5).size(), 5U);
        QCOMPARE(editionVersions(library, 3).size(), 1U);
        QVERIFY(editionVersions(library, 999).empty());
        QVERIFY(!libraryUid(library).empty());
    }

    void aNameBelongsToOne() {
        Folder folder;
        Library library(folder.library());
        AnnotationStore& store = library.annotations();
        const std::int64_t prices = store.saveSearch({0, "Prices", "price", {}});
        const std::int64_t costs = store.saveSearch({0, "Costs", "cost", {}});
        QVERIFY(!store.renameSearch(costs, "Prices"));
        QVERIFY(store.renameSearch(costs, "Costs")); // its own
        QVERIFY(store.renameSearch(costs, "Expenses"));
        QCOMPARE(store.savedSearches().size(), 2U);
        QCOMPARE(store.savedSearches().front().id, costs);
        QCOMPARE(store.savedSearches().back().id, prices);
        const std::int64_t watch = store.addTag("Watch", "#111111");
        const std::int64_t later = store.addTag("Later", "#222222");
        QVERIFY(!store.changeTag(later, "watch", "#333333"));
        QVERIFY(store.changeTag(watch, "WATCH", "#444444"));
        QCOMPARE(store.tags().back().name, std::string("WATCH"));
        QCOMPARE(store.tags().front().colour, std::string("#222222"));
    }

    void aBackupGoesOverAnOlderOneAndNeverOverTheLibrary() {
        Folder folder;
        Library library(folder.library());
        saveNow(library, about("One"));
        const auto target = folder.path() / "copy.sqlite3";
        backupOver(library, target, {});
        saveNow(library, about("Two"));
        {
            // A cancelled one leaves the older copy whole, and nothing beside it.
            std::stop_source stop;
            stop.request_stop();
            try {
                backupOver(library, target, stoppable(stop.get_token(), {}));
                QFAIL("it was not cancelled");
            } catch (const Error& error) {
                QCOMPARE(error.code(), ErrorCode::Cancelled);
            }
            Library copy(target, Library::Mode::ReadOnly);
            QCOMPARE(copy.articles().count({}), 1);
            for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
                QVERIFY(entry.path().filename().string().find(".new-") == std::string::npos);
        }
        backupOver(library, target, {});
        Library copy(target, Library::Mode::ReadOnly);
        QCOMPARE(copy.articles().count({}), 2);
        try {
            backupOver(library, folder.library(), {});
            QFAIL("it was not refused");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::BackupFailed);
        }
    }
};

PARALLAX_TEST(TestLibraryLists)

} // namespace test_library_lists
#include "test_library_lists.moc"
