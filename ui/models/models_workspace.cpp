// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_workspace.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

#include "ui/common/actions.h"
#include "ui/common/dialogs.h"
#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/models/device_text.h"

namespace parallax::ui {

using State = ModelSession::State;

namespace {

// The one local file of a drag, or nothing.
QString fileOf(const QMimeData* data) {
    if (!data->hasUrls() || data->urls().size() != 1 || !data->urls().constFirst().isLocalFile())
        return {};
    const QString path = data->urls().constFirst().toLocalFile();
    return QFileInfo(path).isFile() ? path : QString();
}

} // namespace

ModelsWorkspace::ModelsWorkspace(Context& given, QWidget* parent)
    : Workspace(given, parent)
    , m_session(new ModelSession(given, this))
    , m_states(new QStackedWidget(this))
    , m_empty(new EmptyPage(m_states)) {
    makeActions();
    m_openButton = m_empty->addButton([this] { choose(); });
    m_openButton->setObjectName(QStringLiteral("openModel"));
    m_againButton = m_empty->addButton([this] { open(m_lastPath); });
    m_againButton->setObjectName(QStringLiteral("openAgain"));
    m_againButton->hide();
    m_content = new QWidget(m_states);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(makeToolbar());
    m_splitter = new QSplitter(m_content);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeFacts());
    m_splitter->addWidget(makePlayground());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    content->addWidget(m_splitter, 1);
    m_states->addWidget(m_empty);
    m_states->addWidget(m_content);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setAcceptDrops(true);
    for (QPlainTextEdit* edit : {m_prompt, m_answer})
        edit->setAcceptDrops(false); // a file dropped on them is not its address as text
    connect(m_session, &ModelSession::changed, this, &ModelsWorkspace::show);
    connect(m_session, &ModelSession::wrote, this, [this](const QString& text) {
        QTextCursor cursor(m_answer->document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(text);
        m_answer->ensureCursorVisible();
    });
    retranslate();
}

void ModelsWorkspace::makeActions() {
    const auto add = [this](const char* id, std::function<QString()> text, const QKeySequence& keys,
                            std::function<void()> trigger, const char* iconName) {
        return context().actions.add(this, QLatin1String("models.") + QLatin1String(id),
                                     QStringLiteral("models"), std::move(text), keys, std::move(trigger),
                                     QString::fromLatin1(iconName), Qt::WidgetWithChildrenShortcut);
    };
    m_openAction = add(
        "open", [] { return tr("Open model…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        [this] { choose(); }, "models");
    m_runAction = add(
        "run", [] { return tr("Run prompt"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
        [this] { run(); }, "");
    m_stopAction = add(
        "stop", [] { return tr("Stop"); }, QKeySequence(Qt::CTRL | Qt::Key_Period),
        [this] { m_session->stop(); }, "");
}

QWidget* ModelsWorkspace::makeToolbar() {
    auto* bar = frame("bar", m_content);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing(3), spacing(1), spacing(3), spacing(1));
    row->setSpacing(spacing(2));
    m_state = label({}, "quiet", bar);
    m_state->setObjectName(QStringLiteral("modelState"));
    row->addWidget(new IconButton(m_openAction, bar));
    row->addWidget(m_state, 1);
    return bar;
}

QWidget* ModelsWorkspace::makeFacts() {
    auto* scroll = new QScrollArea(m_splitter);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_factsHolder = new QWidget(scroll);
    auto* column = new QVBoxLayout(m_factsHolder);
    column->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(3));
    column->setSpacing(spacing(2));
    m_name = label({}, "title", m_factsHolder);
    m_name->setObjectName(QStringLiteral("modelName"));
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_name);
    column->addStretch(1);
    scroll->setWidget(m_factsHolder);
    scroll->setMinimumWidth(spacing(60));
    return scroll;
}

QWidget* ModelsWorkspace::makePlayground() {
    auto* page = new QWidget(m_splitter);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(3));
    column->setSpacing(spacing(2));
    m_promptTitle = label({}, "section", page);
    m_prompt = new QPlainTextEdit(page);
    m_prompt->setObjectName(QStringLiteral("modelPrompt"));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setMinimumHeight(spacing(16));
    m_prompt->installEventFilter(this);
    m_promptTitle->setBuddy(m_prompt);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &ModelsWorkspace::show);
    auto* options = new QHBoxLayout;
    options->setSpacing(spacing(2));
    m_chat = new QCheckBox(page);
    m_chat->setObjectName(QStringLiteral("modelChat"));
    m_temperatureTitle = label({}, "plain", page);
    m_temperature = new QDoubleSpinBox(page);
    m_temperature->setObjectName(QStringLiteral("modelTemperature"));
    m_temperature->setRange(0, 2);
    m_temperature->setSingleStep(0.1);
    m_temperature->setDecimals(1);
    m_temperature->setValue(0.7);
    m_temperatureTitle->setBuddy(m_temperature);
    m_mostTitle = label({}, "plain", page);
    m_most = new QSpinBox(page);
    m_most->setObjectName(QStringLiteral("modelMost"));
    m_most->setRange(1, 100000);
    m_most->setValue(512);
    m_mostTitle->setBuddy(m_most);
    options->addWidget(m_chat);
    options->addStretch(1);
    options->addWidget(m_temperatureTitle);
    options->addWidget(m_temperature);
    options->addWidget(m_mostTitle);
    options->addWidget(m_most);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    m_run = new QPushButton(page);
    m_run->setObjectName(QStringLiteral("modelRun"));
    m_stop = new QPushButton(page);
    m_stop->setObjectName(QStringLiteral("modelStop"));
    connect(m_run, &QPushButton::clicked, this, &ModelsWorkspace::run);
    connect(m_stop, &QPushButton::clicked, m_session, &ModelSession::stop);
    m_figures = label({}, "quiet", page);
    m_figures->setObjectName(QStringLiteral("modelFigures"));
    m_figures->setWordWrap(true);
    buttons->addWidget(m_run);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_figures, 1);
    m_deviceFigures = label({}, "quiet", page);
    m_deviceFigures->setObjectName(QStringLiteral("modelDeviceFigures"));
    m_deviceFigures->setWordWrap(true);
    m_problem = label({}, "error", page);
    m_problem->setObjectName(QStringLiteral("modelProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answerTitle = label({}, "section", page);
    m_answer = new QPlainTextEdit(page);
    m_answer->setObjectName(QStringLiteral("modelAnswer"));
    m_answer->setReadOnly(true);
    m_answer->setUndoRedoEnabled(false);
    m_answerTitle->setBuddy(m_answer);
    column->addWidget(m_promptTitle);
    column->addWidget(m_prompt, 1);
    column->addLayout(options);
    column->addLayout(buttons);
    column->addWidget(m_deviceFigures);
    column->addWidget(m_problem);
    column->addWidget(m_answerTitle);
    column->addWidget(m_answer, 2);
    return page;
}

void ModelsWorkspace::choose() {
    const QStringList paths =
        dialogs::openFiles(this, tr("Open model"), tr("Models (*.gguf);;All files (*)"));
    if (!paths.isEmpty())
        open(paths.constFirst());
}

void ModelsWorkspace::open(const QString& path) {
    m_answer->clear();
    m_lastPath = path;
    m_session->open(path);
}

void ModelsWorkspace::run() {
    if (m_session->state() != State::Ready || m_prompt->toPlainText().isEmpty())
        return;
    m_answer->clear();
    m_session->ask(m_prompt->toPlainText(), m_chat->isEnabled() && m_chat->isChecked(),
                   m_temperature->value(), m_most->value());
}

void ModelsWorkspace::showFacts() {
    const ModelSummary& summary = m_session->summary();
    m_name->setText(summary.name);
    delete m_facts;
    m_facts = new QWidget(m_factsHolder);
    m_facts->setObjectName(QStringLiteral("modelFacts"));
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing(3));
    grid->setVerticalSpacing(spacing(1));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : summaryRows(summary)) {
        QLabel* text = label(value, "plain", m_facts);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label(name, "quiet", m_facts), row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    }
    static_cast<QVBoxLayout*>(m_factsHolder->layout())->insertWidget(1, m_facts);
}

