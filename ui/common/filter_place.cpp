// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filter_place.h"

#include "ui/common/format.h"

namespace parallax::ui {

data::ArticleFilter filterFrom(const QJsonObject& detail) {
    data::ArticleFilter filter;
    const auto text = [&](const char* key) -> std::optional<std::string> {
        const QString value = detail.value(QLatin1String(key)).toString();
        return value.isEmpty() ? std::nullopt : std::optional(toStdString(value));
    };
    filter.source = text("source");
    filter.topic = text("topic");
    filter.archiveMonth = text("month");
    if (detail.contains(QLatin1String("tag")))
        filter.tag = detail.value(QLatin1String("tag")).toInteger();
    filter.unreadOnly = detail.value(QLatin1String("unread")).toBool();
    filter.starredOnly = detail.value(QLatin1String("starred")).toBool();
    filter.notedOnly = detail.value(QLatin1String("noted")).toBool();
    filter.failedOnly = detail.value(QLatin1String("failed")).toBool();
    return filter;
}

QJsonObject filterToJson(const data::ArticleFilter& filter) {
    QJsonObject detail;
    const auto set = [&](const char* key, const std::optional<std::string>& value) {
        if (value)
            detail.insert(QLatin1String(key), fromUtf8(*value));
    };
    set("source", filter.source);
    set("topic", filter.topic);
    set("month", filter.archiveMonth);
    if (filter.tag)
        detail.insert(QLatin1String("tag"), qint64{*filter.tag});
    if (filter.unreadOnly)
        detail.insert(QLatin1String("unread"), true);
    if (filter.starredOnly)
        detail.insert(QLatin1String("starred"), true);
    if (filter.notedOnly)
        detail.insert(QLatin1String("noted"), true);
    if (filter.failedOnly)
        detail.insert(QLatin1String("failed"), true);
    return detail;
}

} // namespace parallax::ui
