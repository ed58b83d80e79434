// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace parallax::ui {

// The place that a plan (JSON) names, for lists that need no more of it; empty: it names none.
QString placeOf(const std::string& planJson);

// The plan without it, for another machine.
std::string withoutPlace(const std::string& planJson);

} // namespace parallax::ui
