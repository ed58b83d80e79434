// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/machine_cost.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/error.h"

namespace parallax::latency {

std::optional<double> dollarsPerHourOf(const data::Endpoint& endpoint) {
    const auto found = endpoint.options.find("price-hour");
    if (found == endpoint.options.end())
        return std::nullopt;
    const std::string& text = found->second;
    double dollars = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), dollars);
    if (error != std::errc() || end != text.data() + text.size() || !(dollars >= 0 && dollars <= 1e6))
        throw Error(ErrorCode::Usage,
                    {"the price-hour of \"" + endpoint.name + "\" is no number of dollars"});
    return dollars;
}

std::map<std::string, double> hourlyPrices(std::span<const data::Endpoint> endpoints) {
    std::map<std::string, double> prices;
    for (const data::Endpoint& endpoint : endpoints)
        if (const auto hour = dollarsPerHourOf(endpoint))
            prices[endpoint.name] = *hour;
    return prices;
}

double busySeconds(std::span<const data::Attempt> attempts) {
    std::vector<std::pair<data::RunTime, data::RunTime>> spans;
    spans.reserve(attempts.size());
    for (const data::Attempt& attempt : attempts)
        if (attempt.time.end != data::never)
            spans.emplace_back(attempt.time.submitted, attempt.time.end);
    std::sort(spans.begin(), spans.end());
    data::RunTime busy = 0, until = 0;
    for (const auto& [begin, end] : spans) {
        busy += std::max<data::RunTime>(0, end - std::max(begin, until));
        until = std::max(until, end);
    }
    return static_cast<double>(busy) / 1e9;
}

std::optional<double> machineDollarsPerToken(double dollarsPerHour, std::span<const data::Attempt> attempts) {
    std::int64_t tokens = 0;
    for (const data::Attempt& attempt : attempts)
        if (attempt.outcome == data::Outcome::Success)
            tokens += std::max<std::int64_t>(attempt.usage.output, 0);
    if (tokens == 0)
        return std::nullopt;
    return dollarsPerHour / 3600 * busySeconds(attempts) / static_cast<double>(tokens);
}

} // namespace parallax::latency
