// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QTreeView>

#include "ui/library/place_model.h"

namespace parallax::ui {

// The left pane: where articles are looked for. Tags and saved searches are renamed in place (F2), coloured
// and removed from their menu.
class PlacePane final : public QTreeView {
    Q_OBJECT
  public:
    explicit PlacePane(QWidget* parent = nullptr);

    PlaceModel& places() { return *m_model; }
    void setFacets(const data::Facets& facets, const std::vector<data::SavedSearch>& saved);
    void showPlace(const data::ArticleFilter& filter, const QString& query); // selects without telling anyone
    void editTag(qint64 id);                                                 // once it is there
    void renameCurrent();   // a tag or a saved search; else nothing
    void recolourCurrent(); // a tag: the colour after its own

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

  Q_SIGNALS:
    void chosen(const parallax::ui::PlaceEntry& entry);
    void newTagAsked();
    void tagChanged(qint64 id, const QString& name, const QString& colour);
    void tagRemoved(const parallax::ui::PlaceEntry& entry);
    void searchRenamed(const parallax::ui::PlaceEntry& entry, const QString& name);
    void searchRemoved(const parallax::ui::PlaceEntry& entry);

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void drawBranches(QPainter*, const QRect&, const QModelIndex&) const override {}

  private:
    void retranslate();
    void restoreExpansion();
    void remove(const PlaceEntry& entry);

    PlaceModel* m_model = nullptr;
    bool m_quiet = false;
    QSet<int> m_collapsed; // groups
    data::ArticleFilter m_filter;
    QString m_query;
    qint64 m_editTag = 0;
};

} // namespace parallax::ui
