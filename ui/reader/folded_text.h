// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace parallax::ui {

struct TextRange {
    int begin = 0;
    int end = 0;
    bool operator==(const TextRange&) const = default;
};

// A text folded for search (width, case, script), with the place of each code point in the QString it came
// from.
class FoldedText {
  public:
    FoldedText() = default;
    explicit FoldedText(const QString& text);

    // All places within [from, to) of the original where `needle` stands, folded alike; a run of blanks
    // matches a run of blanks. At most `limit` of them.
    std::vector<TextRange> find(const QString& needle, int from, int to, std::size_t limit = 10'000) const;
    bool empty() const { return m_folded.empty(); }

  private:
    std::u32string m_folded;
    std::vector<int> m_places; // of each code point, and one past the last
};

} // namespace parallax::ui
