// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "ui/common/theme.h"

namespace parallax::ui {

namespace {

// Takes its colour from the theme at the time of painting, so a change of theme needs a repaint and nothing
// else.
class ThemedIconEngine final : public QIconEngine {
  public:
    explicit ThemedIconEngine(QString name)
        : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // `pixels` are of the device, as QIcon asks for them.
    QPixmap scaledPixmap(const QSize& pixels, QIcon::Mode mode, QIcon::State state, qreal ratio) override {
        const Theme& theme = Theme::current();
        QColor colour = state == QIcon::On || mode == QIcon::Selected ? theme.accent : theme.text;
        if (mode == QIcon::Disabled)
            colour = theme.palette().color(QPalette::Disabled, QPalette::Text);
        const QString key = QStringLiteral("parallax-icon/%1/%2/%3x%4/%5")
                                .arg(m_name, colour.name())
                                .arg(pixels.width())
                                .arg(pixels.height())
                                .arg(ratio);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(pixels);
        pixmap.fill(Qt::transparent);
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (file.open(QIODevice::ReadOnly)) {
            QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
            QPainter painter(&pixmap);
            renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
        }
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(m_name); }
    QString key() const override { return QStringLiteral("parallax"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(QStringLiteral(":/icons/%1.svg").arg(m_name)); }

  private:
    QString m_name;
};

} // namespace

QIcon icon(const QString& name) {
    return name.isEmpty() ? QIcon() : QIcon(new ThemedIconEngine(name));
}

} // namespace parallax::ui
