// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The library workspace as a person uses it: a real window, driven offscreen by keys and mouse.

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include "data/store/annotation_store.h"
#include "tests/test_program.h"
#include "tests/ui/library/library_window.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/library/library_workspace.h"
#include "ui/reader/reader_margin.h"
#include "ui/reader/table_sheet.h"

namespace test_library_workspace {

using namespace parallax;
using namespace parallax::ui;
using test::english;
using Window = test::LibraryWindow;

namespace {

// Text that QTest::keyClicks cannot type (it asserts on anything but ASCII).
void typeText(QWidget* widget, const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(widget, &event);
}

} // namespace

class TestLibraryWorkspace : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void cleanup() { QApplication::clipboard()->clear(); }

    void modelsKeepTheRulesOfTheirKind() {
        test::TemporaryLibrary store;
        store.fill(200);
        test::Bench bench(store.path);
        ArticleListModel articles(bench.client);
        QAbstractItemModelTester articleTester(&articles,
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
        articles.setSource({});
        QTRY_COMPARE(articles.rowCount(), 201);
        (void)articles.index(200).data();
        QTRY_VERIFY(articles.at(200) != nullptr);
        ListSource source;
        source.query = QStringLiteral("number 17");
        articles.setSource(source);
        QTRY_VERIFY(articles.rowCount() < 201);
        store.add(test::TemporaryLibrary::shortArticle(900));
        articles.refresh();
        articles.setSource({});
        QTRY_COMPARE(articles.rowCount(), 202);

        PlaceModel places;
        QAbstractItemModelTester placeTester(&places, QAbstractItemModelTester::FailureReportingMode::QtTest);
        places.setFacets(store.library->articles().facets(), {});
        QVERIFY(places.groupIndex(PlaceGroup::Sources).isValid());
        places.setFacets({}, {});
        QVERIFY(!places.groupIndex(PlaceGroup::Sources).isValid());

        PlainTableModel table;
        QAbstractItemModelTester tableTester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setTable(test::englishArticle().tables[0]);
        QCOMPARE(table.index(1, 2).data().toString(), QStringLiteral("$3.30"));
        table.setTable({});
        QCOMPARE(table.rowCount(), 0);
    }

    void nextAndPreviousWalkThroughTheList() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.list().setFocus();
        window.key(Qt::Key_J);
        QTRY_VERIFY(!window.shown().isEmpty());
        const QString first = window.shown();
        window.key(Qt::Key_J);
        QTRY_VERIFY(window.shown() != first);
        window.key(Qt::Key_K);
        QTRY_COMPARE(window.shown(), first);
        window.key(Qt::Key_Down);
        QTRY_VERIFY(window.shown() != first);
    }

