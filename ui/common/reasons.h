// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parallax::ui {

// The reason inside an Error ("Permission denied", "a PNG image") in the interface language, to stand in the
// middle of a sentence. The rooms below write reasons in English, the system in that of its locale; what is
// not known here comes back as it was.
QString reasonText(const QString& reason);

} // namespace parallax::ui
