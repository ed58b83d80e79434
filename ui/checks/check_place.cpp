// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/check_place.h"

#include "ui/common/format.h"

namespace parallax::ui {
namespace {

std::string textAt(const QJsonObject& json, const char* key) {
    return toStdString(json.value(QLatin1String(key)).toString());
}

} // namespace

QJsonObject toJson(const data::CheckFilter& filter) {
    QJsonObject json;
    if (filter.colour)
        json[QLatin1String("colour")] = fromUtf8(data::colourName(*filter.colour));
    if (filter.verdict)
        json[QLatin1String("verdict")] = fromUtf8(data::verdictName(*filter.verdict));
    if (filter.rule)
        json[QLatin1String("rule")] = fromUtf8(data::ruleName(*filter.rule));
    if (filter.mark)
        json[QLatin1String("mark")] = static_cast<int>(*filter.mark);
    if (filter.article)
        json[QLatin1String("article")] = qint64{*filter.article};
    if (filter.source)
        json[QLatin1String("source")] = fromUtf8(*filter.source);
    if (filter.acrossArticles)
        json[QLatin1String("across")] = true;
    if (!filter.text.empty())
        json[QLatin1String("text")] = fromUtf8(filter.text);
    return json;
}

data::CheckFilter checkFilterFrom(const QJsonObject& json) {
    data::CheckFilter filter;
    filter.colour = data::colourFromName(textAt(json, "colour"));
    filter.verdict = data::verdictFromName(textAt(json, "verdict"));
    filter.rule = data::ruleFromName(textAt(json, "rule"));
    const int mark = json.value(QLatin1String("mark")).toInt(-1);
    if (mark >= 0 && mark <= static_cast<int>(data::CheckMark::Corrected))
        filter.mark = static_cast<data::CheckMark>(mark);
    if (const qint64 article = json.value(QLatin1String("article")).toInteger(); article != 0)
        filter.article = article;
    if (const std::string source = textAt(json, "source"); !source.empty())
        filter.source = source;
    filter.acrossArticles = json.value(QLatin1String("across")).toBool();
    filter.text = textAt(json, "text");
    return filter;
}

} // namespace parallax::ui
