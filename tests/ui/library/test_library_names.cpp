// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names of tags and saved searches: none takes another's place, and none goes without a way back.

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "data/store/annotation_store.h"
#include "tests/test_program.h"
#include "tests/ui/library/library_window.h"
#include "ui/common/theme.h"
#include "ui/library/tag_colours.h"

namespace test_library_names {

using namespace parallax;
using namespace parallax::ui;
using Window = test::LibraryWindow;

namespace {

QModelIndex lineNamed(Window& window, PlaceGroup group, const QString& name) {
    const PlaceModel& places = window.page->placePane().places();
    const QModelIndex parent = places.groupIndex(group);
    for (int row = 0; row < places.rowCount(parent); ++row)
        if (places.index(row, 0, parent).data().toString() == name)
            return places.index(row, 0, parent);
    return {};
}

QPushButton* undo(Window& window) {
    for (QPushButton* button : window.page->listPane().findChildren<QPushButton*>())
        if (button->text() == QLatin1String("Undo") && button->isVisible())
            return button;
    return nullptr;
}

} // namespace

class TestLibraryNames : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void aSavedSearchIsRenamedAndKeepsItsNumber() {
        Window window;
        const std::int64_t id = window.store.library->annotations().saveSearch({0, "Prices", "price", {}});
        QTRY_VERIFY_WITH_TIMEOUT(lineNamed(window, PlaceGroup::Saved, QStringLiteral("Prices")).isValid(),
                                 8000);
        QVERIFY(window.page->placePane().places().setData(
            lineNamed(window, PlaceGroup::Saved, QStringLiteral("Prices")), QStringLiteral("Costs"),
            Qt::EditRole));
        QTRY_COMPARE(window.store.library->annotations().savedSearches().front().name, std::string("Costs"));
        QCOMPARE(window.store.library->annotations().savedSearches().front().id, id);
    }

    void aTakenNameIsRefusedAndBothStay() {
        Window window;
        data::AnnotationStore& store = window.store.library->annotations();
        store.saveSearch({0, "Prices", "price", {}});
        store.saveSearch({0, "Costs", "cost", {}});
        store.addTag("Watch", "#2FA36B");
        store.addTag("Later", "#3B82D6");
        QTRY_VERIFY_WITH_TIMEOUT(lineNamed(window, PlaceGroup::Tags, QStringLiteral("Later")).isValid(),
                                 8000);
        PlaceModel& places = window.page->placePane().places();
        QVERIFY(places.setData(lineNamed(window, PlaceGroup::Saved, QStringLiteral("Costs")),
                               QStringLiteral("Prices"), Qt::EditRole));
        QTRY_COMPARE(window.bench->issues.rowCount(), 1);
        QVERIFY(window.bench->issues.index(0).data().toString().contains(QStringLiteral("“Prices”")));
        QCOMPARE(store.savedSearches().size(), 2U);
        QTRY_VERIFY(lineNamed(window, PlaceGroup::Saved, QStringLiteral("Costs")).isValid());
        // Tags differ by more than the case of their letters.
        QVERIFY(places.setData(lineNamed(window, PlaceGroup::Tags, QStringLiteral("Later")),
                               QStringLiteral("watch"), Qt::EditRole));
        QTRY_COMPARE(window.bench->issues.rowCount(), 2);
        QCOMPARE(store.tags().size(), 2U);
        QTRY_VERIFY(lineNamed(window, PlaceGroup::Tags, QStringLiteral("Later")).isValid());
    }

