// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include <QAction>

#include <algorithm>
#include <iterator>
#include <utility>

#include "ui/common/actions.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/settings.h"
#include "ui/common/translation.h"
#include "ui/common/workspace.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/workspaces.h"

namespace parallax::ui {

namespace {

constexpr std::size_t commandsShownWithQuery = 40;

QString groupName(const QString& group) {
    for (const WorkspaceKind& kind : workspaceKinds())
        if (kind.id == group)
            return kind.title();
    return {};
}

} // namespace

PaletteModel::PaletteModel(Context& context, QObject* parent)
    : QAbstractListModel(parent)
    , m_context(context)
    , m_search(std::make_shared<PaletteSearch>()) {}

void PaletteModel::setQuery(const QString& text) {
    m_text = text.trimmed();
    const FuzzyQuery query(m_text);
    std::vector<Row> rows;
    for (const ActionRegistry::Entry& entry : m_context.actions.entries()) {
        if (!entry.action->isEnabled() || !entry.action->isVisible())
            continue;
        Row row;
        row.text = entry.action->text();
        row.group = entry.group;
        row.detail = groupName(entry.group);
        row.score = 1;
        if (!query.isEmpty()) {
            const FuzzyMatch match = query.match(row.text);
            row.score = match.score;
            row.positions = match.positions;
            if (row.score == 0) // in Chinese a command is also found by its English name
                row.score = query.match(inEnglish(entry.text)).score;
            if (row.score == 0)
                continue;
        }
        row.shortcut = entry.action->shortcut().toString(QKeySequence::NativeText);
        row.icon = entry.icon;
        row.action = entry.action;
        rows.push_back(std::move(row));
    }
    if (!query.isEmpty()) {
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Row& a, const Row& b) { return a.score > b.score; });
        if (rows.size() > commandsShownWithQuery)
            rows.resize(commandsShownWithQuery);
    }
    // What the last search found stays until the new things come: a list that empties itself at each key
    // flickers.
    if (!m_text.isEmpty())
        std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
                     [](const Row& row) { return row.kind != Kind::Command; });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    search(m_text);
}

void PaletteModel::search(const QString& text) {
    m_searching = !text.isEmpty() && m_context.library.isOpen();
    if (!m_searching)
        return;
    m_context.library.read<PaletteAnswer>(
        QStringLiteral("palette"), this,
        [text, reading = m_context.settings.readingLanguage(), search = m_search](data::Library& library) {
            return search->find(library, text, reading);
        },
        [this, text](PaletteAnswer answer) {
            if (text != m_text)
                return;
            std::vector<Row> rows;
            for (auto* found : {&answer.places, &answer.articles})
                for (FoundPlace& one : *found)
                    rows.push_back(rowOf(std::move(one)));
            m_searching = false;
            showFound(std::move(rows));
            Q_EMIT searchEnded();
        });
}

PaletteModel::Row PaletteModel::rowOf(FoundPlace found) {
    Row row;
    row.kind = found.kind == FoundKind::Article ? Kind::Article : Kind::Place;
    row.text = std::move(found.text);
    row.place = std::move(found.place);
    row.positions = std::move(found.positions);
    const auto is = [&row](const char* iconName, const QString& kind) {
        row.icon = QLatin1String(iconName);
        row.detail = kind;
    };
    switch (found.kind) {
    case FoundKind::Source:
        is("library", tr("Source"));
        break;
    case FoundKind::Topic:
        is("contents", tr("Topic"));
        break;
    case FoundKind::Month:
        is("history", tr("Archive"));
        break;
    case FoundKind::Tag:
        is("tag", tr("Tag"));
        break;
    case FoundKind::Saved:
        is("bookmark", tr("Saved search"));
        break;
    case FoundKind::Table:
        is("table", tr("Table"));
        break;
    case FoundKind::Article:
        is("original", found.source.isEmpty() || found.month.isEmpty()
                           ? found.source + found.month
                           : tr("%1 · %2").arg(found.source, found.month));
        break;
    }
    return row;
}

void PaletteModel::showFound(std::vector<Row> found) {
    const auto begin =
        std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.kind != Kind::Command; });
    const int first = static_cast<int>(begin - m_rows.begin());
    if (first < rowCount()) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_rows.erase(begin, m_rows.end());
        endRemoveRows();
    }
    if (found.empty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
    std::move(found.begin(), found.end(), std::back_inserter(m_rows));
    endInsertRows();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return row.shortcut.isEmpty() ? row.text : tr("%1, %2").arg(row.text, row.shortcut);
    case Qt::ToolTipRole:
        return row.detail;
    case KindRole:
        return static_cast<int>(row.kind);
    case ShortcutRole:
        return row.shortcut;
    case PositionsRole:
        return QVariant::fromValue(row.positions);
    case IconRole:
        return row.icon;
    default:
        return {};
    }
}

QAction* PaletteModel::actionAt(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : m_rows[static_cast<std::size_t>(row)].action;
}

QString PaletteModel::groupAt(int row) const {
    return row < 0 || row >= rowCount() ? QString() : m_rows[static_cast<std::size_t>(row)].group;
}

std::optional<Place> PaletteModel::placeAt(int row) const {
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].kind == Kind::Command)
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].place;
}

} // namespace parallax::ui
