// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include "data/store/article_store.h"

namespace parallax::ui {

// A list of articles as a Place of the library names it: {"source": "…"}, {"tag": id}, {"unread": true} …
data::ArticleFilter filterFrom(const QJsonObject& detail);
QJsonObject filterToJson(const data::ArticleFilter& filter);

} // namespace parallax::ui
