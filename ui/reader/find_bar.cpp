// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/find_bar.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/reader/article_view.h"

namespace parallax::ui {

FindBar::FindBar(ArticleView& view, QWidget* parent)
    : QFrame(parent)
    , m_view(view)
    , m_edit(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this)) {
    setProperty("role", QStringLiteral("bar"));
    m_edit->setObjectName(QStringLiteral("findInArticle"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    m_count->setProperty("role", QStringLiteral("quiet"));
    m_previous->setIcon(icon(QStringLiteral("up")));
    m_next->setIcon(icon(QStringLiteral("down")));
    m_close->setIcon(icon(QStringLiteral("close")));
    for (QToolButton* button : {m_previous, m_next, m_close})
        button->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing(3), spacing(1), spacing(3), spacing(1));
    layout->setSpacing(spacing(1));
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_close);
    connect(m_edit, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    retranslate();
    hide();
}

void FindBar::retranslate() {
    m_edit->setPlaceholderText(tr("Find in this article"));
    m_edit->setAccessibleName(tr("Find in this article"));
    for (auto* button : m_edit->findChildren<QAbstractButton*>())
        button->setAccessibleName(tr("Clear the words")); // Qt's own, nameless
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_previous, tr("Previous match (Shift+Enter)"));
    name(m_next, tr("Next match (Enter)"));
    name(m_close, tr("Close the search (Esc)"));
    showCount();
}

void FindBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString FindBar::words() const {
    return m_edit->text();
}

void FindBar::open(const QString& words) {
    show();
    if (!words.isEmpty())
        m_edit->setText(words);
    m_edit->selectAll();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    search();
}

void FindBar::close() {
    hide();
    m_view.clearFind();
    m_view.setFocus(Qt::OtherFocusReason);
}

void FindBar::repeat() {
    if (isVisible())
        search();
}

void FindBar::search() {
    m_view.find(m_edit->text());
    showCount();
}

void FindBar::step(int by) {
    m_view.stepMatch(by);
    showCount();
}

void FindBar::showCount() {
    const int count = m_view.matchCount();
    if (m_edit->text().isEmpty())
        m_count->clear();
    else if (count == 0)
        m_count->setText(tr("Not in this article"));
    else
        m_count->setText(tr("%1 of %2").arg(formatCount(m_view.currentMatch() + 1), formatCount(count)));
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace parallax::ui
