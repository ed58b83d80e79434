// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

#include "data/store/annotation_store.h"

namespace parallax::ui {

// A tag keeps its colour in the library, whatever the look: eight hues of one lightness, each at least 3:1
// from every ground of the light, the dark and the high-contrast look.
const QStringList& tagColours();

// The first that no tag has; once all are in use, the one that the fewest have.
QString nextTagColour(const std::vector<data::Tag>& tags);

} // namespace parallax::ui
