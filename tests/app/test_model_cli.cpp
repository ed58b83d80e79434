// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonObject>

#include <csignal>

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

    // A model beyond the caches, since of a smaller one the memory's rate says nothing.
    void theMemoryIsReadOnlyForARunThatIsOverAndShown() {
        test::TinyModel large;
        large.layers = 1;
        large.width = 1024;
        large.hidden = 6144;
        large.blank = true;
        write(QStringLiteral("large.gguf"), large);
        const QStringList three{QStringLiteral("--max-tokens"), QStringLiteral("3")};
        const char* share = "% of what the memory gives";
        const auto whole = m_program.runAlone(generating(three));
        QCOMPARE(whole.status, 0);
        QVERIFY2(whole.err.contains(share), whole.err.constData());
        QCOMPARE(m_program.runAlone(generating(three) + QStringList{QStringLiteral("--quiet")}).err,
                 QByteArray());
        const auto json = m_program.runAlone(
            generating(three) + QStringList{QStringLiteral("--quiet"), QStringLiteral("--json")});
        QVERIFY(json.json()[u"timings"][u"memory_bytes_per_s"].toDouble() > 0);

        QProcess process;
        process.start(QStringLiteral(PARALLAX_PROGRAM),
                      generating({QStringLiteral("--max-tokens"), QStringLiteral("4000")}));
        QTRY_VERIFY_WITH_TIMEOUT(process.bytesAvailable() > 3, 60'000); // so a rate is known
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains("tokens (cancelled)") && said.contains("GB/s"), said.constData());
        QVERIFY2(!said.contains(share), said.constData());
    }

    void aBiasChoosesAndTheLikeliestAreListed() {
        const auto run = [&](const char* bias) {
            return m_program.runAlone(
                {QStringLiteral("--json"), QStringLiteral("model"), QStringLiteral("run"),
                 m_program.path(QLatin1String("tiny.gguf")), QStringLiteral("--prompt"), QStringLiteral("a"),
                 QStringLiteral("--device"), QStringLiteral("cpu"), QStringLiteral("--temperature"),
                 QStringLiteral("0"), QStringLiteral("--max-tokens"), QStringLiteral("3"),
                 QStringLiteral("--ignore-end"), QStringLiteral("--top-logprobs"), QStringLiteral("2"),
                 QStringLiteral("--logit-bias"), QLatin1String(bias)});
        };
        const auto answer = run("70=1e6");
        QCOMPARE(answer.status, 0);
        const QJsonObject json = answer.json().object();
        QCOMPARE(json[u"tokens"].toArray(), QJsonArray({70, 70, 70}));
        const QJsonArray places = json[u"top_logprobs"].toArray();
        QCOMPARE(places.size(), 3);
        for (const auto& place : places) {
            const QJsonArray two = place.toArray();
            QCOMPARE(two.size(), 2);
            QVERIFY(two[0][u"logprob"].toDouble() >= two[1][u"logprob"].toDouble());
            QVERIFY(two[0][u"text"].isString());
        }
        const auto beyond = run("100000=1");
        QCOMPARE(beyond.status, 2);
        QVERIFY2(beyond.err.contains("there is no token 100000"), beyond.err.constData());
        for (const char* wrong : {"70", "70=", "70=x", "=1", "70=1x", "70=nan"}) {
            const auto refused = run(wrong);
            QCOMPARE(refused.status, 2);
            QVERIFY2(refused.err.contains("TOKEN=NUMBER"), refused.err.constData());
        }
    }

    void inspectSaysWhatIsWrongAsRunDoes() {
        test::TinyModel damaged;
        damaged.more = [](test::GgufMaker& maker) { maker.u32("llama.vocab_size", 261); };
        write(QStringLiteral("damaged.gguf"), damaged);
        test::TinyModel other;
        other.architecture = "mamba\x1b[31m\n\u009b";
        write(QStringLiteral("other.gguf"), other);
        test::TinyModel surplus;
        surplus.more = [](test::GgufMaker& maker) {
            maker.tensor("odd\x7f\nname", {4}, inference::Format::F32, {1, 2, 3, 4});
        };
        write(QStringLiteral("surplus.gguf"), surplus);
        const std::pair<const char*, const char*> files[] = {
            {"damaged.gguf", "at “token_embd.weight”, 64 x 261 was expected and 64 x 260 found."},
            {"other.gguf", "“general.architecture” is mamba\\u001b[31m\\n\\u009b."},
            {"surplus.gguf", "“odd\\u007f\\nname” is a tensor that this architecture does not use."}};
        for (const auto& [name, what] : files) {
            const QString path = m_program.path(QLatin1String(name));
            const auto run = m_program.runAlone({QStringLiteral("model"), QStringLiteral("run"), path,
                                                 QStringLiteral("--prompt"), QStringLiteral("a"),
                                                 QStringLiteral("--device"), QStringLiteral("cpu")});
            const auto inspect =
                m_program.runAlone({QStringLiteral("model"), QStringLiteral("inspect"), path});
            QCOMPARE(run.status, 1);
            QCOMPARE(inspect.status, 0);
            QVERIFY2(run.err.startsWith("parallax: ") && run.err.contains(what), run.err.constData());
            const QByteArray sentence = run.err.mid(int(sizeof "parallax: ") - 1);
            QVERIFY2(inspect.out.contains("\nproblem: " + sentence), inspect.out.constData());
            const auto json = m_program.runAlone(
                {QStringLiteral("--json"), QStringLiteral("model"), QStringLiteral("inspect"), path});
            QCOMPARE(json.json()[u"problem"].toString().toUtf8() + '\n', sentence);
            for (const QByteArray& text : {run.err, inspect.out})
                for (const QChar c : QString::fromUtf8(text))
                    QVERIFY2(c == u'\n' || c.category() != QChar::Other_Control, text.constData());
        }
    }

  private:
    void write(const QString& name, const test::TinyModel& model) const {
        QVERIFY(m_program.write(name, QByteArray::fromStdString(test::makeTinyModel(model))));
    }
    QStringList generating(const QStringList& options) const {
        return QStringList{QStringLiteral("model"),
                           QStringLiteral("run"),
                           m_program.path(QStringLiteral("large.gguf")),
                           QStringLiteral("--prompt"),
                           QStringLiteral("a"),
                           QStringLiteral("--device"),
                           QStringLiteral("cpu"),
                           QStringLiteral("--temperature"),
                           QStringLiteral("0"),
                           QStringLiteral("--ignore-end")} +
               options;
    }
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
