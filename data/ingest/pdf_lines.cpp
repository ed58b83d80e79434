// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/pdf_lines.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace parallax::data {
namespace {

bool isWide(char32_t c) {
    return isHan(c) || isKana(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

char32_t lastCodePoint(const std::string& text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
    }
    return text.empty() ? 0 : decodeAt(text, at).value;
}

double center(const PdfWord& word) {
    return (word.top + word.bottom) / 2;
}

// Rows of words that stand on one height.
std::vector<std::vector<PdfWord>> rowsOf(std::vector<PdfWord> words) {
    std::stable_sort(words.begin(), words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return center(a) < center(b); });
    std::vector<std::vector<PdfWord>> rows;
    double middle = 0;
    double height = 0;
    for (auto& word : words) {
        const double own = std::max(1.0, word.bottom - word.top);
        if (rows.empty() || std::abs(center(word) - middle) > 0.5 * std::min(own, height)) {
            rows.emplace_back();
            middle = center(word);
            height = own;
        }
        rows.back().push_back(std::move(word));
    }
    for (auto& row : rows)
        std::stable_sort(row.begin(), row.end(),
                         [](const PdfWord& a, const PdfWord& b) { return a.left < b.left; });
    return rows;
}

PdfLine lineOf(const std::vector<PdfWord>& row) {
    PdfLine line;
    line.left = row.front().left;
    line.top = row.front().top;
    line.bottom = row.front().bottom;
    line.bold = true;
    double letters = 0;
    for (const auto& word : row) {
        line.top = std::min(line.top, word.top);
        line.bottom = std::max(line.bottom, word.bottom);
        line.right = std::max(line.right, word.right);
        line.size += word.size * static_cast<double>(word.text.size());
        letters += static_cast<double>(word.text.size());
        line.bold = line.bold && word.bold;
        const double gap = line.segments.empty() ? 0 : word.left - line.segments.back().right;
        if (line.segments.empty() || gap > std::max(6.0, 1.1 * word.size)) {
            line.segments.push_back({word.text, word.left, word.right});
            continue;
        }
        PdfSegment& segment = line.segments.back();
        if (gap > 0.12 * word.size && !joinsWithoutBlank(segment.text, word.text))
            segment.text += ' ';
        segment.text += word.text;
        segment.right = std::max(segment.right, word.right);
    }
    line.size /= std::max(1.0, letters);
    return line;
}

// The middle of the blank stripe between two columns of text, or 0. A table has such stripes too: each side
// must hold running words, several to a line.
double gutterOf(const PdfPage& page, const std::vector<std::vector<PdfWord>>& rows) {
    if (rows.size() < 8)
        return 0;
    double best = 0;
    std::size_t fewest = rows.size();
    for (double x = 0.35 * page.width; x <= 0.65 * page.width; x += 2) {
        std::size_t crossed = 0;
        std::size_t bothSides = 0;
        std::size_t words = 0;
        for (const auto& row : rows) {
            bool left = false;
            bool right = false;
            bool cross = false;
            for (const auto& word : row) {
                cross = cross || (word.left < x + 4 && word.right > x - 4);
                left = left || word.right <= x - 4;
                right = right || word.left >= x + 4;
            }
            crossed += cross ? 1U : 0U;
            if (left && right && !cross) {
                ++bothSides;
                words += row.size();
            }
        }
        const bool text = bothSides * 2 >= rows.size() && words >= 7 * bothSides;
        if (text && crossed < fewest && crossed * 4 <= rows.size()) {
            fewest = crossed;
            best = x;
        }
    }
    return best;
}

} // namespace

std::string PdfLine::text() const {
    std::string all;
    for (const auto& segment : segments) {
        if (!all.empty() && !joinsWithoutBlank(all, segment.text))
            all += ' ';
        all += segment.text;
    }
    return all;
}

bool joinsWithoutBlank(const std::string& before, const std::string& after) {
    return before.empty() || after.empty() ||
           (isWide(lastCodePoint(before)) && isWide(decodeAt(after, 0).value));
}

std::vector<PdfLine> pdfLines(PdfPage& page, int& column) {
    auto rows = rowsOf(std::move(page.words));
    const double gutter = gutterOf(page, rows);
    std::vector<PdfLine> lines;
    const auto finish = [&](std::vector<PdfLine>& part) {
        double left = page.width;
        double right = 0;
        for (const auto& line : part) {
            left = std::min(left, line.left);
            right = std::max(right, line.right);
        }
        for (auto& line : part) {
            line.columnLeft = left;
            line.columnRight = right;
            line.column = column;
            lines.push_back(std::move(line));
        }
        if (!part.empty())
            ++column;
        part.clear();
    };
    if (gutter <= 0) {
        std::vector<PdfLine> all;
        all.reserve(rows.size());
        for (const auto& row : rows)
            all.push_back(lineOf(row));
        finish(all);
        return lines;
    }
    // A line across both columns (a title, a wide table) parts the columns above it from those below.
    std::vector<PdfLine> wide;
    std::vector<PdfWord> leftWords;
    std::vector<PdfWord> rightWords;
    const auto finishColumns = [&] {
        for (auto* words : {&leftWords, &rightWords}) {
            std::vector<PdfLine> part;
            for (const auto& row : rowsOf(std::move(*words)))
                part.push_back(lineOf(row));
            words->clear();
            finish(part);
        }
    };
    for (auto& row : rows) {
        const bool crosses = std::any_of(row.begin(), row.end(), [&](const PdfWord& word) {
            return word.left < gutter - 1 && word.right > gutter + 1;
        });
        if (crosses) {
            finishColumns();
            wide.push_back(lineOf(row));
            continue;
        }
        finish(wide);
        for (auto& word : row)
            (word.right <= gutter + 1 ? leftWords : rightWords).push_back(std::move(word));
    }
    finishColumns();
    finish(wide);
    return lines;
}

} // namespace parallax::data
