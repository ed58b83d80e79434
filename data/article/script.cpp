// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/script.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

#include <opencc/opencc.h>

#include "base/resource.h"
#include "base/utf8.h"
#include "data/article/script_characters.h"

namespace parallax::data {
namespace {

// Loaded at first use (some 30 ms); one converter serves all threads.
const opencc::SimpleConverter& converter(Language to) {
    if (to == Language::TraditionalChinese) {
        static const opencc::SimpleConverter toTraditional("s2twp.json");
        return toTraditional;
    }
    static const opencc::SimpleConverter toSimplified("tw2sp.json");
    return toSimplified;
}

// Words with a conversion of their own, by their first character; the longest first.
using Overrides = std::unordered_map<char32_t, std::vector<std::pair<std::string, std::string>>>;

Overrides loadOverrides(Language to) {
    Overrides words;
    std::string_view rest = resource("lexicon/script_overrides.tsv");
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto first = line.find('\t');
        const auto second = first == std::string_view::npos ? first : line.find('\t', first + 1);
        if (second == std::string_view::npos || line.starts_with('#') ||
            languageFromTag(line.substr(0, first)) != to)
            continue;
        const std::string_view from = line.substr(first + 1, second - first - 1);
        words[decodeAt(from, 0).value].emplace_back(from, line.substr(second + 1));
    }
    for (auto& [character, list] : words)
        std::ranges::stable_sort(list, std::greater<>{}, [](const auto& word) { return word.first.size(); });
    return words;
}

const Overrides& overrides(Language to) {
    static const Overrides toTraditional = loadOverrides(Language::TraditionalChinese);
    static const Overrides toSimplified = loadOverrides(Language::SimplifiedChinese);
    return to == Language::TraditionalChinese ? toTraditional : toSimplified;
}

// A run of Han characters alone: words of our own list first, OpenCC for what is between.
void convertRun(std::string_view run, Language to, std::string& out) {
    const Overrides& words = overrides(to);
    std::size_t pending = 0;
    const auto flush = [&](std::size_t end) {
        if (end > pending)
            out += converter(to).Convert(std::string(run.substr(pending, end - pending)));
    };
    for (std::size_t at = 0; at < run.size();) {
        const CodePoint c = decodeAt(run, at);
        const auto found = words.find(c.value);
        const auto matches = [&](const auto& word) { return run.substr(at).starts_with(word.first); };
        if (found != words.end()) {
            if (const auto word = std::ranges::find_if(found->second, matches); word != found->second.end()) {
                flush(at);
                out += word->second;
                at += word->first.size();
                pending = at;
                continue;
            }
        }
        at += c.length;
    }
    flush(run.size());
}

// Where code or an address that begins at `at` ends; `at` itself when none begins there.
std::size_t verbatimEnd(std::string_view text, std::size_t at) {
    if (text[at] == '`') {
        const auto line = std::min(text.find('\n', at), text.size());
        const auto end = text.substr(0, line).find('`', at + 1);
        return end == std::string_view::npos ? at : end + 1;
    }
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www."))
        return at;
    std::size_t end = at;
    while (end < text.size() && std::string_view(" \t\n<>\"'`").find(text[end]) == std::string_view::npos) {
        const CodePoint c = decodeAt(text, end);
        if (std::u32string_view(U"，。、；：！？（）「」『』《》“”").find(c.value) !=
            std::u32string_view::npos)
            break;
        end += c.length;
    }
    return end;
}

void convertPiece(std::string_view text, Language to, std::string& out) {
    std::size_t copied = 0; // before this all is in `out`
    std::size_t runBegin = std::string_view::npos;
    std::size_t backtickFails = 0; // up to here a search for a closing backtick is known to fail
    const auto endRun = [&](std::size_t at) {
        if (runBegin == std::string_view::npos)
            return;
        out += text.substr(copied, runBegin - copied);
        convertRun(text.substr(runBegin, at - runBegin), to, out);
        copied = at;
        runBegin = std::string_view::npos;
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        if (isHan(c.value)) {
            if (runBegin == std::string_view::npos)
                runBegin = at;
            at += c.length;
            continue;
        }
        endRun(at);
        if ((c.value == '`' && at >= backtickFails) || c.value == 'h' || c.value == 'w') {
            const std::size_t end = verbatimEnd(text, at);
            if (end > at) {
                at = end;
                continue;
            }
            if (c.value == '`')
                backtickFails = std::min(text.find('\n', at), text.size());
        }
        at += c.length;
    }
    endRun(text.size());
    out += text.substr(copied);
}

struct ScriptCounts {
    int traditional = 0;
    int simplified = 0;
    int japanese = 0;
};

ScriptCounts countScripts(std::string_view text) {
    ScriptCounts counts;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint c = decodeAt(text, at);
        at += c.length;
        const HanScript script = hanScript(c.value);
        counts.traditional += script == HanScript::Traditional ? 1 : 0;
        counts.simplified += script == HanScript::Simplified ? 1 : 0;
        counts.japanese += c.value >= 0x3041 && c.value <= 0x30FA ? 1 : 0; // kana
    }
    return counts;
}

// Whether the piece is in the other script: more of its characters are that script's alone, or there are none
// and the text around it is.
bool isInOther(const ScriptCounts& counts, Language to, Language from) {
    if (counts.traditional + counts.simplified == 0)
        return isChinese(from) && from != to && counts.japanese <= 2;
    const int other = to == Language::TraditionalChinese ? counts.simplified : counts.traditional;
    const int same = to == Language::TraditionalChinese ? counts.traditional : counts.simplified;
    return other > same && counts.japanese <= 2;
}

} // namespace

std::string convertScript(std::string_view text, Language to, Language from) {
    if (!isChinese(to))
        return std::string(text);
    // Counting is a hundred times faster than OpenCC: most texts have nothing to convert.
    const ScriptCounts counts = countScripts(text);
    const bool both = counts.traditional > 0 && counts.simplified > 0;
    if (!both && !isInOther(counts, to, from))
        return std::string(text);
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    if (!both) {
        convertPiece(text, to, out);
        return out;
    }
    // Sentences in both scripts: each is judged alone, so that what is right already stays.
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size()) {
            const CodePoint c = decodeAt(text, end);
            end += c.length;
            if (c.value == '\n' || c.value == U'。' || c.value == U'！' || c.value == U'？')
                break;
        }
        const std::string_view piece = text.substr(begin, end - begin);
        if (isInOther(countScripts(piece), to, from))
            convertPiece(piece, to, out);
        else
            out += piece;
        begin = end;
    }
    return out;
}

} // namespace parallax::data
