// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/clause_templates.h"

namespace parallax::data {
namespace {

Element base(int gap = 10) {
    return {Want::Base, {}, gap};
}
Element next(int gap = 10) {
    return {Want::Next, {}, gap};
}
Element stated(int gap = 8) {
    return {Want::Stated, {}, gap};
}
Element cue(CueSet cues, int gap = 10) {
    return {Want::Cue, cues, gap};
}

} // namespace

const std::vector<ClauseTemplate>& clauseTemplates() {
    using enum Relation;
    static const std::vector<ClauseTemplate> all = {
        // from $4B to $5B (+25%); 由 40 億增至 50 億，成長 25%
        {Change, {cue(Cue::From), base(), cue(Cue::To, 16), next(), stated(16)}},
        // grew 25% from $4B to $5B; 成長 25%，由 40 億增至 50 億
        {Change,
         {cue({Cue::Rise, Cue::Fall, Cue::Cagr, Cue::ChangeNoun}), stated(6), cue(Cue::From, 6), base(),
          cue(Cue::To, 16), next()}},
        // rose by $1B from $4B to $5B
        {.elements = {cue({Cue::Rise, Cue::Fall}), stated(2), cue(Cue::From, 2), base(4), cue(Cue::To, 8),
                      next(4)},
         .difference = true},
        // 打七折，由 100 元降至 70 元; 從 31 億翻倍至 62 億
        {.elements = {stated(), cue(Cue::From, 4), base(), cue(Cue::To, 16), next()}, .byItself = true},
        {.elements = {cue(Cue::From), base(), stated(6), cue(Cue::To, 2), next(6)}, .byItself = true},
        // a CAGR of 50% takes it from …
        {Change, {cue(Cue::Cagr), stated(6), cue(Cue::From, 20), base(), cue(Cue::To, 16), next()}},
        // grew 25% to $5B from $4B
        {Change,
         {cue({Cue::Rise, Cue::Fall}), stated(6), cue(Cue::To, 2), next(4), cue({Cue::From, Cue::Base}, 8),
          base(8)}},
        // reached $5B, up 25% from $4B
        {Change,
         {next(), cue({Cue::Rise, Cue::Fall}, 6), stated(4), cue({Cue::From, Cue::Base}, 6), base(8)}},
        // $5B, a 25% increase over the $4B of 2024
        {Change, {next(), stated(6), cue(Cue::Base, 0), base(4)}},
        // $5B, up from $4B, a gain of 25%; 50 億，較 40 億成長 25%
        {Change, {next(), cue(Cue::Base, 14), base(8), stated(16)}},
        {Change, {cue(Cue::To), next(4), cue(Cue::From, 8), base(6), stated(16)}},
        // 比去年的 40 億成長 25% 至 50 億
        {Change,
         {cue(Cue::Base), base(8), cue({Cue::Rise, Cue::Fall}, 6), stated(4), cue(Cue::To, 4), next(4)}},
        // 2025 年的 40 億增至 2026 年的 50 億，成長 25%
        {.elements = {base(), cue(Cue::To, 12), next(8), stated(16)}, .farYears = true},
        // $5B, up 25% ($4B a year earlier); 50 億，年增 25%，去年為 40 億
        {Change, {next(), cue({Cue::Rise, Cue::Fall}, 6), stated(2), base(3), cue(Cue::Prior, 0)}, true},
        {Change, {next(), cue({Cue::Rise, Cue::Fall}, 6), stated(2), cue(Cue::Prior, 2), base(2)}, true},
        // grew 25% to $5B, $4B a year earlier; 成長 25% 至 50 億，去年同期 40 億
        {Change,
         {cue({Cue::Rise, Cue::Fall}), stated(6), cue(Cue::To, 2), next(4), base(3), cue(Cue::Prior, 0)},
         true},
        {Change,
         {cue({Cue::Rise, Cue::Fall}), stated(6), cue(Cue::To, 2), next(4), cue(Cue::Prior, 3), base(2)},
         true},
        // $5B ($4B a year earlier), up 25%; 50 億（去年 40 億），年增 25%
        {Change, {next(), base(2), cue(Cue::Prior, 0), stated(8)}, true},
        {Change, {next(), cue(Cue::Prior, 2), base(2), stated(8)}, true},
        // 去年 40 億，今年 50 億，年增 25%
        {Change, {cue(Cue::Prior), base(5), cue(Cue::Now, 2), next(5), stated(8)}, true},
        // 2026 年 50 億，年增 25%，2025 年為 40 億
        {Change, {next(), cue({Cue::Rise, Cue::Fall}, 6), stated(2), base(4)}, true, true},
        // 10% of a bill of $40,000 is $4,000
        {ShareOf, {stated(), cue(Cue::OfThe, 0), base(8), cue(Cue::Equals, 2), next(4)}},
        // 4 萬美元的 10% 是 4,000 美元
        {ShareOf, {base(), stated(10), cue(Cue::Equals, 0), next(4)}},
        // $4B, or 20% of the $20B; $4B accounts for 20% of …
        {ShareOf,
         {next(), cue({Cue::Or, Cue::Share, Cue::Equals}, 4), stated(4), cue(Cue::OfThe, 0), base(6)}},
        // $4B of the $20B, or 20%; 16 億美元裡，AI 占 12 億美元，正好四分之三
        {ShareOf, {next(), cue(Cue::OfThe, 0), base(4), cue(Cue::Or, 2), stated(4)}},
        {ShareOf, {base(), cue(Cue::Within, 2), cue(Cue::Share, 12), next(4), stated(6)}},
        // of the $20B, $4B or 20%; 20 億美元當中，4 億（20%）
        {ShareOf, {cue(Cue::OfThe), base(2), next(4), cue(Cue::Or, 2), stated(2)}},
        {ShareOf, {base(), cue(Cue::Within, 6), next(4), stated(1)}},
        {ShareOf, {next(), cue(Cue::Share, 2), base(4), cue(Cue::OfThe, 4), stated(2)}},
        // $4B of the $20B; 20 億美元，其中 4 億
        {PartWhole, {next(), cue(Cue::OfThe, 0), base(3)}},
        {PartWhole, {base(), cue(Cue::Within, 0), next(8)}},
        // without a stated rate: only the direction can be told
        {Change, {cue(Cue::From), base(), cue(Cue::To, 16), next()}},
        {Change, {next(), cue({Cue::From, Cue::Base}, 14), base(6)}},
    };
    return all;
}

} // namespace parallax::data
