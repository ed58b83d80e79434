// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>

#include "base/progress.h"

namespace parallax::data {

struct Fetched {
    std::string bytes;
    std::string url; // after redirects
    std::string contentType;
};

struct FetchTimeouts {
    int connectSeconds = 15;
    int stallSeconds = 30; // without a byte
};

// An http or https document of at most `limit` bytes (after decompression), TLS verified, at most five
// redirects, never from https to http, no cookies. Only when a person asked for that address: nothing else in
// the program calls it. A stop request ends it at once. Throws FetchRefused, FetchFailed, Cancelled.
Fetched fetchUrl(const std::string& url, std::size_t limit, const std::stop_token& stop,
                 const ProgressCallback& progress, const FetchTimeouts& timeouts = {});

} // namespace parallax::data
