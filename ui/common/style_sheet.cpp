// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style_sheet.h"

#include <QHash>

#include "ui/common/theme.h"

namespace parallax::ui {

namespace {

// @name stands for a token, @n for n pixels at 100 %. No min-height for what holds text: it would become the
// widget's minimum and let a layout press it below the height of its own text.
const char* const sheet = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: @3px @6px; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: @line; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QPushButton { background: @raised; border: 1px solid @border; border-radius: @4px; padding: @4px @12px; }
QPushButton:hover { background: @sunken; }
QPushButton:pressed { background: @selection; }
QPushButton:default { border-color: @accent; color: @accent; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:checked { background: @selection; border-color: @accent; }
QPushButton:disabled { color: @disabled; border-color: @line; }
QPushButton:flat { border-color: transparent; background: transparent; }
QPushButton:flat:hover { background: @sunken; }
QPushButton:flat:focus { border-color: @accent; }

QPushButton[role="field"] { text-align: left; color: @quiet; background: @raised; padding: @4px @8px; }
QPushButton[role="field"]:hover { background: @raised; border-color: @accent; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: @4px; padding: @4px; }
QToolButton:hover { background: @sunken; }
QToolButton:pressed { background: @selection; }
QToolButton:checked { background: @selection; color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @disabled; }
QToolButton[toolButtonStyle="2"] { padding-right: @8px; }
QToolButton[popupMode="1"] { padding-right: @20px; }
QToolButton::menu-button { border: none; width: @14px; }
QToolButton::menu-arrow { image: url(:/icons/chevron_@mode.svg); width: @12px; height: @12px; }
QToolButton::menu-indicator { image: none; }

QToolButton[role="segment"] { padding: @4px @8px; color: @quiet; }
QToolButton[role="segment"]:checked { color: @accent; }
QToolButton[role="status"] { padding: @2px @6px; color: @quiet; }
QToolButton[role="status"]:hover { color: @text; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @raised; border: 1px solid @border; border-radius: @4px; padding: @4px @8px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover { padding: 0; border: none; background: transparent; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: @accent; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: @disabled; background: @ground; border-color: @line; }
QComboBox::drop-down { border: none; width: @20px; }
QComboBox::down-arrow { image: url(:/icons/chevron_@mode.svg); width: @12px; height: @12px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; outline: none; padding: @4px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { border: none; width: @18px; subcontrol-origin: border; subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button { border: none; width: @18px; subcontrol-origin: border; subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/icons/chevron_up_@mode.svg); width: @10px; height: @10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/icons/chevron_@mode.svg); width: @10px; height: @10px; }

QAbstractItemView { background: @raised; border: none; outline: none; selection-background-color: @selection; selection-color: @text; alternate-background-color: @ground; gridline-color: @line; }
QTextEdit, QTextBrowser { background: @raised; border: none; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit { background: @raised; border: 1px solid @border; border-radius: @4px; padding: @4px; selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus { border-color: @accent; }
QHeaderView { background: @ground; border: none; }
QHeaderView::section { background: @ground; color: @quiet; border: none; border-bottom: 1px solid @line; border-right: 1px solid @line; padding: @4px @8px; }
QHeaderView::section:checked { color: @text; }
QTableCornerButton::section { background: @ground; border: none; border-bottom: 1px solid @line; border-right: 1px solid @line; }

QMenu { background: @raised; border: 1px solid @line; padding: @4px; }
QMenu::item { padding: @5px @24px @5px @12px; border-radius: @4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @disabled; }
QMenu::icon { padding-left: @8px; }
QMenu::icon:checked { background: @selection; border: 1px solid @accent; border-radius: @4px; }
QMenu::indicator { width: @14px; height: @14px; left: @6px; }
QMenu::indicator:checked { image: url(:/icons/tick_ink_@mode.svg); }
QMenu::separator { height: 1px; background: @line; margin: @4px @8px; }

QCheckBox, QRadioButton { spacing: @8px; }
QCheckBox::indicator, QRadioButton::indicator { width: @14px; height: @14px; border: 1px solid @border; background: @raised; }
QCheckBox::indicator { border-radius: @3px; }
QRadioButton::indicator { border-radius: @7px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/tick_accent_@mode.svg); }
QRadioButton::indicator:checked { border-color: @accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 @accent, stop: 0.5 @accent, stop: 0.6 @raised, stop: 1 @raised); }
QCheckBox:disabled, QRadioButton:disabled { color: @disabled; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line; background: @ground; }

QListWidget::item { background: @raised; border: none; padding: @4px @8px; }
QListWidget::item:selected { background: @selection; color: @text; }

QTabWidget::pane { border: none; border-top: 1px solid @line; top: -1px; }
QTabWidget::tab-bar { left: @8px; }
QTabBar::tab { background: transparent; color: @quiet; border: none; border-bottom: 2px solid transparent; padding: @6px @12px; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @accent; }

QProgressBar { background: @sunken; border: none; border-radius: @2px; max-height: @4px; min-height: @4px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: @2px; }

QScrollBar:vertical { background: transparent; width: @12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: @3px; margin: @3px; }
QScrollBar::handle:vertical { min-height: @32px; }
QScrollBar::handle:horizontal { min-width: @32px; }
QScrollBar::handle:hover { background: @quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QGroupBox { border: none; margin-top: @20px; padding: 0; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding: 0; }
QSlider::groove:horizontal { height: @4px; background: @border; border-radius: @2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: @2px; }
QSlider::handle:horizontal { background: @raised; border: 1px solid @accent; width: @14px; margin: -@6px 0; border-radius: @7px; }
QSlider::handle:horizontal:focus { background: @accent; }

QLabel[role="quiet"] { color: @quiet; }
QLabel[role="error"] { color: @red; }
QLabel[role="title"] { font-size: @16px; font-weight: bold; }
QLabel[role="heading"] { font-size: @20px; font-weight: bold; }
QLabel[role="section"] { color: @quiet; font-weight: bold; }
QLabel[role="badge"] { color: @quiet; border: 1px solid @line; border-radius: @4px; padding: 0 @4px; }
QLabel[role="drop"] { background: @selection; color: @accent; border: 2px dashed @accent; font-size: @20px; }
QFrame[role="card"] { background: @raised; border: 1px solid @line; border-radius: @4px; }
QFrame[role="bar"] { background: @ground; border: none; border-bottom: 1px solid @line; }
QFrame[role="footer"] { background: @ground; border: none; border-top: 1px solid @line; }
QFrame[role="rail"] { background: @sunken; border: none; border-right: 1px solid @line; }
QFrame[role="popup"] { background: @raised; border: 1px solid @border; border-radius: @6px; }
)";

} // namespace

QString styleSheet(const Theme& theme) {
    const auto mix = [](const QColor& over, const QColor& under, double strength) {
        return QColor::fromRgbF(
                   static_cast<float>(over.redF() * strength + under.redF() * (1 - strength)),
                   static_cast<float>(over.greenF() * strength + under.greenF() * (1 - strength)),
                   static_cast<float>(over.blueF() * strength + under.blueF() * (1 - strength)))
            .name();
    };
    const QHash<QString, QString> tokens = {
        {QStringLiteral("ground"), theme.ground.name()},
        {QStringLiteral("raised"), theme.raised.name()},
        {QStringLiteral("sunken"), theme.sunken.name()},
        {QStringLiteral("text"), theme.text.name()},
        {QStringLiteral("quiet"), theme.quietText.name()},
        {QStringLiteral("line"), theme.line.name()},
        // The edge of something that can be used must be told from its ground at 3:1; a line that only
        // divides need not.
        {QStringLiteral("border"),
         theme.highContrast ? theme.line.name() : mix(theme.quietText, theme.raised, 0.75)},
        {QStringLiteral("scroll"), mix(theme.quietText, theme.raised, 0.45)},
        {QStringLiteral("accent"), theme.accent.name()},
        {QStringLiteral("onAccent"), theme.dark ? QStringLiteral("#000000") : QStringLiteral("#ffffff")},
        {QStringLiteral("selection"), theme.selection.name()},
        {QStringLiteral("red"), theme.red.name()},
        {QStringLiteral("disabled"), theme.palette().color(QPalette::Disabled, QPalette::Text).name()},
        {QStringLiteral("mode"), theme.dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };

    const QString source = QString::fromLatin1(sheet);
    QString result;
    result.reserve(source.size() * 2);
    for (qsizetype at = 0; at < source.size(); ++at) {
        if (source[at] != QLatin1Char('@')) {
            result += source[at];
            continue;
        }
        qsizetype end = at + 1;
        if (source[end].isDigit()) {
            while (source[end].isDigit())
                ++end;
            // spacing() counts in steps of 4 px; here the unit is 1 px at 100 %.
            const int pixels = source.mid(at + 1, end - at - 1).toInt();
            result += QString::number(spacing(pixels) / 4);
        } else {
            while (source[end].isLetter())
                ++end;
            result += tokens.value(source.mid(at + 1, end - at - 1));
        }
        at = end - 1;
    }
    return result;
}

} // namespace parallax::ui
