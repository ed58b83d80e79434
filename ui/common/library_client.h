// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/error.h"
#include "data/store/library.h"

namespace parallax::ui {

// The window's way to the library: a reading thread and a writing thread, each with its own connection. The
// GUI thread never waits for SQLite. Results and errors come back on the GUI thread, and only while `context`
// lives. A lane (any string) holds at most one waiting read: a newer one replaces it and interrupts the one
// that runs (search as you type). The empty lane holds any number. Jobs asked for before opened() wait for
// it. Writes that wait when the client ends are still carried out; reads are dropped.
class LibraryClient final : public QObject {
    Q_OBJECT
  public:
    // What becomes of a file that is not there. One that the analyst worked in before is not made anew: its
    // disk may only be unplugged, and an empty library would look like a lost one. Then failed(FileNotFound).
    enum class Missing { Created, Failed };

    explicit LibraryClient(std::filesystem::path path, Missing missing = Missing::Created,
                           QObject* parent = nullptr);
    ~LibraryClient() override;

    const std::filesystem::path& path() const { return m_path; }
    bool isOpen() const;                // opened() was emitted
    bool isReadOnly() const;            // after opened()
    std::string readOnlyReason() const; // as Library::readOnlyReason
    std::string uid() const;            // likewise: as libraryUid (data/store/library_lists.h)

    template <typename Result>
    void read(const QString& lane, QObject* context, std::function<Result(data::Library&)> job,
              std::function<void(Result)> done) {
        enqueueRead(lane, [context = QPointer<QObject>(context), job = std::move(job), done = std::move(done),
                           this](data::Library& library) {
            auto result = std::make_shared<Result>(job(library));
            deliver(context, [result, done] { done(std::move(*result)); });
        });
    }

    // `job` runs inside no transaction: it opens its own. `done` may be empty. changed() follows. Where the
    // job threw, `notDone` is called in its place, besides failed().
    void write(QObject* context, std::function<void(data::Library&)> job, std::function<void()> done = {},
               std::function<void()> notDone = {});

  Q_SIGNALS:
    void opened();                             // both connections are there
    void failed(const parallax::Error& error); // opening failed, or a job threw (but Cancelled)
    void changed();                            // the library's content changed, here or in another process

  private:
    void enqueueRead(const QString& lane, std::function<void(data::Library&)> job);
    void deliver(const QPointer<QObject>& context, std::function<void()> call);

    std::filesystem::path m_path;
    Missing m_missing;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::ui
