// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace parallax::ui {

// What the codes of judgements (engine/latency/claim_evidence.h) say, to be translated in the context
// "ClaimSentences"; null where a code has no text.
const char* resultCodeText(const std::string& reason);
const char* missingCodeText(const std::string& code);

} // namespace parallax::ui
