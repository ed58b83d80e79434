// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notes: written, found again by their words, shown.
#include "ui/reader/reader.h"

#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/reader/note_drafts.h"
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
    note.article = m_article->original.row.id; // another one may be on its way
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
    const data::Note* draft = m_drafts.of(note);
    if (note.quote.empty()) {
        // Nothing is selected: what was begun in this article goes on, wherever it was begun.
        if (m_note->isOpen() && m_note->note().id == 0) {
            m_note->takeFocus();
            return;
        }
        if (draft == nullptr)
            draft = m_drafts.newest(note.article);
        if (draft != nullptr) {
            note = *draft;
            note.text.clear();
        }
    }
    openEditor(note, draft, NoteEditor::Focus::Take);
}

// What is being written stays: with its place, which N or a click on the note brings back.
void Reader::openEditor(const data::Note& note, const data::Note* draft, NoteEditor::Focus focus) {
    if (m_note->isOpen() && samePlace(m_note->note(), note)) {
        m_note->takeFocus();
        return;
    }
    const std::optional<data::Note> words = draft != nullptr ? std::optional(*draft) : std::nullopt;
    keepDraft(NoteDrafts::Left::Aside); // may move the other drafts
    m_note->edit(note, words ? &*words : nullptr, focus);
}

void Reader::keepDraft(NoteDrafts::Left left) {
    if (m_note->isChanged())
        m_drafts.keep(m_note->written(), left);
    else if (m_note->isOpen())
        m_drafts.forget(m_note->note());
}

void Reader::leaveNote() {
    keepDraft(NoteDrafts::Left::Open);
    m_note->hide();
}

void Reader::showLeftNote() {
    const data::Note* draft = m_drafts.leftOpen(m_id);
    if (draft == nullptr || m_note->isOpen() || m_context.library.isReadOnly())
        return;
    if (draft->id != 0) {
        for (const data::Note& note : m_article->notes)
            if (note.id == draft->id)
                openEditor(note, draft, NoteEditor::Focus::Leave);
        return;
    }
    data::Note place = *draft;
    place.text.clear();
    openEditor(place, draft, NoteEditor::Focus::Leave);
}

void Reader::buildNotes() {
    connect(m_note, &NoteEditor::saved, this, &Reader::writeNote);
    connect(m_note, &NoteEditor::setAside, this,
            [this](const data::Note& note) { m_drafts.keep(note, NoteDrafts::Left::Aside); });
    connect(m_note, &NoteEditor::discarded, this, [this](const data::Note& note) { m_drafts.forget(note); });
    connect(m_note, &NoteEditor::removed, this, [this](const data::Note& note) {
        m_drafts.forget(note);
        m_context.library.write(
            this, [id = note.id](data::Library& library) { library.annotations().removeNote(id); },
            [this] { refreshNotes(); });
    });
    connect(m_note, &NoteEditor::closed, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
}

void Reader::editNote(qint64 id) {
    if (m_article == nullptr)
        return;
    for (const data::Note& note : m_article->notes)
        if (note.id == id)
            openEditor(note, m_drafts.of(note), NoteEditor::Focus::Take);
}

// A disk may be full, another program may hold the library: the words are kept until they are written.
void Reader::writeNote(const data::Note& note) {
    m_drafts.keep(note, NoteDrafts::Left::Open);
    m_context.library.write(
        this,
        [note](data::Library& library) {
            if (note.id == 0)
                library.annotations().addNote(note);
            else
                library.annotations().changeNote(note.id, note.text, note.colour);
        },
        [this, note] {
            m_drafts.forget(note);
            m_note->close(note);
            refreshNotes();
        },
        [this, note] {
            if (m_note->isOpen() && samePlace(m_note->note(), note))
                m_note->resume();
            else if (m_article != nullptr && m_id == note.article)
                showLeftNote();
        });
}

} // namespace parallax::ui
