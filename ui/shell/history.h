// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/common/place.h"

namespace parallax::ui {

// Where the analyst has been, like a browser's history over all workspaces.
class History {
  public:
    void visit(const Place& place);   // drops what lies ahead; the same place twice in a row counts once
    void replace(const Place& place); // the present entry turned out to be this one
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    const Place& back();    // only when canGoBack()
    const Place& forward(); // only when canGoForward()
    const Place* current() const { return m_places.empty() ? nullptr : &m_places[m_at]; }
    const std::vector<Place>& places() const { return m_places; }

  private:
    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace parallax::ui
