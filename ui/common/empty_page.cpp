// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/empty_page.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {

EmptyPage::EmptyPage(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(label({}, "title", this))
    , m_text(label({}, "plain", this))
    , m_more(label({}, "quiet", this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QHBoxLayout) {
    for (QLabel* one : {m_title, m_text, m_more}) {
        one->setWordWrap(true);
        one->setTextFormat(Qt::PlainText);
        one->setAlignment(Qt::AlignHCenter);
        one->setMaximumWidth(
            spacing(120)); // about 66 characters: a line that the eye finds its way back from
    }
    m_icon->setAlignment(Qt::AlignHCenter);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(spacing(60));
    m_progress->hide();
    m_buttons->setSpacing(spacing(2));

    auto* column = new QVBoxLayout;
    column->setSpacing(spacing(2));
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addSpacing(spacing(1));
    for (QLabel* one : {m_title, m_text, m_more}) {
        auto* row = new QHBoxLayout; // centred, and as wide as it may be
        row->addStretch(1);
        row->addWidget(one, 100);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addSpacing(spacing(2));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addLayout(m_buttons);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(3);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing(6), spacing(6), spacing(6), spacing(6));
    layout->addLayout(column);
}

void EmptyPage::setContent(const QString& iconName, const QString& title, const QString& text,
                           const QString& more) {
    m_iconName = iconName;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    showIcon();
}

QPushButton* EmptyPage::addButton(std::function<void()> pressed) {
    auto* made = new QPushButton(this);
    connect(made, &QPushButton::clicked, this, std::move(pressed));
    m_buttons->addWidget(made);
    return made;
}

void EmptyPage::setBusy(bool busy) {
    m_progress->setVisible(busy);
}

void EmptyPage::showIcon() {
    const int size = spacing(10);
    m_icon->setPixmap(icon(m_iconName).pixmap(QSize(size, size), devicePixelRatioF(), QIcon::Disabled));
}

void EmptyPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showIcon();
}

EmptyWorkspace::EmptyWorkspace(Context& given, QWidget* parent)
    : Workspace(given, parent)
    , m_page(new EmptyPage(this))
    , m_button(m_page->addButton([this] { Q_EMIT openPlace(m_target); })) {
    m_button->setObjectName(QStringLiteral("helpfulButton"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);
}

void EmptyWorkspace::changeEvent(QEvent* event) {
    Workspace::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
