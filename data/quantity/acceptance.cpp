// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/acceptance.h"

#include "data/quantity/number.h"
#include "data/quantity/unit.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

bool isWholeText(const FoldedText& text, const Found& found) {
    return text.skipBlanks(0) == found.begin && text.skipBlanks(found.end) >= text.size();
}

// Words behind which a number is a name's or a place's: version 2.1, line 34, Fig. 3.
constexpr auto labels = wordTable<int>(
    {{U"version", 0}, {U"versions", 0}, {U"ver", 0},    {U"vol", 0},      {U"volume", 0}, {U"release", 0},
     {U"build", 0},   {U"line", 0},     {U"lines", 0},  {U"page", 0},     {U"pages", 0},  {U"p", 0},
     {U"pp", 0},      {U"chapter", 0},  {U"ch", 0},     {U"section", 0},  {U"sec", 0},    {U"sect", 0},
     {U"article", 0}, {U"art", 0},      {U"figure", 0}, {U"fig", 0},      {U"table", 0},  {U"step", 0},
     {U"rule", 0},    {U"part", 0},     {U"item", 0},   {U"appendix", 0}, {U"annex", 0},  {U"no", 0},
     {U"nr", 0},      {U"number", 0},   {U"phase", 0},  {U"level", 0},    {U"tier", 0},   {U"stage", 0},
     {U"grade", 0},   {U"type", 0},     {U"class", 0},  {U"category", 0}, {U"day", 0},    {U"room", 0},
     {U"note", 0},    {U"footnote", 0}, {U"issue", 0},  {U"case", 0},     {U"gen", 0},    {U"generation", 0},
     {U"round", 0},   {U"layer", 0},    {U"port", 0},   {U"question", 0}, {U"model", 0},  {U"rank", 0},
     {U"ranked", 0},  {U"scenario", 0}, {U"option", 0}, {U"exhibit", 0},  {U"clause", 0}, {U"paragraph", 0}});

// Capitalised ones that begin a sentence or stand before any figure.
constexpr auto ordinary = wordTable<int>(
    {{U"in", 0},      {U"by", 0},      {U"from", 0},   {U"to", 0},      {U"the", 0},   {U"a", 0},
     {U"at", 0},      {U"of", 0},      {U"with", 0},   {U"and", 0},     {U"only", 0},  {U"just", 0},
     {U"than", 0},    {U"total", 0},   {U"for", 0},    {U"on", 0},      {U"or", 0},    {U"as", 0},
     {U"all", 0},     {U"these", 0},   {U"those", 0},  {U"our", 0},     {U"its", 0},   {U"their", 0},
     {U"another", 0}, {U"some", 0},    {U"nearly", 0}, {U"almost", 0},  {U"about", 0}, {U"over", 0},
     {U"under", 0},   {U"roughly", 0}, {U"is", 0},     {U"was", 0},     {U"are", 0},   {U"were", 0},
     {U"has", 0},     {U"have", 0},    {U"had", 0},    {U"between", 0}, {U"score", 0}, {U"scores", 0},
     {U"average", 0}, {U"median", 0},  {U"sum", 0},    {U"count", 0},   {U"value", 0}, {U"revenue", 0},
     {U"cost", 0},    {U"price", 0},   {U"then", 0},   {U"now", 0},     {U"up", 0},    {U"down", 0},
     {U"per", 0},     {U"with", 0}});

bool hasCapitalOrDigit(const FoldedText& text, std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k)
        if (isUpper(text[k]) || isDigit(text[k]))
            return true;
    return false;
}

bool beginsSentence(const FoldedText& text, std::size_t i) {
    while (i > 0 && isBlank(text[i - 1]))
        --i;
    if (i == 0)
        return true;
    constexpr std::u32string_view ends = U".!?:;\n。！？：；|";
    return ends.find(text[i - 1]) != std::u32string_view::npos;
}

