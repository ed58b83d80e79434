// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The claim that is being tested: from its article to the strip above the run.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "ui/common/claim_sentences.h"
#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/latency/claim_chooser.h"
#include "ui/latency/claim_strip.h"
#include "ui/latency/latency_workspace.h"
#include "ui/latency/run_builder.h"

namespace parallax::ui {

void LatencyWorkspace::openClaim(qint64 article, const QString& claim) {
    m_claimPlace = {{QStringLiteral("article"), article}, {QStringLiteral("claim"), claim}};
    const int asked = ++m_claimAsked;
    // Reads an article and the attempts of many runs: not on the thread that lists wait for.
    auto found = std::make_shared<std::optional<JudgedClaim>>();
    context().tasks.start(
        {},
        [found, article, id = toStdString(claim), path = context().library.path()](const std::stop_token&,
                                                                                   const ProgressCallback&) {
            data::Library library(path, data::Library::Mode::ReadOnly);
            for (JudgedClaim& judged : claimsOfArticle(library, article))
                if (judged.claim.id == id)
                    *found = std::move(judged);
        },
        this,
        [this, found, asked] {
            if (asked != m_claimAsked)
                return;
            if (!*found) { // the article has changed since
                m_claimPlace = {};
                context().issues.add(
                    {Severity::Note, tr("This claim is no longer in its article."), {}, {}, {}});
            }
            m_claim->setClaim(std::move(*found));
            showClaim();
        });
}

// The preset follows the claim, and goes back to what it was once the claim is put away.
void LatencyWorkspace::showClaim() {
    const JudgedClaim* claim = m_claim->claim() ? &*m_claim->claim() : nullptr;
    m_builder->setClaim(claim);
    RunWishes wishes = m_builder->wishes();
    if (claim && wishes.preset != RunPreset::Claim) {
        m_wishesBefore = std::exchange(wishes, RunWishes::of(RunPreset::Claim));
        m_builder->setWishes(wishes);
    } else if (!claim && wishes.preset == RunPreset::Claim) {
        m_builder->setWishes(m_wishesBefore);
    }
    showState();
}

void LatencyWorkspace::chooseClaim() {
    auto* chooser = new ClaimChooser(context(), this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &ClaimChooser::chosen, this, [this](qint64 article, const QString& claim) {
        openClaim(article, claim);
        Q_EMIT placeChanged(place());
    });
    connect(chooser, &QDialog::rejected, this, [this] {
        if (m_claimPlace.isEmpty() && m_builder->wishes().preset == RunPreset::Claim)
            m_builder->setWishes(m_wishesBefore); // nothing was chosen
        showRun();
    });
    chooser->open();
}

void LatencyWorkspace::runClaim() {
    if (!m_claim->claim() || m_session->isActive())
        return;
    startPlan(m_claim->claim()->plan.json, claimText(m_claim->claim()->claim));
}

void LatencyWorkspace::openClaimSource() {
    if (!m_claim->claim())
        return;
    const data::ClaimEvidence& evidence = m_claim->claim()->claim.evidence;
    QJsonObject detail{{QStringLiteral("article"), qint64{evidence.article}},
                       {QStringLiteral("quote"), fromUtf8(evidence.quote)}};
    if (evidence.block >= 0)
        detail[QLatin1String("block")] = evidence.block;
    Q_EMIT openPlace({QStringLiteral("library"), detail});
}

void LatencyWorkspace::closeClaim() {
    m_claimPlace = {};
    ++m_claimAsked;
    showClaim();
    Q_EMIT placeChanged(place());
}

} // namespace parallax::ui
