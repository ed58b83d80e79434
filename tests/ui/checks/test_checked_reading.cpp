// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Checks where the analyst reads: badges in the list, marks in the article, the way to the evidence.

#include <QApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include "data/store/transaction.h"
#include "tests/test_program.h"
#include "tests/ui/checks/check_fixture.h"
#include "ui/common/theme.h"
#include "ui/library/library_workspace.h"

namespace test_checked_reading {

using namespace parallax;
using namespace parallax::ui;

namespace {

struct Window {
    explicit Window(const std::filesystem::path& path)
        : bench(path)
        , page(bench.context, nullptr) {
        page.resize(1400, 900);
        page.show();
        page.activateWindow();
    }
    bool ready() { return page.listPane().articles().rowCount() > 0; }
    bool open(data::ArticleId id) {
        page.goTo({QStringLiteral("library"), {{QStringLiteral("article"), qint64{id}}}});
        return QTest::qWaitFor(
            [&] {
                const PageDocument* document = page.reader().view().page();
                return document != nullptr && page.reader().articleId() == id &&
                       document->checks() != nullptr;
            },
            5000);
    }
    const std::vector<FigureMark>& marks() { return page.reader().view().page()->marks(); }

    test::Bench bench;
    LibraryWorkspace page;
};

} // namespace

class TestCheckedReading : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void theListCountsWhatFails() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        ArticleListModel& model = window.page.listPane().articles();
        const int row = model.rowOf(library.growth.article);
        QVERIFY(row >= 0);
        QCOMPARE(model.at(row)->checks.red, 1);
        QCOMPARE(model.at(row)->checks.amber, 2);
        const QString told = model.index(row).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(told.contains(QStringLiteral("do not hold: 1")), qPrintable(told));
    }

    void onlyArticlesWithFailedChecksAreListedOnDemand() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QCOMPARE(window.page.listPane().articles().rowCount(), 4);
        window.page.goTo({QStringLiteral("library"), {{QStringLiteral("failed"), true}}});
        QTRY_COMPARE(window.page.listPane().articles().rowCount(), 2);
        QCOMPARE(window.page.place().detail[QLatin1String("failed")].toBool(), true);
        QTRY_COMPARE(library.library->articles().facets().failed, std::int64_t(2));
    }

    void failedFiguresAreMarkedAndAllOfThemOnDemand() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QVERIFY(window.open(library.growth.article));
        QCOMPARE(window.marks().size(), std::size_t(3));
        QVERIFY(window.page.reader().view().document()->toPlainText().contains(QStringLiteral("✕1 △2 ✓1")));
        window.page.reader().view().setFocus();
        QTest::keyClick(&window.page.reader().view(), Qt::Key_V);
        QTRY_COMPARE(window.marks().size(), std::size_t(5));
        QVERIFY(window.bench.actions.find(QStringLiteral("reader.allChecks"))->isChecked());
        QTest::keyClick(&window.page.reader().view(), Qt::Key_V);
        QTRY_COMPARE(window.marks().size(), std::size_t(3));
    }

    void aFigureTellsItsWorkingAndLeadsToItsEvidence() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QVERIFY(window.open(library.growth.article));
        ArticleView& view = window.page.reader().view();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_X);
        QCOMPARE(view.currentFigure(), 0);
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("58.74%")));
        const FigureMark& mark = window.marks().front();
        const QPoint at = view.page()->shapeOf(mark).lines.front().words.center().toPoint() -
                          QPoint(0, view.verticalScrollBar()->value());
        QHelpEvent help(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(view.viewport(), &help);
        QVERIFY2(QToolTip::text().contains(QStringLiteral("58.74")), qPrintable(QToolTip::text()));
        QToolTip::hideText();
        QSignalSpy places(&window.page, &Workspace::openPlace);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
        auto* menu = window.page.findChild<QMenu*>(QStringLiteral("figureMenu"));
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 5); // the working, and four operands
        menu->actions().front()->trigger();
        QCOMPARE(places.front().front().value<Place>().workspace, QStringLiteral("checks"));
        menu->close();
    }

    void whereNothingElseIsToBeReadTheWorkingOpens() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QVERIFY(window.open(library.growth.article));
        ArticleView& view = window.page.reader().view();
        QSignalSpy places(&window.page, &Workspace::openPlace);
        view.showFigure(static_cast<int>(window.marks().back().figure)); // "largest buyer"
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(places.size(), 1);
        QCOMPARE(places.front().front().value<Place>().workspace, QStringLiteral("checks"));
    }

    void aMarkGivenElsewhereQuietsTheFigure() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QVERIFY(window.open(library.growth.article));
        const auto first = [&] { return window.page.reader().view().page()->checks()->figures.front(); };
        QVERIFY(!first().settled);
        const data::CheckId id = window.page.reader().article()->checks[first().checks.front()].id;
        {
            data::Transaction transaction(*library.library);
            data::CheckStore(*library.library).mark(id, data::CheckMark::FalseAlarm, "", "me");
            transaction.commit();
        }
        QTRY_VERIFY_WITH_TIMEOUT(first().settled, 60000);
    }

    void theCountsInTheHeaderLeadToTheChecksOfTheArticle() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QVERIFY(window.open(library.growth.article));
        QSignalSpy places(&window.page, &Workspace::openPlace);
        Q_EMIT window.page.reader().view().linkActivated(QUrl(QStringLiteral("parallax:checks")));
        QCOMPARE(places.size(), 1);
        const auto place = places.front().front().value<Place>();
        QCOMPARE(place.workspace, QStringLiteral("checks"));
        QCOMPARE(place.detail[QLatin1String("article")].toInteger(), qint64{library.growth.article});
    }
};

PARALLAX_WIDGET_TEST(TestCheckedReading)

} // namespace test_checked_reading
#include "test_checked_reading.moc"
