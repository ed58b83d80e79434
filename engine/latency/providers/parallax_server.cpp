// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

// The address that `parallax serve` prints. Where there is none the model is a file, and whoever starts the
// run serves it and fills in the address.
HttpRequest request(const RequestContext& context) {
    ChatDialect dialect;
    dialect.maxTokens = "max_tokens";
    dialect.extras = true;
    return jsonRequest(baseUrlOf(context.endpoint, "http://127.0.0.1:9/v1") + "/chat/completions",
                       chatBody(context, dialect));
}

} // namespace

const Provider parallaxServer{.id = "parallax",
                              .title = "The local engine through its own server (parallax serve)",
                              .keyVariable = "",
                              .selfHosted = true,
                              .unpaid = true,
                              .fixesLength = true,
                              .request = request,
                              .event = chatEvent};

} // namespace parallax::latency
