// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serve/request.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "engine/serve/api_error.h"

namespace parallax::serve {
namespace {

using nlohmann::json;

// A value of JSON takes some 16 bytes of memory and may take 2 of the body.
constexpr int mostValues = 50'000;
constexpr int mostDepth = 16;
constexpr std::size_t mostStops = 16;
constexpr std::size_t longestStop = 200; // each token is searched for each of them

// Known to OpenAI, and without influence on what a model says.
constexpr std::array passedOver{"user",
                                "metadata",
                                "store",
                                "service_tier",
                                "safety_identifier",
                                "prompt_cache_key",
                                "request_id",
                                "prompt_cache_retention",
                                "parallel_tool_calls"};

std::string inQuotes(std::string_view key) {
    return "\"" + repairUtf8(utf8Prefix(key, 100)) + "\"";
}

json parseBounded(std::string_view body) {
    int values = 0;
    const auto bounded = [&values](int depth, json::parse_event_t, const json&) {
        if (++values > mostValues)
            throw ApiError(400, "The body has too many values.");
        if (depth > mostDepth)
            throw ApiError(400, "The body is nested too deeply.");
        return true;
    };
    try {
        return json::parse(body, bounded);
    } catch (const json::parse_error& error) {
        throw ApiError(400, "The body is no JSON: it breaks off or goes wrong at byte " +
                                std::to_string(error.byte) + ".");
    } catch (const json::exception&) {
        throw ApiError(400, "The body is no JSON that can be read.");
    }
}

// An object whose members are asked for one by one; null is the same as not being there.
class Fields {
  public:
    Fields(const json& object, std::string name)
        : m_object(object)
        , m_name(std::move(name)) {
        if (!object.is_object())
            throw ApiError(
                400, m_name.empty() ? "The body is no JSON object." : inQuotes(m_name) + " is no object.",
                m_name, "invalid_type");
    }

    const json* find(const char* key) {
        m_asked.insert(key);
        const auto found = m_object.find(key);
        return found == m_object.end() || found->is_null() ? nullptr : &*found;
    }
    std::string path(std::string_view key) const {
        return m_name.empty() ? std::string(key) : m_name + "." + std::string(key);
    }
    [[noreturn]] void wrong(std::string_view key, const std::string& what, const char* code) const {
        throw ApiError(400, inQuotes(path(key)) + " " + what + ".", repairUtf8(path(key)), code);
    }
    double number(const char* key, double standard, double low, double high) {
        const json* value = find(key);
        if (value == nullptr)
            return standard;
        if (!value->is_number())
            wrong(key, "is no number", "invalid_type");
        const double got = value->get<double>();
        if (!(got >= low && got <= high))
            wrong(key, "is not between " + text(low) + " and " + text(high), "invalid_value");
        return got;
    }
    int count(const char* key, int standard, int low, int high) {
        const double got = number(key, standard, low, high);
        if (got != std::floor(got))
            wrong(key, "is no whole number", "invalid_type");
        return static_cast<int>(got);
    }
    bool flag(const char* key) {
        const json* value = find(key);
        if (value != nullptr && !value->is_boolean())
            wrong(key, "is neither true nor false", "invalid_type");
        return value != nullptr && value->get<bool>();
    }
    // What only one value of can be served.
    template <class Allowed>
    void only(const char* key, const Allowed& allowed) {
        const json* value = find(key);
        if (value != nullptr && !allowed(*value))
            wrong(key, "asks for something that this server cannot do", "unsupported_parameter");
    }
    void nothingElse() const {
        for (const auto& [key, value] : m_object.items())
            if (m_asked.count(key) == 0)
                wrong(utf8Prefix(key, 100), "is not known", "unknown_parameter");
    }

  private:
    static std::string text(double number) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        return {digits.data(), end};
    }

