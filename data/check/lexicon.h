// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parallax::data {

// What a word beside a figure or a name says (resources/lexicon/cues.tsv, in this order there).
enum class Cue : std::uint8_t {
    From,
    Base,
    To,
    Rise,
    Fall,
    Cagr,
    PerYear,
    YearOnYear,
    ChangeNoun,
    Times,
    Share,
    Of,
    Total,
    Return,
    Price,
    Volume,
    Revenue,
    Exclusive,
    Ended,
    Most,
    Least,
    Fast,
    Slow,
    Cheap,
    Dear,
    Leads,
    Winner,
    Loser,
    Diversified,
    Better,
    Worse,
    Performance,
    Unchanged,
    Immediate,
    Predict,
    All,
    Already,
    UntilNow,
    Tranche,
    Cumulative,
    Planned,
    Competitor,
    SetOf,
    Respectively,
    Deal,
    Signed,
    Doubling,
    Negation,
    If,
    Or,
    Half,
    Each,
    Equals,
    Within,
    OfThe,
    And,
    Resolve,
    Legal,
    Revised,
    Reviser,
    Forecast,
    Prior, // of the same a year before
    Now,   // of the same in the period spoken of
    Plain, // nothing: a word with the sign of another cue in it (資料 is no 料)
    Count
};

class CueSet {
  public:
    constexpr CueSet() = default;
    constexpr CueSet(Cue cue) // NOLINT(google-explicit-constructor): a set of one
        : m_bits(std::uint64_t{1} << static_cast<unsigned>(cue)) {}
    constexpr CueSet(std::initializer_list<Cue> cues) {
        for (const Cue cue : cues)
            m_bits |= CueSet(cue).m_bits;
    }
    constexpr bool has(Cue cue) const { return (m_bits & CueSet(cue).m_bits) != 0; }
    constexpr bool hasAny(CueSet other) const { return (m_bits & other.m_bits) != 0; }
    constexpr bool empty() const { return m_bits == 0; }
    constexpr void add(CueSet other) { m_bits |= other.m_bits; }

  private:
    static_assert(static_cast<unsigned>(Cue::Count) <= 64);
    std::uint64_t m_bits = 0;
};

// A measure of resources/lexicon/measures.tsv.
struct Measure {
    std::string name;
    int better = 0; // +1: more is better, -1: less is, 0: neither
};
const std::vector<Measure>& measures();

// What the words at a place mean. -1: no measure, no name.
struct Sense {
    CueSet cues;
    int measure = -1;
    int name = -1; // in nameAt()
};

// Words by their first letters; the longest form at a place wins. All forms are folded (data/article/fold.h).
class WordIndex {
  public:
    void add(std::string_view form, const Sense& sense);

    struct Hit {
        std::size_t length = 0; // code points; 0: nothing
        Sense sense;
    };
    // A form that begins at `i` and ends at a word's end, not after `limit`.
    Hit longestAt(std::u32string_view text, std::size_t i,
                  std::size_t limit = std::u32string_view::npos) const;
    bool empty() const { return m_forms.empty(); }

  private:
    struct Form {
        std::u32string text;
        Sense sense;
    };
    static std::uint64_t key(std::u32string_view text, std::size_t i);
    std::unordered_map<std::uint64_t, std::vector<Form>> m_forms; // the longest first
};

// Cues, measures and the names of the glossary.
const WordIndex& wordIndex();

// The glossary's English name of a name, and whose it is: "AWS" → "Amazon"; of anything else itself.
// Kinds: company, product, model, chip, person, place.
struct KnownName {
    std::string name, owner, kind;
};
const std::vector<KnownName>& knownNames();
// "Amazon" of "AWS", "amazon web services", "亞馬遜雲端"; the words themselves (folded) of an unknown name.
std::string ownerOf(std::string_view name);

// Folded letters with single blanks, none at the ends.
std::u32string foldedWords(std::string_view text);

} // namespace parallax::data