QString ModelsWorkspace::figuresText() const {
    const ModelSession::Figures& f = m_session->figures();
    if (f.promptTokens == 0)
        return {};
    QStringList parts{tr("%1 tokens in the prompt").arg(formatCount(f.promptTokens))};
    if (f.firstToken >= 0)
        parts << tr("first token after %1")
                     .arg(f.firstToken < 1 ? formatDuration(static_cast<qint64>(f.firstToken * 1000 + 0.5))
                                           : tr("%1 s").arg(formatNumber(f.firstToken, 2)));
    if (f.answerTokens > 0)
        parts << tr("%1 tokens written").arg(formatCount(f.answerTokens));
    if (f.rate > 0)
        parts << tr("%1 tokens per second").arg(formatNumber(f.rate, 1));
    using inference::Finish;
    if (f.finish == Finish::Cancelled)
        parts << tr("stopped");
    else if (f.finish == Finish::Length)
        parts << tr("as long as was allowed");
    return parts.join(QStringLiteral(" · "));
}

void ModelsWorkspace::showFigures() {
    m_figures->setText(figuresText());
    const auto pace = m_session->pace();
    QStringList device;
    if (const QString figures = pace ? deviceFigures(*pace) : QString(); !figures.isEmpty())
        device << figures;
    if (const std::string note = m_session->deviceNote(); !note.empty())
        device << whyNotOnCard(note);
    m_deviceFigures->setText(device.join(QStringLiteral(" · ")));
    m_deviceFigures->setVisible(!device.isEmpty());
}

