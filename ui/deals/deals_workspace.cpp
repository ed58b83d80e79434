// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/deals_workspace.h"

#include <QPushButton>

namespace parallax::ui {

DealsWorkspace::DealsWorkspace(Context& given, QWidget* parent)
    : EmptyWorkspace(given, parent) {
    leadTo({QStringLiteral("library"), {}});
    retranslate();
}

void DealsWorkspace::retranslate() {
    page().setContent(QStringLiteral("deals"), title(),
                      tr("Here you will see who agreed what with whom, for how much and until when, each "
                         "with the sentence it was read from."),
                      tr("Deals are not read from articles yet. Search finds them by their words."));
    button().setText(tr("Open the library"));
}

} // namespace parallax::ui
