// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

HttpRequest request(const RequestContext& context) {
    HttpRequest request = bearerRequest(
        baseUrlOf(context.endpoint, "https://inference.generativeai.{region}.oci.oraclecloud.com/openai/v1") +
            "/chat/completions",
        chatBody(context, ChatDialect{}), context.key);
    if (const std::string project = optionOf(context.endpoint, "project"); !project.empty())
        request.headers.emplace_back("OpenAI-Project", project);
    return request;
}

} // namespace

const Provider oci{.id = "oci",
                   .title = "Oracle OCI Generative AI",
                   .keyVariable = "OCI_GENAI_API_KEY",
                   .domains = ".oraclecloud.com",
                   .request = request,
                   .event = chatEvent};

} // namespace parallax::latency
