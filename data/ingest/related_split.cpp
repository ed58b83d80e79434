// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/related_split.h"

#include <algorithm>
#include <limits>

#include "base/utf8.h"

namespace parallax::data {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr std::size_t shortestTitle = 6; // in UTF-16 units
constexpr std::size_t longestTitle = 140;
constexpr std::size_t shortestExcerpt = 15;
constexpr std::size_t longestLine = 20'000; // code points; longer lines are no list of entries

bool isUpper(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE);
}
bool isLower(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c < 0x180);
}
bool isCjk(char32_t c) {
    return isHan(c) || isKana(c) || isHangul(c);
}

// Whether an opening quotation mark or bracket before `c` would be left open.
int bracketStep(char32_t c) {
    constexpr std::u32string_view open = U"([（【「『《“";
    constexpr std::u32string_view close = U")]）】」』》”";
    return open.find(c) != std::u32string_view::npos    ? 1
           : close.find(c) != std::u32string_view::npos ? -1
                                                        : 0;
}

class Splitter {
  public:
    Splitter(std::string_view line, const SiteProfile& profile)
        : m_profile(profile) {
        for (std::size_t at = 0; at < line.size();) {
            const CodePoint c = decodeAt(line, at);
            m_text.push_back(c.value);
            m_bytes.push_back(at);
            at += c.length;
        }
        m_bytes.push_back(line.size());
        m_units.push_back(0);
        m_han.push_back(0);
        m_stops.push_back(0);
        m_depth.push_back(0);
        for (const char32_t c : m_text) {
            m_units.push_back(m_units.back() + (c > 0xFFFF ? 2U : 1U));
            m_han.push_back(m_han.back() + (isCjk(c) ? 1 : 0));
            m_stops.push_back(m_stops.back() + (c == U'。' || c == '\n' ? 1 : 0));
            m_depth.push_back(m_depth.back() + bracketStep(c));
        }
    }

    std::vector<RelatedSplit> split() {
        const std::size_t size = m_text.size();
        struct Step {
            double cost = never;
            std::size_t start = 0;
            std::size_t border = 0;
        };
        std::vector<Step> best(size + 1);
        best[0].cost = 0;
        for (std::size_t start = 0; start < size; ++start) {
            if (best[start].cost == never)
                continue;
            const double startPrice = best[start].cost + startCost(start);
            for (std::size_t border = start + 1; border < size && units(start, border) <= longestTitle;
                 ++border) {
                if (units(start, border) < shortestTitle || m_stops[border] != m_stops[start])
                    continue;
                const double borderPrice = startPrice + borderCost(start, border);
                if (borderPrice == never)
                    continue;
                for (const auto& [end, price] : endsOf(border)) {
                    const double cost = borderPrice + price + bodyCost(start, border, end);
                    if (cost < best[end].cost)
                        best[end] = {cost, start, border};
                }
            }
        }
        std::vector<RelatedSplit> entries;
        if (best[size].cost == never)
            return entries;
        for (std::size_t end = size; end > 0; end = best[end].start) {
            const Step& step = best[end];
            RelatedSplit entry;
            entry.title = {m_bytes[step.start], m_bytes[step.border]};
            entry.excerpt = {m_bytes[step.border], m_bytes[end]};
            entry.cut = units(step.border, end) == m_profile.excerptLength && !endsSentence(end);
            entry.uncertain = !isPlain(step.start, step.border, end);
            entries.push_back(entry);
        }
        std::reverse(entries.begin(), entries.end());
        return entries;
    }

  private:
    std::size_t units(std::size_t begin, std::size_t end) const { return m_units[end] - m_units[begin]; }
    int han(std::size_t begin, std::size_t end) const { return m_han[end] - m_han[begin]; }

    bool endsSentence(std::size_t end) const {
        return std::ranges::any_of(m_profile.excerptEnds, [&](const std::u32string& ending) {
            return end >= ending.size() &&
                   std::u32string_view(m_text).substr(end - ending.size(), ending.size()) == ending;
        });
    }

    // The ends that an excerpt from `border` may have.
    template <typename Visit>
    void forEachEnd(std::size_t border, const Visit& visit) const {
        const std::size_t size = m_text.size();
        std::size_t end = border;
        while (end < size && units(border, end) < m_profile.excerptLength) {
            ++end;
            const std::size_t length = units(border, end);
            if (length < shortestExcerpt || length >= m_profile.excerptLength)
                continue;
            // A whole summary that is shorter; summaries have two sentences more often than one.
            if (endsSentence(end))
                visit(end, 1.5 + (length < 60 ? 0.08 * static_cast<double>(60 - length) : 0));
            else if (end == size)
                visit(end, 5);
        }
        if (units(border, end) == m_profile.excerptLength)
            visit(end, 0.5);
    }

