// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace parallax::ui {

class Importer;
struct Context;

// Checks what waits, as a task with a connection of its own: when the library is opened, after an import,
// after a change by the analyst or another process. Never while an import runs, which needs the cores itself.
// One that was cancelled rests until the next import or start.
class LibraryChecker final : public QObject {
    Q_OBJECT
  public:
    LibraryChecker(Context& context, Importer& importer, QObject* parent = nullptr);

    bool isBusy() const { return m_running; }

  private:
    void look();
    void start(qint64 waiting);

    Context& m_context;
    Importer& m_importer;
    QTimer m_soon;
    bool m_running = false;
    bool m_resting = false;
};

} // namespace parallax::ui
