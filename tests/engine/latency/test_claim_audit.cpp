// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <string>

#include "tests/engine/latency/judged_sentence.h"
#include "tests/test_program.h"

namespace test_claim_audit {

using namespace parallax::latency;

// Sentences and tables of tests/golden/claims.tsv, each with what its claims are to give, in their order:
// c consistent, x contradicted, n neither. "-" decides nothing, "+" decides nothing but is a claim.
class TestClaimAudit : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatASentenceGives_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("text");
        QFile file(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/golden/claims.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray& line : file.readAll().split('\n')) {
            const QList<QByteArray> fields = line.split('\t');
            if (line.startsWith('#') || fields.size() != 3)
                continue;
            QByteArray text = fields[2];
            text.replace("\\n", "\n");
            QTest::newRow(fields[2].constData())
                << QString::fromUtf8(fields[0]) << QString::fromUtf8(fields[1]) << QString::fromUtf8(text);
        }
    }
    void whatASentenceGives() {
        QFETCH(const QString, language);
        QFETCH(const QString, expected);
        QFETCH(const QString, text);
        const SentenceJudged found = judgedIn(text.toStdString(), language.toStdString());
        const std::string wanted = expected.toStdString();
        const auto decided = [&](char verdict) { return std::ranges::count(found.letters, verdict); };
        const bool wrong =
            decided('c') > std::ranges::count(wanted, 'c') || decided('x') > std::ranges::count(wanted, 'x');
        QVERIFY2(!wrong, ("a wrong verdict: " + found.letters + found.told).c_str());
        if (wanted == "+")
            QVERIFY2(found.claims > 0, "no claim");
        else if (wanted != "-")
            QVERIFY2(found.letters == wanted, (found.letters + " and not " + wanted + found.told).c_str());
    }
};

PARALLAX_LOOP_TEST(TestClaimAudit)

} // namespace test_claim_audit
#include "test_claim_audit.moc"
