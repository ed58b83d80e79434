// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/encoding_guess.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <vector>

#include <uchardet.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "data/ingest/encoding.h"

namespace parallax::data {
namespace {

struct Label {
    std::string_view label;
    std::string_view encoding;
};

// What browsers take the labels for (WHATWG Encoding Standard); iso-8859-1 is windows-1252 there, too.
constexpr std::array<Label, 42> labels = {{
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"windows-1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"windows-1250", "windows-1250"},
    {"cp1250", "windows-1250"},
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-15", "ISO-8859-15"},
    {"windows-1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"koi8-r", "KOI8-R"},
    {"big5", "Big5"},
    {"big5-hkscs", "Big5"},
    {"cn-big5", "Big5"},
    {"x-x-big5", "Big5"},
    {"cp950", "Big5"},
    {"gb2312", "GB18030"},
    {"gb_2312-80", "GB18030"},
    {"gbk", "GB18030"},
    {"x-gbk", "GB18030"},
    {"cp936", "GB18030"},
    {"gb18030", "GB18030"},
    {"euc-cn", "GB18030"},
    {"hz-gb-2312", "HZ-GB-2312"},
    {"shift_jis", "Shift_JIS"},
    {"shift-jis", "Shift_JIS"},
    {"sjis", "Shift_JIS"},
    {"windows-31j", "Shift_JIS"},
    {"euc-jp", "EUC-JP"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"euc-kr", "EUC-KR"},
    {"ks_c_5601-1987", "EUC-KR"},
    {"utf-16le", "UTF-16LE"},
    {"utf-16be", "UTF-16BE"},
}};

// ICU's name of the encoding that browsers mean by ours: Big5 with the Hong Kong characters, Shift_JIS and
// EUC-KR as Windows extends them.
const char* converterName(std::string_view encoding) {
    if (encoding == "Big5")
        return "Big5-HKSCS";
    if (encoding == "Shift_JIS")
        return "windows-31j";
    if (encoding == "EUC-KR")
        return "windows-949";
    if (encoding == "GB18030")
        return "gb18030";
    return nullptr;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter openConverter(const std::string& encoding) {
    const char* name = converterName(encoding);
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name != nullptr ? name : encoding.c_str(), &status), &ucnv_close);
    if (U_FAILURE(status))
        converter.reset();
    return converter;
}

std::optional<std::u16string> toUtf16(std::string_view bytes, const std::string& encoding,
                                      UConverterToUCallback callback) {
    const Converter converter = openConverter(encoding);
    if (!converter)
        return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.get(), callback, nullptr, nullptr, nullptr, &status);
    std::u16string out(bytes.size() + 16, u'\0'); // no encoding here makes more than one unit of a byte
    char16_t* target = out.data();
    const char* source = bytes.data();
    ucnv_toUnicode(converter.get(), &target, out.data() + out.size(), &source, bytes.data() + bytes.size(),
                   nullptr, true, &status);
    if (U_FAILURE(status))
        return std::nullopt;
    out.resize(static_cast<std::size_t>(target - out.data()));
    return out;
}

std::string toUtf8Text(const std::u16string& text) {
    std::string out;
    icu::UnicodeString(false, text.data(), static_cast<int32_t>(text.size())).toUTF8String(out);
    return out;
}

// The characters that every Chinese text is full of, in both scripts; about a third of any page.
constexpr std::u16string_view frequentHan =
    u"的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於"
    u"着著下自之年过過发發后後作里"
    u"裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理"
    u"心她本前开開但因只从從想实實"
    u"日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最"
    u"重并物手应應战戰向头頭文体體"
    u"政美相见見被利什二等产產新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东"
    u"東声聲提立及比员員解水名真论"
    u"論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太"
    u"量再感建务務做接必场場件计計"
    u"管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光"
    u"放强強即像难難且权權思王象"
    u"完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清"
    u"今切院让讓识識候带帶导導争爭"
    u"运運云雲，。、？：“”「」（）《》；！";
constexpr std::u16string_view frequentHangul =
    u"이다는을의에가로고하한지기를도은사서인대자시어나그리해아일들정있만것스라상주보장과전수부원아할되와제";
constexpr std::u16string_view accentsWest =
    u"éèêëàâäáãåæçîïíìôöóòõøœùûüúñßÉÀÄÖÜÇÑ’‘“”–—…€•«»°£¥¢§©®™·½¼¾±²³µ×¡¿";
constexpr std::u16string_view accentsCentral =
    u"ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüőűÄÖÜß’‘“”„–—…€•«»";

const std::u16string& sorted(std::u16string_view characters, std::u16string& cache) {
    if (cache.empty()) {
        cache = characters;
        std::ranges::sort(cache);
    }
    return cache;
}

bool contains(const std::u16string& set, char16_t c) {
    return std::ranges::binary_search(set, c);
}

// How much a decoded text looks like one, 0 to 1, by what its characters beyond ASCII are.
double plausibility(const std::u16string& text, std::string_view encoding) {
    static const auto han = [] {
        std::u16string c;
        return sorted(frequentHan, c);
    }();
    static const auto hangul = [] {
        std::u16string c;
        return sorted(frequentHangul, c);
    }();
    static const auto west = [] {
        std::u16string c;
        return sorted(accentsWest, c);
    }();
    static const auto central = [] {
        std::u16string c;
        return sorted(accentsCentral, c);
    }();
    std::size_t high = 0, frequent = 0, kana = 0, halfKana = 0, hanCount = 0, hangulCount = 0, bad = 0,
                fits = 0, cyrillic = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char16_t c = text[i];
        if (c < 0x80) {
            bad += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 4 : 0;
            continue;
        }
        ++high;
        if ((c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF) || c == 0xFFFD)
            ++bad;
        frequent += contains(han, c) ? 1 : 0;
        hanCount += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
        kana += c >= 0x3041 && c <= 0x30FF ? 1 : 0;
        halfKana += c >= 0xFF61 && c <= 0xFF9F ? 1 : 0;
        if (c >= 0xAC00 && c <= 0xD7A3) {
            ++hangulCount;
            fits += encoding == "EUC-KR" && contains(hangul, c) ? 1 : 0;
        }
        // A Cyrillic letter has another beside it more often than not; the accents of "résumé" have none.
        const auto isCyrillic = [&text](std::size_t at) {
            return at < text.size() && text[at] >= 0x410 && text[at] <= 0x44F;
        };
        cyrillic += isCyrillic(i) && ((i > 0 && isCyrillic(i - 1)) || isCyrillic(i + 1)) ? 1 : 0;
        // An accented letter stands beside plain ones, a quotation mark or dash beside a letter or blank.
        const bool oneByte = encoding.starts_with("windows-125") || encoding.starts_with("ISO-8859");
        if (oneByte && contains(encoding == "windows-1250" || encoding == "ISO-8859-2" ? central : west, c)) {
            const bool alone = (i > 0 && text[i - 1] < 0x80) || (i + 1 < text.size() && text[i + 1] < 0x80);
            fits += alone ? 1 : 0;
        }
    }
    if (high == 0)
        return bad == 0 ? 0.5 : 0;
    const auto share = [&](std::size_t count) {
        return static_cast<double>(count) / static_cast<double>(high);
    };
    double score = 0;
    if (encoding == "Shift_JIS" || encoding == "EUC-JP" || encoding == "ISO-2022-JP")
        score = share(kana) > 0.1 ? std::min(1.0, share(kana) * 1.2 + share(hanCount) * 0.6) - share(halfKana)
                                  : 0.1 * share(hanCount);
    else if (encoding == "EUC-KR")
        score = std::min(1.0, share(fits) * 2.5) * share(hangulCount);
    else if (encoding == "windows-1251" || encoding == "KOI8-R")
        // Two or three stray bytes side by side are no word in a page of plain letters.
        score = high < 6 && text.size() > 20 * high ? 0 : share(cyrillic) * 0.95;
    else if (encoding.starts_with("windows-") || encoding.starts_with("ISO-8859"))
        score = share(fits) * 0.9;
    else // the Chinese encodings and UTF-16
        score =
            std::min(1.0, share(frequent) * 2.2) * std::min(1.0, share(hanCount + kana + hangulCount) + 0.3) +
            (encoding.starts_with("UTF-16") && share(kana + hangulCount) > 0.3 && high < text.size() ? 0.8
                                                                                                     : 0);
    return std::clamp(score - 3 * share(bad), 0.0, 1.0);
}

