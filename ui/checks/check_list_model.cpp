// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/check_list_model.h"

#include <algorithm>

#include "ui/common/check_figures.h"
#include "ui/common/check_mark.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"

namespace parallax::ui {
namespace {

QStringList languageNames(const data::StoredCheck& check) {
    QStringList names;
    for (const data::CheckEdition& edition : check.editions)
        if (const QString name = ownLanguageName(edition.language); !names.contains(name))
            names << name;
    if (names.size() > 1)
        return names;
    // What one edition alone says, the others say otherwise or not at all.
    return check.oneOfSeveral ? QStringList{ownLanguageName(check.language)} : QStringList();
}

} // namespace

QString editionNames(const data::StoredCheck& check) {
    return languageNames(check).join(QStringLiteral(", "));
}

CheckListModel::CheckListModel(LibraryClient& library, QObject* parent)
    : CheckPages(library, {QStringLiteral("checks"), pageSize, 40, 50'000'000}, readPages, parent) {}

int CheckListModel::rowOf(data::CheckId id) const {
    return find([id](const data::StoredCheck& check) {
        return check.id == id ||
               std::any_of(check.editions.begin(), check.editions.end(),
                           [id](const data::CheckEdition& edition) { return edition.check == id; });
    });
}

QVariant CheckListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == LoadedRole)
        return at(index.row()) != nullptr;
    const data::StoredCheck* check = seen(index.row());
    if (check == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return statedText(check->check);
    case Qt::ToolTipRole:
        return checkToolTip(*check) + QStringLiteral("<div>%1</div>").arg(editionNames(*check));
    case Qt::AccessibleTextRole:
        return (QStringList{checkDescription(*check)} + languageNames(*check) +
                QStringList{nameFromUtf8(check->articleTitle)})
            .join(QStringLiteral(", "));
    case IdRole:
        return QVariant::fromValue<qlonglong>(check->id);
    default:
        return {};
    }
}

CheckListModel::Answer CheckListModel::readPages(data::Library& library, const CheckList& list,
                                                 const std::vector<int>& pages, bool count) {
    Answer answer;
    answer.source = list;
    try {
        data::CheckStore& checks = library.checks();
        if (count)
            answer.count = checks.count(list.filter);
        for (const int page : pages)
            answer.pages.emplace_back(
                page, checks.list(list.filter, std::int64_t{page} * pageSize, pageSize, list.reading));
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        answer.error = error;
    }
    return answer;
}

void CheckListModel::shown(const std::monostate&) {
    m_state = State::Ready;
    m_error.reset();
    Q_EMIT stateChanged();
}

void CheckListModel::failed(const Error& error) {
    m_error = error;
    m_state = State::Failed;
    forgetWanted();
    Q_EMIT stateChanged();
}

void CheckListModel::refresh() {
    if (m_state == State::Ready)
        readAgain();
    else
        ask(asked());
}

void CheckListModel::setMark(data::CheckId id, data::CheckMark mark, const QString& note) {
    change(rowOf(id), [&](data::StoredCheck& check) {
        check.mark = mark;
        check.markNote = toStdString(note);
    });
}

} // namespace parallax::ui
