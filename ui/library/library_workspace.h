// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "ui/common/workspace.h"
#include "ui/library/list_pane.h"
#include "ui/library/place_pane.h"
#include "ui/reader/reader.h"

class QMenu;
class QSplitter;

namespace parallax::ui {

class PendingRemoval;

// Places, list and article: what an analyst has open all day.
class LibraryWorkspace final : public Workspace {
    Q_OBJECT
  public:
    LibraryWorkspace(Context& context, QWidget* parent);
    ~LibraryWorkspace() override;

    QString id() const override { return QStringLiteral("library"); }
    QString title() const override;
    Place place() const override;
    void goTo(const Place& place) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    void setReadingLanguage(data::Language language) override;

    Reader& reader() { return *m_reader; }
    ListPane& listPane() { return *m_list; }
    PlacePane& placePane() { return *m_places; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void buildActions();
    void buildListActions();
    void reload(); // facets
    void contentChanged();
    void applyDensity();
    void showFilter(const data::ArticleFilter& filter, const QString& query);
    QString filterName(const data::ArticleFilter& filter) const;
    void articleShown(qint64 id);
    enum class Mark { Unread, Starred };
    void toggle(Mark mark); // of the selected articles, to the opposite of what the first has
    void setMark(const QList<qint64>& ids, Mark mark, bool on);
    void showTagMenu(const QPoint& at);
    void showStar();
    void fillTagMenu(QMenu& menu);
    void addTag(const QList<qint64>& articles);
    void removeSelected();
    void removeForGood(const QSet<qint64>& ids);
    void changeTag(qint64 id, const QString& name, const QString& colour);
    void removeTag(const PlaceEntry& tag);
    void renameSearch(const PlaceEntry& search, const QString& name);
    void removeSearch(const PlaceEntry& search);
    void refuseName(const QString& name);
    void saveSearch();
    void exportSelected(int format);
    void exportArticles(const QList<qint64>& ids, int format);
    void copyTitle();
    void copyLink();
    void showContextMenu(const QPoint& at);
    void updateActions();
    void focusPane(int by);
    void showVersions();
    QAction* action(const char* id) const;

    PlacePane* m_places = nullptr;
    ListPane* m_list = nullptr;
    Reader* m_reader = nullptr;
    QSplitter* m_splitter = nullptr;
    QTimer m_readTimer;
    QTimer m_reloadTimer;
    PendingRemoval* m_removal = nullptr;
    data::ArticleId m_reading = 0; // will be marked read when it stays
    bool m_navigating = false;     // goTo: not a move of the person
    bool m_keepList = false;       // our own "read" must not take the article from the unread list
    qint64 m_articles = -1;        // of the library when its places were read last
    qint64 m_unread = -1;
};

} // namespace parallax::ui
