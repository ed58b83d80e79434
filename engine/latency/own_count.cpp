// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/own_count.h"

#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/inference/gguf.h"
#include "engine/latency/provider.h"
#include "engine/latency/providers/parts.h"

namespace parallax::latency {
namespace {

// A server that was started elsewhere calls its model by a name, which is no file: it may be of any version.
bool countsAsWeDo(const data::Endpoint& endpoint) {
    std::error_code ignored;
    return endpoint.provider == "parallax" && std::filesystem::is_regular_file(endpoint.model, ignored);
}

} // namespace

OwnCounts::OwnCounts(std::span<const data::Endpoint> endpoints) {
    std::map<std::string, std::shared_ptr<const inference::Tokenizer>> read; // by file
    for (const data::Endpoint& endpoint : endpoints) {
        const std::string file = optionOf(endpoint, tokenizerOption);
        if (file.empty()) {
            if (countsAsWeDo(endpoint))
                m_exact.insert(endpoint.name);
            continue;
        }
        auto& tokenizer = read[file];
        if (!tokenizer)
            tokenizer = std::make_shared<const inference::Tokenizer>(inference::Gguf(file));
        m_tokenizers[endpoint.name] = tokenizer;
    }
}

void OwnCounts::count(data::Attempt& attempt) const {
    const std::string text = std::move(attempt.text);
    attempt.text.clear();
    if (m_exact.contains(attempt.endpoint))
        attempt.usage.ownOutput = attempt.usage.output;
    const auto found = m_tokenizers.find(attempt.endpoint);
    if (found == m_tokenizers.end() || text.empty() || text.size() >= mostTextKept)
        return; // of one that was cut a part would be counted
    attempt.usage.ownOutput =
        static_cast<std::int64_t>(found->second->encode(text, inference::Specials::Ignored).size());
}

} // namespace parallax::latency
