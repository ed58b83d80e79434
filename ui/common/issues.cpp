// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/issues.h"

#include <QLocale>

namespace parallax::ui {

namespace {
// More than a person would read; the newest matter.
constexpr int maximumIssues = 500;
} // namespace

IssueModel::IssueModel(QObject* parent)
    : QAbstractListModel(parent) {}

int IssueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_issues.size());
}

QVariant IssueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Issue& issue = m_issues[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return issue.text;
    case Qt::ToolTipRole:
        return issue.detail.isEmpty() ? issue.text : issue.text + QLatin1Char('\n') + issue.detail;
    case SeverityRole:
        return static_cast<int>(issue.severity);
    case DetailRole:
        return issue.detail;
    case PlaceRole:
        return issue.place.has_value();
    case WhenRole:
        return QLocale().toString(issue.when.time(), QStringLiteral("HH:mm"));
    default:
        return {};
    }
}

void IssueModel::add(Issue issue) {
    if (!issue.when.isValid())
        issue.when = QDateTime::currentDateTime();
    for (int row = 0; row < m_issues.size(); ++row)
        if (m_issues[row].text == issue.text) {
            beginRemoveRows({}, row, row);
            m_issues.removeAt(row);
            endRemoveRows();
            break;
        }
    beginInsertRows({}, 0, 0);
    m_issues.prepend(std::move(issue));
    endInsertRows();
    if (m_issues.size() > maximumIssues) {
        const int last = static_cast<int>(m_issues.size()) - 1;
        beginRemoveRows({}, last, last);
        m_issues.removeLast();
        endRemoveRows();
    }
}

void IssueModel::clear() {
    beginResetModel();
    m_issues.clear();
    endResetModel();
}

} // namespace parallax::ui
