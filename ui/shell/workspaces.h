// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace parallax::ui {

class Workspace;
struct Context;

// One entry of the rail.
struct WorkspaceKind {
    QString id;                     // as in Place::workspace
    QString icon;                   // of resources/icons
    std::function<QString()> title; // translated
    std::function<Workspace*(Context&, QWidget*)> make;
};

// All of them, in the order of Ctrl+1 … Ctrl+7. A new workspace is one more row here.
const std::vector<WorkspaceKind>& workspaceKinds();

} // namespace parallax::ui
