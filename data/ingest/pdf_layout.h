// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/ingest/document.h"

namespace parallax::data {

// A word and its place on a page: points from the upper left corner.
struct PdfWord {
    std::string text;
    double left = 0, top = 0, right = 0, bottom = 0;
    double size = 0; // of the font, in points
    bool bold = false;
};

struct PdfPage {
    double width = 0;
    double height = 0;
    std::vector<PdfWord> words;
};

// Words to lines, columns, paragraphs, headings and tables, in reading order. Fills text, blocks and tables
// of `article`; `pages` is used up. Lines that most pages repeat at their top or bottom are left out.
void layOutPdf(std::vector<PdfPage>& pages, const ParseHints& hints, const ParseLimits& limits,
               Article& article);

} // namespace parallax::data
