// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/check_sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "ui/common/check_codes.h"
#include "ui/common/format.h"

namespace parallax::ui {

namespace {

struct CheckSentences {
    Q_DECLARE_TR_FUNCTIONS(CheckSentences)
};

struct RuleWords {
    const char* name;
    const char* explanation;
};

// No default: the compiler names a rule that has no words here.
RuleWords wordsOf(data::Rule rule) {
    using data::Rule;
    switch (rule) {
    case Rule::DeltaPercent:
        return {
            QT_TRANSLATE_NOOP("CheckSentences", "Change in percent"),
            QT_TRANSLATE_NOOP("CheckSentences",
                              "The change is worked out again from the value before and the value after.")};
    case Rule::DeltaRange:
        return {
            QT_TRANSLATE_NOOP("CheckSentences", "Change of a range"),
            QT_TRANSLATE_NOOP("CheckSentences", "The change is worked out again at both ends of the range.")};
    case Rule::DeltaPoints:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Change in percentage points"),
                QT_TRANSLATE_NOOP("CheckSentences", "One percentage is subtracted from the other.")};
    case Rule::DeltaAbsolute:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Difference"),
                QT_TRANSLATE_NOOP("CheckSentences", "The value before is subtracted from the value after.")};
    case Rule::Cagr:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Compound annual growth"),
                QT_TRANSLATE_NOOP(
                    "CheckSentences",
                    "The yearly growth is worked out again from the first and the last value and the "
                    "years between them.")};
    case Rule::VagueMultiplier:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Multiple in words"),
                QT_TRANSLATE_NOOP("CheckSentences",
                                  "Words such as “doubled” are held against the ratio of the two values.")};
    case Rule::SumTotal:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Total"),
                QT_TRANSLATE_NOOP("CheckSentences", "The parts are added up again.")};
    case Rule::ShareSum:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Sum of shares"),
                QT_TRANSLATE_NOOP("CheckSentences", "Shares of one whole are 100 % together.")};
    case Rule::ShareOf:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Share of a whole"),
                QT_TRANSLATE_NOOP("CheckSentences", "The part is divided by the whole again.")};
    case Rule::PartWhole:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Part and whole"),
                QT_TRANSLATE_NOOP("CheckSentences", "A part is not larger than its whole.")};
    case Rule::SameFact:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Same fact twice"),
                QT_TRANSLATE_NOOP("CheckSentences", "Two statements of the same figure agree.")};
    case Rule::UnitLabel:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Label and unit"),
                QT_TRANSLATE_NOOP("CheckSentences", "What the heading promises is what the cells hold.")};
    case Rule::Scale:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Scale"),
                QT_TRANSLATE_NOOP("CheckSentences",
                                  "Two statements of a figure are not apart by thousand, million or 億.")};
    case Rule::Domain:
        return {
            QT_TRANSLATE_NOOP("CheckSentences", "Possible values"),
            QT_TRANSLATE_NOOP("CheckSentences", "The figure is one that such a measure can take at all.")};
    case Rule::Direction:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Direction in words"),
                QT_TRANSLATE_NOOP("CheckSentences", "Words for rise and fall are held against the figures.")};
    case Rule::Superlative:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Most, largest, first"),
                QT_TRANSLATE_NOOP("CheckSentences",
                                  "What is called the largest or the most stands first in the table.")};
    case Rule::Count:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Announced number"),
                QT_TRANSLATE_NOOP("CheckSentences", "As many things are listed as were announced.")};
    case Rule::Return:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Return"),
                QT_TRANSLATE_NOOP("CheckSentences", "Cost and return give the value.")};
    case Rule::Implied:
        return {
            QT_TRANSLATE_NOOP("CheckSentences", "Implied value"),
            QT_TRANSLATE_NOOP("CheckSentences",
                              "What must be true for the statement to hold; nothing is claimed about it.")};
    case Rule::Logic:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Words against the list"),
                QT_TRANSLATE_NOOP("CheckSentences",
                                  "“Exclusive”, “only” and “single” stand beside a list of one.")};
    case Rule::Temporal:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Order of dates"),
                QT_TRANSLATE_NOOP("CheckSentences",
                                  "Dates and deadlines fit each other and the words around them.")};
    case Rule::PriceVolume:
        return {
            QT_TRANSLATE_NOOP("CheckSentences", "Price and volume"),
            QT_TRANSLATE_NOOP("CheckSentences",
                              "How far volume must grow for revenue to grow as stated while prices fall.")};
    case Rule::TextPrefix:
        return {QT_TRANSLATE_NOOP("CheckSentences", "Repeated text"),
                QT_TRANSLATE_NOOP("CheckSentences", "An answer or teaser repeats the article's words.")};
    }
    return {"", ""};
}

QString translated(const char* text) {
    return CheckSentences::tr(text);
}

const CodeWords* find(const std::vector<CodeWords>& table, const std::string& code) {
    for (const CodeWords& words : table)
        if (code == words.code)
            return &words;
    return nullptr;
}

