// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/rules_words.h"
#include "data/check/verdict.h"

namespace parallax::data {
namespace {

struct MultipleWord {
    std::u32string_view word;
    double multiple;
};

constexpr std::array multipleWords{
    MultipleWord{U"doubl*", 2},     MultipleWord{U"twice", 2},      MultipleWord{U"twofold", 2},
    MultipleWord{U"two-fold", 2},   MultipleWord{U"tripl*", 3},     MultipleWord{U"trebl*", 3},
    MultipleWord{U"threefold", 3},  MultipleWord{U"three-fold", 3}, MultipleWord{U"quadrupl*", 4},
    MultipleWord{U"fourfold", 4},   MultipleWord{U"four-fold", 4},  MultipleWord{U"quintupl*", 5},
    MultipleWord{U"fivefold", 5},   MultipleWord{U"five-fold", 5},  MultipleWord{U"sextupl*", 6},
    MultipleWord{U"sixfold", 6},    MultipleWord{U"septupl*", 7},   MultipleWord{U"sevenfold", 7},
    MultipleWord{U"octupl*", 8},    MultipleWord{U"eightfold", 8},  MultipleWord{U"ninefold", 9},
    MultipleWord{U"tenfold", 10},   MultipleWord{U"ten-fold", 10},  MultipleWord{U"hundredfold", 100},
    MultipleWord{U"halv*", 0.5},    MultipleWord{U"half", 0.5},     MultipleWord{U"腰斩", 0.5},
    MultipleWord{U"减半", 0.5},     MultipleWord{U"砍半", 0.5},     MultipleWord{U"一半", 0.5},
    MultipleWord{U"翻一番", 2},     MultipleWord{U"翻了一番", 2},   MultipleWord{U"翻两番", 4},
    MultipleWord{U"翻了两番", 4},   MultipleWord{U"翻三番", 8},     MultipleWord{U"翻了三番", 8},
    MultipleWord{U"翻番", 2},       MultipleWord{U"翻了番", 2},     MultipleWord{U"翻倍", 2},
    MultipleWord{U"翻了一倍", 2},   MultipleWord{U"翻一倍", 2},     MultipleWord{U"翻了倍", 2},
    MultipleWord{U"倍增", 2},       MultipleWord{U"加倍", 2},       MultipleWord{U"增长一倍", 2},
    MultipleWord{U"增长了一倍", 2}, MultipleWord{U"增加一倍", 2},   MultipleWord{U"增加了一倍", 2},
    MultipleWord{U"成长一倍", 2},   MultipleWord{U"成长了一倍", 2}, MultipleWord{U"扩大一倍", 2},
    MultipleWord{U"高出一倍", 2},
};

// 增長了三倍 is four times as much in strict use and three in loose use.
bool isTwoWays(const FoldedPhrase& phrase) {
    if (phrase.find(U"倍") == std::u32string::npos)
        return false;
    if (phrase.hasAny({U"增至", U"增长到", U"增加到", U"成长到", U"成长至", U"增长至", U"增加至", U"升至",
                       U"达到", U"是", U"为", U"原来的", U"提高到", U"提升至"}))
        return false;
    return phrase.hasAny({U"增长", U"增加", U"成长", U"提高", U"提升", U"上升", U"多了", U"高出"});
}

Manner mannerOf(const FoldedPhrase& phrase) {
    if (phrase.hasAny({U"more than", U"over", U"above", U"exceed*", U"better than", U"超过", U"逾", U"不止",
                       U"有余", U"多"}))
        return Manner::MoreThan;
    if (phrase.hasAny({U"at least", U"no less than", U"至少", U"不少于", U"以上"}))
        return Manner::AtLeast;
    if (phrase.hasAny({U"nearly", U"almost", U"close to", U"just under", U"not quite", U"just short of",
                       U"virtually", U"将近", U"接近", U"几乎", U"近", U"快要"}))
        return Manner::Nearly;
    if (phrase.hasAny({U"less than", U"under", U"below", U"fewer than", U"不到", U"不足", U"未达"}))
        return Manner::LessThan;
    if (phrase.hasAny({U"at most", U"up to", U"no more than", U"最多", U"至多", U"高达", U"以下"}))
        return Manner::AtMost;
    if (phrase.hasAny({U"roughly", U"about", U"around", U"approximately", U"some", U"circa", U"~",
                       U"more or less", U"约", U"左右", U"大概", U"差不多", U"上下"}))
        return Manner::Roughly;
    return Manner::Exactly;
}

// What ratios a phrase allows; an end may be left out itself.
struct Window {
    Interval range;
    bool lowOpen = false, highOpen = false;

