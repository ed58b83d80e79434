// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window comes back to: how it looked at once, what it showed as soon as it is known which library
// this is.
#include "ui/shell/main_window.h"

#include <QJsonArray>
#include <QSplitter>

#include "ui/common/library_client.h"
#include "ui/common/rescale.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/shell/session.h"
#include "ui/shell/workspaces.h"

namespace parallax::ui {
namespace {

// The same for each copy of a library, wherever it lies.
QString sessionKey(const LibraryClient& library) {
    return library.uid().empty() ? QString::fromStdString(library.path().string())
                                 : QString::fromStdString(library.uid());
}

} // namespace

void MainWindow::restoreSession() {
    m_session = m_context.settings.session();
    restoreGeometry(QByteArray::fromBase64(m_session.value(QLatin1String("geometry")).toString().toLatin1()));
    m_split->restoreState(
        QByteArray::fromBase64(m_session.value(QLatin1String("drawer")).toString().toLatin1()));
    rescalePanes(*m_split, keptScale(m_session), scalePercent());
    const QJsonObject states = m_session.value(QLatin1String("workspaces")).toObject();
    for (auto state = states.begin(); state != states.end(); ++state)
        m_states.insert(state.key(), lookOf(state.key(), state.value().toObject()));
    const QString id = m_session.value(QLatin1String("workspace")).toString();
    if (workspace(id))
        showWorkspace(id);
    else if (!workspaceKinds().empty())
        showWorkspace(workspaceKinds().front().id);
    m_contentWaits = true;
    if (m_context.library.isOpen())
        restoreContent();
}

void MainWindow::restoreContent() {
    if (!std::exchange(m_contentWaits, false))
        return;
    const QJsonObject part = libraryPart(std::exchange(m_session, {}), sessionKey(m_context.library));
    const QJsonObject contents = part.value(QLatin1String("workspaces")).toObject();
    for (auto content = contents.begin(); content != contents.end(); ++content) {
        if (Workspace* page = m_workspaces.value(content.key()))
            page->restoreState(joined(lookOf(content.key(), page->saveState()), content.value().toObject()));
        else
            m_contents.insert(content.key(), content.value().toObject());
    }
    const QJsonObject place = part.value(QLatin1String("place")).toObject();
    const Place last{place.value(QLatin1String("workspace")).toString(),
                     place.value(QLatin1String("detail")).toObject()};
    if (last.workspace != m_current || last.detail.isEmpty())
        return;
    m_history.replace(last);
    travel(last);
}

void MainWindow::saveSession() {
    if (m_broken)
        return; // the last session that worked is the one to come back to
    QJsonObject looks;
    QJsonObject contents;
    for (auto state = m_states.constBegin(); state != m_states.constEnd(); ++state)
        looks.insert(state.key(), state.value());
    for (auto content = m_contents.constBegin(); content != m_contents.constEnd(); ++content)
        contents.insert(content.key(), content.value());
    for (auto page = m_workspaces.constBegin(); page != m_workspaces.constEnd(); ++page) {
        const QJsonObject state = page.value()->saveState();
        QJsonObject look = lookOf(page.key(), state);
        look.insert(QStringLiteral("scale"), scalePercent()); // that its pixels are of
        looks.insert(page.key(), look);
        contents.insert(page.key(), contentOf(page.key(), state));
    }
    const Place place = currentPlace();
    QJsonObject session{
        {QStringLiteral("geometry"), QString::fromLatin1(saveGeometry().toBase64())},
        {QStringLiteral("drawer"), QString::fromLatin1(m_split->saveState().toBase64())},
        {QStringLiteral("scale"), scalePercent()},
        {QStringLiteral("workspace"), place.workspace},
        {QStringLiteral("workspaces"), looks},
    };
    const QJsonObject before = m_context.settings.session();
    // Before the library has told which one it is there is nothing of it to keep.
    session[QLatin1String("libraries")] =
        m_contentWaits || !m_context.library.isOpen()
            ? before.value(QLatin1String("libraries")).toArray()
            : withLibraryPart(
                  before, sessionKey(m_context.library),
                  {{QStringLiteral("place"), QJsonObject{{QStringLiteral("workspace"), place.workspace},
                                                         {QStringLiteral("detail"), place.detail}}},
                   {QStringLiteral("workspaces"), contents}});
    m_context.settings.setSession(session);
}

} // namespace parallax::ui
