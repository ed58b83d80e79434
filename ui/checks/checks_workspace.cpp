// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/checks_workspace.h"

#include <QPushButton>

namespace parallax::ui {

ChecksWorkspace::ChecksWorkspace(Context& given, QWidget* parent)
    : EmptyWorkspace(given, parent) {
    leadTo({QStringLiteral("projections"), {}});
    retranslate();
}

void ChecksWorkspace::retranslate() {
    page().setContent(QStringLiteral("checks"), title(),
                      tr("Here every stated figure that can be recomputed will stand with its result and the "
                         "sentence it comes from."),
                      tr("Not yet checked as a whole. Projections already marks stated changes that the "
                         "figures beside them do not give."));
    button().setText(tr("Open Projections"));
}

} // namespace parallax::ui
