// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

#include "data/store/backup.h"

class QLabel;
class QPushButton;
class QRadioButton;

namespace parallax::ui {

struct Context;

// What restoring a snapshot or another library's file would change, then merge or replace.
class RestoreDialog final : public QDialog {
    Q_OBJECT
  public:
    RestoreDialog(Context& context, data::Snapshot snapshot, QWidget* parent);
    // From any library: a backup, or that of somebody else. The one that is open is refused by an issue.
    static void openFile(Context& context, const QString& path, QWidget* parent);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void restore();

    Context& m_context;
    data::Snapshot m_snapshot;
    std::optional<data::RestorePreview> m_preview;
    QLabel* m_counts = nullptr;
    QRadioButton* m_merge = nullptr;
    QRadioButton* m_replace = nullptr;
    QLabel* m_mergeHint = nullptr;
    QLabel* m_replaceHint = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_restore = nullptr;
};

} // namespace parallax::ui
