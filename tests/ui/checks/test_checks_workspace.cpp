// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The checks workspace as an analyst uses it: real widgets on a real library.

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "data/store/transaction.h"
#include "tests/test_program.h"
#include "tests/ui/checks/check_fixture.h"
#include "ui/checks/check_detail.h"
#include "ui/checks/checks_workspace.h"
#include "ui/checks/evidence_card.h"
#include "ui/checks/interval_strip.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"

namespace test_checks_workspace {

using namespace parallax;
using namespace parallax::ui;

namespace {

struct Window {
    explicit Window(const std::filesystem::path& path)
        : bench(path)
        , page(bench.context, nullptr) {
        page.resize(1300, 800);
        page.show();
        page.activateWindow();
    }
    bool ready() { return page.model().rowCount() > 0 && page.detail().loaded().check.has_value(); }
    QString stated(int row) { return page.model().index(row).data().toString(); }
    template <typename Widget>
    Widget* find(const char* name) {
        return page.findChild<Widget*>(QLatin1String(name));
    }
    QString text(const char* name) { return find<QLabel>(name)->text(); }

    test::Bench bench;
    ChecksWorkspace page;
};

data::CheckMark markOf(const std::filesystem::path& path, data::CheckId id) {
    data::Library library(path, data::Library::Mode::ReadOnly);
    return data::CheckStore(library).load(id).mark;
}

} // namespace

class TestChecksWorkspace : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        Settings().setReadingLanguage(data::Language::English);
    }

    void theWorstCheckIsOpenWithItsWorking() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QAbstractItemModelTester tester(&window.page.model());
        QCOMPARE(window.page.model().rowCount(), 6);
        QCOMPARE(window.stated(0), QStringLiteral("~40%")); // May is newer than March
        QCOMPARE(window.stated(1), QStringLiteral("-8%"));
        QCOMPARE(window.stated(5), QStringLiteral("+25%"));
        QCOMPARE(window.page.detail().loaded().check->check.rule, data::Rule::Cagr);
        QCOMPARE(window.text("checkFormula"), QStringLiteral("100 × ((48 ÷ 12)^(1/3) − 1) = 58.74 %"));
        QVERIFY(window.text("checkRepairs").contains(QStringLiteral("~59%")));
        QVERIFY(window.text("checkPower").contains(QStringLiteral("56.1–61.6%")));
        QVERIFY(window.find<IntervalStrip>("intervalStrip")->isVisible());
        const auto cards = window.page.findChildren<EvidenceCard*>();
        QCOMPARE(cards.size(), 5);
        QVERIFY(cards.front()->evidence().sentence.startsWith(QStringLiteral("Revenue of hosted models")));
    }

    void whatAllEditionsSayIsOneRowWithAWayToEach() {
        test::TemporaryLibrary library;
        library.fill(0);
        test::checkWith(*library.library, [](const data::Article& article) {
            std::vector<data::Check> checks{test::checkOf(article, data::Rule::DeltaPercent,
                                                          data::Colour::Red, {"-8%", "$3.20", "$2.95"})};
            // An error of one edition alone.
            if (article.language == data::Language::TraditionalChinese)
                checks.push_back(
                    test::checkOf(article, data::Rule::DeltaPercent, data::Colour::Red, {"-17%"}));
            return checks;
        });
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QCOMPARE(window.page.model().rowCount(), 2);
        QCOMPARE(window.stated(0), QStringLiteral("-8%"));
        QCOMPARE(window.stated(1), QStringLiteral("-17%"));
        const data::StoredCheck shown = *window.page.detail().loaded().check;
        QCOMPARE(editionNames(shown), QStringLiteral("English, 繁體中文"));
        QCOMPARE(editionNames(*window.page.model().at(1)), QStringLiteral("繁體中文"));
        QVERIFY(window.page.model()
                    .index(0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("繁體中文")));
        // A link on the claim leads to the other edition, in its own words.
        QSignalSpy places(&window.page, &Workspace::openPlace);
        auto* claim = window.page.findChildren<EvidenceCard*>().front();
        QToolButton* also = nullptr;
        for (auto* button : claim->findChildren<QToolButton*>())
            if (button->text() == QStringLiteral("繁體中文"))
                also = button;
        QVERIFY(also != nullptr);
        also->click();
        QCOMPARE(places.size(), 1);
        const Place there = places.front().front().value<Place>();
        QCOMPARE(there.detail[QLatin1String("edition")].toInteger(), qint64{shown.editions.back().edition});
        // The check of the other edition, as the reader links to it, is the same row; its mark is that of
        // all.
        const data::CheckId other = shown.editions.back().check;
        window.page.goTo({QStringLiteral("checks"), {{QStringLiteral("check"), qint64{other}}}});
        QTRY_COMPARE(window.page.detail().loaded().check->id, other);
        QCOMPARE(window.page.list().currentIndex().row(), 0);
        window.page.mark(other, data::CheckMark::Accepted, QStringLiteral("as its source has it"));
        QCOMPARE(window.page.model().at(0)->mark, data::CheckMark::Accepted);
        QTRY_COMPARE(markOf(library.path, shown.id), data::CheckMark::Accepted);
        QCOMPARE(markOf(library.path, other), data::CheckMark::Accepted);
        // The row tells it in the reader's language.
        window.bench.settings.setReadingLanguage(data::Language::TraditionalChinese);
        QTRY_COMPARE(window.page.model().at(0)->id, other);
        QCOMPARE(window.page.list().currentIndex().row(), 0);
        window.bench.settings.setReadingLanguage(data::Language::English);
    }

    void filtersNarrowTheListAndSayHowMuchIsThere() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        auto* search = window.find<QLineEdit>("checkSearch");
        QTest::keyClicks(search, QStringLiteral("rented"));
        QTRY_COMPARE(window.page.model().rowCount(), 1);
        QCOMPARE(window.stated(0), QStringLiteral("-8%"));
        window.find<QToolButton>("checkClear")->click();
        QTRY_COMPARE(window.page.model().rowCount(), 6);
        QCOMPARE(search->text(), QString());
        // Colours: all, red, amber, grey, green.
        QList<QToolButton*> colours;
        for (auto* button : window.page.filters().findChildren<QToolButton*>())
            if (button->isCheckable() && button->objectName().isEmpty())
                colours << button;
        QCOMPARE(colours.size(), 5);
        QTRY_COMPARE(colours[1]->text(), QStringLiteral("2"));
        QCOMPARE(colours[2]->text(), QStringLiteral("2"));
        colours[2]->click();
        QTRY_COMPARE(window.page.model().rowCount(), 2);
        QCOMPARE(colours[1]->text(), QStringLiteral("2")); // what another choice would list
        auto* rules = window.find<QComboBox>("checkRules");
        QTRY_VERIFY(rules->count() > 2);
        const int superlative = rules->findData(static_cast<int>(data::Rule::Superlative));
        QVERIFY(superlative > 0);
        rules->setCurrentIndex(superlative);
        Q_EMIT rules->activated(superlative);
        QTRY_COMPARE(window.page.model().rowCount(), 1);
        QCOMPARE(window.stated(0), QStringLiteral("largest buyer"));
        // Nothing left: the page says so and offers the way back.
        window.find<QToolButton>("checkAcross")->click();
        QTRY_COMPARE(window.page.model().rowCount(), 0);
        auto* back = window.find<QPushButton>("showAllChecks");
        QTRY_VERIFY(back->isVisible());
        back->click();
        QTRY_COMPARE(window.page.model().rowCount(), 6);
    }

    void aMarkIsKeptWithItsNoteAndCanBeUndone() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        const data::CheckId id = window.page.detail().loaded().check->id;
        window.page.list().setFocus();
        QTest::keyClick(&window.page.list(), Qt::Key_W);
        auto* note = window.find<QLineEdit>("checkNote");
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("a fiscal year"));
        QCOMPARE(note->text(), QStringLiteral("a fiscal year")); // letters are text here, no shortcuts
        window.page.list().setFocus();
        QTest::keyClick(&window.page.list(), Qt::Key_F);
        QCOMPARE(window.page.detail().loaded().check->mark, data::CheckMark::FalseAlarm);
        QTRY_COMPARE(markOf(library.path, id), data::CheckMark::FalseAlarm);
        {
            data::Library reader(library.path, data::Library::Mode::ReadOnly);
            const data::StoredCheck stored = data::CheckStore(reader).load(id);
            QCOMPARE(stored.markNote, std::string("a fiscal year"));
            QVERIFY(!stored.markedAt.empty());
        }
        QTest::keyClick(&window.page.list(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(markOf(library.path, id), data::CheckMark::None);
        QTest::keyClick(&window.page.list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(markOf(library.path, id), data::CheckMark::FalseAlarm);
        QTest::keyClick(&window.page.list(), Qt::Key_A);
        QTRY_COMPARE(markOf(library.path, id), data::CheckMark::Accepted);
        QTest::keyClick(&window.page.list(), Qt::Key_Backspace);
        QTRY_COMPARE(markOf(library.path, id), data::CheckMark::None);
    }

    void keysLeadThroughTheListAndIntoTheArticle() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        QSignalSpy opened(&window.page, &Workspace::openPlace);
        QSignalSpy moved(&window.page, &Workspace::placeChanged);
        window.page.list().setFocus();
        QTest::keyClick(&window.page.list(), Qt::Key_Down);
        QTRY_COMPARE(window.page.detail().loaded().check->check.statement.front().quote, std::string("-8%"));
        QVERIFY(!moved.isEmpty());
        QTest::keyClick(&window.page.list(), Qt::Key_Period);
        QTRY_COMPARE(window.page.detail().loaded().check->check.statement.front().quote, std::string("+40%"));
        QTest::keyClick(&window.page.list(), Qt::Key_Comma);
        QTRY_COMPARE(window.page.detail().loaded().check->check.statement.front().quote, std::string("-8%"));
        QTest::keyClick(&window.page.list(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        const auto place = opened.front().front().value<Place>();
        QCOMPARE(place.workspace, QStringLiteral("library"));
        QCOMPARE(place.detail[QLatin1String("quote")].toString(), QStringLiteral("-8%"));
        QCOMPARE(place.detail[QLatin1String("row")].toInt(), 3);
        QCOMPARE(place.detail[QLatin1String("column")].toInt(), 3);
    }

    void aCellNamesItsRowAndColumnAndLeadsToItsTable() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        window.page.list().setCurrentIndex(window.page.model().index(1));
        QTRY_COMPARE(window.page.detail().loaded().evidence.size(), std::size_t(3));
        const EvidenceText& cell = window.page.detail().loaded().evidence.front();
        QCOMPARE(cell.sentence, QStringLiteral("Oracle · Change: -8%"));
        QVERIFY(cell.cell);
        QCOMPARE(cell.table.workspace, QStringLiteral("tables"));
    }

    void aPlaceBringsBackCheckAndFilters() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        data::CheckFilter amber;
        amber.colour = data::Colour::Amber;
        amber.text = "hosted";
        window.page.goTo(
            {QStringLiteral("checks"), {{QStringLiteral("article"), qint64{library.growth.article}}}});
        QTRY_COMPARE(window.page.model().rowCount(), 5);
        const Place ofArticle = window.page.place();
        window.page.goTo({QStringLiteral("checks"), {}});
        QTRY_COMPARE(window.page.model().rowCount(), 6);
        window.page.goTo(ofArticle);
        QTRY_COMPARE(window.page.model().rowCount(), 5);
        QTRY_COMPARE(window.find<QToolButton>("checkArticle")->isVisible(), true);
        window.find<QToolButton>("checkArticle")->click();
        QTRY_COMPARE(window.page.model().rowCount(), 6);
        const data::CheckId last = window.page.model().at(5)->id;
        window.page.goTo({QStringLiteral("checks"), {{QStringLiteral("check"), qint64{last}}}});
        QTRY_COMPARE(window.page.detail().loaded().check->id, last);
        QCOMPARE(window.page.list().currentIndex().row(), 5);
        // A check that is gone is said to be gone.
        window.page.goTo({QStringLiteral("checks"), {{QStringLiteral("check"), 99999}}});
        QTRY_VERIFY(!window.page.detail().isVisible());
    }

    void theListIsExported() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        const QString path = library.folder.filePath(QStringLiteral("checks.csv"));
        dialogs::setNextPaths({path});
        window.page.list().setFocus();
        QTest::keyClick(&window.page.list(), Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(QFile::exists(path));
        QTRY_COMPARE(window.bench.tasks.running(), 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString words = QString::fromUtf8(file.readAll());
        QCOMPARE(words.count(QLatin1Char('\n')), 7);
        QVERIFY(words.contains(QStringLiteral("CAGR")));
        QVERIFY(words.contains(QStringLiteral("58.74")));
        QVERIFY(words.contains(QStringLiteral("Hosted models outgrow")));
    }

    void anEmptyLibraryLeadsToTheLibrary() {
        test::TemporaryLibrary library;
        Window window(library.path);
        auto* open = window.find<QPushButton>("openLibrary");
        QTRY_VERIFY(open->isVisible());
        QSignalSpy opened(&window.page, &Workspace::openPlace);
        open->click();
        QCOMPARE(opened.front().front().value<Place>().workspace, QStringLiteral("library"));
    }

    void whatWaitsIsSaid() {
        test::TemporaryLibrary library;
        library.fill(3);
        Window window(library.path);
        auto* run = window.find<QPushButton>("checkRunButton");
        QTRY_VERIFY(run->isVisible());
    }

    void manyChecksAreReadPageByPage() {
        test::TemporaryLibrary library;
        library.fill(50);
        test::checkWith(*library.library, [](const data::Article& article) {
            std::vector<data::Check> checks;
            for (int i = 0; i < 200 && article.slug.empty(); ++i) {
                checks.push_back(
                    test::checkOf(article, data::Rule::Domain, data::Colour::Amber, {"Note number"}));
                checks.back().fingerprint += std::to_string(i);
            }
            return checks;
        });
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        CheckListModel& model = window.page.model();
        QCOMPARE(model.rowCount(), 10000);
        QVERIFY(model.at(0) != nullptr);
        QVERIFY(model.at(5000) == nullptr);
        window.page.list().scrollTo(model.index(5000), QAbstractItemView::PositionAtCenter);
        QTRY_VERIFY(model.at(5000) != nullptr);
        QVERIFY(model.at(2500) == nullptr);
        // Every letter goes to the shortcuts; none asks ten thousand rows for their words.
        window.page.list().setFocus();
        QTest::keyClick(&window.page.list(), Qt::Key_Q);
        QVERIFY(model.at(2500) == nullptr);
    }

    void everythingTellsItsName() {
        test::CheckedLibrary library;
        Window window(library.path);
        QTRY_VERIFY(window.ready());
        const QList<QWidget*> widgets = window.page.findChildren<QWidget*>();
        for (QWidget* widget : widgets) {
            // A label's text is its name.
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<QLabel*>(widget))
                continue;
            auto* button = qobject_cast<QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
        QVERIFY(!window.page.model().index(0).data(Qt::AccessibleTextRole).toString().isEmpty());
    }
};

PARALLAX_WIDGET_TEST(TestChecksWorkspace)

} // namespace test_checks_workspace
#include "test_checks_workspace.moc"
