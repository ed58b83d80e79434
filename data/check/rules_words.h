// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace parallax::data {

// Words to look for in a header or a phrase. The text is folded: width, case, Traditional to Simplified, so
// that a list holds lower-case English and Simplified Chinese alone.
class FoldedPhrase {
  public:
    explicit FoldedPhrase(std::string_view text);

    // A Latin word counts as a whole word, or as the beginning of one where it ends with '*'; anything else
    // as a piece of the text.
    bool has(std::u32string_view word) const { return find(word) != std::u32string::npos; }
    bool hasAny(std::initializer_list<std::u32string_view> words) const;
    std::size_t find(std::u32string_view word) const;

    const std::u32string& text() const { return m_text; }

  private:
    std::u32string m_text;
};

} // namespace parallax::data
