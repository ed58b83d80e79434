// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_lists.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/resource.h"
#include "base/utf8.h"
#include "data/claim/claim_words.h"

namespace parallax::data {
namespace {

// clang-format off: one long line a name otherwise
constexpr std::array<std::string_view, static_cast<std::size_t>(ClaimWord::Count)> wordNames = {
    "latency",    "first_token",  "per_token", "p50",         "p75",      "p90",      "p95",     "p99",
    "p999",       "mean",         "input",     "output",      "total",    "blended",  "cached",  "speed",
    "throughput", "availability", "contract",  "request",     "downtime", "compared", "by",      "apart",
    "on",         "respectively", "future",    "expected",    "hardware", "metric",   "region",  "model",
    "available",  "of_time",      "coming",    "ranges",      "supposed", "load",     "special", "limit",
    "rival",      "denial",       "observed",  "cache_write",
};
// clang-format on
constexpr std::array<std::string_view, static_cast<std::size_t>(AsideWord::Count)> asideNames = {
    "extreme", "superlative", "other", "adds", "without", "length"};

constexpr std::array<std::string_view, static_cast<std::size_t>(PointerWord::Count)> pointerNames = {
    "plainly", "forward", "back", "either", "edge", "prices", "harmless", "neutral"};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        if (const std::string_view part = trim(text.substr(0, end)); !part.empty() || separator != ';')
            parts.push_back(part);
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

template <typename Function>
void readRows(std::string_view text, const Function& row) {
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty() || line.starts_with('#'))
            continue;
        std::vector<std::string_view> fields = split(line, '\t');
        fields.resize(3);
        row(fields);
    }
}

std::vector<std::string> listOf(std::string_view text) {
    std::vector<std::string> list;
    for (const std::string_view part : split(text, ';'))
        list.emplace_back(part);
    return list;
}

Sense senseOf(std::size_t id) {
    return {{}, static_cast<int>(id), -1};
}

// Rows of a word's sense and its forms; the sense is its place among `names`.
template <std::size_t size>
void readSenses(std::string_view text, const std::array<std::string_view, size>& names, WordIndex& index) {
    readRows(text, [&](const auto& fields) {
        const auto found = std::ranges::find(names, fields[0]);
        if (found == names.end())
            return;
        for (const std::string_view forms : {fields[1], fields[2]})
            for (const std::string_view form : split(forms, ';'))
                index.add(form, senseOf(static_cast<std::size_t>(found - names.begin())));
    });
}

// What states no circumstance: what is measured, of which tokens and of whom.
constexpr auto plainSenses = std::to_array<ClaimWord>(
    {ClaimWord::Latency,      ClaimWord::FirstToken, ClaimWord::PerToken,  ClaimWord::P50,
     ClaimWord::P75,          ClaimWord::P90,        ClaimWord::P95,       ClaimWord::P99,
     ClaimWord::P999,         ClaimWord::Mean,       ClaimWord::Input,     ClaimWord::Output,
     ClaimWord::Total,        ClaimWord::Blended,    ClaimWord::Speed,     ClaimWord::Throughput,
     ClaimWord::Availability, ClaimWord::Contract,   ClaimWord::Request,   ClaimWord::Apart,
     ClaimWord::On,           ClaimWord::Region,     ClaimWord::Available, ClaimWord::OfTheTime,
     ClaimWord::Respectively, ClaimWord::Metric,     ClaimWord::Model,     ClaimWord::Ranges});

// Of those what is a circumstance of a price ("with an SLA OpenAI charges …") or leaves open which it is.
constexpr auto promisedSenses =
    std::to_array<ClaimWord>({ClaimWord::Contract, ClaimWord::Availability, ClaimWord::Available,
                              ClaimWord::OfTheTime, ClaimWord::Ranges});

