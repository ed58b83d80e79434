// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QPainter>

#include "tests/test_program.h"
#include "tests/ui/tables/workspace_fixture.h"
#include "ui/checks/checks_workspace.h"
#include "ui/common/translation.h"
#include "ui/deals/deals_workspace.h"
#include "ui/latency/latency_workspace.h"
#include "ui/models/models_workspace.h"
#include "ui/projections/projection_model.h"
#include "ui/projections/projections_workspace.h"
#include "ui/tables/table_page.h"
#include "ui/tables/tables_workspace.h"

namespace test_table_pages_pictures {

using namespace parallax::ui;
using parallax::ui::testing::Desk;

// Each page in each theme, kept for a person to look at; that the pages can be painted at all is what fails
// here.
class TestTablePagesPictures : public QObject {
    Q_OBJECT

    static void keep(QWidget& page, const char* name) {
        const QString folder = QStringLiteral(PARALLAX_BINARY_DIR "/shots/");
        QDir().mkpath(folder);
        QVERIFY(page.grab().save(
            folder +
            QStringLiteral("%1_%2.png").arg(QLatin1String(name), QLatin1String(QTest::currentDataTag()))));
    }

  private Q_SLOTS:
    void pagesAreDrawn_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QString>("language");
        QTest::newRow("light-en") << int(ThemeChoice::Light) << QStringLiteral("en");
        QTest::newRow("dark-zh_TW") << int(ThemeChoice::Dark) << QStringLiteral("zh_TW");
        QTest::newRow("contrast-zh_CN") << int(ThemeChoice::HighContrast) << QStringLiteral("zh_CN");
    }
    void pagesAreDrawn() {
        QFETCH(int, theme);
        QFETCH(QString, language);
        applyInterfaceLanguage(language);
        parallax::ui::testing::dress(static_cast<ThemeChoice>(theme), language);
        Desk desk(parallax::ui::testing::samples());
        {
            TablesWorkspace page(*desk.context, nullptr);
            page.resize(1280, 760);
            page.show();
            QVERIFY(QTest::qWaitFor([&] { return page.page().table() != nullptr; }, 5000));
            QTest::qWait(60);
            keep(page, "tables_operations");
            page.goTo({QStringLiteral("tables"), {{QStringLiteral("table"), 3}}});
            QVERIFY(QTest::qWaitFor([&] { return page.page().table()->stored.row.id == 3; }, 5000));
            QTest::qWait(60);
            keep(page, "tables_revenue");
            page.resize(900, 760);
            QTest::qWait(60);
            keep(page, "tables_narrow");
        }
        {
            ProjectionsWorkspace page(*desk.context, nullptr);
            page.resize(1280, 700);
            page.show();
            QVERIFY(QTest::qWaitFor([&] { return page.model().groupCount() > 0; }, 5000));
            QTest::qWait(60);
            keep(page, "projections");
        }
        DealsWorkspace deals(*desk.context, nullptr);
        LatencyWorkspace latency(*desk.context, nullptr);
        ModelsWorkspace models(*desk.context, nullptr);
        ChecksWorkspace checks(*desk.context, nullptr);
        for (const auto& [page, name] : {std::pair<QWidget*, const char*>(&deals, "deals"),
                                         {&latency, "latency"},
                                         {&models, "models"},
                                         {&checks, "checks"}}) {
            page->resize(900, 560);
            page->show();
            keep(*page, name);
        }
    }
};

PARALLAX_WIDGET_TEST(TestTablePagesPictures)

} // namespace test_table_pages_pictures
#include "test_table_pages_pictures.moc"
