// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace parallax::ui {

// An English interface is set in the Korean face, for its narrow marks (fonts.h), which would draw what
// stands in Chinese between its words (a source in a menu, the name of a language in a box) in Korean shapes.
// This gives menus, boxes, buttons and labels that show something Chinese its own face, as they are shown.
class HanFonts final : public QObject {
  public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace parallax::ui
