// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/script_view.h"

#include <algorithm>
#include <utility>

#include "data/article/script.h"

namespace parallax::data {
namespace {

class Converter {
  public:
    Converter(Language to, Language article)
        : m_to(to)
        , m_article(article) {}

    bool changed() const { return m_changed; }

    void text(std::string& text) { text = converted(text, m_article); }

    void block(Block& block) {
        const Language own = block.language;
        const bool before = std::exchange(m_changed, false);
        marked(block.text, block.marks, isChinese(own) ? own : m_article);
        if (isChinese(own) || m_changed)
            block.language = own == Language::Mixed ? own : m_to;
        m_changed = m_changed || before;
    }

    // Piece by piece between the edges of the marks, so that each mark still covers the same words.
    void marked(std::string& text, std::vector<Mark>& marks, Language from) {
        if (marks.empty()) {
            text = converted(text, from);
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
            out += converted(std::string_view(text).substr(edges[i], edges[i + 1] - edges[i]), from);
            moved.push_back(out.size());
        }
        const auto newPlace = [&](std::size_t old) {
            return moved[static_cast<std::size_t>(
                std::ranges::lower_bound(edges, std::min(old, text.size())) - edges.begin())];
        };
        for (auto& mark : marks)
            mark.span = {newPlace(mark.span.begin), newPlace(mark.span.end)};
        text = std::move(out);
    }

    void cell(Cell& cell) { marked(cell.text, cell.marks, m_article); }

  private:
    std::string converted(std::string_view text, Language from) {
        std::string out = convertScript(text, m_to, from);
        m_changed = m_changed || out != text;
        return out;
    }

    Language m_to;
    Language m_article; // what the article around a piece is written in
    bool m_changed = false;
};

} // namespace

ScriptView inScript(Article article, Language to) {
    if (!isChinese(to))
        return {std::move(article), Language::Unknown};
    Converter convert(to, article.language);
    convert.text(article.title);
    convert.text(article.summary);
    for (auto& block : article.blocks)
        convert.block(block);
    for (auto& table : article.tables) {
        convert.text(table.caption);
        for (auto& cell : table.header)
            convert.cell(cell);
        for (auto& row : table.rows)
            for (auto& cell : row)
                convert.cell(cell);
    }
    for (auto& takeaway : article.takeaways)
        convert.text(takeaway.text);
    for (auto& question : article.questions) {
        convert.text(question.question);
        convert.text(question.answer);
    }
    for (auto& related : article.related) {
        convert.text(related.title);
        convert.text(related.excerpt);
    }
    if (isChinese(article.language))
        article.language = to;
    const Language other =
        to == Language::TraditionalChinese ? Language::SimplifiedChinese : Language::TraditionalChinese;
    return {std::move(article), convert.changed() ? other : Language::Unknown};
}

} // namespace parallax::data
