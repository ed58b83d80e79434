// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/note_drafts.h"

#include <QJsonObject>

#include <algorithm>

#include "ui/common/format.h"

namespace parallax::ui {
namespace {

constexpr std::size_t mostDrafts = 100;

} // namespace

bool samePlace(const data::Note& a, const data::Note& b) {
    if (a.id != 0 || b.id != 0)
        return a.id == b.id;
    return a.article == b.article && a.edition == b.edition && a.block == b.block && a.quote == b.quote;
}

void NoteDrafts::keep(const data::Note& draft, Left left) {
    forget(draft);
    m_drafts.push_back({draft, left});
    if (m_drafts.size() > mostDrafts)
        m_drafts.erase(m_drafts.begin());
}

void NoteDrafts::forget(const data::Note& place) {
    std::erase_if(m_drafts, [&place](const Draft& draft) { return samePlace(draft.note, place); });
}

const data::Note* NoteDrafts::of(const data::Note& place) const {
    for (const Draft& draft : m_drafts)
        if (samePlace(draft.note, place))
            return &draft.note;
    return nullptr;
}

const data::Note* NoteDrafts::newest(data::ArticleId article) const {
    const auto found = std::find_if(m_drafts.rbegin(), m_drafts.rend(), [article](const Draft& draft) {
        return draft.note.article == article && draft.note.id == 0;
    });
    return found == m_drafts.rend() ? nullptr : &found->note;
}

const data::Note* NoteDrafts::leftOpen(data::ArticleId article) const {
    const auto found = std::find_if(m_drafts.rbegin(), m_drafts.rend(), [article](const Draft& draft) {
        return draft.note.article == article && draft.left == Left::Open;
    });
    return found == m_drafts.rend() ? nullptr : &found->note;
}

QJsonArray NoteDrafts::save() const {
    QJsonArray state;
    for (const auto& [note, left] : m_drafts)
        state.append(QJsonObject{{QStringLiteral("note"), qint64{note.id}},
                                 {QStringLiteral("article"), qint64{note.article}},
                                 {QStringLiteral("edition"), qint64{note.edition}},
                                 {QStringLiteral("block"), note.block},
                                 {QStringLiteral("begin"), static_cast<qint64>(note.span.begin)},
                                 {QStringLiteral("end"), static_cast<qint64>(note.span.end)},
                                 {QStringLiteral("quote"), fromUtf8(note.quote)},
                                 {QStringLiteral("text"), fromUtf8(note.text)},
                                 {QStringLiteral("colour"), fromUtf8(note.colour)},
                                 {QStringLiteral("open"), left == Left::Open}});
    return state;
}

void NoteDrafts::restore(const QJsonArray& state) {
    m_drafts.clear();
    for (const auto& one : state) {
        const QJsonObject stored = one.toObject();
        data::Note note;
        note.id = stored[QLatin1String("note")].toInteger();
        note.article = stored[QLatin1String("article")].toInteger();
        note.edition = stored[QLatin1String("edition")].toInteger();
        note.block = stored[QLatin1String("block")].toInt(-1);
        note.span = {
            static_cast<std::size_t>(std::max<qint64>(0, stored[QLatin1String("begin")].toInteger())),
            static_cast<std::size_t>(std::max<qint64>(0, stored[QLatin1String("end")].toInteger()))};
        note.quote = toStdString(stored[QLatin1String("quote")].toString());
        note.text = toStdString(stored[QLatin1String("text")].toString());
        note.colour = toStdString(stored[QLatin1String("colour")].toString());
        if (note.article != 0)
            keep(note, stored[QLatin1String("open")].toBool() ? Left::Open : Left::Aside);
    }
}

} // namespace parallax::ui
