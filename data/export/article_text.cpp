// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/article_export.h"

#include "data/export/escape.h"
#include <algorithm>

namespace parallax::data {
namespace {

constexpr int columnLimit = 40; // wider cells do not push the other columns away

// Columns aligned as a fixed-width font shows them; line ends within a cell become blanks.
std::string tableText(const Table& table) {
    std::vector<std::vector<std::string>> lines;
    const auto add = [&](const std::vector<Cell>& cells) {
        auto& line = lines.emplace_back();
        for (const Cell& cell : cells) {
            line.push_back(cell.text);
            std::ranges::replace(line.back(), '\n', ' ');
        }
    };
    if (!table.header.empty())
        add(table.header);
    for (const auto& row : table.rows)
        add(row);
    std::vector<int> widths;
    for (const auto& line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], std::min(displayWidth(line[i]), columnLimit));
    }

    std::string out = table.caption.empty() ? "" : table.caption + "\n";
    for (std::size_t n = 0; n < lines.size(); ++n) {
        std::string text;
        for (std::size_t i = 0; i < lines[n].size(); ++i) {
            text += lines[n][i];
            if (i + 1 < lines[n].size())
                text += std::string(
                    static_cast<std::size_t>(std::max(widths[i] - displayWidth(lines[n][i]), 0)) + 2, ' ');
        }
        out += text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
        if (n == 0 && !table.header.empty()) {
            std::string rule;
            for (const int width : widths)
                rule += std::string(static_cast<std::size_t>(width), '-') + "  ";
            out += rule.substr(0, rule.find_last_not_of(' ') + 1) + "\n";
        }
    }
    return out;
}

} // namespace

std::string articleText(const Article& article, Language convertedFrom) {
    std::string out;
    bool inList = false;
    const auto paragraph = [&](const std::string& text) {
        if (!out.empty() && !inList)
            out += "\n";
        out += text;
        if (!text.ends_with('\n'))
            out += "\n";
    };
    const std::string byline = bylineOf(article); // stands under the title
    const auto title = [&](const std::string& text) {
        if (!text.empty())
            paragraph(text);
        if (!byline.empty())
            paragraph(byline);
        if (const std::string label = conversionLabel(convertedFrom); !label.empty())
            paragraph(label);
    };
    if (!hasBlock(article, BlockKind::Title))
        title(article.title);

    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (!isExported(article, i))
            continue;
        const bool item = block.kind == BlockKind::ListItem;
        if (!item)
            inList = false;
        if (const Table* table = tableOf(article, block)) {
            paragraph(tableText(*table));
        } else if (item) {
            const std::string indent(static_cast<std::size_t>(std::clamp(block.level - 1, 0, 20)) * 2, ' ');
            paragraph(indent + (block.number > 0 ? std::to_string(block.number) + ". " : "• ") + block.text);
            inList = true;
        } else if (block.kind == BlockKind::Title) {
            title(block.text);
        } else if (block.kind == BlockKind::Takeaway) {
            paragraph(std::string(takeawayLabel(block.language)) + block.text);
        } else {
            paragraph(block.text);
        }
    }
    return out;
}

} // namespace parallax::data
