// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "base/error.h"
#include "engine/inference/engine.h"
#include "ui/models/model_summary.h"

namespace parallax::ui {

struct Context;

// One model file at a time: what it is, its engine, and the answer that is being written.
class ModelSession final : public QObject {
    Q_OBJECT
  public:
    enum class State {
        Nothing,   // no file
        Reading,   // what it is
        Loading,   // its weights
        Ready,     // for a prompt
        Answering, // one
        Unusable,  // it can be looked at, but not be run: problem() says why
        Broken     // it cannot even be looked at: problem() says why
    };
    struct Figures { // of the last answer, or of the one at hand
        int promptTokens = 0;
        int answerTokens = 0;
        double firstToken = -1; // seconds, below 0 while there is none
        double rate = 0;        // tokens per second after the first
        inference::Finish finish = inference::Finish::None;
    };

    ModelSession(Context& context, QObject* parent);
    ~ModelSession() override;

    State state() const { return m_state; }
    const ModelSummary& summary() const { return m_summary; }
    const std::optional<Error>& problem() const { return m_problem; }
    const Figures& figures() const { return m_figures; }
    double progress() const;                            // of loading, 0 to 1
    QString device() const;                             // empty before its weights are there
    std::string deviceNote() const;                     // why it is not a card, or empty
    std::optional<inference::EngineStats> pace() const; // nothing before its weights are there

    void open(const QString& path);
    void close();
    // `chat`: the prompt is what a person says, in the file's template.
    void ask(const QString& prompt, bool chat, double temperature, int mostTokens);
    void stop(); // acts at once: whatever the engine still says is not heard

  Q_SIGNALS:
    void changed(); // state, figures or progress
    void wrote(const QString& text);

  private:
    struct Stream; // shared with the engine's thread
    void load();
    void submit(inference::Request request);
    void release();
    void take();
    void measureMemory();
    void setState(State state);
    void fail(State state, const Error& error);

    Context& m_context;
    State m_state = State::Nothing;
    ModelSummary m_summary;
    std::optional<Error> m_problem;
    Figures m_figures;
    std::shared_ptr<std::atomic<double>> m_loaded; // part of the weights, told by the thread that loads them
    int m_task = 0;
    int m_opened = 0; // counts files, so that what belongs to an earlier one is dropped
    std::shared_ptr<inference::Engine> m_engine;
    bool m_measured = false; // how fast memory can be read
    std::shared_ptr<Stream> m_stream;
    inference::Ticket m_ticket = 0; // 0: the prompt is still being prepared
    int m_asked = 0;                // counts prompts
    QTimer m_poll; // while weights are loaded and answers written: tokens may come by the thousand a second
};

} // namespace parallax::ui
