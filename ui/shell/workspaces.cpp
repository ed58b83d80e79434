// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspaces.h"

#include <QCoreApplication>

#include "ui/checks/checks_workspace.h"
#include "ui/common/workspace.h"
#include "ui/deals/deals_workspace.h"
#include "ui/latency/latency_workspace.h"
#include "ui/library/library_workspace.h"
#include "ui/models/models_workspace.h"
#include "ui/projections/projections_workspace.h"
#include "ui/tables/tables_workspace.h"

namespace parallax::ui {

namespace {

template <typename Page>
WorkspaceKind kind(const char* id, const char* title) {
    return {QString::fromLatin1(id), QString::fromLatin1(id),
            [title] { return QCoreApplication::translate("Workspaces", title); },
            [](Context& context, QWidget* parent) -> Workspace* { return new Page(context, parent); }};
}

} // namespace

const std::vector<WorkspaceKind>& workspaceKinds() {
    static const std::vector<WorkspaceKind> kinds = {
        kind<LibraryWorkspace>("library", QT_TRANSLATE_NOOP("Workspaces", "Library")),
        kind<TablesWorkspace>("tables", QT_TRANSLATE_NOOP("Workspaces", "Tables")),
        kind<ProjectionsWorkspace>("projections", QT_TRANSLATE_NOOP("Workspaces", "Projections")),
        kind<DealsWorkspace>("deals", QT_TRANSLATE_NOOP("Workspaces", "Deals")),
        kind<LatencyWorkspace>("latency", QT_TRANSLATE_NOOP("Workspaces", "Latency")),
        kind<ModelsWorkspace>("models", QT_TRANSLATE_NOOP("Workspaces", "Models")),
        kind<ChecksWorkspace>("checks", QT_TRANSLATE_NOOP("Workspaces", "Checks")),
    };
    return kinds;
}

} // namespace parallax::ui
