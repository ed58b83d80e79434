// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/empty_page.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <utility>

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
    m_skeleton = false;
    m_iconName = iconName;
    m_icon->setVisible(!iconName.isEmpty());
    m_title->setText(title);
    m_title->show();
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    showIcon();
    balance();
    update();
}

// As narrow as each text may be without another line: else one word stands alone in the last.
void EmptyPage::balance() {
    // About 66 characters: a line that the eye finds its way back from.
    const int most = std::min(spacing(120), std::max(spacing(30), width() - spacing(12)));
    for (QLabel* one : {m_title, m_text, m_more}) {
        const int height = one->heightForWidth(most);
        int tooNarrow = most / 2;
        int enough = most;
        while (enough - tooNarrow > 1) {
            const int middle = (enough + tooNarrow) / 2;
            (one->heightForWidth(middle) > height ? tooNarrow : enough) = middle;
        }
        one->setMaximumWidth(enough);
    }
}

void EmptyPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    balance();
}

void EmptyPage::showMessage(const QString& sentence, const QString& detail, const QString& button,
                            std::function<void()> pressed) {
    setContent({}, sentence, {}, detail);
    setAccessibleDescription(detail);
    m_pressed = std::move(pressed);
    if (m_help == nullptr && !button.isEmpty())
        m_help = addButton([this] {
            if (m_pressed)
                m_pressed();
        });
    if (m_help != nullptr) {
        m_help->setText(button);
        m_help->setVisible(!button.isEmpty());
    }
}

void EmptyPage::showSkeleton() {
    showMessage(tr("Loading"));
    m_title->hide();
    m_skeleton = true;
    update();
}

void EmptyPage::paintEvent(QPaintEvent*) {
    if (!m_skeleton)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().sunken);
    const int column = std::min(width() - spacing(12), spacing(150));
    const int left = (width() - column) / 2;
    int top = spacing(12);
    const auto bar = [&](double share, int height) {
        painter.drawRoundedRect(QRectF(left, top, column * share, height), 4, 4);
        top += height + spacing(3);
    };
    bar(0.8, spacing(7)); // a title, its byline, two paragraphs
    bar(0.45, spacing(3));
    top += spacing(4);
    for (const double share : {1.0, 0.97, 1.0, 0.93, 0.6})
        bar(share, spacing(4));
    top += spacing(4);
    for (const double share : {0.98, 1.0, 0.95, 0.7})
        bar(share, spacing(4));
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
    if (m_iconName.isEmpty())
        return;
    const int size = spacing(10);
    m_icon->setPixmap(icon(m_iconName).pixmap(QSize(size, size), devicePixelRatioF(), QIcon::Disabled));
}

void EmptyPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showIcon();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        balance();
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
