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

namespace parallax::ui {

// Names an endpoint, or changes one. A key is never typed here: only the name of the environment variable
// that holds it.
class EndpointDialog final : public QDialog {
    Q_OBJECT
  public:
    // `taken`: names of other endpoints, which this one must not take.
    EndpointDialog(Context& context, const std::optional<data::Endpoint>& endpoint, QStringList taken,
                   QWidget* parent);
    ~EndpointDialog() override;

    data::Endpoint endpoint() const;

  private:
    void showFields(); // those that the provider has
    void check();      // what is missing
    void test();
    void showResult(const data::Attempt& attempt);
    bool isSimulation() const;

    Context& m_context;
    QStringList m_taken;
    QFormLayout* m_form;
    QLineEdit* m_name;
    QComboBox* m_provider;
    QLineEdit* m_model;
    QPushButton* m_file;  // of a model of this machine
    QComboBox* m_profile; // of a simulation, in place of the model
    QLineEdit* m_address;
    QLineEdit* m_region;
    QLineEdit* m_keyVariable;
    QPlainTextEdit* m_options;
    QLabel* m_keyNote;
    QLabel* m_problem;
    QLabel* m_result;
    QPushButton* m_test;
    QPushButton* m_accept;
    int m_testTask = 0;
};

} // namespace parallax::ui
