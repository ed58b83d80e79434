// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table of 100,000 rows on the Tables page: how long the event loop is busy at a stretch while an analyst
// opens it, sorts, filters, scrolls, computes and leaves it. Target: no stretch over 50 ms. Run offscreen.
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <filesystem>
#include <string>

#include "data/store/check_run.h"
#include "data/store/import.h"
#include "data/store/table_store.h"
#include "tests/bench/loop_watch.h"
#include "ui/common/actions.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/settings.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/translation.h"
#include "ui/shell/application.h"
#include "ui/tables/summary_dialog.h"
#include "ui/tables/table_corrections.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_model.h"
#include "ui/tables/table_page.h"
#include "ui/tables/tables_workspace.h"

using namespace parallax;
using namespace parallax::ui;
using parallax::bench::LoopWatch;
using parallax::bench::wait;

namespace {

constexpr int rows = 100'000;

// Names, amounts of two years, their change (every thousandth wrong), a latency and remarks.
std::string largeTable() {
    std::string text = "Name,2024,2025,Change,Latency,Remark\n";
    for (int i = 0; i < rows; ++i) {
        const int base = 10 + i % 90;
        const int next = base + 1 + i % 37;
        const int change = (200 * (next - base) + base) / (2 * base) + (i % 1000 == 7 ? 60 : 0);
        text += "Provider " + std::to_string((i * 7919LL) % rows) + ",$" + std::to_string(base) + ".0M,$" +
                std::to_string(next) + ".0M,+" + std::to_string(change) + "%," +
                std::to_string(80 + i % 700) + " ms," + (i % 3 == 0 ? "list price, 資料中心" : "contract") +
                "\n";
    }
    return text;
}

std::string smallTable() {
    return "Name,2024,2025\nOne,$1M,$2M\nTwo,$2M,$3M\n";
}

} // namespace

int main(int argc, char** argv) {
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    qputenv("XDG_DATA_HOME", home.path().toLocal8Bit());
    const std::filesystem::path path(home.filePath(QStringLiteral("library.sqlite3")).toStdString());
    data::TableId large = 0, small = 0;
    {
        data::Library made(path);
        data::ImportOptions options;
        options.parser.command = {PARALLAX_PROGRAM, "parse-worker"}; // empty would run this program again
        data::importItems(made,
                          {{"large.csv", largeTable(), "text/csv"}, {"small.csv", smallTable(), "text/csv"}},
                          options, {}, {});
        for (const data::TableRow& row : made.tables().list({}, 0, 10))
            (row.rows > 1000 ? large : small) = row.id;
        data::checkLibrary(made, {}, {});
    }
    Application application(argc, argv);
    IssueModel issues;
    ActionRegistry actions;
    Settings settings;
    LibraryClient library(path);
    TaskManager tasks(issues);
    Context context{library, tasks, issues, actions, settings};
    applyInterfaceLanguage(QStringLiteral("en"));
    applyTheme(application, ThemeChoice::Light, 100, false);
    TablesWorkspace workspace(context, nullptr);
    workspace.resize(1400, 900);
    workspace.show();
    TablePage& page = workspace.page();
    const auto open = [&](data::TableId id) {
        workspace.goTo({QStringLiteral("tables"), {{QStringLiteral("table"), qint64{id}}}});
        if (!QTest::qWaitFor([&] { return page.table() && page.table()->stored.row.id == id; }, 120'000))
            std::printf("table %lld did not open\n", static_cast<long long>(id));
        wait(300);
    };
    open(small);
    wait(500);
    LoopWatch watch;
    wait(500);
    watch.report("idle");
    open(large);
    watch.report("opening");
    auto* model = static_cast<TableModel*>(page.grid().model());
    const auto settled = [&] {
        wait(60);
        (void)QTest::qWaitFor([&] { return !model->isBusy(); }, 60'000);
        wait(120);
    };
    auto* bar = page.grid().verticalScrollBar();
    const auto scroll = [&] {
        for (int step = 0; step < 200; ++step) {
            bar->setValue(bar->value() + (step % 40 == 39 ? bar->maximum() / 7 : bar->singleStep() * 8));
            wait(12);
        }
        bar->setValue(0);
    };
    scroll();
    watch.report("scrolling, bars in cells");
    for (int step = 0; step < 60; ++step) {
        page.grid().horizontalScrollBar()->setValue(step % 12 * 40);
        wait(12);
    }
    watch.report("scrolling sideways");
    for (const int column : {1, 0, 5, 3}) {
        page.grid().sortByColumn(column, column % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        settled();
    }
    watch.report("sorting by four columns");
    page.grid().selectColumn(2);
    settled();
    page.grid().sortByColumn(2, Qt::AscendingOrder);
    settled();
    watch.report("sorting a selected column");
    page.grid().clearSelection();
    auto* filter = page.findChild<QLineEdit*>(QStringLiteral("rowFilter"));
    for (const char* words : {"c", "co", "contract", "2025>60", "provider 12", "資料中心", ""}) {
        filter->setText(QString::fromUtf8(words));
        wait(200);
        settled();
    }
    watch.report("filtering");
    page.grid().setBarsInCells(false);
    wait(100);
    page.grid().setBarsInCells(true);
    wait(100);
    watch.report("bars off and on");
    for (int step = 0; step < 20; ++step) {
        page.stepCheck(1);
        wait(30);
    }
    watch.report("from failed figure to figure");
    page.grid().selectAll();
    wait(200);
    watch.report("selecting all");
    page.grid().copy(CopiedHeader::With);
    wait(200);
    watch.report("copying all");
    page.grid().clearSelection();
    page.showSummary(true);
    wait(3000);
    if (auto* summary = page.findChild<SummaryDialog*>())
        summary->close();
    wait(200);
    watch.report("describe and pivot");
    page.compute(data::Computation::Change);
    wait(1500);
    if (auto* dialog = page.findChild<QDialog*>(QStringLiteral("computeDialog")))
        dialog->accept();
    (void)QTest::qWaitFor([&] { return page.table()->columnCount == 7; }, 60'000);
    wait(500);
    watch.report("computing a column");
    Q_EMIT library.changed();
    wait(1500);
    watch.report("a change of the library");
    open(small);
    wait(500);
    watch.report("leaving it");
    open(large);
    watch.report("coming back");
    return 0;
}
