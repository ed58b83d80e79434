// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include "tests/ui/chart/chart_look.h"
#include "tests/ui/shots/cell_look.h"
#include "ui/common/settings.h"
#include "ui/common/widgets.h"

namespace parallax::ui::testing {

inline QString pathOf(const QWidget* widget) {
    QStringList parts;
    for (; widget; widget = widget->parentWidget())
        parts.prepend(widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                                     : widget->objectName());
    return parts.join(QLatin1Char('/'));
}

// What arrow and padding leave of a box to choose from.
inline QSize roomForText(QComboBox& box) {
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    option.frame = box.hasFrame();
    option.subControls = QStyle::SC_All;
    option.currentText = box.currentText();
    option.iconSize = box.iconSize();
    QSize room =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).size();
    if (!box.itemIcon(box.currentIndex()).isNull())
        room.rwidth() -= box.iconSize().width() + 4;
    return room;
}

// Text that its widget has no room for.
inline QStringList clipped(QWidget* top) {
    QStringList problems;
    const auto report = [&](const QWidget* widget, const QString& text, QSize needed) {
        problems << QStringLiteral("%1: “%2” needs %3×%4, has %5×%6")
                        .arg(pathOf(widget), text.left(60))
                        .arg(needed.width())
                        .arg(needed.height())
                        .arg(widget->width())
                        .arg(widget->height());
    };
    const QList<QWidget*> widgets = top->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!widget->isVisibleTo(top) || widget->size().isEmpty() || widget->visibleRegion().isEmpty())
            continue;
        if (auto* label = qobject_cast<QLabel*>(widget)) {
            if (label->text().isEmpty())
                continue;
            if (label->wordWrap()) {
                const int needed = label->heightForWidth(label->width());
                if (needed > label->height() + 1)
                    report(label, label->text(), {label->width(), needed});
            } else if (label->sizeHint().width() > label->width() + 1 ||
                       label->sizeHint().height() > label->height() + 1) {
                report(label, label->text(), label->sizeHint());
            }
        } else if (auto* button = qobject_cast<QPushButton*>(widget)) {
            if (button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
                continue;
            if (button->sizeHint().width() > button->width() + 1 ||
                button->sizeHint().height() > button->height() + 1)
                report(button, button->text(), button->sizeHint());
        } else if (auto* tool = qobject_cast<QToolButton*>(widget)) {
            // The clear button and the leading icon of a field belong to Qt.
            if (tool->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored ||
                qobject_cast<QLineEdit*>(tool->parentWidget()))
                continue;
            if (tool->sizeHint().width() > tool->width() + 1 ||
                tool->sizeHint().height() > tool->height() + 1)
                report(tool, tool->text(), tool->sizeHint());
        } else if (auto* header = qobject_cast<QHeaderView*>(widget)) {
            if (header->orientation() != Qt::Horizontal || !header->model())
                continue;
            for (int section = 0; section < header->count(); ++section) {
                const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
                const int needed = header->fontMetrics().horizontalAdvance(text);
                // A header may be cut if it then tells the whole text in a tooltip.
                if (!header->isSectionHidden(section) && header->isVisible() &&
                    needed > header->sectionSize(section) &&
                    header->model()
                        ->headerData(section, Qt::Horizontal, Qt::ToolTipRole)
                        .toString()
                        .isEmpty())
                    report(header, text, {needed, header->height()});
            }
        } else if (auto* view = qobject_cast<QAbstractItemView*>(widget)) {
            problems += clippedCells(*view);
        } else if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                if (tabs->fontMetrics().horizontalAdvance(tabs->tabText(tab)) > tabs->tabRect(tab).width())
                    report(tabs, tabs->tabText(tab), tabs->tabRect(tab).size());
        } else if (auto* box = qobject_cast<QComboBox*>(widget)) {
            if (const QSize room = roomForText(*box);
                box->isEditable() || box->currentText().isEmpty() || qobject_cast<ElidedBox*>(box) != nullptr)
                continue;
            else if (const int needed = box->fontMetrics().horizontalAdvance(box->currentText());
                     needed > room.width() && box->toolTip() != box->currentText())
                report(box, box->currentText(), {needed + box->width() - room.width(), box->height()});
        }
    }
    return problems;
}

