// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace parallax::data {

class MeasureStore;

// A plan (JSON) with what its endpoints are in the place of their names: a name may mean another place
// tomorrow. What is no plan, or names an endpoint that is gone, stays as it is.
std::string resolvedPlan(MeasureStore& store, const std::string& plan);

// The same for another machine: without what holds for this one's keychain alone.
std::string portablePlan(MeasureStore& store, const std::string& plan);

} // namespace parallax::data
