// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>
#include <vector>

#include "data/ingest/html_tree.h"

namespace parallax::data {

// How much running text stands below each element, and which elements only surround the content. Found in one
// pass over the tree.
class PageText {
  public:
    explicit PageText(const HtmlTree& tree);

    // Tables of data in it: neither layout, nor rows of links, nor in what only surrounds the content.
    int tables(const GumboNode* element) const;
    // Code points of running text: paragraphs of some length, few of whose words are links, and tables of
    // data.
    double running(const GumboNode* element) const;
    // All visible text, links included.
    double visible(const GumboNode* element) const;
    double linked(const GumboNode* element) const;

    // Navigation, share buttons, comments, advertising and the like, judged by tag, role, class and id, and
    // by how much of the text is links. Never what holds a good part of the page's text.
    bool isClutter(const GumboNode* element) const;

    // The element that holds the article: [itemprop=articleBody] or <article> where it has enough of the
    // page's running text, with the others beside it that are content as well; else the innermost element
    // that has most of it and leaves no table of data behind.
    const GumboNode* mainContent() const;

    // The <article>s beside `content` that say something: neither comments nor clutter. In no order.
    std::vector<const GumboNode*> articlesOutside(const GumboNode* content) const;

  private:
    struct Weight {
        double running = 0;
        double visible = 0;
        double linked = 0;
        int tables = 0;
        double inTables = 0;  // of the running text
        bool isTable = false; // of data
    };
    struct Run {
        double text = 0;
        double linked = 0;
    };
    const Weight& weightOf(const GumboNode* element) const;
    Weight measure(const GumboNode* element, bool inLink, Run& run);
    const GumboNode* withTablesBeside(const GumboNode* body) const;
    using Matches = bool(const GumboNode*);
    std::vector<const GumboNode*> outermost(Matches* matches) const;
    const GumboNode* largest(Matches* matches) const;
    const GumboNode* withItsEquals(const GumboNode* largest, Matches* matches) const;
    struct Surroundings;
    bool isBeside(const GumboNode* article, const Surroundings& content) const;
    const GumboNode* descend(const GumboNode* from) const;

    const HtmlTree& m_tree;
    std::unordered_map<const GumboNode*, Weight> m_weights; // of elements that stand as blocks
    double m_total = 0;
};

// <p>, <div>, <td> and whatever else starts a line of its own.
bool isBlockElement(GumboTag tag);

} // namespace parallax::data
