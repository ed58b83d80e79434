// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_output.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "data/store/library.h"
#include "ui/common/check_mark.h"
#include "ui/common/check_sentences.h"

namespace parallax::app {
namespace {

using Json = nlohmann::ordered_json;

// Twelve digits: the outward steps of the intervals are not to be seen. JSON has no infinity.
Json numberJson(double value) {
    if (!std::isfinite(value))
        return nullptr;
    char text[64];
    std::snprintf(text, sizeof text, "%.12g", value);
    const double rounded = std::strtod(text, nullptr);
    return std::abs(rounded) < 1e-12 ? 0.0 : rounded;
}

Json intervalJson(const data::Interval& interval) {
    return Json::array({numberJson(interval.low), numberJson(interval.high)});
}

Json computedOf(const data::Check& check) {
    Json out = Json::object();
    if (check.face)
        out["face"] = numberJson(*check.face);
    if (check.faceHigh)
        out["face_high"] = numberJson(*check.faceHigh);
    if (check.strict)
        out["strict"] = intervalJson(*check.strict);
    if (check.loose)
        out["loose"] = intervalJson(*check.loose);
    if (!check.unit.empty())
        out["unit"] = check.unit;
    return out;
}

Json statementJson(const data::Evidence& evidence) {
    Json out{{"quote", evidence.quote},
             {"start", evidence.span.begin},
             {"end", evidence.span.end},
             {"block", evidence.block}};
    if (evidence.table >= 0) {
        out["table"] = evidence.table;
        out["row"] = evidence.row;
        out["column"] = evidence.column;
    }
    if (evidence.article != 0)
        out["article"] = evidence.article;
    return out;
}

// One line, whatever breaks the article's lines have there.
std::string oneLine(const std::string& text) {
    return QString::fromStdString(text).simplified().toStdString();
}

// All the words that the check is about, what contains others first and those left out.
std::string quotesOf(const data::Check& check, std::int64_t article) {
    std::string text;
    std::vector<std::string> shown;
    for (const data::Evidence& evidence : check.statement) {
        const std::string quote = oneLine(evidence.quote);
        const bool known = std::any_of(shown.begin(), shown.end(), [&](const std::string& other) {
            return evidence.article == 0 && other.find(quote) != std::string::npos;
        });
        if (quote.empty() || known)
            continue;
        text += (text.empty() ? "“" : " · “") + quote + "”";
        if (evidence.article != 0 && evidence.article != article)
            text += " (article " + std::to_string(evidence.article) + ")";
        shown.push_back(quote);
    }
    return text;
}

} // namespace

Json checkJson(const data::StoredCheck& stored) {
    const data::Check& check = stored.check;
    Json out = Json::object();
    if (stored.id != 0)
        out["id"] = stored.id;
    if (stored.article != 0)
        out["article"] = stored.article;
    out["title"] = stored.articleTitle;
    out["lang"] = data::languageTag(stored.language);
    if (!stored.editions.empty()) {
        Json editions = Json::array();
        for (const data::CheckEdition& edition : stored.editions)
            editions.push_back({{"lang", data::languageTag(edition.language)}, {"check", edition.check}});
        out["editions"] = std::move(editions);
    }
    out["rule"] = data::ruleName(check.rule);
    out["verdict"] = data::verdictName(check.verdict);
    out["colour"] = data::colourName(check.colour);
    out["grade"] = data::gradeName(check.grade);
    Json statement = Json::array();
    for (const data::Evidence& evidence : check.statement)
        statement.push_back(statementJson(evidence));
    out["statement"] = std::move(statement);
    out["computed"] = computedOf(check);
    out["stated"] = check.stated ? intervalJson(*check.stated) : Json();
    out["formula"] = check.formula;
    Json repairs = Json::array();
    for (const data::Repair& repair : check.repairs)
        repairs.push_back({{"change", repair.what}, {"to", repair.text}});
    out["repairs"] = std::move(repairs);
    out["cause"] = check.cause;
    out["reason"] = check.reason;
    out["power"] = numberJson(check.power);
    if (stored.mark != data::CheckMark::None || !stored.markNote.empty())
        out["mark"] = {{"mark", data::markName(stored.mark)},
                       {"note", stored.markNote},
                       {"by", stored.markedBy},
                       {"at", stored.markedAt}};
    return out;
}

std::string checkReport(const data::StoredCheck& stored) {
    const data::Check& check = stored.check;
    std::string text = ui::checkSign(check.colour).toStdString() + " " +
                       ui::verdictText(check).toStdString() + ": " + ui::ruleText(check.rule).toStdString();
    if (stored.id != 0)
        text += "  [check " + std::to_string(stored.id) + "]";
    if (stored.mark != data::CheckMark::None)
        text += "  (" + ui::markText(stored.mark).toStdString() + (stored.markNote.empty() ? "" : ": ") +
                oneLine(stored.markNote) + ")";
    text += '\n';
    const auto line = [&text](const std::string& words) {
        if (!words.empty())
            text += "    " + words + '\n';
    };
    line(quotesOf(check, stored.article));
    std::string also;
    for (const data::CheckEdition& edition : stored.editions)
        if (edition.check != stored.id)
            also += (also.empty() ? "The same in " : ", ") + std::string(data::languageTag(edition.language));
    line(also);
    line(check.formula);
    line(ui::reasonText(check).toStdString());
    line(ui::causeText(check).toStdString());
    std::string repairs;
    for (const data::Repair& repair : check.repairs)
        repairs += (repairs.empty() ? "It would hold with " : "; ") + ui::repairText(repair).toStdString();
    line(repairs);
    return text;
}

std::optional<data::StoredCheck> toldIn(data::Library& library, const data::StoredCheck& stored,
                                        data::Language language) {
    if (language == data::Language::Unknown || language == stored.language)
        return stored;
    for (const data::CheckEdition& edition : stored.editions)
        if (edition.language == language)
            return library.checks().load(edition.check);
    return std::nullopt;
}

std::string countsLine(const data::CheckCounts& counts) {
    std::string text;
    const auto add = [&text](int count, const char* name) {
        if (count > 0)
            text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ' + name;
    };
    add(counts.red, "red");
    add(counts.amber, "amber");
    add(counts.grey, "grey");
    add(counts.green, "green");
    add(counts.settled, "settled");
    return text.empty() ? "no checks" : text;
}

} // namespace parallax::app