// Right behind a name or a label: "Windows 11", "iPhone 16", "Fig. 3", "version 2.1".
bool afterName(const FoldedText& text, const Found& found, std::size_t i, const LastWord& last) {
    std::size_t before = i;
    while (before > 0 && isBlank(text[before - 1]))
        --before;
    if (before == 0 || before == i || i - before > 1)
        return false;
    if (text[before - 1] == U'.' && last.end == before - 1 && last.end > last.begin)
        return labels.find(text, last.begin) != nullptr; // Fig. 3
    if (last.end != before || last.end == last.begin)
        return false;
    const auto covers = [&](const auto* entry) {
        return entry != nullptr && entry->word.size() == last.end - last.begin;
    };
    if (covers(ordinary.find(text, last.begin)))
        return false;
    static constexpr auto lists = wordTable<int>(
        {{U"fortune", 0}, {U"nasdaq", 0}, {U"ftse", 0}, {U"russell", 0}, {U"top", 0}, {U"forbes", 0}});
    if (covers(lists.find(text, last.begin)) && isUpper(text[last.begin]))
        return true; // Fortune 500 companies
    const bool count = found.quantity->dimension == Dimension::Count;
    if (covers(labels.find(text, last.begin)))
        return !count;
    if (!hasCapitalOrDigit(text, last.begin, last.end))
        return false;
    // "Added 500 customers" begins a sentence; "Microsoft 365 users" does not, if it stands inside one.
    return !count || !beginsSentence(text, last.begin);
}

bool isFractionWord(const FoldedText& text, const Found& found, std::size_t i) {
    const std::size_t next = text.skipBlanks(found.end);
    if (text.isWordAt(i, U"a")) {
        // "a third of", "by a third."; not "a third party", "a quarter ago"
        static constexpr auto followers = wordTable<int>({{U"of", 0},
                                                          {U"more", 0},
                                                          {U"less", 0},
                                                          {U"cheaper", 0},
                                                          {U"faster", 0},
                                                          {U"from", 0},
                                                          {U"to", 0},
                                                          {U"and", 0},
                                                          {U"in", 0},
                                                          {U"by", 0},
                                                          {U"on", 0}});
        return !isLatinLetter(text[next]) || followers.find(text, next) != nullptr;
    }
    if (!text.isWordAt(i, U"half"))
        return true;
    std::size_t begin = i;
    while (begin > 0 && isBlank(text[begin - 1]))
        --begin;
    const std::size_t end = begin;
    while (begin > 0 && end - begin < 10 && isLatinLetter(text[begin - 1]))
        --begin;
    static constexpr auto ordinals = wordTable<int>({{U"first", 0},
                                                     {U"second", 0},
                                                     {U"latter", 0},
                                                     {U"other", 0},
                                                     {U"last", 0},
                                                     {U"third", 0},
                                                     {U"better", 0}});
    return begin == end || ordinals.find(text, begin) == nullptr;
}

bool isMoneyOrRatio(const Quantity& q) {
    return q.dimension == Dimension::Currency || q.dimension == Dimension::Ratio ||
           q.dimension == Dimension::PercentagePoint || q.dimension == Dimension::Multiplier;
}

// Numerals in characters count with a unit, alone in the text, or when a scale makes them plain.
bool isChineseFigure(const FoldedText& text, const Found& found, std::size_t i) {
    const auto& q = *found.quantity;
    const auto number = numberAt(text, i);
    const bool bounded = q.bound != Bound::Exact && q.bound != Bound::Vague;
    const bool unitOnly = number && number->unitOnly && !bounded && !q.approx;
    if (unitOnly) {
        // （百萬美元） and "單位：萬元" name a unit.
        std::size_t before = i;
        while (before > 0 && isBlank(text[before - 1]))
            --before;
        const char32_t c = before > 0 ? text[before - 1] : 0;
        if (c == U'(' || c == U':' || c == U'[' || c == U'/' || c == U'每')
            return false;
        if (isWholeText(text, found) && q.dimension == Dimension::Number)
            return number->numerals >= 2 || number->value.exponent >= 0;
        return isMoneyOrRatio(q) && (number->numerals >= 2 || !isWholeText(text, found));
    }
    if (isWholeText(text, found))
        return q.dimension != Dimension::Number || found.end - found.begin > 1;
    const int numerals = number ? number->numerals : 2;
    if (q.dimension == Dimension::Number)
        return number && (number->scaled || numerals >= 4) && numerals >= 2 &&
               (numerals >= 3 || bounded || q.approx);
    if (numerals == 1) {
        const char32_t c = text[i];
        const char32_t next = text[i + 1];
        if (c == U'一') // 一家, 一年: an article more than a count
            return isMoneyOrRatio(q) && next != U'元' && next != U'圆';
        if (next == U'元' || next == U'圆' || (c == U'二' && q.dimension == Dimension::Count))
            return false; // 二元, 二次
        if (c == U'四' && next == U'处')
            return false;
        if (c == U'数' && (next == U'位' || next == U'组'))
            return false; // 數位, 數組
    }
    return true;
}

