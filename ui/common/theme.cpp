// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QLocale>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleOptionToolButton>

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/common/fonts.h"
#include "ui/common/han_fonts.h"
#include "ui/common/rescale.h"
#include "ui/common/style_sheet.h"

namespace parallax::ui {

namespace {

Theme g_theme = Theme::light();
int g_scalePercent = 100;
bool g_compact = false;

QColor mix(const QColor& over, const QColor& under, double strength) {
    const auto channel = [strength](int a, int b) {
        return static_cast<int>(std::lround(a * strength + b * (1.0 - strength)));
    };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()));
}

QList<QColor> colours(std::initializer_list<const char*> names) {
    QList<QColor> list;
    for (const char* name : names)
        list.append(QColor(QLatin1String(name)));
    return list;
}

QColor rgb(unsigned value) {
    return QColor(QRgb(value | 0xFF000000U));
}

// Asked once, before our own palette replaces what the desktop gave.
bool desktopIsDark() {
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

} // namespace

Theme Theme::light() {
    Theme theme;
    theme.ground = rgb(0xFBFBFA);
    theme.raised = rgb(0xFFFFFF);
    theme.sunken = rgb(0xF1F1EF);
    theme.text = rgb(0x1B1D21);
    theme.quietText = rgb(0x5E636B);
    theme.line = rgb(0xDEDEDA);
    theme.accent = rgb(0x1F5FBF);
    theme.consistent = rgb(0x1E7D4E);
    theme.amber = rgb(0x956400);
    theme.red = rgb(0xB3261E);
    theme.unknown = rgb(0x5E636B);
    theme.selection = mix(theme.accent, theme.raised, 0.14);
    theme.found = rgb(0xFFD24D);
    theme.series =
        colours({"#0072B2", "#B87F00", "#009D72", "#C76C9F", "#1C91D4", "#D55E00", "#958C0C", "#1B1D21"});
    return theme;
}

Theme Theme::darkTheme() {
    Theme theme;
    theme.dark = true;
    theme.ground = rgb(0x16181C);
    theme.raised = rgb(0x1E2126);
    theme.sunken = rgb(0x101215);
    theme.text = rgb(0xE7E8EA);
    theme.quietText = rgb(0x9BA1AA);
    theme.line = rgb(0x2E3238);
    theme.accent = rgb(0x7FB0FF);
    theme.consistent = rgb(0x5CC08D);
    theme.amber = rgb(0xE0A93B);
    theme.red = rgb(0xFF7B72);
    theme.unknown = rgb(0x9BA1AA);
    theme.selection = mix(theme.accent, theme.raised, 0.14);
    theme.found = rgb(0x63511F);
    theme.series =
        colours({"#56B4E9", "#E69F00", "#2FC59A", "#CC79A7", "#7FB0FF", "#FF8A3D", "#F0E442", "#FFFFFF"});
    return theme;
}

Theme Theme::highContrastTheme() {
    Theme theme = darkTheme();
    theme.highContrast = true;
    theme.ground = theme.raised = theme.sunken = rgb(0x000000);
    theme.text = theme.quietText = theme.line = rgb(0xFFFFFF);
    theme.accent = rgb(0xFFFF00);
    theme.unknown = rgb(0xFFFFFF);
    theme.selection = rgb(0x3A3A00);
    return theme;
}

const Theme& Theme::current() {
    return g_theme;
}

QPalette Theme::palette() const {
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& colour) {
        palette.setColor(role, colour);
    };
    set(QPalette::Window, ground);
    set(QPalette::WindowText, text);
    set(QPalette::Base, raised);
    set(QPalette::AlternateBase, ground);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, quietText);
    set(QPalette::Button, raised);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, red);
    set(QPalette::Highlight, selection);
    set(QPalette::HighlightedText, text);
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::ToolTipBase, raised);
    set(QPalette::ToolTipText, text);
    // Fusion draws bevels with these; one quiet line is what we want of them.
    set(QPalette::Light, raised);
    set(QPalette::Midlight, line);
    set(QPalette::Mid, line);
    set(QPalette::Dark, line);
    set(QPalette::Shadow, line);
    const QColor disabled = highContrast ? quietText : mix(quietText, ground, 0.7);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

