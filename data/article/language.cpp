// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/language.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "data/article/script_characters.h"

namespace parallax::data {
namespace {

// Words that are frequent in one language and hardly occur in the others of the list: enough to tell English
// from its neighbours in the Latin alphabet, which is all that is asked here.
constexpr std::array<std::string_view, 44> englishWords = {
    "a",    "about", "an",   "and",  "are",  "as",    "at",    "be",    "by",   "can",  "for",
    "from", "has",   "have", "how",  "into", "is",    "it",    "its",   "more", "not",  "of",
    "on",   "or",    "our",  "out",  "over", "that",  "the",   "their", "they", "this", "to",
    "up",   "was",   "we",   "were", "what", "which", "while", "will",  "with", "you",  "your"};
constexpr std::array<std::string_view, 88> otherWords = {
    "adalah", "akan",  "ale",    "antara", "atau",  "aus",     "auf",  "avec", "bagi",  "bei",   "che",
    "como",   "con",   "czy",    "da",     "dalam", "dan",     "dans", "dari", "das",   "de",    "dei",
    "del",    "della", "den",    "der",    "des",   "di",      "dla",  "do",   "een",   "ein",   "eine",
    "el",     "en",    "est",    "et",     "fur",   "het",     "il",   "ini",  "itu",   "jak",   "jako",
    "jest",   "juga",  "kepada", "ku",     "la",    "las",     "le",   "les",  "los",   "mit",   "na",
    "nicht",  "nie",   "nun",    "od",     "oder",  "oleh",    "oraz", "pada", "para",  "per",   "po",
    "por",    "pour",  "przez",  "que",    "roku",  "sebagai", "sich", "sie",  "tidak", "telah", "um",
    "una",    "und",   "une",    "untuk",  "van",   "von",     "w",    "wird", "yang",  "z",     "zu"};

// Words as numbers, eight letters at most, so that looking one up is one step and no comparison of strings:
// this is done for every word of every document.
enum class WordOf : std::uint8_t { Neither, English, Other };

constexpr std::uint64_t addLetter(std::uint64_t packed, char letter) {
    return (packed << 8U) | static_cast<unsigned char>(letter);
}

class WordTable {
  public:
    WordTable() {
        for (const std::string_view word : englishWords)
            add(word, WordOf::English);
        for (const std::string_view word : otherWords)
            add(word, WordOf::Other);
    }
    WordOf find(std::uint64_t packed) const {
        for (std::size_t slot = place(packed); m_keys[slot] != 0; slot = (slot + 1) % m_keys.size())
            if (m_keys[slot] == packed)
                return m_kinds[slot];
        return WordOf::Neither;
    }

  private:
    static std::size_t place(std::uint64_t packed) { return (packed * 0x9E3779B97F4A7C15U) >> 54U; }
    void add(std::string_view word, WordOf kind) {
        std::uint64_t packed = 0;
        for (const char letter : word)
            packed = addLetter(packed, letter);
        std::size_t slot = place(packed);
        while (m_keys[slot] != 0)
            slot = (slot + 1) % m_keys.size();
        m_keys[slot] = packed;
        m_kinds[slot] = kind;
    }
    std::array<std::uint64_t, 1024> m_keys{};
    std::array<WordOf, 1024> m_kinds{};
};

WordOf wordOf(std::uint64_t packed) {
    static const WordTable table;
    return table.find(packed);
}

// What the letters of a text say, counted in one pass.
struct Letters {
    int words = 0;        // runs of Latin letters and digits that begin with a letter
    int english = 0;      // of these: frequent English words
    int foreign = 0;      // frequent words of another language, or letters English does not have
    int lowerCase = 0;    // of these: with a small first letter, which a name seldom has
    int longRunWords = 0; // words in runs of at least sentenceWords with no Han between: whole clauses
    int longestRun = 0;   // words with no Han between
    int han = 0;
    int clauseHan = 0;     // Han characters in runs of at least clauseLength: more than a name
    bool hanFirst = false; // before any word
    int longestHan = 0;    // characters in one run
    int grammarHan = 0; // 的, 了, 在 and the like, and Chinese commas and stops: of a sentence, not of a term
    int traditional = 0;
    int simplified = 0;
    int japanese = 0; // kana, and forms that only Japan uses
    int hangul = 0;
    int otherLetters = 0; // Cyrillic, Greek, Arabic, Thai …
};

constexpr int sentenceWords = 7;
constexpr int clauseLength = 4;
constexpr int sentenceHan = 8; // more than a term has

bool isOfChineseSentence(char32_t c) {
    constexpr std::u32string_view characters =
        U"的了在是與与和將将被把也都於于為为及或但從从之會会有很，。、；：！？";
    return c >= 0x3000 && characters.find(c) != characters.npos;
}

bool isLatinLetter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A);
}

