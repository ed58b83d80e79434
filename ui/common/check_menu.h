// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "data/store/check_store.h"
#include "ui/common/place.h"

class QMenu;
class QPoint;
class QWidget;

namespace parallax::ui {

// Where the checks of one figure lead: for each its working on the Checks page, and the words it rests on.
struct CheckMenu {
    std::vector<const data::StoredCheck*> checks; // the worst first
    std::function<void(const Place&)> open;
    // Words that the reader of the menu has before them anyway; may be empty.
    std::function<bool(const data::Evidence&)> inSight;

    // Adds the entries; true when some lead to words out of sight.
    bool addTo(QMenu& menu) const;
    // The one check's working at once where there is nothing to choose, else a menu that belongs to `parent`.
    void popup(QWidget* parent, const QPoint& globalPosition) const;
};

} // namespace parallax::ui
