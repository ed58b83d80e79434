// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim.h"
#include "data/claim/claim_around.h"
#include "data/claim/claim_aside.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_row_time.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"
#include "data/claim/claim_words.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostRows = 5000; // more is data, not statements
constexpr std::size_t mostColumns = 64;
constexpr std::size_t longestLabel = 256; // bytes of a header, label or caption that are read
constexpr std::size_t everywhere = static_cast<std::size_t>(-1);
constexpr Span whole{0, everywhere};

// The words of a header, a label or a caption, read once for all the cells that they speak of.
struct Label {
    std::string text;
    ClaimWords words;
    std::vector<Quantity> figures;
};

class TableClaims {
  public:
    TableClaims(const ReadArticle& article, int index, const ClaimSettings& settings, std::vector<Claim>& out)
        : m_article(article)
        , m_source(article.article->tables[static_cast<std::size_t>(index)])
        , m_table(article.tables[static_cast<std::size_t>(index)])
        , m_index(index)
        , m_caption(labelOf(m_table.caption))
        , m_out(out) {
        const std::vector<Block>& blocks = article.article->blocks;
        const auto block = std::ranges::find_if(
            blocks, [&](const Block& one) { return one.kind == BlockKind::Table && one.table == index; });
        if (block != blocks.end())
            m_block = static_cast<int>(block - blocks.begin());
        m_setting = settings.of(m_block);
        m_around = m_setting.around;
        addAround(m_around, settings.beside(m_block));
        const std::size_t columns = std::min(m_table.columns.size(), mostColumns);
        m_headers.reserve(columns);
        for (std::size_t column = 0; column < columns; ++column)
            m_headers.push_back(labelOf(column < m_table.header.size() ? m_table.header[column] : ""));
        readHeadings(blocks);
        readRemarks();
        readNotes(blocks);
    }

    void read() {
        const std::size_t rows = std::min(m_table.cells.size(), mostRows);
        for (std::size_t row = 0; row < rows && m_out.size() < mostClaims; ++row)
            if (row >= m_table.rowRoles.size() || m_table.rowRoles[row] == RowRole::Item)
                readRow(row);
    }

  private:
    Label labelOf(std::string_view text) const {
        Label label;
        label.text = std::string(utf8Prefix(text, longestLabel));
        label.words = claimWordsIn(label.text, *m_article.names);
        QuantityContext context;
        context.language = m_article.context.language;
        label.figures = parseQuantities(label.text, context);
        return label;
    }

    static std::vector<std::string> unreadOf(const Label& label, UnreadBeside beside) {
        return unreadWords(label.text, {0, label.text.size()}, label.words, label.figures, beside);
    }

    // Those over the table, the nearest first, each of a section that holds the one before.
    void readHeadings(const std::vector<Block>& blocks) {
        constexpr std::size_t most = 3;
        int level = std::numeric_limits<int>::max();
        for (int i = m_block - 1; i >= 0 && m_headings.size() < most; --i) {
            const Block& block = blocks[static_cast<std::size_t>(i)];
            if (block.kind != BlockKind::Heading || block.level >= level)
                continue;
            level = block.level;
            m_headings.push_back(labelOf(block.text));
        }
    }

    // Rows without a figure: "All prices after a 20% volume discount".
    void readRemarks() {
        const std::string day = claimDay(m_article);
        const std::size_t rows = std::min(m_table.cells.size(), mostRows);
        for (std::size_t row = 0; row < rows; ++row) {
            if (std::ranges::any_of(m_table.cells[row], [](const TypedCell& cell) { return cell.figure; }))
                continue;
            if (row < m_table.rowLabels.size())
                addRemark(m_table.rowLabels[row], day);
            for (std::size_t column = 0; column < m_headers.size(); ++column)
                addRemark(wordsOf(m_source, m_table, row, column), day);
        }
    }
    void addRemark(std::string_view text, std::string_view day) {
        if (!text.empty() && text.size() <= longestLabel)
            addAround(m_around, aroundIn(text, *m_article.names, AroundPlace::Before, day));
    }

