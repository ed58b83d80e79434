// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/latency_workspace.h"

#include <QPushButton>

namespace parallax::ui {

LatencyWorkspace::LatencyWorkspace(Context& given, QWidget* parent)
    : EmptyWorkspace(given, parent) {
    leadTo({QStringLiteral("tables"), {}});
    retranslate();
}

void LatencyWorkspace::retranslate() {
    page().setContent(QStringLiteral("latency"), title(),
                      tr("Here measured response times of cloud endpoints and of models on this machine will "
                         "stand beside what articles claim."),
                      tr("Nothing is measured yet. The latencies that articles state are in their tables."));
    button().setText(tr("Open Tables"));
}

} // namespace parallax::ui
