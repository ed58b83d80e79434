// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "data/check/case.h"
#include "data/check/check_article.h"
#include "data/claim/claim.h"
#include "data/ingest/document.h"
#include "data/quantity/quantity_json.h"
#include "data/table/correction.h"
#include "data/table/describe.h"
#include "data/table/typed_table.h"

// What reads figures out of whole articles and tables, whatever stands in them.
namespace parallax::fuzz {

inline void holds(bool condition) {
    if (!condition)
        std::abort();
}

inline void checkEvidence(const data::Article& article, const data::Evidence& evidence) {
    holds(evidence.span.begin <= evidence.span.end && evidence.span.end <= article.text.size());
    holds(evidence.block < static_cast<int>(article.blocks.size()));
    holds(evidence.table < static_cast<int>(article.tables.size()));
    if (evidence.table >= 0) {
        const auto& table = article.tables[static_cast<std::size_t>(evidence.table)];
        holds(evidence.row < static_cast<int>(table.rows.size()));
    }
}

inline void checkReading(const data::Article& article, const data::ReadArticle& read) {
    holds(read.tables.size() == article.tables.size());
    for (std::size_t k = 0; k < read.tables.size(); ++k) {
        const auto& table = read.tables[k];
        holds(table.cells.size() == article.tables[k].rows.size());
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto description = data::describeColumn(table, column);
            holds(description.empty() || description.minimum <= description.maximum);
        }
    }
    for (const auto& check : data::checkArticle(read)) {
        holds(!check.statement.empty());
        for (const auto& evidence : check.statement)
            checkEvidence(article, evidence);
        holds(!check.face || !std::isnan(*check.face));
        holds(check.verdict != data::Verdict::Consistent || check.repairs.empty());
        for (const auto& interval : {check.strict, check.loose, check.stated})
            holds(!interval || interval->low <= interval->high);
    }
    for (const auto& fact : data::factsOf(read))
        checkEvidence(article, fact.evidence);
}

inline data::ParseLimits articleLimits() {
    data::ParseLimits limits;
    limits.bytes = 1U << 18;
    limits.tableCells = 2'000;
    limits.items = 20;
    return limits;
}

// Markdown that becomes an article, whose figures are then checked.
inline void article(std::string_view input) {
    try {
        data::ParseHints hints;
        hints.name = "notes.md";
        for (const auto& parsed : data::parseDocument(input, hints, articleLimits()).articles)
            checkReading(parsed, data::readArticle(parsed));
    } catch (const Error&) {
    }
}

// The same, whose claims of latency, speed, price and availability are read.
inline void claims(std::string_view input) {
    const auto isSound = [](const data::ClaimFigure& figure) {
        return std::isfinite(figure.low) && std::isfinite(figure.high) && figure.low <= figure.high;
    };
    try {
        data::ParseHints hints;
        hints.name = "notes.md";
        for (const auto& parsed : data::parseDocument(input, hints, articleLimits()).articles) {
            const auto found = data::claimsOf(data::readArticle(parsed));
            holds(found.size() <= data::mostClaims);
            for (const auto& claim : found) {
                const auto& evidence = claim.evidence;
                holds(!claim.id.empty() && isSound(claim.stated));
                holds(!claim.base || isSound(claim.base->stated));
                holds(evidence.begin <= evidence.end && evidence.end <= parsed.text.size());
                holds(evidence.block < static_cast<int>(parsed.blocks.size()));
                holds(evidence.table < static_cast<int>(parsed.tables.size()));
                if (evidence.table < 0)
                    continue;
                const auto& table = parsed.tables[static_cast<std::size_t>(evidence.table)];
                holds(evidence.row < static_cast<int>(table.rows.size()));
            }
        }
    } catch (const Error&) {
    }
}

