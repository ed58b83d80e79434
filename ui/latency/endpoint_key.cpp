// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The key of the endpoint that the dialog names: into the system's keychain, or out of it.
#include <QLabel>
#include <QLineEdit>

#include <memory>
#include <utility>

#include "ui/common/format.h"
#include "ui/common/run_services.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/latency/endpoint_dialog.h"
#include "ui/latency/key_field.h"

namespace parallax::ui {

bool EndpointDialog::wasKept() const {
    return m_given && data::keyIsInKeychain(*m_given);
}

bool EndpointDialog::sameTarget(const data::Endpoint& endpoint) const {
    return m_given && keyTargetOf(*m_given) == keyTargetOf(endpoint);
}

EndpointDialog::KeyStep EndpointDialog::keyStep(const data::Endpoint& endpoint) const {
    const RunServices& services = runServices();
    if (!services.keepKey || !services.forgetKey || !services.renameKey)
        return KeyStep::None;
    if (takesKey() && !m_key->typed().empty())
        return KeyStep::Keep;
    if (m_withoutKeychain || !wasKept())
        return KeyStep::None;
    if (m_key->removalWanted() || !sameTarget(endpoint) || !takesKey())
        return KeyStep::Forget;
    return m_given->name != endpoint.name ? KeyStep::Rename : KeyStep::None;
}

void EndpointDialog::accept() {
    if (m_keyTask != 0)
        return;
    data::Endpoint now = endpoint();
    const KeyStep step = keyStep(now);
    if (step != KeyStep::None)
        return askKeychain(step, std::move(now));
    if (wasKept() && sameTarget(now) && !m_withoutKeychain)
        now.options[data::keyPlaceOption] = data::keyPlaceKeychain;
    m_agreed = std::move(now);
    m_key->clear();
    QDialog::accept();
}

// Whoever leaves while a key is on its way would not know whether it was kept. It takes 5 s at the most.
void EndpointDialog::reject() {
    if (m_keyTask == 0)
        QDialog::reject();
}

void EndpointDialog::askKeychain(KeyStep step, data::Endpoint endpoint) {
    struct Answer {
        data::Endpoint endpoint;
        bool good = false;
    };
    auto answer = std::make_shared<Answer>();
    answer->endpoint = std::move(endpoint);
    const auto work = [answer, step, typed = m_key->typed(), given = m_given,
                       same = sameTarget(answer->endpoint),
                       services = runServices()](const std::stop_token&, const ProgressCallback&) {
        data::Endpoint& now = answer->endpoint;
        std::optional<data::Endpoint> old = given && data::keyIsInKeychain(*given) ? given : std::nullopt;
        switch (step) {
        case KeyStep::Keep:
            answer->good = services.keepKey(now, typed);
            if (answer->good && old && (!same || old->name != now.name))
                services.forgetKey(*old); // of the name or address that it had before
            break;
        case KeyStep::Forget:
            answer->good = old && services.forgetKey(*old);
            break;
        case KeyStep::Rename:
            answer->good = old && services.renameKey(*old, now);
            break;
        case KeyStep::None:
            break;
        }
    };
    m_problem->hide();
    m_result->setText(tr("Asking the system's keychain…"));
    m_fields->setEnabled(false);
    m_keyTask = m_context.tasks.start(
        [name = m_name->text().trimmed()] { return tr("The key of %1").arg(name); }, work, this,
        [this, answer, step] { keychainAnswered(step, answer->good, answer->endpoint); },
        [this, answer, step](const Error&) { keychainAnswered(step, false, answer->endpoint); });
    check();
}

void EndpointDialog::keychainAnswered(KeyStep step, bool good, const data::Endpoint& endpoint) {
    m_keyTask = 0;
    m_fields->setEnabled(true);
    m_result->clear();
    m_key->clear(); // it is where it belongs, or nowhere
    if (good) {
        m_agreed = endpoint;
        QDialog::accept();
        return;
    }
    m_withoutKeychain = true;
    check();
    const QString accept = m_given ? tr("Change") : tr("Add");
    QString words;
    if (step == KeyStep::Keep)
        words =
            tr("There is no keychain here, or it did not answer within 5 s: the key was not kept anywhere. "
               "%1 “%2” goes on without one.")
                .arg(variableHint(), accept);
    else if (step == KeyStep::Forget)
        words = tr("The keychain did not answer within 5 s: the key may still be in it. “%1” goes on all the "
                   "same.")
                    .arg(accept);
    else
        words = tr("The keychain did not answer within 5 s: the key stays under the old name. “%1” goes on "
                   "without it.")
                    .arg(accept);
    m_problem->setText(words);
    m_problem->show();
    fit();
    if (step == KeyStep::Keep)
        m_keyVariable->setFocus();
}

QString EndpointDialog::variableHint() const {
    return variable().isEmpty()
               ? tr("An environment variable named here does instead; it has to be set before Parallax "
                    "starts.")
               : tr("The environment variable %1 does instead; it has to be set before Parallax starts.")
                     .arg(variable());
}

QString EndpointDialog::keyNote() const {
    if (!runServices().keepKey)
        return tr("The environment variable that holds the key. No key is ever written down.");
    if (m_key->removalWanted())
        return tr("The key is taken out of the system's keychain.");
    if (wasKept() && m_key->typed().empty())
        return sameTarget(endpoint())
                   ? tr("The key is in the system's keychain, for this address alone.")
                   : tr("The key was kept for another address and is taken out of the keychain. Type one for "
                        "this address.");
    return tr("The key is kept in the system's keychain (Secret Service or KWallet), for this address alone, "
              "and "
              "never in the library, a log or an export. %1")
        .arg(variableHint());
}

} // namespace parallax::ui
