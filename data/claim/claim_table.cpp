// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "data/claim/claim.h"
#include "data/claim/claim_aside.h"
#include "data/claim/claim_beside_table.h"
#include "data/claim/claim_cell.h"
#include "data/claim/claim_cost.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_label.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_row_time.h"
#include "data/claim/claim_side_order.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"
#include "data/claim/claim_words.h"

namespace parallax::data {
namespace {

constexpr std::size_t everywhere = static_cast<std::size_t>(-1);
constexpr Span whole{0, everywhere};

int blockOf(const std::vector<Block>& blocks, int table) {
    const auto block = std::ranges::find_if(
        blocks, [&](const Block& one) { return one.kind == BlockKind::Table && one.table == table; });
    return block == blocks.end() ? -1 : static_cast<int>(block - blocks.begin());
}

class TableClaims {
  public:
    TableClaims(const ReadArticle& article, int index, const ClaimSettings& settings, std::vector<Claim>& out)
        : m_article(article)
        , m_source(article.article->tables[static_cast<std::size_t>(index)])
        , m_table(article.tables[static_cast<std::size_t>(index)])
        , m_index(index)
        , m_block(blockOf(article.article->blocks, index))
        , m_beside(article, index, m_block, settings)
        , m_caption(labelOf(m_table.caption, article))
        , m_out(out) {
        const std::size_t columns = std::min(m_table.columns.size(), mostTableColumns);
        m_headers.reserve(columns);
        for (std::size_t column = 0; column < columns; ++column)
            m_headers.push_back(
                labelOf(column < m_table.header.size() ? m_table.header[column] : "", article));
    }

    void read() {
        const std::size_t rows = std::min(m_table.cells.size(), mostTableRows);
        for (std::size_t row = 0; row < rows && m_out.size() < mostClaims; ++row)
            if (row >= m_table.rowRoles.size() || m_table.rowRoles[row] == RowRole::Item)
                readRow(row);
    }

  private:
    // A row's label, what its other cells name (the provider, the region, the model), and of which day it is.
    struct Row {
        Label label;
        std::vector<Label> places;
        RowTime time;
    };

    // What heads the column of the row's labels: "Price per 1M tokens".
    const Label* corner() const {
        const std::size_t column =
            m_table.labelColumn < 0 ? 0 : static_cast<std::size_t>(m_table.labelColumn);
        return column < m_headers.size() && (m_table.labelColumn >= 0 || !isFigureColumn(column))
                   ? &m_headers[column]
                   : nullptr;
    }

    // What speaks of a cell, the nearest first.
    std::vector<const Label*> labelsOf(const Label& row, const Label& header) const {
        std::vector<const Label*> labels{&header, &row};
        if (const Label* const one = corner())
            labels.push_back(one);
        labels.push_back(&m_caption);
        for (const Label& one : m_beside.headings())
            labels.push_back(&one);
        labels.push_back(&m_beside.above());
        labels.push_back(&m_beside.below());
        return labels;
    }

    // The side of the first label that names one; of both, or of a kind of its own, it is not known which.
    TokenSide sideBy(const Label& row, const Label& header) const {
        for (const Label* const one : labelsOf(row, header)) {
            const SidesNamed named = sidesOfLabel(one->text);
            if (named.both())
                return TokenSide::Unstated;
            if (named.special)
                return tokenSideNear(one->words, whole, whole, everywhere - 1);
            if (named.any())
                return named.input ? TokenSide::Input : TokenSide::Output;
        }
        return TokenSide::Unstated;
    }

    // An amount whose labels say for how many tokens it is, and a number whose labels say so of dollars.
    std::optional<Quantity> pricedBy(const Label& row, const Label& header, const Quantity& figure) const {
        const bool money = figure.dimension == Dimension::Currency;
        const auto saysSide = [](const Label& label) { return sidesOfLabel(label.text).any(); };
        const bool number = figure.dimension == Dimension::Number && figure.unit.empty() &&
                            (saysSide(row) || saysSide(header));
        if (figure.per || !(money || number))
            return std::nullopt;
        for (const Label* const one : labelsOf(row, header)) {
            const auto tokens = tokensPricedBy(one->text);
            if (!tokens || !(money || saysDollars(one->text)))
                continue;
            Quantity price = figure;
            if (!money) {
                price.dimension = Dimension::Currency;
                price.unit = "USD";
            }
            price.per = Per{Decimal{static_cast<std::int64_t>(*tokens), 0}, "token"};
            return price;
        }
        return std::nullopt;
    }