    void aRemovedTagCanBeTakenBack() {
        Window window;
        QTRY_VERIFY(window.ready());
        data::AnnotationStore& store = window.store.library->annotations();
        const std::int64_t tag = store.addTag("Watch", "#2FA36B");
        store.setTagged(window.page->listPane().articles().at(0)->row.id, tag, true);
        const auto line = [&] { return lineNamed(window, PlaceGroup::Tags, QStringLiteral("Watch")); };
        QTRY_VERIFY_WITH_TIMEOUT(line().isValid(), 8000);
        PlacePane& pane = window.page->placePane();
        pane.setCurrentIndex(line());
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 1);
        pane.setFocus();
        window.key(Qt::Key_Delete);
        QVERIFY(!line().isValid());
        QVERIFY(undo(window) != nullptr);
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 6); // not the list of what is not there
        QTest::mouseClick(undo(window), Qt::LeftButton);
        QVERIFY(line().isValid());
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 1);
        QCOMPARE(store.tags().front().count, 1);
        // And goes when something else is removed after it.
        store.saveSearch({0, "Prices", "price", {}});
        const auto search = [&] { return lineNamed(window, PlaceGroup::Saved, QStringLiteral("Prices")); };
        QTRY_VERIFY_WITH_TIMEOUT(search().isValid(), 8000);
        pane.setCurrentIndex(line());
        pane.setFocus();
        window.key(Qt::Key_Delete);
        QCOMPARE(store.tags().size(), 1U);
        pane.setCurrentIndex(search());
        window.key(Qt::Key_Delete);
        QTRY_COMPARE(store.tags().size(), 0U);
        QVERIFY(undo(window) != nullptr);
        QTest::mouseClick(undo(window), Qt::LeftButton);
        QCOMPARE(store.savedSearches().size(), 1U);
        QVERIFY(search().isValid());
        QCOMPARE(window.store.library->articles().count({}), 6); // Delete meant no article
    }

    void newTagsDifferInNameAndColour() { // also two that are made before the pane knows of the first
        Window window;
        QTRY_VERIFY(window.ready());
        data::AnnotationStore& store = window.store.library->annotations();
        for (int i = 0; i < 3; ++i)
            window.bench->actions.find(QStringLiteral("library.newTag"))->trigger();
        QTRY_COMPARE(store.tags().size(), 3U);
        QSet<QString> colours;
        for (const data::Tag& tag : store.tags())
            colours.insert(fromUtf8(tag.colour));
        QCOMPARE(colours.size(), 3);
    }

    void sourcesThatWouldLookAlikeAreToldApart() {
        Window window;
        QTRY_VERIFY(window.ready());
        data::Article article = test::TemporaryLibrary::shortArticle(90);
        article.source = "Odd \u202EWire";
        window.store.add(article);
        article = test::TemporaryLibrary::shortArticle(91);
        article.source = "Third\u202E Wire"; // alone of that look
        window.store.add(article);
        const auto line = [&](const char* name) {
            return lineNamed(window, PlaceGroup::Sources, QString::fromUtf8(name));
        };
        QTRY_VERIFY_WITH_TIMEOUT(line("Odd \\u202eWire").isValid(), 8000);
        QVERIFY(line("Odd Wire").isValid());
        QVERIFY(line("Third Wire").isValid());
        window.page->placePane().setCurrentIndex(line("Odd \\u202eWire"));
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 1);
    }

    void theNextColourIsACommand() {
        Window window;
        data::AnnotationStore& store = window.store.library->annotations();
        store.addTag("Watch", "#2FA36B");
        const auto line = [&] { return lineNamed(window, PlaceGroup::Tags, QStringLiteral("Watch")); };
        QTRY_VERIFY_WITH_TIMEOUT(line().isValid(), 8000);
        window.page->placePane().setCurrentIndex(line());
        window.bench->actions.find(QStringLiteral("library.colourTag"))->trigger();
        QTRY_COMPARE(fromUtf8(store.tags().front().colour),
                     tagColours().first()); // "#2FA36B" is none of ours
        QTRY_COMPARE(line().data(PlaceModel::ColourRole).value<QColor>(), QColor(tagColours().first()));
        window.page->placePane().setCurrentIndex(line());
        window.bench->actions.find(QStringLiteral("library.colourTag"))->trigger();
        QTRY_COMPARE(fromUtf8(store.tags().front().colour), tagColours()[1]);
        window.bench->actions.find(QStringLiteral("library.order.title"))->trigger();
        QCOMPARE(window.page->listPane().source().order, data::ArticleOrder::Title);
    }
};

PARALLAX_WIDGET_TEST(TestLibraryNames)

} // namespace test_library_names
#include "test_library_names.moc"
