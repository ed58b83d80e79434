// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/ingest/folded.h"

namespace parallax::data {

// What a section of a saved page holds, known by its heading.
enum class SectionRole { Content, Related, Topics, Archive, Faq };

// A label or heading as a page writes it, folded; `{}` stands for a name in between.
struct LabelPattern {
    std::u32string before;
    std::u32string after;
    bool hasName = false;
};

// How the pages of one site are written (resources/sites/NAME.json). A profile adds to the one it extends;
// the generic one knows what most sites share. A new site is a new file.
struct SiteProfile {
    std::string name;
    std::vector<std::u32string> source, archive, author, published, takeaway, summary; // before a colon
    std::array<std::vector<LabelPattern>, 5> sections;                                 // by SectionRole
    std::vector<std::u32string> headings;
    std::vector<std::u32string> topicCounts, archiveCounts; // what follows the number
    std::vector<LabelPattern> hubCounts;
    std::vector<std::u32string> hubLabels;
    std::vector<std::vector<std::u32string>> notices; // each: fragments that all occur in the sentence
    std::vector<std::u32string> brands;
    std::vector<std::u32string> digestTitles, digestHeadings;
    std::vector<std::u32string> questionTitle;            // of a FAQ question that quotes the English title
    std::size_t excerptLength = 120;                      // in UTF-16 units, as the site cuts
    std::vector<std::u32string> excerptEnds;              // of an excerpt that is shorter
    std::vector<std::u32string> excerptStarts, titleEnds; // usual words around the border of the two
};

const SiteProfile& genericProfile();

// The embedded profile by name; throws std::out_of_range for one that is not there.
const SiteProfile& siteProfile(std::string_view name);

// All profiles but the generic one.
const std::vector<SiteProfile>& siteProfiles();

// The month of a year in words of any language that the profiles know.
struct MonthYear {
    int year = 0;
    int month = 0;
    std::size_t begin = 0; // bytes of the text given
    std::size_t end = 0;
    std::string iso() const; // "2026-04"
};

enum class MonthPlace { AtEnd, Anywhere }; // of the text
// "April 2026", "2026年4月", "2026년 4월", "2026-04". Digits glued behind the year belong to something else
// ("April 20263042"): the year is four digits.
std::optional<MonthYear> findMonth(std::string_view text, MonthPlace place);

// The rest of `line` after one of the labels and a colon, as a byte offset; nothing when it begins otherwise.
// A label in strong marks ("**Source:**") counts.
std::optional<std::size_t> afterLabel(std::string_view line, const std::vector<std::u32string>& labels);

// The role that a heading gives its section; `name` receives what stands for {} ("More from {}").
SectionRole sectionRole(const SiteProfile& profile, std::string_view heading, std::string* name = nullptr);

bool isKnownHeading(const SiteProfile& profile, std::string_view line);
bool isNotice(const SiteProfile& profile, std::string_view line);

} // namespace parallax::data
