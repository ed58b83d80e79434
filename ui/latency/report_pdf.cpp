// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/report_pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/latency/facts_text.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

struct LatencyReport {
    Q_DECLARE_TR_FUNCTIONS(LatencyReport)
};

constexpr double layoutDpi = 96; // sizes in pixels mean the same as on screen

data::Language pageLanguage() {
    return QLocale().name() == QLatin1String("zh_CN") ? data::Language::SimplifiedChinese
                                                      : data::Language::TraditionalChinese;
}

// Digits beside Latin letters are exchanged for glyphs that no character maps to (HarfBuzz and Noto CJK), and
// could neither be searched for nor copied: as in PageWriter::charFormat.
QFont reportFont() {
    QFont font = articleFont(pageLanguage(), 11);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QString cell(const QString& text, const char* tag = "td", bool right = false) {
    return QStringLiteral("<%1%2>%3</%1>")
        .arg(QLatin1String(tag), right ? QStringLiteral(" align=\"right\"") : QString(),
             text.toHtmlEscaped());
}

QString section(const QString& title) {
    return QStringLiteral("<h3>%1</h3>").arg(title.toHtmlEscaped());
}

QString list(const QStringList& lines) {
    QString html = QStringLiteral("<ul>");
    for (const QString& line : lines)
        html += QStringLiteral("<li>%1</li>").arg(line.toHtmlEscaped());
    return html + QStringLiteral("</ul>");
}

QStringList linesOf(const QString& text) {
    return text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n'));
}

// A section of such lines; nothing where there are none.
QString listed(const QString& title, const QStringList& lines) {
    return lines.isEmpty() ? QString() : section(title) + list(lines);
}

QString percentileRow(const QString& title, const QString& endpoint, const latency::MetricSummary& summary) {
    QString html = QStringLiteral("<tr>") + cell(title) + cell(endpoint) +
                   cell(formatCount(static_cast<qint64>(summary.n)), "td", true);
    for (const latency::Percentile& percentile : summary.percentiles)
        html += cell(percentile.enough() ? QStringLiteral("%1 (%2)").arg(millisecondsFigure(percentile.value),
                                                                         intervalFigure(percentile.interval))
                                         : LatencyReport::tr("not enough data: %1 of %2")
                                               .arg(formatCount(static_cast<qint64>(percentile.n)),
                                                    formatCount(static_cast<qint64>(percentile.needed))),
                     "td", true);
    return html + QStringLiteral("</tr>");
}

QString percentileTable(const RunContent& content) {
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"4\" border=\"1\" "
                                  "style=\"border-collapse: collapse; border-color: #DEDEDA\"><thead><tr>");
    html += cell(LatencyReport::tr("ms"), "th") + cell(LatencyReport::tr("Endpoint"), "th") +
            cell(LatencyReport::tr("n"), "th");
    for (const double quantile : latency::reportQuantiles)
        html += cell(QStringLiteral("p%1").arg(100 * quantile), "th");
    html += QStringLiteral("</tr></thead>");
    for (const latency::ReportMetric metric : latency::reportMetrics)
        for (const latency::EndpointReport& report : content.report.endpoints)
            for (const latency::MetricSummary& summary : report.metrics)
                if (summary.metric == metric)
                    html += percentileRow(metricTitle(metric),
                                          endpointText(report.endpoint, report.simulation), summary);
    for (const latency::EndpointReport& report : content.report.endpoints) {
        if (report.gaps.n == 0)
            continue;
        html += QStringLiteral("<tr>") + cell(gapsTitle()) +
                cell(endpointText(report.endpoint, report.simulation)) +
                cell(formatCount(static_cast<qint64>(report.gaps.n)), "td", true);
        for (const latency::Metric& value : report.gaps.percentiles)
            html +=
                cell(value ? millisecondsFigure(*value) : LatencyReport::tr("not enough data"), "td", true);
        html += QStringLiteral("</tr>");
    }
    for (const latency::EndpointReport& report : content.report.endpoints)
        if (latency::toldByConnection(report))
            for (const latency::ConnectionReport& one : report.byConnection)
                for (const latency::MetricSummary& summary : one.metrics)
                    html += percentileRow(
                        QStringLiteral("%1 · %2").arg(metricTitle(summary.metric), connectionText(one.kind)),
                        endpointText(report.endpoint, report.simulation), summary);
    return html + QStringLiteral("</table>");
}

