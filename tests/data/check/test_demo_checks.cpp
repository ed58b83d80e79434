// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The errors made on purpose in the demo library (resources/demo/README.md), and nothing else.
#include <QtTest>

#include <set>

#include "base/resource.h"
#include "read_text.h"
#include "tests/test_program.h"

namespace test_demo_checks {

using namespace parallax;
using namespace parallax::data;

namespace {

struct Edition {
    std::string name;
    Article article;
    std::vector<Check> checks;
    std::vector<Fact> facts;
};

const std::vector<Edition>& library() {
    static const std::vector<Edition> all = [] {
        std::vector<Edition> read;
        for (const std::string_view name : resourceNames("demo/")) {
            if (!name.ends_with(".md") || name.ends_with("README.md"))
                continue;
            Document document =
                parseDocument(resource(name), {.name = std::string(name), .url = {}, .contentType = {}});
            for (Article& article : document.articles) {
                Edition edition{std::string(name.substr(5)), std::move(article), {}, {}};
                read.push_back(std::move(edition));
                Edition& kept = read.back();
                const ReadArticle text = readArticle(kept.article);
                kept.checks = checkArticle(text);
                kept.facts = factsOf(text);
            }
        }
        return read;
    }();
    return all;
}

// An error made on purpose: in each edition of the article one check of that rule holds these words.
struct Planted {
    const char* article;
    Rule rule;
    Colour colour;
    const char* words; // in some evidence of it, in every language
};

const std::vector<Planted>& planted() {
    static const std::vector<Planted> all = {
        {"02-latency-by-region", Rule::SumTotal, Colour::Red, "4.17"},
        {"04-cloud-ai-revenue", Rule::DeltaPercent, Colour::Red, "+35%"},
        {"04-cloud-ai-revenue", Rule::Cagr, Colour::Amber, "50%"},
        {"06-multi-cloud-map", Rule::Logic, Colour::Amber, "Helio Compute"},
        {"15-price-index-august", Rule::DeltaPercent, Colour::Amber, "-12%"},
        {"16-market-size-claims", Rule::Cagr, Colour::Red, "20%"},
        {"16-market-size-claims", Rule::Cagr, Colour::Red, "12%"},
        {"18-qinglan-profile", Rule::ShareSum, Colour::Red, "38%"},
        {"18-qinglan-profile", Rule::PriceVolume, Colour::Red, "翻了两番"},
    };
    return all;
}

bool holds(const Check& check, std::string_view words) {
    return std::ranges::any_of(check.statement, [&](const Evidence& evidence) {
        return evidence.quote.find(words) != std::string::npos;
    });
}

std::string told(const Check& check) {
    std::string out(colourName(check.colour));
    out += ' ';
    out += ruleName(check.rule);
    for (const Evidence& evidence : check.statement)
        out += " | " + evidence.quote;
    return out;
}

} // namespace

class TestDemoChecks final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyErrorMadeOnPurposeIsFound_data() {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < planted().size(); ++i)
            QTest::newRow((std::string(planted()[i].article) + ' ' + planted()[i].words).c_str())
                << static_cast<int>(i);
    }
    void everyErrorMadeOnPurposeIsFound() {
        QFETCH(int, number);
        const Planted& error = planted()[static_cast<std::size_t>(number)];
        int editions = 0;
        for (const Edition& edition : library()) {
            if (!edition.name.starts_with(error.article))
                continue;
            ++editions;
            const bool found = std::ranges::any_of(edition.checks, [&](const Check& check) {
                return check.rule == error.rule && check.colour == error.colour && holds(check, error.words);
            });
            QVERIFY2(found, edition.name.c_str());
        }
        QVERIFY(editions > 0);
    }

    void nothingElseIsFlagged() {
        for (const Edition& edition : library())
            for (const Check& check : edition.checks) {
                if (check.colour != Colour::Red && check.colour != Colour::Amber)
                    continue;
                const bool meant = std::ranges::any_of(planted(), [&](const Planted& error) {
                    return edition.name.starts_with(error.article) && holds(check, error.words);
                });
                QVERIFY2(meant, (edition.name + ": " + told(check)).c_str());
            }
    }

    void twoArticlesThatContradictEachOtherAreFoundAndNoOthers() {
        int contracts = 0;
        int investments = 0;
        for (std::size_t i = 0; i < library().size(); ++i)
            for (std::size_t k = i + 1; k < library().size(); ++k)
                for (const Fact& a : library()[i].facts)
                    for (const Fact& b : library()[k].facts) {
                        const auto check = compareFacts(a, b);
                        if (!check || check->verdict == Verdict::Consistent)
                            continue;
                        const std::string pair =
                            library()[i].name + " / " + library()[k].name + ": " + told(*check);
                        const bool contract = a.measure == "contract with northgate cloud";
                        const bool investment = a.measure == "investment with qinglan cloud";
                        QVERIFY2(contract || investment, pair.c_str());
                        QVERIFY2(check->colour == Colour::Red, pair.c_str());
                        contracts += contract ? 1 : 0;
                        investments += investment ? 1 : 0;
                    }
        QVERIFY(contracts > 0);
        QVERIFY(investments > 0);
    }

    void theFingerprintsOfAnArticleDiffer() {
        for (const Edition& edition : library()) {
            std::set<std::string> seen;
            for (const Check& check : edition.checks)
                QVERIFY2(seen.insert(check.fingerprint).second, (edition.name + ": " + told(check)).c_str());
        }
    }

    void everyEvidenceQuotesTheArticle() {
        for (const Edition& edition : library())
            for (const Check& check : edition.checks)
                for (const Evidence& evidence : check.statement) {
                    QVERIFY(evidence.span.end <= edition.article.text.size());
                    QVERIFY(evidence.span.begin <= evidence.span.end);
                }
    }
};

PARALLAX_TEST(TestDemoChecks)

} // namespace test_demo_checks
#include "test_demo_checks.moc"
