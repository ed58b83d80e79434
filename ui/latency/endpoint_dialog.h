// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

#include "base/error.h"
#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"
#include "ui/common/workspace.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace parallax::latency {
enum class EndpointProblem;
}

namespace parallax::ui {

class KeyField;

// Names an endpoint, or changes one. A key that is typed here goes into the system's keychain before the
// dialog is accepted, and nowhere else; where there is none, an environment variable is named instead.
class EndpointDialog final : public QDialog {
    Q_OBJECT
  public:
    // `taken`: names of other endpoints, which this one must not take.
    EndpointDialog(Context& context, const std::optional<data::Endpoint>& endpoint, QStringList taken,
                   QWidget* parent);
    ~EndpointDialog() override;

    data::Endpoint endpoint() const;
    void accept() override; // asks the keychain first, where it has to
    void reject() override; // not while the keychain is asked

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    enum class KeyStep { None, Keep, Forget, Rename };
    void showFields(); // those that the provider has
    static QString brokenRule(latency::EndpointProblem problem);
    void check(); // what is missing
    void fit();   // words that have grown get their lines
    void test();
    void showResult(const data::Attempt& attempt);
    bool isSimulation() const;
    bool takesKey() const;
    QString variable() const;                              // where a key is looked for; empty: nowhere
    bool wasKept() const;                                  // the given endpoint has its key in the keychain
    bool sameTarget(const data::Endpoint& endpoint) const; // a key was kept for where it leads
    KeyStep keyStep(const data::Endpoint& endpoint) const; // what the keychain is to do
    void askKeychain(KeyStep step, data::Endpoint endpoint);
    void keychainAnswered(KeyStep step, bool good, const data::Endpoint& endpoint);
    QString keyNote() const;
    QString variableHint() const;

    Context& m_context;
    std::optional<data::Endpoint> m_given;
    QStringList m_taken;
    QWidget* m_fields;
    QFormLayout* m_form;
    QLineEdit* m_name;
    QComboBox* m_provider;
    QLineEdit* m_model;
    QPushButton* m_file;  // of a model of this machine
    QComboBox* m_profile; // of a simulation, in place of the model
    QLineEdit* m_address;
    QLineEdit* m_region;
    KeyField* m_key;
    QLineEdit* m_keyVariable;
    QPlainTextEdit* m_options;
    QLabel* m_keyNote;
    QLabel* m_problem;
    QLabel* m_result;
    QPushButton* m_test;
    QPushButton* m_accept;
    int m_testTask = 0;
    int m_keyTask = 0;
    bool m_withoutKeychain = false;         // it did not answer, and this was said
    std::optional<data::Endpoint> m_agreed; // with where its key is, once the keychain has answered
};

} // namespace parallax::ui
