// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <functional>
#include <string>
#include <thread>

#include "base/error.h"
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
    Batch batch(const std::vector<Token>& tokens, int position, bool beside) const {
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
        return batch;
    }
    std::vector<float> run(const std::vector<Token>& tokens, int position, bool beside) {
        const auto& logits = *model.forward(batch(tokens, position, beside), *cache);
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

constexpr int somePromptTokens = 23;
std::vector<Token> somePrompt(const Side& side) {
    std::vector<Token> prompt;
    prompt.reserve(somePromptTokens);
    for (int i = 0; i < somePromptTokens; ++i)
        prompt.push_back((7 + i * 37 + i * i * 11) % std::min(side.model.config().vocabulary, 250));
    return prompt;
}

struct Joined {
    std::thread& thread;
    ~Joined() { thread.join(); }
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
    constexpr int promptTokens = somePromptTokens;
    Side sides[2] = {Side(reference, file, promptTokens + steps), Side(device, file, promptTokens + steps)};
    const std::vector<Token> prompt = somePrompt(sides[0]);
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

Report sameBits(Backend& recording, Backend& plain, const Gguf& file, int steps) {
    Report report;
    Backend* const backends[2] = {&recording, &plain};
    std::vector<float> all[2];
    std::size_t vocabulary = 1;
    for (int i = 0; i < 2; ++i) {
        Side side(*backends[i], file, somePromptTokens + steps);
        vocabulary = static_cast<std::size_t>(side.model.config().vocabulary);
        all[i] = side.prompt(somePrompt(side), partTokens);
        for (int step = 0; step < steps; ++step) {
            const std::vector<float> last(all[i].end() - static_cast<std::ptrdiff_t>(vocabulary),
                                          all[i].end());
            const auto logits = side.run({best(last)}, somePromptTokens + step, false);
            all[i].insert(all[i].end(), logits.begin(), logits.end());
        }
    }
    for (std::size_t at = 0; at < all[0].size(); at += vocabulary)
        compareBits(report, "recorded and not, step " + std::to_string(at / vocabulary), all[1].data() + at,
                    all[0].data() + at, vocabulary);
    return report;
}

Report troubles(Backend& device, const Gguf& file, bool full) {
    Report report;
    constexpr int steps = 4;
    Side side(device, file, somePromptTokens + steps);
    const auto answer = [&](const std::function<void(const Batch&)>& before) {
        std::vector<float> all = side.prompt(somePrompt(side), partTokens);
        for (int step = 0; step < steps; ++step) {
            const Token token = static_cast<Token>(step + 1);
            if (before)
                before(side.batch({token}, somePromptTokens + step, false));
            const auto logits = side.run({token}, somePromptTokens + step, false);
            all.insert(all.end(), logits.begin(), logits.end());
        }
        return all;
    };
    const std::vector<float> expected = answer({});
    const auto same = [&](const std::string& what, const std::vector<float>& found) {
        compareBits(report, what, expected.data(), found.data(), expected.size());
    };
    if (full) {
        bool said = false;
        try {
            device.allocate(device.memory().all / sizeof(float) + 1);
        } catch (const Error& error) {
            said = error.code() == ErrorCode::ModelFailed && !error.args().empty() &&
                   !error.args().front().empty();
        }
        ++report.comparisons;
        if (!said)
            fail(report, "more memory than there is was not refused with a reason");
        same("after memory was refused", answer({}));
    }
    same("after steps that were given up at once", answer([&](const Batch& batch) {
             device.allocate(1); // what was recorded is void
             std::atomic<bool> abandon{true};
             for (const bool given : {true, false, true}) { // as it is queued, and as it is recorded
                 abandon = given;
                 if ((side.model.forward(batch, *side.cache, &abandon) == nullptr) != given)
                     fail(report, "a step was not given up, or another one was");
             }
         }));
    int number = 0;
    same("after steps that were given up at some time", answer([&](const Batch& batch) {
             device.allocate(1);
             std::atomic<bool> abandon{false};
             std::thread other([&abandon, wait = std::chrono::microseconds(50 * number++)] {
                 std::this_thread::sleep_for(wait);
                 abandon = true;
             });
             const Joined joined{other};
             side.model.forward(batch, *side.cache, &abandon);
         }));
    same("after all of it", answer({}));
    return report;
}

} // namespace parallax::inference::parity
