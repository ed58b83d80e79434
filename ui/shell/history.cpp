// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history.h"

namespace parallax::ui {

namespace {
constexpr std::size_t maximumPlaces = 500;
} // namespace

void History::visit(const Place& place) {
    if (!m_places.empty() && m_places[m_at] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back(place);
    if (m_places.size() > maximumPlaces)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
}

void History::replace(const Place& place) {
    if (m_places.empty())
        visit(place);
    else
        m_places[m_at] = place;
}

const Place& History::back() {
    return m_places[--m_at];
}

const Place& History::forward() {
    return m_places[++m_at];
}

} // namespace parallax::ui
