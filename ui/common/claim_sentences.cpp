// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/claim_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "data/claim/claim_unread.h"
#include "ui/common/claim_code_texts.h"
#include "ui/common/format.h"

namespace parallax::ui {

namespace {

using data::Claim;
using data::ClaimKind;
using data::ClaimSpan;
using data::ClaimStatistic;
using data::TokenSide;
using latency::ClaimMeasure;
using latency::ClaimReading;
using latency::ClaimVerdict;
using latency::ReadingResult;

struct ClaimSentences {
    Q_DECLARE_TR_FUNCTIONS(ClaimSentences)
};

QString say(const char* text) {
    return ClaimSentences::tr(text);
}

// At most four significant digits, without zeros behind; the locale's own marks.
QString amount(double value) {
    return formatNumber(QString::number(value, 'g', std::abs(value) >= 1000 ? 15 : 4).toDouble());
}

QString dollars(double value) {
    return QLatin1Char('$') + formatNumber(value, value != 0 && std::abs(value) < 0.1 ? 4 : 2);
}

QString percent(double value) {
    return ClaimSentences::tr("%1 %", "a percentage").arg(formatNumber(std::round(value * 1e4) / 1e4));
}

QString withUnit(double value, const Claim& claim, ClaimMeasure measure) {
    if (measure == ClaimMeasure::PairedRatio)
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 times")).arg(amount(value));
    if (measure == ClaimMeasure::ListPrice)
        return dollars(value);
    if (claim.unit == "%")
        return percent(value);
    if (claim.unit == "s")
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 s")).arg(amount(value));
    if (claim.unit == "token/s")
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 tokens/s")).arg(amount(value));
    if (claim.unit == "req/s")
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 requests/s")).arg(amount(value));
    return amount(value) + QLatin1Char(' ') + fromUtf8(claim.unit);
}

QString between(double low, double high, const Claim& claim, ClaimMeasure measure) {
    if (std::isinf(low))
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "at most %1")).arg(withUnit(high, claim, measure));
    const bool whole = claim.unit == "%" && high >= 100;
    if (std::isinf(high) || whole)
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "at least %1")).arg(withUnit(low, claim, measure));
    if (low == high)
        return withUnit(low, claim, measure);
    return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 to %2"))
        .arg(withUnit(low, claim, measure), withUnit(high, claim, measure));
}

QString intervalText(const latency::Interval& interval, const Claim& claim, ClaimMeasure measure) {
    return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 to %2"))
        .arg(withUnit(interval.low, claim, measure), withUnit(interval.high, claim, measure));
}

QString statisticText(ClaimStatistic statistic, double quantile) {
    if (statistic == ClaimStatistic::Mean)
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "mean"));
    if (statistic != ClaimStatistic::Quantile)
        return {};
    if (quantile == 0.5)
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "median"));
    return QLatin1Char('p') + formatNumber(100 * quantile, quantile > 0.99 ? 1 : 0);
}

QString lengthText(TokenSide side, std::int64_t tokens) {
    if (tokens == 0)
        return {};
    const QString count = formatCount(tokens);
    switch (side) {
    case TokenSide::Input:
    case TokenSide::CachedInput:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "prompt of %1 tokens")).arg(count);
    case TokenSide::Output:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "answer of %1 tokens")).arg(count);
    case TokenSide::Total:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "prompt and answer of %1 tokens together")).arg(count);
    default:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 tokens")).arg(count);
    }
}

QString sideText(TokenSide side) {
    switch (side) {
    case TokenSide::Input:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "input"));
    case TokenSide::Output:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "output"));
    case TokenSide::CachedInput:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "cached input"));
    case TokenSide::Blended:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "three parts of input to one of output"));
    case TokenSide::Total:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "input and output in equal parts"));
    case TokenSide::Unstated:
        break;
    }
    return {};
}

