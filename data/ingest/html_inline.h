// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/ingest/html_tree.h"

namespace parallax::data {

// Gathers a run of inline content: blanks collapsed as a browser does, formatting as marks, and the byte
// range of the first to the last visible character.
class InlineText {
  public:
    enum class Blanks { Collapse, Keep };

    InlineText(const HtmlTree& tree, std::string_view source, std::string_view baseUrl)
        : m_tree(tree)
        , m_source(source)
        , m_baseUrl(baseUrl) {}

    void setBlanks(Blanks blanks) { m_blanks = blanks; }
    void addText(const GumboNode* text);
    void addBlank(); // between two cells' or items' texts
    // A raised or lowered piece, a note's mark or a power, as it reads in plain text (raised_text.h). False
    // for other elements: their children are to be read.
    enum class Place { Running, Cell };
    bool addRaised(const GumboNode* element, Place place);
    void addLineBreak();
    int lineBreaksAtEnd() const { return m_text.empty() ? 0 : m_lineBreaks; }

    // Opens the mark of an inline element; false when it has none. Close in the opposite order.
    bool openMark(const GumboNode* element);
    void closeMark();

    struct Result {
        std::string text;
        std::vector<Mark> marks;
        Span span;
    };
    // What has been gathered; open marks go on in the next run.
    Result take();
    bool empty() const { return m_text.empty(); }

  private:
    void append(std::string_view text);
    void widen(Span span);
    void endMark(const Mark& mark);

    static constexpr std::size_t notBegun = static_cast<std::size_t>(-1);

    const HtmlTree& m_tree;
    std::string_view m_source;
    std::string_view m_baseUrl;
    Blanks m_blanks = Blanks::Collapse;
    std::string m_text;
    std::vector<Mark> m_marks;
    std::vector<Mark> m_open; // span.begin is notBegun until a character comes
    Span m_span;
    bool m_hasSpan = false;
    bool m_pendingBlank = false;
    bool m_pendingNewline = false; // the pending blank holds a line end of the source
    int m_lineBreaks = 0;          // <br> since the last character
};

} // namespace parallax::data
