// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QPainter>
#include <QTest>

#include "tests/test_program.h"
#include "tests/ui/checks/check_fixture.h"
#include "tests/ui/shots/page_look.h"
#include "ui/checks/check_detail.h"
#include "ui/checks/checks_workspace.h"
#include "ui/common/check_mark.h"
#include "ui/common/theme.h"
#include "ui/common/translation.h"
#include "ui/library/library_workspace.h"

namespace test_check_pictures {

using namespace parallax;
using namespace parallax::ui;

// The checks page and a checked article in each language and theme, kept for a person to look at; that no
// text is cut off on them is asked in tests/ui/shots.
class TestCheckPictures : public QObject {
    Q_OBJECT

    static void keep(QWidget& page, const char* name) {
        const QString folder = QStringLiteral(PARALLAX_BINARY_DIR "/shots/");
        QDir().mkpath(folder);
        QVERIFY(
            page.grab().save(folder + QStringLiteral("checks-%1-%2.png")
                                          .arg(QLatin1String(QTest::currentDataTag()), QLatin1String(name))));
    }

    // What several pages of an article would say of one statement.
    static void across(data::Library& library, const data::SavedArticle& other) {
        data::CheckRunOptions options;
        options.threads = 1;
        options.engine = data::checkEngineVersion + 1;
        options.check = [&](const data::Article& article) {
            data::EditionFindings findings;
            if (article.slug != "hosted-models")
                return findings;
            findings.checks = parallax::test::growthChecks(article);
            data::Check check =
                parallax::test::checkOf(article, data::Rule::SameFact, data::Colour::Red, {"$48 billion"});
            data::Evidence there = parallax::test::evidenceOf(parallax::test::englishArticle(), "31%");
            there.article = other.article;
            there.edition = other.edition;
            check.statement.push_back(there);
            check.face = 31e9;
            check.unit = "USD";
            check.strict = data::Interval{30.5e9, 31.5e9};
            check.loose = check.strict;
            check.stated = data::Interval{47.5e9, 48.5e9};
            findings.checks.push_back(check);
            return findings;
        };
        options.compare = [](const data::Fact&, const data::Fact&) { return std::optional<data::Check>(); };
        data::checkLibrary(library, {}, {}, options);
    }

  private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void pagesAreDrawn_data() { ui::testing::addLooks(); }
    void pagesAreDrawn() {
        QFETCH(QString, language);
        QFETCH(int, theme);
        QFETCH(int, scale);
        applyInterfaceLanguage(language);
        applyTheme(*qApp, static_cast<ThemeChoice>(theme), scale, false);
        parallax::test::CheckedLibrary library(3);
        const data::SavedArticle other{2, 2, data::ImportOutcome::Added};
        across(*library.library, other);
        parallax::test::Bench bench(library.path);
        {
            ChecksWorkspace page(bench.context, nullptr);
            page.resize(QSize(1220, 760) * scale / 100);
            page.show();
            QTRY_VERIFY(page.model().rowCount() > 0 && page.detail().loaded().check);
            QTest::qWait(80);
            const auto open = [&](const std::string& quote, data::Rule rule) {
                for (int row = 0; row < page.model().rowCount(); ++row) {
                    const data::StoredCheck* check = page.model().at(row);
                    if (check->check.rule == rule && check->check.statement.front().quote == quote)
                        page.list().setCurrentIndex(page.model().index(row));
                }
                QTest::qWait(150);
            };
            open("~40%", data::Rule::Cagr);
            page.mark(page.detail().loaded().check->id, data::CheckMark::FalseAlarm,
                      QStringLiteral("counts fiscal years"));
            QTest::qWait(1200);
            keep(page, "rate");
            open("$48 billion", data::Rule::SameFact);
            keep(page, "across");
            open("+40%", data::Rule::DeltaPercent);
            keep(page, "cell");
        }
        LibraryWorkspace page(bench.context, nullptr);
        page.resize(QSize(1220, 760) * scale / 100);
        page.show();
        QTRY_VERIFY(page.listPane().articles().rowCount() > 0);
        page.goTo({QStringLiteral("library"), {{QStringLiteral("article"), qint64{library.growth.article}}}});
        QTRY_VERIFY(page.reader().view().page() != nullptr);
        page.reader().setAllChecks(true);
        QTRY_VERIFY(page.reader().view().page()->marks().size() > 4);
        QTest::qWait(200);
        keep(page, "reader");
        page.goTo({QStringLiteral("library"), {{QStringLiteral("article"), 2}}});
        page.reader().setMode(ReadingMode::SideBySide);
        QTest::qWait(600);
        keep(page, "sidebyside");
    }
};

PARALLAX_WIDGET_TEST(TestCheckPictures)

} // namespace test_check_pictures
#include "test_check_pictures.moc"
