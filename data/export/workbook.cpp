// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <utility>

#include <unicode/unistr.h>
#include <xlsxwriter.h>

#include "base/error.h"
#include "base/utf8.h"
#include "data/export/atomic_file.h"
#include "data/export/escape.h"
#include "data/export/export.h"
#include "data/export/plain_figure.h"

namespace parallax::data {
namespace {

constexpr std::size_t sheetNameLimit = 31;    // characters, Excel's
constexpr std::size_t cellTextLimit = 32'767; // characters, Excel's
constexpr std::size_t rowLimit = 1'048'576, columnLimit = 16'384;
constexpr int widthLimit = 60; // a longer text is wrapped

std::string cutTo(const std::string& text, std::size_t characters) {
    std::string valid = repairUtf8(text);
    if (codePointCount(valid) <= characters)
        return valid;
    std::u32string cut = toUtf32(valid);
    cut.resize(characters - 1);
    return toUtf8(cut) + "…";
}

icu::UnicodeString withoutCase(const std::string& text) {
    return icu::UnicodeString::fromUTF8(text).foldCase();
}

// What Excel accepts as a sheet's name, unlike every name used so far (compared without case).
std::string sheetName(const std::string& caption, std::size_t index, std::set<icu::UnicodeString>& used) {
    std::string clean;
    for (const char c : repairUtf8(caption))
        clean.push_back(std::string_view("[]:*?/\\").find(c) != std::string_view::npos ||
                                static_cast<unsigned char>(c) < 0x20
                            ? ' '
                            : c);
    std::string_view name = trim(clean);
    while (name.starts_with('\''))
        name.remove_prefix(1);
    while (name.ends_with('\''))
        name.remove_suffix(1);
    std::string base = name.empty() ? "Table " + std::to_string(index + 1) : std::string(name);
    if (withoutCase(base) == icu::UnicodeString(u"history")) // reserved
        base += " 1";
    for (int number = 1;; ++number) {
        const std::string ending = number == 1 ? "" : " (" + std::to_string(number) + ")";
        std::string candidate = cutTo(base, sheetNameLimit - ending.size()) + ending;
        if (used.insert(withoutCase(candidate)).second)
            return candidate;
    }
}

class Workbook {
  public:
    explicit Workbook(const std::filesystem::path& path)
        : m_workbook(workbook_new(path.c_str())) {
        if (m_workbook == nullptr)
            throw std::bad_alloc();
        m_header = workbook_add_format(m_workbook);
        format_set_bold(m_header);
        format_set_bottom(m_header, LXW_BORDER_THIN);
        format_set_text_wrap(m_header);
        format_set_align(m_header, LXW_ALIGN_VERTICAL_TOP);
        m_text = workbook_add_format(m_workbook);
        format_set_text_wrap(m_text);
        format_set_align(m_text, LXW_ALIGN_VERTICAL_TOP);
    }
    ~Workbook() {
        if (m_workbook != nullptr)
            lxw_workbook_free(m_workbook);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    lxw_error add(const Table& table, const std::string& name) {
        lxw_worksheet* sheet = workbook_add_worksheet(m_workbook, name.c_str());
        if (sheet == nullptr)
            return LXW_ERROR_PARAMETER_VALIDATION;
        lxw_row_t row = 0;
        std::vector<int> widths;
        lxw_error error = LXW_NO_ERROR;
        if (!table.header.empty()) {
            error = write(sheet, row++, table.header, Kind::Header, widths);
            worksheet_freeze_panes(sheet, 1, 0);
            worksheet_repeat_rows(sheet, 0, 0);
        }
        for (std::size_t i = 0; i < table.rows.size() && error == LXW_NO_ERROR; ++i)
            error = write(sheet, row++, table.rows[i], Kind::Cells, widths);
        for (std::size_t i = 0; i < widths.size() && error == LXW_NO_ERROR; ++i)
            error = worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                                         std::clamp(widths[i] + 2, 8, widthLimit), nullptr);
        // The whole caption heads the printed page; the sheet's name may be cut.
        if (error == LXW_NO_ERROR && !table.caption.empty()) {
            std::string caption;
            for (const char c : cutTo(table.caption, 200))
                caption += c == '&' ? "&&" : std::string(1, c);
            worksheet_set_header(sheet, ("&L" + caption).c_str());
        }
        return error;
    }

    lxw_error close() {
        lxw_workbook* workbook = std::exchange(m_workbook, nullptr);
        return workbook_close(workbook); // frees it too
    }

  private:
    enum class Kind { Header, Cells };

    lxw_error write(lxw_worksheet* sheet, lxw_row_t row, const std::vector<Cell>& cells, Kind kind,
                    std::vector<int>& widths) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            const std::string text = cutTo(cells[i].text, cellTextLimit);
            widths[i] = std::max(widths[i], displayWidth(text));
            const std::optional<PlainFigure> figure =
                kind == Kind::Cells ? plainFigure(text) : std::optional<PlainFigure>();
            const lxw_error error = figure ? worksheet_write_number(sheet, row, column, figure->value,
                                                                    numberFormat(figure->format))
                                           : worksheet_write_string(sheet, row, column, text.c_str(),
                                                                    kind == Kind::Header ? m_header : m_text);
            if (error != LXW_NO_ERROR)
                return error;
        }
        return LXW_NO_ERROR;
    }

    lxw_format* numberFormat(const std::string& format) {
        lxw_format*& known = m_numbers[format];
        if (known == nullptr) {
            known = workbook_add_format(m_workbook);
            format_set_num_format(known, format.c_str());
            format_set_align(known, LXW_ALIGN_VERTICAL_TOP);
        }
        return known;
    }

    lxw_workbook* m_workbook;
    lxw_format* m_header = nullptr;
    lxw_format* m_text = nullptr;
    std::map<std::string, lxw_format*> m_numbers;
};

} // namespace

void exportWorkbook(const std::vector<Table>& tables, const std::filesystem::path& path) {
    AtomicFile file(path);
    const auto check = [&](lxw_error error) {
        if (error == LXW_NO_ERROR)
            return;
        if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG)
            throw parallax::Error(ErrorCode::DiskFull, {path.string()});
        throw parallax::Error(ErrorCode::ExportFailed, {path.string(), lxw_strerror(error)});
    };
    Workbook workbook(file.temporaryPath());
    std::set<icu::UnicodeString> names;
    const std::vector<Table> nothing(1); // Excel cannot open a workbook without a sheet
    const std::vector<Table>& sheets = tables.empty() ? nothing : tables;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const Table& table = sheets[i];
        const std::size_t columns = table.rows.empty() ? table.header.size() : table.rows.front().size();
        if (table.rows.size() >= rowLimit || std::max(columns, table.header.size()) > columnLimit)
            throw parallax::Error(ErrorCode::ExportFailed,
                                  {path.string(), "more rows or columns than a sheet can hold"});
        check(workbook.add(table, sheetName(table.caption, i, names)));
    }
    errno = 0;
    check(workbook.close());
    file.commit();
}

} // namespace parallax::data
