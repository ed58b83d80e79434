// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

#include "data/article/language.h"
#include "data/ingest/parser_process.h"
#include "ui/common/place.h"

namespace parallax::ui {

class ActionRegistry;
class IssueModel;
class LibraryClient;
class Settings;
class TaskManager;

// What every workspace is given. Lives as long as the window.
struct Context {
    LibraryClient& library;
    TaskManager& tasks;
    IssueModel& issues;
    ActionRegistry& actions;
    Settings& settings;
    data::ParserProcess::Settings parser = {}; // of whatever reads documents
};

// One page of the rail. Made when first shown.
class Workspace : public QWidget {
    Q_OBJECT
  public:
    Workspace(Context& context, QWidget* parent)
        : QWidget(parent)
        , m_context(context) {}

    virtual QString id() const = 0;    // as in Place::workspace
    virtual QString title() const = 0; // translated
    virtual Place place() const = 0;   // where it is now
    virtual void goTo(const Place& place) = 0;
    virtual QJsonObject saveState() const { return {}; } // splitters, columns, filters
    virtual void restoreState(const QJsonObject&) {}
    virtual void setReadingLanguage(data::Language) {} // EN | 繁 | 简 of the top bar

  Q_SIGNALS:
    void placeChanged(const parallax::ui::Place& place); // the workspace moved: goes into the history
    void openPlace(const parallax::ui::Place& place);    // a link to somewhere else

  protected:
    Context& context() const { return m_context; }

  private:
    Context& m_context;
};

} // namespace parallax::ui