QStringList methodLines(const RunContent& content) {
    const latency::RunPlan& plan = *content.plan;
    QStringList lines{
        LatencyReport::tr("Load: %1.").arg(loadText(plan)),
        LatencyReport::tr("Prompt: “%1”, a fresh nonce before it, temperature %2.")
            .arg(fromUtf8(plan.prompt.text),
                 plan.prompt.temperature ? formatNumber(*plan.prompt.temperature) : QStringLiteral("–")),
        LatencyReport::tr(
            "All times are of one monotonic clock, taken where the network hands over bytes. Warm-up "
            "and what was cancelled are left out; nothing is retried."),
    };
    for (const latency::ReportMetric metric : latency::reportMetrics)
        lines << QStringLiteral("%1: %2.").arg(metricTitle(metric), metricNote(metric, plan.level.since));
    lines << QStringLiteral("%1: %2").arg(gapsTitle(), gapsNote());
    lines << LatencyReport::tr(
        "Percentiles interpolate between order statistics; their 95 % intervals are of order "
        "statistics. Below the smallest sample that has one, no number is shown.");
    const auto& comparisons = content.report.comparisons;
    const auto tested = std::count_if(comparisons.begin(), comparisons.end(),
                                      [](const auto& one) { return one.result.enough(); });
    if (!comparisons.empty())
        lines << LatencyReport::tr("Endpoints are compared by pairs of one prompt: the median of the ratios "
                                   "with a block-bootstrap interval, Wilcoxon's signed-rank test. It holds "
                                   "in this window; a verdict takes five sessions.");
    if (tested > 0)
        lines << LatencyReport::tr("Holm's correction is over %1 comparisons, those with enough pairs for a "
                                   "test; %2 had fewer.")
                     .arg(formatCount(tested), formatCount(std::ssize(comparisons) - tested));
    return lines;
}

QStringList endpointLines(const RunContent& content) {
    QStringList lines;
    for (const data::Endpoint& endpoint : content.plan->endpoints) {
        QStringList words{fromUtf8(endpoint.name), fromUtf8(endpoint.provider)};
        for (const std::string& word : {endpoint.model, endpoint.region, endpoint.baseUrl})
            if (!word.empty())
                words << fromUtf8(word);
        if (const EndpointSeries* series = content.find(endpoint.name)) {
            if (!series->simulation.empty())
                words << LatencyReport::tr("SIMULATION: no provider was asked");
            words << outcomesText(*series);
        }
        lines << words.join(QStringLiteral(" · "));
    }
    return lines;
}

QRectF extentOf(const QTextDocument& document, const QTextTable& table, int row) {
    QRectF extent;
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell one = table.cellAt(row, column);
        for (auto part = one.begin(); !part.atEnd(); ++part)
            extent = extent.united(document.documentLayout()->blockBoundingRect(part.currentBlock()));
    }
    return extent;
}

// QTextDocument has a row begin on one page and end on the next. The row before one that would is made so
// high that not even a line of it fits; then it is put on the next page as a whole, below the table's heads.
void keepRowsWhole(QTextDocument& document, double pageHeight) {
    constexpr double left = 2; // of the page, less than a line
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        for (int row = 1; table && row < table->rows(); ++row) {
            const QRectF extent = extentOf(document, *table, row);
            const double end = std::ceil(extent.top() / pageHeight) * pageHeight;
            if (extent.bottom() <= end + 0.5 || extent.height() > pageHeight / 2)
                continue;
            for (int column = 0; column < table->columns(); ++column) {
                QTextTableCell above = table->cellAt(row - 1, column);
                QTextTableCellFormat format = above.format().toTableCellFormat();
                format.setBottomPadding(table->format().cellPadding() + end - extent.top() - left);
                above.setFormat(format);
            }
        }
    }
}

} // namespace

