// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serve/service.h"

#include <condition_variable>
#include <ctime>
#include <functional>
#include <mutex>
#include <optional>
#include <random>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "engine/inference/chat.h"
#include "engine/serve/api_error.h"
#include "engine/serve/json_text.h"

namespace parallax::serve {
namespace {

using inference::Answer;
using inference::Finish;
using nlohmann::ordered_json;

std::string hex(std::uint64_t number) {
    std::string out(16, '0');
    for (std::size_t i = 16; i-- > 0; number >>= 4)
        out[i] = "0123456789abcdef"[number & 15];
    return out;
}

std::uint64_t randomNumber() {
    static thread_local std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

ordered_json described(const std::string& name, std::int64_t created, int context) {
    return {{"id", name},
            {"object", "model"},
            {"created", created},
            {"owned_by", "parallax"},
            {"max_model_len", context}};
}

// Counts a request for as long as the engine has it.
class Place {
  public:
    Place(std::shared_ptr<std::atomic<int>> open, int limit)
        : m_open(std::move(open)) {
        if (m_open->fetch_add(1) >= limit) {
            m_open->fetch_sub(1);
            ApiError error(429, "The server has as many requests as it takes; try again soon.", {},
                           "overloaded");
            error.retryAfter = 1;
            throw error;
        }
    }
    ~Place() { m_open->fetch_sub(1); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

  private:
    std::shared_ptr<std::atomic<int>> m_open;
};

} // namespace

// What the engine has said and nobody has read yet.
struct Completion::Inbox {
    std::mutex mutex;
    std::condition_variable wake;
    std::vector<Answer> answers;
    std::unique_ptr<Place> place; // until the last of them
};

Completion::Completion(std::shared_ptr<inference::Engine> engine, AnswerWriter writer, bool streams)
    : m_engine(std::move(engine))
    , m_inbox(std::make_shared<Inbox>())
    , m_writer(std::move(writer))
    , m_streams(streams) {}

Completion::~Completion() {
    if (m_ticket != 0 && !m_over)
        m_engine->cancel(m_ticket);
}

std::string Completion::next(std::chrono::milliseconds most) {
    std::vector<Answer> answers;
    {
        std::unique_lock lock(m_inbox->mutex);
        m_inbox->wake.wait_for(lock, most, [this] { return !m_inbox->answers.empty(); });
        answers.swap(m_inbox->answers);
    }
    std::string events;
    for (const Answer& answer : answers) {
        m_over = m_over || answer.finish != Finish::None;
        if (answer.finish == Finish::Failed || answer.finish == Finish::Cancelled) {
            const ApiError error = apiErrorOf(answer.error.value_or(Error(ErrorCode::Cancelled)));
            if (!m_streams)
                throw error;
            return events + AnswerWriter::errorEvent(error);
        }
        if (m_streams)
            events += m_writer.events(answer);
        else
            m_writer.collect(answer);
    }
    return events;
}

Service::Service(std::shared_ptr<inference::Engine> engine, ServiceOptions options)
    : m_engine(std::move(engine))
    , m_options(std::move(options))
    , m_created(std::time(nullptr))
    , m_idStem(hex(randomNumber()))
    , m_open(std::make_shared<std::atomic<int>>(0)) {
    const std::string everything = m_options.version + '\n' + m_options.model + '\n' +
                                   std::to_string(m_engine->file().fileBytes()) + '\n' +
                                   m_engine->device().kernels;
    m_fingerprint = "fp_" + hex(std::hash<std::string>()(everything)).substr(6);
}

inference::Request Service::engineRequest(const CompletionRequest& request) const {
    const int context = m_engine->context();
    const int vocabulary = m_engine->config().vocabulary;
    for (const auto& [token, bias] : request.sampling.bias)
        if (token >= vocabulary)
            throw ApiError(400,
                           "\"logit_bias\" has the token " + std::to_string(token) +
                               "; this model has those from 0 to " + std::to_string(vocabulary - 1) + ".",
                           "logit_bias", "invalid_value");
    inference::Request out;
    if (request.api == Api::Chat) {
        inference::ChatOptions options;
        options.thinking = request.thinking;
        options.plainIfUnknown = true;
        out.tokens =
            inference::chatTokens(m_engine->file(), m_engine->tokenizer(), request.messages, options);
    } else {
        out.tokens = m_engine->tokenizer().encode(request.prompt, inference::Specials::AddedParsed);
    }
    const int room = context - static_cast<int>(out.tokens.size());
    if (room > 0 && request.minTokens > room)
        throw ApiError(400,
                       "With this prompt the model's context has room for " + std::to_string(room) +
                           " tokens of an answer, fewer than \"min_tokens\".",
                       "min_tokens", "context_length_exceeded");
    out.maxTokens = request.maxTokens > 0 ? request.maxTokens : context;
    out.minTokens = request.minTokens;
    out.ignoreEnd = request.ignoreEnd;
    out.stop = request.stop;
    out.sampling = request.sampling;
    out.sampling.probability = request.logprobs;
    if (!request.seeded)
        out.sampling.seed = randomNumber();
    return out;
}

std::unique_ptr<Completion> Service::begin(std::string_view body, Api api) {
    auto place = std::make_unique<Place>(m_open, m_options.requestLimit); // before anything that costs time
    const CompletionRequest request = parseRequest(body, api);
    if (request.model != m_options.model)
        throw ApiError(404,
                       "There is no model \"" + repairUtf8(utf8Prefix(request.model, 200)) +
                           "\" here, only \"" + m_options.model + "\".",
                       "model", "model_not_found");
    try {
        inference::Request wanted = engineRequest(request);
        AnswerHead head;
        head.id = (api == Api::Chat ? "chatcmpl-" : "cmpl-") + m_idStem + hex(++m_ids).substr(8);
        head.model = m_options.model;
        head.fingerprint = m_fingerprint;
        head.created = std::time(nullptr);
        AnswerWriter writer(request, static_cast<int>(wanted.tokens.size()), head,
                            [engine = m_engine.get()](inference::Token token) {
                                return engine->tokenizer().piece(token, true);
                            });
        std::unique_ptr<Completion> completion(new Completion(m_engine, std::move(writer), request.stream));
        completion->m_inbox->place = std::move(place);
        completion->m_ticket =
            m_engine->submit(std::move(wanted), [inbox = completion->m_inbox](const Answer& answer) {
                const std::lock_guard lock(inbox->mutex);
                if (answer.finish != Finish::None)
                    inbox->place.reset();
                inbox->answers.push_back(answer);
                inbox->wake.notify_one();
            });
        return completion;
    } catch (const Error& error) {
        throw apiErrorOf(error);
    }
}

std::string Service::models() const {
    return dumped(
        {{"object", "list"},
         {"data", ordered_json::array({described(m_options.model, m_created, m_engine->context())})}});
}

std::string Service::model(std::string_view name) const {
    if (name != m_options.model)
        throw ApiError(404, "There is no such model here, only \"" + m_options.model + "\".", "model",
                       "model_not_found");
    return dumped(described(m_options.model, m_created, m_engine->context()));
}

std::string Service::health() const {
    return dumped({{"status", "ok"},
                   {"model", m_options.model},
                   {"device", inference::describe(m_engine->device())},
                   {"requests", m_open->load()},
                   {"request_limit", m_options.requestLimit}});
}

} // namespace parallax::serve