// Letters that only Central Europe's encodings have, within words: without any, Ł and Ą before a figure are £
// and ¥ of the Western one.
bool hasCentralLetters(const std::u16string& text) {
    const auto isLetter = [&](std::size_t at) {
        return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || text[at] >= 0xC0);
    };
    const auto isSmall = [](char16_t c) { return u_islower(c) != 0; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char16_t c = text[i];
        // Š and Ž are in both. A capital is followed by a letter, a small letter has one on either side.
        if (c < 0x100 || c > 0x17F || c == 0x160 || c == 0x161 || c == 0x17D || c == 0x17E || c == 0x152 ||
            c == 0x153 || c == 0x178)
            continue;
        if (isLetter(i + 1) || (i > 0 && isLetter(i - 1) && isSmall(c)))
            return true;
    }
    return false;
}

std::string uchardetName(std::string_view bytes) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (!detector || uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    return encodingForLabel(uchardet_get_charset(detector.get()));
}

// UTF-16 without a mark: text has blanks and line ends, so one half of the bytes is full of zeros; pure Han
// has none, and then only the frequent characters speak.
double utf16Plausibility(std::string_view bytes, const std::string& encoding) {
    if (bytes.size() % 2 != 0)
        return 0;
    const auto text = toUtf16(bytes, encoding, UCNV_TO_U_CALLBACK_STOP);
    if (!text || text->empty())
        return 0;
    std::size_t ascii = 0;
    std::size_t odd = 0;
    for (const char16_t c : *text) {
        ascii += (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t' || c == '\r' ? 1 : 0;
        odd += c < 0x09 || (c >= 0xE000 && c < 0xF900) ? 1 : 0;
    }
    const double share = static_cast<double>(ascii) / static_cast<double>(text->size());
    if (odd > text->size() / 100)
        return 0;
    if (share > 0.7)
        return 0.98;
    // Four characters of Big5 are two of any script: without a blank or line end only a text of some length
    // speaks for itself.
    if (ascii == 0 && text->size() < 8)
        return 0;
    const double rest = plausibility(*text, encoding);
    return rest < 0.15 ? 0 : std::min(0.98, rest * (1 - share) + share);
}

} // namespace

