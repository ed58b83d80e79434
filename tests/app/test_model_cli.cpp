// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonObject>

#include "engine/inference/cuda/card.h"
#include "tests/app/program.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_model_cli {

// `parallax model` as a script sees it, on machines with a card and without.

using namespace parallax;

class TestModelCli : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        const std::string bytes = test::makeTinyModel({});
        QVERIFY(m_program.write(QStringLiteral("tiny.gguf"),
                                QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))));
    }

    void benchMeasuresPromptsAndDecodingBesideTheMemory() {
        const auto answer =
            bench({QStringLiteral("--device"), QStringLiteral("cpu"), QStringLiteral("--depth"),
                   QStringLiteral("0,9"), QStringLiteral("--json")});
        QCOMPARE(answer.status, 0);
        const QJsonObject json = answer.json().object();
        QVERIFY(json[u"read_bytes_per_s"].toDouble() > 0);
        QVERIFY(json[u"read_bytes_per_processor_s"].toDouble() > 0);
        QCOMPARE(json[u"device_note"].toString(), QString());
        const QJsonArray measured = json[u"measured"].toArray();
        QCOMPARE(measured.size(), 3);
        QStringList what;
        for (const auto& one : measured) {
            const QJsonObject m = one.toObject();
            what += m[u"what"].toString() + QString::number(m[u"depth"].toInt());
            for (const char* number : {"tokens_per_s", "bytes_per_token", "tokens_per_processor_s"})
                QVERIFY2(m[QLatin1String(number)].toDouble() > 0, number);
            // Of so small a model the share says nothing when its weights stay in the caches.
            for (const char* share : {"bandwidth_share", "bandwidth_share_processor_time"})
                QVERIFY2(m[QLatin1String(share)].isNull() || m[QLatin1String(share)].toDouble() > 0, share);
            QCOMPARE(m[u"all_tokens_per_s"].toArray().size(), 2);
        }
        QCOMPARE(what, QStringList({QStringLiteral("prefill0"), QStringLiteral("decode0"),
                                    QStringLiteral("decode9")}));
    }

    void benchTakesTurns() {
        const auto answer =
            bench({QStringLiteral("--device"), QStringLiteral("cpu"), QStringLiteral("--turns")}, "\n\n\n\n");
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.out.count('\n'), 4);
        QCOMPARE(bench({QStringLiteral("--turns")}, "\n").status, 2); // a line is missing
    }

    void benchOnACardThatIsNotThereSaysSo() {
        if (!inference::cardProblem().empty()) {
            for (const char* verb : {"bench", "run"}) {
                const auto answer = m_program.runAlone({QStringLiteral("model"), QLatin1String(verb),
                                                        m_program.path(QStringLiteral("tiny.gguf")),
                                                        QStringLiteral("--device"), QStringLiteral("cuda"),
                                                        QLatin1String(verb) == QLatin1String("run")
                                                            ? QStringLiteral("--prompt=a")
                                                            : QStringLiteral("--rounds=1")});
                QCOMPARE(answer.status, 1);
                QCOMPARE(answer.out, QByteArray());
                QVERIFY2(answer.err.contains(inference::cardProblem().c_str()), answer.err.constData());
            }
        }
        const auto fallen =
            bench({QStringLiteral("--device"), QStringLiteral("auto"), QStringLiteral("--json")});
        QCOMPARE(fallen.status, 0);
        const QJsonObject json = fallen.json().object();
        QCOMPARE(json[u"device"].toString().startsWith(QLatin1String("CPU")),
                 !json[u"device_note"].toString().isEmpty());
        if (!inference::cardProblem().empty()) {
            QCOMPARE(json[u"device_note"].toString().toStdString(), inference::cardProblem());
            QVERIFY(fallen.err.contains("not on a graphics card: "));
        }
        QCOMPARE(bench({QStringLiteral("--device"), QStringLiteral("gpu")}).status, 2);
        QCOMPARE(bench({QStringLiteral("--device"), QStringLiteral("cpu"), QStringLiteral("--kv"),
                        QStringLiteral("fp8")})
                     .status,
                 2);
    }

  private:
    test::Answer bench(const QStringList& options, const QByteArray& input = {}) const {
        return m_program.runAlone(QStringList{QStringLiteral("model"), QStringLiteral("bench"),
                                              m_program.path(QStringLiteral("tiny.gguf")),
                                              QStringLiteral("--prefill"), QStringLiteral("5"),
                                              QStringLiteral("--decode"), QStringLiteral("2"),
                                              QStringLiteral("--rounds"), QStringLiteral("2")} +
                                      options,
                                  input);
    }

    test::Program m_program;
};

PARALLAX_LOOP_TEST(TestModelCli)

} // namespace test_model_cli
#include "test_model_cli.moc"
