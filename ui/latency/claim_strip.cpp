// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/claim_strip.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <utility>

#include "ui/common/claim_sentences.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {

ClaimStrip::ClaimStrip(QWidget* parent)
    : QFrame(parent)
    , m_text(label({}, "plain", this))
    , m_verdict(label({}, "quiet", this))
    , m_run(new QPushButton(this))
    , m_source(new QPushButton(this))
    , m_close(new QPushButton(this)) {
    setProperty("role", QStringLiteral("bar"));
    setObjectName(QStringLiteral("claimStrip"));
    m_text->setObjectName(QStringLiteral("claimText"));
    m_verdict->setObjectName(QStringLiteral("claimVerdict"));
    m_run->setObjectName(QStringLiteral("claimRun"));
    m_close->setObjectName(QStringLiteral("claimClose"));
    for (QLabel* text : {m_text, m_verdict}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_source->setFlat(true);
    m_close->setFlat(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(spacing(1));
    words->addWidget(m_text);
    words->addWidget(m_verdict);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing(4), spacing(2), spacing(4), spacing(2));
    row->setSpacing(spacing(2));
    row->addLayout(words, 1);
    row->addWidget(m_run);
    row->addWidget(m_source);
    row->addWidget(m_close);
    connect(m_run, &QPushButton::clicked, this, &ClaimStrip::runWanted);
    connect(m_source, &QPushButton::clicked, this, &ClaimStrip::sourceWanted);
    connect(m_close, &QPushButton::clicked, this, [this] {
        setClaim(std::nullopt);
        Q_EMIT closed();
    });
    retranslate();
}

void ClaimStrip::setClaim(std::optional<JudgedClaim> claim) {
    m_claim = std::move(claim);
    retranslate();
}

void ClaimStrip::setRunning(bool running) {
    if (std::exchange(m_running, running) != running)
        retranslate();
}

void ClaimStrip::retranslate() {
    setVisible(m_claim.has_value());
    m_source->setText(tr("In the article"));
    m_close->setText(tr("Close"));
    m_run->setText(tr("Run it"));
    if (!m_claim)
        return;
    m_text->setText(tr("Claim: %1").arg(claimText(m_claim->claim)));
    m_text->setToolTip(fromUtf8(m_claim->claim.words).toHtmlEscaped());
    QStringList lines{judgementText(m_claim->claim, m_claim->judgement)};
    for (const QString& more : {missingText(m_claim->judgement), planText(m_claim->plan)})
        if (!more.isEmpty())
            lines << more;
    m_verdict->setText(lines.join(QLatin1Char('\n')));
    m_run->setVisible(!m_claim->plan.json.empty());
    m_run->setEnabled(!m_running && m_claim->plan.toFill.empty());
    m_run->setToolTip(m_claim->plan.toFill.empty() ? QString()
                                                   : tr("Add an endpoint for what is claimed first."));
}

void ClaimStrip::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
