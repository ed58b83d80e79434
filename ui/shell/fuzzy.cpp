// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "data/article/fold.h"

namespace parallax::ui {

namespace {

struct Name {
    std::u32string folded;
    std::vector<int> units;   // UTF-16 position of each code point
    std::vector<bool> starts; // begins a word
};

Name nameOf(const QString& text) {
    Name name;
    bool afterLetter = false;
    bool afterLower = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
        const bool letter = QChar::isLetterOrNumber(c);
        name.folded.push_back(data::fold(c));
        name.units.push_back(static_cast<int>(at));
        name.starts.push_back(letter && (!afterLetter || isHan(c) || (QChar::isUpper(c) && afterLower)));
        afterLetter = letter && !isHan(c);
        afterLower = QChar::isLower(c);
        if (isPair)
            ++at;
    }
    return name;
}

constexpr int none = -1'000'000;

// The best way to find `word` in `name` as a subsequence, by dynamic programming over (letter, place).
FuzzyMatch matchWord(const std::u32string& word, const Name& name) {
    const std::size_t letters = word.size();
    const std::size_t places = name.folded.size();
    if (letters == 0 || letters > places)
        return {};
    std::vector<int> best(letters * places, none);
    std::vector<int> from(letters * places, -1);
    for (std::size_t letter = 0; letter < letters; ++letter) {
        int bestBefore = letter == 0 ? 0 : none; // over places further left, gap included
        int bestBeforePlace = -1;
        for (std::size_t place = 0; place < places; ++place) {
            if (letter > 0 && place >= 2) {
                const int far = best[(letter - 1) * places + place - 2];
                if (far > bestBefore) {
                    bestBefore = far;
                    bestBeforePlace = static_cast<int>(place) - 2;
                }
            }
            if (word[letter] != name.folded[place])
                continue;
            const int own = 10 + (name.starts[place] ? 14 : 0) + (place == 0 ? 6 : 0);
            int value = bestBefore == none ? none : bestBefore + own - (letter == 0 ? 0 : 3);
            int source = bestBeforePlace;
            if (letter > 0 && place >= 1) {
                const int near = best[(letter - 1) * places + place - 1];
                if (near != none && near + own + 16 > value) {
                    value = near + own + 16;
                    source = static_cast<int>(place) - 1;
                }
            }
            best[letter * places + place] = value;
            from[letter * places + place] = source;
        }
    }
    const auto last = best.begin() + static_cast<std::ptrdiff_t>((letters - 1) * places);
    const auto top = std::max_element(last, best.end());
    // Letters strewn over a name are not what anyone meant by them.
    if (*top < static_cast<int>(letters) * 16)
        return {};
    FuzzyMatch match;
    match.score = *top;
    int place = static_cast<int>(top - last);
    for (std::size_t letter = letters; letter-- > 0 && place >= 0;) {
        match.positions.prepend(name.units[static_cast<std::size_t>(place)]);
        place = from[letter * places + static_cast<std::size_t>(place)];
    }
    return match;
}

} // namespace

FuzzyQuery::FuzzyQuery(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& word : words) {
        // "Import …" is found by its word; a mark alone stands for nothing.
        const bool hasLetter =
            std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (hasLetter || words.size() == 1)
            m_words.append(data::foldText(word.left(64).toStdString()));
    }
}

FuzzyMatch FuzzyQuery::match(const QString& name) const {
    const Name prepared = nameOf(name.left(256));
    FuzzyMatch total;
    for (const std::u32string& word : m_words) {
        const FuzzyMatch one = matchWord(word, prepared);
        if (one.score == 0)
            return {};
        total.score += one.score;
        total.positions += one.positions;
    }
    if (total.score > 0) {
        // Of equal matches the shorter name is meant.
        total.score = std::max(1, total.score * 4 - static_cast<int>(prepared.folded.size()) / 4);
        std::sort(total.positions.begin(), total.positions.end());
    }
    return total;
}

} // namespace parallax::ui
