// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/provider.h"

#include <array>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/latency/providers/rows.h"

namespace parallax::latency {
namespace {

// Every provider, in the order in which a person is offered them.
constexpr std::array rows{
    &openAiChat,     &openAiResponses,
    &azure,          &azureClassic,
    &bedrock,        &bedrockOpenAi,
    &gemini,         &vertex,
    &anthropic,      &cohere,
    &mistral,        &oci,
    &sageMaker,      &vllm,
    &rayServe,       &compatible,
    &simulation,     &local,
    &parallaxServer,
};

} // namespace

std::string promptText(const Prompt& prompt) {
    return prompt.nonce.empty() ? prompt.text : "nonce-" + prompt.nonce + ": " + prompt.text;
}

void StreamState::add(data::TokenChannel channel, std::string_view piece, std::size_t eventBytes) {
    if (piece.empty())
        return;
    const auto characters = static_cast<std::uint32_t>(codePointCount(piece));
    if (channel == data::TokenChannel::Text)
        text += utf8Prefix(piece, mostTextKept - text.size());
    fresh.push_back({channel, static_cast<std::uint32_t>(eventBytes), characters});
}

std::span<const Provider* const> providers() {
    return rows;
}

const Provider* knownProvider(std::string_view id) {
    for (const Provider* provider : rows)
        if (provider->id == id)
            return provider;
    return nullptr;
}

const Provider& providerById(std::string_view id) {
    if (const Provider* provider = knownProvider(id))
        return *provider;
    throw Error(ErrorCode::Usage, {"there is no provider \"" + std::string(id) + "\""});
}

} // namespace parallax::latency
