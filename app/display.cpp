// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/display.h"

#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include <QDir>
#include <QLibraryInfo>

namespace parallax::app {
namespace {

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

bool answersWayland(const std::string& name) {
    const std::string path = name.front() == '/' ? name : variable("XDG_RUNTIME_DIR") + '/' + name;
    sockaddr_un address = {};
    if (path.size() >= sizeof address.sun_path)
        return false;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const int handle = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (handle < 0)
        return false;
    const bool answers = ::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::close(handle);
    return answers;
}

// Qt's plugin for Wayland is a package of its own; without it Qt ends the program.
bool hasWaylandPlugin() {
    const QDir platforms(QLibraryInfo::path(QLibraryInfo::PluginsPath) + QStringLiteral("/platforms"));
    return !platforms.entryList({QStringLiteral("libqwayland*")}, QDir::Files).isEmpty();
}

// With the library that Qt's plugin uses, so that it asks as Qt does, authority and all. It is no dependency
// of ours: where it is missing, nothing can be told and Qt says what it wants.
bool answersX11() {
    void* library = ::dlopen("libxcb.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr)
        return true;
    using Connect = void* (*)(const char*, int*);
    using HasError = int (*)(void*);
    using Disconnect = void (*)(void*);
    const auto connect = reinterpret_cast<Connect>(::dlsym(library, "xcb_connect"));
    const auto hasError = reinterpret_cast<HasError>(::dlsym(library, "xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<Disconnect>(::dlsym(library, "xcb_disconnect"));
    bool answers = true;
    if (connect != nullptr && hasError != nullptr && disconnect != nullptr) {
        void* connection = connect(nullptr, nullptr);
        answers = hasError(connection) == 0;
        disconnect(connection);
    }
    ::dlclose(library);
    return answers;
}

} // namespace

std::string whyNoWindow() {
    const std::string platform = variable("QT_QPA_PLATFORM");
    if (!platform.empty() && !platform.starts_with("xcb") && !platform.starts_with("wayland"))
        return {};
    const std::string wayland = variable("WAYLAND_DISPLAY"), x11 = variable("DISPLAY");
    if (wayland.empty() && x11.empty())
        return "neither DISPLAY nor WAYLAND_DISPLAY is set";
    const bool hasWayland = !wayland.empty() && answersWayland(wayland);
    if ((hasWayland && hasWaylandPlugin()) || (!x11.empty() && answersX11()))
        return {};
    if (hasWayland)
        return "Qt has no plugin for Wayland; install qt6-wayland";
    return (x11.empty() ? "WAYLAND_DISPLAY=" + wayland : "DISPLAY=" + x11) + " does not answer";
}

} // namespace parallax::app
