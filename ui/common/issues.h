// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QList>

#include <optional>

#include "ui/common/place.h"

namespace parallax::ui {

enum class Severity { Note, Warning, Error };

// Something a person should see: what happened and where to look. Never a modal box.
struct Issue {
    Severity severity = Severity::Note;
    QString text;
    QString detail;             // more words, shown on demand
    std::optional<Place> place; // where a click goes
    QDateTime when;
};

// All issues of this run, newest first; the same text is kept once with its latest time.
class IssueModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role {
        SeverityRole = Qt::UserRole + 1,
        DetailRole,
        PlaceRole /* bool: has one */,
        WhenRole /* text */
    };

    explicit IssueModel(QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void add(Issue issue);
    const Issue& issue(int row) const { return m_issues[row]; }
    void clear();

  private:
    QList<Issue> m_issues;
};

} // namespace parallax::ui
