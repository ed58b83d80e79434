// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/workspace.h"
#include "ui/tables/prepared_table.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace parallax::ui {

class ComparePage;
class EmptyPage;
class TableListPanel;
class TablePage;

// Every comparison table of the library: a list at the left, the chosen one with its chart at the right.
class TablesWorkspace final : public Workspace {
    Q_OBJECT
  public:
    TablesWorkspace(Context& context, QWidget* parent);
    ~TablesWorkspace() override;

    QString id() const override { return QStringLiteral("tables"); }
    QString title() const override { return tr("Tables"); }
    Place place() const override;
    // {"table": id}, or {"article": id, "index": n} for the n-th table of an article; with {"compare": true}
    // beside those of other articles.
    void goTo(const Place& place) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    void setReadingLanguage(data::Language language) override;

    TablePage& page() { return *m_page; }
    TableListPanel& list() { return *m_list; }
    ComparePage& comparison() { return *m_compare; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Loaded;
    void makeActions();
    void showState();
    void showFirstMatch();
    void open(data::TableId table);
    void openOfArticle(data::ArticleId article, int index);
    void take(Loaded loaded);
    void refreshChecks();
    void showComparison(bool shown);
    void exportListed();
    void retranslate();

    QStackedWidget* m_states; // content, busy, empty, broken
    QSplitter* m_splitter;
    TableListPanel* m_list;
    QStackedWidget* m_right; // choose one, the page, broken
    EmptyPage* m_choose;
    TablePage* m_page;
    ComparePage* m_compare;
    EmptyPage* m_lost;
    EmptyPage* m_busy;
    EmptyPage* m_empty;
    EmptyPage* m_broken;
    QTimer* m_patience;
    data::TableId m_table = 0; // shown or on its way
    data::Language m_reading = data::Language::Unknown;
};

} // namespace parallax::ui
