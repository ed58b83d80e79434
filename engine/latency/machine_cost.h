// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>

#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"

namespace parallax::latency {

// What an hour of the machine behind an endpoint costs, in dollars, where its option "price-hour" says so:
// rent, or power and wear. An assumption that stands beside whatever is computed from it. Throws Error{Usage}
// where that is no number.
std::optional<double> dollarsPerHourOf(const data::Endpoint& endpoint);

std::map<std::string, double> hourlyPrices(std::span<const data::Endpoint> endpoints); // of those that say so

// Seconds in which at least one of them was under way: what a machine is paid for that answers nobody else.
double busySeconds(std::span<const data::Attempt> attempts);

// The hour's price for those seconds by the tokens of successes. Nothing where nothing succeeded.
std::optional<double> machineDollarsPerToken(double dollarsPerHour, std::span<const data::Attempt> attempts);

} // namespace parallax::latency
