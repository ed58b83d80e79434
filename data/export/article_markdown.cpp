// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/article_export.h"

#include "data/export/escape.h"
#include "data/export/table_markdown.h"
#include <algorithm>

namespace parallax::data {
namespace {

// `text` with `prefix` before its second and later lines.
std::string indented(const std::string& text, const std::string& prefix) {
    std::string out;
    for (const char c : text) {
        out.push_back(c);
        if (c == '\n')
            out += prefix;
    }
    return out;
}

std::string fenced(const std::string& code) {
    std::size_t longest = 2, run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    return fence + "\n" + code + (code.ends_with('\n') ? "" : "\n") + fence;
}

std::string heading(int level, const std::string& text, const std::vector<Mark>& marks) {
    std::string line = text;
    std::ranges::replace(line, '\n', ' ');
    std::string out = std::string(static_cast<std::size_t>(std::clamp(level, 1, 6)), '#') + " " +
                      markedMarkdown(line, marks, MarkdownPlace::WithinLine);
    if (out.ends_with('#')) // else it would be read as the closing sequence
        out.insert(out.size() - 1, "\\");
    return out;
}

std::string blockMarkdown(const Block& block) {
    const auto text = [&](MarkdownPlace place) { return markedMarkdown(block.text, block.marks, place); };
    switch (block.kind) {
    case BlockKind::Title:
        return heading(1, block.text, block.marks);
    case BlockKind::Heading:
        return heading(block.level == 0 ? 2 : block.level, block.text, block.marks);
    case BlockKind::Question:
        return heading(3, block.text, block.marks);
    case BlockKind::ListItem: {
        const std::string indent(static_cast<std::size_t>(std::clamp(block.level - 1, 0, 20)) * 4, ' ');
        const std::string sign = block.number > 0 ? std::to_string(block.number) + ". " : "- ";
        return indent + sign +
               indented(text(MarkdownPlace::ParagraphStart), indent + std::string(sign.size(), ' '));
    }
    case BlockKind::Quote:
        return "> " + indented(text(MarkdownPlace::ParagraphStart), "> ");
    case BlockKind::Code:
        return fenced(block.text);
    case BlockKind::Takeaway:
        return std::string(takeawayLabel(block.language)) + text(MarkdownPlace::WithinLine);
    default:
        return text(MarkdownPlace::ParagraphStart);
    }
}

} // namespace

std::string articleMarkdown(const Article& article, Language convertedFrom) {
    std::string out;
    bool inList = false;
    const auto add = [&](const std::string& text, bool item = false) {
        if (!out.empty() && !(inList && item))
            out += "\n";
        out += text;
        if (!text.ends_with('\n'))
            out += "\n";
        inList = item;
    };
    const auto addByline = [&] {
        if (const std::string byline = bylineOf(article); !byline.empty())
            add(markedMarkdown(byline, {}, MarkdownPlace::ParagraphStart));
        if (const std::string label = conversionLabel(convertedFrom); !label.empty())
            add("*" + label + "*");
    };
    if (!hasBlock(article, BlockKind::Title)) {
        if (!article.title.empty())
            add(heading(1, article.title, {}));
        addByline();
    }
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (!isExported(article, i))
            continue;
        if (const Table* table = tableOf(article, block))
            add(tableMarkdown(*table));
        else
            add(blockMarkdown(block), block.kind == BlockKind::ListItem);
        if (block.kind == BlockKind::Title)
            addByline();
    }
    return out;
}

} // namespace parallax::data
