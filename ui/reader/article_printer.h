// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <stop_token>

#include "base/progress.h"
#include "ui/reader/page.h"
#include "ui/reader/page_checks.h"
#include "ui/reader/reader_style.h"

class QPagedPaintDevice;

namespace parallax::ui {

// Sets a page on paper: black on white, its own fonts, the header rows of tables repeated, page numbers at
// the foot; of QPagedPaintDevice::pageRanges() where any are set. Any thread. Throws Error{Cancelled} between
// pages, Error{ExportFailed} when none of the pages asked for exists.
void printPage(const std::shared_ptr<const Page>& page, const ReaderStyle& style, QPagedPaintDevice& device,
               std::stop_token stop, const ProgressCallback& progress,
               const std::shared_ptr<const PageChecks>& checks = nullptr);

// The same as a PDF file, written beside `path` and renamed. Throws Error{FileUnwritable, Cancelled}.
void exportPdf(const std::shared_ptr<const Page>& page, const ReaderStyle& style, const QString& path,
               std::stop_token stop, const ProgressCallback& progress,
               const std::shared_ptr<const PageChecks>& checks = nullptr);

} // namespace parallax::ui
