// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/check/text.h"
#include "data/measure/claim.h"

namespace parallax::data {

// What a word says of a figure that might be a claim (resources/lexicon/claims.tsv, in this order there).
enum class ClaimWord {
    Latency,
    FirstToken,
    PerToken,
    P50,
    P75,
    P90,
    P95,
    P99,
    P999,
    Mean,
    Input,
    Output,
    Total,
    Blended,
    Cached,
    Speed,
    Throughput,
    Availability,
    Contract,
    Request,
    Downtime,
    Compared,
    By,
    Apart,
    On,
    Respectively,
    Future,
    Expected,
    Hardware,
    Metric,
    Region,
    Model,
    Available,
    OfTheTime,
    Coming,
    Ranges,
    Supposed,
    Load,
    Special,
    Limit,
    Rival,
    Denial,
    Observed,
    CacheWrite,
    Count
};

// Why a time may be none of an answer (resources/lexicon/asides.tsv, in this order there).
enum class AsideWord { Extreme, Superlative, Other, Adds, Without, Length, Count };

struct AsideAt {
    Span span;
    AsideWord word = AsideWord::Extreme;
};

struct ClaimWordAt {
    Span span;
    ClaimWord word = ClaimWord::Latency;
};

// Somebody who can be asked, or another name of the article.
struct NameAt {
    Span span;
    ClaimSubject subject;
    bool cloud = false; // hosts models of others
};

struct ModelAt {
    Span span;
    std::string name; // as written, with its version: "GPT-4o mini"
    std::vector<std::string> makers;
};

struct RegionAt {
    Span span;
    std::vector<std::string> ids;
};

// What stands in a text, in its order.
struct ClaimWords {
    std::vector<ClaimWordAt> words;
    std::vector<AsideAt> asides;
    std::vector<NameAt> names;
    std::vector<ModelAt> models;
    std::vector<RegionAt> regions;

    bool says(ClaimWord word, Span within) const;
    bool says(ClaimWord word) const;
};
// Spans are bytes of the text, counted from `offset` on. Linear in its length.
ClaimWords claimWordsIn(std::string_view text, const Names& names, std::size_t offset = 0);

// Whether it is a cloud that the rows of a model's makers name: Gemini can be asked on Vertex AI.
bool hosts(const NameAt& name, std::span<const std::string> makers);

// Whether one of the providers stands in both lists: a house makes a model, two names are one house's.
bool sharesProvider(std::span<const std::string> a, std::span<const std::string> b);

// Whether whoever is asked sells the models of nobody else, as a cloud does.
bool sellsOnlyItsOwn(const ClaimSubject& subject);

// Who is asked about a name; nobody for one that is not known.
ClaimSubject claimSubject(std::string_view name);

} // namespace parallax::data
