// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/ingest/document.h"
#include "data/ingest/document_codec.h"
#include "data/ingest/feed.h"
#include "data/ingest/html.h"
#include "data/ingest/opml.h"
#include "data/ingest/pdf.h"
#include "data/ingest/wire.h"
#include "data/quantity/cell.h"
#include "data/quantity/quantity.h"
#include "data/search/query.h"
#include "data/search/snippet.h"
#include "tests/fuzz/check_targets.h"

// What is fuzzed: a parser each, with what must hold for any input at all. The fuzzers (PARALLAX_FUZZ) search
// for inputs that break it; the ordinary tests replay the corpora.
namespace parallax::fuzz {

inline void require(bool holds) {
    if (!holds)
        std::abort(); // what libFuzzer reports; nothing of this is in the program
}

// The codec refuses a document whose spans, indices or texts are out of order: a parser's result must pass.
inline void checkDocument(const data::Document& document) {
    const std::string bytes = data::encodeDocument(document);
    require(data::encodeDocument(data::decodeDocument(bytes)) == bytes);
}

inline data::ParseLimits smallLimits() {
    data::ParseLimits limits;
    limits.bytes = 1U << 20;
    limits.tableCells = 20'000;
    limits.pages = 20;
    limits.items = 200;
    return limits;
}

inline data::ParseHints hintsFor(const char* name) {
    data::ParseHints hints;
    hints.name = name;
    hints.url = "https://example.org/en/article/20260402-slug";
    return hints;
}

inline void parseAs(const char* name, std::string_view input) {
    try {
        checkDocument(data::parseDocument(input, hintsFor(name), smallLimits()));
    } catch (const Error&) {
    }
}

inline void document(std::string_view input) {
    parseAs("", input);
}
inline void page(std::string_view input) {
    parseAs("page.txt", input);
}
inline void markdown(std::string_view input) {
    parseAs("notes.md", input);
}

inline void html(std::string_view input) {
    try {
        data::Document document;
        document.articles.push_back(data::parseHtml(repairUtf8(input), hintsFor("page.html"), smallLimits()));
        checkDocument(document);
    } catch (const Error&) {
    }
}

inline void feed(std::string_view input) {
    data::looksLikeFeed(input);
    try {
        data::Document document;
        data::parseFeed(repairUtf8(input), hintsFor("feed.xml"), smallLimits(), document);
        checkDocument(document);
    } catch (const Error&) {
    }
}

inline void opml(std::string_view input) {
    data::looksLikeOpml(input);
    try {
        data::Document document;
        data::parseOpml(repairUtf8(input), hintsFor("feeds.opml"), smallLimits(), document);
        checkDocument(document);
    } catch (const Error&) {
    }
}

inline void pdf(std::string_view input) {
    try {
        data::Document document;
        data::parsePdf(input, hintsFor("paper.pdf"), smallLimits(), document);
        checkDocument(document);
    } catch (const Error&) {
    }
}

inline void codec(std::string_view input) {
    try {
        checkDocument(data::decodeDocument(input));
    } catch (const data::WireFailure&) {
    }
}

// The first line is a query, the rest a text to find it in.
inline void search(std::string_view input) {
    const std::string valid = repairUtf8(input);
    const std::size_t end = valid.find('\n');
    const std::string_view text =
        end == valid.npos ? std::string_view() : std::string_view(valid).substr(end + 1);
    const data::Query query = data::parseQuery(std::string_view(valid).substr(0, end), valid.size() % 2 == 0);
    for (const auto& group : query.groups)
        for (const auto& term : group)
            require(isUtf8(data::ftsExpression(term)));
    std::size_t last = 0;
    for (const data::Span& match : data::findMatches(text, query)) {
        require(match.begin >= last && match.begin < match.end && match.end <= text.size());
        last = match.end;
    }
    const data::Snippet snippet = data::makeSnippet(text, query);
    require(isUtf8(snippet.text));
    for (const data::Span& highlight : snippet.highlights)
        require(highlight.begin < highlight.end && highlight.end <= snippet.text.size());
}

inline void fold(std::string_view input) {
    const std::string valid = repairUtf8(input);
    const std::u32string folded = data::foldText(valid);
    require(folded.size() == codePointCount(valid)); // one to one
    for (const char32_t c : folded)
        require(data::fold(c) == c);
}

// Figures lie in the text on borders of characters, in order; what is a range has its lower end first.
inline void checkQuantities(std::string_view text, const std::vector<data::Quantity>& quantities) {
    std::size_t last = 0;
    // What is no UTF-8 has bytes between its characters.
    const bool isValid = isUtf8(text);
    const auto isBorder = [&](std::size_t at) {
        return at == text.size() || !isValid || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    };
    for (const data::Quantity& q : quantities) {
        require(q.span.begin >= last && q.span.begin < q.span.end && q.span.end <= text.size());
        require(isBorder(q.span.begin) && isBorder(q.span.end));
        last = q.span.end;
        require(std::isfinite(q.value.toDouble()) && std::isfinite(q.low.toDouble()));
        require(std::isfinite(q.high.toDouble()) && q.resolution.toDouble() >= 0);
        require(data::compare(q.low, q.high) <= 0);
        require(q.from.empty() || q.to.empty() || q.ambiguous || q.from <= q.to);
        require(q.earliest <= q.latest || q.latest.empty());
        for (const data::Span& span : {q.hedgeSpan, q.periodSpan})
            require(span.begin <= span.end && span.end <= text.size());
    }
}

// The first line holds the headers of a cell, the rest is a text; both are read as text and as a cell.
inline void quantity(std::string_view input) {
    const std::string valid = repairUtf8(input);
    const std::size_t end = valid.find('\n');
    const auto header = std::string_view(valid).substr(0, end);
    const auto text = end == valid.npos ? std::string_view(valid) : std::string_view(valid).substr(end + 1);
    data::QuantityContext context;
    context.documentMonth = "2026-04";
    checkQuantities(text, data::parseQuantities(text, context));
    checkQuantities(input, data::parseQuantities(input));
    context.columnHeader = header;
    context.rowHeader = header;
    const data::CellReading cell = data::readCell(text, context);
    checkQuantities(text, cell.quantities);
    std::size_t last = 0;
    for (const data::Span& rest : cell.remainder) {
        require(rest.begin >= last && rest.begin < rest.end && rest.end <= text.size());
        last = rest.end;
    }
    require(cell.note.begin <= cell.note.end && cell.note.end <= text.size());
}

struct Target {
    const char* name;
    void (*run)(std::string_view);
};

inline constexpr std::array<Target, 16> targets{{{"document", document},
                                                 {"page", page},
                                                 {"markdown", markdown},
                                                 {"html", html},
                                                 {"feed", feed},
                                                 {"opml", opml},
                                                 {"pdf", pdf},
                                                 {"codec", codec},
                                                 {"search", search},
                                                 {"fold", fold},
                                                 {"quantity", quantity},
                                                 {"article", article},
                                                 {"table", table},
                                                 {"correction", correction},
                                                 {"lines", lines},
                                                 {"claims", claims}}};

} // namespace parallax::fuzz