// %1 … %9 replaced in one pass, so that a "%2" in an article's words stays one.
QString filled(const QString& pattern, const std::vector<std::string>& args) {
    QString text;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const bool isPlace =
            pattern[at] == QLatin1Char('%') && at + 1 < pattern.size() && pattern[at + 1].digitValue() > 0;
        if (!isPlace) {
            text += pattern[at];
            continue;
        }
        const auto number = static_cast<std::size_t>(pattern[at + 1].digitValue());
        text += number <= args.size() ? fromUtf8(args[number - 1]) : QStringLiteral("?");
        ++at;
    }
    return text;
}

// "part:2" has a number behind the code.
std::pair<std::string, std::string> codeAndNumber(const std::string& what) {
    const std::size_t colon = what.find(':');
    return colon == std::string::npos ? std::pair(what, std::string())
                                      : std::pair(what.substr(0, colon), what.substr(colon + 1));
}

// How far the loose readings are apart, over what was computed.
double gapOf(const data::Check& check) {
    if (!check.face || !check.loose || !check.stated)
        return std::numeric_limits<double>::infinity();
    const double gap = data::distance(*check.loose, *check.stated);
    const double high = check.faceHigh ? std::abs(*check.faceHigh) : 0;
    const double size = std::max(std::abs(*check.face), high);
    return size > 0 ? gap / size : gap;
}

// What is wrong and yet not red: by little, or in words rather than by figures. No default, as above.
QString amberText(const data::Check& check) {
    constexpr double narrow = 0.02;
    using data::Rule;
    switch (check.rule) {
    case Rule::DeltaPercent:
    case Rule::DeltaRange:
    case Rule::DeltaPoints:
    case Rule::DeltaAbsolute:
    case Rule::Cagr:
    case Rule::VagueMultiplier:
    case Rule::SumTotal:
    case Rule::ShareSum:
    case Rule::ShareOf:
    case Rule::PartWhole:
    case Rule::Return:
    case Rule::Implied:
    case Rule::PriceVolume:
        return gapOf(check) <= narrow ? CheckSentences::tr("Misses narrowly")
                                      : CheckSentences::tr("Does not seem to hold");
    case Rule::SameFact:
    case Rule::Scale:
        return CheckSentences::tr("Stated differently");
    case Rule::Count:
        return CheckSentences::tr("Another number is listed");
    case Rule::Direction:
        return CheckSentences::tr("Words and figures differ");
    case Rule::UnitLabel:
    case Rule::Domain:
    case Rule::Superlative:
    case Rule::Logic:
    case Rule::Temporal:
    case Rule::TextPrefix:
        return CheckSentences::tr("Not supported by the text");
    }
    return {};
}

} // namespace

QString ruleText(data::Rule rule) {
    return translated(wordsOf(rule).name);
}

QString ruleExplanation(data::Rule rule) {
    return translated(wordsOf(rule).explanation);
}

QString verdictText(const data::Check& check) {
    switch (check.verdict) {
    case data::Verdict::Consistent:
        switch (check.grade) {
        case data::Grade::Exact:
            return CheckSentences::tr("Holds exactly");
        case data::Grade::RoundingOnly:
            return CheckSentences::tr("Holds within the rounding of the figures");
        case data::Grade::Loose:
            return CheckSentences::tr("Holds if the figures are read as rounded");
        case data::Grade::None:
        case data::Grade::Words:
            return CheckSentences::tr("Holds");
        }
        break;
    case data::Verdict::ConsistentLoose:
        return CheckSentences::tr("Holds if the figures are read as rounded");
    case data::Verdict::Inconsistent:
        if (check.colour == data::Colour::Red)
            return CheckSentences::tr("Does not hold");
        return amberText(check);
    case data::Verdict::CannotTell:
        return check.rule == data::Rule::Implied || check.rule == data::Rule::PriceVolume
                   ? CheckSentences::tr("What must be true for it to hold")
                   : CheckSentences::tr("Cannot be told");
    }
    return {};
}

QString causeText(const data::Check& check) {
    const CodeWords* const words = find(causeWords(), check.cause);
    return words != nullptr ? translated(words->text) : QString();
}

QString reasonText(const data::Check& check) {
    if (check.reason.empty())
        return {};
    if (const CodeWords* const words = find(remarkWords(), check.reason))
        return filled(translated(words->text), check.reasonArgs);
    // What would be wrong if it did not hold.
    if (check.verdict == data::Verdict::Consistent || check.verdict == data::Verdict::ConsistentLoose)
        return {};
    if (const CodeWords* const words = find(reasonWords(), check.reason))
        return filled(translated(words->text), check.reasonArgs);
    //: %1 is a code such as "open-bound" that this version has no words for.
    return CheckSentences::tr("Reason: %1.").arg(fromUtf8(check.reason));
}

QString repairText(const data::Repair& repair) {
    const auto [code, number] = codeAndNumber(repair.what);
    const CodeWords* const words = find(repairWords(), code);
    //: %1 is what should stand there: "~71%", "2029".
    const QString pattern = words != nullptr ? translated(words->text) : CheckSentences::tr("%1 instead");
    return filled(pattern, {repair.text, number});
}

bool hasCauseText(const std::string& cause) {
    return find(causeWords(), cause) != nullptr;
}

bool hasReasonText(const std::string& reason) {
    return find(reasonWords(), reason) != nullptr || find(remarkWords(), reason) != nullptr;
}

bool hasRepairText(const std::string& what) {
    return find(repairWords(), codeAndNumber(what).first) != nullptr;
}

} // namespace parallax::ui
