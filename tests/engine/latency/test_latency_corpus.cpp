// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QtTest>

#include <string>
#include <utility>

#include "tests/fuzz/latency_targets.h"

// Everything that a fuzzer once found, and the seeds that it began with, cut and changed at every byte.
class TestLatencyCorpus : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noInputBreaksItsParser() {
        for (const auto& target : parallax::fuzz::latencyTargets) {
            const auto files = QDir(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/fuzz/corpus/") +
                                    QString::fromLatin1(target.name))
                                   .entryInfoList(QDir::Files, QDir::Name);
            QVERIFY2(!files.isEmpty(), target.name);
            for (const auto& info : files) {
                QFile file(info.filePath());
                QVERIFY(file.open(QIODevice::ReadOnly));
                std::string bytes = file.readAll().toStdString();
                target.run(bytes); // aborts when the input breaks it
                for (std::size_t cut = 1; cut < bytes.size(); ++cut)
                    target.run(std::string_view(bytes).substr(0, cut));
                for (std::size_t i = 0; i < bytes.size(); ++i)
                    for (const char other : {'\0', '\n', '\r', ':', '\x7F', '\xFF'}) {
                        const char before = std::exchange(bytes[i], other);
                        target.run(bytes);
                        bytes[i] = before;
                    }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLatencyCorpus)
#include "test_latency_corpus.moc"
