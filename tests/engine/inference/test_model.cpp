// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/error.h"
#include "engine/inference/cpu/backend.h"
#include "engine/inference/model.h"
#include "engine/inference/read_ahead.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_model {

using namespace parallax;
using namespace parallax::inference;
using parallax::test::makeTinyModel;
using parallax::test::TinyModel;

namespace {

std::vector<Token> someTokens(int count, int seed) {
    std::vector<Token> tokens;
    for (int i = 0; i < count; ++i)
        tokens.push_back((i * 37 + i * i * 11 + seed * 101) % 256);
    return tokens;
}

// The one sequence's tokens from `start` on in chunks of `chunk`; the logits of the last one. Pages are taken
// from `firstPage`.
std::vector<float> run(Model& model, Cache& cache, const std::vector<Token>& tokens, int chunk,
                       int firstPage = 0, int start = 0) {
    std::vector<float> logits;
    for (int at = start; at < static_cast<int>(tokens.size()); at += chunk) {
        const int count = std::min(chunk, static_cast<int>(tokens.size()) - at);
        Batch batch;
        batch.tokens.assign(tokens.begin() + at, tokens.begin() + at + count);
        batch.parts = {{0, count, at, 0}};
        for (int page = 0; page * pageTokens < at + count; ++page)
            batch.pages.push_back(firstPage + page);
        batch.wanted = {count - 1};
        logits = *model.forward(batch, cache);
    }
    return logits;
}

double relative(const std::vector<float>& a, const std::vector<float>& b) {
    double error = 0;
    double size = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        error += std::pow(double(a[i]) - double(b[i]), 2);
        size += std::pow(double(b[i]), 2);
    }
    return std::sqrt(error / size);
}

// The same arithmetic as a model in double, straight from the paper, for the llama row alone.
std::vector<float> exactLlama(const Gguf& file, const Config& c, const std::vector<Token>& tokens) {
    const auto get = [&](const std::string& name) {
        const Tensor* tensor = file.tensor(name);
        std::vector<float> numbers(tensor->columns() * tensor->rows());
        decode(tensor->format, tensor->data, numbers.size() / formatInfo(tensor->format).blockNumbers,
               numbers.data());
        return std::vector<double>(numbers.begin(), numbers.end());
    };
    const auto times = [](const std::vector<double>& w, const std::vector<double>& x) {
        std::vector<double> y(w.size() / x.size(), 0);
        for (std::size_t i = 0; i < y.size(); ++i)
            for (std::size_t j = 0; j < x.size(); ++j)
                y[i] += w[i * x.size() + j] * x[j];
        return y;
    };
    const auto normed = [&](const std::vector<double>& x, const std::vector<double>& w) {
        double squares = 0;
        for (const double one : x)
            squares += one * one;
        std::vector<double> y(x.size());
        for (std::size_t i = 0; i < x.size(); ++i)
            y[i] = x[i] / std::sqrt(squares / double(x.size()) + double(c.epsilon)) * w[i];
        return y;
    };
    const auto size = static_cast<std::size_t>(c.headSize);
    const auto rotated = [&](std::vector<double> x, std::size_t position) {
        for (std::size_t at = 0; at < x.size(); at += size)
            for (std::size_t i = 0; i < size / 2; ++i) {
                const double angle = double(position) * std::pow(c.ropeBase, -2.0 * double(i) / double(size));
                const double a = x[at + 2 * i];
                const double b = x[at + 2 * i + 1];
                x[at + 2 * i] = a * std::cos(angle) - b * std::sin(angle);
                x[at + 2 * i + 1] = a * std::sin(angle) + b * std::cos(angle);
            }
        return x;
    };
    const auto embedding = get("token_embd.weight");
    const auto width = static_cast<std::size_t>(c.width);
    std::vector<std::vector<double>> x;
    for (const Token token : tokens)
        x.emplace_back(embedding.begin() + token * c.width, embedding.begin() + (token + 1) * c.width);
    for (int layer = 0; layer < c.layers; ++layer) {
        const std::string p = "blk." + std::to_string(layer) + ".";
        std::vector<std::vector<double>> keys;
        std::vector<std::vector<double>> values;
        for (std::size_t t = 0; t < x.size(); ++t) {
            const auto n = normed(x[t], get(p + "attn_norm.weight"));
            const auto q = rotated(times(get(p + "attn_q.weight"), n), t);
            keys.push_back(rotated(times(get(p + "attn_k.weight"), n), t));
            values.push_back(times(get(p + "attn_v.weight"), n));
            std::vector<double> o(q.size(), 0);
            for (std::size_t h = 0; h < q.size() / size; ++h) {
                const std::size_t kv = h / static_cast<std::size_t>(c.heads / c.kvHeads);
                std::vector<double> weight(t + 1);
                double total = 0;
                for (std::size_t s = 0; s <= t; ++s) {
                    double score = 0;
                    for (std::size_t d = 0; d < size; ++d)
                        score += q[h * size + d] * keys[s][kv * size + d];
                    total += weight[s] = std::exp(score / std::sqrt(double(size)));
                }
                for (std::size_t s = 0; s <= t; ++s)
                    for (std::size_t d = 0; d < size; ++d)
                        o[h * size + d] += weight[s] / total * values[s][kv * size + d];
            }
            const auto out = times(get(p + "attn_output.weight"), o);
            for (std::size_t i = 0; i < width; ++i)
                x[t][i] += out[i];
            const auto m = normed(x[t], get(p + "ffn_norm.weight"));
            auto gate = times(get(p + "ffn_gate.weight"), m);
            const auto up = times(get(p + "ffn_up.weight"), m);
            for (std::size_t i = 0; i < gate.size(); ++i)
                gate[i] = gate[i] / (1 + std::exp(-gate[i])) * up[i];
            const auto down = times(get(p + "ffn_down.weight"), gate);
            for (std::size_t i = 0; i < width; ++i)
                x[t][i] += down[i];
        }
    }
    const auto logits = times(embedding, normed(x.back(), get("output_norm.weight")));
    return {logits.begin(), logits.end()};
}

} // namespace

