// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/gemini_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"
#include "engine/latency/sigv4.h"

namespace parallax::latency {
namespace {

// Without alt=sse the answer would be one JSON array.
HttpRequest request(const RequestContext& context) {
    HttpRequest request = jsonRequest(
        baseUrlOf(context.endpoint, "https://generativelanguage.googleapis.com/v1beta") + "/models/" +
            percentEncoded(requiredModel(context.endpoint)) + ":streamGenerateContent?alt=sse",
        geminiBody(context));
    if (!context.key.empty())
        request.headers.emplace_back("x-goog-api-key", context.key);
    return request;
}

} // namespace

const Provider gemini{.id = "gemini",
                      .title = "Google Gemini API",
                      .keyVariable = "GEMINI_API_KEY",
                      .domains = ".googleapis.com",
                      .endsWithStream = true,
                      .request = request,
                      .event = geminiEvent};

} // namespace parallax::latency