    const json& m_object;
    std::string m_name;
    std::set<std::string> m_asked;
};

const std::string* textOf(const json& value) {
    return value.get_ptr<const std::string*>();
}

bool isEmpty(const json& value) {
    return value.empty() || value == "";
}

// A text, or a list of parts that are texts.
std::string contentOf(Fields& message, const std::string& role) {
    const json* content = message.find("content");
    if (content == nullptr) {
        if (role != "assistant") // who only called tools may have said nothing
            message.wrong("content", "is missing", "missing_required_parameter");
        return {};
    }
    if (const std::string* text = textOf(*content))
        return *text;
    if (!content->is_array())
        message.wrong("content", "is neither a text nor a list of parts", "invalid_type");
    std::string joined;
    for (const json& part : *content) {
        Fields fields(part, message.path("content"));
        const json* type = fields.find("type");
        const json* text = fields.find("text");
        if (type == nullptr || *type != "text")
            fields.wrong("type", "is not \"text\": this server reads nothing else", "unsupported_content");
        if (text == nullptr || !text->is_string())
            fields.wrong("text", "is no text", "invalid_type");
        joined += *textOf(*text);
    }
    return joined;
}

void readMessages(Fields& fields, CompletionRequest& request) {
    const json* messages = fields.find("messages");
    if (messages == nullptr)
        fields.wrong("messages", "is missing", "missing_required_parameter");
    if (!messages->is_array() || messages->empty())
        fields.wrong("messages", "is no list of messages", "invalid_type");
    request.messages.reserve(messages->size());
    for (std::size_t i = 0; i < messages->size(); ++i) {
        Fields message((*messages)[i], "messages[" + std::to_string(i) + "]");
        const json* role = message.find("role");
        if (role == nullptr || !role->is_string())
            message.wrong("role", "is missing", "missing_required_parameter");
        std::string who = *textOf(*role);
        if (who == "developer")
            who = "system";
        if (who != "system" && who != "user" && who != "assistant")
            message.wrong("role", "is none of system, developer, user, assistant", "unsupported_value");
        message.only("tool_calls", isEmpty);
        message.only("function_call", isEmpty);
        request.messages.push_back({who, contentOf(message, who)});
    }
}

void readPrompt(Fields& fields, CompletionRequest& request) {
    const json* prompt = fields.find("prompt");
    if (prompt == nullptr)
        fields.wrong("prompt", "is missing", "missing_required_parameter");
    const json* one = prompt->is_array() && prompt->size() == 1 ? &prompt->front() : prompt;
    if (!one->is_string())
        fields.wrong("prompt", "is not one text", "invalid_type");
    request.prompt = *textOf(*one);
    fields.only("echo", [](const json& value) { return value == false; });
    fields.only("suffix", isEmpty);
    fields.only("best_of", [](const json& value) { return value == 1; });
}

void readStops(Fields& fields, CompletionRequest& request) {
    const json* stop = fields.find("stop");
    if (stop == nullptr)
        return;
    const json list = stop->is_string() ? json::array({*stop}) : *stop;
    if (!list.is_array() || list.size() > mostStops)
        fields.wrong("stop", "is neither a text nor a list of at most 16", "invalid_type");
    for (const json& one : list) {
        const std::string* text = textOf(one);
        if (text == nullptr)
            fields.wrong("stop", "holds something that is no text", "invalid_type");
        if (text->size() > longestStop)
            fields.wrong("stop", "holds a text of more than 200 bytes", "invalid_value");
        request.stop.push_back(*text);
    }
}

void readBias(Fields& fields, inference::Sampling& sampling) {
    const json* bias = fields.find("logit_bias");
    if (bias == nullptr)
        return;
    if (!bias->is_object() || bias->size() > 1024)
        fields.wrong("logit_bias", "is no object of at most 1024 tokens", "invalid_type");
    for (const auto& [key, value] : bias->items()) {
        inference::Token token = -1;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), token);
        if (error != std::errc() || end != key.data() + key.size() || token < 0)
            fields.wrong("logit_bias", "has a key that is no token's number", "invalid_value");
        if (!value.is_number() || !(std::abs(value.get<double>()) <= 100))
            fields.wrong("logit_bias", "has a value that is not between -100 and 100", "invalid_value");
        sampling.bias.emplace_back(token, value.get<float>());
    }
}

