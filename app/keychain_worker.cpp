// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QByteArray>
#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QString>
#include <QTimer>

#ifdef PARALLAX_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

#include <cstdio>

#include "app/keychain.h"

namespace parallax::app {

#ifdef PARALLAX_KEYCHAIN

namespace {

// Before the parent loses patience.
constexpr int workerLimit = keychainLimit - 500;

bool run(QKeychain::Job& job, const QString& entry) {
    job.setAutoDelete(false);
    job.setInsecureFallback(false); // in no file of settings
    job.setKey(entry);
    QEventLoop loop;
    bool ended = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        ended = true;
        loop.quit();
    });
    QTimer::singleShot(workerLimit, &loop, &QEventLoop::quit);
    job.start();
    if (!ended)
        loop.exec();
    return ended;
}

void answer(const QByteArray& text) {
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

} // namespace

int runKeychainWorker(int argc, char** argv) {
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 1;
    constexpr qint64 longest = 1 << 20;
    const QList<QByteArray> lines = in.read(longest).split('\n');
    if (lines.size() < 3)
        return 1;
    const QString entry = QString::fromUtf8(QByteArray::fromBase64(lines[1]));
    const QCoreApplication application(argc, argv);
    const QString service = QStringLiteral("Parallax");
    if (lines[0] == "read") {
        QKeychain::ReadPasswordJob job(service);
        if (!run(job, entry) || job.error() != QKeychain::NoError)
            return 1;
        answer("key " + job.textData().toUtf8().toBase64());
        return 0;
    }
    if (lines[0] == "write") {
        QKeychain::WritePasswordJob job(service);
        job.setTextData(QString::fromUtf8(QByteArray::fromBase64(lines[2])));
        if (!run(job, entry) || job.error() != QKeychain::NoError)
            return 1;
        answer("done");
        return 0;
    }
    if (lines[0] == "remove") {
        QKeychain::DeletePasswordJob job(service);
        if (!run(job, entry) ||
            (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound))
            return 1;
        answer("done");
        return 0;
    }
    return 1;
}

#else

int runKeychainWorker(int, char**) {
    return 1; // built without QtKeychain: there is no keychain
}

#endif

} // namespace parallax::app