    struct End {
        std::size_t at;
        double price;
    };
    // The same for every start: found once a border.
    const std::vector<End>& endsOf(std::size_t border) {
        if (m_ends.empty())
            m_ends.resize(m_text.size());
        auto& ends = m_ends[border];
        if (!ends.known) {
            ends.known = true;
            forEachEnd(border, [&](std::size_t at, double price) { ends.list.push_back({at, price}); });
        }
        return ends.list;
    }

    // How unlikely it is that a title begins here, after an excerpt that was cut anywhere.
    double startCost(std::size_t at) const {
        const char32_t c = m_text[at];
        if (at == 0)
            return 0;
        if (c == ' ' || c == ',' || c == U'、' || c == U'，' || c == U'。' || c == '.' || c == ')')
            return 6;
        if (isLower(c))
            return isLower(m_text[at - 1]) || isUpper(m_text[at - 1]) ? 4 : 2.5;
        return isUpper(c) || isCjk(c) || isDigit(c) || bracketStep(c) > 0 ? 0 : 1;
    }

    bool anyStarts(const std::vector<std::u32string>& words, std::size_t at, std::size_t& length) const {
        length = 0;
        for (const std::u32string& word : words)
            if (word.size() > length && foldedEquals(at, word))
                length = word.size();
        return length > 0;
    }

    // Labels of the profile are folded (lower case); so is the comparison.
    bool foldedEquals(std::size_t at, std::u32string_view word) const {
        if (at + word.size() > m_text.size())
            return false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const char32_t c = m_text[at + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != word[i])
                return false;
        }
        return true;
    }

    // What a border costs whatever the start is, computed once a border.
    struct Border {
        bool known = false;
        double cost = 0;
        double repeat = 0;          // what a repeated name is worth …
        std::size_t repeatFrom = 0; // … for titles that begin no later than this
    };

    // How unlikely it is that the title from `start` ends before `border` and the excerpt begins there.
    double borderCost(std::size_t start, std::size_t border) {
        if (m_borders.empty())
            m_borders.resize(m_text.size());
        Border& known = m_borders[border];
        if (!known.known) {
            known.known = true;
            known.cost = borderAlone(border);
            if (known.cost != never)
                findRepeat(border, known);
        }
        double cost = known.cost;
        if (m_depth[border] != m_depth[start])
            cost += 5;
        if (known.repeat > 0 && start <= known.repeatFrom)
            cost -= known.repeat;
        return cost;
    }

    double borderAlone(std::size_t border) const {
        const char32_t before = m_text[border - 1];
        const char32_t after = m_text[border];
        constexpr std::u32string_view neverLast = U" ,、，:：;；(（「『《“-—&+/·";
        constexpr std::u32string_view neverFirst = U" ,.、，。:：;；)）」』》”?？!！%…-—’'";
        if (neverLast.find(before) != std::u32string_view::npos ||
            neverFirst.find(after) != std::u32string_view::npos)
            return never;
        const auto isWord = [](char32_t c) { return isUpper(c) || isLower(c) || isDigit(c); };
        double cost = 6;
        if (isWord(before) && isWord(after)) {
            if (isDigit(before) && isDigit(after))
                return never;
            // "Glued TitleThe excerpt": only a capital after a small letter or digit can be a border.
            if (!isUpper(after) || isUpper(before))
                return isUpper(before) && isUpper(after) ? cost + 3 : never;
            cost -= 2;
        } else if (isCjk(before) && isUpper(after)) {
            cost -= 2;
        } else if (isCjk(after) && isWord(before)) {
            cost -= 0.5;
        } else if (isLower(after)) {
            cost += 2;
        }
        if (before == '?' || before == '!' || before == U'？' || before == U'！')
            cost -= 4;
        std::size_t length = 0;
        if (anyStarts(m_profile.excerptStarts, border, length))
            cost -= length == 1 && isCjk(after) ? 1.5 : 2.5;
        for (const std::u32string& word : m_profile.titleEnds)
            if (border >= word.size() && foldedEquals(border - word.size(), word)) {
                cost -= 2.5;
                break;
            }
        return cost;
    }

    // An excerpt often begins with the name that the title is about.
    void findRepeat(std::size_t border, Border& known) const {
        std::size_t length = 0;
        while (border + length < m_text.size() && length < 20 &&
               (isUpper(m_text[border + length]) || isLower(m_text[border + length])))
            ++length;
        if (length < 3)
            length = isCjk(m_text[border]) && border + 2 < m_text.size() && isCjk(m_text[border + 1]) ? 2 : 0;
        if (length == 0 || border < length)
            return;
        const std::u32string_view text = m_text;
        const std::u32string_view word = text.substr(border, length);
        const std::size_t from = border > longestTitle ? border - longestTitle : 0;
        const auto at = text.substr(from, border - from).rfind(word);
        if (at == std::u32string_view::npos)
            return;
        known.repeat = length >= 3 ? 2 : 1;
        known.repeatFrom = from + at;
    }

    // How unlikely title and excerpt are by their lengths and scripts.
    double bodyCost(std::size_t start, std::size_t border, std::size_t end) const {
        const auto titleUnits = static_cast<double>(units(start, border));
        const auto excerptUnits = static_cast<double>(units(border, end));
        const bool chineseTitle = han(start, border) >= 4;
        const double usual = chineseTitle ? 28 : 65;
        const double spread = chineseTitle ? 12 : 28;
        const double off = (titleUnits - usual) / spread;
        double cost = 0.5 * off * off;
        const double hanShare = han(border, end) / excerptUnits;
        if (hanShare > 0 && hanShare < 0.25)
            cost += 3 + hanShare * 20; // an English excerpt that took some of a Chinese title
        else if (hanShare == 0 && chineseTitle)
            cost -= isCjk(m_text[border - 1]) || bracketStep(m_text[border - 1]) < 0 ? 4 : 1;
        return cost;
    }

    // Whether the border is plain to see: the script turns there, or a question ends without a blank.
    bool isPlain(std::size_t start, std::size_t border, std::size_t end) const {
        const char32_t before = m_text[border - 1];
        if (han(border, end) == 0 && han(start, border) >= 4)
            return isUpper(m_text[border]) && !isUpper(before) && !isLower(before);
        if (han(start, end) > 0)
            return false;
        // English: the only capital that is glued to a small letter.
        int glued = 0;
        const std::size_t last = std::min(m_text.size() - 1, border + 40);
        for (std::size_t i = start + 1; i <= last; ++i)
            glued += isUpper(m_text[i]) &&
                             (isLower(m_text[i - 1]) || isDigit(m_text[i - 1]) || m_text[i - 1] == '?')
                         ? 1
                         : 0;
        return glued == 1;
    }

    const SiteProfile& m_profile;
    std::u32string m_text;
    std::vector<std::size_t> m_bytes; // where each code point begins
    std::vector<std::size_t> m_units; // UTF-16 units before it
    std::vector<int> m_han, m_stops, m_depth;
    struct Ends {
        bool known = false;
        std::vector<End> list;
    };
    std::vector<Ends> m_ends; // by border
    std::vector<Border> m_borders;
};

} // namespace