    bool isFigureColumn(std::size_t column) const {
        switch (m_table.columns[column].role) {
        case ColumnRole::Change:
        case ColumnRole::Share:
        case ColumnRole::Label:
        case ColumnRole::Note:
            return false;
        default:
            return true;
        }
    }

    void readRow(std::size_t row) {
        Row read{labelOf(row < m_table.rowLabels.size() ? m_table.rowLabels[row] : "", m_article),
                 {},
                 timeOf(row)};
        for (std::size_t column = 0; column < m_headers.size(); ++column) {
            const auto cell = static_cast<int>(column);
            const std::string_view words = wordsOf(m_source, m_table, row, column);
            const bool figure = column < m_table.cells[row].size() && m_table.cells[row][column].figure;
            if (cell != m_table.labelColumn && !figure && !words.empty() && words.size() <= longestLabel)
                read.places.push_back(labelOf(words, m_article));
        }
        const std::size_t from = m_out.size();
        for (std::size_t column = 0; column < m_headers.size() && m_out.size() < mostClaims; ++column)
            if (isFigureColumn(column) && column < m_table.cells[row].size())
                readCell(read, row, column);
        pairClaims(m_out, from);
    }

    void readCell(const Row& row, std::size_t at, std::size_t column) {
        const TypedCell& cell = m_table.cells[at][column];
        if (!cell.figure || cell.quantities.empty())
            return;
        const Label& header = m_headers[column];
        const std::string_view words = wordsOf(m_source, m_table, at, column);
        const std::vector<CellFigure> figures =
            figuresOfCell(words, cell.quantities, labelsOf(row.label, header));
        for (const CellFigure& one : figures) {
            std::optional<Claim> claim = claimOf(row.label, header, row.places, *one.figure, column);
            if (!claim || m_out.size() >= mostClaims)
                continue;
            if (claim->kind == ClaimKind::Price && one.side != TokenSide::Unstated)
                claim->side = one.side;
            const Label remark = labelOf(words, m_article);
            addBeside(*claim, row, header, remark);
            if (one.guessed)
                addUnread(claim->unreadBeside, {remark.text});
            // "$5 → $2.50", "$1 / $1.10" under "Input": of what each is, nobody knows.
            if (figures.size() < cell.quantities.size() &&
                std::ranges::count(cell.quantities, one.figure->dimension, &Quantity::dimension) > 1)
                addUnread(claim->unread, {remark.text});
            addUnread(claim->unread, severalOf(row, header));
            add(std::move(*claim), at, column, one.figure->span);
        }
    }

    // Models or sellers of which only one can be the cell's: "GPT-5 / GPT-4.1", a second column of models,
    // "vs. GPT-5".
    static std::vector<std::string> severalOf(const Row& row, const Label& header) {
        std::vector<std::string> models;
        const auto read = [&](const Label& label) {
            for (const ModelAt& one : label.words.models)
                addUnread(models, {one.name});
        };
        read(header);
        read(row.label);
        for (const Label& place : row.places)
            read(place);
        std::vector<std::string> found;
        if (models.size() > 1)
            found.push_back(models[1]);
        for (const Label* const one : {&header, &row.label})
            for (std::size_t i = 1; i < one->words.names.size(); ++i) {
                const std::size_t end = one->words.names[i - 1].span.end,
                                  begin = one->words.names[i].span.begin;
                if (end < begin &&
                    one->text.substr(end, begin - end).find_first_of("/|") != std::string::npos)
                    addUnread(found, {one->text});
            }
        return found;
    }

    // What of the labels is not understood, and what stands about the table.
    void addBeside(Claim& claim, const Row& row, const Label& header, const Label& remark) const {
        const UnreadBeside beside{claim.kind, claim.side == TokenSide::CachedInput};
        const UnreadBeside ofAll{ClaimKind::Latency, beside.cached};
        for (const Label* const one : {&row.label, &header, &remark})
            addUnread(claim.unread, unreadOf(*one, beside));
        // A caption speaks of all that its table compares: "Prices and availability".
        addUnread(claim.unread, unreadOf(m_caption, ofAll));
        // "Estimated prices": of all; further on it may be of some columns alone.
        for (const ClaimWordAt& one : m_caption.words.words)
            if (one.word == ClaimWord::Expected && one.span.begin == 0)
                addUnread(claim.unread, {m_caption.text.substr(0, one.span.end)});
        if (const Label* const one = corner())
            addUnread(claim.unread, unreadOf(*one, ofAll));
        for (const Label& place : row.places)
            addUnread(claim.unread, unreadOf(place, beside));
        if (claim.from.empty() && !row.time.empty()) {
            claim.from = row.time.time.from;
            claim.to = row.time.time.to;
            claim.past = row.time.time.past;
            if (!row.time.unread.empty())
                addUnread(claim.unread, {row.time.unread});
        }
        for (const std::string* const one : {&row.label.text, &header.text, &remark.text, &m_caption.text})
            m_beside.addNotes(claim, *one, beside);
        if (claim.kind == ClaimKind::Price && namesPayers())
            addUnread(claim.unread, {row.label.text.empty() ? "customer" : row.label.text});
        if (claim.kind == ClaimKind::Price && !claim.region.empty())
            addUnread(claim.unread, {claim.region}); // lists have none
        m_beside.leaveOn(claim, isSellerNamed(row.label, header, row.places));
    }

