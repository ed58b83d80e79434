// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

enum class Raised { Up, Down }; // <sup>, <sub>

// What stands around a raised or lowered piece of text; it decides what the piece is.
struct RaisedContext {
    std::string_view before; // the text it hangs on; empty at the beginning of a block or cell
    std::string_view after;  // what follows, the first characters at least
    bool linked = false;     // leads somewhere, or the page calls it a reference
    bool inCell = false;
};

// Longer pieces are small print, not a mark: none of this is meant for them.
inline constexpr std::size_t longestRaised = 48;

// How the piece reads in plain text, where raising is lost: it must never run into the figure or word that
// it hangs on. 15¹ with a footnote is "15[1]" and not "151", 10⁹ keeps its raised digits, CO₂ its lowered
// ones, 1st and NVIDIA™ are words, $19⁹⁹ is a price.
std::string readRaised(Raised way, std::string_view piece, const RaisedContext& context);

} // namespace parallax::data