std::vector<RelatedSplit> splitRelated(std::string_view line, const SiteProfile& profile) {
    std::vector<RelatedSplit> entries;
    if (line.empty())
        return entries;
    const std::size_t size = codePointCount(line);
    // A line no longer than an excerpt is a title alone, unless it ends as whole excerpts do.
    const bool endsAsExcerpt = size > shortestExcerpt + shortestTitle &&
                               std::ranges::any_of(profile.excerptEnds, [&](const auto& ending) {
                                   return line.ends_with(toUtf8(ending));
                               });
    if ((size > profile.excerptLength || endsAsExcerpt) && size <= longestLine)
        entries = Splitter(line, profile).split();
    if (entries.empty()) // a title alone, or a line that does not obey the rules of the site
        entries.push_back(
            {{0, line.size()}, {line.size(), line.size()}, false, size > profile.excerptLength});
    return entries;
}

std::optional<SourceHub> findSourceHub(std::string_view line, const SiteProfile& profile) {
    const std::string_view tail = line.size() > 400 ? line.substr(line.size() - 400) : line;
    // A cut code point at the front of the tail folds to U+FFFD and matches nothing.
    const Folded folded = foldLabel(tail);
    for (const std::u32string& label : profile.hubLabels) {
        const auto at = folded.text.rfind(label);
        if (at == std::u32string::npos)
            continue;
        std::size_t i = at + label.size();
        while (i < folded.text.size() && folded.text[i] == ' ')
            ++i;
        std::int64_t count = 0;
        const std::size_t digits = i;
        for (; i < folded.text.size() && i - digits < 12 &&
               (isDigit(folded.text[i]) || (i > digits && folded.text[i] == ','));
             ++i)
            if (folded.text[i] != ',')
                count = count * 10 + static_cast<std::int64_t>(folded.text[i] - '0');
        if (i == digits)
            continue;
        while (i < folded.text.size() && folded.text[i] == ' ')
            ++i;
        const std::u32string_view rest = std::u32string_view(folded.text).substr(i);
        for (const LabelPattern& pattern : profile.hubCounts) {
            const bool fits = pattern.hasName
                                  ? rest.starts_with(pattern.before) && rest.ends_with(pattern.after) &&
                                        rest.size() >= pattern.before.size() + pattern.after.size()
                                  : rest == pattern.before;
            if (!fits)
                continue;
            const std::size_t shift = line.size() - tail.size();
            SourceHub hub;
            hub.span = {shift + folded.offsets[at], line.size()};
            hub.count = count;
            if (pattern.hasName) {
                const std::size_t begin = folded.offsets[i + pattern.before.size()];
                const std::size_t end = folded.offsets[folded.text.size() - pattern.after.size()];
                hub.source = trim(tail.substr(begin, end - begin));
            }
            return hub;
        }
    }
    return std::nullopt;
}

} // namespace parallax::data
