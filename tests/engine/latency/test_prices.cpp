// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "engine/latency/prices.h"
#include "engine/latency/spending.h"
#include "tests/test_program.h"

namespace test_prices {

using namespace parallax;
using namespace parallax::latency;

namespace {

const char* header = "provider,model,unit,usd_per_million_tokens,valid_from,valid_to,source,read_on\n";

std::vector<Price> table(const std::string& rows) {
    return readPrices(header + rows, "test.csv");
}

const std::string model = "p,m,input,2.5,,,one,2026-01-01\n"
                          "p,m,cached-input,1.25,,,one,2026-01-01\n"
                          "p,m,output,10,,,one,2026-01-01\n";

} // namespace

class TestPrices : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theTableOfTheProgramIsSoundAndNamesItsSources() {
        QVERIFY(knownPrices().size() > 40);
        for (const Price& price : knownPrices()) {
            QVERIFY2(!price.provider.empty() && !price.model.empty(), price.model.c_str());
            QVERIFY2(price.perToken > 0 && price.perToken < 1'000'000'000, price.model.c_str());
            QVERIFY2(price.source.starts_with("https://") && price.readOn.size() == 10, price.model.c_str());
        }
        for (const Price& price : knownPrices())
            QVERIFY2(quoteFor(knownPrices(), price.provider, price.model, "2026-11-26").complete(),
                     price.model.c_str());
    }

    void sourcesThatDisagreeAreShownAndTheDearestCounts() {
        const auto prices = table(model + "p,m,input,2,,,two,2026-01-01\np,m,output,10,,,two,2026-01-01\n");
        const Quote quote = quoteFor(prices, "p", "m", "2026-11-25");
        QVERIFY(quote.disagreement);
        QCOMPARE(quote.perToken.at(PriceUnit::Input), PicoDollars{2'500'000});
        QCOMPARE(quote.statements.size(), std::size_t{5});
        QVERIFY(!quoteFor(knownPrices(), "openai", "gpt-4.1", "2026-11-25").disagreement);
    }

