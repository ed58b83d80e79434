// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

HttpRequest request(const RequestContext& context) {
    ChatDialect dialect;
    dialect.obfuscation = true;
    return bearerRequest(baseUrlOf(context.endpoint, "https://api.openai.com/v1") + "/chat/completions",
                         chatBody(context, dialect), context.key);
}

} // namespace

const Provider openAiChat{.id = "openai",
                          .title = "OpenAI (chat completions)",
                          .keyVariable = "OPENAI_API_KEY",
                          .domains = ".openai.com",
                          .request = request,
                          .event = chatEvent};

} // namespace parallax::latency