// 第三, 第3章: an ordinal.
bool isOrdinal(const FoldedText& text, std::size_t i) {
    return i > 0 && (text[i - 1] == U'第' || (isBlank(text[i - 1]) && i > 1 && text[i - 2] == U'第'));
}

// 21世紀, 4月, 15日, 3號: figures of dates and names.
bool isDatePart(const FoldedText& text, const Found& found) {
    constexpr std::u32string_view after = U"月日号版章代届期";
    // 9 月: pages put blanks between digits and Han.
    const char32_t next = text[isDigit(text[found.end - 1]) ? text.skipBlanks(found.end) : found.end];
    return after.find(next) != std::u32string_view::npos || text.startsWith(found.end, U"世纪");
}

// 3M Company, 4K video, 10K filing: what the digits and a letter name.
bool isLetterName(const FoldedText& text, std::size_t i, std::size_t end) {
    const char32_t letter = lower(text[end]);
    if ((letter != U'k' && letter != U'm') || isLatinLetter(text[end + 1]) || end - i > 2)
        return false;
    static constexpr auto companies =
        wordTable<int>({{U"company", 0}, {U"co", 0}, {U"corp", 0}, {U"inc", 0}});
    static constexpr auto pictures = wordTable<int>(
        {{U"video", 0},     {U"resolution", 0}, {U"tv", 0},       {U"tvs", 0},    {U"display", 0},
         {U"displays", 0},  {U"monitor", 0},    {U"monitors", 0}, {U"screen", 0}, {U"screens", 0},
         {U"camera", 0},    {U"cameras", 0},    {U"uhd", 0},      {U"hdr", 0},    {U"content", 0},
         {U"streaming", 0}, {U"footage", 0},    {U"gaming", 0},   {U"画质", 0},   {U"视频", 0},
         {U"影片", 0},      {U"影像", 0},       {U"电视", 0},     {U"解析度", 0}, {U"分辨率", 0},
         {U"超高清", 0},    {U"萤幕", 0},       {U"屏幕", 0},     {U"显示", 0},   {U"高清", 0}});
    static constexpr auto filings =
        wordTable<int>({{U"filing", 0}, {U"filings", 0}, {U"report", 0}, {U"form", 0}});
    const std::size_t next = text[end + 1] == U'-' ? end + 2 : text.skipBlanks(end + 1);
    const int value = end - i == 1 ? static_cast<int>(text[i] - U'0')
                                   : static_cast<int>((text[i] - U'0') * 10 + (text[i + 1] - U'0'));
    if (letter == U'm')
        return value == 3 && text[end] == U'M' &&
               ((text[end + 1] == U'\'' && lower(text[end + 2]) == U's') ||
                companies.find(text, next) != nullptr);
    if ((value == 8 || value == 10) && filings.find(text, next) != nullptr)
        return true;
    return (value == 2 || value == 4 || value == 5 || value == 8 || value == 16) &&
           pictures.find(text, next) != nullptr;
}

// "in the low 30s", "his late 50s": no seconds.
bool isDecadeBefore(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    while (end > 0 && (text[end - 1] == U' ' || text[end - 1] == U'-'))
        --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin < 6 && isLatinLetter(text[begin - 1]))
        --begin;
    static constexpr auto parts = wordTable<int>({{U"low", 0},
                                                  {U"mid", 0},
                                                  {U"high", 0},
                                                  {U"early", 0},
                                                  {U"late", 0},
                                                  {U"upper", 0},
                                                  {U"lower", 0},
                                                  {U"the", 0},
                                                  {U"his", 0},
                                                  {U"her", 0},
                                                  {U"their", 0}});
    const auto* part = begin < end && end < i ? parts.find(text, begin) : nullptr;
    return part != nullptr && part->word.size() == end - begin;
}

