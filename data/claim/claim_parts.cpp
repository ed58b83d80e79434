// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_parts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_another.h"
#include "data/claim/claim_counted.h"
#include "data/claim/claim_cut.h"
#include "data/claim/claim_difference.h"
#include "data/claim/claim_lead.h"
#include "data/claim/claim_list.h"
#include "data/claim/claim_mood.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_row.h"
#include "data/claim/claim_side_order.h"

namespace parallax::data {
namespace {

constexpr double farthestNumber = 20; // times: "120 req/s against 110", not against 8

double lowOrValue(const Quantity& quantity) {
    return (quantity.kind == QuantityKind::Range ? quantity.low : quantity.value).toDouble();
}

bool isPlainNumber(const Quantity& number) {
    return number.dimension == Dimension::Number && number.unit.empty() && !number.per &&
           (number.kind == QuantityKind::Scalar || number.kind == QuantityKind::Range);
}

// "110–115 个": of what is counted says a figure before.
bool isCounted(const Quantity& number) {
    return number.dimension == Dimension::Count && !number.per &&
           (number.unit == "个" || number.unit == "個" || number.unit == "次") &&
           (number.kind == QuantityKind::Scalar || number.kind == QuantityKind::Range);
}

class PartFinder {
  public:
    PartFinder(const ClaimSentence& sentence, std::list<Quantity>& made)
        : m_sentence(sentence)
        , m_made(made) {}

    std::vector<ClaimPart> find() {
        for (const Quantity* const figure : figures()) {
            const std::size_t count = m_parts.size();
            const auto another = anothersAt(m_sentence, figure->span);
            if (!isWithin(figure->span, m_sentence.span) || isDifference(m_sentence, figure->span) ||
                isFormer(figure->span) || isDenied(m_sentence.text, figure->span) ||
                isThreshold(m_sentence.text, m_sentence.span, *figure) ||
                (another && another->begin == another->end))
                m_chain.clear();
            else
                take(*figure);
            if (another)
                for (std::size_t i = count; i < m_parts.size(); ++i)
                    m_parts[i].another = *another;
        }
        joinEnds();
        std::size_t begin = m_sentence.span.begin;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            m_parts[i].own.begin = std::max(begin, m_parts[i].another.begin);
            if (i + 1 < m_parts.size())
                begin =
                    cutBetween(m_sentence, m_parts[i].figure->span.end, m_parts[i + 1].figure->span.begin);
            m_parts[i].own.end = i + 1 < m_parts.size() ? begin : m_sentence.span.end;
        }
        return std::move(m_parts);
    }

  private:
    // What stands in the sentence before it.
    std::string_view before(Span figure) const {
        return trim(m_sentence.said({m_sentence.span.begin, figure.begin}));
    }

    // Those of the sentence, with barred lists in the place of what was read there.
    std::vector<const Quantity*> figures() {
        std::vector<const Quantity*> all;
        const std::size_t listed = m_made.size();
        for (std::vector<Quantity>& list : barredFigures(m_sentence.text, m_sentence.span)) {
            const bool alike =
                std::ranges::all_of(list, [&](const Quantity& one) { return one.unit == list.front().unit; });
            for (Quantity& one : list) {
                m_made.push_back(std::move(one));
                if (alike)
                    m_barred.push_back(&m_made.back());
            }
        }
        const auto firstListed = std::next(m_made.begin(), static_cast<std::ptrdiff_t>(listed));
        for (const Quantity& figure : m_sentence.figures)
            if (std::none_of(firstListed, m_made.end(), [&](const Quantity& one) {
                    return one.span.begin < figure.span.end && figure.span.begin < one.span.end;
                }))
                all.push_back(&figure);
        for (auto one = firstListed; one != m_made.end(); ++one)
            all.push_back(&*one);
        std::ranges::stable_sort(all, {}, [](const Quantity* one) { return one->span.begin; });
        return all;
    }

