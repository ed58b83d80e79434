// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/empty_page.h"

namespace parallax::ui {

// Live comparison of endpoints will be here; the place is kept.
class LatencyWorkspace final : public EmptyWorkspace {
    Q_OBJECT
  public:
    LatencyWorkspace(Context& context, QWidget* parent);

    QString id() const override { return QStringLiteral("latency"); }
    QString title() const override { return tr("Latency"); }

  private:
    void retranslate() override;
};

} // namespace parallax::ui
