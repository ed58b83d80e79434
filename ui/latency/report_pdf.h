// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSizeF>
#include <QString>

#include <stop_token>

#include "base/progress.h"
#include "ui/latency/run_content.h"

class QTextDocument;

namespace parallax::ui {

// The report of a run for somebody who was not there, as HTML for paper: what was found, and by which method,
// on which machine, with which version.
QString reportHtml(const RunContent& content);

// The same as pages of that size, in pixels of 1/96 inch; no row of a table goes over the end of one.
void layOutReport(const RunContent& content, const QSizeF& page, QTextDocument& document);

// The same as a PDF with page numbers, written beside `path` and renamed. Any thread. Throws
// Error{FileUnwritable, ExportFailed, Cancelled}.
void exportReportPdf(const RunContent& content, const QString& path, const std::stop_token& stop,
                     const ProgressCallback& progress);

} // namespace parallax::ui
