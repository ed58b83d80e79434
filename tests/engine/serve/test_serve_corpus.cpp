// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/fuzz/replay.h"
#include "tests/fuzz/serve_targets.h"

// Everything that a fuzzer once found, and the seeds that it began with, cut and changed at every byte.
class TestServeCorpus : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noInputBreaksItsParser() {
        for (const auto& target : parallax::fuzz::serveTargets)
            parallax::fuzz::replay(target, {'\0', '"', '{', '9', '\x7F', '\xFF'});
    }
};

QTEST_APPLESS_MAIN(TestServeCorpus)
#include "test_serve_corpus.moc"
