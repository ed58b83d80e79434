// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/endpoint_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>

#include <memory>
#include <utility>

#include "data/store/clock.h"
#include "engine/latency/endpoint_rules.h"
#include "engine/latency/local_engine.h"
#include "engine/latency/metrics.h"
#include "engine/latency/provider.h"
#include "engine/latency/run.h"
#include "engine/latency/simulator_profiles.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/run_services.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/latency/key_field.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {

EndpointDialog::EndpointDialog(Context& context, const std::optional<data::Endpoint>& given,
                               QStringList taken, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_given(given)
    , m_taken(std::move(taken))
    , m_fields(new QWidget(this))
    , m_form(new QFormLayout(m_fields))
    , m_name(new QLineEdit(m_fields))
    , m_provider(new QComboBox(m_fields))
    , m_model(new QLineEdit(m_fields))
    , m_file(new QPushButton(m_fields))
    , m_profile(new QComboBox(m_fields))
    , m_address(new QLineEdit(m_fields))
    , m_region(new QLineEdit(m_fields))
    , m_key(new KeyField(m_fields))
    , m_keyVariable(new QLineEdit(m_fields))
    , m_options(new QPlainTextEdit(m_fields))
    , m_keyNote(label({}, "quiet", m_fields))
    , m_problem(label({}, "error", this))
    , m_result(label({}, "quiet", this)) {
    setObjectName(QStringLiteral("endpointDialog"));
    setWindowTitle(given ? tr("Change endpoint") : tr("Add endpoint"));
    for (const latency::Provider* provider : latency::providers())
        m_provider->addItem(fromUtf8(provider->title), fromUtf8(provider->id));
    for (const latency::SimulatorProfile& profile : latency::simulatorProfiles())
        m_profile->addItem(fromUtf8(profile.title), fromUtf8(profile.id));
    m_name->setObjectName(QStringLiteral("endpointName"));
    m_provider->setObjectName(QStringLiteral("endpointProvider"));
    m_model->setObjectName(QStringLiteral("endpointModel"));
    m_profile->setObjectName(QStringLiteral("endpointProfile"));
    m_address->setObjectName(QStringLiteral("endpointAddress"));
    m_keyVariable->setObjectName(QStringLiteral("endpointKeyVariable"));
    m_keyNote->setObjectName(QStringLiteral("endpointKeyNote"));
    m_options->setObjectName(QStringLiteral("endpointOptions"));
    m_problem->setObjectName(QStringLiteral("endpointProblem"));
    m_result->setObjectName(QStringLiteral("endpointResult"));
    for (QLineEdit* field : {m_name, m_model, m_address, m_region})
        field->setMaxLength(500);
    m_name->setMinimumWidth(spacing(95));
    // A name and nothing else: a key that is pasted here does not fit.
    m_keyVariable->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[A-Za-z_][A-Za-z0-9_]{0,63}")), m_keyVariable));
    m_options->setTabChangesFocus(true);
    m_options->setFixedHeight(spacing(16));
    m_options->setPlaceholderText(QStringLiteral("resource=my-resource\nprice-input=2.50"));
    m_options->setToolTip(tr("One a line: resource, api-version, project, auth, reasoning-effort, "
                             "price-input and price-output in dollars a million tokens"));
    for (QLabel* text : {m_keyNote, m_problem, m_result}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
    }
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setSpacing(spacing(2));
    m_form->addRow(tr("Name"), m_name);
    m_form->addRow(tr("Provider"), m_provider);
    m_file->setObjectName(QStringLiteral("endpointFile"));
    m_file->setText(tr("Choose a model file…"));
    m_file->setAutoDefault(false);
    connect(m_file, &QPushButton::clicked, this, [this] {
        const QStringList paths =
            dialogs::openFiles(this, tr("Choose a model file"), tr("Models (*.gguf);;All files (*)"));
        if (!paths.isEmpty())
            m_model->setText(paths.constFirst());
    });
    m_form->addRow(tr("Model or deployment"), m_model);
    m_form->addRow(QString(), m_file);
    m_form->addRow(tr("Plays"), m_profile);
    m_form->addRow(tr("Address"), m_address);
    m_form->addRow(tr("Region"), m_region);
    m_form->addRow(tr("Key"), m_key);
    m_form->addRow(tr("Key variable"), m_keyVariable);
    m_form->addRow(QString(), m_keyNote);
    m_form->addRow(tr("Options"), m_options);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_test = buttons->addButton(tr("Test"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(QStringLiteral("endpointTest"));
    m_accept = buttons->addButton(given ? tr("Change") : tr("Add"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("endpointAccept"));
    m_accept->setDefault(true);
    m_test->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &EndpointDialog::test);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    layout->setSpacing(spacing(3));
    layout->addWidget(m_fields);
    layout->addWidget(m_problem);
    layout->addWidget(m_result);
    layout->addWidget(buttons);

    if (given) {
        m_name->setText(fromUtf8(given->name));
        m_provider->setCurrentIndex(m_provider->findData(fromUtf8(given->provider)));
        m_model->setText(fromUtf8(given->model));
        m_profile->setCurrentIndex(std::max(0, m_profile->findData(fromUtf8(given->model))));
        m_address->setText(fromUtf8(given->baseUrl));
        m_region->setText(fromUtf8(given->region));
        m_keyVariable->setText(fromUtf8(given->keyVariable));
        QStringList lines;
        for (const auto& [name, value] : given->options)
            if (name != data::keyPlaceOption)
                lines << QStringLiteral("%1=%2").arg(fromUtf8(name), fromUtf8(value));
        m_options->setPlainText(lines.join(QLatin1Char('\n')));
    }
    connect(m_provider, &QComboBox::currentIndexChanged, this, &EndpointDialog::showFields);
    for (QLineEdit* field : {m_name, m_model, m_address, m_region, m_keyVariable})
        connect(field, &QLineEdit::textChanged, this, &EndpointDialog::check);
    connect(m_options, &QPlainTextEdit::textChanged, this, &EndpointDialog::check);
    connect(m_key, &KeyField::changed, this, &EndpointDialog::check);
    m_key->setKept(wasKept());
    showFields();
}

EndpointDialog::~EndpointDialog() {
    if (m_testTask != 0)
        m_context.tasks.cancel(m_testTask);
    m_key->clear();
}

bool EndpointDialog::isSimulation() const {
    return m_provider->currentData().toString() == QLatin1String("simulation");
}

bool EndpointDialog::takesKey() const {
    const latency::Provider& provider =
        latency::providerById(toStdString(m_provider->currentData().toString()));
    return !provider.keyVariable.empty() && !provider.unpaid;
}

QString EndpointDialog::variable() const {
    if (!m_keyVariable->text().isEmpty())
        return m_keyVariable->text();
    const latency::Provider& provider =
        latency::providerById(toStdString(m_provider->currentData().toString()));
    // The provider's usual one is for the provider's own address.
    return m_address->text().trimmed().isEmpty() || provider.selfHosted ? fromUtf8(provider.keyVariable)
                                                                        : QString();
}

data::Endpoint EndpointDialog::endpoint() const {
    if (m_agreed)
        return *m_agreed;
    data::Endpoint endpoint;
    endpoint.name = toStdString(m_name->text().trimmed());
    endpoint.provider = toStdString(m_provider->currentData().toString());
    if (isSimulation()) {
        endpoint.model = toStdString(m_profile->currentData().toString());
        return endpoint;
    }
    endpoint.model = toStdString(m_model->text().trimmed());
    endpoint.baseUrl = toStdString(m_address->text().trimmed());
    endpoint.region = toStdString(m_region->text().trimmed());
    endpoint.keyVariable = toStdString(m_keyVariable->text());
    for (const QString& line : m_options->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        if (equals > 0)
            endpoint.options[toStdString(line.left(equals).trimmed())] =
                toStdString(line.mid(equals + 1).trimmed());
    }
    endpoint.options.erase(data::keyPlaceOption); // the keychain's answer says it, not a person
    return endpoint;
}

void EndpointDialog::showFields() {
    const bool real = !isSimulation();
    m_form->setRowVisible(m_profile, !real);
    const QString id = m_provider->currentData().toString();
    const bool local = id == QLatin1String("local"), served = id == QLatin1String("parallax");
    m_form->setRowVisible(m_file, local || served);
    for (QWidget* field : {static_cast<QWidget*>(m_model), static_cast<QWidget*>(m_options)})
        m_form->setRowVisible(field, real);
    m_form->setRowVisible(m_address, real && !local);
    m_form->setRowVisible(m_region, real && !local && !served);
    for (QWidget* field : {static_cast<QWidget*>(m_keyVariable), static_cast<QWidget*>(m_keyNote)})
        m_form->setRowVisible(field, real && takesKey());
    m_address->setPlaceholderText(served ? tr("A server that runs already; without one, a run starts its own")
                                         : tr("The provider's own"));
    const latency::Provider& provider =
        latency::providerById(toStdString(m_provider->currentData().toString()));
    m_keyVariable->setPlaceholderText(fromUtf8(provider.keyVariable));
    m_form->setRowVisible(m_key, real && takesKey() && runServices().keepKey);
    check();
    adjustSize();
}

// What no endpoint may have, whoever answers.
QString EndpointDialog::brokenRule(latency::EndpointProblem problem) {
    switch (problem) {
    case latency::EndpointProblem::None:
        break;
    case latency::EndpointProblem::Text:
        return tr(
            "A name, a model, a region and an address have no line breaks or other control characters.");
    case latency::EndpointProblem::AddressScheme:
        return tr("An address begins with http:// or https://.");
    case latency::EndpointProblem::AddressCredentials:
        return tr("An address may hold no name or password: keys are kept elsewhere.");
    case latency::EndpointProblem::AddressQuery:
        return tr("An address may hold no “?” or “#”: keys are kept elsewhere.");
    case latency::EndpointProblem::KeyVariable:
        return tr("The key variable is the name of an environment variable, never the key itself.");
    case latency::EndpointProblem::UnknownOption: {
        QStringList names;
        for (const std::string_view name : latency::endpointOptions())
            if (name != data::keyPlaceOption)
                names << fromUtf8(name);
        return tr("There is no such option. There are: %1.").arg(names.join(QStringLiteral(", ")));
    }
    case latency::EndpointProblem::Temperature:
        return tr("The option “temperature” is “no”, for a model that takes none.");
    }
    return {};
}

void EndpointDialog::check() {
    const data::Endpoint now = endpoint();
    QString problem;
    bool quiet = false; // it is still being filled in: no need to say so in red
    if (now.name.empty()) {
        quiet = true;
    } else if (m_taken.contains(fromUtf8(now.name))) {
        problem = tr("There is an endpoint of this name.");
    } else if (const QString rule = brokenRule(latency::problemOf(now)); !rule.isEmpty()) {
        problem = rule;
    } else {
        for (const QString& line : m_options->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            if (!isSimulation() && line.indexOf(QLatin1Char('=')) <= 0)
                problem = tr("An option is NAME=VALUE.");
        if (problem.isEmpty())
            try {
                if (now.provider == "parallax" && now.baseUrl.empty())
                    latency::modelFileOf(now); // which a server of our own is to answer from
                latency::providerById(now.provider).request({now, {}, {}, "20260101T000000Z"});
                latency::quoteOf(now, "2026-01-01");
            } catch (const Error& error) {
                problem = sentence(error);
                if (problem.isEmpty())
                    problem = fromUtf8(error.what());
                problem.replace(0, 1, problem.at(0).toUpper());
            }
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const bool good = problem.isEmpty() && !quiet;
    m_accept->setEnabled(good && m_keyTask == 0);
    m_test->setEnabled(good && m_testTask == 0 && m_keyTask == 0);
    m_keyNote->setText(keyNote());
    fit();
}

// A dialog does not grow by itself when a label needs another line.
void EndpointDialog::fit() {
    if (!isVisible())
        return;
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (needed > height())
        resize(width(), needed);
}

void EndpointDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    fit();
}

void EndpointDialog::test() {
    auto attempt = std::make_shared<data::Attempt>();
    latency::RunPlan plan;
    plan.endpoints.push_back(endpoint());
    plan.load.requests = 1;
    plan.load.warmup = 0;
    plan.prompt.text = "Count from one to five in words.";
    plan.prompt.maxTokens = 16;
    plan.client.silenceTimeoutMs = 60'000;
    m_result->setText(tr("One short prompt is under way…"));
    RunServices services = runServices();
    if (std::string typed = m_key->typed(); takesKey() && !typed.empty())
        services.key = [typed = std::move(typed)](const data::Endpoint&) { return typed; };
    else if (wasKept() && sameTarget(plan.endpoints.front()) && !m_key->removalWanted())
        services.key = [key = services.key, kept = *m_given](const data::Endpoint&) {
            return key ? key(kept) : std::string(); // under the name that it was kept for
        };
    m_testTask = m_context.tasks.start(
        [name = m_name->text().trimmed()] { return tr("Test %1").arg(name); },
        [plan, attempt, services = std::move(services)](std::stop_token stop,
                                                        const ProgressCallback& progress) mutable {
            const std::string day = data::toIso(data::now()).substr(0, 10);
            latency::checkPlan(plan, day);
            const latency::EngineSource engines =
                services.engines ? services.engines(plan, stop) : latency::EngineSource();
            latency::runPlan(
                plan, services.key, day, std::move(stop),
                [&](data::Attempt&& ended) { *attempt = std::move(ended); }, progress, engines);
        },
        this,
        [this, attempt] {
            m_testTask = 0;
            showResult(*attempt);
            check();
        },
        [this](const Error& error) {
            m_testTask = 0;
            m_result->setText(sentence(error));
            check();
        });
    check();
}

void EndpointDialog::showResult(const data::Attempt& attempt) {
    const auto first = latency::timeToFirstToken(attempt.time), all = latency::endToEnd(attempt.time);
    if (attempt.outcome == data::Outcome::Success)
        m_result->setText(tr("It answers: first token after %1, last after %2.")
                              .arg(millisecondsText(first.value_or(0)), millisecondsText(all.value_or(0))));
    else
        m_result->setText(attempt.faultText.empty()
                              ? tr("No answer: %1.").arg(faultText(attempt.fault))
                              : tr("No answer: %1. It says: %2")
                                    .arg(faultText(attempt.fault), fromUtf8(attempt.faultText).left(300)));
}

} // namespace parallax::ui
