// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fitting_bar.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

#include "ui/common/icons.h"

namespace parallax::ui {

FittingBar::FittingBar(QWidget* bar, QBoxLayout* row)
    : QObject(bar)
    , m_bar(bar)
    , m_row(row)
    , m_more(new QToolButton(bar)) {
    m_more->setObjectName(QStringLiteral("moreButton"));
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->hide();
    connect(m_more->menu(), &QMenu::aboutToShow, this, &FittingBar::fillMenu);
    bar->setSizePolicy(QSizePolicy::Ignored, bar->sizePolicy().verticalPolicy());
    bar->installEventFilter(this);
    retranslate();
}

void FittingBar::addVerb(QToolButton* button) {
    m_verbs.append(button);
    m_worded.append(button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon);
    m_needs.clear();
}

void FittingBar::addSpare(QWidget* widget) {
    m_spare.append(widget);
    m_needs.clear();
}

void FittingBar::addChoices(const QList<QToolButton*>& buttons) {
    m_choices = buttons;
    m_box = new QComboBox(m_bar);
    m_box->setObjectName(QStringLiteral("choiceBox"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    // Qt keeps the least width that it had with its first words.
    m_box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_box->hide();
    m_row->insertWidget(m_row->indexOf(buttons.last()) + 1, m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) { m_choices[index]->click(); });
    for (QToolButton* button : buttons) {
        m_box->addItem(button->text());
        connect(button, &QToolButton::toggled, this, &FittingBar::showChoice);
    }
}

void FittingBar::arrange() {
    m_row->addWidget(m_more);
    m_level = -1;
    m_needs.clear();
    fit();
}

int FittingBar::levels() const {
    return 4 + static_cast<int>(m_verbs.size());
}

// 0 all · 1 no words · 2 a box for the choices · 3 nothing spare · then one verb less each.
void FittingBar::apply(int level) {
    m_level = level;
    showWords(level < 1);
    QList<QWidget*> managed = m_spare;
    managed.append(m_more);
    if (m_box != nullptr)
        managed.append(m_box);
    for (const QList<QToolButton*>* buttons : {&m_verbs, &m_choices})
        for (QToolButton* button : *buttons)
            managed.append(button);
    for (QWidget* widget : std::as_const(managed))
        widget->setVisible(isShownAt(*widget, level));
}

bool FittingBar::isShownAt(const QWidget& widget, int level) const {
    if (&widget == m_more)
        return level >= 4;
    if (&widget == m_box)
        return level >= 2;
    for (qsizetype i = 0; i < m_verbs.size(); ++i)
        if (m_verbs[i] == &widget)
            return level < 4 || i < m_verbs.size() - (level - 3);
    for (const QToolButton* button : m_choices)
        if (button == &widget)
            return level < 2;
    for (const QWidget* spare : m_spare)
        if (spare == &widget)
            return level < 3;
    return !widget.isHidden();
}

// Nothing is hidden to learn this: it would lose the focus.
int FittingBar::widthAt(int level) const {
    int width = 0;
    int shown = 0;
    for (int i = 0; i < m_row->count(); ++i) {
        const QLayoutItem* item = m_row->itemAt(i);
        if (const QWidget* widget = m_row->itemAt(i)->widget(); widget == nullptr) {
            width += item->minimumSize().width();
        } else if (isShownAt(*widget, level)) {
            const bool shrinks = widget->sizePolicy().horizontalPolicy() & QSizePolicy::ShrinkFlag;
            width += std::max((shrinks ? widget->minimumSizeHint() : widget->sizeHint()).width(),
                              widget->minimumWidth());
            ++shown;
        }
    }
    const QMargins margins = m_row->contentsMargins();
    return width + std::max(0, shown - 1) * m_row->spacing() + margins.left() + margins.right();
}

void FittingBar::showWords(bool shown) {
    for (qsizetype i = 0; i < m_verbs.size(); ++i)
        if (m_worded[i])
            m_verbs[i]->setToolButtonStyle(shown ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void FittingBar::fit() {
    if (std::exchange(m_fitting, true))
        return;
    if (m_needs.isEmpty()) {
        showChoice();
        for (int level = 0; level < levels(); ++level) {
            showWords(level < 1);
            m_needs.append(widthAt(level));
        }
        showWords(m_level < 1);
    }
    int level = 0;
    while (level + 1 < levels() && m_needs[level] > m_bar->width())
        ++level;
    if (level != m_level)
        apply(level);
    // What was asked for meanwhile is done here: it would be taken for a change of the bar's content.
    m_row->activate();
    QCoreApplication::removePostedEvents(m_bar, QEvent::LayoutRequest);
    m_fitting = false;
}

void FittingBar::showChoice() {
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        const int index = static_cast<int>(i);
        if (m_box->itemText(index) != m_choices[i]->text())
            m_box->setItemText(index, m_choices[i]->text());
        if (m_choices[i]->isChecked())
            m_box->setCurrentIndex(index);
    }
}

void FittingBar::fillMenu() {
    QMenu* menu = m_more->menu();
    menu->clear();
    for (QToolButton* button : std::as_const(m_verbs)) {
        if (!button->isHidden())
            continue;
        if (QAction* action = button->defaultAction(); action != nullptr) {
            menu->addAction(action);
            if (button->menu() != nullptr)
                menu->addActions(button->menu()->actions());
        } else if (button->menu() != nullptr) {
            QAction* sub = menu->addMenu(button->menu());
            sub->setText(button->text().isEmpty() ? button->accessibleName() : button->text());
            sub->setIcon(button->icon());
        } else {
            menu->addAction(button->icon(), button->text(), button, &QToolButton::click);
        }
    }
}

void FittingBar::retranslate() {
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More"));
}

bool FittingBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_bar)
        return false;
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Show:
        fit();
        break;
    case QEvent::LayoutRequest: // words or fonts changed
        if (!m_fitting) {
            m_needs.clear();
            fit();
        }
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange: // of the buttons as well, but not all of them yet
        m_needs.clear();
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_needs.clear();
                fit();
            },
            Qt::QueuedConnection);
        break;
    case QEvent::LanguageChange:
        retranslate();
        break;
    default:
        break;
    }
    return false;
}

} // namespace parallax::ui
