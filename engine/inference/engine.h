// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/error.h"
#include "engine/inference/config.h"
#include "engine/inference/cpu/backend.h"
#include "engine/inference/devices.h"
#include "engine/inference/gguf.h"
#include "engine/inference/pace.h"
#include "engine/inference/sampler.h"
#include "engine/inference/tokenizer.h"

namespace parallax::inference {

// The public face: a loaded model that answers any number of requests at once.

struct EngineOptions {
    DeviceChoice device = DeviceChoice::Auto;
    CpuOptions cpu;
    CardOptions card;
    // Tokens of one request, prompt and answer, at most what the model was made for; 0: that, or 32,768, or
    // as many as leave most of the memory to others.
    int context = 4096;
    int cacheTokens = 0;   // that all requests together can hold; 0: as many contexts as the next line says
    int cacheContexts = 0; // 0: two, or one where the context is 0; such a context is chosen to fit so often
    int stepTokens = 128;  // of prompts in one step: how long a cancellation or a neighbour may have to wait
};

struct Request {
    std::vector<Token> tokens; // the prompt
    int maxTokens = 256;       // of the answer
    int minTokens = 0;         // neither the model's own end nor a stop text ends it before
    Sampling sampling;
    std::vector<std::string> stop; // the answer ends before the first of these texts
    bool ignoreEnd = false;        // goes on past the model's own end, for measurements
};

enum class Finish { None, End, Stop, Length, Cancelled, Failed };
const char* finishName(Finish finish); // "end", "stop", "length", "cancelled", "failed"

struct Timings {
    int promptTokens = 0;
    int reusedTokens = 0; // of the prompt, that were still in the cache
    int answerTokens = 0;
    double firstToken = 0; // seconds from submit() to the first token
    double total = 0;      // seconds from submit() to the last one
    double decode = 0;     // seconds from the first to the last
};

// What a callback is told: some more of the answer, or that it is over.
struct Answer {
    std::string text;             // whole characters
    std::optional<Chosen> chosen; // the token it came with; nothing for held-back text at the end
    Finish finish = Finish::None;
    Timings timings;            // when finished
    std::optional<Error> error; // when Failed
};
using AnswerCallback = std::function<void(const Answer&)>;

using Ticket = std::uint64_t;

// Owns a thread that owns the device. Callbacks come on that thread and must be quick. A failure ends the
// requests that it concerns with an error, never the process. Thread-safe.
class Engine {
  public:
    // Loads. Throws Error{FileNotFound, FileUnreadable, ModelMalformed, ModelUnsupported, ModelFailed,
    // Cancelled}.
    explicit Engine(const std::filesystem::path& path, const EngineOptions& options = {},
                    const std::stop_token& stop = {}, const std::function<void(double)>& progress = {});
    Engine(std::unique_ptr<Gguf> file, const EngineOptions& options);
    ~Engine(); // requests that are still running are cancelled

    const Gguf& file() const;
    const Config& config() const;
    const Tokenizer& tokenizer() const;
    Device device() const;
    const std::string& deviceNote() const; // why it is not the card, or empty
    EngineStats stats() const;
    // Reads the device's memory as fast as it can, as soon as no request is running: some tenths of a second
    // and, for that time, 384 MB. Bytes per second, which stats() knows from then on; 0 where it could not be
    // measured.
    std::future<double> measureBandwidth();
    bool fitsInCaches() const;       // so small a model that the memory's bandwidth says nothing about it
    std::size_t weightBytes() const; // read for each decode step
    std::size_t keyBytes() const;    // keys and values of one token
    int context() const;

    // Throws Error{ContextTooLong} and Error{Usage}; what goes wrong later comes as an answer.
    Ticket submit(Request request, AnswerCallback callback);
    void cancel(Ticket ticket); // its last answer says Cancelled, unless it was over already

    // Logits after the last of the tokens, [vocabulary]. Waits; throws what a request would fail with.
    std::vector<float> logits(const std::vector<Token>& tokens);

  private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace parallax::inference
