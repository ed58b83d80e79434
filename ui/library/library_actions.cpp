// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The commands of the library workspace: what the keys, menus and the palette do to articles.

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>

#include "data/store/annotation_store.h"
#include "data/store/transaction.h"
#include "ui/common/actions.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/library/library_workspace.h"
#include "ui/library/pending_removal.h"
#include "ui/library/versions_dialog.h"

namespace parallax::ui {
void LibraryWorkspace::buildActions() {
    ActionRegistry& actions = context().actions;
    const auto add = [&](const char* id, auto text, const QKeySequence& keys, auto run,
                         const char* iconName = "") {
        return actions.add(this, QLatin1String(id), QStringLiteral("library"), text, keys, run,
                           QLatin1String(iconName), Qt::WidgetWithChildrenShortcut);
    };
    add(
        "library.next", [] { return tr("Next article"); }, Qt::Key_J, [this] { m_list->step(1); }, "down");
    add(
        "library.previous", [] { return tr("Previous article"); }, Qt::Key_K, [this] { m_list->step(-1); },
        "up");
    add(
        "library.nextUnread", [] { return tr("Next unread article"); }, Qt::Key_G,
        [this] { m_list->stepToUnread(); });
    add(
        "library.readOn", [] { return tr("Read on: a page further, then the next article"); }, Qt::Key_Space,
        [this] {
            if (!m_reader->pageDown())
                m_list->step(1);
        });
    add(
        "library.star", [] { return tr("Star or unstar"); }, Qt::Key_S, [this] { toggle(Mark::Starred); },
        "star");
    add(
        "library.unread", [] { return tr("Mark as unread or read"); }, Qt::Key_U,
        [this] { toggle(Mark::Unread); }, "unread");
    add(
        "library.tag", [] { return tr("Tag…"); }, Qt::Key_T,
        [this] {
            // Beside the button that was clicked; else at the row, which T and the palette mean.
            const auto* button = qobject_cast<QToolButton*>(QApplication::widgetAt(QCursor::pos()));
            if (button != nullptr && button->defaultAction() == action("library.tag"))
                showTagMenu(button->mapToGlobal(QPoint(0, button->height())));
            else
                showTagMenu(m_list->list().mapToGlobal(
                    m_list->list().visualRect(m_list->list().currentIndex()).center()));
        },
        "tag");
    add(
        "library.note", [] { return tr("Write a note"); }, Qt::Key_N, [this] { m_reader->addNote(); },
        "note");
    add(
        "library.search", [] { return tr("Search the library"); }, Qt::Key_Slash,
        [this] { m_list->focusSearch(); }, "search");
    add(
        "library.find", [] { return tr("Find in the article"); }, QKeySequence(Qt::CTRL | Qt::Key_F),
        [this] {
            if (m_reader->articleId() != 0)
                m_reader->openFind();
            else
                m_list->focusSearch();
        },
        "find");
    add(
        "library.saveSearch", [] { return tr("Save this search"); }, QKeySequence(Qt::CTRL | Qt::Key_D),
        [this] { saveSearch(); }, "bookmark");
    add(
        "library.related", [] { return tr("List related articles"); }, Qt::Key_R,
        [this] {
            if (const data::ArticleId id = m_list->current())
                m_list->showRelated(id, m_list->list().currentIndex().data().toString());
        });
    add(
        "library.versions", [] { return tr("Earlier versions of the article…"); }, {},
        [this] { showVersions(); }, "history");
    add(
        "library.remove", [] { return tr("Remove from the library"); }, Qt::Key_Delete,
        [this] { removeSelected(); }, "delete");
    add(
        "library.copyTitle", [] { return tr("Copy the title"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] { copyTitle(); }, "copy");
    add(
        "library.copyLink", [] { return tr("Copy the link"); }, QKeySequence(), [this] { copyLink(); },
        "link");
    add(
        "library.exportText", [] { return tr("Export as text…"); }, {}, [this] { exportSelected(0); },
        "export");
    add(
        "library.exportMarkdown", [] { return tr("Export as Markdown…"); }, {}, [this] { exportSelected(1); },
        "export");
    add(
        "library.exportHtml", [] { return tr("Export as HTML…"); }, {}, [this] { exportSelected(2); },
        "export");
    add(
        "library.exportJson", [] { return tr("Export as JSON…"); }, {}, [this] { exportSelected(3); },
        "export");
    add(
        "library.savePdf", [] { return tr("Save as PDF…"); }, {}, [this] { m_reader->savePdf(); }, "export");
    add(
        "library.print", [] { return tr("Print…"); }, QKeySequence(Qt::CTRL | Qt::Key_P),
        [this] { m_reader->print(); }, "print");
    add(
        "library.all", [] { return tr("All articles"); }, {}, [this] { showFilter({}, {}); }, "library");
    add(
        "library.nextPane", [] { return tr("Go to the next pane"); }, Qt::Key_F6, [this] { focusPane(1); });
    add(
        "library.previousPane", [] { return tr("Go to the previous pane"); },
        QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { focusPane(-1); });
    const auto mode = [this](ReadingMode wanted) { return [this, wanted] { m_reader->setMode(wanted); }; };
    add(
        "reader.original", [] { return tr("Read the original"); }, Qt::Key_1, mode(ReadingMode::Original),
        "original");
    add(
        "reader.translation", [] { return tr("Read the translation"); }, Qt::Key_2,
        mode(ReadingMode::Translation), "translation");
    add(
        "reader.interleaved", [] { return tr("Read both, interleaved"); }, Qt::Key_3,
        mode(ReadingMode::Interleaved), "interleave");
    add(
        "reader.sideBySide", [] { return tr("Read both, side by side"); }, Qt::Key_4,
        mode(ReadingMode::SideBySide), "columns");
    add(
        "reader.larger", [] { return tr("Larger text"); }, QKeySequence(Qt::CTRL | Qt::Key_Plus),
        [this] { m_reader->zoom(1); }, "text_larger")
        ->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    add(
        "reader.smaller", [] { return tr("Smaller text"); }, QKeySequence(Qt::CTRL | Qt::Key_Minus),
        [this] { m_reader->zoom(-1); }, "text_smaller");
    add(
        "reader.resetSize", [] { return tr("Normal text size"); }, QKeySequence(Qt::CTRL | Qt::Key_0),
        [this] { m_reader->zoom(0); });
    add(
        "reader.margin", [] { return tr("Show or hide contents and notes"); }, Qt::Key_M,
        [this] { m_reader->toggleMargin(); }, "contents");
    add(
        "reader.nextCheck", [] { return tr("Next figure that fails a check"); }, Qt::Key_X,
        [this] { m_reader->stepCheck(1); });
    add(
        "reader.previousCheck", [] { return tr("Previous figure that fails a check"); },
        QKeySequence(Qt::SHIFT | Qt::Key_X), [this] { m_reader->stepCheck(-1); });
    QAction* allChecks = add(
        "reader.allChecks", [] { return tr("Show all checks in the text"); }, Qt::Key_V,
        [this] { m_reader->setAllChecks(!m_reader->allChecks()); }, "checks");
    allChecks->setCheckable(true);
    m_reader->addCheckToggle(allChecks);
    m_reader->addActions({action("library.find"), action("library.note"), action("library.star"),
                          action("library.tag"), action("library.print"), action("reader.margin")});
}

void LibraryWorkspace::showVersions() {
    auto* dialog = new VersionsDialog(context(), m_reader->articleId(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LibraryWorkspace::focusPane(int by) {
    QWidget* panes[] = {m_places, &m_list->list(), &m_reader->view()};
    int now = 1;
    for (int i = 0; i < 3; ++i)
        if (QWidget* focus = QApplication::focusWidget();
            focus == panes[i] || (i == 1 && focus != nullptr && m_list->isAncestorOf(focus)) ||
            (i == 2 && focus != nullptr && m_reader->isAncestorOf(focus)))
            now = i;
    panes[(now + by + 3) % 3]->setFocus(Qt::ShortcutFocusReason);
}

void LibraryWorkspace::updateActions() {
    const bool readOnly = context().library.isReadOnly();
    const bool one = m_reader->articleId() != 0;
    for (const char* id : {"library.star", "library.unread", "library.tag", "library.note", "library.remove"})
        if (QAction* changing = action(id))
            changing->setEnabled(!readOnly);
    for (const char* id : {"library.print", "library.savePdf", "library.versions"})
        if (QAction* reading = action(id))
            reading->setEnabled(one);
    showStar();
}

// The reader's star is filled for a starred article, as the list's is.
void LibraryWorkspace::showStar() {
    const int row = m_list->articles().rowOf(m_reader->articleId());
    const ListedArticle* listed = row < 0 ? nullptr : m_list->articles().at(row);
    const LoadedArticle* open = m_reader->article();
    const bool starred =
        listed != nullptr ? listed->row.starred : open != nullptr && open->original.row.starred;
    if (QAction* star = action("library.star"))
        star->setIcon(icon(starred ? QStringLiteral("star_filled") : QStringLiteral("star")));
}

void LibraryWorkspace::setMark(const QList<qint64>& ids, Mark mark, bool on) {
    // Shown at once; the library follows.
    if (mark == Mark::Unread)
        m_list->articles().setUnread(ids, on);
    else
        m_list->articles().setStarred(ids, on);
    showStar();
    context().library.write(this, [ids, mark, on](data::Library& library) {
        data::Transaction transaction(library);
        for (const qint64 id : ids)
            if (mark == Mark::Unread)
                library.articles().setUnread(id, on);
            else
                library.articles().setStarred(id, on);
        transaction.commit();
    });
}

void LibraryWorkspace::toggle(Mark mark) {
    if (mark == Mark::Unread)
        m_readTimer.stop();
    m_list->withSelected([this, mark](const QList<qint64>& ids) {
        if (ids.isEmpty())
            return;
        const auto turn = [this, ids, mark](const data::ArticleRow& first) {
            setMark(ids, mark, mark == Mark::Unread ? !first.unread : !first.starred);
        };
        if (const ListedArticle* first = m_list->articles().at(m_list->articles().rowOf(ids.front()))) {
            turn(first->row);
            return;
        }
        // Not among the rows that are loaded, or not in this list, or not in the library any more.
        context().library.read<std::optional<data::ArticleRow>>(
            QString(), this,
            [id = ids.front()](data::Library& library) { return library.articles().row(id); },
            [turn](const std::optional<data::ArticleRow>& first) {
                if (first)
                    turn(*first);
            });
    });
}

void LibraryWorkspace::removeSelected() {
    m_list->withSelected([this](const QList<qint64>& ids) {
        if (ids.isEmpty())
            return;
        const QSet<qint64> leaving(ids.begin(), ids.end());
        m_removal->offer(
            ids.size() == 1
                ? tr("1 article will be removed with its notes and tags.")
                : tr("%1 articles will be removed with their notes and tags.").arg(formatCount(ids.size())),
            [this, leaving] { removeForGood(leaving); },
            [this, leaving] { m_list->articles().stay(leaving); });
        m_list->articles().leave(leaving);
        m_list->step(1);
    });
}

void LibraryWorkspace::removeForGood(const QSet<qint64>& ids) {
    if (ids.contains(m_reader->articleId()))
        m_reader->clear();
    // What is gone is not what the next key means.
    if (ids.contains(m_list->current()))
        m_list->select(0);
    const auto settled = [this, ids] { m_list->articles().stay(ids); };
    context().library.write(
        this,
        [ids](data::Library& library) {
            for (const qint64 id : ids)
                library.articles().remove(id);
        },
        settled, settled);
}

void LibraryWorkspace::copyTitle() {
    m_list->withSelected([this](const QList<qint64>& ids) {
        context().library.read<QStringList>(
            QString(), this,
            [ids, reading = m_list->articles().readingLanguage()](data::Library& library) {
                QStringList titles;
                for (const qint64 id : ids)
                    if (const auto row = library.articles().row(id))
                        titles << fromUtf8(data::titleIn(*row, reading));
                return titles;
            },
            [](const QStringList& titles) {
                if (!titles.isEmpty())
                    QGuiApplication::clipboard()->setText(titles.join(QLatin1Char('\n')));
            });
    });
}

void LibraryWorkspace::copyLink() {
    const LoadedArticle* article = m_reader->article();
    if (article == nullptr)
        return;
    QString link = fromUtf8(article->original.article.url);
    if (link.isEmpty())
        link = fromUtf8(article->original.origin);
    QGuiApplication::clipboard()->setText(link);
}

void LibraryWorkspace::showContextMenu(const QPoint& at) {
    QMenu menu(this);
    for (const char* id : {"library.star", "library.unread"})
        menu.addAction(action(id));
    QMenu* tags = menu.addMenu(icon(QStringLiteral("tag")), tr("Tags"));
    tags->setEnabled(!context().library.isReadOnly());
    fillTagMenu(*tags);
    menu.addSeparator();
    menu.addAction(action("library.copyTitle"));
    menu.addAction(action("library.copyLink"));
    QMenu* exports = menu.addMenu(icon(QStringLiteral("export")), tr("Export"));
    for (const char* id : {"library.exportText", "library.exportMarkdown", "library.exportHtml",
                           "library.exportJson", "library.savePdf"})
        exports->addAction(action(id));
    menu.addAction(action("library.related"));
    menu.addAction(action("library.versions"));
    menu.addSeparator();
    menu.addAction(action("library.remove"));
    menu.exec(at);
}

} // namespace parallax::ui