// Two widgets of one parent's layout that share pixels.
inline QStringList overlapping(QWidget* top) {
    QStringList problems;
    QList<QWidget*> parents = top->findChildren<QWidget*>();
    parents.prepend(top);
    for (QWidget* parent : std::as_const(parents)) {
        if (!parent->layout() || !parent->isVisible())
            continue;
        QList<QWidget*> children;
        for (QWidget* child : parent->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            if (child->isVisible() && !child->isWindow() && parent->layout()->indexOf(child) >= 0)
                children << child;
        for (int a = 0; a < children.size(); ++a)
            for (int b = a + 1; b < children.size(); ++b)
                if (children[a]->geometry().intersects(children[b]->geometry()))
                    problems
                        << QStringLiteral("%1 and %2 overlap").arg(pathOf(children[a]), pathOf(children[b]));
    }
    return problems;
}

// The window that most have: with `small` it stays that at a larger scale.
inline QSize windowSize(int scale, bool small) {
    return small ? QSize(1280, 800) : QSize(1280, 800) * scale / 100;
}

// Every look that a page is drawn in: three languages, light and dark, 100 % and 200 %; high contrast once.
// The larger scales in a window that didn't grow with them.
enum class SmallWindows { Left, Drawn };

inline void addLooks(SmallWindows windows = SmallWindows::Left) {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    QTest::addColumn<bool>("small");
    for (const char* language : {"en", "zh_TW", "zh_CN"})
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark})
            for (const int scale : {100, 200})
                QTest::addRow("%s-%s-%d", language, theme == ThemeChoice::Light ? "light" : "dark", scale)
                    << QString::fromLatin1(language) << static_cast<int>(theme) << scale << false;
    QTest::addRow("en-contrast-100") << QStringLiteral("en") << static_cast<int>(ThemeChoice::HighContrast)
                                     << 100 << false;
    if (windows == SmallWindows::Left)
        return;
    QTest::addRow("en-small-150") << QStringLiteral("en") << static_cast<int>(ThemeChoice::Light) << 150
                                  << true;
    QTest::addRow("en-small-200") << QStringLiteral("en") << static_cast<int>(ThemeChoice::Light) << 200
                                  << true;
    QTest::addRow("zh_TW-small-200") << QStringLiteral("zh_TW") << static_cast<int>(ThemeChoice::Dark) << 200
                                     << true;
}

// What a window holds must not ask for more than the window has: what is beyond its edge cannot be seen.
inline QStringList beyond(QWidget* top) {
    QStringList problems;
    const QList<QScrollArea*> areas = top->findChildren<QScrollArea*>();
    for (const QScrollArea* area : areas)
        if (area->isVisible() && area->widget() != nullptr &&
            area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
            area->widget()->width() > area->viewport()->width() + 1)
            problems << QStringLiteral("%1 shows %2 of %3")
                            .arg(pathOf(area))
                            .arg(area->viewport()->width())
                            .arg(area->widget()->width());
    const QList<QWidget*> widgets = top->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        const QWidget* parent = widget->parentWidget();
        const bool pane = qobject_cast<const QSplitter*>(parent) != nullptr;
        if (!widget->isVisible() || widget->isWindow() ||
            (!pane &&
             (parent->layout() == nullptr || parent->layout()->indexOf(const_cast<QWidget*>(widget)) < 0)) ||
            parent->rect().adjusted(-1, -1, 1, 1).contains(widget->geometry()))
            continue;
        problems << QStringLiteral("%1 reaches beyond its place: %2,%3 %4×%5 of %6×%7")
                        .arg(pathOf(widget))
                        .arg(widget->x())
                        .arg(widget->y())
                        .arg(widget->width())
                        .arg(widget->height())
                        .arg(parent->width())
                        .arg(parent->height());
    }
    return problems;
}

// Keeps a picture of the page in build/…/shots for a person to look at, and tells what is cut off or lies
// upon something else.
inline QString problemsOf(QWidget* page, const QString& name) {
    QTest::qWait(30); // layouts settle over a few turns of the loop
    QDir shots(QStringLiteral(PARALLAX_BINARY_DIR "/shots"));
    shots.mkpath(QStringLiteral("."));
    page->grab().save(shots.filePath(name + QStringLiteral(".png")));
    const QStringList problems = clipped(page) + overlapping(page) + beyond(page) + chartProblemsIn(page);
    return problems.isEmpty()
               ? QString()
               : name + QStringLiteral("\n  ") + problems.mid(0, 8).join(QStringLiteral("\n  "));
}

} // namespace parallax::ui::testing
