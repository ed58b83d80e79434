// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "data/quantity/amount.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

struct Verb {
    int sign;
    Role role;
};
constexpr Verb up{1, Role::Change};
constexpr Verb down{-1, Role::Change};
constexpr Verb yearUp{1, Role::Yoy};
constexpr Verb yearDown{-1, Role::Yoy};
constexpr Verb monthUp{1, Role::Mom};
constexpr Verb monthDown{-1, Role::Mom};
constexpr Verb compound{0, Role::Cagr};

constexpr auto verbs = wordTable<Verb>({{U"年复合成长率", compound},
                                        {U"年复合增长率", compound},
                                        {U"复合年增长率", compound},
                                        {U"复合年成长率", compound},
                                        {U"复合年均增长率", compound},
                                        {U"年均复合增长率", compound},
                                        {U"年均复合成长率", compound},
                                        {U"年复合增速", compound},
                                        {U"复合成长率", compound},
                                        {U"复合增长率", compound},
                                        {U"同比增长", yearUp},
                                        {U"同比成长", yearUp},
                                        {U"同比上升", yearUp},
                                        {U"同比上涨", yearUp},
                                        {U"同比增加", yearUp},
                                        {U"同比提升", yearUp},
                                        {U"同比增幅", yearUp},
                                        {U"同比增", yearUp},
                                        {U"同比涨", yearUp},
                                        {U"同比", {0, Role::Yoy}},
                                        {U"同比下降", yearDown},
                                        {U"同比下跌", yearDown},
                                        {U"同比下滑", yearDown},
                                        {U"同比减少", yearDown},
                                        {U"同比降", yearDown},
                                        {U"同比跌", yearDown},
                                        {U"按年增长", yearUp},
                                        {U"按年上升", yearUp},
                                        {U"按年升", yearUp},
                                        {U"按年增", yearUp},
                                        {U"按年下跌", yearDown},
                                        {U"按年下降", yearDown},
                                        {U"按年跌", yearDown},
                                        {U"按年减少", yearDown},
                                        {U"年增长率", yearUp},
                                        {U"年成长率", yearUp},
                                        {U"年增长", yearUp},
                                        {U"年成长", yearUp},
                                        {U"年增率", yearUp},
                                        {U"年增幅", yearUp},
                                        {U"年增", yearUp},
                                        {U"年涨", yearUp},
                                        {U"年减", yearDown},
                                        {U"年减幅", yearDown},
                                        {U"年衰退", yearDown},
                                        {U"年跌", yearDown},
                                        {U"年降", yearDown},
                                        {U"环比增长", monthUp},
                                        {U"环比成长", monthUp},
                                        {U"环比上升", monthUp},
                                        {U"环比上涨", monthUp},
                                        {U"环比增加", monthUp},
                                        {U"环比增", monthUp},
                                        {U"环比", {0, Role::Mom}},
                                        {U"环比下降", monthDown},
                                        {U"环比下跌", monthDown},
                                        {U"环比下滑", monthDown},
                                        {U"环比减少", monthDown},
                                        {U"环比降", monthDown},
                                        {U"按月增长", monthUp},
                                        {U"按月上升", monthUp},
                                        {U"按月下跌", monthDown},
                                        {U"按月下降", monthDown},
                                        {U"月增率", monthUp},
                                        {U"月增长", monthUp},
                                        {U"月成长", monthUp},
                                        {U"月增", monthUp},
                                        {U"月减", monthDown},
                                        {U"季增", up},
                                        {U"季增率", up},
                                        {U"季减", down},
                                        {U"季成长", up},
                                        {U"周增", up},
                                        {U"周减", down},
                                        {U"按季增长", up},
                                        {U"按季下跌", down},
                                        {U"增长率", up},
                                        {U"成长率", up},
                                        {U"增长", up},
                                        {U"成长", up},
                                        {U"增加", up},
                                        {U"增幅", up},
                                        {U"上升", up},
                                        {U"上涨", up},
                                        {U"上调", up},
                                        {U"上扬", up},
                                        {U"攀升", up},
                                        {U"飙升", up},
                                        {U"激增", up},
                                        {U"大增", up},
                                        {U"劲增", up},
                                        {U"大涨", up},
                                        {U"暴涨", up},
                                        {U"提高", up},
                                        {U"提升", up},
                                        {U"涨幅", up},
                                        {U"扩大", up},
                                        {U"涨价", up},
                                        {U"涨", up},
                                        {U"下降", down},
                                        {U"下跌", down},
                                        {U"下滑", down},
                                        {U"下调", down},
                                        {U"下挫", down},
                                        {U"减少", down},
                                        {U"降低", down},
                                        {U"降幅", down},
                                        {U"降价", down},
                                        {U"缩减", down},
                                        {U"缩水", down},
                                        {U"萎缩", down},
                                        {U"削减", down},
                                        {U"衰退", down},
                                        {U"跌幅", down},
                                        {U"减幅", down},
                                        {U"大跌", down},
                                        {U"重挫", down},
                                        {U"暴跌", down},
                                        {U"大减", down},
                                        {U"大降", down},
                                        {U"骤降", down}});

void negate(Quantity& q) {
    q.value = q.value.negated();
    const auto low = q.low;
    q.low = q.high.negated();
    q.high = low.negated();
}

} // namespace

std::optional<Found> chineseChangeAt(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const auto* verb = verbs.find(text, i);
    if (verb == nullptr)
        return std::nullopt;
    std::size_t at = i + verb->word.size();
    for (int count = 0; count < 2; ++count)
        if (text[at] == U'了' || text[at] == U'达' || text[at] == U'为' || text[at] == U':')
            ++at;
    at = text.skipBlanks(at);
    // 每 would lead back here: 下降每小時下降每小時 …
    if (text[at] == U'-' || text[at] == U'+' || text[at] == U'每' || verbs.find(text, at) != nullptr)
        return std::nullopt;
    auto found = boundedAmountAt(text, at, context);
    if (!found || found->quantity->sign != 0 || found->quantity->role == Role::PriceLevel)
        return std::nullopt;
    auto& q = *found->quantity;
    const bool percent = q.dimension == Dimension::Ratio && (q.unit == "%" || q.fraction);
    const bool points = q.dimension == Dimension::PercentagePoint;
    if ((!percent && !points) || (q.kind != QuantityKind::Scalar && q.kind != QuantityKind::Range))
        return std::nullopt;
    if (q.fraction && verb->value.sign < 0 && q.fraction->first == 1 && q.fraction->second == 2)
        return std::nullopt; // 減少一半 halves
    found->begin = i;
    q.role = points && verb->value.role == Role::Change ? Role::Difference : verb->value.role;
    if (verb->value.sign < 0)
        negate(q);
    return found;
}

} // namespace parallax::data
