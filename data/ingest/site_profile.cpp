// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/site_profile.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "base/resource.h"
#include "base/utf8.h"

namespace parallax::data {
namespace {

using Json = nlohmann::json;

void addLabels(const Json& parent, const char* key, std::vector<std::u32string>& into) {
    for (const auto& label : parent.value(key, Json::array()))
        into.push_back(foldLabel(label.get<std::string>()).text);
}

void addPatterns(const Json& parent, const char* key, std::vector<LabelPattern>& into) {
    for (const auto& label : parent.value(key, Json::array())) {
        const std::u32string folded = foldLabel(label.get<std::string>()).text;
        const auto name = folded.find(U"{}");
        if (name == std::u32string::npos)
            into.push_back({folded, {}, false});
        else
            into.push_back({folded.substr(0, name), folded.substr(name + 2), true});
    }
}

void extend(SiteProfile& profile, const Json& json) {
    profile.name = json.value("name", std::string());
    const Json none = Json::object();
    const Json labels = json.value("labels", none);
    addLabels(labels, "source", profile.source);
    addLabels(labels, "archive", profile.archive);
    addLabels(labels, "author", profile.author);
    addLabels(labels, "published", profile.published);
    addLabels(labels, "takeaway", profile.takeaway);
    addLabels(labels, "summary", profile.summary);
    const Json sections = json.value("sections", none);
    const auto of = [&](SectionRole role) -> auto& {
        return profile.sections[static_cast<std::size_t>(role)];
    };
    addPatterns(sections, "related", of(SectionRole::Related));
    addPatterns(sections, "topics", of(SectionRole::Topics));
    addPatterns(sections, "archive", of(SectionRole::Archive));
    addPatterns(sections, "faq", of(SectionRole::Faq));
    addLabels(json, "headings", profile.headings);
    const Json counts = json.value("counts", none);
    addLabels(counts, "topic", profile.topicCounts);
    addLabels(counts, "archive", profile.archiveCounts);
    const Json hub = json.value("hub", none);
    addLabels(hub, "labels", profile.hubLabels);
    addPatterns(hub, "counts", profile.hubCounts);
    for (const auto& notice : json.value("notices", Json::array())) {
        std::vector<std::u32string> fragments;
        for (const auto& fragment : notice)
            fragments.push_back(foldLabel(fragment.get<std::string>()).text);
        profile.notices.push_back(std::move(fragments));
    }
    addLabels(json, "brand", profile.brands);
    const Json digest = json.value("digest", none);
    addLabels(digest, "titles", profile.digestTitles);
    addLabels(digest, "headings", profile.digestHeadings);
    addLabels(json, "question_title", profile.questionTitle);
    const Json excerpt = json.value("excerpt", none);
    profile.excerptLength = excerpt.value("length", profile.excerptLength);
    if (excerpt.contains("ends"))
        profile.excerptEnds.clear();
    addLabels(excerpt, "ends", profile.excerptEnds);
    addLabels(excerpt, "starts", profile.excerptStarts);
    addLabels(excerpt, "title_ends", profile.titleEnds);
}

Json load(std::string_view name) {
    return Json::parse(resource("sites/" + std::string(name) + ".json"));
}

struct MonthWord {
    std::u32string word; // folded
    int month;
};

// Longest first, so that "june" is not read as "jun".
const std::vector<MonthWord>& monthWords() {
    static const std::vector<MonthWord> words = [] {
        std::vector<MonthWord> list;
        const Json months = load("generic").at("months");
        for (const auto& language : months)
            for (std::size_t i = 0; i < language.size(); ++i)
                list.push_back({foldLabel(language[i].get<std::string>()).text, static_cast<int>(i) + 1});
        std::ranges::stable_sort(list, std::greater<>{},
                                 [](const MonthWord& word) { return word.word.size(); });
        return list;
    }();
    return words;
}

int number(std::u32string_view digits) {
    int value = 0;
    for (const char32_t c : digits)
        value = value * 10 + static_cast<int>(c - '0');
    return value;
}

bool isYear(std::u32string_view text) {
    return text.size() == 4 && std::ranges::all_of(text, isDigit) && number(text) >= 1990 &&
           number(text) <= 2100;
}

bool plainStart(const std::u32string& text, std::size_t at) {
    return at == 0 || !(text[at - 1] >= 'a' && text[at - 1] <= 'z');
}

// A month that begins exactly at `at`.
std::optional<MonthYear> monthAt(const Folded& folded, std::size_t at) {
    const std::u32string& text = folded.text;
    const auto result = [&](int year, int month, std::size_t end) {
        return MonthYear{year, month, folded.offsets[at], folded.offsets[end]};
    };
    const auto skipBlanks = [&](std::size_t i) {
        while (i < text.size() && text[i] == ' ')
            ++i;
        return i;
    };
    if (isDigit(text[at])) { // 2026年4月, 2026년 4월, 2026-04, 2026/4
        if (at + 4 >= text.size() || !isYear(std::u32string_view(text).substr(at, 4)) ||
            (at > 0 && isDigit(text[at - 1])))
            return std::nullopt;
        std::size_t i = skipBlanks(at + 4);
        // 년 and 월 come folded, that is decomposed into their letters.
        static const std::u32string year = foldLabel("년").text;
        static const std::u32string moon = foldLabel("월").text;
        bool words = true;
        if (i < text.size() && text[i] == U'年')
            ++i;
        else if (text.compare(i, year.size(), year) == 0)
            i += year.size();
        else if (i < text.size() && (text[i] == '-' || text[i] == '/')) {
            ++i;
            words = false;
        } else
            return std::nullopt;
        i = words ? skipBlanks(i) : i;
        std::size_t digits = 0;
        while (digits < 2 && i + digits < text.size() && isDigit(text[i + digits]))
            ++digits;
        const int month = digits > 0 ? number(std::u32string_view(text).substr(i, digits)) : 0;
        if (month < 1 || month > 12)
            return std::nullopt;
        i += digits;
        if (!words)
            return result(number(std::u32string_view(text).substr(at, 4)), month, i);
        i = skipBlanks(i);
        if (i < text.size() && text[i] == U'月')
            ++i;
        else if (text.compare(i, moon.size(), moon) == 0)
            i += moon.size();
        else
            return std::nullopt;
        return result(number(std::u32string_view(text).substr(at, 4)), month, i);
    }
    for (const MonthWord& word : monthWords()) {
        if (text.compare(at, word.word.size(), word.word) != 0)
            continue;
        std::size_t i = at + word.word.size();
        if (i < text.size() && text[i] == '.')
            ++i;
        i = skipBlanks(i);
        if (text.compare(i, 3, U"de ") == 0) // "abril de 2026"
            i += 3;
        if (i == at + word.word.size() || i + 4 > text.size() ||
            !isYear(std::u32string_view(text).substr(i, 4)))
            continue;
        return result(number(std::u32string_view(text).substr(i, 4)), word.month, i + 4);
    }
    return std::nullopt;
}

bool matches(const LabelPattern& pattern, std::u32string_view text) {
    if (!pattern.hasName)
        return text == pattern.before;
    return text.size() > pattern.before.size() + pattern.after.size() && text.starts_with(pattern.before) &&
           text.ends_with(pattern.after) && text.size() <= pattern.before.size() + pattern.after.size() + 60;
}

// A heading as it is compared: without # marks, strong marks, a colon at the end.
std::string_view bareHeading(std::string_view heading) {
    while (!heading.empty() && (heading.front() == '#' || heading.front() == '*' || heading.front() == ' '))
        heading.remove_prefix(1);
    while (!heading.empty() && (heading.back() == '*' || heading.back() == ' ' || heading.back() == ':'))
        heading.remove_suffix(1);
    return heading;
}

constexpr std::size_t longestHeading = 100;

} // namespace

const SiteProfile& genericProfile() {
    static const SiteProfile profile = [] {
        SiteProfile generic;
        extend(generic, load("generic"));
        return generic;
    }();
    return profile;
}

const std::vector<SiteProfile>& siteProfiles() {
    static const std::vector<SiteProfile> profiles = [] {
        std::vector<SiteProfile> list;
        for (const std::string_view name : resourceNames("sites/")) {
            const Json json = Json::parse(resource(name));
            if (!json.contains("extends"))
                continue;
            SiteProfile profile = genericProfile();
            extend(profile, json);
            list.push_back(std::move(profile));
        }
        return list;
    }();
    return profiles;
}

const SiteProfile& siteProfile(std::string_view name) {
    if (name == genericProfile().name)
        return genericProfile();
    for (const SiteProfile& profile : siteProfiles())
        if (profile.name == name)
            return profile;
    throw std::out_of_range("no site profile " + std::string(name));
}

std::string MonthYear::iso() const {
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

std::optional<MonthYear> findMonth(std::string_view text, MonthPlace place) {
    if (text.size() > 1000)
        return std::nullopt;
    const Folded folded = foldLabel(text);
    for (std::size_t at = 0; at < folded.text.size(); ++at) {
        const char32_t c = folded.text[at];
        // A word begins where no letter stands before; Latin letters glued to digits or Han count as a start.
        if (!isDigit(c) && !plainStart(folded.text, at))
            continue;
        const auto month = monthAt(folded, at);
        if (!month)
            continue;
        if (place == MonthPlace::Anywhere)
            return month;
        if (trim(text.substr(month->end)).empty())
            return month;
    }
    return std::nullopt;
}

std::optional<std::size_t> afterLabel(std::string_view line, const std::vector<std::u32string>& labels) {
    std::size_t skipped = 0;
    while (skipped < line.size() && std::string_view("*_ >#-").find(line[skipped]) != std::string_view::npos)
        ++skipped;
    const Folded folded = foldLabel(line.substr(skipped), 40);
    for (const std::u32string& label : labels) {
        if (!folded.text.starts_with(label))
            continue;
        std::size_t i = label.size();
        const auto skip = [&](std::u32string_view characters) {
            while (i < folded.text.size() && characters.find(folded.text[i]) != std::u32string_view::npos)
                ++i;
        };
        skip(U" *_");
        if (i >= folded.text.size() || folded.text[i] != ':')
            continue;
        ++i;
        skip(U" *_");
        return skipped + folded.offsets[i];
    }
    return std::nullopt;
}

SectionRole sectionRole(const SiteProfile& profile, std::string_view heading, std::string* name) {
    heading = bareHeading(heading);
    if (heading.size() > longestHeading * 3)
        return SectionRole::Content;
    const Folded folded = foldLabel(heading);
    for (const auto role :
         {SectionRole::Related, SectionRole::Topics, SectionRole::Archive, SectionRole::Faq}) {
        for (const LabelPattern& pattern : profile.sections[static_cast<std::size_t>(role)]) {
            if (!matches(pattern, folded.text))
                continue;
            if (name != nullptr && pattern.hasName) {
                const std::size_t begin = folded.offsets[pattern.before.size()];
                const std::size_t end = folded.offsets[folded.text.size() - pattern.after.size()];
                *name = trim(heading.substr(begin, end - begin));
            }
            return role;
        }
    }
    return SectionRole::Content;
}

bool isKnownHeading(const SiteProfile& profile, std::string_view line) {
    line = bareHeading(line);
    if (line.size() > longestHeading * 3)
        return false;
    const std::u32string folded = foldLabel(line).text;
    const auto known = [&](const std::u32string& heading) { return folded == heading; };
    const auto begins = [&](const std::u32string& heading) { return folded.starts_with(heading); };
    return std::ranges::any_of(profile.headings, known) ||
           std::ranges::any_of(profile.digestHeadings, begins) ||
           sectionRole(profile, line) != SectionRole::Content;
}

bool isNotice(const SiteProfile& profile, std::string_view line) {
    if (profile.notices.empty() || line.size() > 500)
        return false;
    const std::u32string folded = foldLabel(line).text;
    return std::ranges::any_of(profile.notices, [&](const auto& fragments) {
        return std::ranges::all_of(
            fragments, [&](const auto& fragment) { return folded.find(fragment) != std::u32string::npos; });
    });
}

} // namespace parallax::data
