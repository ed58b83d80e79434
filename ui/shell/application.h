// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <functional>
#include <string>

namespace parallax::ui {

// A mistake in one slot must not take the analyst's window with it: what reaches the event loop becomes an
// issue.
class Application final : public QApplication {
    Q_OBJECT
  public:
    Application(int& argc, char** argv);
    bool notify(QObject* receiver, QEvent* event) override;
    void onException(std::function<void(const std::exception&)> report) { m_report = std::move(report); }

  private:
    std::function<void(const std::exception&)> m_report;
};

} // namespace parallax::ui