    void take(const Quantity& figure) {
        if (const Quantity* const level = highLevel(figure))
            return take(*level);
        TokenSide side = TokenSide::Unstated;
        FigureClass known = figureClass(figure, m_sentence.text.substr(figure.span.end));
        if (known == FigureClass::Percent &&
            (!isAvailability(m_sentence.text, figure, m_sentence.words) ||
             (isOfRequests(m_sentence, figure.span) &&
              !m_sentence.words.says(ClaimWord::Availability, m_sentence.span))))
            known = FigureClass::None;
        if (known == FigureClass::Price) {
            side = barredSide(figure.span);
            if (side == TokenSide::Unstated)
                if (const auto row = priceInRow(m_sentence, figure.span))
                    side = row->side;
            if (side == TokenSide::Unstated)
                side = sideBehind(m_sentence, figure.span);
            if (const auto own = ownCount(figure)) {
                if (*own == 0)
                    return; // "$20 a month": of something else than the prices before
                Quantity price = figure;
                price.per = Per{Decimal{static_cast<std::int64_t>(*own), 0}, "token"};
                m_made.push_back(std::move(price));
                m_parts.push_back({&m_made.back(), known, false, {}, side, false, {}});
                return;
            }
        }
        if (known != FigureClass::None) {
            const bool listed = takeChain(figure, known) || isBarred(figure);
            m_parts.push_back({&figure, known, false, {}, side, listed, {}});
        } else if (const Quantity* const rate = rateOf(figure)) {
            m_parts.push_back({rate,
                               figureClass(*rate, m_sentence.text.substr(figure.span.end)),
                               false,
                               {},
                               side,
                               false,
                               {}});
        } else if (const Quantity* const price = priceOf(figure, side)) {
            m_parts.push_back({price, FigureClass::Price, false, {}, side, false, {}});
        } else if (!m_parts.empty() && continues(*m_parts.back().figure, figure)) {
            m_parts.push_back({&figure, m_parts.back().figureClass, true, {}, side, false, {}});
        } else if (isPlainNumber(figure) && figure.kind == QuantityKind::Scalar) {
            if (!m_chain.empty() && !isListLink(gap(*m_chain.back(), figure)))
                m_chain.clear();
            m_chain.push_back(&figure);
            return;
        }
        m_chain.clear();
    }

    // 延遲中位數高達 1.5 秒, SLA 高達 99.99%: as much as that, beside a percentile or of a promise or a
    // price, and no limit.
    const Quantity* highLevel(const Quantity& figure) {
        const std::string_view said = m_sentence.said(figure.span);
        if (figure.bound != Bound::AtMost ||
            (said.find("高達") == said.npos && said.find("高达") == said.npos))
            return nullptr;
        const bool percentile = [&] {
            for (auto word = ClaimWord::P50; word <= ClaimWord::Mean;
                 word = static_cast<ClaimWord>(static_cast<int>(word) + 1))
                if (m_sentence.words.says(word, m_sentence.span))
                    return true;
            return false;
        }();
        if (figure.dimension == Dimension::Time && !percentile)
            return nullptr;
        Quantity level = figure;
        level.bound = Bound::Exact;
        m_made.push_back(std::move(level));
        return &m_made.back();
    }

    bool isBarred(const Quantity& figure) const {
        return std::ranges::find(m_barred, &figure) != m_barred.end();
    }

    std::string_view gap(const Quantity& first, const Quantity& second) const {
        return m_sentence.said({first.span.end, second.span.begin});
    }

    // "1.2, 1.4 and 1.9 seconds": the numbers before have the unit of the last. A comma alone makes no list:
    // "on Llama 3, 1.4 s".
    bool takeChain(const Quantity& last, FigureClass known) {
        if (m_chain.empty())
            return false;
        const std::string_view link = trim(gap(*m_chain.back(), last));
        if (!isListLink(link) || link == "," || link == "，")
            return false;
        std::vector<Quantity> list;
        for (const Quantity* const number : m_chain) {
            auto one = inUnitOf(m_sentence.text, *number, last);
            if (!one || figureClass(*one, {}) != known)
                return false;
            list.push_back(std::move(*one));
        }
        for (Quantity& one : list) {
            m_made.push_back(std::move(one));
            m_parts.push_back({&m_made.back(), known, false, {}, TokenSide::Unstated, true, {}});
        }
        return true;
    }

