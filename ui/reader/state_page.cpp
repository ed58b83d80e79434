// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/state_page.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/common/theme.h"

namespace parallax::ui {

StatePage::StatePage(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_button(new QPushButton(this)) {
    m_sentence->setProperty("role", QStringLiteral("title"));
    m_detail->setProperty("role", QStringLiteral("quiet"));
    for (QLabel* label : {m_sentence, m_detail}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter);
        label->setTextFormat(Qt::PlainText);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(6), spacing(6), spacing(6), spacing(6));
    layout->setSpacing(spacing(3));
    layout->addStretch(2);
    layout->addWidget(m_sentence);
    layout->addWidget(m_detail);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_pressed)
            m_pressed();
    });
}

void StatePage::showMessage(const QString& sentence, const QString& detail, const QString& button,
                            std::function<void()> pressed) {
    m_busy = false;
    m_pressed = std::move(pressed);
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_button->setText(button);
    m_sentence->setVisible(true);
    m_detail->setVisible(!detail.isEmpty());
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(sentence);
    update();
}

void StatePage::showBusy() {
    m_busy = true;
    m_sentence->hide();
    m_detail->hide();
    m_button->hide();
    setAccessibleName(tr("Loading"));
    update();
}

void StatePage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::current();
    painter.fillRect(rect(), theme.raised);
    if (!m_busy)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.sunken);
    const int column = std::min(width() - spacing(12), spacing(150));
    const int left = (width() - column) / 2;
    int top = spacing(12);
    const auto bar = [&](double share, int height) {
        painter.drawRoundedRect(QRectF(left, top, column * share, height), 4, 4);
        top += height + spacing(3);
    };
    bar(0.8, spacing(7));
    bar(0.45, spacing(3));
    top += spacing(4);
    for (const double share : {1.0, 0.97, 1.0, 0.93, 0.6})
        bar(share, spacing(4));
    top += spacing(4);
    for (const double share : {0.98, 1.0, 0.95, 0.7})
        bar(share, spacing(4));
}

} // namespace parallax::ui
