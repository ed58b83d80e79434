// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

#include "data/store/check_store.h"

namespace parallax::app {

inline constexpr std::int64_t checksAtOnce = 500; // that are read from a library and kept in memory

// {"rule", "verdict", "colour", "statement": [{"quote"}], "computed", "stated", "formula", "repairs"} as
// house.md says, with where it stands, cause, reason and mark beside it.
nlohmann::ordered_json checkJson(const data::StoredCheck& stored);

// Some lines for people: the verdict, the words it is about, the working, what would hold.
std::string checkReport(const data::StoredCheck& stored);

// The check as the edition in `language` tells it, nothing where none of its editions is in that language.
// Language::Unknown: as it is.
std::optional<data::StoredCheck> toldIn(data::Library& library, const data::StoredCheck& stored,
                                        data::Language language);

// "1 red, 5 amber, 3 grey, 45 green, 2 settled".
std::string countsLine(const data::CheckCounts& counts);

} // namespace parallax::app
