// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_export.h"

#include <utility>

#include "data/store/correction_store.h"
#include "data/store/library.h"
#include "data/store/table_store.h"
#include "ui/common/format.h"

namespace parallax::ui {

void writeListedTables(const std::filesystem::path& library, const std::string& filter,
                       data::Language language, const QString& path, const std::stop_token& stop,
                       const ProgressCallback& progress) {
    const std::filesystem::path file(toStdString(path));
    const data::TableFormat format = data::tableFormatOf(file);
    if (format != data::TableFormat::Xlsx && format != data::TableFormat::Json &&
        format != data::TableFormat::Markdown)
        throw Error(
            ErrorCode::ExportFailed,
            {toStdString(path), "several tables go into .xlsx, .json or .md, one table into any format"});
    data::Library own(library, data::Library::Mode::ReadOnly);
    data::TableStore& tables = own.tables();
    // As the window shows them: with an analyst's corrections in place.
    const bool corrections = own.corrections().any();
    const std::int64_t total = tables.count(filter, language);
    std::vector<data::Table> sheets;
    std::string text;
    std::int64_t done = 0;
    constexpr std::int64_t page = 200;
    for (std::int64_t offset = 0; offset < total; offset += page) {
        const auto rows = tables.list(filter, offset, page, data::TableOrder::NewestFirst, language);
        if (rows.empty())
            break;
        for (const data::TableRow& row : rows) {
            throwIfStopped(stop);
            const data::StoredTable stored = tables.load(row.id);
            data::Table table = corrections ? own.corrections().corrected(stored) : stored.table;
            if (table.caption.empty())
                table.caption = row.articleTitle;
            if (format == data::TableFormat::Xlsx)
                sheets.push_back(std::move(table));
            else
                text += (text.empty()                        ? ""
                         : format == data::TableFormat::Json ? ",\n"
                                                             : "\n\n") +
                        data::exportTable(table, format);
            if (progress && (++done % 50 == 0 || done == total))
                progress({done, total, row.caption});
        }
    }
    if (format == data::TableFormat::Xlsx)
        data::exportWorkbook(sheets, file);
    else
        data::writeFileAtomically(file, format == data::TableFormat::Json ? "[\n" + text + "\n]\n" : text);
}

} // namespace parallax::ui
