// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/empty_page.h"

namespace parallax::ui {

// Every figure that was recomputed will be here; the place is kept.
class ChecksWorkspace final : public EmptyWorkspace {
    Q_OBJECT
  public:
    ChecksWorkspace(Context& context, QWidget* parent);

    QString id() const override { return QStringLiteral("checks"); }
    QString title() const override { return tr("Checks"); }

  private:
    void retranslate() override;
};

} // namespace parallax::ui