// A caption in the first line, a header in the second, a row in each other one; cells end at |.
inline data::Article articleOfTable(std::string_view input) {
    data::Article article;
    article.text = repairUtf8(input);
    article.published.earliest = "2026-04-01";
    article.published.latest = "2026-04-30";
    data::Table made;
    const std::string_view text = article.text;
    const auto cellsOf = [&](std::size_t begin, std::size_t end) {
        std::vector<data::Cell> cells;
        while (begin <= end && cells.size() < 40) {
            const std::size_t stop = std::min(text.find('|', begin), end);
            data::Cell cell;
            cell.text = std::string(text.substr(begin, stop - begin));
            cell.span = {begin, stop};
            cells.push_back(std::move(cell));
            begin = stop + 1;
        }
        return cells;
    };
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < text.size() && line < 200; ++line) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (line == 0) {
            made.caption = std::string(text.substr(0, end));
            made.captionSpan = {0, end};
        } else if (line == 1) {
            made.header = cellsOf(begin, end);
        } else {
            made.rows.push_back(cellsOf(begin, end));
        }
        begin = end + 1;
    }
    made.span = {std::min(made.captionSpan.end, text.size()), text.size()};
    for (auto& row : made.rows) // as long as the header, as a parser makes them
        row.resize(made.header.size());
    made.alignments.resize(made.header.size());
    data::Block caption;
    caption.kind = data::BlockKind::Caption;
    caption.text = made.caption;
    caption.span = made.captionSpan;
    caption.table = 0;
    data::Block block;
    block.kind = data::BlockKind::Table;
    block.span = made.span;
    block.table = 0;
    article.blocks = {caption, block};
    article.tables.push_back(std::move(made));
    return article;
}

inline void table(std::string_view input) {
    const data::Article article = articleOfTable(input);
    checkReading(article, data::readArticle(article));
}

// Stored corrections, whoever wrote them: "kind|row|column|after" a line up to an empty line, then the table
// that they are applied to and, as in another version of its page, looked for.
inline void correction(std::string_view input) {
    const std::string text = repairUtf8(input);
    std::vector<data::PlacedCorrection> corrections;
    std::size_t begin = 0;
    while (begin < text.size() && corrections.size() < 50) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        if (line.empty())
            break;
        std::array<std::string, 4> parts;
        std::size_t at = 0;
        for (std::size_t k = 0; k < parts.size() && at <= line.size(); ++k) {
            const std::size_t stop =
                k + 1 < parts.size() ? std::min(line.find('|', at), line.size()) : line.size();
            parts[k] = line.substr(at, stop - at);
            at = stop + 1;
        }
        const auto place = [](const std::string& written) {
            return static_cast<int>(std::strtol(written.c_str(), nullptr, 10));
        };
        corrections.push_back({data::correctionKindFromName(parts[0]).value_or(data::CorrectionKind::Cell),
                               place(parts[1]), place(parts[2]), parts[3]});
    }
    const data::Article article = articleOfTable(std::string_view(text).substr(std::min(begin, text.size())));
    const data::Table& source = article.tables.front();
    std::vector<data::TypedTable> typed{data::typeTable(source, data::tableContextOf(article), corrections)};
    checkReading(article, data::readArticle(article, std::move(typed)));
    holds(data::correctedTable(source, corrections).rows.size() == source.rows.size());
    for (const auto& placed : corrections) {
        data::CorrectionAnchor anchor;
        anchor.caption = placed.after;
        anchor.header = {placed.after};
        anchor.columnHeader = anchor.rowLabel = anchor.before = placed.after;
        anchor.ordinal = anchor.row = placed.row;
        anchor.column = placed.column;
        const int found = data::findAnchoredTable(article.tables, anchor);
        holds(found >= -1 && found < static_cast<int>(article.tables.size()));
        if (const auto where = data::findAnchoredPlace(source, placed.kind, placed.column, anchor)) {
            holds(where->row >= -1 && where->row < static_cast<int>(source.rows.size()));
            holds(where->column >= -1 && where->column < static_cast<int>(source.header.size()));
        }
    }
}

// A line of `parallax quantities -` and one of `parallax check --case -`: neither may throw.
inline void lines(std::string_view input) {
    const auto replace = nlohmann::ordered_json::error_handler_t::replace;
    data::quantitiesOfLine(input).dump(-1, ' ', false, replace);
    data::answerCase(input).dump(-1, ' ', false, replace);
}

} // namespace parallax::fuzz