bool isAccentedLatin(char32_t c) {
    return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

bool isOtherAlphabet(char32_t c) {
    // Greek (but for the letters that science borrows), Cyrillic, Armenian, Hebrew, Arabic, the Indic
    // scripts, Thai, Georgian, Ethiopic, Khmer.
    return (c >= 0x370 && c <= 0x1FFF && c != 0x3BC && c != 0x3B1 && c != 0x3B2 && c != 0x394 &&
            !(c >= 0x1100 && c <= 0x11FF) && !(c >= 0x1E00 && c <= 0x1EFF));
}

// Text in quotation marks or brackets is quoted, not said: an English title inside a Chinese question does
// not make the question English.
char32_t closingOf(char32_t c) {
    switch (c) {
    case U'“':
        return U'”';
    case U'「':
        return U'」';
    case U'『':
        return U'』';
    case U'《':
        return U'》';
    case U'(':
        return U')';
    case U'（':
        return U'）';
    case U'【':
        return U'】';
    default:
        return 0;
    }
}

class LetterCounter {
  public:
    void feed(char32_t c) {
        if (m_hanRun > 0 && !isHan(c))
            endHanRun();
        m_letters.grammarHan += isOfChineseSentence(c) ? 1 : 0;
        if (isLatinLetter(c)) {
            m_lowerCase = m_inWord ? m_lowerCase : (c & 0x20U) != 0 && c < 0x80;
            if (++m_wordLength <= 8)
                m_word =
                    addLetter(m_word, static_cast<char>(c < 0x80 ? (c | 0x20U) : ((c - 0xFEE0) | 0x20U)));
            m_inWord = true;
            return;
        }
        if (isAccentedLatin(c)) {
            m_accented = true;
            m_inWord = true;
            return;
        }
        if (c >= 0x300 && c <= 0x36F) { // a combining accent: the same letter in form D
            m_accented = m_accented || m_inWord;
            return;
        }
        if (c == '\'' || c == U'’' || (m_inWord && c >= '0' && c <= '9'))
            return;
        endWord();
        if (isHan(c)) {
            endRun();
            m_letters.hanFirst = m_letters.hanFirst || m_letters.words == 0;
            ++m_letters.han;
            ++m_hanRun;
            switch (hanScript(c)) {
            case HanScript::Traditional:
                ++m_letters.traditional;
                break;
            case HanScript::Simplified:
                ++m_letters.simplified;
                break;
            case HanScript::Japanese:
                ++m_letters.japanese;
                break;
            case HanScript::Either:
                break;
            }
        } else if (isKana(c) && c != U'・' && c != U'ー') {
            endRun();
            ++m_letters.japanese;
        } else if (isHangul(c)) {
            endRun();
            ++m_letters.hangul;
        } else if (isOtherAlphabet(c)) {
            ++m_letters.otherLetters;
        }
    }

    Letters finish() {
        endWord();
        endRun();
        endHanRun();
        return m_letters;
    }

  private:
    void endWord() {
        if (!m_inWord)
            return;
        ++m_letters.words;
        ++m_run;
        m_letters.lowerCase += m_lowerCase ? 1 : 0;
        const WordOf known = m_wordLength <= 8 ? wordOf(m_word) : WordOf::Neither;
        if (m_accented || known == WordOf::Other)
            ++m_letters.foreign;
        else if (known == WordOf::English)
            ++m_letters.english;
        m_word = 0;
        m_wordLength = 0;
        m_accented = false;
        m_inWord = false;
        m_lowerCase = false;
    }
    void endRun() {
        if (m_run >= sentenceWords)
            m_letters.longRunWords += m_run;
        m_letters.longestRun = std::max(m_letters.longestRun, m_run);
        m_run = 0;
    }

    void endHanRun() {
        if (m_hanRun >= clauseLength)
            m_letters.clauseHan += m_hanRun;
        m_letters.longestHan = std::max(m_letters.longestHan, m_hanRun);
        m_hanRun = 0;
    }

    Letters m_letters;
    std::uint64_t m_word = 0;
    int m_wordLength = 0;
    bool m_inWord = false;
    bool m_lowerCase = false; // the word begins with a small letter
    bool m_accented = false;
    int m_run = 0;
    int m_hanRun = 0;
};

// Whether the words in Latin letters make an English sentence: names and terms in a Chinese one have capitals
// and hardly a "the" or "that".
bool isEnglishSentence(const Letters& letters) {
    return letters.english >= 1 && letters.lowerCase >= 3 && letters.english * 8 >= letters.words &&
           letters.lowerCase * 2 >= letters.words && letters.foreign <= letters.english;
}

enum class Quoted { Skip, Count };

Letters countLetters(std::string_view text, Quoted quoted) {
    LetterCounter counter;
    // Where the next closing mark of each kind stands: found once and kept, so that a text full of opening
    // marks is not searched again for each.
    std::array<std::pair<char32_t, std::size_t>, 9> closings{};
    const auto nextClosing = [&](char32_t close, std::size_t from) {
        auto known = std::ranges::find_if(
            closings, [&](const auto& entry) { return entry.first == close || entry.first == 0; });
        if (known->first == 0 || (known->second < from && known->second != std::string_view::npos)) {
            std::string closing;
            appendUtf8(closing, close);
            *known = {close, text.find(closing, from)};
        }
        return known->second;
    };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        at += c.length;
        const char32_t close = quoted == Quoted::Skip ? closingOf(c.value) : 0;
        if (close != 0) {
            // A quotation that never closes is none; 2,000 bytes is longer than any title or aside.
            const std::size_t end = nextClosing(close, at);
            if (end != std::string_view::npos && end - at <= 2000) {
                at = end + decodeAt(text, end).length;
                counter.feed(' ');
                continue;
            }
        }
        counter.feed(c.value);
    }
    return counter.finish();
}