    // Of which day its figures are, by a cell that holds a date.
    RowTime timeOf(std::size_t row) const {
        const std::string day = claimDay(m_article);
        for (std::size_t column = 0; column < m_headers.size(); ++column) {
            const std::string_view words = wordsOf(m_source, m_table, row, column);
            if (words.size() > longestLabel)
                continue;
            const Label cell = labelOf(words, m_article);
            if (RowTime time = rowTimeIn(m_headers[column].text, words, cell.figures, day); !time.empty())
                return time;
        }
        return {};
    }

    std::optional<Claim> claimOf(const Label& row, const Label& header, const std::vector<Label>& places,
                                 const Quantity& written, std::size_t column) const {
        const std::optional<Quantity> priced = pricedBy(row, header, written);
        const Quantity& figure = priced ? *priced : written;
        const FigureClass known = figureClass(figure, {});
        if (known == FigureClass::None)
            return std::nullopt;
        if (known == FigureClass::Percent && figure.value.toDouble() < leastAvailability &&
            figure.kind == QuantityKind::Scalar)
            return std::nullopt;
        if (known == FigureClass::Time && isAside(row, header))
            return std::nullopt;
        if (turnAtBegin(lowerAscii(header.text), Turn::Comparatives)) // "vs. GPT-5": a difference
            return std::nullopt;
        Claim claim;
        bool tokens = false;
        for (const Label* const label : {&row, &header, &m_caption})
            tokens = readTokens(claim, *label) || tokens;
        // The header's own measure first; where it names none the row's, then the caption's.
        std::optional<ClaimShape> shape;
        for (const Label* const label : {&header, &row, &m_caption}) {
            const bool other = label->words.says(ClaimWord::Downtime);
            if (!shape && !(other && known == FigureClass::Time))
                shape = claimShape(known, label->words, whole, false);
            else if (!shape)
                return std::nullopt;
        }
        if (shape && shape->kind == ClaimKind::Speed &&
            (row.words.says(ClaimWord::Throughput) || header.words.says(ClaimWord::Throughput) ||
             row.words.says(ClaimWord::Hardware)))
            shape->kind = ClaimKind::Throughput;
        // "500-token answer" of seconds
        if (!shape)
            shape = claimShape(known, header.words, whole, tokens);
        if (!shape)
            return std::nullopt;
        claim.kind = shape->kind;
        claim.span = shape->span;
        // The median of the header, of a first token that the row names.
        if (claim.kind == ClaimKind::Latency && claim.span == ClaimSpan::EndToEnd)
            for (const Label* const label : {&row, &header})
                if (label->words.says(ClaimWord::FirstToken))
                    claim.span = ClaimSpan::FirstToken;
        stateFigure(claim, figure, known);
        for (const Label* const label : {&header, &row, &m_caption})
            if (claim.statistic == ClaimStatistic::Unstated)
                stateStatistic(claim, label->words, whole, {});
        if (claim.kind != ClaimKind::Latency && claim.kind != ClaimKind::Speed)
            claim.tokens = 0;
        if (claim.kind == ClaimKind::Price) {
            claim.side = sideBy(row, header);
        }
        for (const Label* const label : {&header, &row, &m_caption})
            readCircumstances(claim, *label);
        for (const Label* const label : {&row, &header, &m_caption}) {
            if (claim.kind == ClaimKind::Price && claim.terms.empty())
                claim.terms = termsIn(label->text, label->words, whole);
            if (claim.kind == ClaimKind::Price && claim.terms.empty())
                claim.terms = cacheWriteIn(label->text, label->words, whole);
            if (claim.kind == ClaimKind::Price && claim.terms.empty())
                claim.terms = lengthTermsIn(label->text, label->figures, whole, claim.perTokens);
            if (claim.setting.empty())
                claim.setting = hardwareIn(label->text, label->words, {0, label->text.size()});
            claim.contract = claim.contract || (claim.kind == ClaimKind::Availability &&
                                                label->words.says(ClaimWord::Contract));
            claim.expected = claim.expected || label->words.says(ClaimWord::Expected);
        }
        if (claim.kind == ClaimKind::Price && claim.terms.empty())
            claim.terms = uncertainTerms(row, header);
        if (claim.kind == ClaimKind::Price && !claim.setting.empty())
            return std::nullopt; // what hardware costs, not what somebody takes
        for (const Label* const label : {&header, &row})
            readPlaces(claim, *label);
        for (const Label& label : places)
            readPlaces(claim, label);
        readPlaces(claim, m_caption);
        if (const Label* const heading = m_beside.namingHeading();
            heading != nullptr && claim.model.empty() && !heading->words.models.empty()) {
            readPlaces(claim, *heading);
            addUnread(claim.unread, unreadOf(*heading, {ClaimKind::Latency}));
        }
        claim.subject = subjectOf(row, header, places, column, claim);
        if (claim.subject.name.empty())
            return std::nullopt;
        claim.words = (row.text.empty() ? m_caption.text : row.text) + " · " + header.text;
        return claim;
    }

