// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/fuzz/engine_targets.h"
#include "tests/fuzz/replay.h"
#include "tests/test_program.h"

namespace test_engine_corpus {

// Everything that a fuzzer once found, and the seeds that it began with.
class TestEngineCorpus : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noInputBreaksItsReader() {
        for (const auto& target : parallax::fuzz::engineTargets)
            parallax::fuzz::replay(target, {'\0', '\x7F', '\xFF'});
    }
};

PARALLAX_TEST(TestEngineCorpus)

} // namespace test_engine_corpus
#include "test_engine_corpus.moc"