    // "Ranges from 0.8 s to 1.1 s" is one figure; of "fell from 2.0 s to 1.5 s" only what it came to is so
    // today.
    void joinEnds() {
        for (std::size_t i = 0; i + 1 < m_parts.size(); ++i) {
            const Quantity& a = *m_parts[i].figure;
            const Quantity& b = *m_parts[i + 1].figure;
            const bool up = a.role == Role::From && b.role == Role::To;
            if (!(up || (a.role == Role::To && b.role == Role::From)) ||
                m_parts[i].figureClass != m_parts[i + 1].figureClass)
                continue;
            if (up && m_sentence.words.says(ClaimWord::Ranges, m_sentence.span) &&
                a.kind == QuantityKind::Scalar && b.kind == QuantityKind::Scalar &&
                a.value.toDouble() < b.value.toDouble()) {
                Quantity range = a;
                range.kind = QuantityKind::Range;
                range.low = a.value;
                range.high = b.value;
                range.span.end = b.span.end;
                range.role = Role::None;
                m_made.push_back(std::move(range));
                m_parts[i].figure = &m_made.back();
                m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            } else {
                m_parts.erase(m_parts.begin() + static_cast<std::ptrdiff_t>(up ? i : i + 1));
            }
        }
    }

    // 每秒可輸出 150 個 token, 每秒处理 120 个请求: the second stands before.
    const Quantity* rateOf(const Quantity& count) {
        const std::string_view behind = trim(m_sentence.text.substr(count.span.end, 24));
        const bool requests =
            (isCounted(count) || isPlainNumber(count)) &&
            (behind.starts_with("請求") || behind.starts_with("请求") || behind.starts_with("次請求") ||
             behind.starts_with("次请求") || behind.starts_with("個請求") || behind.starts_with("个请求"));
        if (!requests && !isTokenCount(count))
            return nullptr;
        std::string_view ahead = before(count.span);
        for (const std::string_view between :
             {"約",   "约",   "大約", "大约", "輸出", "输出", "生成", "產生", "产生", "吐出", "處理", "处理",
              "完成", "承受", "支援", "支持", "可以", "可",   "能",   "達",   "达",   "達到", "达到"})
            if (ahead.ends_with(between))
                ahead = trim(ahead.substr(0, ahead.size() - between.size()));
        if (!ahead.ends_with("每秒"))
            return nullptr;
        Quantity rate = count;
        rate.per = Per{Decimal{1, 0}, "second"};
        if (requests) {
            rate.dimension = Dimension::Rate;
            rate.unit = "req/s";
        }
        m_made.push_back(std::move(rate));
        return &m_made.back();
    }

    // Of "$2.50/$10" the first is for input, the second for output.
    TokenSide barredSide(Span money) const {
        constexpr std::size_t reach = 96; // bytes behind the pair that may say which is which
        const std::string_view behind = trim(m_sentence.said({money.end, m_sentence.span.end}));
        const bool first = behind.starts_with("/$") || behind.starts_with("/ $");
        if (!first && !endsInAmountAndBar(before(money)))
            return TokenSide::Unstated;
        SidesNamed order = sidesNamedIn(behind.substr(0, reach));
        if (!order.both())
            order = sidesNamedIn(before(money));
        const bool turned = order.both() && order.first == TokenSide::Output;
        return first != turned ? TokenSide::Input : TokenSide::Output;
    }

    // A price that has its count from the one before, and one of its own behind it: "$10 per million tokens,
    // or $0.01 per thousand". 0: what stands behind is no number of tokens. Nothing where it has none.
    std::optional<double> ownCount(const Quantity& price) const {
        const std::string said = lowerAscii(m_sentence.said(price.span));
        for (const std::string_view token : {"tok", "詞元", "词元"})
            if (said.find(token) != said.npos)
                return std::nullopt;
        return countOnlyBehind(lowerAscii(m_sentence.said({price.span.end, m_sentence.span.end})));
    }