    bool isSellerNamed(const Label& row, const Label& header, const std::vector<Label>& places) const {
        const auto named = [](const Label& one) { return namesSeller(one.words, {0, one.text.size()}); };
        return named(row) || named(header) || named(m_caption) || std::ranges::any_of(places, named);
    }

    // A column of customers or resellers: what each of them pays or takes is no list price.
    bool namesPayers() const {
        return std::ranges::any_of(m_headers, [](const Label& one) {
            return static_cast<bool>(turnAtBegin(lowerAscii(one.text), Turn::Payers));
        });
    }

    // What an answer costs whoever gives it: 成本, "Cost" beside a column of prices; and what is estimated.
    // Empty of a plain price.
    std::string uncertainTerms(const Label& row, const Label& header) const {
        const auto says = [](const std::string& text, std::string_view word) {
            return lowerAscii(text).find(word) != std::string::npos;
        };
        for (const Label* const label : {&header, &row})
            if (says(label->text, "成本"))
                return "成本";
        const bool prices = std::ranges::any_of(m_headers, [&](const Label& one) {
            return says(one.text, "price") || says(one.text, "pricing");
        });
        if (prices && says(header.text, "cost") && !says(header.text, "price"))
            return header.text;
        // A caption's "estimated" may be of some of its columns alone.
        const bool expected = row.words.says(ClaimWord::Expected) || header.words.says(ClaimWord::Expected);
        return expected ? "expected" : std::string();
    }

    // A maximum, or the time of something else, by the cell's own labels, or by the caption where these name
    // neither a percentile nor a metric of answers alone.
    bool isAside(const Label& row, const Label& header) const {
        if (labelAside(row.text, row.words) != Aside::None ||
            labelAside(header.text, header.words) != Aside::None)
            return true;
        const auto says = [&](ClaimWord from, ClaimWord to) {
            for (auto word = static_cast<int>(from); word <= static_cast<int>(to); ++word)
                if (row.words.says(static_cast<ClaimWord>(word)) ||
                    header.words.says(static_cast<ClaimWord>(word)))
                    return true;
            return false;
        };
        switch (captionAside(m_caption.text, m_caption.words)) {
        case Aside::Statistic:
            return !says(ClaimWord::P50, ClaimWord::Mean);
        case Aside::Other:
            return !says(ClaimWord::FirstToken, ClaimWord::PerToken);
        case Aside::None:
            break;
        }
        return false;
    }

    // "Median latency, March 2026", "64 concurrent": of which time and under which load.
    void readCircumstances(Claim& claim, const Label& label) const {
        const std::string day = claimDay(m_article);
        for (const Quantity& figure : label.figures) {
            if (claim.from.empty() && figure.kind == QuantityKind::Period && !figure.from.empty() &&
                !figure.to.empty() && figure.from.find('|') == std::string::npos && !figure.openToTheRight &&
                !figure.openToTheLeft) {
                claim.from = figure.from;
                claim.to = figure.to;
                claim.past = !day.empty() && figure.to < day;
                claim.future = claim.future || (!day.empty() && figure.from > day);
            }
            const bool counted =
                figure.dimension == Dimension::Number || figure.dimension == Dimension::Count;
            if (claim.load.empty() && counted && !isTokenCount(figure) && figure.value.toDouble() > 1 &&
                label.words.says(ClaimWord::Load) &&
                (claim.kind == ClaimKind::Latency || claim.kind == ClaimKind::Speed))
                claim.load = label.text;
        }
    }

