// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parallax::data {

enum class ClaimKind {
    Latency,      // seconds
    Speed,        // tokens a second, of one answer
    Throughput,   // requests or tokens a second, of a whole machine
    Price,        // of so many tokens
    Availability, // percent
};

// What a latency runs to.
enum class ClaimSpan { EndToEnd, FirstToken, PerToken };

enum class ClaimStatistic { Unstated, Mean, Quantile };

// Which tokens are meant: those of a length ("500 tokens") or those that a price is for.
enum class TokenSide { Unstated, Input, Output, Total, Blended, CachedInput };

enum class ClaimBound { Exact, AtMost, AtLeast };

// Where the words stand: bytes of Article::text, and the block or the cell (row −1 the header).
struct ClaimEvidence {
    std::int64_t article = 0;
    std::int64_t edition = 0;
    std::size_t begin = 0, end = 0;
    std::string quote;
    int block = -1;
    int table = -1, row = -1, column = -1;
};

// Of whom something is said, and what can be asked for it.
struct ClaimSubject {
    std::string name; // as the glossary has it, else as the page has it
    std::vector<std::string>
        providers; // rows of latency::providers(), the likeliest first; empty: none known
    std::vector<std::string> aliases = {}; // other names of whoever answers: "AWS" of "Amazon Bedrock"
};

struct ClaimFigure {
    double low = 0, high = 0; // alike where no range is stated
    double resolution = 0;    // one unit of the last digit written
    ClaimBound bound = ClaimBound::Exact;
    bool approximate = false; // "~", "about"
    bool strict = false;      // its own figure does not keep the bound: "more than $2"
    bool range() const { return low != high; }
};

// The same measure of another subject in the same row or sentence: "1.6–1.8 s against 1.5 s".
struct ClaimBase {
    ClaimSubject subject;
    ClaimFigure stated;
};

// A figure of an article that a measurement, a price list or a contract can bear out. What is left at its
// default was not stated.
struct Claim {
    std::string id; // of what is said and of whom: the same in another version of the article
    ClaimKind kind = ClaimKind::Latency;
    ClaimSubject subject;
    std::string model;                    // "GPT-4o"
    std::vector<std::string> modelMakers; // provider rows of its maker, whose price list speaks for it
    std::string region;                   // as written
    std::vector<std::string> regionIds;   // as providers name it: "us-east-1", "eastus"
    std::string unit;                     // "s", "token/s", "req/s", "%", "USD"
    double perTokens = 0;                 // of a price: so many tokens
    ClaimFigure stated;
    ClaimSpan span = ClaimSpan::EndToEnd;
    ClaimStatistic statistic = ClaimStatistic::Unstated;
    double quantile = 0;     // of ClaimStatistic::Quantile
    std::int64_t tokens = 0; // a length that goes with it
    TokenSide side = TokenSide::Unstated;
    std::string setting;   // hardware: "8x H100"
    bool contract = false; // promised (an SLA) rather than observed
    bool expected = false; // expected or estimated
    bool future = false;   // of a time to come
    // The time that it is said of where that is another than the article's: ISO days. `past` alone: a time
    // before the article, which cannot be told.
    std::string from, to;
    bool past = false;
    std::string terms; // of a price of a kind of its own: "batch"; empty of a plain one
    std::string load;  // under which it was measured: "140 req/s"; empty where none is stated
    // Words of its sentence, or of a cell's caption, header, labels and remarks, that are not understood and
    // may state a circumstance, and those of the sentence before and of the headings that do; the first few.
    // Empty: all of it was read.
    std::vector<std::string> unread;
    // Likewise of the sentences right beside its own, and of its own where they stand in a clause without the
    // figure: next to them nothing is contradicted.
    std::vector<std::string> unreadBeside;
    bool ofModels = false; // the article says more of the subject's models than this
    std::optional<ClaimBase> base;
    std::string words; // the sentence, or the row and column of a cell
    std::string day;   // of the article, ISO: "2026-04-30", "2026-04"; empty when not known
    ClaimEvidence evidence;
};

} // namespace parallax::data
