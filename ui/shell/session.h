// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace parallax::ui {

// A workspace's state has two parts. How it looks (splitters, order, sizes) goes with the analyst from
// library to library. What is about content (articles, tables, drafts, words looked for) means something only
// in the library that it was made in: there the same numbers name other things.
QJsonObject lookOf(const QString& workspace, const QJsonObject& state);
QJsonObject contentOf(const QString& workspace, const QJsonObject& state);
QJsonObject joined(QJsonObject look, const QJsonObject& content);

// What a session holds of one library: {"place": …, "workspaces": {id: content}}.
QJsonObject libraryPart(const QJsonObject& session, const QString& library);
// The session's libraries with this one's part, latest last; of long unused ones nothing is kept.
QJsonArray withLibraryPart(const QJsonObject& session, const QString& library, QJsonObject part);

// The scale that the pixels of a kept look are of; the one of now where it does not say.
int keptScale(const QJsonObject& look);

} // namespace parallax::ui
