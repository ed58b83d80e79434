// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/library_checker.h"

#include <filesystem>
#include <stop_token>
#include <utility>

#include "base/priority.h"
#include "data/store/check_run.h"
#include "data/store/check_store.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/tasks.h"
#include "ui/common/workspace.h"
#include "ui/shell/importer.h"

namespace parallax::ui {

namespace {
// Changes come in runs: one look serves them all.
constexpr int soonMs = 300;
// Fewer than this are done before anybody has read a line about them.
constexpr qint64 worthALine = 20;
} // namespace

LibraryChecker::LibraryChecker(Context& context, Importer& importer, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_importer(importer) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_soon, &QTimer::timeout, this, &LibraryChecker::look);
    connect(&context.library, &LibraryClient::opened, this, soon);
    connect(&context.library, &LibraryClient::changed, this, soon);
    connect(&importer, &Importer::busyChanged, this, [this] {
        m_resting = false;
        m_soon.start();
    });
}

void LibraryChecker::look() {
    if (m_running || m_resting || m_importer.isBusy() || !m_context.library.isOpen() ||
        m_context.library.isReadOnly())
        return;
    m_context.library.read<qint64>(
        QStringLiteral("checks that wait"), this,
        [](data::Library& library) {
            return library.checks().isUpToDate() ? qint64(-1) : qint64(library.checks().waiting());
        },
        [this](qint64 waiting) {
            if (waiting >= 0 && !m_running && !m_importer.isBusy())
                start(waiting);
        });
}

void LibraryChecker::start(qint64 waiting) {
    m_running = true;
    const std::filesystem::path path = m_context.library.path();
    SpokenText title;
    if (waiting >= worthALine)
        title = [waiting] { return tr("Checking the figures of %1 editions").arg(formatCount(waiting)); };
    const int task = m_context.tasks.start(
        title,
        [path](std::stop_token stop, const ProgressCallback& progress) {
            data::Library library(path);
            runAs(Priority::Check, [&] { data::checkLibrary(library, progress, std::move(stop)); });
        },
        this,
        [this] {
            m_running = false;
            m_context.tasks.setProperty("libraryCheck", 0);
            m_soon.start(); // something may have come in since
        },
        [this](const Error&) {
            m_running = false;
            m_resting = true;
            m_context.tasks.setProperty("libraryCheck", 0);
        });
    // For the Checks page, which shows how far it is and can cancel it.
    m_context.tasks.setProperty("libraryCheck", title.isEmpty() ? 0 : task);
}

} // namespace parallax::ui