    // Marks of footnotes that a header, a label or a cell bears, and what stands behind them below the table.
    static std::string_view markIn(std::string_view text) {
        static constexpr auto marks = std::to_array<std::string_view>(
            {"*",   "†",   "‡",   "§",   "¹",   "²",   "³",   "⁴",   "⁵",   "⁶",   "[1]",
             "[2]", "[3]", "[4]", "[a]", "[b]", "[c]", "(a)", "(b)", "(c)", "(1)", "(2)",
             "(3)", "註",  "注1", "注2", "注3", "⁽",   "①",   "②",   "③",   "※"});
        for (const std::string_view mark : marks)
            if (text.find(mark) != text.npos)
                return mark;
        return {};
    }
    void readNotes(const std::vector<Block>& blocks) {
        constexpr int most = 8; // blocks
        for (int i = m_block + 1; m_block >= 0 && i < static_cast<int>(blocks.size()) && i <= m_block + most;
             ++i) {
            const Block& block = blocks[static_cast<std::size_t>(i)];
            if (block.kind == BlockKind::Heading || block.kind == BlockKind::Table)
                break;
            const std::string_view text = trim(block.text);
            // "Prices in dollars per million tokens."
            if (i == m_block + 1 && block.kind != BlockKind::ListItem && tokensPricedBy(text))
                m_below = labelOf(text);
            if (block.kind == BlockKind::ListItem && i == m_block + 1) // "* Batch" is an item of Markdown
                m_notes.emplace_back("*", labelOf(text));
            else if (const std::string_view mark = markIn(text); !mark.empty() && text.starts_with(mark))
                m_notes.emplace_back(mark, labelOf(text.substr(mark.size())));
        }
    }
    void addNotes(Claim& claim, std::string_view text, UnreadBeside beside) const {
        const std::string_view mark = markIn(text);
        if (mark.empty())
            return;
        const auto note = std::ranges::find(m_notes, mark, &std::pair<std::string_view, Label>::first);
        addUnread(claim.unread,
                  note == m_notes.end() ? std::vector{std::string(mark)} : unreadOf(note->second, beside));
        if (note != m_notes.end())
            leaveAround(
                claim,
                aroundIn(note->second.text, *m_article.names, AroundPlace::Before, claimDay(m_article)),
                true);
    }

    // The nearest heading that names a model or somebody, if it is one alone: "GPT-4o prices".
    const Label* namingHeading() const {
        for (const Label& one : m_headings) {
            const std::vector<ModelAt>& models = one.words.models;
            const std::vector<NameAt>& names = one.words.names;
            if (models.empty() && names.empty())
                continue;
            return models.size() <= 1 && names.size() <= 1 ? &one : nullptr;
        }
        return nullptr;
    }

    // What heads the column of the row's labels: "Price per 1M tokens".
    const Label* corner() const {
        const std::size_t column =
            m_table.labelColumn < 0 ? 0 : static_cast<std::size_t>(m_table.labelColumn);
        return column < m_headers.size() && (m_table.labelColumn >= 0 || !isFigureColumn(column))
                   ? &m_headers[column]
                   : nullptr;
    }

