// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include <QStringList>

#include <algorithm>
#include <map>

#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

constexpr qsizetype mostLibraries = 12;
constexpr QLatin1String librariesKey("libraries");
constexpr QLatin1String libraryKey("library");

// The members of each state that are about content; "a.b" is member b of a.
const QStringList& contentMembers(const QString& workspace) {
    static const std::map<QString, QStringList> members{
        {QStringLiteral("library"),
         {QStringLiteral("place"), QStringLiteral("reader.places"), QStringLiteral("reader.drafts")}},
        {QStringLiteral("tables"),
         {QStringLiteral("table"), QStringLiteral("list.filter"), QStringLiteral("page.columns"),
          QStringLiteral("page.computed")}},
        {QStringLiteral("checks"), {QStringLiteral("place")}},
        {QStringLiteral("projections"), {QStringLiteral("filter")}},
        {QStringLiteral("latency"), {QStringLiteral("ticked")}}};
    static const QStringList none;
    const auto found = members.find(workspace);
    return found == members.end() ? none : found->second;
}

} // namespace

QJsonObject lookOf(const QString& workspace, const QJsonObject& state) {
    QJsonObject look = state;
    for (const QString& member : contentMembers(workspace)) {
        const QString outer = member.section(QLatin1Char('.'), 0, 0);
        const QString inner = member.section(QLatin1Char('.'), 1);
        if (inner.isEmpty()) {
            look.remove(outer);
        } else if (look.contains(outer)) {
            QJsonObject part = look[outer].toObject();
            part.remove(inner);
            look[outer] = part;
        }
    }
    return look;
}

QJsonObject contentOf(const QString& workspace, const QJsonObject& state) {
    QJsonObject content;
    for (const QString& member : contentMembers(workspace)) {
        const QString outer = member.section(QLatin1Char('.'), 0, 0);
        const QString inner = member.section(QLatin1Char('.'), 1);
        if (inner.isEmpty()) {
            if (state.contains(outer))
                content[outer] = state[outer];
        } else if (const QJsonObject part = state[outer].toObject(); part.contains(inner)) {
            QJsonObject kept = content[outer].toObject();
            kept[inner] = part[inner];
            content[outer] = kept;
        }
    }
    return content;
}

QJsonObject joined(QJsonObject look, const QJsonObject& content) {
    for (auto member = content.begin(); member != content.end(); ++member) {
        if (member.value().isObject() && look[member.key()].isObject())
            look[member.key()] = joined(look[member.key()].toObject(), member.value().toObject());
        else
            look[member.key()] = member.value();
    }
    return look;
}

QJsonObject libraryPart(const QJsonObject& session, const QString& library) {
    for (const auto& one : session[librariesKey].toArray())
        if (one.toObject()[libraryKey].toString() == library)
            return one.toObject();
    return {};
}

QJsonArray withLibraryPart(const QJsonObject& session, const QString& library, QJsonObject part) {
    QJsonArray libraries;
    for (const auto& one : session[librariesKey].toArray())
        if (one.toObject()[libraryKey].toString() != library)
            libraries.append(one);
    part[libraryKey] = library;
    libraries.append(part);
    while (libraries.size() > mostLibraries)
        libraries.removeFirst();
    return libraries;
}

int keptScale(const QJsonObject& look) {
    return std::clamp(look.value(QLatin1String("scale")).toInt(scalePercent()), 100, 200);
}

} // namespace parallax::ui
