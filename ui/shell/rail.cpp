// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include <QAction>
#include <QVBoxLayout>

#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {

Rail::Rail(QWidget* parent)
    : QFrame(parent) {
    setProperty("role", QStringLiteral("rail"));
    setObjectName(QStringLiteral("rail"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(1), spacing(2), spacing(1), spacing(2));
    column->setSpacing(spacing(1));
    column->addStretch();
}

void Rail::addWorkspace(QAction* action, const QString& id) {
    action->setCheckable(true);
    auto* button = new IconButton(action, this);
    button->setObjectName(QStringLiteral("rail.") + id);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->count() - 1, button);
    m_entries.push_back({id, action});
}

void Rail::setCurrent(const QString& id) {
    for (const Entry& entry : m_entries)
        entry.action->setChecked(entry.id == id);
}

} // namespace parallax::ui
