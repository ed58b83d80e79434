// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/identity.h"

#include <algorithm>
#include <cctype>
#include <new>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "data/article/fold.h"

namespace parallax::data {
namespace {

std::string toHex(const unsigned char* bytes, std::size_t count) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(count * 2);
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(digits[bytes[i] >> 4U]);
        out.push_back(digits[bytes[i] & 15U]);
    }
    return out;
}

// Compatibility form, lower case, blanks as one space: two spellings of a title that look the same are the
// same.
std::string comparable(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status))
        return std::string(text);
    icu::UnicodeString folded = nfkc->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))),
        status);
    std::string utf8;
    folded.toUTF8String(utf8);
    std::string out;
    for (const char c : utf8) {
        if (c != ' ' && c != '\t' && c != '\n')
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

bool isDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Parameters that say where a reader came from, never what he reads.
bool isTracking(std::string_view parameter) {
    std::string name(parameter.substr(0, parameter.find('=')));
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    static constexpr std::array<std::string_view, 21> names = {
        "fbclid",  "gclid",  "gclsrc", "dclid",  "gbraid",  "wbraid", "msclkid",
        "yclid",   "twclid", "igshid", "mc_cid", "mc_eid",  "spm",    "ref_src",
        "ref_url", "_ga",    "_hsenc", "_hsmi",  "mkt_tok", "cmpid",  "guccounter"};
    return name.starts_with("utm_") || std::ranges::find(names, std::string_view(name)) != names.end();
}

} // namespace

std::string canonicalUrl(std::string_view url) {
    url = trim(url);
    if (const auto fragment = url.find('#'); fragment != std::string_view::npos)
        url = url.substr(0, fragment);
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos && scheme <= 10) {
        std::string name(url.substr(0, scheme));
        std::ranges::transform(name, name.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (name == "http" || name == "https")
            url.remove_prefix(scheme + 3);
    } else if (url.starts_with("//")) {
        url.remove_prefix(2);
    }
    const auto hostEnd = std::min(url.find_first_of("/?"), url.size());
    std::string out(url.substr(0, hostEnd));
    if (const auto user = out.rfind('@'); user != std::string::npos)
        out.erase(0, user + 1);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (out.ends_with(":80") || out.ends_with(":443"))
        out.resize(out.rfind(':'));
    if (out.starts_with("www."))
        out.erase(0, 4);
    url.remove_prefix(hostEnd);

    const auto queryAt = url.find('?');
    std::string_view path = url.substr(0, queryAt);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    out += path;
    if (queryAt == std::string_view::npos)
        return out;
    std::string_view query = url.substr(queryAt + 1);
    char separator = '?';
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const std::string_view parameter = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (parameter.empty() || isTracking(parameter))
            continue;
        out.push_back(separator);
        out += parameter;
        separator = '&';
    }
    return out;
}

std::string slugFromUrl(std::string_view url) {
    const std::string address = canonicalUrl(url);
    constexpr std::string_view folder = "/article/";
    const auto at = address.find(folder);
    if (at == std::string::npos)
        return {};
    std::string_view last = std::string_view(address).substr(at + folder.size());
    last = last.substr(0, last.find_first_of("/?"));
    // One or two dates stand before the slug: the second, a year earlier, belongs to the same article.
    bool dated = false;
    for (int i = 0; i < 2 && last.size() > 9 && isDigits(last.substr(0, 8)) && last[8] == '-'; ++i) {
        last.remove_prefix(9);
        dated = true;
    }
    return dated ? std::string(last) : std::string();
}

std::string keyInOneScript(std::string_view key) {
    std::string out;
    out.reserve(key.size());
    for (std::size_t at = 0; at < key.size();) {
        const CodePoint c = decodeAt(key, at);
        const bool han = (c.value >= 0x3400 && c.value <= 0x9FFF) ||
                         (c.value >= 0xF900 && c.value <= 0xFAFF) || c.value >= 0x20000;
        if (han && c.value != 0xFFFD)
            appendUtf8(out, fold(c.value));
        else
            out += key.substr(at, c.length);
        at += c.length;
    }
    return out;
}

std::string articleKey(const Article& article) {
    if (!article.slug.empty())
        return "slug:" + comparable(article.slug);
    if (const std::string slug = slugFromUrl(article.url); !slug.empty())
        return "slug:" + comparable(slug);
    if (const std::string url = canonicalUrl(article.url); !url.empty())
        return "url:" + url;
    const std::string title =
        comparable(!article.titleEnglish.empty() ? article.titleEnglish : article.title);
    if (!title.empty())
        return keyInOneScript("title:" + comparable(article.source) + "|" + article.archiveMonth + "|" +
                              title);
    return "text:" + sha256Hex(article.text);
}

std::string sha256Hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc(); // the only way in which a digest of memory fails
    return toHex(digest.data(), size);
}

std::string newUid() {
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw std::bad_alloc(); // no entropy source: nothing on this system works
    return toHex(bytes.data(), bytes.size());
}

} // namespace parallax::data
