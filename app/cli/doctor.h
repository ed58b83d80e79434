// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace parallax::data {
class Library;
}

namespace parallax::app {

enum class State { Good, Note, Bad };

// A line of what `parallax doctor` says.
struct Finding {
    std::string subject;
    State state = State::Good;
    std::string text;
};

// What runs models here: the processor, the card and its driver, the kinds of models.
std::vector<Finding> engineFindings();

// The model files that endpoints of a library name, and which of its endpoints have a key (never the key).
std::vector<Finding> endpointFindings(data::Library& library);

} // namespace parallax::app
