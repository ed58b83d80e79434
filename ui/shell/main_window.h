// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QMainWindow>
#include <QTimer>

#include "base/error.h"
#include "data/ingest/parser_process.h"
#include "ui/common/workspace.h"
#include "ui/shell/history.h"

class QLabel;
class QSplitter;
class QStackedWidget;

namespace parallax::ui {

class CommandPalette;
class Drawer;
class FirstStart;
class Importer;
class Rail;
class StatusLine;
class TopBar;

// The window: rail, top bar, the workspace that is shown, drawer and status line.
class MainWindow final : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(Context& context, QWidget* parent = nullptr);
    ~MainWindow() override;

    void goTo(const Place& place);           // and remember it
    void showWorkspace(const QString& id);   // where it was last
    Workspace* workspace(const QString& id); // made when first asked for; null for an unknown id
    Workspace* currentWorkspace() const;
    void createAllWorkspaces(); // so that all their commands are known
    Place currentPlace() const;

    Importer& importer() { return *m_importer; }
    CommandPalette& palette() { return *m_palette; }
    Drawer& drawer() { return *m_drawer; }
    StatusLine& statusLine() { return *m_status; }

    // A window that was never sized, on a screen with so much room.
    QSize sizeWithin(const QSize& screen) const;
    void restoreSession();
    void saveSession();

  Q_SIGNALS:
    // Another library, or the same one anew: the program closes this window and opens the next.
    void libraryWanted(const QString& path);
    void workspaceShown(const QString& id);

  protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void makeActions();
    void makeWorkspaceActions();
    void buildLayout();
    void openPalette();
    void followLibrary();
    void restoreContent(); // what the last session showed of this library
    void present(Workspace* page);
    void visit(const Workspace* from, const Place& place);
    void travel(const Place& place); // along the history: not remembered again
    void open(const Place& place);
    void updateHistoryActions();
    void updateCover();
    void libraryFailed(const Error& error);
    void countArticles();
    void retranslate();
    void toggleTheme();
    void showTheme(); // the button shows what a press would bring
    void importFromDialog();
    void pasteClipboard();
    void showSettings(int page);

    Context& m_context;
    Importer* m_importer = nullptr;
    Rail* m_rail = nullptr;
    TopBar* m_top = nullptr;
    QSplitter* m_split = nullptr;
    QStackedWidget* m_stack = nullptr;
    Drawer* m_drawer = nullptr;
    StatusLine* m_status = nullptr;
    CommandPalette* m_palette = nullptr;
    FirstStart* m_firstStart = nullptr;
    QWidget* m_broken = nullptr;
    QLabel* m_dropHint = nullptr;

    QHash<QString, Workspace*> m_workspaces;
    QHash<QString, QJsonObject> m_states;   // of workspaces not made yet, as the last session left them
    QHash<QString, QJsonObject> m_contents; // likewise, of this library
    QJsonObject m_session;                  // until it is known which library this is
    bool m_contentWaits = false;
    QString m_current;
    History m_history;
    // While one travels the history a workspace may report its place a little later and in other words.
    QTimer m_travelling;
    QTimer m_saveSoon;
    qint64 m_articles = -1; // not counted yet
};

} // namespace parallax::ui
