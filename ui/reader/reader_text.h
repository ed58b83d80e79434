// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace parallax::ui {

// The context of the reader's sentences that are formed outside any QObject.
struct ReaderText {
    Q_DECLARE_TR_FUNCTIONS(ReaderText)
};

} // namespace parallax::ui
