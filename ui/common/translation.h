// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace parallax::ui {

// Installs our translator and Qt's own for "en", "zh_TW" or "zh_CN" in place of those that are installed, and
// makes its locale the default one. Every widget then gets QEvent::LanguageChange.
void applyInterfaceLanguage(const QString& language);

// What `text` gives in the language of the source, English: by it, too, a command is found. GUI thread only.
QString inEnglish(const std::function<QString()>& text);

} // namespace parallax::ui
