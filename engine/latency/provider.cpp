// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/provider.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
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

bool isOwnAddress(const Provider& provider, std::string_view baseUrl) {
    if (provider.domains.empty() || baseUrl.empty())
        return !provider.domains.empty();
    const std::size_t scheme = baseUrl.find("://");
    baseUrl.remove_prefix(scheme == baseUrl.npos ? 0 : scheme + 3);
    const std::string host = "." + lowerAscii(baseUrl.substr(0, baseUrl.find_first_of(":/?#")));
    for (std::string_view rest = provider.domains; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (host.ends_with(rest.substr(0, end)))
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
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
