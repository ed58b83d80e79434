// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"
#include "engine/latency/sigv4.h"

namespace parallax::latency {
namespace {

// "https://{resource}.openai.azure.com", or the endpoint's own address.
std::string resourceUrl(const data::Endpoint& endpoint) {
    if (!endpoint.baseUrl.empty())
        return rootUrlOf(endpoint, "/openai/v1");
    return "https://" + percentEncoded(requiredOption(endpoint, "resource")) + ".openai.azure.com";
}

HttpRequest withKey(HttpRequest request, const RequestContext& context) {
    if (optionOf(context.endpoint, "auth") == "entra")
        request.headers.emplace_back("Authorization", "Bearer " + context.key);
    else if (!context.key.empty())
        request.headers.emplace_back("api-key", context.key);
    return request;
}

// Since August 2025: the deployment is the model, and there is no version.
HttpRequest request(const RequestContext& context) {
    return withKey(jsonRequest(resourceUrl(context.endpoint) + "/openai/v1/chat/completions",
                               chatBody(context, ChatDialect{})),
                   context);
}

HttpRequest classicRequest(const RequestContext& context) {
    const std::string version = requiredOption(context.endpoint, "api-version");
    auto body = chatBody(context, ChatDialect{});
    body.erase("model"); // stands in the address
    return withKey(jsonRequest(resourceUrl(context.endpoint) + "/openai/deployments/" +
                                   percentEncoded(requiredModel(context.endpoint)) +
                                   "/chat/completions?api-version=" + percentEncoded(version),
                               body),
                   context);
}

} // namespace

const Provider azure{.id = "azure",
                     .title = "Azure OpenAI",
                     .keyVariable = "AZURE_OPENAI_API_KEY",
                     .domains = ".azure.com .azure.us .azure.cn",
                     .request = request,
                     .event = chatEvent};

const Provider azureClassic{.id = "azure-classic",
                            .title = "Azure OpenAI (with api-version)",
                            .keyVariable = "AZURE_OPENAI_API_KEY",
                            .domains = ".azure.com .azure.us .azure.cn",
                            .request = classicRequest,
                            .event = chatEvent};

} // namespace parallax::latency