    static bool readTokens(Claim& claim, const Label& label) {
        if (claim.tokens > 0)
            return true;
        for (const Quantity& figure : label.figures)
            if (isTokenCount(figure)) {
                claim.tokens = tokenCountOf(figure);
                claim.side = tokenSideNear(label.words, figure.span, whole, longestLabel);
                return true;
            }
        return false;
    }

    static void readPlaces(Claim& claim, const Label& label) {
        if (claim.model.empty() && !label.words.models.empty()) {
            claim.model = label.words.models.front().name;
            claim.modelMakers = label.words.models.front().makers;
        }
        if (claim.region.empty() && !label.words.regions.empty()) {
            const RegionAt& region = label.words.regions.front();
            claim.region = label.text.substr(region.span.begin, region.span.end - region.span.begin);
            claim.regionIds = region.ids;
        }
    }

    // The best name of a label: who hosts, who can be asked, any other.
    static const NameAt* nameIn(const Label& label) {
        const NameAt* best = nullptr;
        const auto rank = [](const NameAt& name) {
            return name.cloud ? 0 : !name.subject.providers.empty() ? 1 : 2;
        };
        for (const NameAt& name : label.words.names)
            if (best == nullptr || rank(name) < rank(*best))
                best = &name;
        return best;
    }

    ClaimSubject subjectOf(const Label& row, const Label& header, const std::vector<Label>& places,
                           std::size_t column, const Claim& claim) const {
        for (const Label* const label : {&header, &row})
            if (const NameAt* const name = nameIn(*label))
                return name->subject;
        // "Northgate (current)" heads a column where the rows are measures.
        if (const std::string& subject = m_table.columns[column].subject; !subject.empty())
            return subject == claim.model ? ClaimSubject{claim.model, claim.modelMakers}
                                          : claimSubject(subject);
        for (const Label& label : places)
            if (const NameAt* const name = nameIn(label))
                return name->subject;
        const NameAt* captioned = nameIn(m_caption);
        // "Azure OpenAI (GPT-4o)": who hosts goes before who made the model.
        if (captioned != nullptr && captioned->cloud &&
            std::ranges::count_if(m_caption.words.names, [](const NameAt& one) { return one.cloud; }) == 1)
            return captioned->subject;
        if (!claim.modelMakers.empty() && !(captioned && hosts(*captioned, claim.modelMakers)))
            return {claim.model, claim.modelMakers};
        if (captioned == nullptr)
            if (const Label* const heading = m_beside.namingHeading())
                captioned = nameIn(*heading);
        return captioned ? captioned->subject : ClaimSubject{};
    }

    // `figure`: in the cell's words.
    void add(Claim claim, std::size_t row, std::size_t column, Span figure) {
        Evidence evidence =
            cellEvidence(*m_article.article, m_index, static_cast<int>(row), static_cast<int>(column));
        // The figure itself, without the remark behind it, where markup does not stand between.
        const std::string_view words = wordsOf(m_source, m_table, row, column);
        const std::string& page = m_article.article->text;
        if (figure.end <= words.size() && words == evidence.quote && evidence.span.end <= page.size()) {
            const std::string quote(words.substr(figure.begin, figure.end - figure.begin));
            const std::size_t at = std::string_view(page)
                                       .substr(0, evidence.span.end)
                                       .find(quote, evidence.span.begin + figure.begin);
            if (at != std::string_view::npos) {
                evidence.span = {at, at + quote.size()};
                evidence.quote = quote;
            }
        }
        claim.evidence.begin = evidence.span.begin;
        claim.evidence.end = evidence.span.end;
        claim.evidence.quote = evidence.quote;
        claim.evidence.block = m_block;
        claim.evidence.table = m_index;
        claim.evidence.row = static_cast<int>(row);
        claim.evidence.column = static_cast<int>(column);
        m_out.push_back(std::move(claim));
    }

    const ReadArticle& m_article;
    const Table& m_source;
    const TypedTable& m_table;
    int m_index;
    int m_block;
    BesideTable m_beside;
    Label m_caption;
    std::vector<Label> m_headers;
    std::vector<Claim>& m_out;
};

} // namespace

void claimsOfTable(const ReadArticle& article, int table, const ClaimSettings& settings,
                   std::vector<Claim>& out) {
    if (article.tables[static_cast<std::size_t>(table)].columns.size() > 1)
        TableClaims(article, table, settings, out).read();
}

} // namespace parallax::data