    void aPriceThatChangedIsListedForEachOfItsTimes() {
        const auto listed = [](const char* provider, const char* model, const char* day) {
            const Quote quote = quoteFor(knownPrices(), provider, model, day);
            return std::pair(quote.perToken.at(PriceUnit::Input), quote.perToken.at(PriceUnit::Output));
        };
        QCOMPARE(listed("openai", "gpt-4o", "2024-06-01"), std::pair(5'000'000L, 15'000'000L));
        QCOMPARE(listed("openai", "gpt-4o", "2024-10-03"), std::pair(2'500'000L, 10'000'000L));
        QCOMPARE(listed("openai", "gpt-4o", "2026-11-27"), std::pair(2'500'000L, 10'000'000L));
        QVERIFY(quoteFor(knownPrices(), "openai", "gpt-4o", "2024-09-01").disagreement); // of two versions
        QVERIFY(!quoteFor(knownPrices(), "openai", "gpt-4o", "2026-11-27").disagreement);
        QCOMPARE(listed("gemini", "gemini-1.5-pro", "2024-07-01"), std::pair(3'500'000L, 10'500'000L));
        QCOMPARE(listed("gemini", "gemini-1.5-pro", "2024-10-02"), std::pair(1'250'000L, 5'000'000L));
        QCOMPARE(listed("anthropic", "claude-3.5-haiku", "2024-11-15"), std::pair(1'000'000L, 5'000'000L));
        QCOMPARE(listed("anthropic", "claude-3.5-haiku", "2025-01-15"), std::pair(800'000L, 4'000'000L));
        QCOMPARE(listed("anthropic", "claude-3.5-sonnet", "2024-08-01"), std::pair(3'000'000L, 15'000'000L));
        QCOMPARE(listed("openai", "gpt-4o-mini", "2024-08-01"), std::pair(150'000L, 600'000L));
        QVERIFY(quoteFor(knownPrices(), "openai", "gpt-4o-mini", "2024-07-01").statements.empty());
        QCOMPARE(listed("mistral", "mistral-large-latest", "2025-06-01"), std::pair(2'000'000L, 6'000'000L));
        QCOMPARE(listed("mistral", "mistral-large-latest", "2026-07-01"), std::pair(500'000L, 1'500'000L));
    }

    // Of one model on one day; where they do after all, the claims' verdicts name both.
    void theListsOfTheProgramDoNotDisagreeToday() {
        for (const Price& price : knownPrices())
            QVERIFY2(!quoteFor(knownPrices(), price.provider, price.model, "2026-11-27").disagreement,
                     price.model.c_str());
    }

    void amazonsIdsAreFoundUnderTheNamesOfPriceLists() {
        const auto input = [](const char* model) {
            const Quote quote = quoteFor(knownPrices(), "bedrock", model, "2026-11-26");
            return quote.complete() ? quote.perToken.at(PriceUnit::Input) : PicoDollars{-1};
        };
        for (const char* model : {"amazon-nova-lite", "amazon.nova-lite-v1:0", "us.amazon.nova-lite-v1:0",
                                  "apac.amazon.nova-lite-v1", "amazon.nova-lite"})
            QCOMPARE(input(model), PicoDollars{60'000});
        for (const char* model :
             {"amazon.nova-litest-v1:0", "nova-lite-v1:0", "v1:0", "-v1", ":0", "", "us."})
            QCOMPARE(input(model), PicoDollars{-1});
    }

    void providersOwnIdsAreFoundUnderTheNamesOfPriceLists_data() {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("day");
        QTest::addColumn<qint64>("input"); // pico-dollars a token; -1: no price
        QTest::addColumn<qint64>("output");
        const auto add = [](const char* provider, const char* id, const char* day, qint64 input,
                            qint64 output) {
            QTest::addRow("%s of %s on %s", id, provider, day) << provider << id << day << input << output;
        };
        const char* const today = "2026-11-27";
        add("anthropic", "claude-sonnet-4-5", today, 3'000'000, 15'000'000);
        add("anthropic", "claude-sonnet-4-5-20250929", today, 3'000'000, 15'000'000);
        add("anthropic", "claude-haiku-4-5", today, 1'000'000, 5'000'000);
        add("anthropic", "claude-haiku-4-5-20251001", today, 1'000'000, 5'000'000);
        add("anthropic", "claude-3-5-haiku-20241022", today, 800'000, 4'000'000);
        add("anthropic", "claude-3-5-haiku-20241022", "2024-11-15", 1'000'000, 5'000'000);
        add("anthropic", "claude-3-opus-20240229", today, 15'000'000, 75'000'000);
        add("anthropic", "claude-opus-4-20250514", today, 15'000'000, 75'000'000);
        add("anthropic", "claude-opus-4-1-20250805", today, 15'000'000, 75'000'000);
        add("anthropic", "claude-opus-4-5-20251101", today, 5'000'000, 25'000'000);
        add("openai", "gpt-5-mini-2025-08-07", today, 250'000, 2'000'000);
        add("openai", "gpt-4.1-2025-04-14", today, 2'000'000, 8'000'000);
        // A snapshot has the price of its own, whatever the plain name means by now.
        add("openai", "gpt-4o-2024-08-06", today, 2'500'000, 10'000'000);
        add("openai", "gpt-4o-2024-08-06", "2024-09-01", 2'500'000, 10'000'000);
        add("openai", "gpt-4o-2024-11-20", today, 2'500'000, 10'000'000);
        add("openai", "gpt-4o-2024-05-13", "2024-09-01", 5'000'000, 15'000'000);
        add("openai", "gpt-4o-2024-05-13", today, 5'000'000, 15'000'000);
        add("azure", "gpt-5-mini-2025-08-07", today, 250'000, 2'000'000);
        add("azure", "gpt-4o-2024-05-13", today, -1, -1); // that list does not say whose its price is
        for (const char* id :
             {"gpt-4", "gpt-4o-audio-preview-2024-10-01", "gpt-4o-mini-search-preview", "gpt-5-chat-latest",
              "gpt-4o-2024-13-45", "chatgpt-4o-latest", "o4", "4o", "gpt-4o-20240806-x", "-2024-08-06"})
            add("openai", id, today, -1, -1);
        for (const char* id : {"claude-sonnet-4", "claude-sonnet-4-20250514", "claude-opus-4-5-1", "claude",
                               "claude-5-3-haiku", "claude-4-5", "claude-haiku-4"})
            add("anthropic", id, today, -1, -1);
    }
    void providersOwnIdsAreFoundUnderTheNamesOfPriceLists() {
        QFETCH(QString, provider);
        QFETCH(QString, id);
        QFETCH(QString, day);
        QFETCH(qint64, input);
        QFETCH(qint64, output);
        const Quote quote =
            quoteFor(knownPrices(), provider.toStdString(), id.toStdString(), day.toStdString());
        QCOMPARE(quote.complete() ? qint64{quote.perToken.at(PriceUnit::Input)} : -1, input);
        QCOMPARE(quote.complete() ? qint64{quote.perToken.at(PriceUnit::Output)} : -1, output);
        QVERIFY(!quote.disagreement);
        QCOMPARE(quote.statements.empty(), input < 0);
    }

    void whatASnapshotDidNotHaveItIsNotCharged() { // cached input came with the next snapshot
        const Quote first = quoteFor(knownPrices(), "openai", "gpt-4o-2024-05-13", "2026-11-27");
        QVERIFY(!first.perToken.contains(PriceUnit::CachedInput));
        const Quote second = quoteFor(knownPrices(), "openai", "gpt-4o-2024-08-06", "2026-11-27");
        QCOMPARE(second.perToken.at(PriceUnit::CachedInput), PicoDollars{1'250'000});
    }

    void theListHasPricesOfEightProviders() {
        std::set<std::string> providers;
        for (const Price& price : knownPrices())
            providers.insert(price.provider);
        for (const char* name :
             {"openai", "azure", "anthropic", "bedrock", "gemini", "vertex", "cohere", "mistral"})
            QVERIFY2(providers.contains(name), name);
    }

    void aPriceHoldsFromItsDayToItsLast() {
        const auto prices = table("p,m,input,5,2024-05-13,2024-10-01,a,2026-01-01\n"
                                  "p,m,input,2.5,2024-10-02,,a,2026-01-01\n");
        QCOMPARE(quoteFor(prices, "p", "m", "2024-10-01").perToken.at(PriceUnit::Input),
                 PicoDollars{5'000'000});
        const Quote later = quoteFor(prices, "p", "m", "2024-10-02");
        QCOMPARE(later.perToken.at(PriceUnit::Input), PicoDollars{2'500'000});
        QVERIFY(!later.disagreement && !later.complete());
        QVERIFY(quoteFor(prices, "p", "m", "2024-05-12").statements.empty());
    }

    void costCountsCachedInputAndReasoningAtTheirOwnPrices() {
        auto prices = table(model);
        data::TokenUsage usage{100, 50, 20, 40, -1, -1};
        // 60 · 2.5 + 40 · 1.25 + 50 · 10 dollars a million
        QCOMPARE(costOf(quoteFor(prices, "p", "m", ""), usage).value(), PicoDollars{700'000'000});
        prices = table(model + "p,m,reasoning,20,,,one,2026-01-01\n");
        QCOMPARE(costOf(quoteFor(prices, "p", "m", ""), usage).value(), PicoDollars{900'000'000});
        usage.billedInput = 10; // as billed, not as read
        usage.cached = 0;
        usage.reasoning = 0;
        QCOMPARE(costOf(quoteFor(prices, "p", "m", ""), usage).value(), PicoDollars{525'000'000});
        QVERIFY(!costOf(quoteFor(prices, "p", "m", ""), {}).has_value());
        QVERIFY(!costOf(Quote{}, usage).has_value());
    }

    void failedAttemptsArePaidForByTheSuccessfulTokens() {
        const Quote quote = quoteFor(table(model), "p", "m", "");
        std::vector<data::Attempt> attempts(3);
        attempts[0].usage = {100, 50, 0, 0, -1, -1};
        attempts[1].usage = {100, 50, 0, 0, -1, -1};
        attempts[1].outcome = data::Outcome::Provider;
        attempts[1].time.terminal = 1;                  // it told its usage and failed after that
        attempts[2].outcome = data::Outcome::Throttled; // nothing to pay
        const MostUsed most{200, 100};
        QCOMPARE(dollarsPerSuccessfulToken(quote, attempts, most)->dollars, 2 * 750e-6 / 50);
        QVERIFY(!dollarsPerSuccessfulToken(quote, attempts, most)->atMost);
        attempts[0].usage = {};
        QVERIFY(!dollarsPerSuccessfulToken(quote, attempts, most).has_value());
    }

    void whatWasBegunAndNeverToldCountsAtItsMostForBudgetAndReportAlike() {
        const Quote quote = quoteFor(table(model), "p", "m", ""); // 2.5 and 10 dollars a million
        const MostUsed most{200, 100};                            // 1500 millionths of a dollar
        std::vector<data::Attempt> attempts(2);
        attempts[0].usage = {100, 50, 0, 0, -1, -1};
        attempts[1].outcome = data::Outcome::Provider; // cut in the middle of its answer
        attempts[1].status = 200;
        const auto cost = dollarsPerSuccessfulToken(quote, attempts, most);
        QCOMPARE(cost->dollars, (750e-6 + 1500e-6) / 50);
        QVERIFY(cost->atMost);
        QCOMPARE(spendingOf(attempts[1], quote, most).dollars, PicoDollars{1'500'000'000});
        QCOMPARE(spendingOf(attempts[1], quote, most).tokens, std::int64_t{300});
        attempts[1].usage = {100, 1, -1, -1, -1, -1}; // what Anthropic says at a stream's beginning
        QCOMPARE(spendingOf(attempts[1], quote, most).dollars, PicoDollars{1'500'000'000});
        attempts[1].outcome = data::Outcome::Client; // never sent
        attempts[1].status = 0;
        attempts[1].usage = {};
        QCOMPARE(spendingOf(attempts[1], quote, most).dollars, PicoDollars{0});
    }

    void absurdCountsNeverMakeACostNegative() {
        const Quote quote = quoteFor(table(model), "p", "m", "");
        data::TokenUsage usage;
        usage.input = 1;
        usage.output = 1'000'000'000'000'000;
        QCOMPARE(costOf(quote, usage).value(), std::numeric_limits<PicoDollars>::max());
        QCOMPARE(mostItCanCost(quote, usage.output, usage.output).value(),
                 std::numeric_limits<PicoDollars>::max());
        QCOMPARE(summed(std::numeric_limits<PicoDollars>::max(), 1), std::numeric_limits<PicoDollars>::max());
    }

    void theMostARequestCanCostTakesTheDearerKindOfOutput() {
        const Quote quote = quoteFor(table(model + "p,m,reasoning,20,,,one,2026-01-01\n"), "p", "m", "");
        QCOMPARE(mostItCanCost(quote, 100, 10).value(), PicoDollars{450'000'000});
        QVERIFY(!mostItCanCost(Quote{}, 1, 1).has_value());
    }

    void malformedTablesAreRefusedByLine() {
        for (const char* row : {"p,m,input,2.5,,,one\n", "p,m,inputs,2.5,,,one,d\n", "p,m,input,-1,,,one,d\n",
                                "p,m,input,1e9,,,one,d\n", "p,m,input,,,,one,d\n",
                                "p,m,input,0.1234567,,,one,d\n", "p,m,input,99999999999999,,,one,d\n"}) {
            try {
                table(row);
                QFAIL(row);
            } catch (const Error& error) {
                QCOMPARE(error.code(), ErrorCode::DocumentMalformed);
                QCOMPARE(error.args().at(1), std::string("2"));
            }
        }
    }
};

PARALLAX_TEST(TestPrices)

} // namespace test_prices
#include "test_prices.moc"
