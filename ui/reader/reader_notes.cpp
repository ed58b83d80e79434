// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notes: written, found again by their words, shown.
#include "ui/reader/reader.h"

#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/reader/note_editor.h"

namespace parallax::ui {

// The notes of both editions, found again by their words.
void Reader::showNotes() {
    if (m_article == nullptr || m_view->page() == nullptr)
        return;
    std::vector<Highlight> highlights;
    for (const data::Note& note : m_article->notes) {
        if (note.quote.empty() || note.block < 0)
            continue;
        const bool translation = m_article->translation && note.edition == m_article->translation->edition.id;
        const int item = m_view->page()->itemOfBlock(note.block, translation);
        if (const auto range = m_view->findQuote(item, fromUtf8(note.quote)))
            highlights.push_back({*range, QColor(fromUtf8(note.colour)), note.id});
    }
    m_view->setNotes(std::move(highlights));
}

void Reader::addNote() {
    if (m_article == nullptr || m_view->page() == nullptr || m_context.library.isReadOnly())
        return;
    data::Note note;
    note.article = m_id;
    note.edition = m_article->original.edition.id;
    const ArticleView::Selected selected = m_view->selected();
    if (selected.item >= 0 && !selected.text.isEmpty()) {
        const PageItem& item = m_view->page()->page().items[static_cast<std::size_t>(selected.item)];
        const bool both = m_view->page()->page().mode == ReadingMode::Interleaved ||
                          m_view->page()->page().mode == ReadingMode::SideBySide;
        const bool fromTranslation =
            m_article->translation &&
            (m_view->page()->page().mode == ReadingMode::Translation || (both && selected.right));
        const data::StoredArticle& edition = fromTranslation ? *m_article->translation : m_article->original;
        note.edition = edition.edition.id;
        note.block = fromTranslation ? item.otherBlock : item.block;
        note.quote = toStdString(selected.text);
        if (note.block >= 0 && static_cast<std::size_t>(note.block) < edition.article.blocks.size()) {
            const std::string& text = edition.article.blocks[static_cast<std::size_t>(note.block)].text;
            const std::size_t at = text.find(note.quote);
            if (at != std::string::npos)
                note.span = {at, at + note.quote.size()};
        }
    }
    m_note->edit(note);
}

void Reader::editNote(qint64 id) {
    if (m_article == nullptr)
        return;
    for (const data::Note& note : m_article->notes)
        if (note.id == id)
            m_note->edit(note);
}

void Reader::writeNote(const data::Note& note) {
    m_context.library.write(
        this,
        [note](data::Library& library) {
            if (note.id == 0)
                library.annotations().addNote(note);
            else
                library.annotations().changeNote(note.id, note.text, note.colour);
        },
        [this] { refreshNotes(); });
}

} // namespace parallax::ui