void readSampling(Fields& fields, CompletionRequest& request) {
    inference::Sampling& sampling = request.sampling;
    sampling.temperature = static_cast<float>(fields.number("temperature", 1, 0, 2));
    sampling.topP = static_cast<float>(fields.number("top_p", 1, 0, 1));
    sampling.minP = static_cast<float>(fields.number("min_p", 0, 0, 1));
    sampling.topK = std::max(0, fields.count("top_k", 0, -1, std::numeric_limits<int>::max())); // -1: off
    sampling.frequency = static_cast<float>(fields.number("frequency_penalty", 0, -2, 2));
    sampling.presence = static_cast<float>(fields.number("presence_penalty", 0, -2, 2));
    sampling.repetition = static_cast<float>(fields.number("repetition_penalty", 1, 0.01, 100));
    readBias(fields, sampling);
    if (const json* seed = fields.find("seed")) {
        if (!seed->is_number_integer())
            fields.wrong("seed", "is no whole number", "invalid_type");
        request.seeded = true;
        sampling.seed = static_cast<std::uint64_t>(seed->get<std::int64_t>());
    }
    if (request.api == Api::Text) {
        fields.only("logprobs", [](const json&) { return false; }); // of the old form
        return;
    }
    request.logprobs = fields.flag("logprobs");
    sampling.logprobs = fields.count("top_logprobs", 0, 0, 20);
    if (sampling.logprobs > 0 && !request.logprobs)
        fields.wrong("top_logprobs", "goes only with \"logprobs\": true", "invalid_value");
}

void readLength(Fields& fields, CompletionRequest& request) {
    constexpr int most = 1 << 24;
    request.maxTokens = fields.count("max_tokens", 0, 1, most);
    if (request.api == Api::Text && request.maxTokens == 0)
        request.maxTokens = 16; // OpenAI's standard for a text
    if (request.api == Api::Chat) {
        const int newer = fields.count("max_completion_tokens", 0, 1, most);
        if (newer != 0 && request.maxTokens != 0 && newer != request.maxTokens)
            fields.wrong("max_tokens", "says something else than \"max_completion_tokens\"", "invalid_value");
        request.maxTokens = std::max(request.maxTokens, newer);
    }
    request.minTokens = fields.count("min_tokens", 0, 0, most);
    if (request.maxTokens != 0 && request.minTokens > request.maxTokens)
        fields.wrong("min_tokens", "is more than the answer may have", "invalid_value");
    request.ignoreEnd = fields.flag("ignore_eos");
    readStops(fields, request);
}

void readStream(Fields& fields, CompletionRequest& request) {
    request.stream = fields.flag("stream");
    const json* options = fields.find("stream_options");
    if (options == nullptr)
        return;
    if (!request.stream)
        fields.wrong("stream_options", "goes only with \"stream\": true", "invalid_value");
    Fields inner(*options, "stream_options");
    request.usage = inner.flag("include_usage");
    request.continuousUsage = inner.flag("continuous_usage_stats");
    inner.flag("include_obfuscation"); // there is none to leave out
    inner.nothingElse();
}

void readTemplate(Fields& fields, CompletionRequest& request) {
    const json* given = fields.find("chat_template_kwargs");
    if (given == nullptr)
        return;
    Fields inner(*given, "chat_template_kwargs");
    if (inner.find("enable_thinking") != nullptr)
        request.thinking = inner.flag("enable_thinking");
    inner.nothingElse();
}

void refuseWhatCannotBeDone(Fields& fields, Api api) {
    fields.only("n", [](const json& value) { return value == 1; });
    if (api == Api::Text)
        return;
    fields.only("tools", isEmpty);
    fields.only("functions", isEmpty);
    fields.only("tool_choice", [](const json& value) { return value == "none" || value == "auto"; });
    fields.only("response_format",
                [](const json& value) { return value.is_object() && value.value("type", json()) == "text"; });
    fields.only("modalities", [](const json& value) { return value == json::array({"text"}); });
}

} // namespace

CompletionRequest parseRequest(std::string_view body, Api api) {
    const json parsed = parseBounded(body);
    Fields fields(parsed, {});
    CompletionRequest request;
    request.api = api;
    const json* model = fields.find("model");
    if (model == nullptr || !model->is_string())
        fields.wrong("model", "is missing", "missing_required_parameter");
    request.model = *textOf(*model);
    if (api == Api::Chat) {
        readMessages(fields, request);
        readTemplate(fields, request);
    } else {
        readPrompt(fields, request);
    }
    readSampling(fields, request);
    readLength(fields, request);
    readStream(fields, request);
    refuseWhatCannotBeDone(fields, api);
    for (const char* key : passedOver)
        fields.find(key);
    fields.nothingElse();
    return request;
}

} // namespace parallax::serve