JudgedLanguage chineseScript(const Letters& letters, std::string_view text, Language hint) {
    const int t = letters.traditional;
    const int s = letters.simplified;
    if (t > 0 || s > 0) {
        const int smaller = std::min(t, s);
        if (smaller >= 6 && smaller * 3 >= t + s)
            return {Language::Mixed, false};
        if (t != s)
            return {t > s ? Language::TraditionalChinese : Language::SimplifiedChinese, false};
    }
    if (isChinese(hint))
        return {hint, true};
    if (text.find("「") != std::string_view::npos)
        return {Language::TraditionalChinese, true};
    return {Language::SimplifiedChinese, true};
}

Language latinLanguage(const Letters& letters, Language hint) {
    if (letters.words == 0)
        return Language::Unknown;
    if (letters.foreign > letters.english &&
        (letters.foreign * 12 >= letters.words || letters.english == 0)) {
        // One accented word is a name ("Zoë", "São Paulo"), not a language, unless the page speaks one.
        if (letters.foreign >= 2 || hint == Language::Other ||
            (letters.words <= 3 && hint == Language::Unknown))
            return Language::Other;
    }
    if (letters.english == 0 && hint == Language::Other)
        return Language::Other;
    return Language::English;
}

} // namespace

std::string_view languageTag(Language language) noexcept {
    switch (language) {
    case Language::English:
        return "en";
    case Language::TraditionalChinese:
        return "zh-Hant";
    case Language::SimplifiedChinese:
        return "zh-Hans";
    case Language::Mixed:
        return "mixed";
    case Language::Other:
        return "other";
    case Language::Unknown:
        break;
    }
    return "";
}