QString kindText(const Claim& claim) {
    switch (claim.kind) {
    case ClaimKind::Latency:
        return claim.span == ClaimSpan::FirstToken
                   ? say(QT_TRANSLATE_NOOP("ClaimSentences", "time to the first token"))
               : claim.span == ClaimSpan::PerToken
                   ? say(QT_TRANSLATE_NOOP("ClaimSentences", "time for each token"))
                   : say(QT_TRANSLATE_NOOP("ClaimSentences", "latency"));
    case ClaimKind::Speed:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "output speed"));
    case ClaimKind::Throughput:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "throughput"));
    case ClaimKind::Price:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "price"));
    case ClaimKind::Availability:
        return claim.contract ? say(QT_TRANSLATE_NOOP("ClaimSentences", "promised availability"))
                              : say(QT_TRANSLATE_NOOP("ClaimSentences", "availability"));
    }
    return {};
}

QString measureText(ClaimMeasure measure) {
    switch (measure) {
    case ClaimMeasure::EndToEnd:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "time to the last token"));
    case ClaimMeasure::FirstToken:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "time to the first token"));
    case ClaimMeasure::PerToken:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "time for each token"));
    case ClaimMeasure::DecodeSpeed:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "tokens a second after the first"));
    case ClaimMeasure::EndToEndSpeed:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "tokens a second from the request on"));
    case ClaimMeasure::PairedRatio:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "comparison with the other, prompt by prompt"));
    case ClaimMeasure::ListPrice:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "list price"));
    case ClaimMeasure::Contract:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "what the contract promises"));
    case ClaimMeasure::Observed:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "share of requests that were answered"));
    case ClaimMeasure::Rate:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "rate of a whole machine"));
    }
    return {};
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(ClaimSentences::tr(", ", "between parts of a list"));
}

// "2026-03" of a month, "2026" of a year.
QString timeText(const std::string& from, const std::string& to) {
    QString first = fromUtf8(from);
    const QString last = fromUtf8(to);
    if (first == last)
        return first;
    const bool month =
        first.left(7) == last.left(7) && first.endsWith(QLatin1String("-01")) && last.mid(8).toInt() >= 28;
    if (month)
        return first.left(7);
    if (first.left(4) == last.left(4) && first.endsWith(QLatin1String("-01-01")) &&
        last.endsWith(QLatin1String("-12-31")))
        return first.left(4);
    return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 to %2")).arg(first, last);
}

// Whose contract it is, since when a list holds, of which time or load the claim is.
QString circumstance(const Claim& claim, const ReadingResult& result) {
    if (!result.service.empty())
        return fromUtf8(result.service);
    if (!claim.terms.empty())
        return fromUtf8(claim.terms);
    if (result.reading.measure == ClaimMeasure::ListPrice) {
        if (!result.validTo.empty())
            return timeText(result.validFrom, result.validTo);
        return result.validFrom.empty()
                   ? say(QT_TRANSLATE_NOOP("ClaimSentences", "on that day"))
                   : say(QT_TRANSLATE_NOOP("ClaimSentences", "since %1")).arg(fromUtf8(result.validFrom));
    }
    if (!claim.load.empty())
        return fromUtf8(claim.load);
    if (!claim.from.empty())
        return timeText(claim.from, claim.to);
    return claim.past || claim.day.empty()
               ? say(QT_TRANSLATE_NOOP("ClaimSentences", "a time before the article"))
               : fromUtf8(claim.day);
}

// Another list that held at the same time and says otherwise; empty where there is none.
QString otherLists(const latency::ClaimJudgement& judgement, const ReadingResult& decided) {
    QStringList others;
    for (const ReadingResult& one : judgement.results)
        if (decided.reading.measure == ClaimMeasure::ListPrice &&
            one.reading.measure == ClaimMeasure::ListPrice && one.reading.side == decided.reading.side &&
            one.value && decided.value && one.value != decided.value && !one.readOn.empty())
            others << say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 by %2"))
                          .arg(dollars(*one.value), fromUtf8(one.source));
    return others.isEmpty()
               ? QString()
               : say(QT_TRANSLATE_NOOP("ClaimSentences", "Lists disagree: %1.")).arg(joined(others));
}

