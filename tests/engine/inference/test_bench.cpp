// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Made-up models and what is measured on them. That it is fast is no test's business.

#include <QtTest>

#include <cmath>

#include "base/error.h"
#include "engine/inference/bench.h"
#include "engine/inference/engine.h"
#include "engine/inference/made_up.h"
#include "tests/test_program.h"

namespace test_bench {

using namespace parallax;
using namespace parallax::inference;

class TestBench : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyMixGivesAModelThatRuns_data() {
        QTest::addColumn<QString>("mix");
        for (const auto& mix : mixNames())
            QTest::newRow(mix.c_str()) << QString::fromStdString(mix);
    }
    void everyMixGivesAModelThatRuns() {
        QFETCH(QString, mix);
        const MadeUp made = madeUp("qwen2.5-0.5b", mix.toStdString(), 7, 1);
        const auto file = made.gguf();
        QVERIFY(file->unknownTensors().empty());
        QVERIFY(
            QString::fromUtf8(file->string("general.name", "").data()).contains(QLatin1String("Made up")));
        // Numbers of all matrices spread as they should, so that activations neither vanish nor explode.
        const Tensor* tensor = file->tensor("blk.0.ffn_down.weight");
        QVERIFY(tensor != nullptr);
        std::vector<float> numbers(formatInfo(tensor->format).blockNumbers * 64);
        decode(tensor->format, tensor->data, 64, numbers.data());
        double squares = 0;
        for (const float number : numbers)
            squares += double(number) * double(number);
        const double spread = std::sqrt(squares / double(numbers.size()) * double(tensor->columns()));
        if (numbers.size() > 1000)
            QVERIFY2(spread > 0.6 && spread < 1.6, qPrintable(QString::number(spread)));
    }

    void theSameSeedGivesTheSameBytes() {
        QVERIFY(madeUp("llama-3.2-1b", "q4_k_m", 1, 1).bytes == madeUp("llama-3.2-1b", "q4_k_m", 1, 1).bytes);
        QVERIFY(madeUp("llama-3.2-1b", "q4_k_m", 1, 1).bytes != madeUp("llama-3.2-1b", "q4_k_m", 2, 1).bytes);
    }

    void mixesAreWhatTheConverterMakes() {
        const MadeUp made = madeUp("qwen2.5-0.5b", "q4_k_m", 1, 2);
        const auto file = made.gguf();
        QCOMPARE(file->tensor("token_embd.weight")->format, Format::Q8_0); // rows of 896
        QCOMPARE(file->tensor("blk.0.attn_q.weight")->format, Format::Q5_0);
        QCOMPARE(file->tensor("blk.0.ffn_down.weight")->format, Format::Q6_K); // rows of 4,864
        QCOMPARE(file->tensor("blk.0.attn_v.weight")->format, Format::Q8_0);
        const MadeUp llama = madeUp("llama-3.2-1b", "q4_0", 1, 1);
        QCOMPARE(llama.gguf()->tensor("token_embd.weight")->format, Format::Q6_K);
        QCOMPARE(llama.gguf()->tensor("blk.0.attn_q.weight")->format, Format::Q4_0);
        const MadeUp three = madeUp("llama-3.2-1b", "q3_k_m", 1, 3);
        const auto formats = three.gguf();
        QCOMPARE(formats->tensor("blk.0.attn_q.weight")->format, Format::Q3_K);
        QCOMPARE(formats->tensor("blk.1.attn_v.weight")->format, Format::Q5_K);
        QCOMPARE(formats->tensor("blk.2.attn_v.weight")->format, Format::Q4_K);
        QCOMPARE(formats->tensor("blk.0.ffn_down.weight")->format, Format::Q5_K);
        QCOMPARE(formats->tensor("blk.1.ffn_down.weight")->format, Format::Q4_K);
        QCOMPARE(formats->tensor("blk.2.attn_output.weight")->format, Format::Q4_K);
    }

    void aShapeOfHunyuanIsOneOfItsOwn() {
        const MadeUp made = madeUp("hunyuan-1.8b", "q4_k_s", 1, 1);
        const auto file = made.gguf();
        QVERIFY(file->tensor("blk.0.attn_q_norm.weight") != nullptr);
        QCOMPARE(file->tensor("blk.0.attn_k.weight")->rows(), std::size_t{4} * 128);
        Bench bench(*file, {1}, 20, 1);
        QVERIFY(bench.prefill(4).processors > 0);
    }

    void anUnknownNameNamesWhatThereIs() {
        try {
            madeUp("llama-9", "q8_0", 1);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::Usage);
            QVERIFY(QString::fromStdString(error.args()[0]).contains(QLatin1String("qwen2.5-0.5b")));
        }
    }

    void bytesOfAStepAreWeightsAndKeys() {
        const MadeUp made = madeUp("qwen2.5-0.5b", "q8_0", 1, 1);
        const auto file = made.gguf();
        Bench bench(*file, {1}, 130, 2);
        QVERIFY(bench.prefill(65).processors > 0);
        QCOMPARE(bench.depth(), 65);
        QVERIFY(bench.decode(2).wall > 0);
        QCOMPARE(bench.depth(), 67);
        bench.rewind(10);
        QCOMPARE(bench.depth(), 10);
        // Keys and values of 2 heads of 64, in halves, of two streams.
        QCOMPARE(bench.stepBytes(100) - bench.stepBytes(0), 100.0 * 2 * 64 * 2 * 2 * 2);
        // 8.5 bits a weight: a layer of 14.9 million and a head of 136 million.
        QVERIFY(std::abs(bench.stepBytes(0) / 160e6 - 1) < 0.03);
    }

    void theProbeReadsAllOfItsMemory() {
        device::Pool pool(2);
        device::ReadProbe probe(pool, 8 << 20);
        QCOMPARE(probe.bytes(), std::size_t{8} << 20);
        QVERIFY(probe.run().processors > 0);
    }
};

PARALLAX_TEST(TestBench)

} // namespace test_bench
#include "test_bench.moc"
