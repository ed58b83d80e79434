// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace parallax::inference {

// Finds special tokens in a text, the longest one at each place, in time that is linear in the text whatever
// the tokens are: Aho and Corasick's automaton over the reversed tokens, run over the text from its end. The
// longest token that ends at a place of the reversed text is the longest that starts there in the text.
class SpecialFinder {
  public:
    static constexpr std::size_t mostBytes = std::size_t{4} << 20; // of all tokens; a state for each at worst

    SpecialFinder();
    void add(std::string_view text, std::int32_t token, bool inPlainText);
    void finish(); // after the last one

    // Places and tokens, from the first place on; they may overlap. Without `all` only those that are found
    // in plain text as well.
    std::vector<std::pair<std::size_t, std::int32_t>> findAll(std::string_view text, bool all) const;

  private:
    struct State {
        std::uint32_t child = 0; // 0: none, as the root is nobody's
        std::uint32_t sibling = 0;
        std::uint32_t shorter = 0; // the longest other beginning of a token that ends as this one does
        std::int32_t longest = -1; // token that is read here
        std::int32_t plain = -1;   // the longest that is found in plain text
        unsigned char byte = 0;
    };
    std::uint32_t next(std::uint32_t state, unsigned char byte) const;

    std::vector<State> m_states;
    std::array<std::uint32_t, 256> m_first{}; // the root's children
};

} // namespace parallax::inference
