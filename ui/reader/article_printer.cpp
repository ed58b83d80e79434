// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/article_printer.h"

#include <QAbstractTextDocumentLayout>
#include <QPageRanges>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <string>
#include <vector>

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/reader/page_document.h"
#include "ui/reader/reader_text.h"

namespace parallax::ui {
namespace {

// The page is laid out as if the paper had 96 dots to the inch, where sizes in pixels mean the same as on
// screen.
constexpr double layoutDpi = 96;

QString titleOf(const Page& page) {
    for (const PageItem& item : page.items)
        if (item.kind == ItemKind::Title)
            return item.left.plain().simplified();
    return {};
}

} // namespace

void printPage(const std::shared_ptr<const Page>& page, const ReaderStyle& style, QPagedPaintDevice& device,
               std::stop_token stop, const ProgressCallback& progress,
               const std::shared_ptr<const PageChecks>& checks) {
    const ReaderStyle paper = ReaderStyle::forPrint(style);
    PageDocument built(page, paper, checks);
    QTextDocument& document = *built.document();
    const QPageLayout layout = device.pageLayout();
    const QRectF area = layout.paintRect(QPageLayout::Inch);
    const QSizeF size(area.width() * layoutDpi, area.height() * layoutDpi);
    built.fitTables(size.width());
    document.setPageSize(size);
    const int pages = document.pageCount();
    // Those that were asked for; none named means all.
    const QPageRanges wanted = device.pageRanges();
    std::vector<int> chosen;
    for (int i = 0; i < pages; ++i)
        if (wanted.isEmpty() || wanted.contains(i + 1))
            chosen.push_back(i);
    if (chosen.empty())
        throw Error(ErrorCode::ExportFailed,
                    {toStdString(titleOf(*page)), "it has only " + std::to_string(pages) + " pages"});

    QPainter painter;
    if (!painter.begin(&device))
        throw Error(ErrorCode::ExportFailed, {"", "no painter"});
    const double scale = device.logicalDpiX() / layoutDpi;
    painter.scale(scale, scale);
    QFont small = articleFont(data::Language::TraditionalChinese, 11);
    small.setStyleStrategy(QFont::PreferNoShaping); // as in PageWriter::charFormat
    const QString title = titleOf(*page);
    std::int64_t done = 0;
    for (const int i : chosen) {
        throwIfStopped(stop);
        if (progress)
            progress({done, static_cast<std::int64_t>(chosen.size()), {}});
        if (done++ > 0)
            device.newPage();
        painter.save();
        const QRectF part(0, i * size.height(), size.width(), size.height());
        painter.translate(0, -part.top());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout* text = document.documentLayout();
        const int from = text->hitTest(part.topLeft(), Qt::FuzzyHit);
        const int to = text->hitTest(part.bottomRight(), Qt::FuzzyHit);
        built.paintDecorations(painter, from - 1, to + 1);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        context.palette = paper.theme.palette();
        text->draw(&painter, context);
        painter.restore();
        // The foot stands in the lower margin of the paper.
        painter.setFont(small);
        painter.setPen(paper.theme.quietText);
        const QRectF foot(0, size.height() + 14, size.width(), 18);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                         ReaderText::tr("%1 of %2").arg(formatCount(i + 1), formatCount(pages)));
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(small).elidedText(title, Qt::ElideRight, size.width() * 0.8));
    }
    painter.end();
}

void exportPdf(const std::shared_ptr<const Page>& page, const ReaderStyle& style, const QString& path,
               std::stop_token stop, const ProgressCallback& progress,
               const std::shared_ptr<const PageChecks>& checks) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw Error(ErrorCode::FileUnwritable, {toStdString(path), toStdString(file.errorString())});
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(26, 22, 26, 26), QPageLayout::Millimeter);
        writer.setTitle(titleOf(*page));
        writer.setCreator(QStringLiteral("Parallax"));
        writer.setResolution(600);
        printPage(page, style, writer, std::move(stop), progress, checks);
    }
    if (!file.commit())
        throw Error(ErrorCode::FileUnwritable, {toStdString(path), toStdString(file.errorString())});
}

} // namespace parallax::ui
