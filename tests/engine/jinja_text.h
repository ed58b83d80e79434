// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/error.h"
#include "engine/inference/jinja/syntax.h"

namespace parallax::inference::testing {

// What the template gives with a few variables of every kind, or "error: …".
inline std::string rendered(const std::string& source) {
    const jinja::Dict variables{
        {"name", "Ada"},
        {"list", jinja::List{std::int64_t{1}, std::int64_t{2}, std::int64_t{3}}},
        {"dict", jinja::Dict{{"a", "x"}, {"b", jinja::List{true, nullptr}}}},
        {"messages", jinja::List{jinja::Dict{{"role", "user"}, {"content", " hi "}},
                                 jinja::Dict{{"role", "assistant"}, {"content", "yes"}}}}};
    try {
        return jinja::render(*jinja::parse(source), variables, 1'700'000'000);
    } catch (const Error& error) {
        return "error: " + error.args().at(0);
    }
}

} // namespace parallax::inference::testing
