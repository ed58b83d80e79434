// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>
#include <vector>

#include "data/article/line_changes.h"
#include "data/store/versions.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTextBrowser;

namespace parallax::ui {

struct Context;

// Earlier versions of an article, and what the newest one made of the chosen one: lines that are gone stand
// with −, new ones with +.
class VersionsDialog final : public QDialog {
    Q_OBJECT
  public:
    VersionsDialog(Context& context, data::ArticleId article, QWidget* parent);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void read();
    void retranslate();
    void showChanges();
    QString nameOf(const data::EditionVersion& version) const;

    Context& m_context;
    data::ArticleId m_article;
    std::vector<data::EditionVersion> m_versions; // earlier ones alone
    std::vector<data::ChangedLine> m_changes;     // of the chosen one
    bool m_listed = false, m_shown = false;
    QString m_failure;
    QComboBox* m_choice = nullptr;
    QLabel* m_count = nullptr;
    QTextBrowser* m_text = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace parallax::ui
