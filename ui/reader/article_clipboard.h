// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>

#include <memory>

class QTextDocument;

namespace parallax::ui {

// What positions [begin, end) of a page give to the clipboard: plain text with the cells of tables parted by
// tabs, and HTML with real tables (header cells as <th>). Qt's own gives one cell a line. Made at once, not
// on demand: a spreadsheet that asks later must not wait for us.
std::unique_ptr<QMimeData> makeArticleMimeData(const QTextDocument& document, int begin, int end);

} // namespace parallax::ui