    // An amount whose labels say for how many tokens it is, and a number whose labels say so of dollars.
    std::optional<Quantity> pricedBy(const Label& row, const Label& header, const Quantity& figure) const {
        const bool money = figure.dimension == Dimension::Currency;
        const auto saysSide = [](const Label& label) {
            return std::ranges::any_of(
                std::array{ClaimWord::Input, ClaimWord::Output, ClaimWord::Cached, ClaimWord::Blended},
                [&](ClaimWord side) { return label.words.says(side); });
        };
        const bool number = figure.dimension == Dimension::Number && figure.unit.empty() &&
                            (saysSide(row) || saysSide(header));
        if (figure.per || !(money || number))
            return std::nullopt;
        std::vector<const Label*> labels{&header, &row, corner(), &m_caption};
        for (const Label& one : m_headings)
            labels.push_back(&one);
        labels.push_back(&m_below);
        for (const Label* const one : labels) {
            const auto tokens = one == nullptr ? std::nullopt : tokensPricedBy(one->text);
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
        const Label label = labelOf(row < m_table.rowLabels.size() ? m_table.rowLabels[row] : "");
        // What the row's other cells name: the provider, the region, the model.
        std::vector<Label> places;
        for (std::size_t column = 0; column < m_headers.size(); ++column) {
            const auto cell = static_cast<int>(column);
            const std::string_view words = wordsOf(m_source, m_table, row, column);
            const bool figure = column < m_table.cells[row].size() && m_table.cells[row][column].figure;
            if (cell != m_table.labelColumn && !figure && !words.empty() && words.size() <= longestLabel)
                places.push_back(labelOf(words));
        }
        const RowTime time = timeOf(row);
        const std::size_t from = m_out.size();
        for (std::size_t column = 0; column < m_headers.size() && m_out.size() < mostClaims; ++column) {
            if (!isFigureColumn(column) || column >= m_table.cells[row].size())
                continue;
            const TypedCell& cell = m_table.cells[row][column];
            if (cell.figure && !cell.quantities.empty())
                if (auto claim = claimOf(label, m_headers[column], places, cell.quantities.front(), column)) {
                    const UnreadBeside beside{claim->kind, claim->side == TokenSide::CachedInput};
                    const Label remark = labelOf(wordsOf(m_source, m_table, row, column));
                    for (const Label* const one :
                         std::initializer_list<const Label*>{&label, &m_headers[column], &remark})
                        addUnread(claim->unread, unreadOf(*one, beside));
                    // A caption speaks of all that its table compares: "Prices and availability".
                    addUnread(claim->unread, unreadOf(m_caption, {ClaimKind::Latency, beside.cached}));
                    // "Estimated prices": of all; further on it may be of some columns alone.
                    for (const ClaimWordAt& one : m_caption.words.words)
                        if (one.word == ClaimWord::Expected && one.span.begin == 0)
                            addUnread(claim->unread, {m_caption.text.substr(0, one.span.end)});
                    if (const Label* const one = corner())
                        addUnread(claim->unread, unreadOf(*one, {ClaimKind::Latency, beside.cached}));
                    for (const Label& place : places)
                        addUnread(claim->unread, unreadOf(place, beside));
                    addUnread(claim->unread, m_setting.unread);
                    if (claim->from.empty() && !time.empty()) {
                        claim->from = time.time.from;
                        claim->to = time.time.to;
                        claim->past = time.time.past;
                        if (!time.unread.empty())
                            addUnread(claim->unread, {time.unread});
                    }
                    for (const std::string_view one :
                         {std::string_view(label.text), std::string_view(m_headers[column].text),
                          std::string_view(remark.text), std::string_view(m_caption.text)})
                        addNotes(*claim, one, beside);
                    leaveAround(*claim, m_around, isSellerNamed(label, m_headers[column], places));
                    if (claim->kind == ClaimKind::Price && namesPayers())
                        addUnread(claim->unread, {label.text.empty() ? "customer" : label.text});
                    if (claim->kind == ClaimKind::Price && !claim->region.empty())
                        addUnread(claim->unread, {claim->region}); // lists have none
                    if (claim->kind == ClaimKind::Price && claim->terms.empty())
                        claim->terms = m_setting.terms;
                    add(std::move(*claim), row, column);
                }
        }
        pairClaims(m_out, from);
    }

    // Of which day its figures are, by a cell that holds a date.
    RowTime timeOf(std::size_t row) const {
        const std::string day = claimDay(m_article);
        for (std::size_t column = 0; column < m_headers.size(); ++column) {
            const std::string_view words = wordsOf(m_source, m_table, row, column);
            if (words.size() > longestLabel)
                continue;
            const Label cell = labelOf(words);
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
            claim.side = TokenSide::Unstated;
            for (const Label* const label : {&header, &row, &m_caption})
                if (claim.side == TokenSide::Unstated)
                    claim.side = tokenSideNear(label->words, whole, whole, everywhere - 1);
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
        if (const Label* const heading = namingHeading();
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
            if (const Label* const heading = namingHeading())
                captioned = nameIn(*heading);
        return captioned ? captioned->subject : ClaimSubject{};
    }

    void add(Claim claim, std::size_t row, std::size_t column) {
        Evidence evidence =
            cellEvidence(*m_article.article, m_index, static_cast<int>(row), static_cast<int>(column));
        // The figure itself, without the remark behind it, where markup does not stand between.
        const std::string_view words = wordsOf(m_source, m_table, row, column);
        const Span figure = m_table.cells[row][column].quantities.front().span;
        const std::string& page = m_article.article->text;
        if (figure.end <= words.size() && words == evidence.quote && evidence.span.end <= page.size()) {
            const std::string quote(words.substr(figure.begin, figure.end - figure.begin));
            const std::size_t at =
                std::string_view(page).substr(0, evidence.span.end).find(quote, evidence.span.begin);
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
    int m_block = -1;
    ClaimSetting m_setting;
    ClaimAround m_around;                                    // what stands about the table says
    std::vector<std::pair<std::string_view, Label>> m_notes; // by their marks
    Label m_caption;
    Label m_below; // what stands right below the table and says for how many tokens its prices are
    std::vector<Label> m_headers;
    std::vector<Label> m_headings;
    std::vector<Claim>& m_out;
};

} // namespace

void claimsOfTable(const ReadArticle& article, int table, const ClaimSettings& settings,
                   std::vector<Claim>& out) {
    if (article.tables[static_cast<std::size_t>(table)].columns.size() > 1)
        TableClaims(article, table, settings, out).read();
}

} // namespace parallax::data
