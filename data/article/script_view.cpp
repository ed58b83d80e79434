// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/script_view.h"

#include <algorithm>

#include "data/article/script.h"

namespace parallax::data {
namespace {

void convert(std::string& text, Language to) {
    text = convertScript(text, to);
}

// Piece by piece between the edges of the marks, so that each mark still covers the same words.
void convert(std::string& text, std::vector<Mark>& marks, Language to) {
    if (marks.empty()) {
        convert(text, to);
        return;
    }
    std::vector<std::size_t> edges{0, text.size()};
    for (const auto& mark : marks) {
        edges.push_back(std::min(mark.span.begin, text.size()));
        edges.push_back(std::min(mark.span.end, text.size()));
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());

    std::string out;
    std::vector<std::size_t> moved{0};
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        out += convertScript(std::string_view(text).substr(edges[i], edges[i + 1] - edges[i]), to);
        moved.push_back(out.size());
    }
    const auto newPlace = [&](std::size_t old) {
        return moved[static_cast<std::size_t>(std::ranges::lower_bound(edges, std::min(old, text.size())) -
                                              edges.begin())];
    };
    for (auto& mark : marks)
        mark.span = {newPlace(mark.span.begin), newPlace(mark.span.end)};
    text = std::move(out);
}

} // namespace

Article inScript(Article article, Language to) {
    if (!isChinese(to))
        return article;
    convert(article.title, to);
    convert(article.summary, to);
    for (auto& block : article.blocks)
        convert(block.text, block.marks, to);
    for (auto& table : article.tables) {
        convert(table.caption, to);
        for (auto& cell : table.header)
            convert(cell.text, cell.marks, to);
        for (auto& row : table.rows)
            for (auto& cell : row)
                convert(cell.text, cell.marks, to);
    }
    for (auto& takeaway : article.takeaways)
        convert(takeaway.text, to);
    for (auto& question : article.questions) {
        convert(question.question, to);
        convert(question.answer, to);
    }
    for (auto& related : article.related) {
        convert(related.title, to);
        convert(related.excerpt, to);
    }
    if (isChinese(article.language))
        article.language = to;
    return article;
}

} // namespace parallax::data
