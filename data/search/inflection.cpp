// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/search/inflection.h"

#include <algorithm>

namespace parallax::data {
namespace {

constexpr std::size_t longestWord = 40; // longer runs of letters are no words

bool isVowel(char c) {
    return std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
}

bool endsWithAny(std::string_view word, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

std::string plural(std::string_view word) {
    if (word.back() == 'y' && !isVowel(word[word.size() - 2]))
        return std::string(word.substr(0, word.size() - 1)) + "ies";
    return std::string(word) + (endsWithAny(word, {"s", "x", "z", "ch", "sh"}) ? "es" : "s");
}

} // namespace

std::vector<std::string> inflectionsOf(std::string_view word, Inflections wanted) {
    if (word.size() < 3 || word.size() > longestWord)
        return {};
    std::vector<std::string> forms = {plural(word)};
    if (wanted == Inflections::Plural)
        return forms;
    const std::string stem(word.substr(0, word.size() - 1));
    const bool silentE = word.back() == 'e' && !word.ends_with("ee");
    if (word.back() == 'e')
        forms.push_back(std::string(word) + "d");
    else if (word.back() == 'y' && !isVowel(word[word.size() - 2]))
        forms.push_back(stem + "ied");
    else
        forms.push_back(std::string(word) + "ed");
    forms.push_back((silentE ? stem : std::string(word)) + "ing");
    return forms;
}

} // namespace parallax::data
