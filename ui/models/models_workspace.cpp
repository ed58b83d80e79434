// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_workspace.h"

#include <QPushButton>

namespace parallax::ui {

ModelsWorkspace::ModelsWorkspace(Context& given, QWidget* parent)
    : EmptyWorkspace(given, parent) {
    leadTo({QStringLiteral("library"), {}});
    retranslate();
}

void ModelsWorkspace::retranslate() {
    page().setContent(QStringLiteral("models"), title(),
                      tr("Here you will add language models to this machine, see what they are and how much "
                         "memory they need, load and measure them."),
                      tr("No model can be run yet. Everything else works without one."));
    button().setText(tr("Open the library"));
}

} // namespace parallax::ui
