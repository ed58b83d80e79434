// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/url.h"

#include <curl/curl.h>

#include <memory>

#include "base/utf8.h"

namespace parallax::data {
namespace {

struct CurlUrlDeleter {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using CurlUrl = std::unique_ptr<CURLU, CurlUrlDeleter>;

std::string part(CURLU* url, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, 0) != CURLUE_OK || !text)
        return {};
    const std::unique_ptr<char, void (*)(void*)> owner(text, curl_free);
    return text;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::string resolveUrl(std::string_view base, std::string_view reference) {
    std::string clean;
    for (const char c : trim(reference))
        if (c != '\n' && c != '\r' && c != '\t')
            clean.push_back(c);
    if (base.empty() || clean.empty() || clean.size() > 8192 || isHttpUrl(clean))
        return clean;
    const CurlUrl url(curl_url());
    constexpr unsigned flags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;
    if (!url || curl_url_set(url.get(), CURLUPART_URL, std::string(base).c_str(), flags) != CURLUE_OK ||
        curl_url_set(url.get(), CURLUPART_URL, clean.c_str(), flags) != CURLUE_OK)
        return clean;
    std::string resolved = part(url.get(), CURLUPART_URL);
    return resolved.empty() ? clean : resolved;
}

std::string percentEncodedUrl(std::string_view url) {
    const CurlUrl parsed(curl_url());
    if (!parsed ||
        curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), CURLU_URLENCODE) != CURLUE_OK)
        return std::string(url);
    std::string encoded = part(parsed.get(), CURLUPART_URL);
    return encoded.empty() ? std::string(url) : encoded;
}

bool isHttpUrl(std::string_view url) noexcept {
    const auto starts = [&](std::string_view scheme) {
        if (url.size() <= scheme.size())
            return false;
        for (std::size_t i = 0; i < scheme.size(); ++i)
            if (lower(url[i]) != scheme[i])
                return false;
        return true;
    };
    return starts("http://") || starts("https://");
}

std::string hostOfUrl(std::string_view url) {
    if (!isHttpUrl(url))
        return {};
    const CurlUrl parsed(curl_url());
    if (!parsed ||
        curl_url_set(parsed.get(), CURLUPART_URL, std::string(url).c_str(), CURLU_URLENCODE) != CURLUE_OK)
        return {};
    std::string host = part(parsed.get(), CURLUPART_HOST);
    for (char& c : host)
        c = lower(c);
    return host.starts_with("www.") ? host.substr(4) : host;
}

} // namespace parallax::data
