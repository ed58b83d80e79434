// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in place of the list or beside it: nothing found, failed, how a search was understood.
#include "ui/library/list_pane.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/common/empty_page.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"

namespace parallax::ui {
namespace {

// A line that ends at "-" or "title:" would leave the word beneath to be read as one that is looked for.
QString unbroken(QString query) {
    for (qsizetype i = query.size() - 2; i >= 0; --i)
        if ((query[i] == QLatin1Char('-') || query[i] == QLatin1Char(':')) && !query[i + 1].isSpace())
            query.insert(i + 1, QChar(0x2060));
    return query;
}

} // namespace

void ListPane::retranslate() {
    m_search->setPlaceholderText(tr("Search titles, text, tables and notes"));
    m_search->setAccessibleName(tr("Search"));
    for (auto* button : m_search->findChildren<QAbstractButton*>())
        button->setAccessibleName(tr("Clear or start the search")); // Qt's own, nameless
    m_search->setToolTip(
        tr("Words, \"exact phrases\", -without, title:word, source:name, topic:name, tag:name, "
           "note:word, OR. Either Chinese script finds the other."));
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(m_save, tr("Save this search"));
    name(m_order, tr("Order of the list"));
    m_list->setAccessibleName(tr("Articles"));
    m_undo->setText(tr("Undo"));
    showState();
    showFacts();
}

void ListPane::showState() {
    if (m_error) {
        m_state->showMessage(tr("The articles cannot be listed."), sentence(*m_error), tr("Try again"),
                             [this] { apply(false); });
        m_stack->setCurrentWidget(m_state);
        return;
    }
    if (!m_loadedOnce) {
        m_state->showSkeleton();
        m_stack->setCurrentWidget(m_state);
        return;
    }
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_list);
        return;
    }
    const ListSource& shown = m_model->source();
    if (!shown.query.isEmpty()) {
        QString tried =
            tr("Looked in titles, summaries, text, tables and notes, in both Chinese scripts and in any "
               "width and case.");
        if (!m_model->facts().expansions.isEmpty())
            tried += QLatin1Char('\n') +
                     tr("Also looked for: %1").arg(m_model->facts().expansions.join(QStringLiteral(", ")));
        if (!m_model->facts().leftOut.isEmpty())
            tried += QLatin1Char('\n') +
                     tr("Also left out: %1").arg(m_model->facts().leftOut.join(QStringLiteral(", ")));
        if (!m_model->facts().understood.isEmpty())
            tried += QLatin1Char('\n') + tr("Understood as: %1").arg(unbroken(m_model->facts().understood));
        if (!m_model->facts().unknownField.isEmpty())
            tried +=
                QLatin1Char('\n') + tr("There is no field “%1”; the fields are title, summary, body, table, "
                                       "note, source, topic, tag, lang and month.")
                                        .arg(m_model->facts().unknownField);
        if (shown.filter != data::ArticleFilter()) {
            m_state->showMessage(tr("Nothing here matches “%1”.").arg(shown.query), tried,
                                 tr("Search the whole library"), [this] { setFilter({}, {}); });
        } else {
            m_state->showMessage(tr("Nothing in the library matches “%1”.").arg(shown.query), tried,
                                 tr("Clear the search"), [this] { setSearch({}); });
        }
    } else if (shown.relatedTo != 0) {
        m_state->showMessage(tr("No other article shares its topics, names and words."), {},
                             tr("Show all articles"), [this] { setFilter({}, {}); });
    } else if (shown.filter.unreadOnly) {
        m_state->showMessage(tr("Everything is read."), {}, tr("Show all articles"),
                             [this] { setFilter({}, {}); });
    } else if (shown.filter.starredOnly) {
        m_state->showMessage(tr("No article is starred yet. S stars the one you are reading."), {},
                             tr("Show all articles"), [this] { setFilter({}, {}); });
    } else if (shown.filter.notedOnly) {
        m_state->showMessage(tr("There are no notes yet. Select words in an article and press N."), {},
                             tr("Show all articles"), [this] { setFilter({}, {}); });
    } else if (shown.filter != data::ArticleFilter()) {
        m_state->showMessage(tr("No article belongs here any more."), {}, tr("Show all articles"),
                             [this] { setFilter({}, {}); });
    } else {
        m_state->showMessage(tr("The library is empty. Drop files on the window, or import them."), {},
                             m_import ? tr("Import…") : QString(), m_import);
    }
    m_stack->setCurrentWidget(m_state);
}

void ListPane::showFacts() {
    QStringList parts;
    if (m_loadedOnce && !m_error) {
        const ListSource& shown = m_model->source();
        const int count = m_model->rowCount();
        if (shown.relatedTo != 0)
            parts << tr("Related to “%1”").arg(m_placeName);
        else if (!m_placeName.isEmpty() && shown.filter != data::ArticleFilter())
            parts << m_placeName;
        if (m_model->facts().capped)
            parts
                << tr("at least %1 articles, ranked among the newest 5,000 matches").arg(formatCount(count));
        else if (count > 0)
            parts << (count == 1 ? tr("1 article") : tr("%1 articles").arg(formatCount(count)));
        if (count > 0 && !m_model->facts().expansions.isEmpty())
            parts << tr("also looked for %1").arg(m_model->facts().expansions.join(QStringLiteral(", ")));
        if (count > 0 && !m_model->facts().leftOut.isEmpty())
            parts << tr("also left out %1").arg(m_model->facts().leftOut.join(QStringLiteral(", ")));
        if (count > 0 && !m_model->facts().understood.isEmpty())
            parts << tr("understood as %1").arg(unbroken(m_model->facts().understood));
    }
    setTextWithNarrowDots(*m_facts, parts.join(QStringLiteral(" · ")));
}

void ListPane::offerUndo(const QString& text, std::function<void()> undo) {
    m_undoText->setText(text);
    m_undoAction = std::move(undo);
    m_undoBar->show();
}

void ListPane::withdrawUndo() {
    m_undoAction = nullptr;
    m_undoBar->hide();
}

} // namespace parallax::ui
