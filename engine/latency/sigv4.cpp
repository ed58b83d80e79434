// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/sigv4.h"

#include <algorithm>
#include <cctype>

#include "engine/latency/digest.h"

namespace parallax::latency {
namespace {

constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return text;
}

// Blanks at the ends go, runs of them become one.
std::string trimmed(std::string_view value) {
    std::string out;
    for (const char c : value) {
        const bool blank = c == ' ' || c == '\t';
        if (!blank)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    if (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

// "b=2&a" → "a=&b=2", sorted by name and value.
std::string canonicalQuery(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> parts;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        const std::string_view part = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        const std::size_t equals = std::min(part.find('='), part.size());
        if (!part.empty())
            parts.emplace_back(part.substr(0, equals), part.substr(std::min(equals + 1, part.size())));
    }
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const auto& [name, value] : parts)
        out += (out.empty() ? "" : "&") + name + '=' + value;
    return out;
}

// Sorted by name; the values of a name that stands there several times are joined in their order.
std::vector<std::pair<std::string, std::string>>
canonicalHeaders(const std::vector<std::pair<std::string, std::string>>& headers) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& [name, value] : headers)
        out.emplace_back(lower(name), trimmed(value));
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 1; i < out.size();) {
        if (out[i].first == out[i - 1].first) {
            out[i - 1].second += ',' + out[i].second;
            out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
        } else {
            ++i;
        }
    }
    return out;
}

} // namespace

std::string percentEncoded(std::string_view text, Slash slash) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte < 0x80 && std::isalnum(byte) != 0) || c == '-' || c == '_' || c == '.' ||
                           c == '~' || (c == '/' && slash == Slash::Keep);
        if (plain) {
            out.push_back(c);
        } else {
            out.push_back('%');
            out.push_back(digits[byte >> 4]);
            out.push_back(digits[byte & 15]);
        }
    }
    return out;
}

AwsSignature signAws(const AwsRequest& request, const AwsCredentials& credentials) {
    AwsSignature out;
    out.headers.emplace_back("x-amz-date", request.time);
    if (!credentials.sessionToken.empty())
        out.headers.emplace_back("x-amz-security-token", credentials.sessionToken);
    auto all = request.headers;
    all.insert(all.end(), out.headers.begin(), out.headers.end());

    std::string names, lines;
    for (const auto& [name, value] : canonicalHeaders(all)) {
        names += (names.empty() ? "" : ";") + name;
        lines += name + ':' + value + '\n';
    }
    out.canonicalRequest = request.method + '\n' + percentEncoded(request.path, Slash::Keep) + '\n' +
                           canonicalQuery(request.query) + '\n' + lines + '\n' + names + '\n' +
                           hex(sha256(request.body));

    const std::string day = request.time.substr(0, 8);
    const std::string scope = day + '/' + request.region + '/' + request.service + "/aws4_request";
    out.stringToSign = std::string(algorithm) + '\n' + request.time + '\n' + scope + '\n' +
                       hex(sha256(out.canonicalRequest));
    std::string key = hmacSha256("AWS4" + credentials.secretKey, day);
    for (const std::string_view part : {std::string_view(request.region), std::string_view(request.service),
                                        std::string_view("aws4_request")})
        key = hmacSha256(key, part);
    out.signature = hex(hmacSha256(key, out.stringToSign));
    out.authorization = algorithm;
    for (const std::string_view part :
         {std::string_view(" Credential="), std::string_view(credentials.accessKeyId), std::string_view("/"),
          std::string_view(scope), std::string_view(", SignedHeaders="), std::string_view(names),
          std::string_view(", Signature="), std::string_view(out.signature)})
        out.authorization += part;
    out.headers.emplace_back("Authorization", out.authorization);
    return out;
}

} // namespace parallax::latency
