// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/common/actions.h"
#include "ui/common/icons.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"

namespace parallax::ui {

TopBar::TopBar(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_field(new QPushButton(this)) {
    setProperty("role", QStringLiteral("bar"));
    setObjectName(QStringLiteral("topBar"));
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setProperty("role", QStringLiteral("field"));
    m_field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_keys = label({}, "quiet", m_field);
    m_keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* inside = new QHBoxLayout(m_field);
    inside->setContentsMargins(spacing(2), 0, spacing(2), 0);
    inside->addStretch();
    inside->addWidget(m_keys);
    connect(m_field, &QPushButton::clicked, this, &TopBar::paletteWanted);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(2), spacing(1), spacing(2), spacing(1));
    row->setSpacing(spacing(1));
    row->addWidget(new IconButton(context.actions.find(QStringLiteral("general.back")), this));
    row->addWidget(new IconButton(context.actions.find(QStringLiteral("general.forward")), this));
    row->addSpacing(spacing(2));
    row->addWidget(m_field, 1);
    row->addSpacing(spacing(2));

    const auto languageButton = [this, row](const char* actionId) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(m_context.actions.find(QLatin1String(actionId)));
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setProperty("role", QStringLiteral("segment"));
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return button;
    };
    m_english = languageButton("general.read.en");
    m_traditional = languageButton("general.read.hant");
    m_simplified = languageButton("general.read.hans");
    row->addSpacing(spacing(2));
    row->addWidget(new IconButton(context.actions.find(QStringLiteral("general.theme")), this));
    row->addWidget(new IconButton(context.actions.find(QStringLiteral("general.settings")), this));

    connect(&context.settings, &Settings::readingLanguageChanged, this, &TopBar::showReadingLanguage);
    showReadingLanguage();
    retranslate();
}

void TopBar::showReadingLanguage() {
    const data::Language language = m_context.settings.readingLanguage();
    m_english->defaultAction()->setChecked(language == data::Language::English);
    m_traditional->defaultAction()->setChecked(language == data::Language::TraditionalChinese);
    m_simplified->defaultAction()->setChecked(language == data::Language::SimplifiedChinese);
}

void TopBar::retranslate() {
    m_field->setText(tr("Search articles, run a command"));
    m_field->setIcon(icon(QStringLiteral("search")));
    m_field->setIconSize({spacing(4), spacing(4)});
    const QAction* palette = m_context.actions.find(QStringLiteral("general.palette"));
    m_field->setToolTip(palette->toolTip());
    m_keys->setText(palette->shortcut().toString(QKeySequence::NativeText));
    // The names of languages on the buttons are each in its own, whatever the interface speaks.
    const auto name = [](QToolButton* button, const QString& shown) {
        button->setAccessibleName(button->defaultAction()->text());
        button->defaultAction()->setIconText(shown); // the button's own text would last until the next change
    };
    name(m_english, QStringLiteral("EN"));
    name(m_traditional, QStringLiteral("繁"));
    name(m_simplified, QStringLiteral("简"));
}

void TopBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace parallax::ui
