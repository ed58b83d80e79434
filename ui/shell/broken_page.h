// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "base/error.h"
#include "data/store/backup.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace parallax::ui {

struct Context;

// Shown when the library cannot be opened: what happened, what is safe, what to do. Where the file that was
// worked in before is not there, a new one is made only when asked for.
class BrokenPage final : public QWidget {
    Q_OBJECT
  public:
    BrokenPage(Context& context, Error error, QWidget* parent = nullptr);

  Q_SIGNALS:
    void libraryWanted(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void restoreSnapshot();
    void makeNew();
    bool isMissing() const { return m_error.code() == ErrorCode::FileNotFound; }

    Context& m_context;
    Error m_error;
    std::vector<data::Snapshot> m_snapshots;
    QLabel* m_title = nullptr;
    QLabel* m_happened = nullptr;
    QLabel* m_safe = nullptr;
    QLabel* m_todo = nullptr;
    QLabel* m_snapshotTitle = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_retry = nullptr;
    QPushButton* m_other = nullptr;
    QPushButton* m_new = nullptr;
};

} // namespace parallax::ui
