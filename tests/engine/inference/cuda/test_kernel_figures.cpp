// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include "tests/test_program.h"

namespace test_kernel_figures {

// What ptxas said of each kernel when it was compiled: a guard of speed for machines without a card. A
// register too many halves how many blocks a processor holds; one that is spilled goes through memory at
// every use.

namespace {

struct Kernel {
    QString name;
    QString architecture;
    int registers = 0;
    int stack = 0;
    int spilled = 0; // bytes
};

QList<Kernel> kernels() {
    static const QRegularExpression entry(
        QStringLiteral("Compiling entry function '([^']+)' for '(sm_\\d+a?)'"));
    static const QRegularExpression frame(
        QStringLiteral("(\\d+) bytes stack frame, (\\d+) bytes spill stores, (\\d+) bytes spill loads"));
    static const QRegularExpression used(QStringLiteral("Used (\\d+) registers"));
    QList<Kernel> all;
    QDirIterator files(QStringLiteral(PARALLAX_BINARY_DIR "/engine/CMakeFiles/parallax_cuda.dir"),
                       {QStringLiteral("*.ptxas")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Kernel kernel;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (const auto found = entry.match(line); found.hasMatch()) {
                kernel = {found.captured(1), found.captured(2)};
            } else if (const auto size = frame.match(line); size.hasMatch()) {
                kernel.stack = size.captured(1).toInt();
                kernel.spilled = size.captured(2).toInt() + size.captured(3).toInt();
            } else if (const auto count = used.match(line); count.hasMatch() && !kernel.name.isEmpty()) {
                kernel.registers = count.captured(1).toInt();
                all.push_back(kernel);
                kernel = {};
            }
        }
    }
    return all;
}

// 65,536 registers are a processor's: 255 are one block of 256 threads, 80 are three; of blocks of 512, which
// round rows and compute gate and up, 128 are one and 64 are two.
int ceilingOf(const Kernel& kernel) {
    if (kernel.name.contains(QStringLiteral("projectTiles")))
        return 255;
    if (kernel.name.contains(QStringLiteral("roundRow")))
        return 128;
    return kernel.name.contains(QStringLiteral("projectRanges")) ? 64 : 80;
}

} // namespace

class TestKernelFigures : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noKernelSpillsOrTakesMoreRegistersThanItMay() {
        const auto all = kernels();
        if (all.isEmpty())
            QSKIP("this build was made without CUDA, so no kernel was compiled for a card (docs/gpu.md)");
        QStringList architectures;
        for (const Kernel& kernel : all) {
            const QString what = kernel.name + u' ' + kernel.architecture;
            QVERIFY2(kernel.spilled == 0 && kernel.stack == 0, qPrintable(what));
            QVERIFY2(kernel.registers <= ceilingOf(kernel),
                     qPrintable(what + QStringLiteral(": %1 registers").arg(kernel.registers)));
            if (!architectures.contains(kernel.architecture))
                architectures += kernel.architecture;
        }
        qInfo("%d kernels for %s", static_cast<int>(all.size()),
              qPrintable(architectures.join(QStringLiteral(", "))));
        QVERIFY(all.size() >= 40 * architectures.size()); // or the figures of some have been lost
    }
};

PARALLAX_TEST(TestKernelFigures)

} // namespace test_kernel_figures
#include "test_kernel_figures.moc"