    void anArticleThatStaysIsRead() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        const data::ArticleId id = window.reader().articleId();
        QTRY_VERIFY(!window.store.library->articles().row(id)->unread);
        window.list().setFocus();
        window.key(Qt::Key_U);
        QTRY_VERIFY(window.store.library->articles().row(id)->unread);
        QAction* star = window.bench->actions.find(QStringLiteral("library.star"));
        const auto picture = [&] { return star->icon().pixmap(20, 20).toImage(); };
        const QImage hollow = picture();
        window.key(Qt::Key_S);
        QTRY_VERIFY(window.store.library->articles().row(id)->starred);
        QVERIFY(picture() != hollow); // filled, as in the list
    }

    void searchingAsYouTypeFindsEitherScript() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.key(Qt::Key_Slash);
        QTRY_VERIFY(window.search()->hasFocus());
        typeText(window.search(), QStringLiteral("价目表"));
        Q_EMIT window.search()->textEdited(window.search()->text());
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 1);
        const ListedArticle* hit = window.page->listPane().articles().at(0);
        QVERIFY(hit != nullptr);
        QVERIFY2(hit->snippet.contains(QStringLiteral("價目表")), qPrintable(hit->snippet));
        QVERIFY(!hit->highlights.empty());
        window.key(Qt::Key_Return);
        window.key(Qt::Key_J);
        // The hit stands in the Chinese edition: the reader shows it there.
        QTRY_VERIFY(window.reader().view().page() != nullptr &&
                    window.reader().view().toPlainText().contains(QStringLiteral("價目表怎麼說")));
    }

    void aSearchWithoutHitsSaysWhatWasTried() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.page->listPane().setSearch(QStringLiteral("zzyzx"));
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 0);
        QString words;
        for (const QLabel* label : window.page->listPane().findChildren<QLabel*>())
            if (label->isVisible())
                words += label->text();
        QVERIFY2(words.contains(QStringLiteral("zzyzx")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("both Chinese scripts")), qPrintable(words));
    }

    void placesFilterTheList() {
        Window window(10);
        QTRY_VERIFY(window.ready());
        PlaceModel& places = window.page->placePane().places();
        QTRY_VERIFY(places.groupIndex(PlaceGroup::Sources).isValid());
        const QModelIndex sources = places.groupIndex(PlaceGroup::Sources);
        QModelIndex odd;
        for (int row = 0; row < places.rowCount(sources); ++row)
            if (places.index(row, 0, sources).data().toString() == QLatin1String("Odd Wire"))
                odd = places.index(row, 0, sources);
        QVERIFY(odd.isValid());
        QCOMPARE(odd.data(PlaceModel::CountRole).toLongLong(), 5);
        window.page->placePane().setCurrentIndex(odd);
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 5);
        QCOMPARE(window.page->place().detail.value(QLatin1String("source")).toString(),
                 QStringLiteral("Odd Wire"));
    }

    void tagsAreMadeAssignedRenamedAndColoured() {
        Window window;
        QTRY_VERIFY(window.ready());
        const std::int64_t tag = window.store.library->annotations().addTag("Watch", "#2FA36B");
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        window.store.library->annotations().setTagged(window.reader().articleId(), tag, true);
        PlaceModel& places = window.page->placePane().places();
        // Another connection wrote: the window notices by itself.
        QTRY_VERIFY_WITH_TIMEOUT(places.groupIndex(PlaceGroup::Tags).isValid(), 8000);
        const QModelIndex line = places.index(0, 0, places.groupIndex(PlaceGroup::Tags));
        QVERIFY(places.setData(line, QStringLiteral("Watch closely"), Qt::EditRole));
        QTRY_COMPARE(window.store.library->annotations().tags().front().name, std::string("Watch closely"));
        Q_EMIT window.page->placePane().tagChanged(tag, QStringLiteral("Watch closely"),
                                                   QStringLiteral("#D55E00"));
        QTRY_COMPARE(window.store.library->annotations().tags().front().colour, std::string("#D55E00"));
        window.page->placePane().setCurrentIndex(places.index(0, 0, places.groupIndex(PlaceGroup::Tags)));
        QTRY_COMPARE(window.page->listPane().articles().rowCount(), 1);
    }

    void aSearchIsSavedAndFoundAgain() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.page->listPane().setSearch(QStringLiteral("cloud -GPU"));
        window.bench->actions.find(QStringLiteral("library.saveSearch"))->trigger();
        QTRY_COMPARE(window.store.library->annotations().savedSearches().size(), 1U);
        QCOMPARE(window.store.library->annotations().savedSearches().front().query,
                 std::string("cloud -GPU"));
        PlaceModel& places = window.page->placePane().places();
        QTRY_VERIFY_WITH_TIMEOUT(places.groupIndex(PlaceGroup::Saved).isValid(), 8000);
    }

    void removingCanBeTakenBack() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        const data::ArticleId id = window.reader().articleId();
        window.list().setFocus();
        window.key(Qt::Key_Delete);
        QVERIFY(window.page->listPane().articles().isLeaving(id));
        for (QPushButton* button : window.page->listPane().findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Undo"))
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!window.page->listPane().articles().isLeaving(id));
        QVERIFY(window.store.library->articles().row(id).has_value());
    }

    void exportAndPdfWriteWhatWasChosen() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        const QString text = window.store.folder.filePath(QStringLiteral("out.md"));
        dialogs::setNextPaths({text});
        window.bench->actions.find(QStringLiteral("library.exportMarkdown"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(text).size() > 500, 10'000);
        const QString pdf = window.store.folder.filePath(QStringLiteral("out.pdf"));
        dialogs::setNextPaths({pdf});
        window.bench->actions.find(QStringLiteral("library.savePdf"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(pdf).size() > 2000, 10'000);
    }

    void aLinkIsOpenedOnlyAfterAsking() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        dialogs::setNextConfirmation(false);
        Q_EMIT window.reader().view().linkActivated(QUrl(QStringLiteral("https://example.org/prices")));
        // Not even asked about:
        Q_EMIT window.reader().view().linkActivated(QUrl(QStringLiteral("file:///etc/passwd")));
        Q_EMIT window.reader().view().linkActivated(QUrl(QStringLiteral("parallax:table/99999")));
        Q_EMIT window.reader().view().linkActivated(QUrl(QStringLiteral("parallax:block/-3")));
        QCOMPARE(window.shown(), english);
    }

    void thePlaceInAnArticleIsKept() {
        Window window;
        window.page->resize(1100, 380);
        QTRY_VERIFY(window.ready());
        window.openBilingual();
        QTRY_COMPARE(window.shown(), english);
        ArticleView& view = window.reader().view();
        view.verticalScrollBar()->setValue(600);
        const int value = view.verticalScrollBar()->value();
        QVERIFY(value > 200);
        const int bilingual = window.list().currentIndex().row();
        window.list().setCurrentIndex(window.page->listPane().articles().index(bilingual == 0 ? 1 : 0));
        QTRY_VERIFY(window.shown() != english);
        window.list().setCurrentIndex(window.page->listPane().articles().index(bilingual));
        QTRY_COMPARE(window.shown(), english);
        QTRY_VERIFY(std::abs(view.verticalScrollBar()->value() - value) < 40);
    }

    void stateSurvivesTheSession() {
        Window window;
        QTRY_VERIFY(window.ready());
        window.page->listPane().setSearch(QStringLiteral("note"));
        window.reader().toggleMargin();
        const QJsonObject state = window.page->saveState();
        LibraryWorkspace other(window.bench->context, nullptr);
        other.restoreState(state);
        QCOMPARE(other.listPane().searchWords(), QStringLiteral("note"));
        QVERIFY(other.findChild<ReaderMargin*>()->isHidden());
    }

    void anEmptyLibrarySaysWhatHelps() {
        test::TemporaryLibrary store;
        test::Bench bench(store.path);
        LibraryWorkspace page(bench.context, nullptr);
        page.resize(1200, 700);
        page.show();
        const auto words = [&] {
            QString all;
            for (const QLabel* label : page.listPane().findChildren<QLabel*>())
                if (label->isVisible())
                    all += label->text();
            return all;
        };
        QTRY_VERIFY2(words().contains(QStringLiteral("The library is empty")), qPrintable(words()));
    }

    void everyButtonHasANameAndNoKeyMeansTwoThings() {
        Window window;
        QTRY_VERIFY(window.ready());
        QCOMPARE(window.bench->actions.shortcutConflicts(), QStringList());
        for (const QAbstractButton* button : window.page->findChildren<QAbstractButton*>())
            QVERIFY2(button->isHidden() || !button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(QLatin1String(button->metaObject()->className()) + QStringLiteral(" ") +
                                button->objectName()));
        for (const QWidget* widget :
             {static_cast<QWidget*>(&window.list()), static_cast<QWidget*>(&window.reader().view()),
              static_cast<QWidget*>(&window.page->placePane())})
            QVERIFY(!widget->accessibleName().isEmpty());
    }
};

PARALLAX_WIDGET_TEST(TestLibraryWorkspace)

} // namespace test_library_workspace
#include "test_library_workspace.moc"
