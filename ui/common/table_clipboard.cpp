// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include "data/export/export.h"
#include "ui/common/format.h"

namespace parallax::ui {

CopiedTable copiedTable(const data::Table& table, bool header) {
    data::TableExportOptions options;
    options.header = header;
    options.byteOrderMark = false;
    return {fromUtf8(data::exportTable(table, data::TableFormat::Tsv, options)),
            fromUtf8(data::exportTable(table, data::TableFormat::Html, options))};
}

void putOnClipboard(const CopiedTable& copied) {
    auto* mime = new QMimeData;
    mime->setText(copied.text);
    if (!copied.html.isEmpty())
        mime->setHtml(copied.html);
    QApplication::clipboard()->setMimeData(mime);
}

void copyTable(const data::Table& table, bool header) {
    putOnClipboard(copiedTable(table, header));
}

void copyTableAsMarkdown(const data::Table& table) {
    QApplication::clipboard()->setText(fromUtf8(data::exportTable(table, data::TableFormat::Markdown)));
}

} // namespace parallax::ui
