// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>

#include "corpus.h"

namespace parallax::bench {

// Made-up articles as dense with figures as those of the trade: levels of known companies in known years (so
// that other articles state them, too), changes, growth rates, shares, three tables with changes, totals and
// shares, in English, Traditional and Simplified Chinese. Their arithmetic holds but for one figure in a
// hundred.
class FiguresCorpus {
  public:
    data::Article article(int number) const;

  private:
    Corpus m_words;
};

// A library of them at `path`; one that is complete is used as it is.
void makeFiguresLibrary(const std::filesystem::path& path, int articles);

} // namespace parallax::bench
