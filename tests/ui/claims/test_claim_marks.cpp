// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Claims where the analyst reads: the mark at the figure, what it tells, the way to the test.

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <nlohmann/json.hpp>

#include "data/measure/attempt.h"
#include "data/store/measure_store.h"
#include "tests/engine/latency/claim_runs.h"
#include "tests/test_program.h"
#include "tests/ui/library/library_fixture.h"
#include "ui/common/claim_mark.h"
#include "ui/common/claim_sentences.h"
#include "ui/common/theme.h"
#include "ui/common/translation.h"
#include "ui/library/library_workspace.h"

namespace test_claim_marks {

using namespace parallax;
using namespace parallax::ui;

namespace {

data::Article claimArticle() {
    test::ArticleBuilder b(data::Language::English);
    b.article.title = "Two clouds, one model";
    b.article.titleEnglish = b.article.title;
    b.article.source = "Ledger of Compute";
    b.article.slug = "two-clouds";
    b.add(data::BlockKind::Title, b.article.title);
    b.add(data::BlockKind::Paragraph,
          "GPT-5 has a median latency of 2.4 s for a 300-token response on Azure.");
    b.addTable("Compared", {"Metric", "Azure", "AWS"}, {{"Availability SLA", "99.9%", "99.95%"}});
    return b.article;
}

// A run as the program writes it, of an endpoint that speaks for Azure or plays it.
void addRun(data::Library& library, const std::string& provider, const std::string& model) {
    data::MeasureStore store(library);
    data::MeasureRun run;
    run.name = "run";
    run.plan = nlohmann::json{{"endpoints",
                               {{{"name", "Azure east"},
                                 {"provider", provider},
                                 {"model", model},
                                 {"options", {{"resource", "r"}}}}}}}
                   .dump();
    run.begunAt = "2026-04-01T00:00:00Z";
    run.id = store.beginRun(run);
    latency::ClaimRun answers;
    latency::addAnswers(answers, latency::endpointAt("Azure east", provider, model), 40, 2.4, 300);
    store.addAttempts(run.id, answers.attempts);
    run.endedAt = run.begunAt;
    run.state = data::MeasureState::Finished;
    store.endRun(run);
}

struct Window {
    explicit Window(const std::filesystem::path& path)
        : bench(path)
        , page(bench.context, nullptr) {
        page.resize(1400, 900);
        page.show();
        page.activateWindow();
    }
    const PageChecks* checks() const {
        const PageDocument* document = page.reader().view().page();
        return document != nullptr ? document->checks().get() : nullptr;
    }
    std::size_t marked() const { return checks() != nullptr ? checks()->figures.size() : 0; }
    void open(data::ArticleId id) {
        page.goTo({QStringLiteral("library"), {{QStringLiteral("article"), qint64{id}}}});
    }

    test::Bench bench;
    mutable LibraryWorkspace page;
};

} // namespace

class TestClaimMarks : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void aClaimIsMarkedAtItsFigureAndTellsWhatIsKnown() {
        test::TemporaryLibrary library;
        const auto saved = library.add(claimArticle());
        Window window(library.path);
        window.open(saved.article);
        QTRY_COMPARE_WITH_TIMEOUT(window.marked(), std::size_t{3}, 60000);
        const CheckedFigure& figure = window.checks()->figures.front();
        QVERIFY(figure.checks.empty());
        QCOMPARE(figure.claims.size(), std::size_t{1});
        QCOMPARE(figure.verdict, latency::ClaimVerdict::NotEnoughData);