// The reason without what unread words add to it.
std::string withoutUnread(const std::string& reason) {
    const std::string_view ending = latency::unreadEnding;
    return reason.ends_with(ending) ? reason.substr(0, reason.size() - ending.size()) : reason;
}

// The words that were not read, by where they stand: “x”, “y” in the sentence, “z” beside it.
QString unreadWordsText(const Claim& claim) {
    QStringList own, beside;
    std::size_t told = 0;
    const auto tell = [&](const std::vector<std::string>& words) {
        for (const std::string& word : words) {
            QStringList& to = claim.words.find(word) != std::string::npos ? own : beside;
            const QString quoted = say(QT_TRANSLATE_NOOP("ClaimSentences", "“%1”")).arg(fromUtf8(word));
            if (told > data::mostUnreadTold || to.contains(quoted))
                continue;
            to << (told++ < data::mostUnreadTold ? quoted : QStringLiteral("…"));
        }
    };
    tell(claim.unread);
    if (claim.unread.empty())
        tell(claim.unreadBeside);
    if (beside.isEmpty())
        return joined(own);
    const QString around =
        say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 in the text beside its sentence")).arg(joined(beside));
    return own.isEmpty() ? around
                         : ClaimSentences::tr("%1; %2", "words of a sentence, words beside it")
                               .arg(joined(own), around);
}

QString unreadText(const Claim& claim) {
    QStringList words;
    for (const std::string& word : claim.unread.empty() ? claim.unreadBeside : claim.unread) {
        if (static_cast<std::size_t>(words.size()) > data::mostUnreadTold)
            break;
        words << (static_cast<std::size_t>(words.size()) < data::mostUnreadTold
                      ? say(QT_TRANSLATE_NOOP("ClaimSentences", "“%1”")).arg(fromUtf8(word))
                      : QStringLiteral("…"));
    }
    return say(QT_TRANSLATE_NOOP(
                   "ClaimSentences",
                   "But the sentence or the text around it has words that may change its meaning, or "
                   "that this program does not understand (%1)."))
        .arg(joined(words));
}

// What an open verdict has to show: "Fits the list ($2.50, …), but not all words were read: …". Empty of a
// result that does not hang on the words.
QString openText(const Claim& claim, const ReadingResult& result) {
    if (!result.reason.ends_with(latency::unreadEnding) || !result.value)
        return {};
    const std::string reason = withoutUnread(result.reason);
    const bool differs = reason.find("differs") != std::string::npos || reason.starts_with("outside") ||
                         reason.starts_with("refuted");
    const char* text = nullptr;
    switch (result.reading.measure) {
    case ClaimMeasure::ListPrice:
        text = differs ? QT_TRANSLATE_NOOP("ClaimSentences",
                                           "Differs from the list (%1, %2), but not all words were read: %3")
                       : QT_TRANSLATE_NOOP("ClaimSentences",
                                           "Fits the list (%1, %2), but not all words were read: %3");
        break;
    case ClaimMeasure::Contract:
        text = differs
                   ? QT_TRANSLATE_NOOP(
                         "ClaimSentences",
                         "Differs from the service level (%1, %2), but not all words were read: %3")
                   : QT_TRANSLATE_NOOP("ClaimSentences",
                                       "Fits the service level (%1, %2), but not all words were read: %3");
        break;
    default:
        text = differs
                   ? QT_TRANSLATE_NOOP(
                         "ClaimSentences",
                         "Differs from what was measured (%1, %2), but not all words were read: %3")
                   : QT_TRANSLATE_NOOP("ClaimSentences",
                                       "Fits what was measured (%1, %2), but not all words were read: %3");
        break;
    }
    return say(text).arg(withUnit(*result.value, claim, result.reading.measure), fromUtf8(result.source),
                         unreadWordsText(claim));
}

} // namespace