namespace {

// Fusion's icons and gaps have their size in pixels; ours grow with the text. And what confirms stands at the
// right end of every dialog, whatever the desktop says: half of ours are laid out by hand.
class ScaledStyle final : public QProxyStyle {
  public:
    ScaledStyle()
        : QProxyStyle(QStringLiteral("Fusion")) {}

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
        switch (metric) {
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_LineEditIconSize:
            return spacing(4);
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing:
            return spacing(2);
        case PM_LayoutLeftMargin:
        case PM_LayoutTopMargin:
        case PM_LayoutRightMargin:
        case PM_LayoutBottomMargin:
            return spacing(QProxyStyle::pixelMetric(metric, option, widget)) / 4;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }

    // Qt puts the words of a tool button 4 pixels from its icon, at every size. The style sheet's padding at
    // the right has the room that ours need beyond that.
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
        // Nor does a header's text leave its arrow free, once a style sheet has a say in it.
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
            element == CE_HeaderLabel && header != nullptr &&
            header->sortIndicator != QStyleOptionHeader::None && header->orientation == Qt::Horizontal) {
            QStyleOptionHeader part = *header;
            part.rect.adjust(0, 0, -(header->rect.height() / 2 + spacing(2)), 0);
            QProxyStyle::drawControl(element, &part, painter, widget);
            return;
        }
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (element != CE_ToolButtonLabel || button == nullptr ||
            button->toolButtonStyle != Qt::ToolButtonTextBesideIcon || button->icon.isNull() ||
            button->text.isEmpty() || button->direction == Qt::RightToLeft) {
            QProxyStyle::drawControl(element, option, painter, widget);
            return;
        }
        QStyleOptionToolButton part = *button;
        part.toolButtonStyle = Qt::ToolButtonIconOnly;
        part.rect.setWidth(button->iconSize.width() + 4);
        QProxyStyle::drawControl(element, &part, painter, widget);
        part.rect = button->rect.adjusted(part.rect.width() + spacing(3) / 4, 0, spacing(1), 0);
        painter->setFont(button->font);
        drawItemText(painter, part.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic,
                     button->palette, button->state.testFlag(State_Enabled), button->text,
                     QPalette::ButtonText);
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        return hint == SH_DialogButtonLayout ? static_cast<int>(QDialogButtonBox::GnomeLayout)
                                             : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

} // namespace

void applyTheme(QApplication& application, ThemeChoice choice, int scalePercent, bool compact) {
    const bool systemDark = desktopIsDark();
    switch (choice) {
    case ThemeChoice::System:
        g_theme = systemDark ? Theme::darkTheme() : Theme::light();
        break;
    case ThemeChoice::Light:
        g_theme = Theme::light();
        break;
    case ThemeChoice::Dark:
        g_theme = Theme::darkTheme();
        break;
    case ThemeChoice::HighContrast:
        g_theme = Theme::highContrastTheme();
        break;
    }
    const int scale = std::clamp(scalePercent, 100, 200);
    std::optional<Rescaling> rescaling;
    if (scale != g_scalePercent)
        rescaling.emplace(g_scalePercent, scale);
    g_scalePercent = scale;
    g_compact = compact;

    static bool styled = false;
    if (!styled) {
        styled = true;
        QApplication::setStyle(new ScaledStyle);
        application.installEventFilter(new HanFonts(&application));
    }
    if (rescaling)
        rescaling->apply();
    QApplication::setFont(interfaceFont(QLocale().name(), g_scalePercent));
    QApplication::setPalette(g_theme.palette());
    application.setStyleSheet(styleSheet(g_theme));
    if (rescaling)
        rescaling->layOutRows();
}

int scalePercent() {
    return g_scalePercent;
}

int spacing(int steps) {
    return steps * 4 * g_scalePercent / 100;
}

int rowHeight() {
    return (g_compact ? 24 : 28) * g_scalePercent / 100;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double channel) {
            return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace parallax::ui
