// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/device_text.h"

#include <QCoreApplication>

#include "ui/common/format.h"

namespace parallax::ui {

namespace {

struct DeviceText {
    Q_DECLARE_TR_FUNCTIONS(DeviceText)
};

} // namespace

QString deviceText(const inference::Device& device) {
    QString name = fromUtf8(device.name) + QLatin1Char(' ') + fromUtf8(device.kernels);
    if (device.threads <= 0)
        return name; // a card
    return device.threads == 1 ? DeviceText::tr("%1, 1 thread").arg(name)
                               : DeviceText::tr("%1, %2 threads").arg(name, formatCount(device.threads));
}

QString deviceFigures(const inference::EngineStats& stats) {
    QStringList parts;
    if (stats.memory.all > 0)
        parts << DeviceText::tr("%1 of %2 of the card's memory in use")
                     .arg(formatBytes(static_cast<qint64>(stats.memory.used)),
                          formatBytes(static_cast<qint64>(stats.memory.all)));
    if (stats.bytesPerSecond > 0)
        parts << DeviceText::tr("%1 read per second").arg(formatBytes(qRound64(stats.bytesPerSecond)));
    if (stats.bandwidthShare > 0)
        parts << DeviceText::tr("%1 % of its bandwidth").arg(formatNumber(stats.bandwidthShare * 100, 0));
    return parts.join(QStringLiteral(" · "));
}

QString whyNotOnCard(const std::string& note) {
    QString reason = fromUtf8(note);
    if (note == inference::builtWithoutCuda)
        reason = DeviceText::tr("this program was built without CUDA");
    else if (note == inference::noUsableCard)
        reason = DeviceText::tr("there is no NVIDIA card with a driver that is new enough");
    return DeviceText::tr("Not on a graphics card: %1").arg(reason);
}

} // namespace parallax::ui
