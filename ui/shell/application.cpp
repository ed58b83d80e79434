// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/application.h"

#include <QIcon>

#include <exception>

namespace parallax::ui {

Application::Application(int& argc, char** argv)
    : QApplication(argc, argv) {
    setApplicationName(QStringLiteral("parallax"));
    setApplicationDisplayName(QStringLiteral("Parallax"));
    setDesktopFileName(QStringLiteral("parallax"));
}

bool Application::notify(QObject* receiver, QEvent* event) {
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::exception& exception) {
        if (m_report)
            m_report(exception);
    }
    return false;
}

} // namespace parallax::ui
