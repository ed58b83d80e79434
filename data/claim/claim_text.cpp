// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "data/claim/claim.h"
#include "data/claim/claim_aside.h"
#include "data/claim/claim_carry.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_mood.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_sides.h"
#include "data/claim/claim_words.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestSentence = 4000; // bytes; a longer one is data, and would be read over and over
constexpr std::size_t longestWords = 400;     // bytes of a sentence that are kept with a claim
constexpr std::size_t tokenReach = 26;        // bytes between a count of tokens and the word for its side
constexpr std::size_t farthestNumber = 20;    // times: "120 req/s against 110", not against 8
constexpr double longestAnswer = 60;          // seconds; what "takes" longer is rather no answer

// A figure that could be a claim, with the words that belong to it.
struct Part {
    const Quantity* figure = nullptr;
    FigureClass figureClass = FigureClass::None;
    bool bare = false; // without a unit: it has that of the figure before
    Span own;
    TokenSide side = TokenSide::Unstated; // of a price in a pair
};

class TextClaims {
  public:
    TextClaims(const ReadArticle& article, const ReadText& text, std::vector<Claim>& out)
        : m_article(article)
        , m_text(text)
        , m_block(article.article->blocks[static_cast<std::size_t>(text.block)])
        , m_out(out) {}

    void read() {
        const std::vector<Quantity>& all = figuresOf(m_article, m_text);
        std::size_t first = 0;
        for (const Sentence& sentence : m_text.sentences) {
            std::size_t last = first;
            while (last < all.size() && all[last].span.begin < sentence.span.end)
                ++last;
            m_figures = std::span(all).subspan(first, last - first);
            first = last;
            if (m_out.size() >= mostClaims || sentence.span.end - sentence.span.begin > longestSentence)
                continue;
            m_words = claimWordsIn(words(sentence.span), *m_article.names, sentence.span.begin);
            m_context.end = sentence.span.end;
            if (!m_figures.empty()) {
                readSentence(sentence.span);
            } else {
                m_before.reset();
                m_timeOfOther = false;
            }
            rememberName(sentence.span);
            m_context.begin = sentence.span.begin;
        }
    }

  private:
    std::string_view text() const { return m_block.text; }
    std::string_view words(Span span) const { return text().substr(span.begin, span.end - span.begin); }

    static bool within(Span inner, Span outer) {
        return inner.begin >= outer.begin && inner.end <= outer.end;
    }

