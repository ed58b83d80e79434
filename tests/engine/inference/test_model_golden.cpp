// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>

#include "engine/inference/cpu/backend.h"
#include "engine/inference/model.h"
#include "tests/test_program.h"

namespace test_model_golden {

using namespace parallax::inference;

namespace {

const QString folder = QStringLiteral(PARALLAX_SOURCE_DIR "/../shared/golden/engine/");

QJsonObject json(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// Runs `tokens` of one sequence from `position` on and gives the last logits.
std::vector<float> run(Model& model, Cache& cache, const std::vector<Token>& tokens, int position) {
    Batch batch;
    batch.tokens = tokens;
    const int count = static_cast<int>(tokens.size());
    batch.parts = {{0, count, position, 0}};
    for (int page = 0; page * pageTokens < position + count; ++page)
        batch.pages.push_back(page);
    batch.wanted = {count - 1};
    return *model.forward(batch, cache);
}

} // namespace

class TestModelGolden : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void logitsAreNearTheExactOnes_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("contract");
        for (const auto& file :
             QDir(folder + QStringLiteral("models")).entryList({QStringLiteral("*.gguf")}, QDir::Files))
            for (const bool contract : {false, true})
                QTest::addRow("%s %s", qPrintable(file.chopped(5)), contract ? "contract" : "fast")
                    << file.chopped(5) << contract;
        if (!QDir(folder).exists())
            QTest::newRow("none") << QString() << false;
    }
    void logitsAreNearTheExactOnes() {
        QFETCH(QString, name);
        QFETCH(bool, contract);
        if (name.isEmpty())
            QSKIP("the golden data is not here");
        const double peer = json(folder + QStringLiteral("errors.json"))
                                .value(name)
                                .toObject()
                                .value(QStringLiteral("peer_rel_rms"))
                                .toDouble();
        const auto golden = json(folder + QStringLiteral("logits/") + name + QStringLiteral(".json"));
        QFile exactFile(folder + QStringLiteral("logits/") + name + QStringLiteral(".exact.f32"));
        QVERIFY(exactFile.open(QIODevice::ReadOnly));
        const QByteArray exactBytes = exactFile.readAll();
        const Gguf file(std::filesystem::path(
            (folder + QStringLiteral("models/") + name + QStringLiteral(".gguf")).toStdString()));
        const auto backend = makeCpuBackend({2, contract ? Arithmetic::Contract : Arithmetic::Fast});
        Model model(file, *backend);
        const auto vocabulary = static_cast<std::size_t>(model.config().vocabulary);
        double error = 0;
        double size = 0;
        std::size_t index = 0;
        for (const auto& value : golden.value(QStringLiteral("prompts")).toArray()) {
            const auto prompt = value.toObject();
            std::vector<Token> tokens;
            for (const auto& id : prompt.value(QStringLiteral("ids")).toArray())
                tokens.push_back(id.toInt());
            std::vector<float> exact(vocabulary);
            std::memcpy(exact.data(), exactBytes.constData() + index * vocabulary * sizeof(float),
                        vocabulary * sizeof(float));
            const auto cache = backend->cache(model.config(), 32);
            std::vector<float> logits = run(model, *cache, tokens, 0);
            double rms = 0;
            for (std::size_t i = 0; i < vocabulary; ++i) {
                error += std::pow(double(logits[i]) - double(exact[i]), 2);
                rms += std::pow(double(exact[i]), 2);
            }
            size += rms;
            rms = std::sqrt(rms / double(vocabulary));
            // The peer's greedy tokens, but where its two logits are nearly the same.
            const auto greedy = prompt.value(QStringLiteral("greedy_ids")).toArray();
            const auto top = prompt.value(QStringLiteral("greedy_top5")).toArray();
            int position = static_cast<int>(tokens.size());
            for (int step = 0; step < greedy.size(); ++step) {
                const auto best =
                    static_cast<Token>(std::max_element(logits.begin(), logits.end()) - logits.begin());
                const Token expected = greedy[step].toInt();
                if (best != expected) {
                    double ours = -1e30;
                    const auto five = top[step].toArray();
                    for (const auto& one : five)
                        if (one.toArray()[0].toInt() == best)
                            ours = one.toArray()[1].toDouble();
                    const double gap = five[0].toArray()[1].toDouble() - ours;
                    QVERIFY2(gap <= 6 * peer * rms,
                             qPrintable(QStringLiteral("prompt %1 step %2: %3 instead of %4, behind it by %5")
                                            .arg(index)
                                            .arg(step)
                                            .arg(best)
                                            .arg(expected)
                                            .arg(gap)));
                }
                logits = run(model, *cache, {expected}, position++);
            }
            ++index;
        }
        const double relative = std::sqrt(error / size);
        const double bound = std::max(1.25 * peer, 2e-3);
        qInfo("%-28s error %.2e, bound %.2e, the peer's %.2e", QTest::currentDataTag(), relative, bound,
              peer);
        QVERIFY(relative <= bound);
    }
};

PARALLAX_TEST(TestModelGolden)

} // namespace test_model_golden
#include "test_model_golden.moc"
