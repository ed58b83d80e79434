// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

#include <list>
#include <memory>

#include "ui/common/cell_checks.h"
#include "ui/common/workspace.h"
#include "ui/reader/article_view.h"
#include "ui/reader/note_drafts.h"
#include "ui/reader/note_editor.h"

class QAction;
class QButtonGroup;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace parallax::ui {

class FindBar;
class FittingBar;
class ReaderMargin;
class EmptyPage;
class TableSheet;

// The checks of the editions that were loaded. Runs on the reading thread.
std::vector<data::StoredCheck> loadChecks(data::Library& library, const LoadedArticle& article);

// What the editions that were loaded claim of providers, and what is known of it. Runs on the reading thread.
std::vector<JudgedClaim> loadClaims(data::Library& library, const LoadedArticle& article);

// What is read of one article in one go. Runs on the reading thread.
// `chinese` is the script that stands beside another language where there are both.
LoadedArticle loadArticle(data::Library& library, data::ArticleId id, data::Language reading,
                          data::Language chinese);

// An address for a question about it: a long one without its middle, so that the buttons stay in sight.
QString shownAddress(const QUrl& url);

// One article, in the original, in translation, interleaved or side by side. Pages are made off the GUI
// thread; until a new one is there the old one stays.
class Reader final : public QWidget {
    Q_OBJECT
  public:
    Reader(Context& context, QWidget* parent);
    ~Reader() override;

    // Where in the article to go; all optional.
    struct Target {
        int block = -1;
        data::EditionId edition = 0;
        QString quote;
        int row = -1; // of a table's cell, -1 the header
        int column = -1;
    };
    void open(data::ArticleId id, const Target& target);
    void open(data::ArticleId id) { open(id, Target()); }
    void show(std::shared_ptr<const LoadedArticle> article, const Target& target);
    void clear();
    void showMessage(const QString& sentence, const QString& detail, const QString& button,
                     std::function<void()> pressed);
    void refreshNotes(); // and what else of the article may have changed
    void refresh();      // the library changed: what of that concerns this article is shown, in place

    data::ArticleId articleId() const { return m_id; }
    const LoadedArticle* article() const { return m_article.get(); }
    ArticleView& view() { return *m_view; }
    Place place() const; // of what is selected or at the top

    ReadingMode mode() const { return m_mode; }
    void setMode(ReadingMode mode);
    void setReadingLanguage(data::Language language);

    void openFind();
    void zoom(int steps); // 0: back to 16 px
    void addNote();
    void toggleMargin();
    void print();
    void savePdf();
    void savePdfTo(const QString& path);
    void setAllChecks(bool all); // what holds and what cannot be told is marked, too
    bool allChecks() const { return m_allChecks; }
    void stepCheck(int by); // next or previous marked figure
    void refreshChecks();   // they may have changed: the article stays as it is
    void refreshClaims();   // likewise
    bool pageDown();        // false when the end is already in sight

    // The toggle of setAllChecks() in the bar; the caller's action, checkable.
    void addCheckToggle(QAction* toggle);
    // Adds buttons at the right of the bar (star, unread, tags … of the workspace).
    void addActions(const QList<QAction*>& actions);

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

  Q_SIGNALS:
    void openPlace(const parallax::ui::Place& place);
    void articleShown(qint64 id);
    void articleFailed(qint64 id); // open() came to nothing
    void articleGone(qint64 id);   // the one that was shown was removed
    void pageShown();              // the page is on the screen: articles open and modes switch asynchronously
    void topicActivated(const QString& topic);
    void searchRequested(const QString& words);

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void buildBar();
    void rebuild(const PageAnchor& anchor);
    void showPage(std::shared_ptr<PageDocument> page, const PageAnchor& anchor);
    void goToTarget();
    void followLink(const QUrl& url);
    void openTable(int item, bool chart);
    void showTableSheet(int item);
    CellChecksPtr sheetChecks(const PageItem& item) const;
    void writeNote(const data::Note& note);
    void editNote(qint64 id);
    void buildNotes();
    void openEditor(const data::Note& note, const data::Note* draft, NoteEditor::Focus focus);
    void keepDraft(NoteDrafts::Left left);
    void leaveNote();    // what is being written is kept
    void showLeftNote(); // what was being written when the article was left
    void leaveGone();
    void showNotes();
    void buildChecks();
    void activateFigure(int figure, const QPoint& globalPosition);
    QString figureToolTip(int figure) const;
    void replaceArticle(std::shared_ptr<const LoadedArticle> changed); // of which the words are the same
    void rememberPlace();
    void arrangeMargin(ReadingMode shown);
    void retranslate();
    PageRequest request() const;
    ReaderStyle style() const;
    const data::StoredArticle* editionOf(const PageItem& item) const;

    Context& m_context;
    data::ArticleId m_id = 0;
    std::shared_ptr<const LoadedArticle> m_article;
    Target m_target;
    ReadingMode m_mode = ReadingMode::Translation;
    bool m_modeAsked = false; // by a click, for this article: then the page says what is missing
    data::Language m_reading = data::Language::English;
    data::Language m_chinese = data::Language::TraditionalChinese; // the script that was read last
    bool m_showAll = false;
    bool m_fullWidth = false;
    bool m_spaced = true;
    bool m_allChecks = false;
    bool m_marginWanted = true;
    bool m_marginForced = false; // beside two columns, too, however narrow they get
    QAction* m_allChecksAction = nullptr;
    data::ArticleId m_claimsOf = 0; // the article whose claims were asked for
    quint64 m_generation = 0;

    // Pages made of this article, so that switching back and forth converts nothing twice.
    struct CachedPage {
        PageRequest request;
        std::shared_ptr<const Page> page;
    };
    std::list<CachedPage> m_pages;
    QHash<qint64, PageAnchor> m_places; // where each article was left
    QList<qint64> m_placeOrder;

    QWidget* m_bar = nullptr;
    FittingBar* m_fitting = nullptr;
    QButtonGroup* m_modes = nullptr;
    QToolButton* m_options = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyPage* m_state = nullptr;
    QSplitter* m_splitter = nullptr;
    ArticleView* m_view = nullptr;
    ReaderMargin* m_margin = nullptr;
    FindBar* m_find = nullptr;
    NoteEditor* m_note = nullptr;
    NoteDrafts m_drafts;
    TableSheet* m_sheet = nullptr;
    int m_sheetItem = -1;
    bool m_keepSheet = false; // only its checks are new
    QTimer m_busyTimer;
};

} // namespace parallax::ui
