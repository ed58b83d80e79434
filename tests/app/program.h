// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The command line as a script sees it: the real program, its output and its exit status, without a display
// and with files of its own.

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

namespace parallax::test {

struct Answer {
    int status = -1; // -1: it crashed, or took two minutes
    QByteArray out, err;

    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

class Program {
  public:
    bool isValid() const { return m_folder.isValid(); }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    bool write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    QByteArray contents(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // On the library of the test.
    Answer run(const QStringList& arguments, const QByteArray& input = {}) const {
        return runAlone(QStringList{QStringLiteral("--library"), path(QStringLiteral("library.sqlite3"))} +
                            arguments,
                        input);
    }

    Answer runAlone(const QStringList& arguments, const QByteArray& input = {}) const {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral(PARALLAX_PROGRAM), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

  private:
    QTemporaryDir m_folder;
};

} // namespace parallax::test