std::string encodingForLabel(std::string_view label) {
    std::string lowered;
    for (const char c : trim(label))
        lowered.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    for (const Label& known : labels)
        if (known.label == lowered)
            return std::string(known.encoding);
    return {};
}

std::optional<std::string> convertStrictly(std::string_view bytes, const std::string& encoding) {
    const auto text = toUtf16(bytes, encoding, UCNV_TO_U_CALLBACK_STOP);
    return text ? std::optional(toUtf8Text(*text)) : std::nullopt;
}

std::string convertToUtf8(std::string_view bytes, const std::string& encoding) {
    const auto text = toUtf16(bytes, encoding, UCNV_TO_U_CALLBACK_SUBSTITUTE);
    return text ? toUtf8Text(*text) : std::string();
}

std::string escapedEncoding(std::string_view bytes) {
    const auto isText = [&](const char* encoding, double least) {
        const auto text = toUtf16(bytes.substr(0, 1U << 18), encoding, UCNV_TO_U_CALLBACK_STOP);
        return text && std::ranges::any_of(*text, [](char16_t c) { return c >= 0x80; }) &&
               plausibility(*text, encoding) >= least;
    };
    using namespace std::string_view_literals;
    if (bytes.find("\x1B$B"sv) != bytes.npos || bytes.find("\x1B$@"sv) != bytes.npos ||
        bytes.find("\x1B(J"sv) != bytes.npos)
        return isText("ISO-2022-JP", 0) ? "ISO-2022-JP" : "";
    if (bytes.find("\x1B$)C"sv) != bytes.npos)
        return isText("ISO-2022-KR", 0) ? "ISO-2022-KR" : "";
    // "~{" and "~}" stand in programs, too: what is between them must read as Chinese.
    if (const std::size_t open = bytes.find("~{"sv);
        open != bytes.npos && bytes.find("~}"sv, open) != bytes.npos)
        return isText("HZ-GB-2312", 0.3) ? "HZ-GB-2312" : "";
    return {};
}

EncodingGuess guessEncoding(std::string_view bytes) {
    // A quarter of a megabyte is enough to tell; the cut must not fall between the bytes of one character, so
    // it is made at a line end.
    std::string_view sample = bytes;
    constexpr std::size_t enough = 1U << 18;
    if (sample.size() > enough) {
        const auto end = sample.rfind('\n', enough);
        sample = sample.substr(0, end != std::string_view::npos && end > enough / 2 ? end + 1 : enough);
        if (sample.size() % 2 != 0)
            sample.remove_suffix(1);
    }
    EncodingGuess best;
    double second = 0;
    const auto offer = [&](const std::string& encoding, double score) {
        if (score > best.confidence) {
            second = best.confidence;
            best = {encoding, score};
        } else {
            second = std::max(second, score);
        }
    };
    const bool zeros = bytes.find('\0') != std::string_view::npos;
    for (const char* encoding : {"UTF-16LE", "UTF-16BE"})
        if (zeros || bytes.size() <= enough)
            offer(encoding, utf16Plausibility(sample, encoding) * (zeros ? 1.0 : 0.8));
    if (!zeros) {
        const std::string hint = uchardetName(sample);
        std::vector<std::string> candidates = {"Big5",   "GB18030",      "Shift_JIS",    "EUC-JP",
                                               "EUC-KR", "windows-1252", "windows-1250", "windows-1251"};
        if (!hint.empty() && !hint.starts_with("UTF-") &&
            std::ranges::find(candidates, hint) == candidates.end())
            candidates.push_back(hint);
        for (const std::string& encoding : candidates) {
            const auto strict = toUtf16(sample, encoding, UCNV_TO_U_CALLBACK_STOP);
            // The sample or a damaged file may end or break inside a character: judged, at a price.
            const auto text = strict ? strict : toUtf16(sample, encoding, UCNV_TO_U_CALLBACK_SUBSTITUTE);
            if (!text ||
                ((encoding == "windows-1250" || encoding == "ISO-8859-2") && !hasCentralLetters(*text)))
                continue;
            double score = plausibility(*text, encoding);
            if (!strict)
                score *= 0.8;
            if (encoding == hint)
                score = score * 0.9 + 0.1;
            offer(encoding, score);
        }
    }
    if (best.confidence < 0.2)
        return {};
    best.confidence = std::clamp(best.confidence * (1 - 0.7 * second / best.confidence), 0.05, 0.99);
    return best;
}

} // namespace parallax::data
