// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

#include "base/error.h"

namespace parallax::serve {

// A request that gets no answer: the status of HTTP, and what OpenAI's clients look for in the body. Thrown
// within this room; nothing else is.
struct ApiError : std::exception {
    int status = 400;
    std::string message;
    std::string type = "invalid_request_error";
    std::string param;  // the field that is wrong; empty: null
    std::string code;   // empty: null
    int retryAfter = 0; // seconds; 0: not said

    ApiError(int httpStatus, std::string what, std::string field = {}, std::string name = {});
    const char* what() const noexcept override { return message.c_str(); }
};

// What went wrong in the engine, as the person who asked is told.
ApiError apiErrorOf(const Error& error);

// {"error": {"message", "type", "param", "code"}}
std::string toJson(const ApiError& error);

} // namespace parallax::serve
