// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>

#include "engine/latency/failure.h"
#include "tests/test_program.h"

namespace test_failures {

using namespace parallax;
using namespace parallax::latency;
using data::Outcome;

class TestFailures : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aStatusSaysWhoAnswersForIt() {
        for (const int status : {500, 502, 503, 504, 529, 408, 424})
            QCOMPARE(failureOfStatus(status, "").outcome, Outcome::Provider);
        for (const int status : {400, 401, 403, 404, 413, 422})
            QCOMPARE(failureOfStatus(status, "").outcome, Outcome::Rejected);
        QCOMPARE(failureOfStatus(429, "").outcome, Outcome::Throttled);
        QCOMPARE(failureOfStatus(429, "").fault, std::string("http-429"));
        QCOMPARE(failureOfStatus(498, "").outcome, Outcome::Filtered);
        QCOMPARE(failureOfStatus(307, "").fault, std::string("redirect"));
    }

    void theProvidersWordsAreFoundInEveryShape() {
        QCOMPARE(
            failureOfStatus(401, R"({"error":{"message":"bad key","type":"invalid_request_error"}})").text,
            std::string("bad key"));
        QCOMPARE(failureOfStatus(404, R"({"message":"no such model"})").text, std::string("no such model"));
        QCOMPARE(failureOfStatus(429, R"([{"error":{"code":429,"message":"quota"}}])").text,
                 std::string("quota"));
        QCOMPARE(failureOfStatus(500, R"({"detail":"sad"})").text, std::string("sad"));
        QCOMPARE(failureOfStatus(500, R"({"error":"plain"})").text, std::string("plain"));
        QCOMPARE(failureOfStatus(502, "<html>").text, std::string());
        // Whole: half a key that was cut could not be found any more.
        const std::string endless = "{\"message\": \"" + std::string(100000, 'x') + "\"}";
        QCOMPARE(failureOfStatus(500, endless).text.size(), std::size_t{100000});
        QCOMPARE(failureOfStatus(400, R"({"error":{"code":"content_filter","message":"no"}})").outcome,
                 Outcome::Filtered);
    }

    void a200ThatIsNoStreamIsAFailure() {
        QCOMPARE(failureOfContent("text/html; charset=utf-8", "<html>").fault, std::string("html"));
        QCOMPARE(failureOfContent("text/plain", "hello").fault, std::string("content-type"));
        const Failure error =
            failureOfContent("application/json", R"({"error":{"type":"rate_limit_error","message":"slow"}})");
        QCOMPARE(error.outcome, Outcome::Throttled);
        QCOMPARE(error.fault, std::string("in-body"));
        QCOMPARE(failureOfContent("application/json", R"({"choices":[]})").fault,
                 std::string("content-type"));
    }

    void theWaitIsReadFromHeadersFirst() {
        QCOMPARE(retryAfterMs({{"Retry-After", "20"}}, ""), std::int64_t{20000});
        QCOMPARE(retryAfterMs({{"retry-after", "20"}, {"retry-after-ms", "1500"}}, ""), std::int64_t{1500});
        QCOMPARE(retryAfterMs({}, R"({"error":{"code":"429","message":"Please retry after 20 seconds."}})"),
                 std::int64_t{20000});
        QCOMPARE(retryAfterMs({}, R"({"error":{"details":[{"@type":"x.RetryInfo","retryDelay":"22.5s"}]}})"),
                 std::int64_t{22500});
        QCOMPARE(retryAfterMs({{"Date", "Fri, 27 Nov 2026 02:00:00 GMT"},
                               {"Retry-After", "Fri, 27 Nov 2026 02:00:30 GMT"}},
                              ""),
                 std::int64_t{30'000});
        for (const char* value : {"", "soon", "-5", "1e99", "nan"})
            QCOMPARE(retryAfterMs({{"retry-after", value}}, ""), std::int64_t{-1});
    }

    void headersWorthKeepingAreKeptAndCookiesAreNot() {
        for (const char* name : {"x-ratelimit-remaining-tokens", "anthropic-ratelimit-tokens-reset",
                                 "Retry-After", "x-request-id", "apim-request-id", "x-amzn-RequestId",
                                 "openai-processing-ms", "x-ms-region", "CF-RAY", "via", "Server"})
            QVERIFY2(isKeptHeader(name), name);
        for (const char* name : {"set-cookie", "content-length", "authorization"})
            QVERIFY2(!isKeptHeader(name), name);
    }
};

PARALLAX_TEST(TestFailures)

} // namespace test_failures
#include "test_failures.moc"
