// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words for every verdict, reading and code of a claim.
#include <QTest>

#include <QLocale>

#include <limits>

#include "tests/engine/latency/claim_runs.h"
#include "tests/test_program.h"
#include "ui/common/claim_sentences.h"
#include "ui/common/translation.h"

namespace test_claim_sentences {

using namespace parallax;
using namespace parallax::ui;
using data::ClaimKind;

class TestClaimSentences final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        applyInterfaceLanguage(QStringLiteral("en"));
    }

    void everyVerdictAndReadingIsSaidInWords() {
        for (const auto verdict : {latency::ClaimVerdict::Consistent, latency::ClaimVerdict::Contradicted,
                                   latency::ClaimVerdict::NotEnoughData, latency::ClaimVerdict::NotTestable})
            QVERIFY(!verdictText(verdict).isEmpty());
        for (int measure = 0; measure <= static_cast<int>(latency::ClaimMeasure::Rate); ++measure)
            for (int side = 0; side <= static_cast<int>(data::TokenSide::CachedInput); ++side) {
                latency::ClaimReading reading;
                reading.measure = static_cast<latency::ClaimMeasure>(measure);
                reading.side = static_cast<data::TokenSide>(side);
                reading.tokens = 500;
                QVERIFY(!readingText(reading).isEmpty());
            }
    }

    void everyCodeThatAJudgementWritesHasASentence() {
        data::Claim claim = latency::latencyClaim(1.5, 1.5);
        std::vector<data::Claim> claims;
        for (int kind = 0; kind <= static_cast<int>(ClaimKind::Availability); ++kind) {
            claim.kind = static_cast<ClaimKind>(kind);
            claim.model.clear();
            claim.side = data::TokenSide::Unstated;
            claim.statistic = data::ClaimStatistic::Unstated;
            claim.contract = kind == static_cast<int>(ClaimKind::Availability);
            claims.push_back(claim);
            claim.tokens = 0;
            claim.subject.providers.clear();
            claims.push_back(claim);
        }
        for (const data::Claim& one : claims) {
            const auto judgement = latency::judged(one, {});
            for (const std::string& code : judgement.missing)
                QVERIFY2(hasMissingText(code), code.c_str());
            for (const auto& result : judgement.results)
                QVERIFY2(hasResultText(result.reason), result.reason.c_str());
            QVERIFY(!judgementText(one, judgement).isEmpty());
        }
        for (const char* reason : {"inside",
                                   "outside",
                                   "straddles",
                                   "few",
                                   "wrong-length",
                                   "no-runs",
                                   "simulated-only",
                                   "not-remote",
                                   "future",
                                   "currency",
                                   "price-fits",
                                   "price-differs",
                                   "no-price",
                                   "contract-same",
                                   "contract-differs",
                                   "no-contract",
                                   "shown",
                                   "not-shown",
                                   "refuted",
                                   "disturbed",
                                   "few-sessions",
                                   "no-session",
                                   "load",
                                   "inside-later",
                                   "outside-later",
                                   "shown-later",
                                   "refuted-later",
                                   "past",
                                   "price-rounded",
                                   "price-mixed",
                                   "price-fits-undated",
                                   "price-makers",
                                   "price-special",
                                   "contract-service"})
            QVERIFY2(hasResultText(reason), reason);
    }

    void figuresAreSaidWithTheirUnits() {
        data::Claim claim = latency::latencyClaim(1.6, 1.8);
        QCOMPARE(claimText(claim),
                 QStringLiteral("Azure: latency (median, answer of 500 tokens, GPT-4o) 1.6 s to 1.8 s"));
        claim.stated.bound = data::ClaimBound::AtMost;
        QVERIFY(statedText(claim).startsWith(QStringLiteral("at most")));
        claim = latency::latencyClaim(5, 5);
        claim.kind = ClaimKind::Price;
        claim.unit = "USD";
        claim.perTokens = 1e6;
        QCOMPARE(statedText(claim), QStringLiteral("$5.00 for 1,000,000 tokens"));
        claim.kind = ClaimKind::Availability;
        claim.unit = "%";
        claim.stated.low = claim.stated.high = 99.95;
        QCOMPARE(statedText(claim), QStringLiteral("99.95 %"));
    }

    void whatWasMeasuredStandsWithItsIntervalAndItsNumber() {
        latency::ClaimRun run;
        latency::addAnswers(run, latency::endpointAt("east", "azure", "gpt-4o"), 60, 1.5, 500);
        const data::Claim claim = latency::latencyClaim(1.5, 1.5);
        const QString told = judgementText(claim, latency::judged(claim, {run}));
        QVERIFY2(
            told.startsWith(QStringLiteral("Consistent (read as: time to the last token, median, answer of "
                                           "500 tokens, which takes 334 tokens/s). east: 1.")),
            qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("n = 60")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("which fits (accepted: 1.35 s to 1.65 s)")), qPrintable(told));
    }

    void timesServicesAndListsThatDisagreeAreNamed() {
        data::Claim claim = latency::latencyClaim(1.5, 1.5);
        claim.day = "2026-04";
        latency::ReadingResult result;
        result.source = "east";
        result.value = 2.2;
        result.interval = latency::Interval{2.1, 2.3};
        result.accepted = {1.35, 1.65};
        result.n = 60;
        result.readOn = "2026-11-26";
        result.reason = "outside-later";
        QCOMPARE(
            resultText(claim, result),
            QStringLiteral("east: 2.2 s was measured on 2026-11-26 (95 % interval 2.1 s to 2.3 s, n = 60), "
                           "which does not fit (accepted: 1.35 s to 1.65 s); the claim is of 2026-04, of "
                           "which that says nothing."));
        claim.from = "2026-03-01";
        claim.to = "2026-03-31";
        result.reason = "past";
        QVERIFY(resultText(claim, result).startsWith(QStringLiteral("It is said of 2026-03; no run")));
        claim.from = "2025-01-01";
        claim.to = "2025-12-31";
        QVERIFY(resultText(claim, result).startsWith(QStringLiteral("It is said of 2025; no run")));
        claim.load = "140 req/s";
        result.reason = "load";
        QVERIFY(resultText(claim, result).contains(QStringLiteral("(140 req/s)")));

        claim = latency::latencyClaim(99.99, 99.99);
        claim.kind = ClaimKind::Availability;
        claim.unit = "%";
        result = {};
        result.reading.measure = latency::ClaimMeasure::Contract;
        result.source = "https://aws.example/sla";
        result.service = "Amazon Bedrock";
        result.readOn = "2026-11-25";
        result.value = 99.9;
        result.reason = "contract-service";
        QCOMPARE(
            resultText(claim, result),
            QStringLiteral("The service level of Amazon Bedrock promises 99.9 % (https://aws.example/sla, "
                           "read on 2026-11-25); the article may mean another service."));

        claim = latency::latencyClaim(3, 3);
        claim.kind = ClaimKind::Price;
        claim.unit = "USD";
        claim.perTokens = 1e6;
        latency::ClaimJudgement judgement;
        judgement.verdict = latency::ClaimVerdict::Consistent;
        for (const double dollars : {3.0, 2.5}) {
            latency::ReadingResult list;
            list.reading.measure = latency::ClaimMeasure::ListPrice;
            list.reading.side = data::TokenSide::Input;
            list.source = dollars > 2.7 ? "https://one.example" : "https://two.example";
            list.readOn = "2026-11-25";
            list.validFrom = "2024-08-06";
            list.value = dollars;
            list.verdict =
                dollars > 2.7 ? latency::ClaimVerdict::Consistent : latency::ClaimVerdict::Contradicted;
            list.reason = dollars > 2.7 ? "price-fits" : "price-differs";
            judgement.results.push_back(list);
        }
        judgement.decidedBy = 0;
        QVERIFY2(judgementText(claim, judgement)
                     .endsWith(QStringLiteral("$3.00 for a million tokens by https://one.example (since "
                                              "2024-08-06, read on 2026-11-25): that fits. Lists disagree: "
                                              "$2.50 by https://two.example.")),
                 qPrintable(judgementText(claim, judgement)));
    }

    void aPriceIsToldWithItsBoundAndWithWhatTheListHas() {
        data::Claim claim;
        claim.kind = ClaimKind::Price;
        claim.unit = "USD";
        claim.perTokens = 1e6;
        claim.stated = {3, 3, 1, data::ClaimBound::AtLeast};
        QCOMPARE(statedText(claim), QStringLiteral("at least $3.00 for 1,000,000 tokens"));
        latency::ReadingResult list;
        list.reading.measure = latency::ClaimMeasure::ListPrice;
        list.source = "https://one.example";
        list.readOn = "2026-11-25";
        list.validFrom = "2024-08-06";
        list.value = 2.5;
        list.reason = "price-differs";
        QCOMPARE(
            resultText(claim, list),
            QStringLiteral("$2.50 for a million tokens by https://one.example (since 2024-08-06, read on "
                           "2026-11-25), and not at least $3.00 for 1,000,000 tokens."));
    }

    void aBoundIsReadAsWhatItIs() {
        data::Claim claim = latency::latencyClaim(1.5, 1.5);
        latency::ReadingResult result;
        result.source = "east";
        result.value = 0.7;
        result.interval = latency::Interval{0.6, 0.8};
        result.n = 40;
        result.accepted = {-std::numeric_limits<double>::infinity(), 0.9};
        result.reason = "inside";
        QVERIFY(resultText(claim, result)
                    .endsWith(QStringLiteral("n = 40), which fits (accepted: at most 0.9 s).")));
        result.reason = "outside";
        QVERIFY(resultText(claim, result)
                    .endsWith(QStringLiteral("n = 40), which does not fit (accepted: at most 0.9 s).")));
        result.reason = "outside-unread";
        claim.unread = {"with", "PTUs"};
        QVERIFY(hasResultText(result.reason));
        const QString unread = resultText(claim, result);
        QVERIFY2(unread.endsWith(QStringLiteral(
                     "(accepted: at most 0.9 s). But the sentence or the text around it has words "
                     "that may change its meaning, or that this program does not understand "
                     "(\"with\", \"PTUs\").")),
                 qUtf8Printable(unread));
        claim.unread = {"a", "b", "c", "d", "e"};
        QVERIFY(resultText(claim, result).endsWith(QStringLiteral("(\"a\", \"b\", \"c\", \"d\", …).")));
        claim.unread.clear();
        claim.unreadBeside = {"story"};
        QVERIFY(resultText(claim, result).endsWith(QStringLiteral("(\"story\").")));
        claim.kind = ClaimKind::Availability;
        claim.unit = "%";
        result.value = 99.1;
        result.interval = latency::Interval{98.2, 99.6};
        result.accepted = {99.9, 100};
        result.reason = "refuted";
        QCOMPARE(resultText(claim, result), QStringLiteral("east: 99.1 % of 40 requests were answered (95 % "
                                                           "interval 98.2 % to 99.6 %): less than 99.9 %."));
        result.reason = "shown";
        QVERIFY(resultText(claim, result).endsWith(QStringLiteral(": at least 99.9 % is shown.")));
        result.reason = "contract-within";
        QVERIFY(resultText(claim, result)
                    .contains(QStringLiteral("which fits (accepted: at least 99.9 %; east")));
    }

    void aNameWithAPlaceholderStaysAName() {
        latency::ReadingResult result;
        result.reason = "few";
        result.source = "%4 %1";
        result.n = 2;
        result.needed = 6;
        QCOMPARE(resultText(latency::latencyClaim(1, 1), result),
                 QStringLiteral("%4 %1: 2 answers that fit, 6 are needed."));
        result.reason = "from-the-future";
        QCOMPARE(resultText(latency::latencyClaim(1, 1), result), QStringLiteral("from-the-future"));
    }
};

PARALLAX_WIDGET_TEST(TestClaimSentences)

} // namespace test_claim_sentences
#include "test_claim_sentences.moc"