QString reportHtml(const RunContent& content) {
    const data::MeasureRun& run = content.run;
    QString html = QStringLiteral("<html><body><h2>%1</h2>").arg(fromUtf8(run.name).toHtmlEscaped());
    if (content.simulated())
        html += QStringLiteral("<p><b>%1</b></p>")
                    .arg(LatencyReport::tr("SIMULATION: no provider was asked").toHtmlEscaped());
    html += QStringLiteral("<p>%1</p>")
                .arg(LatencyReport::tr("%1 to %2 (UTC), %3")
                         .arg(fromUtf8(run.begunAt), fromUtf8(run.endedAt), runStateText(run, false))
                         .toHtmlEscaped());
    html += section(LatencyReport::tr("Endpoints")) + list(endpointLines(content));
    QStringList found;
    for (const latency::ComparisonReport& comparison : content.report.comparisons)
        found << (comparison.result.enough()
                      ? LatencyReport::tr("%1; %2").arg(comparisonText(comparison, content),
                                                        sessionsText(comparison, content))
                      : comparisonText(comparison, content));
    html += listed(LatencyReport::tr("Comparison"), found << linesOf(overheadText(content)));
    html += listed(LatencyReport::tr("Load and limits"), linesOf(limitsText(content, false))
                                                             << linesOf(rampText(content)));
    html += section(LatencyReport::tr("Percentiles with their 95 % intervals")) + percentileTable(content);
    QStringList besides, prices;
    for (const EndpointFacts& facts : endpointFacts(content)) {
        for (const QString& line : facts.lines)
            besides << LatencyReport::tr("%1: %2").arg(facts.endpoint, line);
        for (const QString& line : facts.prices)
            prices << LatencyReport::tr("%1: %2").arg(facts.endpoint, line);
    }
    if (!besides.isEmpty())
        html += list(besides);
    html += listed(LatencyReport::tr("Prices"), prices);
    html += section(LatencyReport::tr("Method")) + list(methodLines(content));
    html += section(LatencyReport::tr("Measured on")) +
            list({content.plan->place.empty()
                      ? fromUtf8(run.machine)
                      : QStringLiteral("%1 · %2").arg(fromUtf8(content.plan->place), fromUtf8(run.machine)),
                  LatencyReport::tr("Parallax %1").arg(fromUtf8(run.version)),
                  LatencyReport::tr("Run %1 of the library").arg(formatCount(run.id)),
                  lagText(static_cast<double>(run.worstLag) / 1e6),
                  spentText(content, static_cast<double>(run.spent) / 1e12, false)});
    return html + QStringLiteral("</body></html>");
}

void layOutReport(const RunContent& content, const QSizeF& page, QTextDocument& document) {
    document.setDefaultFont(reportFont());
    document.setDocumentMargin(0);
    document.setHtml(reportHtml(content));
    document.setPageSize(page);
    keepRowsWhole(document, page.height());
}

void exportReportPdf(const RunContent& content, const QString& path, const std::stop_token& stop,
                     const ProgressCallback& progress) {
    QSaveFile file(path);
    const auto fail = [&]() -> Error {
        return Error(ErrorCode::FileUnwritable, {toStdString(path), toStdString(file.errorString())});
    };
    if (!file.open(QIODevice::WriteOnly))
        throw fail();
    const QString title = fromUtf8(content.run.name);
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(20, 20, 20, 22), QPageLayout::Millimeter);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Parallax"));
        writer.setResolution(600);
        const Theme theme = Theme::light(); // paper is white in every theme
        QTextDocument document;
        const QRectF area = writer.pageLayout().paintRect(QPageLayout::Inch);
        const QSizeF size(area.width() * layoutDpi, area.height() * layoutDpi);
        layOutReport(content, size, document);
        const int pages = document.pageCount();
        QPainter painter;
        if (!painter.begin(&writer))
            throw Error(ErrorCode::ExportFailed, {toStdString(path), "no painter"});
        const double scale = writer.logicalDpiX() / layoutDpi;
        painter.scale(scale, scale);
        for (int page = 0; page < pages; ++page) {
            throwIfStopped(stop);
            if (progress)
                progress({page, pages, {}});
            if (page > 0)
                writer.newPage();
            const QRectF part(0, page * size.height(), size.width(), size.height());
            painter.save();
            painter.translate(0, -part.top());
            painter.setClipRect(part);
            QAbstractTextDocumentLayout::PaintContext context;
            context.clip = part;
            context.palette = theme.palette();
            document.documentLayout()->draw(&painter, context);
            painter.restore();
            QFont text = reportFont();
            text.setPixelSize(9);
            painter.setFont(text);
            painter.setPen(theme.quietText);
            const QRectF foot(0, size.height() + 14, size.width(), 16); // in the paper's lower margin
            painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                             LatencyReport::tr("%1 of %2").arg(formatCount(page + 1), formatCount(pages)));
            painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetricsF(text).elidedText(title, Qt::ElideRight, size.width() * 0.8));
        }
        painter.end();
    }
    if (!file.commit())
        throw fail();
}

} // namespace parallax::ui
