// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/evidence_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {

EvidenceCard::EvidenceCard(EvidenceText evidence, Heading heading, QWidget* parent)
    : QFrame(parent)
    , m_evidence(std::move(evidence))
    , m_texts(new QVBoxLayout)
    , m_words(new QLabel(this)) {
    setObjectName(QStringLiteral("evidence"));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_words->setTextFormat(Qt::RichText);
    m_words->setWordWrap(true);
    m_words->setAttribute(Qt::WA_TransparentForMouseEvents); // a click on the words is a click on the card
    m_texts->setSpacing(spacing(1));
    if (heading == Heading::Article) {
        m_heading = label({}, "quiet", this);
        m_heading->setWordWrap(true);
        m_heading->setTextFormat(Qt::PlainText);
        m_heading->setAttribute(Qt::WA_TransparentForMouseEvents);
        m_texts->addWidget(m_heading);
    }
    m_texts->addWidget(m_words);
    m_texts->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing(3), spacing(2), spacing(2), spacing(2));
    layout->setSpacing(spacing(2));
    layout->addLayout(m_texts, 1);
    if (!m_evidence.table.workspace.isEmpty()) {
        m_table = new QToolButton(this);
        m_table->setIcon(icon(QStringLiteral("table")));
        m_table->setAutoRaise(true);
        m_table->setFocusPolicy(Qt::TabFocus);
        connect(m_table, &QToolButton::clicked, this, [this] { Q_EMIT openPlace(m_evidence.table); });
        layout->addWidget(m_table, 0, Qt::AlignTop);
    }
    retranslate();
}

void EvidenceCard::setEditions(const std::vector<EvidenceText>& editions) {
    if (editions.empty() || m_also != nullptr)
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(1));
    m_also = label({}, "quiet", this);
    m_also->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->addWidget(m_also);
    for (const EvidenceText& one : editions) {
        auto* button = new QToolButton(this);
        button->setProperty("role", QByteArray("status"));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(one.sentence.toHtmlEscaped());
        connect(button, &QToolButton::clicked, this, [this, place = one.reader] { Q_EMIT openPlace(place); });
        row->addWidget(button);
        m_editions.append({button, one.language});
    }
    row->addStretch(1);
    m_texts->addLayout(row);
    retranslate();
}

QString EvidenceCard::html() const {
    const Theme& theme = Theme::current();
    const QString& text = m_evidence.sentence;
    const QString quote = text.mid(m_evidence.begin, m_evidence.end - m_evidence.begin);
    // The weight tells as much as the ground behind the words.
    const QString lit = QStringLiteral("<b style=\"background-color:%1\">%2</b>")
                            .arg(theme.selection.name(), quote.toHtmlEscaped());
    return QStringLiteral("<span style=\"font-family:%1\">").arg(cssFamiliesFor(m_evidence.language, text)) +
           withNarrowDots(text.left(m_evidence.begin).toHtmlEscaped()) + (quote.isEmpty() ? QString() : lit) +
           text.mid(m_evidence.end).toHtmlEscaped() + QStringLiteral("</span>");
}

void EvidenceCard::retranslate() {
    m_words->setText(html());
    QStringList where{m_evidence.articleTitle};
    for (const QString& part : {m_evidence.source, m_evidence.month})
        if (!part.isEmpty())
            where << part;
    if (m_heading != nullptr)
        setTextWithNarrowDots(*m_heading, where.join(QStringLiteral(" · ")));
    setAccessibleName(tr("Evidence: %1").arg(m_evidence.sentence));
    setAccessibleDescription(tr("Enter opens the article there"));
    setToolTip(tr("Read it in the article"));
    if (m_also != nullptr)
        m_also->setText(tr("Also in"));
    for (const auto& [button, language] : std::as_const(m_editions)) {
        button->setText(ownLanguageName(language));
        button->setAccessibleName(tr("Read it in %1").arg(languageName(language)));
    }
    if (m_table != nullptr) {
        m_table->setToolTip(tr("Open its table"));
        m_table->setAccessibleName(tr("Open its table"));
    }
}

void EvidenceCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        Q_EMIT openPlace(m_evidence.reader);
        return;
    }
    QFrame::keyPressEvent(event);
}

void EvidenceCard::mouseReleaseEvent(QMouseEvent* event) {
    QFrame::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT openPlace(m_evidence.reader);
}

void EvidenceCard::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, hasFocus() && theme.highContrast ? 2 : 1));
    painter.setBrush(underMouse() ? theme.sunken : theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

void EvidenceCard::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    // Tab may lead below the lower edge of the pane.
    for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above))
            area->ensureWidgetVisible(this);
    update();
}

void EvidenceCard::focusOutEvent(QFocusEvent* event) {
    QFrame::focusOutEvent(event);
    update();
}

void EvidenceCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

} // namespace parallax::ui
