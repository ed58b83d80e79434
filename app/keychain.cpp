// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keychain.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QString>

#include <algorithm>

namespace parallax::app {
namespace {

QByteArray encoded(const std::string& text) {
    return QByteArray::fromStdString(text).toBase64();
}

// A program that has no such child would run its own main.
bool hasWorker() {
    return QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget().endsWith(QLatin1String("/parallax"));
}

class SystemKeychain final : public Keychain {
  public:
    std::optional<std::string> read(const std::string& entry) override {
        const auto answer = ask("read\n" + encoded(entry) + "\n\n");
        if (!answer || !answer->startsWith("key "))
            return std::nullopt;
        const QByteArray key = QByteArray::fromBase64(answer->mid(4));
        return key.isEmpty() ? std::nullopt : std::optional(key.toStdString());
    }
    bool write(const std::string& entry, const std::string& key) override {
        return done(ask("write\n" + encoded(entry) + "\n" + encoded(key) + "\n"));
    }
    bool remove(const std::string& entry) override { return done(ask("remove\n" + encoded(entry) + "\n\n")); }

  private:
    static bool done(const std::optional<QByteArray>& answer) { return answer && answer->startsWith("done"); }

    // By a pipe: arguments and environments can be seen by others.
    static std::optional<QByteArray> ask(const QByteArray& request) {
        if (!hasWorker())
            return std::nullopt;
        QElapsedTimer clock;
        clock.start();
        const auto left = [&] {
            return static_cast<int>(std::max<qint64>(0, keychainLimit - clock.elapsed()));
        };
        QProcess child;
        child.setStandardErrorFile(QProcess::nullDevice());
        child.start(QStringLiteral("/proc/self/exe"), {QStringLiteral("keychain-worker")});
        bool finished = false;
        if (child.waitForStarted(left())) {
            child.write(request);
            child.closeWriteChannel();
            finished = child.waitForFinished(left());
        }
        if (!finished) {
            child.kill();
            child.waitForFinished(1000);
            return std::nullopt;
        }
        if (child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
            return std::nullopt;
        return child.readAllStandardOutput();
    }
};

Keychain* g_other = nullptr;

} // namespace

Keychain& keychain() {
    static SystemKeychain system;
    return g_other != nullptr ? *g_other : system;
}

void useKeychain(Keychain* other) {
    g_other = other;
}

} // namespace parallax::app
