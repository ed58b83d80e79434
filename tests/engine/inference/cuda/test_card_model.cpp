// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDir>

#include <atomic>
#include <filesystem>

#include "base/error.h"
#include "base/sanitizers.h"
#include "engine/inference/cpu/backend.h"
#include "engine/inference/cuda/card.h"
#include "engine/inference/cuda/parity/parity.h"
#include "engine/inference/model.h"
#include "engine/inference/sim/fibres.h"
#include "engine/inference/sim/host_backend.h"
#include "engine/inference/sim/host_device.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_card_model {

// Whole models on the host in the place of a card.

using namespace parallax;
using namespace parallax::inference;
using test::makeTinyModel;
using test::TinyModel;

namespace {

const QString folder = QStringLiteral(PARALLAX_SOURCE_DIR "/../shared/golden/engine/models/");

#if PARALLAX_WITH_TSAN || PARALLAX_WITH_ASAN
constexpr bool watched = true; // many times slower
#else
constexpr bool watched = false;
#endif

// The thread sanitizer takes some tenths of a second for each block of a kernel.
#if PARALLAX_WITH_TSAN
constexpr bool slowest = true;
#else
constexpr bool slowest = false;
#endif

void verify(const parity::Report& report) {
    for (const auto& failure : report.failures)
        qWarning("%s", failure.c_str());
    QVERIFY(report.comparisons > 0);
    QVERIFY(report.failures.empty());
}

Batch oneToken(int position) {
    Batch batch;
    batch.tokens = {5};
    batch.parts = {{0, 1, position, 0}};
    batch.pages = {0};
    batch.wanted = {0};
    return batch;
}

cuda::on_host::HostLimits& limits() {
    return cuda::on_host::hostLimits();
}

} // namespace

