// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_insertion.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

// A model, or somebody who sells.
struct Named {
    Span span;
    std::string_view name;
};

class InsertionFinder {
  public:
    InsertionFinder(const ClaimSentence& sentence, Span amount)
        : m_sentence(sentence)
        , m_amount(amount) {
        for (const ModelAt& one : sentence.words.models)
            if (isWithin(one.span, {sentence.span.begin, amount.begin}))
                m_models.push_back({one.span, one.name});
        for (const NameAt& one : sentence.words.names)
            if (isWithin(one.span, {sentence.span.begin, amount.begin}) && !one.subject.providers.empty() &&
                std::ranges::none_of(m_models, [&](const Named& model) {
                    return one.span.begin < model.span.end && model.span.begin < one.span.end;
                }))
                m_sellers.push_back({one.span, one.subject.name});
        for (const Quantity& one : sentence.figures)
            if (one.dimension == Dimension::Currency &&
                isWithin(one.span, {sentence.span.begin, amount.begin}))
                m_amounts.push_back(one.span);
    }

    bool find() const {
        return !m_amounts.empty() && !m_models.empty() && (isUnsure(m_models) || isUnsure(m_sellers));
    }

  private:
    std::string_view said(std::size_t begin, std::size_t end) const {
        return trim(m_sentence.said({begin, end}));
    }

    static bool severalOf(const std::vector<Named>& list) {
        return std::ranges::any_of(list, [&](const Named& one) { return one.name != list.front().name; });
    }

    bool isUnsure(const std::vector<Named>& list) const {
        if (!severalOf(list))
            return false;
        const Named& last = list.back();
        const std::size_t before = m_amounts.back().end;
        if (isAside(last))
            return true;
        const bool attached = isAttached(last);
        if (isCompared(last)) // "than Opus 4.5 at $25", but "versus Nova Pro, and $0.24"
            return !attached || clauseBehind(last);
        if (attached)
            return false;
        if (last.span.begin >= before) // named behind the amount before: for this one
            return false;
        const std::string_view gap = m_sentence.said({before, m_amount.begin});
        for (const std::string_view mark : {";", "；", "—", ")", "）"})
            if (gap.find(mark) != gap.npos)
                return true;
        // One amount of each so far: "$0.27, GPT-4o $2.50, output $1.10" may go on with either.
        const auto other =
            std::find_if(list.rbegin(), list.rend(), [&](const Named& one) { return one.name != last.name; });
        return countBetween(other->span.end, last.span.begin) == 1 &&
               countBetween(last.span.end, m_amount.begin) == 1 && m_models.size() > 1;
    }

    int countBetween(std::size_t begin, std::size_t end) const {
        return static_cast<int>(std::ranges::count_if(m_amounts, [&](Span one) {
            return isWithin(one, {begin, end});
        }));
    }

    // Right before the amount: "Claude Opus 4.5 at $25", "(GPT-4o: $2.50)", GPT-4o 為 2.5 美元.
    bool isAttached(const Named& named) const {
        const std::string small = lowerAscii(said(named.span.end, m_amount.begin));
        std::string_view rest = small;
        while (!rest.empty()) {
            TurnAt link = turnAtBegin(rest, Turn::AmountLinks);
            for (const Turn side : {Turn::InputNouns, Turn::OutputNouns})
                if (const TurnAt found = turnAtBegin(rest, side); found.size > link.size)
                    link = found;
            if (!link)
                return false;
            rest = trim(rest.substr(link.size));
        }
        return true;
    }

    // In brackets that are closed before the amount, or told with an amount or a part of its own.
    bool isAside(const Named& named) const {
        const std::string_view behind = m_sentence.said({named.span.end, m_amount.begin});
        const std::string_view ahead = m_sentence.said({m_sentence.span.begin, named.span.begin});
        for (const auto& [open, close] :
             {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {" — ", " — "}}) {
            const std::size_t opened = ahead.rfind(open);
            const bool inside =
                opened != ahead.npos && (open == close || ahead.find(close, opened) == ahead.npos);
            if (inside && behind.find(close) != behind.npos)
                return true;
        }
        const std::string small = lowerAscii(trim(ahead));
        return turnAtEnd(small, Turn::Measures) || turnAtBegin(lowerAscii(trim(behind)), Turn::PartsOf) ||
               (isBehindAmount(named) && turnAtEnd(small, Turn::OfModel));
    }

    bool isCompared(const Named& named) const {
        return static_cast<bool>(
            turnAtEnd(lowerAscii(said(m_sentence.span.begin, named.span.begin)), Turn::Comparatives));
    }

    bool clauseBehind(const Named& named) const {
        const std::string_view behind = said(named.span.end, m_amount.begin);
        return (behind.starts_with(",") && !behind.starts_with(", at")) || behind.starts_with("，");
    }

    // "$3 for Claude Sonnet 4.5": behind its own amount.
    bool isBehindAmount(const Named& named) const { return named.span.begin >= m_amounts.back().end; }

    const ClaimSentence& m_sentence;
    Span m_amount;
    std::vector<Named> m_models, m_sellers; // before the amount
    std::vector<Span> m_amounts;            // likewise
};

} // namespace

bool isBehindInsertion(const ClaimSentence& sentence, Span amount) {
    return InsertionFinder(sentence, amount).find();
}

} // namespace parallax::data