Language languageFromTag(std::string_view tag) noexcept {
    tag = trim(tag);
    if (tag == "繁" || tag == "繁體" || tag == "繁体" || tag == "繁體中文" || tag == "繁体中文" ||
        tag == "正體中文")
        return Language::TraditionalChinese;
    if (tag == "简" || tag == "簡" || tag == "简体" || tag == "簡體" || tag == "简体中文" ||
        tag == "簡體中文" || tag == "中文" || tag == "汉语")
        return Language::SimplifiedChinese;
    if (tag.empty() || tag.size() > 35)
        return Language::Unknown;
    std::string lower;
    for (const char c : tag) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) == 0 && c != '-' && c != '_' && c != '.' && c != '@')
            return Language::Unknown;
        lower.push_back(c == '_' ? '-' : static_cast<char>(std::tolower(byte)));
    }
    if (const auto cut = lower.find_first_of(".@"); cut != std::string::npos)
        lower.resize(cut); // zh_TW.UTF-8
    if (lower == "english")
        return Language::English;
    if (lower == "mixed" || lower == "mul")
        return Language::Mixed;
    if (lower == "other")
        return Language::Other;
    if (lower == "und" || lower == "c" || lower == "posix")
        return Language::Unknown;
    const std::string_view primary = std::string_view(lower).substr(0, lower.find('-'));
    const auto has = [&](std::string_view part) {
        return ("-" + lower + "-").find("-" + std::string(part) + "-") != std::string::npos;
    };
    if (primary == "en")
        return Language::English;
    if (primary == "zh" || primary == "cmn" || primary == "yue" || primary == "chi" || primary == "zho") {
        if (has("hans"))
            return Language::SimplifiedChinese;
        const bool traditional =
            has("hant") || has("tw") || has("hk") || has("mo") || has("cht") || primary == "yue";
        return traditional ? Language::TraditionalChinese : Language::SimplifiedChinese;
    }
    const bool letters = std::ranges::all_of(primary, [](char c) { return c >= 'a' && c <= 'z'; });
    return letters && (primary.size() == 2 || primary.size() == 3) ? Language::Other : Language::Unknown;
}

Language detectLanguage(std::string_view text, Language hint) {
    return judgeLanguage(text, hint).language;
}

JudgedLanguage judgeLanguage(std::string_view text, Language hint) {
    Letters letters = countLetters(text, Quoted::Skip);
    if (letters.words + letters.han + letters.japanese + letters.hangul + letters.otherLetters < 2)
        letters = countLetters(text, Quoted::Count);
    const int han = letters.han;
    const int eastAsian = han + letters.hangul + letters.japanese;
    if (eastAsian + letters.words + letters.otherLetters == 0)
        return {Language::Unknown, false};
    if (letters.otherLetters > eastAsian + letters.words * 5)
        return {Language::Other, false};
    if (letters.hangul * 5 > eastAsian && letters.hangul * 2 > letters.words)
        return {Language::Other, false};
    if (letters.japanese * 12 > eastAsian && eastAsian * 2 > letters.words)
        return {Language::Other, false}; // kana, or a form that only Japan writes
    const bool english = han > 0 && isEnglishSentence(letters);
    if (english && !letters.hanFirst && letters.grammarHan == 0 && letters.longestHan < sentenceHan &&
        han <= letters.words * 2)
        return {Language::English, false}; // with a Chinese name or term or two
    if (letters.longRunWords > 0 && letters.clauseHan > 0 && han * 5 > letters.longRunWords &&
        letters.longRunWords * 10 > han)
        return {Language::Mixed, false};
    constexpr int clauseWords = 5;
    if (english && letters.clauseHan > 0 && letters.longestRun >= clauseWords && letters.words * 6 >= han)
        return {Language::Mixed, false};
    // A Han character says about as much as half a word; names in Latin letters are common in Chinese.
    if (han == 0 || han * 2 < letters.words)
        return {latinLanguage(letters, hint), false};
    if (hint == Language::Other && letters.traditional + letters.simplified == 0 && han < 12)
        return {Language::Other, false}; // a heading in kanji alone on a Japanese page
    return chineseScript(letters, text, hint);
}

} // namespace parallax::data
