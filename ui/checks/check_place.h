// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "data/store/check_store.h"

namespace parallax::ui {

// A filter of checks as the history and the session keep it. What cannot be read is left out.
QJsonObject toJson(const data::CheckFilter& filter);
data::CheckFilter checkFilterFrom(const QJsonObject& json);

} // namespace parallax::ui
