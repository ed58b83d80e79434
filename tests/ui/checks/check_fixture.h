// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A library whose articles were checked by rules of our own, so that a test knows what was found.

#include "data/store/check_run.h"
#include "tests/ui/checks/check_samples.h"
#include "tests/ui/library/library_fixture.h"

namespace parallax::test {

using Findings = std::function<std::vector<data::Check>(const data::Article&)>;

inline void checkWith(data::Library& library, const Findings& findings) {
    data::CheckRunOptions options;
    options.threads = 1;
    options.check = [&](const data::Article& article) {
        return data::EditionFindings{findings(article), {}};
    };
    options.compare = [](const data::Fact&, const data::Fact&) { return std::optional<data::Check>(); };
    data::checkLibrary(library, {}, {}, options);
}

// The article whose figures fail, the bilingual one, and `others` short ones.
class CheckedLibrary : public TemporaryLibrary {
  public:
    explicit CheckedLibrary(int others = 2) {
        growth = add(growthArticle());
        fill(others);
        checkWith(*library, [](const data::Article& article) {
            if (article.slug == "hosted-models")
                return growthChecks(article);
            if (article.slug == "rented-accelerators" && article.language == data::Language::English)
                return std::vector{
                    checkOf(article, data::Rule::DeltaPercent, data::Colour::Red, {"-8%", "$3.20", "$2.95"})};
            return std::vector<data::Check>();
        });
    }
    data::SavedArticle growth;
};

} // namespace parallax::test
