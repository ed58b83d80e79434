// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actions.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <algorithm>

#include "ui/common/icons.h"

namespace parallax::ui {

namespace {

void nameAction(const ActionRegistry::Entry& entry) {
    const QString text = entry.text();
    entry.action->setText(text);
    const QString keys = entry.action->shortcut().toString(QKeySequence::NativeText);
    entry.action->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
}

} // namespace

ActionRegistry::ActionRegistry(QObject* parent)
    : QObject(parent) {}

QAction* ActionRegistry::add(QWidget* owner, const QString& id, const QString& group,
                             std::function<QString()> text, const QKeySequence& shortcut,
                             std::function<void()> trigger, const QString& icon,
                             Qt::ShortcutContext context) {
    auto* action = new QAction(owner);
    action->setObjectName(id);
    action->setShortcut(shortcut);
    action->setShortcutContext(context);
    if (!icon.isEmpty())
        action->setIcon(ui::icon(icon));
    owner->addAction(action);
    if (trigger)
        connect(action, &QAction::triggered, owner, [trigger = std::move(trigger)] { trigger(); });
    connect(action, &QObject::destroyed, this, [this](QObject* gone) {
        std::erase_if(m_entries, [gone](const Entry& entry) { return entry.action == gone; });
    });
    m_entries.push_back({id, group, std::move(text), action, icon});
    nameAction(m_entries.back());
    return action;
}

QAction* ActionRegistry::find(const QString& id) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&id](const Entry& entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : found->action;
}

void ActionRegistry::retranslate() {
    for (const Entry& entry : m_entries)
        nameAction(entry);
}

void ActionRegistry::refreshIcons() {
    // Icons take their colour when they are painted; a changed() makes every button and menu paint anew.
    for (const Entry& entry : m_entries)
        if (!entry.action->icon().isNull())
            Q_EMIT entry.action->changed();
}

QStringList ActionRegistry::shortcutConflicts() const {
    // Actions that only their own workspace hears may share a key with those of another one: one workspace is
    // shown at a time.
    const auto apart = [](const Entry& a, const Entry& b) {
        return a.group != b.group && a.action->shortcutContext() == Qt::WidgetWithChildrenShortcut &&
               b.action->shortcutContext() == Qt::WidgetWithChildrenShortcut;
    };
    QHash<QString, QList<const Entry*>> holders;
    QStringList conflicts;
    for (const Entry& entry : m_entries)
        for (const QKeySequence& keys : entry.action->shortcuts()) {
            const QString name = keys.toString(QKeySequence::PortableText);
            if (name.isEmpty())
                continue;
            for (const Entry* holder : std::as_const(holders[name]))
                if (!apart(*holder, entry))
                    conflicts.append(QStringLiteral("%1: %2, %3").arg(name, holder->id, entry.id));
            holders[name].append(&entry);
        }
    return conflicts;
}

} // namespace parallax::ui
