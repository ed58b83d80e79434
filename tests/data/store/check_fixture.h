// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <charconv>
#include <string>

#include "data/store/check_run.h"
#include "data/store/check_store.h"
#include "store_fixture.h"

namespace parallax::data::testing {

// Rules of our own, so that the store's tests do not hang on what the real ones find. A paragraph "red 71% …"
// is a check of that colour with the paragraph as its quotation; "fact SUBJECT MEASURE PERIOD VALUE" is a
// fact.
inline std::vector<std::string> wordsOfLine(const std::string& line) {
    std::vector<std::string> words(1);
    for (const char c : line) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    return words;
}

inline Check madeCheck(Colour colour, const std::string& quote, Span span = {}) {
    Check check;
    check.rule = colour == Colour::Red     ? Rule::Cagr
                 : colour == Colour::Amber ? Rule::Count
                                           : Rule::DeltaPercent;
    check.colour = colour;
    check.verdict = colour == Colour::Green  ? Verdict::Consistent
                    : colour == Colour::Grey ? Verdict::CannotTell
                                             : Verdict::Inconsistent;
    Evidence evidence;
    evidence.span = span;
    evidence.quote = quote;
    evidence.block = 1;
    check.statement.push_back(evidence);
    check.fingerprint = "print of " + quote;
    return check;
}

// "71%": what the check computed; nothing where it begins with no digit.
inline std::optional<double> faceIn(const std::string& word) {
    int value = 0;
    if (std::from_chars(word.data(), word.data() + word.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

inline EditionFindings madeFindings(const Article& article) {
    EditionFindings findings;
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        const std::vector<std::string> words = wordsOfLine(block.text);
        if (const auto colour = colourFromName(words.front())) {
            findings.checks.push_back(madeCheck(*colour, block.text, block.span));
            Check& check = findings.checks.back();
            check.statement.front().block = static_cast<int>(i);
            check.face = faceIn(words.size() > 1 ? words[1] : std::string());
        }
        if (words.front() == "fact" && words.size() == 5) {
            Fact fact;
            fact.subject = words[1];
            fact.measure = words[2];
            fact.period = words[3];
            fact.quantity.unit = "USD";
            fact.quantity.value = decimalFrom(words[4]).value_or(Decimal{});
            fact.evidence.span = block.span;
            fact.evidence.quote = block.text;
            findings.facts.push_back(std::move(fact));
        }
    }
    return findings;
}

inline std::optional<Check> madeComparison(const Fact& a, const Fact& b) {
    const double left = a.quantity.value.toDouble();
    const double right = b.quantity.value.toDouble();
    Check check = madeCheck(left == right ? Colour::Green : Colour::Red, a.evidence.quote);
    check.rule = Rule::SameFact;
    check.statement = {a.evidence, b.evidence};
    return check;
}

inline CheckRunOptions madeOptions() {
    CheckRunOptions options;
    options.threads = 2;
    options.check = madeFindings;
    options.compare = madeComparison;
    return options;
}

inline CheckRunResult runChecks(Library& library) {
    return checkLibrary(library, {}, {}, madeOptions());
}

// An article of a source whose paragraphs are `lines`.
inline Article articleWith(const std::string& title, const std::vector<std::string>& lines,
                           Language language = Language::English) {
    Draft draft(title, language);
    for (const std::string& line : lines)
        draft.add(BlockKind::Paragraph, line);
    draft.article.source = "Test";
    draft.article.archiveMonth = "2026-04";
    draft.article.slug = title;
    return draft.article;
}

inline std::vector<StoredCheck> allChecks(Library& library, const CheckFilter& filter = {}) {
    return library.checks().list(filter, 0, 1'000'000);
}

inline std::vector<std::string> quotesOf(const std::vector<StoredCheck>& checks) {
    std::vector<std::string> quotes;
    for (const StoredCheck& stored : checks)
        quotes.push_back(stored.check.statement.empty() ? std::string()
                                                        : stored.check.statement.front().quote);
    return quotes;
}

inline void markNow(Library& library, CheckId id, CheckMark mark, const std::string& note = {}) {
    Transaction transaction(library);
    library.checks().mark(id, mark, note, "Analyst");
    transaction.commit();
}

} // namespace parallax::data::testing
