// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The palette leads to places of the library, not to commands alone.
#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

#include "data/store/annotation_store.h"
#include "data/store/article_store.h"
#include "tests/test_program.h"
#include "tests/ui/library/library_fixture.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/format.h"
#include "ui/library/library_workspace.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/palette_model.h"

namespace test_palette_places {

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::testing::Window;

namespace {

// The place of the first row with this text that is no command.
std::optional<Place> placeNamed(const PaletteModel& model, const QString& text) {
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row).data().toString() == text && model.placeAt(row))
            return model.placeAt(row);
    return std::nullopt;
}

} // namespace

class TestPalettePlaces final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() {
        m_store = std::make_unique<test::TemporaryLibrary>();
        m_store->fill(6);
        data::AnnotationStore& annotations = m_store->library->annotations();
        m_tag = annotations.addTag("Watch closely", "#2FA36B");
        data::ArticleFilter odd;
        odd.source = "Odd Wire";
        annotations.saveSearch({0, "Prices at Odd Wire", "price", odd});
    }

    void cleanup() { m_store.reset(); }

    void placesAreFoundByAFewLetters() {
        test::Bench bench(m_store->path);
        PaletteModel model(bench.context);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(bench.client.isOpen());
        const auto find = [&](const QString& typed, const QString& name) -> QJsonObject {
            QSignalSpy ended(&model, &PaletteModel::searchEnded);
            model.setQuery(typed);
            if (!ended.wait(10'000))
                return {};
            const auto place = placeNamed(model, name);
            return place ? place->detail : QJsonObject();
        };
        QCOMPARE(find(QStringLiteral("odwi"), QStringLiteral("Odd Wire")),
                 (QJsonObject{{QStringLiteral("source"), QStringLiteral("Odd Wire")}}));
        QCOMPARE(find(QStringLiteral("short"), QStringLiteral("Shorts")),
                 (QJsonObject{{QStringLiteral("topic"), QStringLiteral("Shorts")}}));
        QCOMPARE(find(QStringLiteral("march"), formatMonth("2026-03")),
                 (QJsonObject{{QStringLiteral("month"), QStringLiteral("2026-03")}}));
        QCOMPARE(find(QStringLiteral("watch"), QStringLiteral("Watch closely")),
                 (QJsonObject{{QStringLiteral("tag"), qint64{m_tag}}}));
        QCOMPARE(find(QStringLiteral("prices odd"), QStringLiteral("Prices at Odd Wire")),
                 (QJsonObject{{QStringLiteral("source"), QStringLiteral("Odd Wire")},
                              {QStringLiteral("query"), QStringLiteral("price")}}));
        QVERIFY(find(QStringLiteral("list price per"), QStringLiteral("List price per GPU hour"))
                    .contains(QLatin1String("table")));
        // By letters of the title that no search for words would find.
        QVERIFY(find(QStringLiteral("rentaccel"), QStringLiteral("Rented accelerators get cheaper while "
                                                                 "contracts get longer"))
                    .contains(QLatin1String("article")));
    }

    void aTableThatTurnsAroundDoesNotTurnItsRow() {
        test::ArticleBuilder b(data::Language::English);
        b.article.title = "Turned";
        b.add(data::BlockKind::Title, b.article.title);
        b.addTable("Tariffs \u202Eof halls", {"Hall", "Tariff"}, {{"A", "$3"}});
        m_store->add(b.article);
        test::Bench bench(m_store->path);
        PaletteModel model(bench.context);
        QTRY_VERIFY(bench.client.isOpen());
        QSignalSpy ended(&model, &PaletteModel::searchEnded);
        model.setQuery(QStringLiteral("tariffs"));
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(placeNamed(model, QStringLiteral("Tariffs of halls")));
    }

    void anArticleStandsThereOnce() {
        test::Bench bench(m_store->path);
        PaletteModel model(bench.context);
        QTRY_VERIFY(bench.client.isOpen());
        QSignalSpy ended(&model, &PaletteModel::searchEnded);
        model.setQuery(QStringLiteral("accelerators"));
        QTRY_COMPARE(ended.size(), 1);
        QList<QJsonObject> articles;
        for (int row = 0; row < model.rowCount(); ++row)
            if (const auto place = model.placeAt(row);
                place && place->detail.contains(QLatin1String("article")))
                articles << place->detail;
        QCOMPARE(articles.size(), 1);
    }

    void whatTheLibraryLearnsIsFound() {
        test::Bench bench(m_store->path);
        PaletteModel model(bench.context);
        QTRY_VERIFY(bench.client.isOpen());
        QSignalSpy ended(&model, &PaletteModel::searchEnded);
        model.setQuery(QStringLiteral("tomorrow"));
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!placeNamed(model, QStringLiteral("Tomorrow")));
        m_store->library->annotations().addTag("Tomorrow", "#2FA36B");
        model.setQuery(QStringLiteral("tomorro"));
        QTRY_COMPARE(ended.size(), 2);
        QVERIFY(placeNamed(model, QStringLiteral("Tomorrow")).has_value());
    }

    void aPlaceIsGoneToFromTheKeyboard() {
        m_store->library.reset();
        Window window(m_store->path);
        QTRY_VERIFY(window.library->isOpen());
        window->palette().open(QStringLiteral("Even Wire"));
        auto* list = window->findChild<QListView*>(QStringLiteral("paletteList"));
        QTRY_VERIFY([&] {
            for (int row = 0; row < list->model()->rowCount(); ++row)
                if (list->model()->index(row, 0).data().toString() == QLatin1String("Even Wire")) {
                    list->setCurrentIndex(list->model()->index(row, 0));
                    return true;
                }
            return false;
        }());
        QTest::keyClick(window->findChild<QLineEdit*>(QStringLiteral("paletteField")), Qt::Key_Return);
        QTRY_COMPARE(window->currentPlace().detail[QLatin1String("source")].toString(),
                     QStringLiteral("Even Wire"));
    }

  private:
    std::unique_ptr<test::TemporaryLibrary> m_store;
    std::int64_t m_tag = 0;
};

PARALLAX_WINDOW_TEST(TestPalettePlaces)

} // namespace test_palette_places
#include "test_palette_places.moc"
