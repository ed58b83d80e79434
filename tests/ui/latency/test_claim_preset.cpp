// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// "Test a claim" among the presets: a claim is chosen from the library's articles, and Start makes its run.

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScopeGuard>
#include <QSpinBox>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/error.h"
#include "data/ingest/document.h"
#include "data/store/article_store.h"
#include "data/store/measure_store.h"
#include "data/store/transaction.h"
#include "engine/latency/local_engine.h"
#include "engine/latency/provider.h"
#include "engine/latency/run.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/reasons.h"
#include "ui/common/translation.h"
#include "ui/latency/claim_chooser.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/run_builder.h"

namespace test_claim_preset {

using namespace parallax;
using namespace parallax::ui;

class TestClaimPreset final : public QObject {
    Q_OBJECT

    template <typename Widget>
    static Widget* child(const QWidget* parent, const char* name) {
        return parent->findChild<Widget*>(QLatin1String(name));
    }
    static LatencyWorkspace* page(ui::testing::Window& window) {
        window->resize(1280, 800);
        window->showWorkspace(QStringLiteral("latency"));
        return window->findChild<LatencyWorkspace*>();
    }
    static void addArticle(const ui::testing::Window& window, const std::string& name,
                           const std::string& text) {
        data::Library library(window.libraryPath);
        data::ParseHints hints;
        hints.name = name;
        const data::Document document = data::parseDocument(text, hints);
        data::Transaction transaction(library);
        library.articles().save(document.articles.front(), text, document, "/somewhere/" + name);
        transaction.commit();
    }
    static void choosePreset(LatencyWorkspace* latency, RunPreset preset) {
        auto* box = child<QComboBox>(latency, "runPreset");
        const int index = static_cast<int>(preset);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    static data::Endpoint simulated() {
        data::Endpoint endpoint;
        endpoint.name = "played";
        endpoint.provider = "simulation";
        endpoint.model = "steady";
        return endpoint;
    }

  private Q_SLOTS:
    void aClaimIsChosenFromTheLibraryAndStartMakesItsRun() {
        ui::testing::Window window;
        addArticle(window, "clouds.md",
                   "# Clouds\n\nAzure OpenAI has a median latency of 1.5 s for 500 tokens. It rains.\n");
        addArticle(window, "prices.md", "# Prices\n\nGPT-4o on Azure costs $5.00 per 1M tokens.\n");
        addArticle(window, "weather.md", "# Weather\n\nIt was 21 degrees in Taipei.\n");
        LatencyWorkspace* latency = page(window);
        latency->saveEndpoint(simulated());
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        choosePreset(latency, RunPreset::Claim);
        QVERIFY(!latency->builder().canStart());
        QVERIFY(!child<QSpinBox>(latency, "runRequests")->isVisible());
        auto* chooser = latency->findChild<ClaimChooser*>();
        QVERIFY(chooser != nullptr);
        const QAbstractItemModelTester tester(&chooser->claims());
        QTRY_COMPARE(child<QLabel>(chooser, "claimState")->text(), QStringLiteral("2 claims"));
        auto* list = child<QListView>(chooser, "claimList");
        auto* accept = child<QPushButton>(chooser, "claimAccept");
        QVERIFY(!accept->isEnabled()); // none is chosen
        ui::testing::typeText(child<QLineEdit>(chooser, "claimFilter"), QStringLiteral("latency"));
        QCOMPARE(list->model()->rowCount(), 1);
        QVERIFY(list->model()->index(0, 0).data().toString().contains(QStringLiteral("1.5 s")));
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(accept->isEnabled());
        accept->click();
        QTRY_VERIFY(child<QFrame>(latency, "claimStrip")->isVisible());
        QTRY_VERIFY(latency->findChild<ClaimChooser*>() == nullptr);
        QVERIFY(!latency->place().detail[QLatin1String("claim")].toString().isEmpty());
        // Nobody speaks for Azure here: the plan would need an endpoint that does.
        QVERIFY(!latency->builder().canStart());
        QVERIFY(child<QLabel>(latency, "runNote")->text().contains(QStringLiteral("endpoint")));
    }

    void whoChoosesNoneIsBackWhereTheyWere() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        latency->saveEndpoint(simulated());
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        choosePreset(latency, RunPreset::FairComparison);
        choosePreset(latency, RunPreset::Claim);
        auto* chooser = latency->findChild<ClaimChooser*>();
        QVERIFY(chooser != nullptr);
        QTRY_VERIFY(child<QLabel>(chooser, "claimState")->text().startsWith(QStringLiteral("No article")));
        chooser->reject();
        QTRY_VERIFY(latency->findChild<ClaimChooser*>() == nullptr);
        QVERIFY(latency->builder().wishes().preset == RunPreset::FairComparison);
        QCOMPARE(latency->builder().wishes().tokens, 500);
        QVERIFY(child<QSpinBox>(latency, "runRequests")->isVisible());
    }

