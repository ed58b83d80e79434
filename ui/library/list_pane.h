// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QTimer>
#include <QWidget>

#include "ui/library/article_list_model.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace parallax::ui {

class ArticleDelegate;
class EmptyPage;

// A list view that leaves letters to the shortcuts: Qt's search while typing would ask every row of 100,000
// for its title. And one that paints changed rows anew and leaves all where they are: QListView arranges
// 100,000 again (8 ms), although they are equally high, and asks where each of those that changed is (200
// ms).
class ArticleListView final : public QListView {
    Q_OBJECT
  public:
    explicit ArticleListView(QWidget* parent);
    void keyboardSearch(const QString&) override {}
    void dataChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) override;

  Q_SIGNALS:
    void entered(); // Enter: on to the article

  protected:
    void keyPressEvent(QKeyEvent* event) override;
};

// The middle pane: search box, order, and the articles of a place or a search.
class ListPane final : public QWidget {
    Q_OBJECT
  public:
    ListPane(LibraryClient& client, QWidget* parent);

    ArticleListModel& articles() { return *m_model; }
    ArticleListView& list() { return *m_list; }
    ArticleDelegate& delegate() { return *m_delegate; }

    void setFilter(const data::ArticleFilter& filter,
                   const QString& placeName); // keeps the words searched for
    void setSearch(const QString& words);
    void showRelated(data::ArticleId id, const QString& title);
    void setOrder(data::ArticleOrder order);
    void setReadingLanguage(data::Language language);
    void setEmptyHelp(std::function<void()> import);
    void focusSearch();
    QString searchWords() const;
    const ListSource& source() const { return m_source; }

    data::ArticleId current() const; // 0: none
    bool hasSelection() const;       // or an article that is read
    // The ids of the selected rows in the order of the list; where none is selected, of the article that is
    // read. At once while those rows are loaded; else the library is asked for them on its own thread.
    void withSelected(std::function<void(const QList<qint64>& ids)> done);
    void select(data::ArticleId id); // when it is among the loaded rows
    bool step(int by);               // next or previous; false at the end
    bool stepToUnread();
    void offerUndo(const QString& sentence, std::function<void()> undo);
    void withdrawUndo();

  Q_SIGNALS:
    void articleChosen(qint64 id, int block, qint64 edition, const QString& quote);
    void sourceChanged(); // by the person: goes into the history
    void saveSearchAsked();
    void menuAsked(const QPoint& globalPosition);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void apply(bool asYouType);
    void showState();
    void showFacts();
    void retranslate();
    void choose(const QModelIndex& index);

    LibraryClient& m_library;
    ArticleListModel* m_model = nullptr;
    ArticleDelegate* m_delegate = nullptr;
    ArticleListView* m_list = nullptr;
    QLineEdit* m_search = nullptr;
    QToolButton* m_save = nullptr;
    QToolButton* m_order = nullptr;
    QLabel* m_facts = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyPage* m_state = nullptr;
    QWidget* m_undoBar = nullptr;
    QLabel* m_undoText = nullptr;
    QPushButton* m_undo = nullptr;
    std::function<void()> m_undoAction;
    std::function<void()> m_import;
    ListSource m_source;
    QString m_placeName;
    QTimer m_typing;
    QTimer m_busy;
    data::ArticleId m_current = 0;
    bool m_awaitsRow = false; // the current row was moved to before it was loaded
    bool m_newWords = false;  // another search was asked for, and is not there yet
    bool m_quiet = false;
    std::optional<Error> m_error;
    bool m_loadedOnce = false;
};

} // namespace parallax::ui
