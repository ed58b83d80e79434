// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What opens within the Tables, Checks and reader pages and their dialogs, in every look: see test_pages.
#include <QDialog>
#include <QLineEdit>
#include <QSplitter>

#include "data/store/article_store.h"
#include "data/store/backup.h"
#include "data/store/check_run.h"
#include "data/store/correction_store.h"
#include "data/store/table_store.h"
#include "data/store/transaction.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "tests/ui/shots/page_look.h"
#include "ui/common/fonts.h"
#include "ui/reader/table_sheet.h"
#include "ui/tables/compare_page.h"
#include "ui/tables/summary_dialog.h"
#include "ui/tables/table_corrections.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_page.h"
#include "ui/tables/tables_workspace.h"

namespace test_table_pages {

using namespace parallax;
using namespace parallax::ui;

class TestTablePages final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_demo;
    data::TableId m_failed = 0;   // a table whose figures fail
    data::TableId m_compared = 0; // one with figures of which other articles have the same
    qint64 m_across = 0;          // a check across articles

    void look(QWidget* page, const QString& name) {
        const QString problems = testing::problemsOf(page, name);
        QVERIFY2(problems.isEmpty(), qPrintable(problems));
    }

    static QDialog* dialogOf(QWidget* page, const char* name) {
        QDialog* found = nullptr;
        (void)QTest::qWaitFor([&] {
            found = page->findChild<QDialog*>(QString::fromLatin1(name));
            return found != nullptr && found->isVisible();
        });
        return found;
    }

  private Q_SLOTS:
    void initTestCase() {
        m_demo = std::filesystem::path(m_folder.filePath(QStringLiteral("demo.sqlite3")).toStdString());
        testing::importDemo(m_demo);
        data::Library library(m_demo);
        data::checkLibrary(library, {}, {});
        data::CheckFilter filter;
        for (const data::StoredCheck& check : library.checks().list(filter, 0, 200)) {
            const data::Evidence& claim = check.check.statement.front();
            if (m_failed != 0 || claim.row < 0 || check.check.colour == data::Colour::Green)
                continue;
            for (const data::StoredTable& table : library.tables().ofArticle(check.article))
                if (table.row.edition == check.edition && table.row.index == claim.table)
                    m_failed = table.row.id;
        }
        QVERIFY(m_failed != 0);
        filter.acrossArticles = true;
        const auto across = library.checks().list(filter, 0, 1);
        QVERIFY(!across.empty());
        m_across = across.front().id;
        for (const data::TableRow& row :
             library.tables().list({}, 0, 1000, data::TableOrder::NewestFirst, data::Language::English))
            if (row.columns > 2 && row.rows > 3 && m_compared == 0 && row.id != m_failed)
                m_compared = row.id;
        // A correction for the log, and a cell that shows it.
        data::NewCorrection correction;
        correction.table = m_compared;
        correction.kind = data::CorrectionKind::Cell;
        correction.row = 1;
        correction.column = 1;
        correction.after = "$16B";
        correction.by = "Ada";
        correction.why = "annual report, page 12";
        data::Transaction transaction(library);
        library.corrections().add(correction);
        transaction.commit();
        data::checkLibrary(library, {}, {});
    }

    void everyPageShowsItsWholeText_data() { testing::addLooks(testing::SmallWindows::Drawn); }

    void everyPageShowsItsWholeText() {
        QFETCH(QString, language);
        QFETCH(int, theme);
        QFETCH(int, scale);
        QFETCH(bool, small);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        testing::Window window(m_demo, language, [&](Settings& settings) {
            settings.setTheme(static_cast<ThemeChoice>(theme));
            settings.setScalePercent(scale);
            settings.setReadingLanguage(
                language == QLatin1String("zh_TW")   ? data::Language::TraditionalChinese
                : language == QLatin1String("zh_CN") ? data::Language::SimplifiedChinese
                                                     : data::Language::English);
        });
        window->resize(testing::windowSize(scale, small));
        QTRY_VERIFY(window.library->isOpen());
        const auto shoot = [&](const char* name) {
            look(window.window.get(), tag + QLatin1Char('-') + QLatin1String(name));
        };
        const auto go = [&](data::TableId table) {
            window->goTo({QStringLiteral("tables"), {{QStringLiteral("table"), qint64{table}}}});
            auto* workspace = qobject_cast<TablesWorkspace*>(window->currentWorkspace());
            (void)QTest::qWaitFor([&] {
                return workspace->page().table() && workspace->page().table()->stored.row.id == table;
            });
            QTest::qWait(150);
            return workspace;
        };
        TablesWorkspace* tables = go(m_failed);
        TablePage& page = tables->page();
        page.stepCheck(1);
        shoot("table-failed");
        go(m_compared);
        shoot("table-corrected");
        if (small) {
            Q_EMIT page.compareRequested();
            QTRY_COMPARE_WITH_TIMEOUT(window.tasks->running(), 0, 30000);
            QTest::qWait(300);
            shoot("table-compare");
            return;
        }
        page.corrections().correctCell(1, 2);
        if (QDialog* dialog = dialogOf(tables, "correctionDialog")) {
            dialog->findChild<QLineEdit*>(QStringLiteral("words"))->setText(QStringLiteral("1.5億美元"));
            look(dialog, tag + QStringLiteral("-table-correct"));
            dialog->reject();
        }
        page.corrections().showLog();
        if (QDialog* dialog = dialogOf(tables, "correctionLog")) {
            look(dialog, tag + QStringLiteral("-table-log"));
            dialog->close();
        }
        page.compute(data::Computation::Cagr);
        if (QDialog* dialog = dialogOf(tables, "computeDialog")) {
            look(dialog, tag + QStringLiteral("-table-compute"));
            dialog->reject();
        }
        for (const bool pivot : {false, true}) {
            page.showSummary(pivot);
            if (QDialog* dialog = dialogOf(tables, "summaryDialog")) {
                look(dialog,
                     tag + (pivot ? QStringLiteral("-table-pivot") : QStringLiteral("-table-describe")));
                dialog->close();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        }
        Q_EMIT page.compareRequested();
        QTRY_COMPARE_WITH_TIMEOUT(window.tasks->running(), 0, 30000);
        QTest::qWait(300);
        shoot("table-compare");
        window->goTo({QStringLiteral("checks"), {{QStringLiteral("check"), m_across}}});
        QTest::qWait(400);
        shoot("checks-across");

        data::Table big;
        big.caption = "A table too large for the text";
        for (const char* name : {"Provider", "2024", "2025", "Change"})
            big.header.push_back({name, {}, {}});
        for (int row = 0; row < 40; ++row)
            big.rows.push_back({{"Provider " + std::to_string(row), {}, {}},
                                {"$" + std::to_string(10 + row) + "M", {}, {}},
                                {"$" + std::to_string(12 + row) + "M", {}, {}},
                                {"+20%", {}, {}}});
        data::StoredCheck wrong;
        wrong.check.colour = data::Colour::Red;
        wrong.check.statement.resize(1);
        wrong.check.statement[0].table = 0;
        wrong.check.statement[0].row = 3;
        wrong.check.statement[0].column = 3;
        TableSheet sheet;
        sheet.resize(QSize(900, 500) * scale / 100);
        sheet.setTable(big, std::make_shared<const CellChecks>(std::vector{wrong}, 0, 0));
        sheet.show();
        look(&sheet, tag + QStringLiteral("-table-sheet"));
    }
};

PARALLAX_WINDOW_TEST(TestTablePages)

} // namespace test_table_pages
#include "test_table_pages.moc"
