// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/workspace.h"
#include "ui/models/model_session.h"

class QAction;
class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QSplitter;
class QStackedWidget;

namespace parallax::ui {

class EmptyPage;

// A model file on this machine: what it is, and a prompt that it answers.
class ModelsWorkspace final : public Workspace {
    Q_OBJECT
  public:
    ModelsWorkspace(Context& context, QWidget* parent);

    QString id() const override { return QStringLiteral("models"); }
    QString title() const override { return tr("Models"); }
    Place place() const override { return {id(), {}}; }
    void goTo(const Place&) override {}
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    ModelSession& session() { return *m_session; }
    void open(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void makeActions();
    QWidget* makeToolbar();
    QWidget* makeFacts();
    QWidget* makePlayground();
    void choose();
    void run();
    void show();      // what the session is at
    void showFacts(); // the file's rows
    void showFigures();
    QString figuresText() const;
    void retranslate();

    ModelSession* m_session;
    QStackedWidget* m_states;
    EmptyPage* m_empty;
    QPushButton* m_openButton = nullptr;
    QPushButton* m_againButton = nullptr;
    QWidget* m_content = nullptr;
    QSplitter* m_splitter = nullptr;
    QLabel* m_name = nullptr;
    QWidget* m_facts = nullptr; // made anew for each file and language
    QWidget* m_factsHolder = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_promptTitle = nullptr;
    QPlainTextEdit* m_prompt = nullptr;
    QCheckBox* m_chat = nullptr;
    QLabel* m_temperatureTitle = nullptr;
    QDoubleSpinBox* m_temperature = nullptr;
    QLabel* m_mostTitle = nullptr;
    QSpinBox* m_most = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_stop = nullptr;
    QLabel* m_answerTitle = nullptr;
    QPlainTextEdit* m_answer = nullptr;
    QLabel* m_figures = nullptr;
    QLabel* m_deviceFigures = nullptr;
    QLabel* m_problem = nullptr;
    QAction* m_openAction = nullptr;
    QAction* m_runAction = nullptr;
    QAction* m_stopAction = nullptr;
    QString m_lastPath;  // of the session before
    QString m_shownPath; // whose facts are shown
};

} // namespace parallax::ui
