// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "base/progress.h"
#include "data/article/article.h"

namespace parallax::bench {

// Made-up articles for measurements, the same for the same number on every machine: English, Traditional and
// Simplified Chinese in turns, Chinese with Latin names and figures in it, words as frequent as in real text
// (Zipf), so that the search index has the vocabulary and the long lists of a real library.
class Corpus {
  public:
    Corpus();

    // The text of a page saved as the sites show it: title, header lines, summary, headings, paragraphs, a
    // table with its caption and takeaway, a numbered list. About `bytes` bytes.
    std::string savedPage(int number, std::size_t bytes) const;

    // The same as the parser would give it, without parsing.
    data::Article article(int number, std::size_t bytes) const;

    data::Language language(int number) const;

    // A word or (Chinese) a run of two to four characters that texts of this language hold, for queries: rank
    // 0 is the most frequent.
    std::string word(data::Language language, std::size_t rank) const;

  private:
    struct Line;
    std::vector<Line> lines(int number, std::size_t bytes) const;

    std::vector<std::string> m_english;
    std::vector<std::string> m_traditional;
    std::vector<std::string> m_simplified;
};

// A library of `articles` articles of about `bytes` bytes at `path`. One that is there already and complete
// is used as it is: making 100,000 of them takes minutes.
void makeLibrary(const std::filesystem::path& path, int articles, std::size_t bytes,
                 const ProgressCallback& progress = {});
// The same of any articles; `make` is asked for each number once, in turn.
void makeLibraryOf(const std::filesystem::path& path, int articles,
                   const std::function<data::Article(int)>& make, const ProgressCallback& progress = {});

// Where benchmarks keep what they make: $PARALLAX_BENCH_DATA, else a folder in the system's temporary one.
std::filesystem::path dataFolder();

// A number from the environment, for smaller runs.
int numberFromEnvironment(const char* name, int usual);

} // namespace parallax::bench
