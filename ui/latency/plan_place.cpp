// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/plan_place.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace parallax::ui {
namespace {

constexpr QLatin1String placeKey("place");

QJsonObject objectOf(const std::string& json) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
}

} // namespace

QString placeOf(const std::string& planJson) {
    if (planJson.find("\"place\"") == std::string::npos) // most plans
        return {};
    return objectOf(planJson)[placeKey].toString();
}

std::string withoutPlace(const std::string& planJson) {
    QJsonObject plan = objectOf(planJson);
    if (!plan.contains(placeKey))
        return planJson;
    plan.remove(placeKey);
    return QJsonDocument(plan).toJson().toStdString();
}

} // namespace parallax::ui
