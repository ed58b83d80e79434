// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string>

#include "engine/inference/cuda/parity/numbers.h"
#include "engine/inference/model.h"

namespace parallax::inference::parity {
namespace {

// What two devices' logits of a whole model may differ by: a rounding to 16 bits that falls the other way in
// an early layer is carried through all of the others, and bfloats have three bits less.
double modelBound(const Gguf& file) {
    return std::any_of(file.tensors().begin(), file.tensors().end(),
                       [](const Tensor& tensor) { return tensor.format == Format::BF16; })
               ? 2e-4
               : 1e-5;
}
constexpr float nearTie = 1e-3F; // of the logits' own size
constexpr int partTokens = 7;    // of the prompt at a time

struct Side {
    Side(Backend& given, const Gguf& file, int tokens)
        : backend(given)
        , model(file, given)
        , pages((tokens + 1) / pageTokens + 1)
        , cache(given.cache(model.config(), 2 * pages)) {}

    // The next tokens of the sequence, with those of another one beside them.
    std::vector<float> run(const std::vector<Token>& tokens, int position, bool beside) {
        Batch batch;
        const int count = static_cast<int>(tokens.size());
        if (beside) { // its pages are its own
            batch.tokens = {1};
            batch.parts = {{0, 1, 0, 0}};
            for (int i = 0; i < pages; ++i)
                batch.pages.push_back(pages + i);
            batch.wanted = {0};
        }
        batch.parts.push_back(
            {static_cast<int>(batch.rows()), count, position, static_cast<int>(batch.pages.size())});
        batch.tokens.insert(batch.tokens.end(), tokens.begin(), tokens.end());
        for (int i = 0; i < pages; ++i)
            batch.pages.push_back(i);
        batch.wanted.push_back(static_cast<int>(batch.rows()) - 1);
        const auto& logits = *model.forward(batch, *cache);
        const auto vocabulary = static_cast<std::ptrdiff_t>(model.config().vocabulary);
        return {logits.end() - vocabulary, logits.end()};
    }
    std::vector<float> prompt(const std::vector<Token>& tokens, int part) {
        std::vector<float> logits;
        const int count = static_cast<int>(tokens.size());
        for (int at = 0; at < count; at += part)
            logits = run({tokens.begin() + at, tokens.begin() + std::min(at + part, count)}, at, false);
        return logits;
    }

    Backend& backend;
    Model model;
    int pages;
    std::unique_ptr<Cache> cache;
};

Token best(const std::vector<float>& logits) {
    return static_cast<Token>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

} // namespace

Report model(Backend& reference, Backend& device, const Gguf& file, int steps, int repeats) {
    Report report;
    std::string what(file.string("general.name", "a model"));
    what += ", " + file.name().substr(file.name().find_last_of('/') + 1);
    const double most = modelBound(file);
    std::vector<Token> prompt;
    constexpr int promptTokens = 23;
    Side sides[2] = {Side(reference, file, promptTokens + steps), Side(device, file, promptTokens + steps)};
    prompt.reserve(promptTokens);
    for (int i = 0; i < promptTokens; ++i)
        prompt.push_back((7 + i * 37 + i * i * 11) % std::min(sides[0].model.config().vocabulary, 250));
    std::vector<float> expected = sides[0].prompt(prompt, partTokens);
    std::vector<float> found = sides[1].prompt(prompt, partTokens);
    std::vector<Token> tokens;
    std::vector<float> all; // of the device, to be found again
    for (int step = 0;; ++step) {
        compare(report, what + ", step " + std::to_string(step), expected, found, expected.size(), most);
        all.insert(all.end(), found.begin(), found.end());
        const Token token = best(expected);
        const float behind =
            expected[static_cast<std::size_t>(token)] - expected[static_cast<std::size_t>(best(found))];
        if (behind > nearTie * std::fabs(expected[static_cast<std::size_t>(token)]))
            fail(report, what + ", step " + std::to_string(step) + ": another token");
        if (step == steps)
            break;
        tokens.push_back(token);
        expected = sides[0].run({token}, promptTokens + step, false);
        found = sides[1].run({token}, promptTokens + step, false);
    }
    // The prompt in other parts, down to token by token as an answer comes, other neighbours, and by way of
    // what the device has recorded by now.
    constexpr int parts[] = {promptTokens, 1, 5};
    for (int repeat = 0; repeat < repeats; ++repeat) {
        std::vector<float> again = sides[1].prompt(prompt, parts[repeat % 3]);
        for (int step = 0; step < steps; ++step) {
            const auto logits =
                sides[1].run({tokens[static_cast<std::size_t>(step)]}, promptTokens + step, repeat % 2 == 1);
            again.insert(again.end(), logits.begin(), logits.end());
        }
        compareBits(report, what + ", repeat " + std::to_string(repeat), all.data(), again.data(),
                    all.size());
    }
    return report;
}

} // namespace parallax::inference::parity
