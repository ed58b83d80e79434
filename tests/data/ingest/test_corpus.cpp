// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QtTest>

#include "tests/fuzz/targets.h"
#include "tests/test_program.h"

namespace test_corpus {

// Everything that a fuzzer once found, and the seeds that it began with.
class TestCorpus : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noInputBreaksItsParser_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("target");
        for (std::size_t i = 0; i < parallax::fuzz::targets.size(); ++i)
            QTest::newRow(parallax::fuzz::targets[i].name)
                << QStringLiteral(PARALLAX_SOURCE_DIR "/tests/fuzz/corpus/") +
                       QString::fromLatin1(parallax::fuzz::targets[i].name)
                << static_cast<int>(i);
    }
    void noInputBreaksItsParser() {
        QFETCH(QString, folder);
        QFETCH(int, target);
        const auto files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
        QVERIFY2(!files.isEmpty(), qPrintable(folder));
        for (const auto& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto input = std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
            // Aborts, or throws what no parser may throw, when the input breaks it.
            parallax::fuzz::targets[static_cast<std::size_t>(target)].run(input);
            // Cut at any place, it must not break it either.
            for (std::size_t cut = 1; cut < input.size(); cut += 1 + input.size() / 40)
                parallax::fuzz::targets[static_cast<std::size_t>(target)].run(input.substr(0, cut));
        }
    }
};

PARALLAX_TEST(TestCorpus)

} // namespace test_corpus
#include "test_corpus.moc"
