// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/note_editor.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/reader/note_drafts.h"

namespace parallax::ui {
QIcon colourIcon(const QString& colour) {
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(colour));
    painter.drawEllipse(4, 4, 24, 24);
    return QIcon(pixmap);
}

const QStringList& annotationColours() {
    static const QStringList colours{QStringLiteral("#E0A800"), QStringLiteral("#2FA36B"),
                                     QStringLiteral("#3B82D6"), QStringLiteral("#C76C9F"),
                                     QStringLiteral("#D55E00")};
    return colours;
}

NoteEditor::NoteEditor(QWidget* parent)
    : QFrame(parent)
    , m_quote(new ElidedLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_remove(new QPushButton(this)) {
    setProperty("role", QStringLiteral("footer"));
    m_quote->setQuiet(true);
    m_quote->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(spacing(18));
    m_text->installEventFilter(this);
    m_save->setObjectName(QStringLiteral("noteSave"));
    m_save->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(1));
    for (const QString& colour : annotationColours()) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setIcon(colourIcon(colour));
        connect(button, &QToolButton::clicked, this, [this, colour] {
            m_note.colour = toStdString(colour);
            showColour();
        });
        buttons->addWidget(button);
        m_colours.push_back(button);
    }
    buttons->addStretch();
    buttons->addWidget(m_remove);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4), spacing(2), spacing(4), spacing(2));
    layout->setSpacing(spacing(2));
    layout->addWidget(m_quote);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &NoteEditor::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        Q_EMIT discarded(m_note);
        finish();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const data::Note gone = m_note;
        finish();
        Q_EMIT removed(gone);
    });
    retranslate();
    hide();
}

void NoteEditor::retranslate() {
    m_text->setPlaceholderText(tr("Your note; Ctrl+Enter saves it"));
    m_text->setAccessibleName(tr("Note"));
    m_save->setText(tr("Save note"));
    m_cancel->setText(tr("Cancel"));
    m_remove->setText(tr("Delete note"));
    const QStringList names{tr("Yellow"), tr("Green"), tr("Blue"), tr("Pink"), tr("Orange")};
    for (qsizetype i = 0; i < m_colours.size(); ++i) {
        m_colours[i]->setToolTip(names[i]);
        m_colours[i]->setAccessibleName(tr("Colour of the note: %1").arg(names[i]));
    }
}

void NoteEditor::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NoteEditor::edit(const data::Note& note, const data::Note* draft, Focus focus) {
    const data::Note& shown = draft != nullptr ? *draft : note;
    const QString words = fromUtf8(shown.text);
    m_note = note;
    m_note.colour = shown.colour;
    if (m_note.colour.empty())
        m_note.colour = toStdString(annotationColours().front());
    const QString quote = fromUtf8(note.quote).simplified();
    m_quote->setText(quote.isEmpty() ? tr("A note on the whole article") : quote);
    m_quote->setToolTip(quote);
    m_text->setPlainText(words);
    m_text->moveCursor(QTextCursor::End);
    m_remove->setVisible(note.id != 0);
    showColour();
    setBusy(false);
    show();
    if (focus == Focus::Take)
        takeFocus();
}

void NoteEditor::takeFocus() {
    m_text->setFocus(Qt::OtherFocusReason);
}

data::Note NoteEditor::written() const {
    data::Note note = m_note;
    note.text = toStdString(m_text->toPlainText());
    return note;
}

bool NoteEditor::isChanged() const {
    return isOpen() && toStdString(m_text->toPlainText()) != m_note.text;
}

void NoteEditor::showColour() {
    for (qsizetype i = 0; i < m_colours.size(); ++i)
        m_colours[i]->setChecked(annotationColours()[i] == fromUtf8(m_note.colour));
}

void NoteEditor::save() {
    if (m_busy)
        return; // on its way already
    setBusy(true);
    Q_EMIT saved(written());
}

void NoteEditor::close(const data::Note& kept) {
    if (isOpen() && samePlace(kept, m_note) && written().text == kept.text)
        finish();
}

void NoteEditor::resume() {
    setBusy(false);
}

void NoteEditor::setBusy(bool busy) {
    m_busy = busy;
    m_text->setReadOnly(busy);
    m_save->setEnabled(!busy);
    m_remove->setEnabled(!busy);
}

void NoteEditor::finish() {
    // The library's answer may come when the person has gone on to something else.
    const bool inside = isAncestorOf(QApplication::focusWidget());
    hide();
    if (inside)
        Q_EMIT closed();
}

bool NoteEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            if (isChanged())
                Q_EMIT setAside(written());
            else
                Q_EMIT discarded(m_note);
            finish();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers().testFlag(Qt::ControlModifier)) {
            save();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace parallax::ui
