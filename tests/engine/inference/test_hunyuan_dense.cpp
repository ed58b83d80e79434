// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

#include "engine/inference/cpu/backend.h"
#include "engine/inference/model.h"
#include "tests/test_program.h"

namespace test_hunyuan_dense {

using namespace parallax::inference;

// Against transformers, which shares nothing with this engine: tests/golden/hunyuan_dense/make.py.
class TestHunyuanDense : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void logitsAreThoseOfAnIndependentImplementation() {
        const QString folder = QStringLiteral(PARALLAX_SOURCE_DIR "/tests/golden/hunyuan_dense/");
        QFile file(folder + QStringLiteral("logits.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto prompts =
            QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("prompts")).toArray();
        QCOMPARE(prompts.size(), 4);
        const Gguf gguf(std::filesystem::path((folder + QStringLiteral("model.gguf")).toStdString()));
        const auto backend = makeCpuBackend({2, Arithmetic::Contract});
        Model model(gguf, *backend);
        for (const auto& prompt : prompts) {
            Batch batch;
            for (const auto& id : prompt.toObject().value(QStringLiteral("ids")).toArray())
                batch.tokens.push_back(id.toInt());
            const auto count = static_cast<int>(batch.tokens.size());
            batch.parts = {{0, count, 0, 0}};
            for (int page = 0; page * pageTokens < count; ++page)
                batch.pages.push_back(page);
            batch.wanted = {count - 1};
            const auto cache = backend->cache(model.config(), static_cast<int>(batch.pages.size()));
            const std::vector<float> found = *model.forward(batch, *cache);
            const auto logits = prompt.toObject().value(QStringLiteral("logits")).toArray();
            QCOMPARE(logits.size(), static_cast<qsizetype>(found.size()));
            double error = 0;
            double size = 0;
            qsizetype best = 0;
            for (qsizetype i = 0; i < logits.size(); ++i) {
                const double exact = logits[i].toDouble();
                error += std::pow(static_cast<double>(found[static_cast<std::size_t>(i)]) - exact, 2);
                size += exact * exact;
                best = exact > logits[best].toDouble() ? i : best;
            }
            // Keys and values are kept in halves; nothing else is rounded to less than a float.
            QVERIFY2(std::sqrt(error / size) < 1e-3, qPrintable(QString::number(std::sqrt(error / size))));
            QCOMPARE(std::max_element(found.begin(), found.end()) - found.begin(), best);
        }
    }
};

PARALLAX_TEST(TestHunyuanDense)

} // namespace test_hunyuan_dense
#include "test_hunyuan_dense.moc"