        ArticleView& view = window.page.reader().view();
        const FigureMark& mark = view.page()->marks().front();
        QCOMPARE(view.document()->toRawText().mid(mark.begin, mark.end - mark.begin),
                 QStringLiteral("2.4 s"));
        const QPoint at = view.page()->shapeOf(mark).lines.front().words.center().toPoint() -
                          QPoint(0, view.verticalScrollBar()->value());
        QHelpEvent help(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(view.viewport(), &help);
        for (const char* words :
             {"A claim to be tested", "Azure", "GPT-5", "Not enough data", "which region", "To settle it"})
            QVERIFY2(QToolTip::text().contains(QLatin1String(words)), qPrintable(QToolTip::text()));
        QToolTip::hideText();
        view.showFigure(static_cast<int>(mark.figure));
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("Claim: Azure")));
    }

    void twoPricesOfACellHaveTheirSignsApart() {
        test::ArticleBuilder b(data::Language::English);
        b.article.title = "Prices of the week";
        b.article.titleEnglish = b.article.title;
        b.add(data::BlockKind::Title, b.article.title);
        data::Table& table = b.addTable("Compared", {"Model", "Input / output per 1M tokens"},
                                        {{"GPT-5", "$1.25 / $10"}, {"GPT-4.1", "$2.00 / $9.00"}});
        for (std::vector<data::Cell>& row : table.rows)
            for (data::Cell& cell : row) { // where it stands in the page
                cell.span = {b.article.text.size(), b.article.text.size() + cell.text.size()};
                b.article.text += cell.text + "\n";
            }
        test::TemporaryLibrary library;
        const auto saved = library.add(b.article);
        Window window(library.path);
        window.open(saved.article);
        QTRY_COMPARE_WITH_TIMEOUT(window.marked(), std::size_t{4}, 60000);
        const PageDocument* const page = window.page.reader().view().page();
        const std::vector<FigureMark>& marks = page->marks();
        QCOMPARE(marks.size(), std::size_t{4});
        for (std::size_t i = 0; i < marks.size(); i += 2) {
            const QRectF sign = page->shapeOf(marks[i + 1]).sign;
            FigureMark between = marks[i]; // the bar and the blank before it
            between.begin = marks[i].end;
            between.end = marks[i + 1].begin - 1;
            QVERIFY(!sign.isEmpty());
            QVERIFY(sign.left() > page->shapeOf(between).lines.front().words.right());
            QVERIFY(sign.right() < page->shapeOf(marks[i + 1]).lines.front().words.left());
        }
    }

    void itsMenuLeadsToTheTestAndHasThePlan() {
        test::TemporaryLibrary library;
        const auto saved = library.add(claimArticle());
        Window window(library.path);
        window.open(saved.article);
        QTRY_COMPARE_WITH_TIMEOUT(window.marked(), std::size_t{3}, 60000);
        ArticleView& view = window.page.reader().view();
        QSignalSpy places(&window.page, &Workspace::openPlace);
        view.showFigure(static_cast<int>(view.page()->marks().front().figure));
        QTest::keyClick(&view, Qt::Key_Return);
        auto* menu = window.page.findChild<QMenu*>(QStringLiteral("figureMenu"));
        QVERIFY(menu != nullptr);
        QAction* const test = menu->actions().at(1); // behind a separator
        test->trigger();
        QCOMPARE(places.size(), 1);
        const auto place = places.front().front().value<Place>();
        QCOMPARE(place.workspace, QStringLiteral("latency"));
        QCOMPARE(place.detail[QLatin1String("article")].toInteger(), qint64{saved.article});
        QVERIFY(!place.detail[QLatin1String("claim")].toString().isEmpty());
        menu->actions().at(2)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\"max_tokens\": 300")));
        menu->close();
    }

    void aRunOfTheLibrarySettlesItWhileItIsRead() {
        test::TemporaryLibrary library;
        const auto saved = library.add(claimArticle());
        Window window(library.path);
        window.open(saved.article);
        QTRY_COMPARE_WITH_TIMEOUT(window.marked(), std::size_t{3}, 60000);
        addRun(*library.library, "azure", "gpt-5");
        QTRY_COMPARE_WITH_TIMEOUT(window.checks()->figures.front().verdict, latency::ClaimVerdict::Consistent,
                                  60000);
    }

    void aSimulationShowsTheTestAndSettlesNothing() {
        test::TemporaryLibrary library;
        const auto saved = library.add(claimArticle());
        addRun(*library.library, "simulation", "azure-as-stated");
        const auto claims = claimsOfArticle(*library.library, saved.article);
        QCOMPARE(claims.size(), std::size_t{3});
        QCOMPARE(claims[0].judgement.verdict, latency::ClaimVerdict::NotEnoughData);
        const QString told = judgementText(claims[0].claim, claims[0].judgement);
        QVERIFY2(told.contains(QStringLiteral("Only a simulation was measured")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("which settles nothing: Consistent")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("Azure east (simulation)")), qPrintable(told));
    }

    void whatAnArticleSaysIsNoMarkup() {
        JudgedClaim claim;
        claim.claim.subject.name = "<b>Azure</b>";
        QVERIFY(!claimToolTip(claim).contains(QStringLiteral("<b>Azure")));
    }
};

PARALLAX_WIDGET_TEST(TestClaimMarks)

} // namespace test_claim_marks
#include "test_claim_marks.moc"
