// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "engine/latency/endpoint_rules.h"
#include "engine/latency/load.h"
#include "engine/latency/run.h"
#include "tests/test_program.h"

namespace test_plan {

using namespace parallax;
using namespace parallax::latency;

namespace {

std::optional<data::Endpoint> named(const std::string& name) {
    if (name != "known")
        return std::nullopt;
    data::Endpoint endpoint;
    endpoint.name = name;
    endpoint.provider = "openai";
    endpoint.model = "gpt-4.1";
    return endpoint;
}

std::string complaint(const std::string& plan) {
    try {
        readPlan(plan, "p.json", named);
        return {};
    } catch (const Error& error) {
        return error.code() == ErrorCode::Usage ? error.args().at(0) : "another error";
    }
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aStepOfASweepMayTakeMoreThanItsRequests() {
        const auto load = [](const std::string& fields) {
            return R"({"endpoints": ["known"], "slo": {"e2e_ms": 9}, "load": {)" + fields + "}}";
        };
        QCOMPARE(readPlan(load(R"("kind": "sweep", "requests": 30)"), "p", named).load.mostRequests,
                 std::int64_t{600});
        QCOMPARE(readPlan(load(R"("kind": "sweep", "requests": 30, "most_requests": 40)"), "p", named)
                     .load.mostRequests,
                 std::int64_t{40});
        QVERIFY(complaint(load(R"("kind": "sweep", "requests": 30, "most_requests": 29)"))
                    .find("most_requests") != std::string::npos);
        QVERIFY(complaint(load(R"("kind": "closed", "most_requests": 90)")).ends_with("is no sweep"));
    }

    void aPlanThatNestsTooDeepIsRefused() {
        const std::string deep = std::string(1 << 17, '[') + std::string(1 << 17, ']');
        const auto refused = std::string("p.json: \"plan\" nests too deep");
        QCOMPARE(complaint(R"({"endpoints": ["known"], "load": )" + deep + "}"), refused);
        QCOMPARE(complaint(R"({"endpoints": [{"name": "n", "options": {"auth": )" + deep + "}}]}"), refused);
        QCOMPARE(complaint(deep), refused);
        // A bracket within a text nests nothing.
        QCOMPARE(complaint("{\"endpoints\": [\"known\"], \"prompt\": {\"text\": \"" +
                           std::string(1 << 17, '[') + "\"}}"),
                 std::string());
    }

    void aPlanIsReadWhole() {
        const RunPlan plan = readPlan(
            R"({"name": "n", "endpoints": ["known", {"name": "own", "provider": "vllm", "base_url": "http://h",)"
            R"("model": "m", "options": {"price-input": "1"}}],)"
            R"("load": {"kind": "gamma", "requests": 40, "warmup": 3, "per_second": 2.5, "shape": 0.5, "seed": 9},)"
            R"("prompt": {"text": "t", "max_tokens": 500, "fixed_length": true},)"
            R"("connections": "cold", "budget": {"usd": 0.5, "tokens": 1000},)"
            R"("slo": {"ttft_ms": 300}, "timeouts": {"silence_ms": 5000}})",
            "p.json", named);
        QCOMPARE(plan.endpoints.size(), std::size_t{2});
        QCOMPARE(plan.endpoints[1].options.at("price-input"), std::string("1"));
        QVERIFY(plan.load.kind == LoadKind::Gamma);
        QCOMPARE(plan.load.requests, std::int64_t{40});
        QCOMPARE(plan.load.shape, 0.5);
        QCOMPARE(plan.prompt.maxTokens, 500);
        QVERIFY(plan.prompt.fixedLength);
        QVERIFY(plan.client.connections == ConnectionPolicy::Cold);
        QCOMPARE(plan.budget.money.value(), PicoDollars{500'000'000'000});
        QCOMPARE(plan.budget.tokens.value(), std::int64_t{1000});
        QCOMPARE(plan.level.timeToFirstToken.value(), 300.0);
        QVERIFY(plan.level.since == Since::Scheduled); // an open loop
        QCOMPARE(plan.client.silenceTimeoutMs, 5000L);
    }

    void nothingOfAPlanIsGuessed() {
        QVERIFY(complaint("[]").find("no JSON object") != std::string::npos);
        QVERIFY(complaint("{").find("no JSON object") != std::string::npos);
        QVERIFY(complaint("{}").find("names no endpoints") != std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["other"]})").find("not there: \"other\"") != std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known", "known"]})").find("two endpoints") != std::string::npos);
        QVERIFY(complaint(R"({"endpoints": [7]})").find("neither") != std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known"], "loads": {}})").find("unknown field \"loads\"") !=
                std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known"], "load": {"request": 3}})").find("\"request\"") !=
                std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known"], "load": {"requests": 0}})").find("\"requests\"") !=
                std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known"], "load": {"requests": 2.5}})").find("whole") !=
                std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known"], "load": {"kind": "fast"}})").find("\"fast\"") !=
                std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known"], "prompt": 3})").find("no object") != std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known"], "http2": "yes"})").find("true or false") !=
                std::string::npos);
        QVERIFY(complaint(R"({"endpoints": ["known"], "load": {"kind": "sweep"}})").find("no limit") !=
                std::string::npos);
        QCOMPARE(complaint(R"({"endpoints": ["known"]})"), std::string());
    }

    void aComplaintSaysNumbersAsAPlanWritesThem() {
        const std::string words = complaint(R"({"endpoints": ["known"], "load": {"requests": 0}})");
        QVERIFY2(words.ends_with("has \"requests\": 0; it takes a whole number from 1 to 1000000"),
                 words.c_str());
        QVERIFY(
            complaint(R"({"endpoints": ["known"], "load": {"per_second": 0}})").find("from 0.001 to 10000") !=
            std::string::npos);
    }

    void modelsThatTakeNoTemperatureAreSentNone() {
        const auto temperature = [](const char* prompt) {
            const std::string json = std::string(R"({"endpoints": ["known"], "prompt": )") + prompt + "}";
            return readPlan(json, "p.json", named).prompt.temperature;
        };
        QCOMPARE(temperature("{}").value(), 0.0);
        QCOMPARE(temperature(R"({"temperature": 0.5})").value(), 0.5);
        QVERIFY(!temperature(R"({"temperature": null})").has_value());
        const std::string key;
        for (const Provider* provider : providers()) {
            if (provider->transport != nullptr)
                continue;
            data::Endpoint endpoint = *named("known");
            endpoint.provider = provider->id;
            endpoint.model = provider->id == "simulation" ? "steady" : "M";
            endpoint.baseUrl = "http://127.0.0.1:9";
            endpoint.region = "us-east-1";
            endpoint.options = {{"resource", "r"}, {"api-version", "2024-10-21"}, {"project", "p"}};
            const Prompt prompt;
            const auto body = [&] {
                return provider->request({endpoint, prompt, key, "20260102T030405Z"}).body;
            };
            const std::string id(provider->id);
            QVERIFY2(body().find("\"temperature\"") != std::string::npos, id.c_str());
            endpoint.options["temperature"] = "no";
            QVERIFY2(body().find("\"temperature\"") == std::string::npos, id.c_str());
        }
    }

    void anEndpointHoldsNoKeyAndNothingUnread() {
        data::Endpoint endpoint = *named("known");
        const auto problem = [&](const auto& change) {
            data::Endpoint other = endpoint;
            change(other);
            return problemOf(other);
        };
        QVERIFY(problemOf(endpoint) == EndpointProblem::None);
        for (const char* url : {"file:///etc/passwd", "ftp://h", "127.0.0.1:8000", "https://", "gopher://h/"})
            QVERIFY(problem([&](auto& one) { one.baseUrl = url; }) == EndpointProblem::AddressScheme);
        QVERIFY(problem([](auto& one) { one.baseUrl = "HTTPS://h"; }) == EndpointProblem::None);
        QVERIFY(problem([](auto& one) { one.name = "a\nb"; }) == EndpointProblem::Text);
        QVERIFY(problem([](auto& one) { one.model = "m\x1b[2J"; }) == EndpointProblem::Text);
        QVERIFY(problem([](auto& one) { one.name = "日 1"; }) == EndpointProblem::None);
        for (const char* url : {"https://h/v1", "https://h:8/{region}/v1", "http://127.0.0.1:1"})
            QVERIFY(problem([&](auto& one) { one.baseUrl = url; }) == EndpointProblem::None);
        for (const char* url : {"https://h/v1?key=sk-1", "https://h/v1#sk-1", "https://h?k"})
            QVERIFY(problem([&](auto& one) { one.baseUrl = url; }) == EndpointProblem::AddressQuery);
        QVERIFY(problem([](auto& one) { one.baseUrl = "https://me:pass@h"; }) ==
                EndpointProblem::AddressCredentials);
        for (const char* name : {"sk-0123", "1A", "A B", "A=1"})
            QVERIFY(problem([&](auto& one) { one.keyVariable = name; }) == EndpointProblem::KeyVariable);
        QVERIFY(problem([](auto& one) { one.keyVariable = "_MY_KEY2"; }) == EndpointProblem::None);
        for (const char* name : {"api-key", "contxt", ""})
            QVERIFY(problem([&](auto& one) { one.options[name] = "sk-0123456789"; }) ==
                    EndpointProblem::UnknownOption);
        endpoint.options["api-key"] = "sk-0123456789";
        try {
            checkEndpoint(endpoint);
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::Usage);
            QVERIFY(error.args()[0].find("reasoning-effort") != std::string::npos); // the list
            QVERIFY(error.args()[0].find("sk-") == std::string::npos);
        }
    }

    void arrivalsKeepTheirRateAndTheirSeed() {
        LoadPlan plan;
        plan.requests = 20000;
        plan.warmup = 0;
        plan.perSecond = 100;
        // The coefficient of variation of the gaps: 0, 1, 1 / √shape.
        const std::map<std::pair<LoadKind, double>, double> spread{{{LoadKind::Constant, 1}, 0},
                                                                   {{LoadKind::Poisson, 1}, 1},
                                                                   {{LoadKind::Gamma, 0.25}, 2},
                                                                   {{LoadKind::Gamma, 4}, 0.5}};
        for (const auto& [kind, expected] : spread) {
            plan.kind = kind.first;
            plan.shape = kind.second;
            const auto times = arrivals(plan, 1000);
            QVERIFY(times == arrivals(plan, 1000));
            QCOMPARE(times.front(), data::RunTime{1000});
            std::vector<double> gaps;
            for (std::size_t i = 1; i < times.size(); ++i)
                gaps.push_back(static_cast<double>(times[i] - times[i - 1]) / 1e9);
            const auto n = static_cast<double>(gaps.size());
            const double mean = std::accumulate(gaps.begin(), gaps.end(), 0.0) / n;
            double squares = 0;
            for (const double gap : gaps)
                squares += (gap - mean) * (gap - mean);
            QVERIFY(std::abs(mean - 0.01) < 0.0005);
            QVERIFY(std::abs(std::sqrt(squares / n) / mean - expected) < 0.06);
        }
    }

    void aRampSaysWhereTo() {
        const auto with = [](const std::string& load) {
            return R"({"endpoints": ["known"], "load": {)" + load + "}}";
        };
        QVERIFY(complaint(with(R"("kind": "ramp")")).find("where to") != std::string::npos);
        QVERIFY(
            complaint(with(R"("kind": "ramp", "to_per_second": 9, "to_concurrency": 9)")).find("where to") !=
            std::string::npos);
        QVERIFY(complaint(with(R"("kind": "poisson", "to_per_second": 9)")).find("no ramp") !=
                std::string::npos);
        QVERIFY(complaint(with(R"("kind": "ramp", "to_per_second": 0)")).find("to_per_second") !=
                std::string::npos);
        QVERIFY(complaint(with(R"("kind": "ramp", "to_concurrency": 2.5)")).find("whole") !=
                std::string::npos);
        // What stands there and what may: by its name.
        QVERIFY(complaint(with(R"("kind": "ramp", "to_per_second": "fast")"))
                    .ends_with("has \"to_per_second\": \"fast\"; it takes a number from 0.001 to 10000"));
        for (const char* value : {"9", "-1", "\"fast\"", "[]"}) {
            const std::string words =
                complaint(R"({"endpoints": ["known"], "slo": {"ttft_ms": 900}, "load": )"
                          R"({"kind": "sweep", "to_per_second": )" +
                          std::string(value) + "}}");
            for (const std::string& part :
                 {"\"load\" has \"to_per_second\": " + std::string(value) + " and is no ramp",
                  std::string("a sweep takes \"per_second\""), std::string("\"steps\"")})
                QVERIFY2(words.find(part) != words.npos, words.c_str());
        }
        const RunPlan rate =
            readPlan(with(R"("kind": "ramp", "per_second": 2, "to_per_second": 9)"), "p", named);
        QCOMPARE(rate.load.toPerSecond.value(), 9.0);
        QVERIFY(rate.level.since == Since::Scheduled);
        const RunPlan together =
            readPlan(with(R"("kind": "ramp", "concurrency": 2, "to_concurrency": 9)"), "p", named);
        QCOMPARE(together.load.toConcurrency.value(), 9);
        QVERIFY(together.level.since == Since::Submitted); // a closed loop
    }

    void aRampsArrivalsAreThoseOfItsRate_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("rising") << 10.0 << 190.0;
        QTest::newRow("falling") << 190.0 << 10.0;
        QTest::newRow("level") << 100.0 << 100.0;
        QTest::newRow("from almost nothing") << 0.001 << 200.0;
    }
    void aRampsArrivalsAreThoseOfItsRate() {
        QFETCH(double, from);
        QFETCH(double, to);
        LoadPlan plan;
        plan.kind = LoadKind::Ramp;
        plan.requests = 2000;
        plan.warmup = 3;
        plan.perSecond = from;
        plan.toPerSecond = to;
        const auto times = arrivals(plan, 1000);
        QCOMPARE(times.size(), std::size_t{2003});
        QCOMPARE(times[0], data::RunTime{1000});
        const auto begin = static_cast<double>(times[3]) / 1e9; // the warm-up before it, at the first rate
        QVERIFY(std::abs(begin - 3 / from - 1e-6) < 1e-6 * begin);
        // By t seconds a ramp of T seconds has brought a·t + (b − a)·t²/(2·T): trapezoids under the rate.
        const double whole = 2 * 2000 / (from + to);
        for (std::size_t i = 3; i < times.size(); ++i) {
            const double t = static_cast<double>(times[i]) / 1e9 - begin;
            const double brought = from * t + (to - from) * t * t / (2 * whole);
            QVERIFY2(std::abs(brought - static_cast<double>(i - 3)) < 0.01, qPrintable(QString::number(i)));
        }
        std::map<std::int64_t, double> counted;
        for (std::int64_t i = 3; i < 2003; ++i)
            counted[rampStepOf(plan, i)] += 1;
        QCOMPARE(rampStepOf(plan, 0), std::int64_t{0});
        QVERIFY(std::is_sorted(times.begin(), times.end()));
        for (const auto& [step, count] : counted) { // a tenth of the time has its mean rate's share
            const RampRange range = rampRangeOf(plan, step);
            QVERIFY(step >= 0 && step < rampSteps && range.unit == RampUnit::PerSecond);
            QVERIFY(std::abs(count - whole / 10 * (range.from + range.to) / 2) <= 1.5);
        }
        QCOMPARE(rampRangeOf(plan, 0).from, from);
        QVERIFY(std::abs(rampRangeOf(plan, 9).to - to) < 1e-9);
    }

    void aRampOfConcurrencyGoesByItsRequests() {
        LoadPlan plan;
        plan.kind = LoadKind::Ramp;
        plan.requests = 100;
        plan.warmup = 2;
        plan.concurrency = 1;
        plan.toConcurrency = 10;
        QCOMPARE(concurrencyAt(plan, 0), 1);
        QCOMPARE(concurrencyAt(plan, 2), 1);
        QCOMPARE(concurrencyAt(plan, 101), 10);
        for (std::int64_t i = 1; i < 102; ++i) {
            const int more = concurrencyAt(plan, i) - concurrencyAt(plan, i - 1);
            QVERIFY(more == 0 || more == 1);
        }
        QCOMPARE(rampStepOf(plan, 11), std::int64_t{0});
        QCOMPARE(rampStepOf(plan, 12), std::int64_t{1});
        QCOMPARE(rampStepOf(plan, 101), std::int64_t{9});
        plan.concurrency = 8;
        plan.toConcurrency = 2;
        QCOMPARE(concurrencyAt(plan, 2), 8);
        QCOMPARE(concurrencyAt(plan, 101), 2);
    }

    void theOrderWithinAPairIsRandomAndBalanced() {
        std::map<std::vector<std::size_t>, int> seen;
        for (std::int64_t pair = 0; pair < 6000; ++pair)
            ++seen[orderOf(5, pair, 3)];
        QCOMPARE(seen.size(), std::size_t{6});
        for (const auto& [order, count] : seen)
            QVERIFY2(count > 850 && count < 1150, qPrintable(QString::number(count)));
        QVERIFY(orderOf(5, 17, 3) == orderOf(5, 17, 3));
        QCOMPARE(orderOf(1, 0, 1), std::vector<std::size_t>{0});
    }
};

PARALLAX_TEST(TestPlan)

} // namespace test_plan
#include "test_plan.moc"
