// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "app/cli/command.h"
#include "base/error.h"
#include "data/check/check.h"
#include "data/store/article_store.h"

namespace parallax::app {

// Checks what waits in the library (article 0: all of it), or says on stderr that it cannot.
void checkWaiting(const Session& session, data::Library& library, data::ArticleId article);

// The value of an option, or Error{Usage} that names the option and what was given.
template <class Value>
Value named(const std::optional<Value>& value, const std::string& option, const std::string& text) {
    if (!value)
        throw Error(ErrorCode::Usage, {"there is no " + option + " \"" + text + "\""});
    return *value;
}

// A rule by its name in any case: "cagr", "delta-pct". Throws Error{Usage}.
data::Rule ruleOption(const std::string& text);

} // namespace parallax::app