QString statedText(const Claim& claim) {
    if (claim.kind == ClaimKind::Price) {
        const auto money = [&](double value) {
            return claim.unit == "USD" ? dollars(value)
                                       : amount(value) + QLatin1Char(' ') + fromUtf8(claim.unit);
        };
        const QString figure = claim.stated.range()
                                   ? say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 to %2"))
                                         .arg(money(claim.stated.low), money(claim.stated.high))
                                   : money(claim.stated.low);
        const QString bounded = claim.stated.bound == data::ClaimBound::AtLeast
                                    ? say(QT_TRANSLATE_NOOP("ClaimSentences", "at least %1")).arg(figure)
                                : claim.stated.bound == data::ClaimBound::AtMost
                                    ? say(QT_TRANSLATE_NOOP("ClaimSentences", "at most %1")).arg(figure)
                                    : figure;
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 for %2 tokens"))
            .arg(bounded, formatCount(static_cast<qint64>(claim.perTokens)));
    }
    latency::Interval stated{claim.stated.low, claim.stated.high};
    if (claim.stated.bound != data::ClaimBound::Exact)
        stated = latency::acceptedFor(claim.stated);
    return between(stated.low, stated.high, claim, ClaimMeasure::EndToEnd);
}

QString claimText(const Claim& claim) {
    const QString details =
        joined({claim.kind == ClaimKind::Price ? sideText(claim.side)
                                               : statisticText(claim.statistic, claim.quantile),
                claim.kind == ClaimKind::Price ? QString() : lengthText(claim.side, claim.tokens),
                fromUtf8(claim.model), fromUtf8(claim.region), fromUtf8(claim.setting)});
    const QString what =
        details.isEmpty()
            ? kindText(claim)
            : ClaimSentences::tr("%1 (%2)", "what is claimed, its details").arg(kindText(claim), details);
    return ClaimSentences::tr("%1: %2 %3", "subject, what is claimed, figure")
        .arg(fromUtf8(claim.subject.name), what, statedText(claim));
}

QString readingText(const ClaimReading& reading) {
    QString text =
        reading.measure == ClaimMeasure::ListPrice
            ? joined({measureText(reading.measure), sideText(reading.side)})
            : joined({measureText(reading.measure), statisticText(reading.statistic, reading.quantile),
                      lengthText(reading.side, reading.tokens)});
    if (reading.impliedSpeed > 0)
        text = joined({text, say(QT_TRANSLATE_NOOP("ClaimSentences", "which takes %1 tokens/s"))
                                 .arg(amount(std::ceil(reading.impliedSpeed)))});
    return text;
}

QString verdictText(ClaimVerdict verdict) {
    switch (verdict) {
    case ClaimVerdict::Consistent:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "Consistent"));
    case ClaimVerdict::Contradicted:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "Contradicted"));
    case ClaimVerdict::NotEnoughData:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "Not enough data"));
    case ClaimVerdict::NotTestable:
        return say(QT_TRANSLATE_NOOP("ClaimSentences", "Not testable here"));
    }
    return {};
}

QString resultText(const Claim& claim, const ReadingResult& result) {
    const char* const text = resultCodeText(withoutUnread(result.reason));
    if (text == nullptr)
        return fromUtf8(result.reason);
    const ClaimMeasure measure = result.reading.measure;
    const latency::Interval interval = result.interval.value_or(latency::Interval{});
    // In one pass: a source may have a %1 in its name. What a sentence does not name is left out.
    const std::array<QString, 9> values{
        result.simulation.empty()
            ? fromUtf8(result.source)
            : ClaimSentences::tr("%1 (simulation)", "an endpoint").arg(fromUtf8(result.source)),
        withUnit(result.value.value_or(0), claim, measure),
        intervalText(interval, claim, measure),
        formatCount(static_cast<qint64>(result.n)),
        between(result.accepted.low, result.accepted.high, claim, measure),
        formatCount(static_cast<qint64>(result.needed)),
        fromUtf8(result.readOn),
        measure == ClaimMeasure::ListPrice || measure == ClaimMeasure::Contract
            ? statedText(claim)
            : withUnit(result.accepted.low, claim, measure),
        circumstance(claim, result)};
    const QString pattern = say(text);
    QString out;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number =
            pattern[i] == QLatin1Char('%') && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (number >= 1 && number <= static_cast<int>(values.size())) {
            out += values[static_cast<std::size_t>(number - 1)];
            ++i;
        } else {
            out += pattern[i];
        }
    }
    return result.reason.ends_with(latency::unreadEnding)
               ? ClaimSentences::tr("%1 %2", "two sentences").arg(out, unreadText(claim))
               : out;
}