class TestModel : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void logitsAreThoseOfTheFormulas() {
        const std::string bytes = makeTinyModel({});
        const Gguf file(bytes, "tiny");
        const auto backend = makeCpuBackend({1});
        Model model(file, *backend);
        const auto cache = backend->cache(model.config(), 8);
        const auto tokens = someTokens(20, 1);
        QVERIFY(relative(run(model, *cache, tokens, 64), exactLlama(file, model.config(), tokens)) < 1e-3);
    }

    void chunksThreadsNeighboursAndKernelsChangeNoBit_data() {
        QTest::addColumn<QString>("architecture");
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("contract");
        const auto row = [](const char* architecture, Format format, bool contract) {
            QTest::addRow("%s %s %s", architecture, formatInfo(format).name, contract ? "contract" : "fast")
                << architecture << static_cast<int>(format) << contract;
        };
        // Architectures differ in the stages, formats and arithmetics in the products: one times the other
        // would prove nothing more.
        for (const char* architecture : {"llama", "qwen2", "qwen3", "gemma3", "hunyuan-dense"})
            row(architecture, Format::Q8_0, false);
        for (const Format format : {Format::F16, Format::Q8_0, Format::Q4_K, Format::Q6_K})
            row("qwen3", format, true);
        for (const Format format : {Format::F16, Format::BF16, Format::Q4_0, Format::Q4_K, Format::Q6_K})
            row("qwen3", format, false);
    }
    void chunksThreadsNeighboursAndKernelsChangeNoBit() {
        QFETCH(QString, architecture);
        QFETCH(int, format);
        QFETCH(bool, contract);
        TinyModel tiny;
        tiny.architecture = architecture.toStdString();
        tiny.format = static_cast<Format>(format);
        tiny.width = 256;
        tiny.hidden = 256;
        tiny.heads = 16;
        tiny.layers = tiny.architecture == "gemma3" ? 6 : 2;
        tiny.window = tiny.architecture == "gemma3" ? 40 : 0;
        const std::string bytes = makeTinyModel(tiny);
        const Gguf file(bytes, "tiny");
        const Arithmetic arithmetic = contract ? Arithmetic::Contract : Arithmetic::Fast;
        const auto tokens = someTokens(300, 1); // more than a run of keys
        std::vector<float> expected;
        for (const device::CpuLevel level : device::usableCpuLevels()) {
            const auto backend = makeCpuBackend({level == device::cpuLevel() ? 3 : 1, arithmetic, level});
            Model model(file, *backend);
            const auto cache = backend->cache(model.config(), 80);
            const auto whole = run(model, *cache, tokens, 512);
            if (expected.empty())
                expected = whole;
            QVERIFY2(whole == expected, qPrintable(QString::fromStdString(describe(backend->device()))));
            if (level != device::cpuLevel())
                continue;
            QCOMPARE(run(model, *cache, tokens, 70), expected);
            run(model, *cache, {tokens.begin(), tokens.begin() + 250}, 250, 5); // in other pages, too
            QCOMPARE(run(model, *cache, tokens, 1, 5, 250), expected);
            // In a batch of 64: the last token of the sequence, a prompt, and 62 others' tokens.
            run(model, *cache, someTokens(10, 3), 64, 10);
            std::vector<Token> others = someTokens(30, 2);
            Batch batch;
            batch.tokens = others;
            batch.tokens.push_back(tokens.back());
            batch.tokens.push_back(9);
            batch.parts = {{0, 30, 0, 0}, {30, 1, 299, 1}, {31, 1, 10, 6}};
            batch.pages = {12, 5, 6, 7, 8, 9, 10};
            for (int other = 2; other < 63; ++other) {
                batch.parts.push_back({30 + other, 1, other % 9, static_cast<int>(batch.pages.size())});
                batch.pages.push_back(16 + other);
                batch.tokens.push_back(other);
            }
            batch.wanted = {30, 0, 30};
            const auto three = *model.forward(batch, *cache);
            const auto size = static_cast<std::ptrdiff_t>(expected.size());
            QCOMPARE(three.size(), 3 * expected.size());
            QVERIFY(std::equal(expected.begin(), expected.end(), three.begin()));
            QVERIFY(std::equal(expected.begin(), expected.end(), three.begin() + 2 * size));
            const auto one = run(model, *cache, {others.front()}, 1, 12);
            QVERIFY(std::equal(one.begin(), one.end(), three.begin() + size));
            // A beginning that wants nothing, and a row that is wanted more often than there are rows.
            Batch beginning;
            beginning.tokens = {tokens.begin(), tokens.end() - 1};
            beginning.parts = {{0, 299, 0, 0}};
            beginning.pages = {20, 21, 22, 23, 24};
            QVERIFY(model.forward(beginning, *cache)->empty());
            Batch last;
            last.tokens = {tokens.back()};
            last.parts = {{0, 1, 299, 0}};
            last.pages = beginning.pages;
            last.wanted = {0, 0, 0};
            Model fresh(file, *backend); // with no room of an earlier step
            const auto often = *fresh.forward(last, *cache);
            QCOMPARE(often.size(), 3 * expected.size());
            QVERIFY(std::equal(expected.begin(), expected.end(), often.begin() + 2 * size));
        }
    }

    void fromDiskAndByAnyThreadsTheModelIsTheSame() {
        TinyModel tiny;
        tiny.format = Format::Q8_0;
        tiny.layers = 5;
        const std::string bytes = makeTinyModel(tiny);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tiny.gguf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())),
                 static_cast<qint64>(bytes.size()));
        file.close();
        const Gguf inMemory(bytes, "tiny");
        const Gguf onDisk(std::filesystem::path(path.toStdString()));
        std::vector<float> expected;
        for (const Gguf* one : {&inMemory, &onDisk})
            for (const int threads : {1, 4}) {
                const auto backend = makeCpuBackend({threads, Arithmetic::Fast, device::cpuLevel()});
                Model model(*one, *backend);
                const auto cache = backend->cache(model.config(), 4);
                const auto found = run(model, *cache, someTokens(20, 1), 20);
                if (expected.empty())
                    expected = found;
                QCOMPARE(found, expected);
            }
    }

    // Wherever it stands when the load ends: it waits for nobody, and nobody for it.
    void readingAheadEndsAtAnyTime() {
        TinyModel tiny;
        tiny.layers = 5;
        const std::string bytes = makeTinyModel(tiny);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tiny.gguf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        file.close();
        const Gguf onDisk(std::filesystem::path(path.toStdString()));
        QVERIFY(onDisk.onDisk());
        for (int taken = 0; taken <= tiny.layers; ++taken) {
            ReadAhead ahead(onDisk, tiny.layers);
            for (int layer = 0; layer < taken; ++layer)
                ahead.layerTaken(layer);
        }
        QVERIFY(QFile::resize(path, 100)); // what cannot be read is not its business
        ReadAhead(onDisk, tiny.layers).layerTaken(4);
        const Gguf inMemory(bytes, "tiny");
        QVERIFY(!inMemory.onDisk());
        ReadAhead(inMemory, tiny.layers).layerTaken(0);
    }

    void bothArithmeticsAreNearTheFormats() {
        TinyModel tiny;
        tiny.width = 256;
        tiny.hidden = 256;
        tiny.heads = 16;
        for (const Format format : {Format::F16, Format::BF16, Format::Q4_0, Format::Q5_0, Format::Q6_K}) {
            const bool halves = format == Format::F16 || format == Format::BF16;
            tiny.format = format;
            const std::string bytes = makeTinyModel(tiny);
            const Gguf file(bytes, "tiny");
            const auto tokens = someTokens(5, 4);
            std::vector<float> logits[2];
            for (const Arithmetic arithmetic : {Arithmetic::Fast, Arithmetic::Contract}) {
                const auto backend = makeCpuBackend({1, arithmetic});
                Model model(file, *backend);
                const auto cache = backend->cache(model.config(), 4);
                logits[arithmetic == Arithmetic::Contract] = run(model, *cache, tokens, 8);
            }
            const auto exact = exactLlama(file, readConfig(file), tokens);
            QVERIFY2(relative(logits[0], exact) < (halves ? 0.003 : 0.03), formatInfo(format).name);
            QVERIFY2(relative(logits[1], exact) < (format == Format::BF16 ? 0.02 : 0.003),
                     formatInfo(format).name);
        }
    }

    // What a file asks for and nothing computes is refused by its name.
    void whatWouldBeMissedIsRefused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("key");
        QTest::addColumn<bool>("runs");
        const auto row = [](const char* name, bool key, bool runs) {
            QTest::newRow(name) << QString::fromUtf8(name) << key << runs;
        };
        for (const char* key :
             {"llama.logit_scale", "llama.final_logit_softcapping", "llama.attn_logit_softcapping",
              "llama.residual_scale", "llama.rope.scaling.attn_factor"})
            row(key, true, false);
        for (const char* tensor :
             {"output.bias", "blk.0.attn_norm.bias", "blk.1.attn_q_norm.weight", "token_embd_norm.weight",
              "blk.0.post_attention_norm.weight", "blk.0.attn_q.scale", "blk.2.attn_norm.weight",
              "blk.0.ffn_up.bias", "rope_factors_long.weight"})
            row(tensor, false, false);
        row("blk.0.attn_rot_embd.weight", false, true);
    }
    void whatWouldBeMissedIsRefused() {
        QFETCH(QString, name);
        QFETCH(bool, key);
        QFETCH(bool, runs);
        for (const float value : {0.0F, 30.0F}) {
            TinyModel tiny;
            tiny.more = [&](auto& maker) {
                if (key)
                    maker.f32(name.toStdString(), value);
                else
                    maker.tensor(name.toStdString(), {64}, Format::F32, std::vector<float>(64, 1));
            };
            const std::string bytes = makeTinyModel(tiny);
            const Gguf file(bytes, "tiny");
            const auto backend = makeCpuBackend({1});
            QString refused;
            try {
                const Model model(file, *backend);
            } catch (const Error& error) {
                QCOMPARE(error.code(), ErrorCode::ModelUnsupported);
                refused = QString::fromStdString(error.args().at(1));
            }
            QCOMPARE(refused, runs || (key && value == 0) ? QString() : name);
        }
    }

    void aFactorOfTheRotationNeedsNoType() {
        const auto factor = [](const std::function<void(parallax::test::GgufMaker&)>& more) {
            TinyModel tiny;
            tiny.more = more;
            const std::string bytes = makeTinyModel(tiny);
            return readConfig(Gguf(bytes, "tiny")).ropeFactor;
        };
        QCOMPARE(factor([](auto& maker) { maker.f32("llama.rope.scaling.factor", 4); }), 4.0);
        QCOMPARE(factor([](auto& maker) { maker.f32("llama.rope.scale_linear", 2); }), 2.0);
        QCOMPARE(factor([](auto& maker) { maker.f32("llama.rope.scaling.factor", 0); }), 1.0);
        QCOMPARE(factor([](auto& maker) {
                     maker.text("llama.rope.scaling.type", "none");
                     maker.f32("llama.rope.scaling.factor", 4);
                 }),
                 1.0);
    }

    void logitsAreCappedAndAttentionScaled() {
        const auto logits = [](const std::function<void(parallax::test::GgufMaker&)>& more) {
            TinyModel tiny;
            tiny.architecture = "gemma3";
            tiny.more = more;
            const std::string bytes = makeTinyModel(tiny);
            const Gguf file(bytes, "tiny");
            const auto backend = makeCpuBackend({1});
            Model model(file, *backend);
            const auto cache = backend->cache(model.config(), 4);
            return run(model, *cache, someTokens(9, 2), 16);
        };
        const auto plain = logits({});
        auto capped = plain;
        for (float& one : capped)
            one = 3 * std::tanh(one / 3);
        QCOMPARE(logits([](auto& maker) { maker.f32("gemma3.final_logit_softcapping", 3); }), capped);
        QCOMPARE(logits([](auto& maker) { maker.f32("gemma3.final_logit_softcapping", 0); }), plain);
        QCOMPARE(logits([](auto& maker) { maker.f32("gemma3.attention.scale", 0.25F); }), plain);
        QVERIFY(logits([](auto& maker) { maker.f32("gemma3.attention.scale", 2); }) != plain);
    }

    void localLayersAreThoseOfTheFile() {
        const auto pattern = [](const std::function<void(parallax::test::GgufMaker&)>& more) {
            TinyModel tiny;
            tiny.architecture = "gemma3";
            tiny.layers = 4;
            tiny.more = more;
            const std::string bytes = makeTinyModel(tiny);
            const Config config = readConfig(Gguf(bytes, "tiny"));
            QString local;
            for (int layer = 0; layer < config.layers; ++layer)
                local += QLatin1Char(config.isLocal(layer) ? 'l' : 'g');
            return local;
        };
        const char* key = "gemma3.attention.sliding_window_pattern";
        const auto window = [](auto& maker) { maker.u32("gemma3.attention.sliding_window", 0xFFFFFFFF); };
        QCOMPARE(pattern({}), QStringLiteral("gggg"));
        QCOMPARE(pattern(window), QStringLiteral("llll")); // the first three quarters of a period of 6
        for (const auto& [value, expected] :
             {std::pair{0U, "llll"}, {1U, "gggg"}, {2U, "lglg"}, {3U, "llgl"}})
            QCOMPARE(pattern([&, value = value](auto& maker) {
                         window(maker);
                         maker.u32(key, value);
                     }),
                     QString::fromUtf8(expected));
        for (const auto& [values, expected] : {std::pair{std::vector<std::int32_t>{1, 1, 1, 1}, "llll"},
                                               {std::vector<std::int32_t>{0, 0, 0, 0}, "gggg"},
                                               {std::vector<std::int32_t>{1, 0, 1, 0}, "lglg"}})
            QCOMPARE(pattern([&, values = values](auto& maker) {
                         window(maker);
                         maker.i32s(key, values);
                     }),
                     QString::fromUtf8(expected));
        QVERIFY_EXCEPTION_THROWN(pattern([&](auto& maker) {
                                     window(maker);
                                     maker.i32s(key, {0, 1, 1, 1});
                                 }),
                                 Error);
    }

    void aModelThatCannotBeRunSaysWhy_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* from, const char* to, const char* where) {
            QTest::newRow(where) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(where);
        };
        row("blk.1.ffn_down.weight", "blk.1.ffn_dawn.weight", "blk.1.ffn_down.weight");
        row("llama.block_count", "llama.black_count", "llama.block_count");
        row("output_norm.weight", "output_narm.weight", "output_norm.weight");
    }
    void aModelThatCannotBeRunSaysWhy() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, where);
        QByteArray bytes = QByteArray::fromStdString(makeTinyModel({}));
        QVERIFY(bytes.contains(from));
        bytes.replace(from, to);
        const std::string broken = bytes.toStdString();
        const Gguf file(broken, "tiny");
        const auto backend = makeCpuBackend({1});
        try {
            const Model model(file, *backend);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(QString::fromStdString(error.args().at(1)), where);
        }
    }
};

PARALLAX_TEST(TestModel)

} // namespace test_model
#include "test_model.moc"
