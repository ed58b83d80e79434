// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parallax::inference {

// Text that may be shown: what could still become a stop text is held back.
class StopFinder {
  public:
    explicit StopFinder(std::vector<std::string> stops)
        : m_stops(std::move(stops)) {
        std::erase_if(m_stops, [](const std::string& stop) { return stop.empty(); });
    }

    // Adds text; gives what may be shown and whether a stop text was found.
    std::pair<std::string, bool> push(std::string_view text) {
        m_held += text;
        std::size_t first = std::string::npos;
        for (const auto& stop : m_stops)
            first = std::min(first, m_held.find(stop));
        if (first != std::string::npos)
            return {m_held.substr(0, first), true};
        std::size_t keep = 0;
        for (const auto& stop : m_stops)
            for (std::size_t length = std::min(stop.size() - 1, m_held.size()); length > keep; --length)
                if (std::string_view(stop).starts_with(
                        std::string_view(m_held).substr(m_held.size() - length)))
                    keep = length;
        std::string shown = m_held.substr(0, m_held.size() - keep);
        m_held.erase(0, shown.size());
        return {std::move(shown), false};
    }
    std::string rest() { return std::exchange(m_held, {}); }

  private:
    std::vector<std::string> m_stops;
    std::string m_held;
};

} // namespace parallax::inference
