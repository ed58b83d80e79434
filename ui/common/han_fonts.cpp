// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/han_fonts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QActionEvent>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>

#include <algorithm>

#include "ui/common/fonts.h"

namespace parallax::ui {
namespace {

constexpr const char* ownFace = "hanFace"; // the face is ours, not somebody's choice

bool isInHan(const QString& text) {
    return std::any_of(text.begin(), text.end(), isBeyondLatin);
}

void setFace(QWidget& widget, const QStringList& families) {
    if (widget.font().families() == families)
        return;
    QFont font = widget.font();
    font.setFamilies(families);
    widget.setFont(font);
}

// Only where the interface's own face is the Latin one; what was set there goes with the language.
void fit(QWidget& widget, const QString& text) {
    const bool ours = widget.property(ownFace).toBool();
    const bool latin = interfaceIsLatin();
    if (latin && isInHan(text) && (ours || widget.font().families() == latinFamilies())) {
        QFont base = widget.font();
        base.setFamilies(latinFamilies());
        widget.setProperty(ownFace, true);
        setFace(widget, fontFor(text, base).families());
    } else if (ours) {
        widget.setProperty(ownFace, false);
        setFace(widget, fontFor(text, QApplication::font()).families());
    }
}

void fit(QAction& action, const QMenu& menu) {
    const QFont base = menu.font();
    const QStringList families = interfaceIsLatin() && isInHan(action.text())
                                     ? fontFor(action.text(), base).families()
                                     : base.families();
    if (action.font().families() == families ||
        (families == base.families() && !action.property(ownFace).toBool()))
        return;
    action.setProperty(ownFace, true);
    QFont font = action.font();
    font.setFamilies(families);
    action.setFont(font);
}

void fitItems(QComboBox& box) {
    for (int i = 0; i < box.count(); ++i) {
        const QString text = box.itemText(i);
        const bool han = interfaceIsLatin() && isInHan(text);
        if (han || box.itemData(i, Qt::FontRole).isValid())
            box.setItemData(i, han ? QVariant(fontFor(text, QApplication::font())) : QVariant(),
                            Qt::FontRole);
    }
}

} // namespace

bool HanFonts::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::ActionAdded:
    case QEvent::ActionChanged:
        if (const auto* menu = qobject_cast<QMenu*>(watched))
            fit(*static_cast<QActionEvent*>(event)->action(), *menu);
        break;
    case QEvent::Paint:
        if (auto* button = qobject_cast<QAbstractButton*>(watched))
            fit(*button, button->text());
        else if (auto* label = qobject_cast<QLabel*>(watched))
            fit(*label, label->text());
        else if (auto* box = qobject_cast<QComboBox*>(watched))
            fit(*box, box->currentText());
        break;
    case QEvent::Show: // the list of a box, in its frame
        if (auto* view = qobject_cast<QAbstractItemView*>(watched);
            view != nullptr && view->parent() != nullptr)
            if (auto* box = qobject_cast<QComboBox*>(view->parent()->parent()))
                fitItems(*box);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace parallax::ui
