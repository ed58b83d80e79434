// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/ingest/site_profile.h"

namespace parallax::data {

// One entry of a line in which titles and excerpts of other articles are glued together.
struct RelatedSplit {
    Span title;             // bytes of the line
    Span excerpt;           // may be empty
    bool cut = false;       // the excerpt has exactly the length at which the site cuts
    bool uncertain = false; // no change of script and no punctuation marks where the title ends
};

// Finds the entries of `line`: excerpts are cut at exactly profile.excerptLength UTF-16 units unless they are
// shorter, then they end a sentence; among the tilings of the line that obey this, the one whose borders look
// most like the end of a title (dynamic programming over code points, linear in the line).
std::vector<RelatedSplit> splitRelated(std::string_view line, const SiteProfile& profile);

// "Open source hub54 indexed articles from TechCrunch AI" at the end of a line.
struct SourceHub {
    Span span;
    std::int64_t count = 0;
    std::string source; // empty when the sentence does not name it
};
std::optional<SourceHub> findSourceHub(std::string_view line, const SiteProfile& profile);

} // namespace parallax::data
