// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/gemini_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"
#include "engine/latency/sigv4.h"

namespace parallax::latency {
namespace {

// One region, the whole world, or a group of regions ("us", "eu") have addresses of three shapes.
std::string standardUrl(const std::string& region) {
    if (region == "global")
        return "https://aiplatform.googleapis.com";
    return region.find('-') == std::string::npos ? "https://aiplatform.{region}.rep.googleapis.com"
                                                 : "https://{region}-aiplatform.googleapis.com";
}

// The key is an OAuth token, fetched outside the measured time.
HttpRequest request(const RequestContext& context) {
    const data::Endpoint& endpoint = context.endpoint;
    const std::string base = baseUrlOf(endpoint, standardUrl(endpoint.region));
    return bearerRequest(base + "/v1/projects/" + percentEncoded(requiredOption(endpoint, "project")) +
                             "/locations/" + percentEncoded(endpoint.region) + "/publishers/google/models/" +
                             percentEncoded(requiredModel(endpoint)) + ":streamGenerateContent?alt=sse",
                         geminiBody(context), context.key);
}

} // namespace

const Provider vertex{.id = "vertex",
                      .title = "Google Vertex AI",
                      .keyVariable = "VERTEX_ACCESS_TOKEN",
                      .domains = ".googleapis.com",
                      .endsWithStream = true,
                      .request = request,
                      .event = geminiEvent};

} // namespace parallax::latency
