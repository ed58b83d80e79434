// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <cmath>
#include <memory>
#include <string>

#include "base/error.h"
#include "engine/inference/cuda/card.h"
#include "engine/inference/cuda/memory_plan.h"
#include "engine/inference/devices.h"
#include "engine/inference/engine.h"
#include "engine/inference/pace.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_devices {

using namespace parallax;
using namespace parallax::inference;

class TestDevices : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void devicesAreCalledByTheirNames() {
        QCOMPARE(deviceChoiceOf("cpu"), DeviceChoice::Cpu);
        QCOMPARE(deviceChoiceOf("cuda"), DeviceChoice::Cuda);
        QCOMPARE(deviceChoiceOf("auto"), DeviceChoice::Auto);
        QVERIFY_THROWS_EXCEPTION(Error, deviceChoiceOf("gpu"));
        QVERIFY(!keysInBytesOf("fp16") && !keysInBytesOf("") && keysInBytesOf("fp8"));
        QVERIFY_THROWS_EXCEPTION(Error, keysInBytesOf("q8_0"));
    }

    void withoutACardTheProcessorServesAndSaysWhy() {
        if (cardProblem().empty())
            QSKIP("this machine has a card");
        const std::string bytes = test::makeTinyModel({});
        const auto file = [&] { return std::make_unique<Gguf>(bytes, "tiny"); };
        EngineOptions options;
        options.cpu.threads = 1;
        options.device = DeviceChoice::Auto;
        const Engine chosen(file(), options);
        QCOMPARE(chosen.device().name, std::string("CPU"));
        QVERIFY(!chosen.deviceNote().empty());
        options.card.keysInBytes = true;
        QVERIFY(Engine(file(), options).deviceNote().ends_with("keys and values are fp16 there"));
        options.device = DeviceChoice::Cpu;
        QVERIFY_THROWS_EXCEPTION(Error, Engine(file(), options));
        options.card.keysInBytes = false;
        QVERIFY(Engine(file(), options).deviceNote().empty()); // nothing else was asked for
        options.device = DeviceChoice::Cuda;
        QVERIFY_THROWS_EXCEPTION(Error, Engine(file(), options));
    }

    void memoryIsEstimatedBeforeLoadingAndEveryPartIsNamed() {
        test::TinyModel tiny;
        tiny.format = Format::Q4_0;
        const std::string bytes = test::makeTinyModel(tiny);
        const Gguf file(bytes, "tiny");
        const Config config = readConfig(file);
        const auto plan = cuda::planMemory(file, config, 640, {}, 132);
        QVERIFY(plan.weights > 0 && plan.workspace > 0 && plan.context > 0 && plan.headroom > 0);
        // 2 layers, 2 heads of 16, keys and values in halves, 640 tokens and a page to spare
        QCOMPARE(plan.cache, std::size_t{2 * 2 * 2 * 16 * (640 + 64) * 2});
        CardOptions inBytes;
        inBytes.keysInBytes = true;
        QCOMPARE(cuda::planMemory(file, config, 640, inBytes, 132).cache, plan.cache / 2);
        // Three runs of keys of 66 tiles of 2 groups of heads that still come to two blocks each, and twice
        // as many runs for twice the context: the backend's own figures.
        const auto workspace = [&](int tokens, int processors) {
            return cuda::planMemory(file, config, tokens, {}, processors).workspace;
        };
        QCOMPARE(workspace(640, 132) - workspace(640, 0), sizeof(float) * cuda::partialNumbers(132, 3, 16));
        QVERIFY(cuda::splitsOf(132, 132) == 2 && cuda::splitsOf(132, 133) == 1);
        CardOptions plain;
        plain.graphs = false;
        QCOMPARE(cuda::planMemory(file, config, 640, plain, 132).graphs, std::size_t{0});
        // Gate and up in floats are computed side by side.
        test::TinyModel floats;
        floats.format = Format::F32;
        const std::string more = makeTinyModel(floats);
        const Gguf larger(more, "tiny");
        QVERIFY(cuda::planMemory(larger, config, 640, {}, 0).workspace >=
                workspace(640, 0) + 512 * sizeof(float) * 2 * static_cast<std::size_t>(config.feedForward));
        QVERIFY(plan.problem(plan.total()).empty());
        const std::string problem = plan.problem(plan.total() - 1);
        for (const char* part :
             {"weights", "keys and values", "workspace", "recorded", "driver", "headroom", "free"})
            QVERIFY2(problem.find(part) != std::string::npos, part);
    }

    void paceIsThatOfTheLastSeconds() {
        Pace pace;
        QCOMPARE(pace.stats(100, 0).tokensPerSecond, 0.0);
        for (int i = 0; i < 100; ++i)
            pace.add(0.1, 1, 1000);
        QVERIFY(std::abs(pace.stats(0, 1).tokensPerSecond - 10) < 0.01);
        for (int i = 0; i < 1000; ++i)
            pace.add(0.01, 2, 1000);
        const EngineStats stats = pace.stats(200'000, 3);
        QVERIFY(std::abs(stats.tokensPerSecond - 200) < 1);
        QVERIFY(std::abs(stats.bandwidthShare - 0.5) < 0.01);
        QVERIFY(std::abs(stats.bytesPerToken - 500) < 1);
        QCOMPARE(stats.tokens, 2100ULL);
        pace.setBandwidth(400'000); // what was measured counts more than what was stated
        QVERIFY(std::abs(pace.stats(200'000, 3).bandwidthShare - 0.25) < 0.01);
        QCOMPARE(stats.running, 3);
        QCOMPARE(stats.steps, 1100ULL);
    }

    void anEngineTellsItsPace() {
        const std::string bytes = test::makeTinyModel({});
        EngineOptions options;
        options.cpu.threads = 1;
        Engine engine(std::make_unique<Gguf>(bytes, "tiny"), options);
        QCOMPARE(engine.stats().steps, 0ULL);
        engine.logits({1, 2, 3});
        QVERIFY(engine.stats().steps > 0);
        QVERIFY(engine.stats().bytesPerSecond > 0);
        QCOMPARE(engine.stats().bandwidthShare, 0.0);
        const double measured = engine.measureBandwidth().get();
        QVERIFY(measured > 0);
        QCOMPARE(engine.stats().bandwidth, measured);
        QVERIFY(engine.stats().bandwidthShare > 0);
        QVERIFY(engine.fitsInCaches());
    }
};

PARALLAX_TEST(TestDevices)

} // namespace test_devices
#include "test_devices.moc"
