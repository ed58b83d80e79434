// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/quantity_json.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace parallax::data {
namespace {

using Json = nlohmann::ordered_json;

void putPeriod(Json& out, const Quantity& q) {
    if (q.granularity != Granularity::None && q.kind == QuantityKind::Period)
        out["gran"] = granularityName(q.granularity);
    const auto put = [&](const char* key, const std::string& value) {
        if (!value.empty())
            out[key] = value;
    };
    put("from", q.from);
    put("to", q.to);
    put("due", q.due);
    put("earliest", q.earliest);
    put("latest", q.latest);
    put("duration", q.duration);
    if (q.anchoredToDocument)
        out["anchor"] = "document";
    if (q.openToTheRight || q.openToTheLeft)
        out["open"] = q.openToTheRight ? "right" : "left";
    if (q.bound != Bound::Exact)
        out["bound"] = boundName(q.bound);
}

void putAmount(Json& out, const Quantity& q) {
    if (q.kind != QuantityKind::Multiplier && q.kind != QuantityKind::Duration)
        out["dim"] = dimensionName(q.dimension);
    if (q.kind != QuantityKind::Multiplier)
        out["unit"] = q.unit;
    if (q.kind == QuantityKind::Range || q.kind == QuantityKind::Interval ||
        (q.kind == QuantityKind::Duration && !q.high.isZero())) {
        out["low"] = q.low.toDouble();
        out["high"] = q.high.toDouble();
    } else {
        out["value"] = q.value.toDouble();
    }
    out["res"] = q.resolution.toDouble();
    if (q.bound != Bound::Exact)
        out["bound"] = boundName(q.bound);
    if (q.approx)
        out["approx"] = true;
    if (q.hedge != Hedge::None)
        out["hedge"] = hedgeName(q.hedge);
    if (q.role != Role::None)
        out["role"] = roleName(q.role);
    if (q.sign != 0)
        out["sign"] = std::string(1, q.sign);
    if (q.direction != 0)
        out["direction"] = q.direction == '+' ? "up" : "down";
    if (q.plusMinus)
        out["plus_minus"] = q.plusMinus->toDouble();
    if (q.per)
        out["per"] = {{"value", q.per->value.toDouble()}, {"unit", q.per->unit}};
    if (q.role == Role::PriceLevel)
        out["equals_discount"] = 100 - q.value.toDouble();
    if (!q.alternatives.empty())
        out["alt"] = q.alternatives.front().value.toDouble();
    if (q.percentagePointPossible)
        out["pp_possible"] = true;
    if (q.unitFrom != UnitFrom::Cell)
        out["unit_from"] = unitFromName(q.unitFrom);
    if (q.unitConflict)
        out["unit_mismatch"] = true;
    if (q.fraction)
        out["frac"] = {q.fraction->first, q.fraction->second};
    if (!q.original.empty())
        out["orig"] = q.original;
    if (!q.period.empty())
        out["period"] = q.period;
    if (q.assumed)
        out["assumed"] = true;
}

std::string text(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

nlohmann::ordered_json quantitiesJson(std::string_view source, const std::vector<Quantity>& quantities) {
    Json out = Json::array();
    std::size_t at = 0;
    std::size_t points = 0;
    const auto pointsUpTo = [&](std::size_t byte) {
        points += codePointCount(source.substr(at, byte - at));
        at = byte;
        return points;
    };
    for (const auto& q : quantities) {
        Json item;
        item["text"] = std::string(source.substr(q.span.begin, q.span.end - q.span.begin));
        item["start"] = pointsUpTo(q.span.begin);
        item["end"] = pointsUpTo(q.span.end);
        item["kind"] = kindName(q.kind);
        if (q.kind == QuantityKind::Period || q.kind == QuantityKind::Deadline)
            putPeriod(item, q);
        else
            putAmount(item, q);
        if (q.ambiguous)
            item["ambiguous"] = true;
        out.push_back(std::move(item));
    }
    return out;
}

nlohmann::ordered_json quantitiesOfLine(std::string_view line) {
    const auto object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object() || !object.contains("in")) {
        const std::string plain = object.is_string() ? object.get<std::string>() : std::string(line);
        return quantitiesJson(plain, parseQuantities(plain));
    }
    const std::string in = text(object, "in");
    const std::string language = text(object, "lang");
    QuantityContext context;
    context.language = languageFromTag(language);
    nlohmann::json around = nlohmann::json::object();
    if (const auto found = object.find("context"); found != object.end() && found->is_object())
        around = *found;
    const std::string row = text(around, "row_header");
    const std::string column = text(around, "column_header");
    const std::string caption = text(around, "caption");
    const std::string month = text(around, "document_month");
    context.rowHeader = row;
    context.columnHeader = column;
    context.caption = caption;
    context.documentMonth = month;
    context.cell = !row.empty() || !column.empty() || !caption.empty();
    context.date = text(around, "role") == "date";
    context.taiwanese = text(around, "region") == "TW" || language == "zh-TW";
    return quantitiesJson(in, parseQuantities(in, context));
}

} // namespace parallax::data