    bool meets(const Interval& ratio) const {
        const bool below = highOpen ? ratio.low < range.high : ratio.low <= range.high;
        const bool above = lowOpen ? ratio.high > range.low : ratio.high >= range.low;
        return below && above;
    }
};

Window windowOf(const VagueMultiple& stated) {
    const double n = stated.multiple;
    const double hair = n * 1e-12; // 3 × 1.05 is a little more than 3.15
    const bool shrinks = n < 1;    // "more than halved": below a half
    switch (stated.manner) {
    case Manner::Exactly:
        return {{n * 0.95 - hair, n * 1.05 + hair}};
    case Manner::Roughly:
        return {{n * 0.85 - hair, n * 1.15 + hair}};
    case Manner::Nearly:
        return shrinks ? Window{{n, n / 0.9 + hair}, true, false} : Window{{n * 0.9 - hair, n}, false, true};
    case Manner::MoreThan:
        return shrinks ? Window{{0, n}, false, true} : Window{{n, unbounded}, true, false};
    case Manner::AtLeast:
        return shrinks ? Window{{0, n}} : Window{{n, unbounded}};
    case Manner::LessThan:
        return shrinks ? Window{{n, 1}, true, false} : Window{{0, n}, false, true};
    case Manner::AtMost:
        return shrinks ? Window{{n, 1}} : Window{{0, n}};
    }
    return {};
}

void judgeWindow(Check& check, const VagueMultiple& stated, double face, const Interval& strict,
                 const Interval& loose) {
    const Window window = windowOf(stated);
    check.unit = "x";
    check.face = face;
    check.strict = strict;
    check.loose = loose;
    check.stated = window.range;
    check.power = halfWidth(strict);
    if (window.meets(strict)) {
        check.verdict = Verdict::Consistent;
        check.grade = window.meets({face, face}) ? Grade::Exact : Grade::RoundingOnly;
        check.colour = Colour::Green;
    } else if (window.meets(loose)) {
        check.verdict = Verdict::ConsistentLoose;
        check.grade = Grade::Loose;
        check.colour = Colour::Amber;
    } else {
        check.verdict = Verdict::Inconsistent;
        const double gap = distance(loose, window.range) / std::abs(face);
        check.colour = gap > 0.02 ? Colour::Red : Colour::Amber;
        addRepair(check, "stated", plainNumber(face, 3) + "x");
    }
}

} // namespace

std::optional<VagueMultiple> vagueMultipleOf(std::string_view words) {
    const FoldedPhrase phrase(words);
    VagueMultiple found;
    found.words = std::string(words);
    found.manner = mannerOf(phrase);
    for (const auto& [word, multiple] : multipleWords)
        if (phrase.has(word)) {
            found.multiple = multiple;
            return found;
        }
    const bool twoWays = isTwoWays(phrase);
    for (const Quantity& q : parseQuantities(words))
        if (q.kind == QuantityKind::Multiplier && q.value.digits > 0) {
            found.multiple = q.value.toDouble();
            // Once more as much (成長近一倍) is twice as much however one reads it.
            if (twoWays && found.multiple != 2)
                return std::nullopt;
            return found;
        }
    return std::nullopt;
}

Check checkVagueMultiplier(const VagueMultiple& stated, const Operand& base, const Operand& next) {
    const auto cannot = [](const char* reason) { return cannotTell(Rule::VagueMultiplier, reason); };
    if (!isAmount(base.quantity) || !isAmount(next.quantity))
        return cannot("missing");
    if (!isComparable(base.quantity, next.quantity))
        return cannot("other-measure");
    const Reading b = readingOf(base);
    const Reading n = readingOf(next);
    if (b.faceLow <= 0)
        return cannot("base-not-positive");
    const Interval strict = divide(n.strict, b.strict);
    if (!isBounded(strict))
        return cannot("open-bound");
    Check check;
    check.rule = Rule::VagueMultiplier;
    const double face = n.face / b.face;
    judgeWindow(check, stated, face, strict, divide(n.loose, b.loose));
    const auto numbers = formulaNumbers({n.face, b.face});
    check.formula = numbers.texts[0] + " ÷ " + numbers.texts[1] + " = " + plainNumber(face, 4);
    if (check.verdict == Verdict::Inconsistent)
        addRepair(check, "end", next, b.face * stated.multiple, levelDigits);
    return check;
}

Check checkVagueMultiplier(const VagueMultiple& stated, const Operand& ratio) {
    if (!isAmount(ratio.quantity))
        return cannotTell(Rule::VagueMultiplier, "missing");
    Check check;
    check.rule = Rule::VagueMultiplier;
    const Reading read = readingOf(ratio);
    const Interval given{read.faceLow, read.faceHigh};
    if (!isBounded(read.strict))
        return cannotTell(Rule::VagueMultiplier, "open-bound");
    judgeWindow(check, stated, read.face, given, given);
    check.formula = ratio.text;
    return check;
}

} // namespace parallax::data
