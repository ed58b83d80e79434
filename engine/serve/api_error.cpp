// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serve/api_error.h"

#include <utility>

#include "engine/serve/json_text.h"

namespace parallax::serve {
namespace {

using nlohmann::ordered_json;

ordered_json orNull(const std::string& text) {
    return text.empty() ? ordered_json() : ordered_json(text);
}

std::string argument(const Error& error, std::size_t number) {
    return number < error.args().size() ? error.args()[number] : std::string();
}

} // namespace

ApiError::ApiError(int httpStatus, std::string what, std::string field, std::string name)
    : status(httpStatus)
    , message(std::move(what))
    , param(std::move(field))
    , code(std::move(name)) {
    if (status == 429)
        type = "rate_limit_error";
    else if (status >= 500)
        type = status == 503 ? "service_unavailable_error" : "server_error";
}

ApiError apiErrorOf(const Error& error) {
    switch (error.code()) {
    case ErrorCode::ContextTooLong:
        return {400,
                "The prompt has " + argument(error, 0) +
                    " tokens; with an answer, this model's context has "
                    "room for " +
                    argument(error, 1) + ".",
                "messages", "context_length_exceeded"};
    case ErrorCode::ModelTemplate:
        return {400, "The model's chat template cannot be used: " + argument(error, 0) + ".", "messages",
                "chat_template"};
    case ErrorCode::Usage:
        return {400, argument(error, 0)};
    case ErrorCode::Cancelled:
        return {503, "The server is stopping.", {}, "shutting_down"};
    default:
        return {500, "The model stopped working: " + argument(error, 0) + ".", {}, "model_failed"};
    }
}

std::string toJson(const ApiError& error) {
    const ordered_json json{{"error",
                             {{"message", error.message},
                              {"type", error.type},
                              {"param", orNull(error.param)},
                              {"code", orNull(error.code)}}}};
    return dumped(json);
}

} // namespace parallax::serve
