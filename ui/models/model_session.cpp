// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_session.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <utility>

#include "engine/inference/chat.h"
#include "ui/common/format.h"
#include "ui/common/tasks.h"
#include "ui/common/workspace.h"
#include "ui/models/device_text.h"

namespace parallax::ui {

using namespace parallax::inference;

struct ModelSession::Stream {
    std::mutex mutex;
    std::string text; // not yet shown
    int tokens = 0;
    bool over = false;
    Answer last;
    std::chrono::steady_clock::time_point submitted = std::chrono::steady_clock::now();
    std::optional<std::chrono::steady_clock::time_point> first;
};

ModelSession::ModelSession(Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context) {
    m_poll.setInterval(50);
    connect(&m_poll, &QTimer::timeout, this, &ModelSession::take);
}

ModelSession::~ModelSession() {
    close();
}

double ModelSession::progress() const {
    return m_loaded ? m_loaded->load() : 0;
}

QString ModelSession::device() const {
    return m_engine ? deviceText(m_engine->device()) : QString();
}

std::string ModelSession::deviceNote() const {
    return m_engine ? m_engine->deviceNote() : std::string();
}

std::optional<EngineStats> ModelSession::pace() const {
    return m_engine ? std::optional(m_engine->stats()) : std::nullopt;
}

void ModelSession::setState(State state) {
    m_state = state;
    Q_EMIT changed();
}

void ModelSession::fail(State state, const Error& error) {
    m_problem = error;
    setState(state);
}

void ModelSession::close() {
    stop();
    if (m_state == State::Reading || m_state == State::Loading)
        m_context.tasks.cancel(m_task);
    ++m_opened;
    m_poll.stop();
    release();
    m_problem.reset();
    m_figures = {};
    m_summary = {};
    m_state = State::Nothing;
}

// Its thread ends with the step it is in and the weights go back to the system: tenths of a second, not spent
// here.
void ModelSession::release() {
    if (!m_engine)
        return;
    auto last = std::make_shared<std::shared_ptr<Engine>>(std::move(m_engine));
    m_context.tasks.start({}, [last](const std::stop_token&, const ProgressCallback&) { last->reset(); },
                          nullptr, {});
}

void ModelSession::open(const QString& path) {
    close();
    const int opened = m_opened;
    m_summary.path = path;
    m_summary.name = QFileInfo(path).fileName();
    setState(State::Reading);
    const std::filesystem::path file(path.toStdU16String());
    auto summary = std::make_shared<ModelSummary>();
    m_task = m_context.tasks.start(
        {},
        [file, summary](const std::stop_token&, const ProgressCallback&) { *summary = readSummary(file); },
        this,
        [this, summary, opened] {
            if (opened != m_opened)
                return;
            m_summary = *summary;
            if (m_summary.problem)
                return fail(State::Unusable, *m_summary.problem);
            load();
        },
        [this, opened](const Error& error) {
            if (opened == m_opened)
                fail(State::Broken, error);
        });
}

void ModelSession::load() {
    const int opened = m_opened;
    m_loaded = std::make_shared<std::atomic<double>>(0);
    setState(State::Loading);
    auto engine = std::make_shared<std::shared_ptr<Engine>>();
    const std::filesystem::path file(m_summary.path.toStdU16String());
    m_poll.start();
    m_task = m_context.tasks.start(
        [name = m_summary.name] { return tr("Load %1").arg(name); },
        [file, engine, loaded = m_loaded](const std::stop_token& stop, const ProgressCallback& progress) {
            EngineOptions options;
            options.context = 0;     // its own
            options.stepTokens = 64; // a long prompt is read in small steps, so that Stop acts at once
            int told = -1;
            *engine = std::make_shared<Engine>(file, options, stop, [&](double part) {
                *loaded = part;
                const int percent = static_cast<int>(part * 100);
                if (percent != std::exchange(told, percent))
                    progress({percent, 100, {}});
            });
        },
        this,
        [this, engine, opened] {
            if (opened != m_opened)
                return;
            m_poll.stop();
            m_engine = std::move(*engine);
            m_measured = false;
            setState(State::Ready);
        },
        [this, opened](const Error& error) {
            if (opened != m_opened)
                return;
            m_poll.stop();
            fail(State::Unusable, error);
        });
}

void ModelSession::ask(const QString& prompt, bool chat, double temperature, int mostTokens) {
    if (m_state != State::Ready)
        return;
    m_problem.reset();
    m_figures = {};
    m_ticket = 0;
    m_stream = std::make_shared<Stream>();
    const int asked = ++m_asked;
    auto request = std::make_shared<Request>();
    request->maxTokens = mostTokens;
    request->sampling.probability = false;
    request->sampling.temperature = static_cast<float>(temperature);
    request->sampling.seed = QRandomGenerator::global()->generate64(); // asked again, it may answer otherwise
    // A template is a program that comes with the file, and a prompt can be an article.
    m_task = m_context.tasks.start(
        {},
        [engine = m_engine, request, chat, text = toStdString(prompt)](const std::stop_token&,
                                                                       const ProgressCallback&) {
            request->tokens = chat ? chatTokens(engine->file(), engine->tokenizer(), {{"user", text}})
                                   : engine->tokenizer().encode(text, Specials::AddedParsed);
        },
        this,
        [this, request, asked] {
            if (asked == m_asked)
                submit(std::move(*request));
        },
        [this, asked](const Error& error) {
            if (asked != m_asked)
                return;
            m_stream.reset();
            fail(State::Ready, error);
        });
    setState(State::Answering);
}

void ModelSession::submit(inference::Request request) {
    m_figures.promptTokens = static_cast<int>(request.tokens.size());
    try {
        m_ticket = m_engine->submit(std::move(request), [stream = m_stream](const Answer& answer) {
            const std::lock_guard lock(stream->mutex);
            stream->text += answer.text;
            if (answer.chosen) {
                ++stream->tokens;
                if (!stream->first)
                    stream->first = std::chrono::steady_clock::now();
            }
            if (answer.finish != Finish::None) {
                stream->over = true;
                stream->last = answer;
            }
        });
    } catch (const Error& error) {
        m_stream.reset();
        return fail(State::Ready, error);
    }
    m_poll.start();
    Q_EMIT changed();
}

void ModelSession::take() {
    if (m_state == State::Loading)
        Q_EMIT changed();
    if (!m_stream)
        return;
    const auto seconds = [](auto from, auto to) { return std::chrono::duration<double>(to - from).count(); };
    std::string text;
    bool over = false;
    std::optional<Error> error;
    {
        const std::lock_guard lock(m_stream->mutex);
        text.swap(m_stream->text);
        over = m_stream->over;
        m_figures.answerTokens = m_stream->tokens;
        if (m_stream->first) {
            m_figures.firstToken = seconds(m_stream->submitted, *m_stream->first);
            const double since = seconds(*m_stream->first, std::chrono::steady_clock::now());
            if (m_stream->tokens > 1 && since > 0)
                m_figures.rate = (m_stream->tokens - 1) / since;
        }
        if (over) {
            m_figures.finish = m_stream->last.finish;
            const Timings& timings = m_stream->last.timings;
            m_figures.answerTokens = timings.answerTokens;
            if (timings.answerTokens > 1 && timings.decode > 0)
                m_figures.rate = (timings.answerTokens - 1) / timings.decode;
            error = m_stream->last.error;
        }
    }
    if (!text.empty())
        Q_EMIT wrote(fromUtf8(text));
    if (!over) {
        Q_EMIT changed();
        return;
    }
    m_poll.stop();
    m_stream.reset();
    if (error)
        m_problem = error;
    setState(State::Ready);
    measureMemory();
}

// Once for a model, after its first answer, while nobody waits for it.
void ModelSession::measureMemory() {
    if (m_measured || m_engine->fitsInCaches())
        return;
    m_measured = true;
    m_engine->measureBandwidth();
    constexpr int longEnough = 1500; // ms
    QTimer::singleShot(longEnough, this, &ModelSession::changed);
}

void ModelSession::stop() {
    if (m_state != State::Answering)
        return;
    take(); // what was written so far
    if (m_state != State::Answering)
        return;
    if (m_ticket != 0)
        m_engine->cancel(m_ticket);
    ++m_asked; // what is being prepared is not submitted
    m_poll.stop();
    m_stream.reset();
    m_figures.finish = Finish::Cancelled;
    setState(State::Ready);
}

} // namespace parallax::ui