QString judgementText(const Claim& claim, const latency::ClaimJudgement& judgement) {
    QString text = verdictText(judgement.verdict);
    const ReadingResult* decided = nullptr;
    if (judgement.decidedBy >= 0)
        decided = &judgement.results[static_cast<std::size_t>(judgement.decidedBy)];
    else if (!judgement.results.empty())
        decided = &judgement.results.front();
    if (decided != nullptr) {
        const QString open = openText(claim, *decided);
        ReadingResult fact = *decided;
        if (!open.isEmpty()) // which says already what was not read
            fact.reason = withoutUnread(fact.reason);
        text = ClaimSentences::tr("%1 (read as: %2). %3", "verdict, reading, what was found")
                   .arg(text, readingText(fact.reading), resultText(claim, fact));
        if (!open.isEmpty())
            text = ClaimSentences::tr("%1. %2", "two sentences").arg(open, text);
    }
    if (decided != nullptr)
        if (const QString others = otherLists(judgement, *decided); !others.isEmpty())
            text += QLatin1Char(' ') + others;
    if (judgement.simulated.empty())
        return text;
    // What was measured most of.
    const auto shown = std::ranges::max_element(judgement.simulated, {}, [](const ReadingResult& one) {
        return std::pair(one.interval.has_value(), one.n);
    });
    return text + QLatin1Char('\n') +
           ClaimSentences::tr("The same test on the simulation, which settles nothing: %1 (read as: %2). %3",
                              "verdict, reading, what was found")
               .arg(verdictText(shown->verdict), readingText(shown->reading), resultText(claim, *shown));
}

QString missingText(const std::string& code) {
    const char* const text = missingCodeText(code);
    return text != nullptr ? say(text) : fromUtf8(code);
}

QString missingText(const latency::ClaimJudgement& judgement) {
    if (judgement.missing.empty())
        return {};
    QStringList parts;
    for (const std::string& code : judgement.missing)
        parts << missingText(code);
    return say(QT_TRANSLATE_NOOP("ClaimSentences", "Not stated: %1.")).arg(joined(parts));
}

QString planText(const latency::ClaimPlan& plan) {
    if (plan.json.empty())
        return {};
    const QString size =
        say(QT_TRANSLATE_NOOP("ClaimSentences", "%1 requests, about %2 tokens in and at most %3 out"))
            .arg(formatCount(plan.requests), formatCount(plan.inputTokens), formatCount(plan.outputTokens));
    QString cost = say(QT_TRANSLATE_NOOP("ClaimSentences", "at a price that is not known here"));
    if (plan.cost) {
        const QString most = dollars(static_cast<double>(*plan.cost) / 1e12);
        cost = (plan.makersPrice
                    ? say(QT_TRANSLATE_NOOP("ClaimSentences", "at most %1 by the list of the model's maker"))
                    : say(QT_TRANSLATE_NOOP("ClaimSentences", "at most %1")))
                   .arg(most);
    }
    return plan.sessions > 1
               ? say(QT_TRANSLATE_NOOP("ClaimSentences", "To settle it: %1 sessions of %2, each %3."))
                     .arg(formatCount(plan.sessions), size, cost)
               : say(QT_TRANSLATE_NOOP("ClaimSentences", "To settle it: %1, %2.")).arg(size, cost);
}

bool hasMissingText(const std::string& code) {
    return missingCodeText(code) != nullptr;
}

bool hasResultText(const std::string& reason) {
    return resultCodeText(withoutUnread(reason)) != nullptr;
}

} // namespace parallax::ui
