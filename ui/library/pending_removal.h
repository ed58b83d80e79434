// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace parallax::ui {

class ListPane;

// What was removed and can still be taken back: it goes when its time is over or something else is removed.
// Until then the library holds it, and keeps it when the window is closed meanwhile.
class PendingRemoval final : public QObject {
  public:
    PendingRemoval(ListPane& list, QObject* parent);

    // Offers "Undo" under the list; one of the two is called. What was waiting before goes at once.
    void offer(const QString& sentence, std::function<void()> commit, std::function<void()> undo);
    void commit(); // now, if anything waits

  private:
    ListPane& m_list;
    QTimer m_timer;
    std::function<void()> m_commit;
};

} // namespace parallax::ui
