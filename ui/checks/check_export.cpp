// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/check_export.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

#include "data/export/export.h"
#include "data/store/library.h"
#include "ui/common/check_mark.h"
#include "ui/common/check_sentences.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

struct CheckExport {
    Q_DECLARE_TR_FUNCTIONS(CheckExport)
};

constexpr std::int64_t pageSize = 500;
// A spreadsheet holds a million rows and the table is made whole before it is written.
constexpr std::int64_t mostRows = 1'000'000;

// Numbers in files are read by programs: the C locale, and nothing where there is no number.
std::string number(std::optional<double> value) {
    return value && std::isfinite(*value) ? QString::number(*value, 'g', 10).toStdString() : std::string();
}
std::string lowOf(const std::optional<data::Interval>& interval) {
    return interval ? number(interval->low) : std::string();
}
std::string highOf(const std::optional<data::Interval>& interval) {
    return interval ? number(interval->high) : std::string();
}

// Of all editions that say the same.
std::string languagesOf(const data::StoredCheck& stored) {
    if (stored.editions.empty())
        return std::string(data::languageTag(stored.language));
    std::string tags;
    for (const data::CheckEdition& edition : stored.editions)
        tags += (tags.empty() ? "" : "; ") + std::string(data::languageTag(edition.language));
    return tags;
}

std::vector<data::Cell> rowOf(const data::StoredCheck& stored) {
    const data::Check& check = stored.check;
    QStringList operands;
    for (std::size_t i = 1; i < check.statement.size(); ++i)
        operands << fromUtf8(check.statement[i].quote).simplified();
    QStringList repairs;
    for (const data::Repair& repair : check.repairs)
        repairs << repairText(repair);
    const std::vector<std::string> words{
        toStdString(colourText(check.colour)),
        std::string(data::verdictName(check.verdict)),
        std::string(data::ruleName(check.rule)),
        toStdString(ruleText(check.rule)),
        check.statement.empty() ? std::string() : check.statement.front().quote,
        toStdString(operands.join(QStringLiteral("; "))),
        number(check.face),
        check.unit,
        lowOf(check.strict),
        highOf(check.strict),
        lowOf(check.loose),
        highOf(check.loose),
        lowOf(check.stated),
        highOf(check.stated),
        check.formula,
        toStdString(reasonText(check)),
        toStdString(causeText(check)),
        toStdString(repairs.join(QStringLiteral("; "))),
        check.statement.empty() ? std::string() : toStdString(placeText(check.statement.front())),
        stored.articleTitle,
        stored.article == 0 ? std::string() : std::to_string(stored.article),
        languagesOf(stored),
        stored.source,
        stored.archiveMonth,
        stored.mark == data::CheckMark::None ? std::string() : toStdString(markText(stored.mark)),
        stored.markNote,
        stored.markedBy,
        stored.markedAt,
        stored.id == 0 ? std::string() : std::to_string(stored.id)};
    std::vector<data::Cell> cells;
    cells.reserve(words.size());
    for (const std::string& text : words)
        cells.push_back({text, {}, {}});
    return cells;
}

std::vector<data::Cell> header() {
    const QStringList names{CheckExport::tr("Outcome"),
                            CheckExport::tr("Verdict"),
                            CheckExport::tr("Rule"),
                            CheckExport::tr("Name of the rule"),
                            CheckExport::tr("Stated"),
                            CheckExport::tr("From"),
                            CheckExport::tr("Recomputed"),
                            CheckExport::tr("Unit"),
                            CheckExport::tr("Recomputed, at least"),
                            CheckExport::tr("Recomputed, at most"),
                            CheckExport::tr("Recomputed loosely, at least"),
                            CheckExport::tr("Recomputed loosely, at most"),
                            CheckExport::tr("Stated, at least"),
                            CheckExport::tr("Stated, at most"),
                            CheckExport::tr("Formula"),
                            CheckExport::tr("Reason"),
                            CheckExport::tr("Likely cause"),
                            CheckExport::tr("Would hold with"),
                            CheckExport::tr("Where"),
                            CheckExport::tr("Article"),
                            CheckExport::tr("Number of the article"),
                            CheckExport::tr("Language"),
                            CheckExport::tr("Source"),
                            CheckExport::tr("Month"),
                            CheckExport::tr("Mark"),
                            CheckExport::tr("Note"),
                            CheckExport::tr("Marked by"),
                            CheckExport::tr("Marked at (UTC)"),
                            CheckExport::tr("Number of the check")};
    std::vector<data::Cell> cells;
    for (const QString& name : names)
        cells.push_back({toStdString(name), {}, {}});
    return cells;
}

} // namespace

void startCheckTable(data::Table& table) {
    table.caption = toStdString(CheckExport::tr("Checks"));
    table.header = header();
    table.alignments.assign(table.header.size(), data::Alignment::None);
}

void addCheckRow(data::Table& table, const data::StoredCheck& check) {
    table.rows.push_back(rowOf(check));
}

QString placeText(const data::Evidence& evidence) {
    const QString table = QString::number(evidence.table + 1);
    const QString column = QString::number(evidence.column + 1);
    if (evidence.table >= 0 && evidence.column >= 0 && evidence.row >= 0)
        return CheckExport::tr("Table %1, row %2, column %3")
            .arg(table, QString::number(evidence.row + 1), column);
    if (evidence.table >= 0 && evidence.column >= 0)
        return CheckExport::tr("Table %1, header of column %2").arg(table, column);
    if (evidence.table >= 0)
        return CheckExport::tr("Table %1, caption").arg(table);
    return evidence.block < 0
               ? QString()
               : CheckExport::tr("Text, paragraph %1").arg(QString::number(evidence.block + 1));
}

void writeListedChecks(const std::filesystem::path& library, const CheckList& list, const QString& path,
                       bool byteOrderMark, const std::stop_token& stop, const ProgressCallback& progress) {
    const std::filesystem::path file(toStdString(path));
    data::tableFormatOf(file); // an unknown ending is said before anything is read
    data::Library own(library, data::Library::Mode::ReadOnly);
    data::CheckStore& checks = own.checks();
    const std::int64_t total = std::min(checks.count(list.filter), mostRows);
    data::Table table;
    startCheckTable(table);
    for (std::int64_t offset = 0; offset < total; offset += pageSize) {
        throwIfStopped(stop);
        const auto rows = checks.list(list.filter, offset, pageSize, list.reading);
        if (rows.empty())
            break;
        for (const data::StoredCheck& row : rows)
            addCheckRow(table, row);
        if (progress)
            progress({static_cast<std::int64_t>(table.rows.size()), total, {}});
    }
    data::writeTable(table, file, {.byteOrderMark = byteOrderMark});
}

} // namespace parallax::ui
