// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <string>
#include <vector>

#include "data/store/import.h"

class QMimeData;

namespace parallax::ui {

struct Context;
struct Place;

// Brings files, folders, addresses, dropped and pasted text into the library, as a task.
class Importer final : public QObject {
    Q_OBJECT
  public:
    explicit Importer(Context& context, QObject* parent = nullptr);

    // What a drop or the clipboard holds: files and addresses first, then Markdown and tables, then HTML,
    // then text. Text that is one address and nothing else is that address. Empty when there is nothing to
    // import.
    static bool
    mayHold(const QMimeData& mime); // by its kinds alone: nothing is fetched from the other program
    static std::vector<data::ImportItem> itemsOf(const QMimeData& mime);

    void import(std::vector<data::ImportItem> items, bool repairMojibake = false);
    // Again with the damage undone what was pasted: its issue's place names it by this number.
    void repairPasted(int pasted);
    void importDemo();
    bool isBusy() const { return m_running > 0; }

  Q_SIGNALS:
    void busyChanged();
    void finished(const parallax::data::ImportReport& report);
    void openPlace(const parallax::ui::Place& place); // one article was brought in: show it

  private:
    using Items = std::shared_ptr<const std::vector<data::ImportItem>>;
    void reportArticle(const data::ImportedArticle& article, const Items& items);
    void reportSkipped(const QString& title, const std::vector<std::string>& skipped);
    void offerFeeds(const std::vector<data::OpmlFeed>& feeds);

    Context& m_context;
    int m_running = 0;
    std::vector<data::ImportItem> m_pasted; // of which a repair is offered: nothing else has the bytes
};

} // namespace parallax::ui
