// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "data/store/backup.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace parallax::ui {

struct Context;
class ElidedLabel;

// Settings → Library: where the file lies, its snapshots, backup, restore, integrity.
class LibraryPage final : public QWidget {
    Q_OBJECT
  public:
    LibraryPage(Context& context, QWidget* parent = nullptr);

  Q_SIGNALS:
    void libraryWanted(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void retranslate();
    void listSnapshots();
    void showSnapshots();
    void chooseLibrary();
    void takeSnapshot();
    void backUp();
    void restore();
    void restoreFile();
    void checkIntegrity();

    Context& m_context;
    std::vector<data::Snapshot> m_snapshots;
    QLabel* m_pathTitle = nullptr;
    ElidedLabel* m_path = nullptr;
    QPushButton* m_other = nullptr;
    QLabel* m_snapshotTitle = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_restoreFile = nullptr;
    QPushButton* m_backUp = nullptr;
    QPushButton* m_check = nullptr;
};

} // namespace parallax::ui
