// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parallax::latency {

// AWS Signature Version 4, of our own: libcurl before 8.14 does not encode the path a second time, so every
// Bedrock model id with a ":" gets a wrong signature from it.

struct AwsCredentials {
    std::string accessKeyId;
    std::string secretKey;
    std::string sessionToken; // of temporary credentials; else empty
};

struct AwsRequest {
    std::string method = "POST";
    std::string path = "/";                                   // as it goes over the wire: encoded once
    std::string query;                                        // as it goes over the wire, without "?"
    std::vector<std::pair<std::string, std::string>> headers; // to be signed; "host" must be among them
    std::string_view body;
    std::string region;
    std::string service; // the signing name: "bedrock", though the host says bedrock-runtime
    std::string time;    // UTC, "20260102T030405Z"
};

struct AwsSignature {
    std::string canonicalRequest;
    std::string stringToSign;
    std::string signature;                                    // hexadecimal
    std::string authorization;                                // the header's value
    std::vector<std::pair<std::string, std::string>> headers; // to send besides the request's own
};

// Signs the request's headers, x-amz-date, and x-amz-security-token where there is one.
AwsSignature signAws(const AwsRequest& request, const AwsCredentials& credentials);

// What is not unreserved (RFC 3986 2.3) as %XX; with `keepSlash` a "/" stays.
enum class Slash { Encode, Keep };
std::string percentEncoded(std::string_view text, Slash slash = Slash::Encode);

} // namespace parallax::latency
