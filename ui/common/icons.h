// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace parallax::ui {

// resources/icons/<name>.svg with currentColor replaced by the theme's text colour (accent when checked,
// quiet when disabled). Sharp at every scale.
QIcon icon(const QString& name);

} // namespace parallax::ui
