// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bar above the article.
#include "ui/reader/reader.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include "ui/common/actions.h"
#include "ui/common/fitting_bar.h"
#include "ui/common/icons.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {

void Reader::buildBar() {
    m_bar->setProperty("role", QStringLiteral("bar"));
    auto* layout = new QHBoxLayout(m_bar);
    layout->setContentsMargins(spacing(3), spacing(1), spacing(2), spacing(1));
    layout->setSpacing(spacing(1));
    m_modes = new QButtonGroup(this);
    QList<QToolButton*> modes;
    const char* const icons[] = {"original", "translation", "interleave", "columns"};
    for (int i = 0; i < 4; ++i) {
        auto* button = new QToolButton(m_bar);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setIcon(icon(QLatin1String(icons[i])));
        m_modes->addButton(button, i);
        layout->addWidget(button);
        modes.append(button);
    }
    m_fitting = new FittingBar(m_bar, layout);
    m_fitting->addChoices(modes);
    connect(m_modes, &QButtonGroup::idClicked, this,
            [this](int id) { setMode(static_cast<ReadingMode>(id)); });
    layout->addStretch(1);

    m_options = new QToolButton(m_bar);
    m_options->setIcon(icon(QStringLiteral("text_larger")));
    m_options->setPopupMode(QToolButton::InstantPopup);
    m_options->setMenu(new QMenu(m_options));
    connect(m_options->menu(), &QMenu::aboutToShow, this, [this] {
        QMenu* menu = m_options->menu();
        menu->clear();
        for (const char* id : {"reader.larger", "reader.smaller", "reader.resetSize"})
            if (QAction* action = m_context.actions.find(QLatin1String(id)))
                menu->addAction(action);
        menu->addSeparator();
        const auto choice = [&](const QString& text, bool checked, auto chosen) {
            QAction* action = menu->addAction(text);
            action->setCheckable(true);
            action->setChecked(checked);
            connect(action, &QAction::triggered, this, chosen);
        };
        Settings& settings = m_context.settings;
        const std::pair<QString, int> heights[] = {{tr("Lines close together"), 145},
                                                   {tr("Lines at normal distance"), 160},
                                                   {tr("Lines far apart"), 180}};
        for (const auto& [text, percent] : heights)
            choice(text, settings.lineHeightPercent() == percent,
                   [&settings, percent = percent] { settings.setLineHeightPercent(percent); });
        menu->addSeparator();
        const std::pair<QString, int> measures[] = {
            {tr("Narrow column"), 56}, {tr("Normal column"), 66}, {tr("Wide column"), 84}};
        for (const auto& [text, characters] : measures)
            choice(text, settings.articleMeasure() == characters,
                   [&settings, characters = characters] { settings.setArticleMeasure(characters); });
        menu->addSeparator();
        choice(tr("Space between Chinese and Latin"), m_spaced, [this](bool on) {
            m_spaced = on;
            rebuild(m_view->anchor());
        });
        choice(tr("Full-width punctuation in Chinese"), m_fullWidth, [this](bool on) {
            m_fullWidth = on;
            rebuild(m_view->anchor());
        });
    });
    layout->addWidget(m_options);
    m_fitting->addVerb(m_options);
    m_fitting->arrange();
}

void Reader::addActions(const QList<QAction*>& actions) {
    auto* layout = static_cast<QHBoxLayout*>(m_bar->layout());
    for (QAction* action : actions) {
        if (action == nullptr)
            continue;
        auto* button = new IconButton(action, m_bar);
        layout->addWidget(button);
        m_fitting->addVerb(button);
    }
    m_fitting->arrange();
}

void Reader::retranslate() {
    const QString names[] = {tr("Original"), tr("Translation"), tr("Interleaved"), tr("Side by side")};
    const QString tips[] = {tr("As it was written (1)"), tr("In the reading language (2)"),
                            tr("Each paragraph with its translation beneath (3)"),
                            tr("Original and translation in two columns (4)")};
    for (int i = 0; i < 4; ++i) {
        m_modes->button(i)->setText(names[i]);
        m_modes->button(i)->setToolTip(tips[i]);
        m_modes->button(i)->setAccessibleName(names[i]);
    }
    m_options->setToolTip(tr("How the text looks"));
    m_options->setAccessibleName(tr("How the text looks"));
    m_view->setAccessibleName(tr("Article"));
}

} // namespace parallax::ui