class TestCardModel : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void cleanup() {
        limits() = {std::size_t{64} << 30, limits().used, false, 0};
        sim::setSchedule(0);
    }

    void tinyModelsSayTheSameAsOnTheProcessor_data() {
        QTest::addColumn<QString>("architecture");
        QTest::addColumn<int>("format");
        QTest::newRow("llama F32") << QStringLiteral("llama") << int(Format::F32);
        QTest::newRow("qwen2 F16") << QStringLiteral("qwen2") << int(Format::F16);
        QTest::newRow("qwen3 BF16") << QStringLiteral("qwen3") << int(Format::BF16);
        QTest::newRow("hunyuan-dense Q8_0") << QStringLiteral("hunyuan-dense") << int(Format::Q8_0);
        QTest::newRow("gemma3 Q4_0") << QStringLiteral("gemma3") << int(Format::Q4_0);
    }
    void tinyModelsSayTheSameAsOnTheProcessor() {
        QFETCH(QString, architecture);
        QFETCH(int, format);
        TinyModel tiny;
        tiny.architecture = architecture.toStdString();
        tiny.format = static_cast<Format>(format);
        tiny.window = tiny.architecture == "gemma3" ? 20 : 0;
        tiny.layers = slowest ? 1 : tiny.architecture == "gemma3" ? 7 : 2; // the sixth is global
        const std::string bytes = makeTinyModel(tiny);
        const Gguf file(bytes, "tiny");
        const auto cpu = makeCpuBackend({2, Arithmetic::Contract});
        const auto card = makeHostCard(true, false);
        sim::setSchedule(3);
        verify(parity::model(*cpu, *card, file, slowest ? 2 : watched ? 3 : 5, slowest ? 0 : 2));
        QVERIFY(limits().replays > 0);
        if (slowest)
            return;
        const auto plain = makeHostCard(false, false);
        const int before = limits().replays;
        verify(parity::sameBits(*card, *plain, file, 3)); // a graph's replay is what would have been queued
        QVERIFY(limits().replays > before);               // by the first of them alone
    }

    void goldenModelsSayTheSameAsOnTheProcessor_data() {
        QTest::addColumn<QString>("name");
        const auto files = QDir(folder).entryList({QStringLiteral("*.gguf")}, QDir::Files);
        for (const QString& file : files) // one of each architecture and tokenizer
            if (file.contains(QStringLiteral("Q4_K_M")))
                QTest::newRow(qPrintable(file)) << file;
        if (files.isEmpty())
            QTest::newRow("none") << QString();
    }
    void goldenModelsSayTheSameAsOnTheProcessor() {
        QFETCH(QString, name);
        if (name.isEmpty())
            QSKIP("the golden data is not here");
        if (watched)
            QSKIP("too slow under a sanitizer; the tiny models go the same ways");
        const Gguf file(std::filesystem::path((folder + name).toStdString()));
        const auto cpu = makeCpuBackend({2, Arithmetic::Contract});
        const auto card = makeHostCard(true, false);
        verify(parity::model(*cpu, *card, file, 1, 0));
    }

    void stepsThatAreGivenUpAndMemoryThatIsNotThereChangeNothing() {
        const std::string bytes = makeTinyModel({"qwen3", Format::Q4_0, 1});
        const Gguf file(bytes, "tiny");
        const auto card = makeHostCard(true, false);
        verify(parity::troubles(*card, file, true));
        QVERIFY(limits().replays > 0);
    }

    void headsThatHaveNoRoomInABlockAreRefusedWithAReason() {
        const auto card = makeHostCard(true, false);
        Config config;
        config.layers = config.heads = config.kvHeads = 1;
        config.headSize = mostHeadSize;
        QVERIFY(card->cache(config, 1) != nullptr);
        QVERIFY(kernelProblem(config).empty());
        config.headSize = mostHeadSize + 16;
        QVERIFY_THROWS_EXCEPTION(Error, card->cache(config, 1));
        QVERIFY(kernelProblem(config).find("528") != std::string::npos);
    }

    void tenRepeatsGiveTheSameBits() {
        const std::string bytes = makeTinyModel({"qwen3", Format::Q4_0, 1});
        const Gguf file(bytes, "tiny");
        const auto one = makeHostCard(true, false);
        const auto other = makeHostCard(true, false);
        verify(parity::model(*one, *other, file, slowest ? 1 : 2, slowest ? 1 : watched ? 2 : 10));
    }

    void aCardThatIsFullSaysSoAndLeavesNothingBehind() {
        const std::string bytes = makeTinyModel({});
        const Gguf file(bytes, "tiny");
        const std::size_t before = limits().used;
        limits().memory = before + 100'000;
        const auto card = makeHostCard(true, false);
        QVERIFY_THROWS_EXCEPTION(Error, Model(file, *card));
        QCOMPARE(limits().used, before);
    }

    void aCardThatIsLostFailsEveryStep() {
        const std::string bytes = makeTinyModel({});
        const Gguf file(bytes, "tiny");
        const auto card = makeHostCard(true, false);
        Model model(file, *card);
        const auto cache = card->cache(model.config(), 2);
        QVERIFY(model.forward(oneToken(0), *cache) != nullptr);
        limits().lost = true;
        QVERIFY_THROWS_EXCEPTION(Error, model.forward(oneToken(1), *cache));
        QVERIFY_THROWS_EXCEPTION(Error, model.forward(oneToken(1), *cache));
        limits().lost = false;
        QVERIFY(model.forward(oneToken(1), *cache) !=
                nullptr); // whatever it was, nothing here holds on to it
    }

    void aStepThatIsGivenUpCanBeComputedAgain() {
        const std::string bytes = makeTinyModel({});
        const Gguf file(bytes, "tiny");
        const auto card = makeHostCard(true, false);
        Model model(file, *card);
        const auto cache = card->cache(model.config(), 2);
        std::atomic<bool> abandon{true};
        for (int time = 0; time < 3; ++time) // queued, recorded, and not recorded after all
            QVERIFY(model.forward(oneToken(0), *cache, &abandon) == nullptr);
        abandon = false;
        const std::vector<float> first = *model.forward(oneToken(0), *cache, &abandon);
        abandon = true;
        QVERIFY(model.forward(oneToken(0), *cache, &abandon) == nullptr);
        abandon = false;
        QCOMPARE(*model.forward(oneToken(0), *cache, &abandon), first);
        QCOMPARE(*model.forward(oneToken(0), *cache, &abandon), first);
        QVERIFY(limits().replays >= 2);
    }
};

PARALLAX_TEST(TestCardModel)

} // namespace test_card_model
#include "test_card_model.moc"
