// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/local_engine.h"

#include <charconv>
#include <string>
#include <system_error>

#include "base/error.h"
#include "engine/latency/providers/parts.h"

namespace parallax::latency {
namespace {

int countOf(const data::Endpoint& endpoint, const std::string& option, int standard, int most) {
    const std::string text = optionOf(endpoint, option);
    if (text.empty())
        return standard;
    int count = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size() || count < 0 || count > most)
        throw Error(ErrorCode::Usage, {"the option \"" + option + "\" of \"" + endpoint.name +
                                       "\" is no number up to " + std::to_string(most)});
    return count;
}

} // namespace

std::filesystem::path modelFileOf(const data::Endpoint& endpoint) {
    std::filesystem::path path = requiredModel(endpoint);
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        throw Error(ErrorCode::FileNotFound, {path.string()});
    if (!std::filesystem::is_regular_file(path, ignored))
        throw Error(ErrorCode::Usage,
                    {"the model of \"" + endpoint.name + "\" is no file: " + path.string()});
    return path;
}

inference::EngineOptions engineOptionsOf(const data::Endpoint& endpoint) {
    inference::EngineOptions options;
    options.cpu.threads = countOf(endpoint, "threads", 0, 1024);
    options.context = countOf(endpoint, "context", options.context, 1 << 24);
    options.cacheTokens = countOf(endpoint, "cache-tokens", 4 * options.context, 1 << 28);
    const std::string arithmetic = optionOf(endpoint, "arithmetic"), device = optionOf(endpoint, "device");
    if (!arithmetic.empty() && arithmetic != "fast" && arithmetic != "contract")
        throw Error(ErrorCode::Usage, {"the arithmetic is fast or contract, not \"" + arithmetic + "\""});
    if (arithmetic == "contract")
        options.cpu.arithmetic = inference::Arithmetic::Contract;
    options.device = inference::deviceChoiceOf(device);
    options.card.keysInBytes = inference::keysInBytesOf(optionOf(endpoint, "kv"));
    return options;
}

std::shared_ptr<inference::Engine> openEngine(const data::Endpoint& endpoint, const std::stop_token& stop) {
    return std::make_shared<inference::Engine>(modelFileOf(endpoint), engineOptionsOf(endpoint), stop);
}

} // namespace parallax::latency
