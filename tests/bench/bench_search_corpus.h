// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>
#include <string>
#include <vector>

#include "data/article/article.h"

namespace parallax::bench {

// Articles that are cheap to make and hard to search: word frequencies fall by Zipf's law, a third of the
// articles each in English, Traditional and Simplified Chinese, with English names within the Chinese.
class SearchCorpus {
  public:
    SearchCorpus();

    // About `bytes` bytes in a title and paragraphs of some 300. The same number gives the same article.
    data::Article article(int number, std::size_t bytes = 1500) const;
    std::string paragraph(std::mt19937& random, data::Language language, std::size_t bytes) const;

  private:
    std::string word(std::mt19937& random, data::Language language) const;

    std::vector<std::string> m_english;
    std::vector<std::string> m_traditional;
    std::vector<std::string> m_simplified;
    std::vector<double> m_cumulative; // of Zipf's law over the words
};

} // namespace parallax::bench
