// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/facts_view.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>

#include <cstddef>
#include <utility>

#include "ui/common/chart_style.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {

FactsView::FactsView(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    setObjectName(QStringLiteral("runEndpoints"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing(2));
    m_grid->setVerticalSpacing(spacing(3));
    m_grid->setColumnStretch(2, 1);
}

void FactsView::setFacts(std::vector<EndpointFacts> facts) {
    if (facts == m_facts)
        return;
    m_facts = std::move(facts);
    while (m_rows.size() < m_facts.size()) {
        const auto at = static_cast<int>(m_rows.size());
        const Row row{new QLabel(this), new ElidedLabel(this), label({}, "quiet", this)};
        row.name->setMaximumWidth(spacing(60));
        row.text->setTextFormat(Qt::PlainText); // a model's name is somebody else's words
        row.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row.text->setWordWrap(true);
        m_grid->addWidget(row.sign, at, 0, Qt::AlignTop);
        m_grid->addWidget(row.name, at, 1, Qt::AlignTop);
        m_grid->addWidget(row.text, at, 2, Qt::AlignTop);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool shown = i < m_facts.size();
        for (QWidget* part : {static_cast<QWidget*>(m_rows[i].sign), static_cast<QWidget*>(m_rows[i].name),
                              static_cast<QWidget*>(m_rows[i].text)})
            part->setVisible(shown);
        if (shown)
            fill(m_rows[i], m_facts[i]);
    }
}

void FactsView::fill(const Row& row, const EndpointFacts& facts) {
    const int size = spacing(2);
    QPixmap colour(QSize(size, fontMetrics().height()) * devicePixelRatioF());
    colour.setDevicePixelRatio(devicePixelRatioF());
    colour.fill(Qt::transparent);
    QPainter painter(&colour);
    painter.fillRect(0, (fontMetrics().height() - size) / 2, size, size,
                     seriesLook(Theme::current(), facts.series).colour);
    painter.end();
    row.sign->setPixmap(colour);
    row.name->setText(facts.endpoint);
    row.text->setAccessibleDescription(facts.endpoint);
    row.text->setText((facts.lines + facts.prices).join(QLatin1Char('\n')));
}

void FactsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::FontChange)
        for (std::size_t i = 0; i < m_facts.size(); ++i)
            fill(m_rows[i], m_facts[i]);
}

} // namespace parallax::ui
