// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/cli/command.h"

namespace parallax::app {

// `parallax check --case FILE|-`: one line of JSON for each line read. Exit status 0 also for lines that are
// no cases: their answer says so.
int answerCases(const Session& session, const std::string& file);

} // namespace parallax::app
