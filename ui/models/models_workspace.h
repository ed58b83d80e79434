// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/empty_page.h"

namespace parallax::ui {

// Local models will be here; the place is kept.
class ModelsWorkspace final : public EmptyWorkspace {
    Q_OBJECT
  public:
    ModelsWorkspace(Context& context, QWidget* parent);

    QString id() const override { return QStringLiteral("models"); }
    QString title() const override { return tr("Models"); }

  private:
    void retranslate() override;
};

} // namespace parallax::ui