    // What the engine finds wrong is English; whoever reads another language must not get it as it is.
    void everythingThatAnEndpointLacksIsKnownToTheTranslators() {
        // Of some sentences the English is the engine's own.
        applyInterfaceLanguage(QStringLiteral("zh_TW"));
        const auto back = qScopeGuard([] { applyInterfaceLanguage(QStringLiteral("en")); });
        int met = 0;
        const auto known = [&met](const auto& asked) {
            try {
                asked();
                return true;
            } catch (const Error& error) {
                ++met;
                if (error.code() != ErrorCode::Usage)
                    return true; // has a sentence of its own
                const QString words = QString::fromStdString(error.args().front());
                const bool found = reasonText(words) != words;
                if (!found)
                    qWarning("%s", qPrintable(words));
                return found;
            }
        };
        std::vector<data::Endpoint> endpoints;
        for (const latency::Provider* provider : latency::providers())
            for (const char* model : {"", "M"})
                for (const char* region : {"", "east"})
                    for (const char* resource : {"", "r"}) {
                        data::Endpoint endpoint{"name", std::string(provider->id), {}, model, region, {}, {}};
                        if (*resource != '\0')
                            endpoint.options["resource"] = resource;
                        endpoints.push_back(endpoint);
                    }
        for (const data::Endpoint& endpoint : endpoints)
            QVERIFY2(
                known([&] {
                    latency::providerById(endpoint.provider).request({endpoint, {}, {}, "20260101T000000Z"});
                }),
                endpoint.provider.c_str());
        for (const auto& [option, value] :
             std::vector<std::pair<std::string, std::string>>{{"price-input", "dear"},
                                                              {"threads", "many"},
                                                              {"context", "-1"},
                                                              {"arithmetic", "exact"},
                                                              {"device", "abacus"},
                                                              {"price-hour", "dear"}}) {
            data::Endpoint endpoint{"name", "openai", {}, "M", {}, {}, {{option, value}}};
            latency::RunPlan plan;
            plan.endpoints.push_back(endpoint);
            QVERIFY2(known([&] { latency::quoteOf(endpoint, "2026-01-01"); }), option.c_str());
            QVERIFY2(known([&] { latency::engineOptionsOf(endpoint); }), option.c_str());
            QVERIFY2(known([&] { latency::checkPlan(plan, "2026-01-01"); }), option.c_str());
            plan.endpoints.front().options.clear();
            plan.endpoints.front().model = "a-model-that-nobody-sells";
            plan.budget.money = 1;
            QVERIFY2(known([&] { latency::checkPlan(plan, "2026-01-01"); }), "a budget without a price");
        }
        QVERIFY(known([] { latency::providerById("nobody"); }));
        QVERIFY(met > 40);
    }
};

PARALLAX_WINDOW_TEST(TestClaimPreset)

} // namespace test_claim_preset
#include "test_claim_preset.moc"