    // What it is the price of stands apart from the money.
    const Quantity* priceOf(const Quantity& money, TokenSide& side) {
        if (money.dimension != Dimension::Currency || money.per)
            return nullptr;
        // What stands in another sentence is of the amounts there, unless a model goes on with its unit.
        const bool goesOn = m_sentence.namesAModel(m_sentence.span);
        const std::size_t begin = goesOn ? 0 : m_sentence.span.begin;
        auto around = tokenPriceAround(m_sentence.text.substr(begin),
                                       {money.span.begin - begin, money.span.end - begin});
        if (!around || around->side == TokenSide::Unstated)
            if (const auto row = priceInRow(m_sentence, money.span))
                around = row;
        if (!around)
            around = priceOfCounted(m_sentence, money.span);
        if (!around)
            around = priceByLead(m_sentence, money.span);
        if (!around)
            return nullptr;
        side = around->side;
        Quantity price = money;
        price.per = Per{Decimal{static_cast<std::int64_t>(around->tokens), 0}, "token"};
        if (figureClass(price, {}) != FigureClass::Price)
            return nullptr;
        m_made.push_back(std::move(price));
        return &m_made.back();
    }

    // "$2.50, down from $5": what it was before.
    bool isFormer(Span figure) const {
        static constexpr auto former = std::to_array<std::string_view>(
            {"down from",    "up from",      "instead of",  "rather than", "previously", "formerly",
             "reduced from", "lowered from", "raised from", "up on",       "down on",    "原為",
             "原为",         "原本為",       "原本为",      "此前為",      "此前为",     "之前為",
             "之前为",       "先前為",       "先前为"});
        return std::ranges::any_of(
            former, [&](std::string_view word) { return lowerAscii(before(figure)).ends_with(word); });
    }

    // "120 req/s … against 110–115": a number without a unit after "against" and its like. "每秒处理 120
    // 个请求，AWS 为 110–115 个": or where somebody else is named and nothing but a copula follows.
    bool continues(const Quantity& first, const Quantity& number) const {
        const Span between{first.span.end, number.span.begin};
        const bool apart = m_sentence.words.says(ClaimWord::Apart, between);
        const bool counted = isCounted(number);
        if (!isPlainNumber(number) && !counted)
            return false;
        const std::string_view behind = m_sentence.text.substr(number.span.end);
        if (behind.starts_with("×") || behind.starts_with("x") || behind.starts_with(" ×") ||
            behind.starts_with("-"))
            return false;
        if (counted && !trim(behind).empty() && clauseMarkAt(trim(behind)) == 0)
            return false; // of another thing, which stands behind
        if (!apart && !(clauseMarkAt(trim(behind)) > 0 && namesAnother(between)))
            return false;
        const double a = lowOrValue(first), b = lowOrValue(number);
        return a > 0 && b > 0 && a < farthestNumber * b && b < farthestNumber * a;
    }

    // ", AWS for its part 110": a comma, a name, a copula.
    bool namesAnother(Span between) const {
        const NameAt* last = nullptr;
        for (const NameAt& name : m_sentence.words.names)
            if (isWithin(name.span, between))
                last = &name;
        if (last == nullptr)
            return false;
        const std::string_view ahead = m_sentence.said({between.begin, last->span.begin});
        bool comma = false;
        for (const std::string_view mark : {",", ";", "，", "；", "、"})
            comma = comma || ahead.find(mark) != ahead.npos;
        static constexpr auto copulas = std::to_array<std::string_view>(
            {"", "at", "is", "has", "only", "reaches", "為", "为", "是", "約", "约", "則為", "则为", "只有"});
        return comma && std::ranges::find(copulas, trim(m_sentence.said({last->span.end, between.end}))) !=
                            copulas.end();
    }

    const ClaimSentence& m_sentence;
    std::list<Quantity>& m_made;
    std::vector<ClaimPart> m_parts;
    std::vector<const Quantity*> m_chain;  // bare numbers of a list that has not ended
    std::vector<const Quantity*> m_barred; // of m_made
};

} // namespace

std::vector<ClaimPart> partsOf(const ClaimSentence& sentence, std::list<Quantity>& made) {
    return PartFinder(sentence, made).find();
}

} // namespace parallax::data
