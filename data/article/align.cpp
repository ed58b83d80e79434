// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/align.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "base/utf8.h"

namespace parallax::data {
namespace {

// What the alignment compares of a block.
struct Unit {
    int block = 0;     // index in the edition
    double length = 0; // in English letters: one Han character says about as much as three
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;
    int number = 0;
};

std::vector<Unit> contentUnits(const std::vector<Block>& blocks) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (!isContent(block.kind))
            continue;
        double length = 1;
        for (std::size_t at = 0; at < block.text.size();) {
            const CodePoint c = decodeAt(block.text, at);
            length += isHan(c.value) || isKana(c.value) ? 3 : 1;
            at += c.length;
        }
        units.push_back({static_cast<int>(i), length, block.kind, block.level, block.number});
    }
    return units;
}

// A block without a counterpart; dearer than two blocks of one kind whose lengths differ somewhat.
constexpr double gapCost = 4.0;

double pairCost(const Unit& a, const Unit& b) {
    double cost = 0;
    if (a.kind != b.kind) {
        // One edition writes as a paragraph what the other writes as a list item or quotation; a table or a
        // heading is never anything else.
        const auto isProse = [](BlockKind kind) {
            return kind == BlockKind::Paragraph || kind == BlockKind::ListItem || kind == BlockKind::Quote ||
                   kind == BlockKind::Summary || kind == BlockKind::Answer;
        };
        if (!isProse(a.kind) || !isProse(b.kind))
            return 4 * gapCost;
        cost += 2.5;
    } else if (a.kind == BlockKind::Table || a.kind == BlockKind::Title) {
        return 0;
    } else if (a.kind == BlockKind::Heading) {
        cost += a.level == b.level ? 0.2 : 1.5;
    }
    if (a.number != b.number)
        cost += 2.0;
    // Gale & Church 1993: the difference of lengths against its standard deviation, which grows with the root
    // of the length; their variance per letter is 6.8. The square is bounded: an abridged paragraph is still
    // one.
    const double mean = (a.length + b.length) / 2;
    const double delta = (a.length - b.length) / std::sqrt(6.8 * mean);
    return cost + std::min(delta * delta / 8, 5.0);
}

} // namespace

std::vector<BlockPair> alignBlocks(const std::vector<Block>& left, const std::vector<Block>& right) {
    const std::vector<Unit> a = contentUnits(left);
    const std::vector<Unit> b = contentUnits(right);
    const auto rows = static_cast<std::int64_t>(a.size());
    const auto columns = static_cast<std::int64_t>(b.size());

    // Only cells near the diagonal are looked at. The band is as wide as the editions differ in number of
    // blocks, and at least 50 to each side, which no pair of real editions leaves.
    const std::int64_t half =
        std::max<std::int64_t>(50, std::min<std::int64_t>(std::abs(rows - columns) + 20, 400));
    const auto centre = [&](std::int64_t row) { return rows == 0 ? 0 : row * columns / rows; };
    const std::int64_t width = 2 * half + 1;
    enum Step : std::uint8_t { None, Pair, SkipLeft, SkipRight };
    std::vector<Step> steps(static_cast<std::size_t>((rows + 1) * width), None);
    constexpr double infinite = std::numeric_limits<double>::infinity();
    std::vector<double> previous(static_cast<std::size_t>(width), infinite);
    std::vector<double> current(static_cast<std::size_t>(width), infinite);
    const auto at = [](std::int64_t i) { return static_cast<std::size_t>(i); };

    for (std::int64_t row = 0; row <= rows; ++row) {
        std::fill(current.begin(), current.end(), infinite);
        const std::int64_t shift = centre(row) - half; // column of slot 0
        const std::int64_t before = row > 0 ? centre(row - 1) - half : 0;
        for (std::int64_t slot = 0; slot < width; ++slot) {
            const std::int64_t column = shift + slot;
            if (column < 0 || column > columns)
                continue;
            double best = row == 0 && column == 0 ? 0 : infinite;
            Step step = None;
            const auto consider = [&](double cost, Step candidate) {
                if (cost < best) {
                    best = cost;
                    step = candidate;
                }
            };
            if (row > 0 && column > 0) {
                const std::int64_t from = column - 1 - before;
                if (from >= 0 && from < width && previous[at(from)] < infinite)
                    consider(previous[at(from)] + pairCost(a[at(row - 1)], b[at(column - 1)]), Pair);
            }
            if (row > 0) {
                const std::int64_t from = column - before;
                if (from >= 0 && from < width)
                    consider(previous[at(from)] + gapCost, SkipLeft);
            }
            if (slot > 0)
                consider(current[at(slot - 1)] + gapCost, SkipRight);
            current[at(slot)] = best;
            steps[at(row * width + slot)] = step;
        }
        std::swap(previous, current);
    }

    std::vector<BlockPair> pairs;
    std::int64_t row = rows;
    std::int64_t column = columns;
    while (row > 0 || column > 0) {
        const std::int64_t slot = column - (centre(row) - half);
        Step step = slot >= 0 && slot < width ? steps[at(row * width + slot)] : None;
        if (step == None) // outside the band: what is left has no counterpart
            step = row > 0 ? SkipLeft : SkipRight;
        BlockPair pair;
        if (step != SkipRight)
            pair.left = a[at(--row)].block;
        if (step != SkipLeft)
            pair.right = b[at(--column)].block;
        pairs.push_back(pair);
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace parallax::data
