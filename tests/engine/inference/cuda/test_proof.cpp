// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

#include "tests/test_program.h"

namespace test_proof {

// Whether the kernels at hand are those that a card has last been seen to run right: told, not demanded.

class TestProof : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void itIsToldWhenNoCardHasRunTheseSources() {
        QFile file(QStringLiteral(PARALLAX_SOURCE_DIR "/docs/gpu-results.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression line(QStringLiteral("^- sources: (\\w+)$"),
                                             QRegularExpression::MultilineOption);
        const auto proven = line.match(QString::fromUtf8(file.readAll()));
        QVERIFY(proven.hasMatch());
        QProcess digest;
        digest.start(QStringLiteral(PARALLAX_SOURCE_DIR "/scripts/gpu_sources"), {});
        QVERIFY(digest.waitForFinished());
        const QString sources = QString::fromUtf8(digest.readAllStandardOutput()).trimmed();
        QCOMPARE(sources.size(), 16);
        if (proven.captured(1) != sources)
            qWarning("the CUDA sources (%s) differ from those that a card has last run (%s): scripts/gpu",
                     qPrintable(sources), qPrintable(proven.captured(1)));
    }
};

PARALLAX_LOOP_TEST(TestProof)

} // namespace test_proof
#include "test_proof.moc"