    void readSentence(Span sentence) {
        m_made.clear();
        const std::vector<Part> parts =
            isSupposed(text(), sentence, m_words) ? std::vector<Part>() : partsOf(sentence);
        const auto sides = sidesOf(parts);
        std::size_t from = m_out.size();
        std::optional<std::size_t> previous; // of m_out
        if (parts.size() == 1 && m_before &&
            saysOnlyOfWhom(text(), sentence, parts[0].figure->span, m_words) &&
            sameDimension(parts[0].figureClass, m_out[m_before->last])) {
            previous = m_before->last;
            from = m_before->first;
        }
        const std::size_t own = m_out.size();
        m_metric.reset();
        m_lastOwn = parts.empty() ? Span{} : parts.back().own;
        Aside aside = Aside::None;
        const std::vector<Span> listed = listedStatistics(parts);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Claim* const before = previous ? &m_out[*previous] : nullptr;
            if (parts[i].figureClass == FigureClass::Time)
                aside = asideOf(parts[i], aside);
            std::optional<Claim> claim;
            if (parts[i].figureClass != FigureClass::Time || aside == Aside::None)
                claim = claimOf(parts[i], sentence, before);
            if (const auto metric = metricIn(parts[i].own))
                m_metric = metric;
            if (claim && !listed.empty() && parts[i].figureClass == FigureClass::Time) {
                if (listed.size() == parts.size())
                    stateStatistic(*claim = bareOf(*claim), m_words, listed[i], listed[i]);
                else
                    claim.reset(); // two percentiles, and another number of figures
            }
            if (!claim)
                continue;
            if (const auto named = respectively(parts, i, sentence))
                claim->subject = *named;
            std::vector<ClaimSubject> of = sides[i];
            if (of.empty() && parts.size() == 1)
                of = togetherWith(claim->subject, parts[i].figure->span, sentence);
            if (of.empty())
                of.push_back(claim->subject);
            for (const ClaimSubject& subject : of) {
                if (subject.name.empty() || m_out.size() >= mostClaims)
                    continue;
                m_out.push_back(*claim);
                m_out.back().subject = subject;
                previous = m_out.size() - 1;
            }
        }
        pairClaims(m_out, from);
        m_before.reset();
        if (m_out.size() > own)
            m_before = Told{own, m_out.size() - 1};
        m_timeOfOther = m_out.size() == own && std::ranges::any_of(parts, [](const Part& part) {
                            return part.figureClass == FigureClass::Time;
                        });
    }

    static Claim bareOf(Claim claim) {
        claim.statistic = ClaimStatistic::Unstated;
        return claim;
    }

    // "P50 and p95 TTFT are 31 ms and 40 ms": several in a row before the first figure.
    std::vector<Span> listedStatistics(const std::vector<Part>& parts) const {
        static constexpr auto links =
            std::to_array<std::string_view>({"and", ",", ", and", "/", "&", "、", "和", "与", "與", "及"});
        std::vector<Span> run;
        if (parts.size() < 2 || parts[0].figureClass != FigureClass::Time)
            return run;
        for (const ClaimWordAt& one : m_words.words) {
            if (one.word < ClaimWord::P50 || one.word > ClaimWord::Mean ||
                !within(one.span, {parts[0].own.begin, parts[0].figure->span.begin}))
                continue;
            if (!run.empty() &&
                std::ranges::find(links,
                                  trim(words({run.back().end, std::max(run.back().end, one.span.begin)}))) ==
                    links.end())
                run.clear();
            run.push_back(one.span);
        }
        if (run.size() < 2)
            run.clear();
        return run;
    }

    // The metric that words name, without what a percentile or a length alone would make of a time.
    std::optional<ClaimShape> metricIn(Span own) const {
        for (const ClaimWord word : {ClaimWord::FirstToken, ClaimWord::PerToken, ClaimWord::Latency})
            if (m_words.says(word, own))
                return claimShape(FigureClass::Time, m_words, own, false);
        return std::nullopt;
    }

    bool saysStatistic(Span own) const {
        Claim claim;
        stateStatistic(claim, m_words, own, own);
        return claim.statistic != ClaimStatistic::Unstated;
    }

    // "The maximum latency is 80 ms on Azure and 95 ms on AWS": a figure that names nothing of its own goes
    // with the one before.
    Aside asideOf(const Part& part, Aside before) const {
        if (const Aside own = asideIn(text(), part.own, part.figure->span, m_words); own != Aside::None)
            return own;
        if (before == Aside::Statistic)
            return metricIn(part.own) || saysStatistic(part.own) ? Aside::None : before;
        if (before == Aside::Other) {
            const auto metric = metricIn(part.own);
            const bool named =
                std::ranges::any_of(m_words.names,
                                    [&](const NameAt& one) { return within(one.span, part.own); }) ||
                std::ranges::any_of(m_words.models,
                                    [&](const ModelAt& one) { return within(one.span, part.own); });
            return metric && (named || metric->span != ClaimSpan::EndToEnd) ? Aside::None : before;
        }
        return Aside::None;
    }

    // "TTFT is 31 ms at p50 and 33 ms at p90": whose metric a time has that names none itself. "… and a
    // 500-token answer takes 2 s" speaks of the whole one.
    std::optional<ClaimShape> metricElsewhere(const Part& part, Span sentence, const Quantity* tokens) const {
        const Span figure = part.figure->span;
        if (tokens != nullptr && within(tokens->span, part.own) && tokens->span.begin < figure.begin) {
            const std::string_view before = words({part.own.begin, figure.begin});
            for (const std::string_view answer :
                 {"take",    "took", "need",   "answer",  "response", "reply", "replies",
                  "generat", "writ", "produc", "complet", "需",       "生成",  "回答",
                  "要",      "花",   "回應",   "回应",    "產生",     "产生"})
                if (before.find(answer) != before.npos)
                    return std::nullopt;
        }
        if (m_metric)
            return m_metric;
        const bool named =
            metricIn({m_lastOwn.begin, std::max(m_lastOwn.begin, m_figures.back().span.begin)}).has_value();
        return named ? std::nullopt : metricIn({m_figures.back().span.end, sentence.end});
    }

    // "Azure and AWS have a latency of 1.5 s": one figure of all who are named together; empty for one alone.
    std::vector<ClaimSubject> togetherWith(const ClaimSubject& subject, Span figure, Span sentence) const {
        static constexpr std::array<std::string_view, 9> links{"and", "and on", "or", "、", "和",
                                                               "與",  "与",     "及", "跟"};
        static constexpr std::array<std::string_view, 5> spans{"between", "from", "Between", "From", "介於"};
        std::vector<const NameAt*> list;
        for (const NameAt& name : m_words.names) {
            if (!within(name.span, sentence) || name.span.end > figure.begin)
                continue;
            if (!list.empty()) {
                const std::string_view between =
                    trim(text().substr(list.back()->span.end, name.span.begin - list.back()->span.end));
                if (std::ranges::find(links, between) == links.end())
                    list.clear();
            }
            list.push_back(&name);
        }
        const auto isOne = [&](const NameAt* name) { return name->subject.name == subject.name; };
        if (list.size() < 2 || !isOne(list.back()))
            return {};
        const std::string_view before =
            trim(text().substr(sentence.begin, list.front()->span.begin - sentence.begin));
        if (std::ranges::any_of(spans, [&](std::string_view word) { return before.ends_with(word); }))
            return {}; // "between Azure and AWS"
        std::vector<ClaimSubject> out;
        for (const NameAt* const name : list)
            if (!name->subject.providers.empty())
                out.push_back(name->subject);
        return out;
    }

    std::vector<std::vector<ClaimSubject>> sidesOf(const std::vector<Part>& parts) const {
        std::vector<ListedFigure> figures;
        figures.reserve(parts.size());
        for (const Part& part : parts)
            figures.push_back({part.own, part.figureClass});
        return data::sidesOf(text(), figures, m_words);
    }

    // The figures that could be claims; the words between two belong to the first up to a comma or an "and".
    std::vector<Part> partsOf(Span sentence) {
        std::vector<Part> parts;
        for (const Quantity& figure : m_figures) {
            if (!within(figure.span, sentence) || isCompared(figure.span) || isDenied(text(), figure.span))
                continue;
            TokenSide side = TokenSide::Unstated;
            const FigureClass known = figureClass(figure, text().substr(figure.span.end));
            if (known != FigureClass::None) {
                parts.push_back({&figure, known, false, {}, side});
            } else if (const Quantity* const rate = rateOf(figure)) {
                parts.push_back({rate, FigureClass::TokenRate, false, {}, side});
            } else if (const Quantity* const price = priceOf(figure, side)) {
                parts.push_back({price, FigureClass::Price, false, {}, side});
            } else if (!parts.empty() && continues(*parts.back().figure, figure)) {
                parts.push_back({&figure, parts.back().figureClass, true, {}, side});
            }
        }
        joinEnds(parts, sentence);
        std::size_t begin = sentence.begin;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            parts[i].own.begin = begin;
            if (i + 1 < parts.size())
                begin = cut(parts[i].figure->span.end, parts[i + 1].figure->span.begin);
            parts[i].own.end = i + 1 < parts.size() ? begin : sentence.end;
        }
        return parts;
    }

    // "Ranges from 0.8 s to 1.1 s" is one figure; of "fell from 2.0 s to 1.5 s" only what it came to is so
    // today.
    void joinEnds(std::vector<Part>& parts, Span sentence) {
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            const Quantity& a = *parts[i].figure;
            const Quantity& b = *parts[i + 1].figure;
            const bool up = a.role == Role::From && b.role == Role::To;
            if (!(up || (a.role == Role::To && b.role == Role::From)) ||
                parts[i].figureClass != parts[i + 1].figureClass)
                continue;
            if (up && m_words.says(ClaimWord::Ranges, sentence) && a.kind == QuantityKind::Scalar &&
                b.kind == QuantityKind::Scalar && a.value.toDouble() < b.value.toDouble()) {
                Quantity range = a;
                range.kind = QuantityKind::Range;
                range.low = a.value;
                range.high = b.value;
                range.span.end = b.span.end;
                range.role = Role::None;
                m_made.push_back(std::move(range));
                parts[i].figure = &m_made.back();
                parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            } else {
                parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(up ? i : i + 1));
            }
        }
    }

    // 每秒可輸出 150 個 token: the second stands before.
    const Quantity* rateOf(const Quantity& count) {
        if (!isTokenCount(count))
            return nullptr;
        std::string_view before = trim(text().substr(0, count.span.begin));
        for (const std::string_view between : {"約", "约", "大約", "大约", "輸出", "输出", "生成", "產生",
                                               "产生", "吐出", "處理", "处理", "可以", "可", "能"})
            if (before.ends_with(between))
                before = trim(before.substr(0, before.size() - between.size()));
        if (!before.ends_with("每秒"))
            return nullptr;
        Quantity rate = count;
        rate.per = Per{Decimal{1, 0}, "second"};
        m_made.push_back(std::move(rate));
        return &m_made.back();
    }

    // What it is the price of stands apart from the money.
    const Quantity* priceOf(const Quantity& money, TokenSide& side) {
        if (money.dimension != Dimension::Currency || money.per)
            return nullptr;
        const auto around = tokenPriceAround(text(), money.span);
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

    // "60 ms earlier", 快 60 毫秒, "by 60 ms": a difference and no level.
    bool isCompared(Span figure) const {
        for (const ClaimWordAt& one : m_words.words) {
            const bool behind = one.span.begin >= figure.end && one.span.begin <= figure.end + 1;
            const bool before = one.span.end <= figure.begin && one.span.end + 1 >= figure.begin;
            if (one.word == ClaimWord::Compared && (behind || before))
                return true;
            if (one.word == ClaimWord::By && before)
                return true;
        }
        return false;
    }

    // "120 req/s … against 110–115": a number without a unit after "against" and its like.
    bool continues(const Quantity& before, const Quantity& number) const {
        const Span gap{before.span.end, number.span.begin};
        const bool plain = number.dimension == Dimension::Number && number.unit.empty() &&
                           (number.kind == QuantityKind::Scalar || number.kind == QuantityKind::Range);
        const std::string_view behind = text().substr(number.span.end);
        if (!plain || !m_words.says(ClaimWord::Apart, gap) || behind.starts_with("×") ||
            behind.starts_with("x") || behind.starts_with(" ×") || behind.starts_with("-"))
            return false;
        const double a = before.kind == QuantityKind::Range ? before.low.toDouble() : before.value.toDouble();
        const double b = number.kind == QuantityKind::Range ? number.low.toDouble() : number.value.toDouble();
        return a > 0 && b > 0 && a < farthestNumber * b && b < farthestNumber * a;
    }

    std::size_t cut(std::size_t from, std::size_t to) const {
        std::size_t at = to;
        for (const ClaimWordAt& one : m_words.words)
            if (one.word == ClaimWord::Apart && one.span.begin >= from && one.span.end <= to) {
                at = one.span.begin;
                break;
            }
        int depth = 0;
        for (std::size_t i = from; i < at; ++i) {
            const std::string_view rest = text().substr(i);
            if (rest.starts_with('(') || rest.starts_with("（"))
                ++depth;
            else if (rest.starts_with(')') || rest.starts_with("）"))
                depth = std::max(0, depth - 1);
            else if (depth == 0)
                for (const std::string_view mark : {",", ";", "，", "；", "、", " – ", " — "})
                    if (rest.starts_with(mark))
                        return std::min(i, cutName(from, i, true));
        }
        const std::size_t bracket = cutBracket(from, to);
        if (bracket < at)
            return bracket;
        at = std::min(at, cutName(from, to, true));
        return at < to ? at : std::min(asideBegins(text(), {from, to}, m_words), cutName(from, to, false));
    }

    // "31 ms (p95 40 ms)": the second figure is in a bracket that opens between the two; what stands before a
    // comma there is still said of the first.
    std::size_t cutBracket(std::size_t from, std::size_t to) const {
        std::size_t open = to, comma = to;
        for (std::size_t i = from; i < to; ++i) {
            const std::string_view rest = text().substr(i);
            if (rest.starts_with('(') || rest.starts_with("（")) {
                open = i;
                comma = to;
            } else if (rest.starts_with(')') || rest.starts_with("）")) {
                open = comma = to;
            } else if (open < to) {
                for (const std::string_view mark : {",", ";", "，", "；", "、"})
                    if (rest.starts_with(mark))
                        comma = i;
            }
        }
        // "P95 (40 ms) is above the median (31 ms)": each figure alone in a bracket belongs to the words
        // before.
        if (open < to && trim(text().substr(open, to - open)).size() <= std::string_view("（").size())
            for (const std::string_view close : {")", "）"})
                if (text().substr(from).starts_with(close))
                    return from + close.size();
        return comma < to ? comma : open;
    }

    // "Azure's TTFT of 31 ms beats AWS Bedrock's 36 ms": whose the second figure is stands right before it.
    std::size_t cutName(std::size_t from, std::size_t to, bool beatenOnly) const {
        static constexpr auto over = std::to_array<std::string_view>(
            {"beats", "beat",     "beating", "outperforms", "outpaces", "undercuts", "trails",
             "tops",  "ahead of", "优于",    "優於",        "低于",     "低於",      "高于",
             "高於",  "胜过",     "勝過",    "快于",        "快於",     "慢于"});
        std::size_t at = to;
        Span chain; // "AWS Bedrock" is two names
        for (const NameAt& name : m_words.names) {
            if (name.span.begin < from || name.span.end > to)
                continue;
            const bool joined =
                chain.end > 0 &&
                trim(text().substr(chain.end, std::max(name.span.begin, chain.end) - chain.end)).empty();
            chain = {joined ? chain.begin : name.span.begin, name.span.end};
            const std::string_view before = trim(text().substr(from, name.span.begin - from));
            const std::string_view behind = text().substr(name.span.end, to - name.span.end);
            const bool owns =
                !beatenOnly && !standsAfterOn(name) &&
                (behind.starts_with("'s ") || behind.starts_with("’s ") || trim(behind).starts_with("的"));
            if (owns ||
                std::ranges::any_of(over, [&](std::string_view word) { return before.ends_with(word); }))
                at = std::min(at, chain.begin);
        }
        return at;
    }

    std::optional<Claim> claimOf(const Part& part, Span sentence, const Claim* before) {
        const Quantity* tokens = tokensOf(part.own, sentence);
        if (tokens != nullptr && tokens->span.begin == part.figure->span.begin)
            tokens = nullptr; // a rate's own
        const bool tokensInPart = tokens != nullptr && within(tokens->span, part.own);
        auto shape = claimShape(part.figureClass, m_words, part.own, tokensInPart);
        const bool alike = before != nullptr && sameDimension(part.figureClass, *before);
        if (part.figureClass == FigureClass::Time && !metricIn(part.own)) {
            if (isUnknownMetric(text(), part.own, part.figure->span, m_words))
                return std::nullopt;
            if (const auto metric = metricElsewhere(part, sentence, tokens);
                metric && (shape || m_metric) && !m_words.says(ClaimWord::Downtime, part.own))
                shape = metric;
            else if (shape && alike && !tokensInPart)
                shape = ClaimShape{before->kind, before->span};
        }
        if ((!shape || part.bare) && alike)
            shape = ClaimShape{before->kind, before->span};
        if (!shape)
            shape = claimShape(part.figureClass, m_words, sentence, tokens != nullptr);
        const bool answers = !shape && part.figureClass == FigureClass::Time && isAnswer(part, sentence);
        if (answers)
            shape = ClaimShape{ClaimKind::Latency, ClaimSpan::EndToEnd};
        if (!shape)
            return std::nullopt;
        Claim claim;
        claim.kind = shape->kind;
        claim.span = shape->span;
        stateFigure(claim, *part.figure, part.figureClass);
        if (claim.kind == ClaimKind::Latency && claim.stated.bound == ClaimBound::Exact &&
            !claim.stated.range() && isLimit(text(), part.figure->span))
            claim.stated.bound = ClaimBound::AtMost;
        if (part.bare)
            claim.unit = before != nullptr ? before->unit : claim.unit;
        stateStatistic(claim, m_words, part.own, part.figure->span);
        if (tokens != nullptr && (claim.kind == ClaimKind::Latency || claim.kind == ClaimKind::Speed)) {
            claim.tokens = tokenCountOf(*tokens);
            claim.side = tokenSideNear(m_words, tokens->span, sentence, tokenReach);
        }
        if (claim.kind == ClaimKind::Price)
            claim.side = part.side != TokenSide::Unstated
                             ? part.side
                             : tokenSideNear(m_words, part.figure->span, part.own, longestWords);
        claim.setting = hardwareIn(text(), m_words, part.own);
        claim.contract = claim.kind == ClaimKind::Availability && m_words.says(ClaimWord::Contract, sentence);
        claim.expected = claim.expected || m_words.says(ClaimWord::Expected, part.own);
        claim.future = isForetold(text(), sentence, *part.figure, m_figures, m_words,
                                  m_article.article->published.earliest);
        readPlaces(claim, part.own, part.figure->span, sentence);
        claim.subject = subjectOf(part.own, part.figure->span, sentence);
        if (alike && before->kind == claim.kind) {
            if (claim.subject.name.empty())
                claim.subject = before->subject;
            inherit(claim, *before);
        }
        // "1.4 s on Azure and 1.7 s on AWS in median": behind the last figure it is said of all.
        if (claim.statistic == ClaimStatistic::Unstated && before == nullptr && isOfAll())
            stateStatistic(claim, m_words, {m_figures.back().span.end, sentence.end}, part.figure->span);
        if (claim.subject.name.empty())
            claim.subject = subjectElsewhere(sentence, part.figure->span, claim);
        if (answers && claim.subject.providers.empty())
            return std::nullopt;
        claim.words = std::string(utf8Prefix(trim(words(sentence)), longestWords));
        const Evidence evidence = evidenceOf(*m_article.article, m_text, part.figure->span);
        claim.evidence.begin = evidence.span.begin;
        claim.evidence.end = evidence.span.end;
        claim.evidence.quote = evidence.quote;
        claim.evidence.block = evidence.block;
        return claim;
    }

    // Of "31 ms and 33 ms at p90" and "31 ms (40 ms at p95)" the last words are only the last figure's.
    bool isOfAll() const {
        const std::size_t end = m_figures.back().span.end;
        const std::string_view before = words({m_lastOwn.begin, std::max(m_lastOwn.begin, end)});
        return before.find('(') == before.npos && before.find("（") == before.npos &&
               std::ranges::any_of(m_words.names,
                                   [&](const NameAt& one) { return within(one.span, m_lastOwn); });
    }

    // Whoever can be asked "takes 1.6 seconds": to answer, where nothing else is spoken of.
    bool isAnswer(const Part& part, Span sentence) const {
        const Quantity& time = *part.figure;
        const double most = (time.kind == QuantityKind::Range ? time.high : time.value).toDouble();
        return most <= longestAnswer && !m_timeOfOther &&
               isAnswerTime(text(), m_context, sentence, time.span, m_words);
    }

    static bool sameDimension(FigureClass figure, const Claim& claim) {
        switch (figure) {
        case FigureClass::Time:
            return claim.kind == ClaimKind::Latency;
        case FigureClass::TokenRate:
            return claim.unit == "token/s";
        case FigureClass::RequestRate:
            return claim.unit == "req/s";
        case FigureClass::Price:
            return claim.kind == ClaimKind::Price;
        case FigureClass::Percent:
            return claim.kind == ClaimKind::Availability;
        case FigureClass::None:
            break;
        }
        return false;
    }

    const Quantity* lengthOf(const Quantity& figure) {
        if (isTokenCount(figure))
            return isOfASecond(text(), figure.span) ? nullptr : &figure;
        if (!countsTokens(text(), figure) || isOfASecond(text(), figure.span))
            return nullptr;
        Quantity count = figure;
        count.dimension = Dimension::Count;
        count.unit = "token";
        if (!isTokenCount(count))
            return nullptr;
        m_made.push_back(std::move(count));
        return &m_made.back();
    }

    // A length in tokens: that of the part, else the only one of the sentence.
    const Quantity* tokensOf(Span own, Span sentence) {
        const Quantity* found = nullptr;
        int count = 0;
        for (const Quantity& figure : m_figures) {
            if (!within(figure.span, sentence))
                continue;
            const Quantity* const length = lengthOf(figure);
            if (length == nullptr)
                continue;
            if (within(figure.span, own))
                return length;
            found = length;
            ++count;
        }
        return count == 1 ? found : nullptr;
    }

    // The nearest of a list before the figure, else the first after it.
    template <typename List>
    static const typename List::value_type* nearest(const List& list, Span own, Span figure) {
        const typename List::value_type* found = nullptr;
        for (const auto& one : list) {
            if (!within(one.span, own))
                continue;
            if (one.span.end <= figure.begin)
                found = &one;
            else if (found == nullptr && one.span.begin >= figure.end)
                return &one;
        }
        return found;
    }
    template <typename List>
    static const typename List::value_type* only(const List& list, Span sentence) {
        const typename List::value_type* found = nullptr;
        for (const auto& one : list)
            if (within(one.span, sentence)) {
                if (found != nullptr)
                    return nullptr;
                found = &one;
            }
        return found;
    }

    void readPlaces(Claim& claim, Span own, Span figure, Span sentence) const {
        const ModelAt* model = nearest(m_words.models, own, figure);
        if (model == nullptr)
            model = only(m_words.models, sentence);
        if (model != nullptr) {
            claim.model = model->name;
            claim.modelMakers = model->makers;
        }
        const RegionAt* region = nearest(m_words.regions, own, figure);
        if (region == nullptr)
            region = only(m_words.regions, sentence);
        if (region != nullptr) {
            claim.region = std::string(words(region->span));
            claim.regionIds = region->ids;
        }
    }

    bool standsAfterOn(const NameAt& name) const {
        return std::ranges::any_of(m_words.words, [&](const ClaimWordAt& one) {
            return one.word == ClaimWord::On && one.span.end <= name.span.begin &&
                   name.span.begin <= one.span.end + 5; // "on the"
        });
    }

    // Who hosts goes before who made the model, who can be asked before who cannot; then the nearest before
    // the figure.
    ClaimSubject subjectOf(Span own, Span figure, Span sentence) const {
        const auto rank = [&](const NameAt& name) {
            const bool before = name.span.end <= figure.begin;
            if (name.cloud)
                return !before && standsAfterOn(name) ? 0 : before ? 1 : 2;
            if (!name.subject.providers.empty())
                return before ? 3 : 4;
            return before ? 5 : 6;
        };
        const NameAt* best = nullptr;
        for (const NameAt& name : m_words.names) {
            if (!within(name.span, own) || !within(name.span, sentence))
                continue;
            const bool before = name.span.end <= figure.begin;
            if (best == nullptr || rank(name) < rank(*best) || (before && rank(name) == rank(*best)))
                best = &name;
        }
        return best != nullptr ? best->subject : ClaimSubject{};
    }

    // Nobody stands beside the figure: the sentence's only name, who hosts the model, its maker, whom the
    // sentence before spoke of where this one has no subject of its own.
    ClaimSubject subjectElsewhere(Span sentence, Span figure, const Claim& claim) const {
        if (const NameAt* const name = only(m_words.names, sentence))
            return name->subject;
        for (const NameAt& name : m_words.names)
            if (within(name.span, sentence) && hosts(name, claim.modelMakers))
                return name.subject;
        if (!claim.modelMakers.empty())
            return {claim.model, claim.modelMakers};
        return refersBack(text(), sentence.begin, figure.begin, m_words) ? m_last : ClaimSubject{};
    }

    void rememberName(Span sentence) {
        for (const NameAt& name : m_words.names)
            if (within(name.span, sentence) && !name.subject.providers.empty())
                m_last = name.subject;
    }

    // "… on Azure and AWS is 1.5 s and 1.7 s, respectively".
    std::optional<ClaimSubject> respectively(const std::vector<Part>& parts, std::size_t at,
                                             Span sentence) const {
        if (parts.size() < 2 || !m_words.says(ClaimWord::Respectively, sentence))
            return std::nullopt;
        std::vector<const NameAt*> names;
        for (const NameAt& name : m_words.names)
            if (within(name.span, sentence) && name.span.end <= parts.front().figure->span.begin)
                names.push_back(&name);
        if (names.size() < parts.size())
            return std::nullopt;
        return names[names.size() - parts.size() + at]->subject;
    }

    const ReadArticle& m_article;
    const ReadText& m_text;
    const Block& m_block;
    std::span<const Quantity> m_figures; // of the sentence
    ClaimWords m_words;                  // likewise
    Span m_context;                      // of the sentence and the one before
    bool m_timeOfOther = false;          // the one before has a time that is no claim
    std::list<Quantity> m_made;          // figures that were put together
    std::vector<Claim>& m_out;
    ClaimSubject m_last;
    std::optional<ClaimShape> m_metric; // that the figures before named, in the sentence
    Span m_lastOwn;                     // of the sentence's last figure
    // What the sentence before claimed, of m_out.
    struct Told {
        std::size_t first = 0, last = 0;
    };
    std::optional<Told> m_before;
};

} // namespace

void claimsOfText(const ReadArticle& article, const ReadText& text, std::vector<Claim>& out) {
    if (!figuresOf(article, text).empty())
        TextClaims(article, text, out).read();
}

} // namespace parallax::data
