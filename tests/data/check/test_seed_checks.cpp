// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of the real article that is kept apart from this tree.
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

#include "read_text.h"
#include "tests/test_program.h"

namespace test_seed_checks {

using namespace parallax::data;
namespace fs = std::filesystem;

namespace {

fs::path seedFile(const char* name) {
    return fs::path(PARALLAX_SOURCE_DIR) / "../shared/golden/seed" / name;
}

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct Seed {
    Article article;
    std::vector<Check> checks;
    std::vector<std::size_t> lines; // where each begins
    nlohmann::json golden;

    bool exists() const { return !checks.empty(); }

    std::size_t lineOf(std::size_t byte) const {
        return static_cast<std::size_t>(std::ranges::upper_bound(lines, byte) - lines.begin());
    }

    // The evidence holds the quoted words on that line, or stands within them.
    bool holds(const Evidence& evidence, const nlohmann::json& quoted) const {
        const auto quote = quoted["quote"].get<std::string>();
        const auto line = quoted["line"].get<std::size_t>();
        if (line == 0 || line > lines.size())
            return false;
        const std::size_t begin = article.text.find(quote, lines[line - 1]);
        if (begin == std::string::npos)
            return false;
        const std::size_t end = begin + quote.size();
        return evidence.span.begin < end && begin < evidence.span.end;
    }

    bool states(const Check& check, const nlohmann::json& golden_) const {
        std::size_t held = 0;
        for (const auto& quoted : golden_["statement"])
            held += std::ranges::any_of(check.statement,
                                        [&](const Evidence& evidence) { return holds(evidence, quoted); })
                        ? 1
                        : 0;
        return held * 2 >= golden_["statement"].size() && held > 0;
    }

    const Check* find(const nlohmann::json& wanted) const {
        const auto rule = wanted["rule"].get<std::string>();
        const auto verdict = wanted["verdict"].get<std::string>();
        const Check* other = nullptr;
        for (const Check& check : checks) {
            const std::string_view name = ruleName(check.rule);
            if ((rule == name || rule.starts_with(std::string(name) + '_')) && states(check, wanted)) {
                if (std::string_view(verdictName(check.verdict)).starts_with(verdict))
                    return &check;
                other = &check;
            }
        }
        return other;
    }
};

const Seed& seed() {
    static const Seed read = [] {
        Seed built;
        if (!fs::exists(seedFile("article.txt")))
            return built;
        Document document = parseDocument(bytesOf(seedFile("article.txt")),
                                          {.name = "seed.txt", .url = {}, .contentType = {}});
        built.article = std::move(document.articles.front());
        built.checks = checkArticle(readArticle(built.article));
        built.lines.push_back(0);
        for (std::size_t at = built.article.text.find('\n'); at != std::string::npos;
             at = built.article.text.find('\n', at + 1))
            built.lines.push_back(at + 1);
        built.golden = nlohmann::json::parse(bytesOf(seedFile("expected_checks.json")));
        return built;
    }();
    return read;
}

// As the page words a verdict: rules that it names by another suffix are ours without it.
bool isNamed(const std::string& rule) {
    return ruleFromName(rule).has_value() || rule == "LOGIC_EXCLUSIVE";
}

} // namespace

class TestSeedChecks final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyCheckThatThePageNamesComesOut_data() {
        QTest::addColumn<int>("number");
        if (!seed().exists()) {
            QTest::newRow("none") << -1;
            return;
        }
        const auto& checks = seed().golden["checks"];
        for (std::size_t i = 0; i < checks.size(); ++i)
            if (isNamed(checks[i]["rule"].get<std::string>()))
                QTest::newRow(checks[i]["id"].get<std::string>().c_str()) << static_cast<int>(i);
    }
    void everyCheckThatThePageNamesComesOut() {
        QFETCH(int, number);
        if (number < 0)
            QSKIP("../shared is not here");
        const auto& wanted = seed().golden["checks"][static_cast<std::size_t>(number)];
        const Check* const found = seed().find(wanted);
        QVERIFY2(found, wanted.dump().substr(0, 400).c_str());
        const auto verdict = wanted["verdict"].get<std::string>();
        QVERIFY2(std::string(verdictName(found->verdict)).starts_with(verdict),
                 (wanted["id"].get<std::string>() + ": " + std::string(verdictName(found->verdict))).c_str());
    }

    void onlyTheGrowthRateIsRedAndOnlyTheSoftOnesAmber() {
        if (!seed().exists())
            QSKIP("../shared is not here");
        std::set<const Check*> flagged;
        for (const char* const list : {"inconsistent_high", "inconsistent_low"})
            for (const auto& id : seed().golden["must_find"][list])
                for (const auto& wanted : seed().golden["checks"])
                    if (wanted["id"] == id) {
                        const Check* const found = seed().find(wanted);
                        QVERIFY2(found, id.get<std::string>().c_str());
                        const bool high = std::string_view(list) == "inconsistent_high";
                        QCOMPARE(found->colour, high ? Colour::Red : Colour::Amber);
                        flagged.insert(found);
                    }
        for (const Check& check : seed().checks)
            if (check.colour == Colour::Red || check.colour == Colour::Amber)
                QVERIFY2(flagged.contains(&check),
                         (std::string(ruleName(check.rule)) + ": " +
                          (check.statement.empty() ? std::string() : check.statement.front().quote))
                             .c_str());
    }

    void theGrowthRateHasItsRepairsAndItsCause() {
        if (!seed().exists())
            QSKIP("../shared is not here");
        for (const auto& wanted : seed().golden["checks"]) {
            if (wanted["id"] != "M1")
                continue;
            const Check* const found = seed().find(wanted);
            QVERIFY(found);
            QCOMPARE(found->cause, std::string("off-by-one-years"));
            std::set<std::string> repairs;
            for (const Repair& repair : found->repairs)
                repairs.insert(repair.text);
            for (const char* const text : {"~71%", "$67.5 billion", "$29.6 billion", "2029", "2024"})
                QVERIFY2(repairs.contains(text), text);
            QVERIFY(std::abs(*found->face - wanted["computed"]["cagr_face_pct"].get<double>()) < 1e-4);
        }
    }

    void noCheckAccusesWhatMustNotBeFlagged() {
        if (!seed().exists())
            QSKIP("../shared is not here");
        for (const auto& id : seed().golden["must_find"]["must_not_flag"])
            for (const auto& wanted : seed().golden["checks"]) {
                if (wanted["id"] != id)
                    continue;
                const Check* const found = seed().find(wanted);
                if (found)
                    QVERIFY2(found->verdict != Verdict::Inconsistent, id.get<std::string>().c_str());
            }
    }
};

PARALLAX_TEST(TestSeedChecks)

} // namespace test_seed_checks
#include "test_seed_checks.moc"
