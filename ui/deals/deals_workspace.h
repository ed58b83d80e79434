// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/empty_page.h"

namespace parallax::ui {

// Deals as grid, graph and timeline will be here; the place is kept.
class DealsWorkspace final : public EmptyWorkspace {
    Q_OBJECT
  public:
    DealsWorkspace(Context& context, QWidget* parent);

    QString id() const override { return QStringLiteral("deals"); }
    QString title() const override { return tr("Deals"); }

  private:
    void retranslate() override;
};

} // namespace parallax::ui