void ModelsWorkspace::show() {
    const State state = m_session->state();
    const bool file = state != State::Nothing && state != State::Reading && state != State::Broken;
    m_states->setCurrentWidget(file ? m_content : static_cast<QWidget*>(m_empty));
    m_empty->setBusy(state == State::Reading);
    m_againButton->setVisible(state == State::Nothing && !m_lastPath.isEmpty());
    if (state == State::Broken && m_session->problem()) {
        m_empty->setContent(QStringLiteral("models"), tr("This file cannot be opened"),
                            sentence(*m_session->problem()));
    } else {
        m_empty->setContent(
            QStringLiteral("models"), state == State::Reading ? m_session->summary().name : title(),
            tr("Open a language model in a GGUF file to see what it is and to try it on this machine."),
            tr("The file is only read, and nothing leaves this machine. It can also be dropped here."));
    }
    if (!file) {
        m_shownPath.clear();
        return;
    }
    if (m_shownPath != m_session->summary().path) {
        m_shownPath = m_session->summary().path;
        m_chat->setChecked(m_session->summary().canConverse());
        showFacts();
    }
    switch (state) {
    case State::Loading:
        m_state->setText(tr("Loading, %1 %").arg(static_cast<int>(m_session->progress() * 100)));
        break;
    case State::Answering:
        m_state->setText(tr("Answering on %1").arg(m_session->device()));
        break;
    case State::Unusable:
        m_state->setText(tr("This model cannot be run"));
        break;
    default:
        m_state->setText(tr("Ready on %1").arg(m_session->device()));
    }
    m_problem->setVisible(m_session->problem().has_value());
    m_problem->setText(m_session->problem() ? sentence(*m_session->problem()) : QString());
    const bool ready = state == State::Ready && !m_prompt->toPlainText().isEmpty();
    m_run->setEnabled(ready);
    m_runAction->setEnabled(ready);
    m_stop->setEnabled(state == State::Answering);
    m_stopAction->setEnabled(state == State::Answering);
    m_chat->setEnabled(m_session->summary().canConverse());
    showFigures();
}

void ModelsWorkspace::retranslate() {
    m_openButton->setText(tr("Open model…"));
    m_againButton->setText(tr("Open %1 again").arg(QFileInfo(m_lastPath).fileName()));
    m_promptTitle->setText(tr("Prompt"));
    m_prompt->setPlaceholderText(tr("What the model is to answer or to continue"));
    m_chat->setText(tr("As a conversation"));
    m_chat->setToolTip(tr("Puts the prompt into the model's template, as what a person says"));
    m_temperatureTitle->setText(tr("Temperature"));
    m_temperature->setToolTip(tr("0: always the likeliest word; more: more varied"));
    m_mostTitle->setText(tr("Most tokens"));
    m_run->setText(tr("Run"));
    m_stop->setText(tr("Stop"));
    m_answerTitle->setText(tr("Answer"));
    m_shownPath.clear();
    show();
}

QJsonObject ModelsWorkspace::saveState() const {
    return {{QStringLiteral("file"), m_lastPath},
            {QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())}};
}

void ModelsWorkspace::restoreState(const QJsonObject& state) {
    m_splitter->restoreState(QByteArray::fromBase64(state[QLatin1String("splitter")].toString().toLatin1()));
    m_lastPath = state[QLatin1String("file")].toString(); // offered, not loaded: it may take gigabytes
    retranslate();
}

void ModelsWorkspace::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Workspace::changeEvent(event);
}

void ModelsWorkspace::dragEnterEvent(QDragEnterEvent* event) {
    if (!fileOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ModelsWorkspace::dropEvent(QDropEvent* event) {
    const QString path = fileOf(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    open(path);
}

bool ModelsWorkspace::eventFilter(QObject* watched, QEvent* event) {
    // Ctrl+Enter runs, as in every field for messages.
    if (watched == m_prompt && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers().testFlag(Qt::ControlModifier)) {
            run();
            return true;
        }
    }
    return Workspace::eventFilter(watched, event);
}

} // namespace parallax::ui