// plain.tsv, and those senses of claims.tsv.
void readPlainWords(ClaimLists& lists) {
    const auto addTo = [](WordIndex& index, std::string_view forms, std::size_t sense = plainWord) {
        for (const std::string_view form : split(forms, ';'))
            index.add(form, senseOf(sense));
    };
    const auto addForms = [&](std::string_view forms, std::size_t sense = plainWord) {
        addTo(lists.plain, forms, sense);
    };
    readRows(resource("lexicon/plain.tsv"), [&](const auto& fields) {
        if (fields[0] == "not_price" || fields[0] == "contract" || fields[0] == "compared")
            for (const std::string_view forms : {fields[1], fields[2]})
                addTo(lists.notOfPrice, forms);
        if (fields[0] == "not_contract")
            for (const std::string_view forms : {fields[1], fields[2]})
                addTo(lists.notOfContract, forms);
        if (fields[0].starts_with("not_"))
            return;
        const std::size_t sense = fields[0] == "states"          ? tellingWord
                                  : fields[0] == "circumstances" ? circumstanceWord
                                                                 : plainWord;
        addForms(fields[1], sense);
        addForms(fields[2], sense);
    });
    readRows(resource("lexicon/claims.tsv"), [&](const auto& fields) {
        const auto isOf = [&](const auto& senses) {
            return std::ranges::any_of(senses, [&](ClaimWord sense) {
                return wordNames[static_cast<std::size_t>(sense)] == fields[0];
            });
        };
        for (const std::string_view forms : {fields[1], fields[2]}) {
            if (isOf(plainSenses))
                addForms(forms);
            if (isOf(promisedSenses))
                addTo(lists.notOfPrice, forms);
        }
    });
}

// pointers.tsv: a word both points and is harmless.
void readPointers(ClaimLists& lists) {
    readRows(resource("lexicon/pointers.tsv"), [&](const auto& fields) {
        const auto found = std::ranges::find(pointerNames, fields[0]);
        const auto sense = static_cast<std::size_t>(found - pointerNames.begin());
        const bool plain = sense >= static_cast<std::size_t>(PointerWord::Harmless);
        for (const std::string_view forms : {fields[1], fields[2]})
            for (const std::string_view form : split(forms, ';'))
                (plain ? lists.pointerPlain : lists.pointers).add(form, senseOf(sense));
    });
}

void readEndpoints(ClaimLists& lists) {
    readRows(resource("lexicon/endpoints.tsv"), [&](const auto& fields) {
        if (fields[2] == "short") {
            lists.shorts.add(fields[0], senseOf(lists.meant.size()));
            lists.meant.emplace_back(fields[1]);
        } else if (fields[2] == "other") {
            for (const std::string_view form : split(fields[0], ';'))
                lists.others.add(form, senseOf(0));
        } else if (fields[2] == "server") {
            for (const std::string_view form : split(fields[0], ';'))
                lists.servers.add(form, senseOf(0));
        } else if (fields[2] == "model") {
            for (const std::string_view form : split(fields[0], ';'))
                lists.models.add(form, senseOf(lists.makers.size()));
            lists.makers.push_back(listOf(fields[1]));
        } else {
            AskedName name;
            name.subject.name = fields[0];
            name.subject.providers = listOf(fields[1]);
            name.cloud = fields[2] == "cloud";
            lists.names.emplace_back(foldedWords(fields[0]), std::move(name));
        }
    });
}

// "AWS", "Amazon" and "Amazon Bedrock" answer prompts by one service: whoever is called by any of these names
// may be meant. A format that anybody may speak makes nobody the same.
void findAliases(ClaimLists& lists) {
    for (auto& [folded, name] : lists.names)
        for (const auto& [otherFolded, other] : lists.names)
            if (!name.subject.providers.empty() && name.subject.providers.front() != "compatible" &&
                other.subject.providers.front() == name.subject.providers.front() &&
                other.subject.name != name.subject.name)
                name.subject.aliases.push_back(other.subject.name);
}

} // namespace

const AskedName* ClaimLists::asked(std::string_view name) const {
    const std::u32string folded = foldedWords(name);
    const auto found = std::ranges::find(names, folded, [](const auto& one) { return one.first; });
    return found == names.end() ? nullptr : &found->second;
}

const ClaimLists& claimLists() {
    static const ClaimLists built = [] {
        ClaimLists made;
        readSenses(resource("lexicon/claims.tsv"), wordNames, made.words);
        readSenses(resource("lexicon/asides.tsv"), asideNames, made.asides);
        readPlainWords(made);
        readPointers(made);
        readEndpoints(made);
        findAliases(made);
        readRows(resource("lexicon/regions.tsv"), [&](const auto& fields) {
            std::vector<std::string> ids = listOf(fields[2]);
            for (const std::string_view forms : {fields[0], fields[1], fields[2]})
                for (const std::string_view form : split(forms, ';'))
                    if (!form.ends_with('*'))
                        made.regions.add(form, senseOf(made.regionIds.size()));
            for (std::string& id : ids)
                if (id.ends_with('*')) // how names begin: no word of an article
                    id.pop_back();
            made.regionIds.push_back(std::move(ids));
        });
        return made;
    }();
    return built;
}

} // namespace parallax::data
