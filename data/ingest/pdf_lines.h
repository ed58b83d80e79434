// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "data/ingest/pdf_layout.h"

namespace parallax::data {

// Words without a wide gap between them: a line of text, or one cell of a table's row.
struct PdfSegment {
    std::string text;
    double left = 0;
    double right = 0;
};

struct PdfLine {
    std::vector<PdfSegment> segments;
    double left = 0, top = 0, right = 0, bottom = 0;
    double size = 0;
    bool bold = false; // all of it
    bool startsPage = false;
    double columnLeft = 0; // the text column that it stands in
    double columnRight = 0;
    int column = 0; // counted over the document: changes where a column or page begins

    std::string text() const;
    double height() const { return bottom - top; }
};

// The lines of a page in reading order: one column after the other where the page has two.
std::vector<PdfLine> pdfLines(PdfPage& page, int& column);

// Whether no blank belongs between two texts that follow each other: Han and kana are written without.
bool joinsWithoutBlank(const std::string& before, const std::string& after);

} // namespace parallax::data
