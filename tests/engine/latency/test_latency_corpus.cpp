// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/fuzz/latency_targets.h"
#include "tests/fuzz/replay.h"
#include "tests/test_program.h"

namespace test_latency_corpus {

// Everything that a fuzzer once found, and the seeds that it began with, cut and changed at every byte.
class TestLatencyCorpus : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noInputBreaksItsParser() {
        for (const auto& target : parallax::fuzz::latencyTargets)
            parallax::fuzz::replay(target, {'\0', '\n', '\r', ':', '\x7F', '\xFF'});
    }
};

PARALLAX_TEST(TestLatencyCorpus)

} // namespace test_latency_corpus
#include "test_latency_corpus.moc"
