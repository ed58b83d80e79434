// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QDialog>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ui/common/workspace.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;

namespace parallax::ui {

// A claim of the library's articles, as the list of them shows it.
struct ClaimRow {
    std::int64_t article = 0;
    std::string claim; // its id within the article
    QString text;      // "Azure: latency (median, 500 tokens) 1.5 s"
    QString detail;    // the verdict and the article's title
};

// Claims as they are found. Drawn by RunDelegate.
class ClaimListModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { DetailRole = Qt::UserRole + 1, RowRole, WordsRole };

    using QAbstractListModel::QAbstractListModel;

    void add(std::vector<ClaimRow> rows);
    const ClaimRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    std::vector<ClaimRow> m_rows;
};

// Looks through the library's articles, the newest first, for figures that can be tested, and lets one be
// chosen before all have been read.
class ClaimChooser final : public QDialog {
    Q_OBJECT
  public:
    static constexpr std::size_t mostClaims = 5000;

    ClaimChooser(Context& context, QWidget* parent);
    ~ClaimChooser() override;

    ClaimListModel& claims() { return *m_claims; }

  Q_SIGNALS:
    void chosen(qint64 article, const QString& claim);

  private:
    struct Search;
    void look();
    void choose();
    void showState();

    Context& m_context;
    std::shared_ptr<Search> m_search;
    int m_task = 0;
    bool m_over = false;
    ClaimListModel* m_claims;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_filter;
    QListView* m_list;
    QLabel* m_state;
    QPushButton* m_accept;
    QTimer m_timer;
};

} // namespace parallax::ui
