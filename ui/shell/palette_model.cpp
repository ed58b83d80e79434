// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include <QAction>

#include <algorithm>

#include "data/search/query.h"
#include "data/store/search_store.h"
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

constexpr int articlesShown = 12;
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
    , m_context(context) {}

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
    // Articles of the last search stay until the new ones come: a list that empties itself at each key
    // flickers.
    if (!m_text.isEmpty())
        std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
                     [](const Row& row) { return row.kind == Kind::Article; });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    searchArticles(m_text);
}

void PaletteModel::searchArticles(const QString& text) {
    m_searching = !text.isEmpty() && m_context.library.isOpen();
    if (!m_searching)
        return;
    const data::Language reading = m_context.settings.readingLanguage();
    m_context.library.read<data::SearchPage>(
        QStringLiteral("palette"), this,
        [typed = text.toStdString()](data::Library& library) {
            return library.search().search(data::parseQuery(typed, true), {}, 0, articlesShown);
        },
        [this, reading, text](const data::SearchPage& page) {
            if (text != m_text)
                return;
            std::vector<Row> articles;
            for (const data::SearchHit& hit : page.hits) {
                Row row;
                row.kind = Kind::Article;
                row.text = fromUtf8(data::titleIn(hit.article, reading));
                const QString source = fromUtf8(hit.article.source);
                const QString month = formatMonth(hit.article.archiveMonth);
                row.detail =
                    source.isEmpty() || month.isEmpty() ? source + month : tr("%1 · %2").arg(source, month);
                row.icon = QStringLiteral("original");
                row.place = {QStringLiteral("library"),
                             {{QStringLiteral("article"), qint64(hit.article.id)}}};
                articles.push_back(std::move(row));
            }
            m_searching = false;
            showArticles(std::move(articles));
            Q_EMIT searchEnded();
        });
}

void PaletteModel::showArticles(std::vector<Row> articles) {
    const auto firstArticle =
        std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.kind == Kind::Article; });
    const int first = static_cast<int>(firstArticle - m_rows.begin());
    if (first < rowCount()) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_rows.erase(firstArticle, m_rows.end());
        endRemoveRows();
    }
    if (articles.empty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(articles.size()) - 1);
    std::move(articles.begin(), articles.end(), std::back_inserter(m_rows));
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
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].kind != Kind::Article)
        return std::nullopt;
    return m_rows[static_cast<std::size_t>(row)].place;
}

} // namespace parallax::ui
