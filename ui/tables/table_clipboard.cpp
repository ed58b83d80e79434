// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include "data/export/export.h"
#include "ui/common/format.h"

namespace parallax::ui {

void copyTable(const data::Table& table, bool header) {
    data::TableExportOptions options;
    options.header = header;
    options.byteOrderMark = false;
    auto* mime = new QMimeData;
    mime->setText(fromUtf8(data::exportTable(table, data::TableFormat::Tsv, options)));
    mime->setHtml(fromUtf8(data::exportTable(table, data::TableFormat::Html, options)));
    QApplication::clipboard()->setMimeData(mime);
}

void copyTableAsMarkdown(const data::Table& table) {
    QApplication::clipboard()->setText(fromUtf8(data::exportTable(table, data::TableFormat::Markdown)));
}

} // namespace parallax::ui
