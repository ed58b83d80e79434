// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/fuzz/replay.h"
#include "tests/fuzz/serve_targets.h"
#include "tests/test_program.h"

namespace test_serve_corpus {

// Everything that a fuzzer once found, and the seeds that it began with, cut and changed at every byte.
class TestServeCorpus : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noInputBreaksItsParser() {
        for (const auto& target : parallax::fuzz::serveTargets)
            parallax::fuzz::replay(target, {'\0', '"', '{', '9', '\x7F', '\xFF'});
    }
};

PARALLAX_TEST(TestServeCorpus)

} // namespace test_serve_corpus
#include "test_serve_corpus.moc"