// GPT-5：1.25 美元, Haiku 4.5：1 美元: a colon between a name that ends in digits and an amount of money, and
// no time of day ("12:30 美元走強").
bool isAmountBehindColon(const FoldedText& text, std::size_t i, std::size_t end) {
    if (i < 2 || text[i - 1] != U':')
        return false;
    std::size_t name = i - 1; // the colon
    while (name > 0 && (isDigit(text[name - 1]) || text[name - 1] == U'.'))
        --name;
    while (name > 0 && (isBlank(text[name - 1]) || text[name - 1] == U'-'))
        --name;
    if (name == 0 || !isLatinLetter(text[name - 1]))
        return false;
    if (text[end] == U'.')
        for (++end; isDigit(text[end]);)
            ++end;
    return currencyAfter(text, text.skipBlanks(end), {}).has_value();
}

} // namespace

bool isFigure(const FoldedText& text, const Found& found, std::size_t i, const LastWord& last) {
    const auto& q = *found.quantity;
    const char32_t next = text[found.end];
    const char32_t end = text[found.end - 1];
    const bool wordEnd = isLatinLetter(end) || isDigit(end);
    if (wordEnd && (isLatinLetter(next) || next == U'_'))
        return false;
    if (next == U'.' && isDigit(text[found.end + 1]))
        return false;
    const bool number = q.dimension == Dimension::Number && q.kind != QuantityKind::Multiplier;
    if (isDigit(end) && number &&
        ((next == U'.' && isLatinLetter(text[found.end + 1])) ||
         (next == U'-' && isLatinLetter(text[found.end + 1]))))
        return false; // 01.AI, 4-bit
    const char32_t before = i > 0 ? text[i - 1] : U' ';
    const char32_t first = text[i];
    const bool gluedName = isLatinLetter(before) && q.unit != "article"; // "OpenAI104 related articles"
    if (isDigit(first) && (gluedName || before == U'_' || before == U'#'))
        return false;
    if (isOrdinal(text, i) && !isMoneyOrRatio(q))
        return false;
    if (number && isDatePart(text, found))
        return false;
    if (first >= 0x3000 && q.spelled && isChineseNumeral(first))
        return isChineseFigure(text, found, i);
    const bool word = isLatinLetter(first);
    if (q.fraction && word)
        return isFractionWord(text, found, i);
    if (q.spelled && word && q.kind != QuantityKind::Multiplier) {
        if (number) {
            // "three" alone is no figure; "one hundred and thirty-four" is.
            const auto spelled = numberAt(text, found.begin);
            return isWholeText(text, found) || (spelled && spelled->numerals >= 2) || !spelled;
        }
        // "one cloud" is hardly a count, "two clouds" is.
        if (q.dimension == Dimension::Count && q.value.digits == 1 && q.value.exponent == 0)
            return false;
    }
    if ((number || q.dimension == Dimension::Count) && isDigit(first) && afterName(text, found, i, last))
        return false;
    return true;
}

bool isNoFigure(const FoldedText& text, std::size_t i) {
    std::size_t end = i;
    while (isDigit(text[end]) && end - i < 5)
        ++end;
    const char32_t c = text[end];
    const char32_t next = text[end + 1];
    if (c == U'(' && isLatinLetter(next) && text[end + 2] == U')')
        return true; // 401(k)
    if (((c == U':' && isDigit(next)) || (i > 1 && text[i - 1] == U':' && isDigit(text[i - 2]))) &&
        !isAmountBehindColon(text, i, end))
        return true; // 12:30, 16:9
    if (isLetterName(text, i, end) || (c == U's' && end - i == 2 && isDecadeBefore(text, i)))
        return true;
    if (end - i > 3)
        return false;
    std::size_t before = i;
    while (before > 0 && isBlank(text[before - 1]))
        --before;
    if (before > 0 && text[before - 1] == U'(' && c == U')' && (before == 1 || text[before - 2] == U'\n') &&
        end - i <= 2 && (isBlank(next) || next >= 0x4E00))
        return true; // (1) First
    if (before > 0 && text[before - 1] != U'\n')
        return false;
    if (c == U'、')
        return true;
    return (c == U'.' || c == U')') && (isBlank(next) || next == U'\n' || (next == 0 && c == U')')) &&
           end - i <= 2;
}

} // namespace parallax::data
