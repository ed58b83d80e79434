// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/glossary.h"

#include <algorithm>
#include <unordered_map>

#include "base/resource.h"
#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/article/glossary_index.h"

namespace parallax::data {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(trim(text.substr(0, end)));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<GlossaryEntry> readGlossary(std::string_view text) {
    std::vector<GlossaryEntry> entries;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty() || line.starts_with('#'))
            continue;
        std::vector<std::string_view> fields = split(line, '\t');
        fields.resize(5);
        GlossaryEntry entry{std::string(fields[0]),
                            std::string(fields[1]),
                            std::string(fields[2]),
                            {},
                            std::string(fields[4])};
        for (const std::string_view alias : split(fields[3], ';'))
            if (!alias.empty())
                entry.aliases.emplace_back(alias);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<std::string> namesOf(const GlossaryEntry& entry) {
    std::vector<std::string> names;
    for (const std::string* name : {&entry.english, &entry.traditional, &entry.simplified})
        if (!name->empty())
            names.push_back(*name);
    names.insert(names.end(), entry.aliases.begin(), entry.aliases.end());
    return names;
}

using Index = std::unordered_map<std::u32string, std::vector<std::size_t>>;

const Index& nameIndex() {
    static const Index index = [] {
        Index built;
        for (std::size_t i = 0; i < glossary().size(); ++i)
            for (const std::string& name : namesOf(glossary()[i])) {
                auto& entries = built[glossaryKey(name)];
                if (entries.empty() || entries.back() != i)
                    entries.push_back(i);
            }
        return built;
    }();
    return index;
}

} // namespace

const std::vector<GlossaryEntry>& glossary() {
    static const std::vector<GlossaryEntry> entries = readGlossary(resource("lexicon/glossary.tsv"));
    return entries;
}

std::u32string glossaryKey(std::string_view name) {
    std::u32string key;
    for (const char32_t c : foldText(name)) {
        if (c == U' ' && (key.empty() || key.back() == U' '))
            continue;
        key.push_back(c);
    }
    while (!key.empty() && key.back() == U' ')
        key.pop_back();
    return key;
}

bool isGlossaryName(std::u32string_view key) {
    return nameIndex().contains(std::u32string(key));
}

std::vector<std::string> glossaryForms(std::string_view term) {
    std::vector<std::string> forms;
    const std::u32string key = glossaryKey(term);
    const auto found = nameIndex().find(key);
    if (found == nameIndex().end())
        return forms;
    std::vector<std::u32string> seen = {key};
    for (const std::size_t entry : found->second)
        for (std::string& name : namesOf(glossary()[entry])) {
            std::u32string nameKey = glossaryKey(name);
            if (std::ranges::find(seen, nameKey) != seen.end())
                continue;
            seen.push_back(std::move(nameKey));
            forms.push_back(std::move(name));
        }
    return forms;
}

} // namespace parallax::data
