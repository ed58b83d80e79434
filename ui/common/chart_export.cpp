// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_export.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

#include "ui/common/chart_plot.h"
#include "ui/common/chart_style.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

constexpr double margin = 20;

// Title, legend, plot and note under one another. Measures when `painter` is null.
class Sheet {
  public:
    explicit Sheet(const ChartPicture& picture)
        : m_picture(picture)
        , m_theme(Theme::light())
        , m_width(std::max(320, picture.size.width()))
        , m_titleFont(picture.font) {
        m_theme.ground = Qt::white; // paper
        m_titleFont.setWeight(QFont::DemiBold);
        if (m_titleFont.pixelSize() > 0)
            m_titleFont.setPixelSize(m_titleFont.pixelSize() * 5 / 4);
        else
            m_titleFont.setPointSizeF(m_titleFont.pointSizeF() * 1.25);
        m_plot.setLook(m_theme, picture.font);
        m_plot.setContent(picture.data, picture.hidden);
        m_plot.setWindow(picture.first, picture.last);
        m_plot.setSize(QSizeF(m_width, std::max(200, picture.size.height())));
        m_height = lay(nullptr);
    }

    QSizeF size() const { return {m_width + 2 * margin, m_height}; }
    void paint(QPainter& painter) {
        painter.fillRect(QRectF(QPointF(), size()), m_theme.ground);
        lay(&painter);
    }

  private:
    double lay(QPainter* painter) {
        double y = margin;
        const QFontMetricsF titleMetrics(m_titleFont);
        if (!m_picture.data.title.isEmpty()) {
            const QStringList lines = wrapText(m_picture.data.title, m_width, titleMetrics, 3);
            for (const QString& line : lines) {
                text(painter, QRectF(margin, y, m_width, titleMetrics.height()), line, m_titleFont,
                     m_theme.text);
                y += titleMetrics.height();
            }
            y += 8;
        }
        if (m_picture.data.series.size() > 1)
            y = legend(painter, y) + 8;
        if (painter != nullptr)
            m_plot.render(painter, QRectF(QPointF(margin, y), m_plot.sceneRect().size()), m_plot.sceneRect());
        y += m_plot.sceneRect().height();
        const QFontMetricsF metrics(m_picture.font);
        if (!m_picture.data.note.isEmpty()) {
            y += 6;
            const QStringList lines = wrapText(m_picture.data.note, m_width, metrics, 3);
            for (const QString& line : lines) {
                text(painter, QRectF(margin, y, m_width, metrics.height()), line, m_picture.font,
                     m_theme.quietText);
                y += metrics.height();
            }
        }
        return std::ceil(y + margin);
    }

    double legend(QPainter* painter, double y) {
        const QFontMetricsF metrics(m_picture.font);
        const ChartKind kind = m_plot.effectiveKind();
        const double key = kind == ChartKind::Lines ? 22 : 12;
        double x = 0;
        for (const int s : m_plot.geometry().series()) {
            const double width =
                std::min(metrics.horizontalAdvance(m_picture.data.series[s].name), m_width - key - 6);
            if (x > 0 && x + key + 6 + width > m_width) {
                x = 0;
                y += metrics.height() + 4;
            }
            if (painter != nullptr)
                paintSwatch(*painter, QRectF(margin + x, y + metrics.height() / 2 - 6, key, 12),
                            seriesLook(m_theme, s), kind, m_theme.ground);
            text(painter, QRectF(margin + x + key + 6, y, width + 2, metrics.height()),
                 metrics.elidedText(m_picture.data.series[s].name, Qt::ElideRight, width + 1), m_picture.font,
                 m_theme.text);
            x += key + 6 + width + 18;
        }
        return y + metrics.height();
    }

    static void text(QPainter* painter, const QRectF& rect, const QString& words, const QFont& font,
                     const QColor& colour) {
        if (painter == nullptr)
            return;
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, words);
    }

    const ChartPicture& m_picture;
    Theme m_theme;
    ChartPlot m_plot;
    double m_width;
    QFont m_titleFont;
    double m_height = 0;
};

[[noreturn]] void fail(const QString& path, const QString& reason) {
    throw Error(ErrorCode::ExportFailed, {toStdString(path), toStdString(reason)});
}

QByteArray png(const ChartPicture& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    chartImage(picture, 2).save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(const ChartPicture& picture) {
    Sheet sheet(picture);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96); // one unit is one pixel
    generator.setSize(sheet.size().toSize());
    generator.setViewBox(QRectF(QPointF(), sheet.size()));
    generator.setTitle(picture.data.title);
    QPainter painter(&generator);
    sheet.paint(painter);
    painter.end();
    buffer.close();
    // Qt names one family; where it is missing a browser would take any. Ours are all named, CJK first,
    // because with a Latin family first a reader may show Japanese glyphs for Chinese text.
    const QStringList families = picture.font.families();
    if (!families.isEmpty()) {
        QStringList quoted;
        for (const QString& family : families)
            quoted.append(QLatin1Char('\'') + family.toHtmlEscaped() + QLatin1Char('\''));
        quoted.append(QStringLiteral("sans-serif"));
        const QByteArray all = "font-family=\"" + quoted.join(QLatin1String(", ")).toUtf8() + '"';
        qsizetype at = 0;
        while ((at = bytes.indexOf("font-family=\"", at)) >= 0) {
            const qsizetype end = bytes.indexOf('"', at + 13);
            if (end < 0)
                break;
            bytes.replace(at, end + 1 - at, all);
            at += all.size();
        }
    }
    return bytes;
}

QByteArray pdf(const ChartPicture& picture) {
    Sheet sheet(picture);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(picture.data.title);
    writer.setCreator(QStringLiteral("Parallax"));
    writer.setPageSize(
        QPageSize(sheet.size() * 72.0 / 96.0, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    writer.setResolution(96); // fonts sized in pixels keep their size
    QPainter painter(&writer);
    sheet.paint(painter);
    painter.end();
    return bytes;
}

} // namespace

QImage chartImage(const ChartPicture& picture, double scale) {
    Sheet sheet(picture);
    QImage image((sheet.size() * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    sheet.paint(painter);
    return image;
}

void exportChart(const ChartPicture& picture, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (ending == QLatin1String("png"))
        bytes = png(picture);
    else if (ending == QLatin1String("svg"))
        bytes = svg(picture);
    else if (ending == QLatin1String("pdf"))
        bytes = pdf(picture);
    else
        fail(path, QStringLiteral("the ending is none of .png, .svg, .pdf"));
    if (bytes.isEmpty())
        fail(path, QStringLiteral("the picture could not be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        fail(path, file.errorString());
}

} // namespace parallax::ui
