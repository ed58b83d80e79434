// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace parallax::ui {

// Somewhere the analyst can be, go back to and link to: a workspace and what it shows.
// library: {"article": id, "block": n, "quote": "…"} or {"query": "…"}; tables: {"table": id}; checks: {} …
struct Place {
    QString workspace; // "library", "tables", "projections", "deals", "latency", "models", "checks"
    QJsonObject detail;
    bool operator==(const Place&) const = default;
};

} // namespace parallax::ui
