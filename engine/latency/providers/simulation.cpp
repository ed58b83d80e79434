// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "engine/latency/providers/openai_format.h"
#include "engine/latency/providers/parts.h"
#include "engine/latency/providers/rows.h"
#include "engine/latency/simulator_profiles.h"

namespace parallax::latency {
namespace {

// The model names a profile; the run that asks has a simulator of its own and fills in its address.
HttpRequest request(const RequestContext& context) {
    const std::string& profile = requiredModel(context.endpoint);
    if (simulatorProfile(profile) == nullptr) {
        std::string known;
        for (const SimulatorProfile& one : simulatorProfiles())
            known += (known.empty() ? "" : ", ") + std::string(one.id);
        throw Error(ErrorCode::Usage, {"there is no simulated provider \"" + profile + "\", only " + known});
    }
    ChatDialect dialect;
    dialect.maxTokens = "max_tokens";
    return jsonRequest(baseUrlOf(context.endpoint, "http://127.0.0.1:9") + '/' + profile +
                           "/v1/chat/completions",
                       chatBody(context, dialect));
}

} // namespace

const Provider simulation{.id = "simulation",
                          .title = "Simulation (no provider is asked)",
                          .keyVariable = "",
                          .unpaid = true,
                          .fixesLength = true,
                          .request = request,
                          .event = chatEvent};

} // namespace parallax::latency
