// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>

#include "base/utf8.h"
#include "engine/inference/tokenizer.h"
#include "tests/test_program.h"

namespace test_tokenizer_golden {

using namespace parallax;
using namespace parallax::inference;

namespace {

const QString folder = QStringLiteral(PARALLAX_SOURCE_DIR "/../shared/golden/engine/");

std::vector<Token> ids(const QJsonValue& value) {
    std::vector<Token> tokens;
    for (const auto& id : value.toArray())
        tokens.push_back(id.toInt());
    return tokens;
}

} // namespace

class TestTokenizerGolden : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void tokensAreThoseOfTheGoldenStrings_data() {
        QTest::addColumn<QString>("vocabulary");
        for (const auto& file : QDir(folder + QStringLiteral("tok")).entryList(QDir::Files))
            QTest::newRow(qPrintable(file)) << file.chopped(5);
        if (!QDir(folder).exists())
            QTest::newRow("none") << QString();
    }
    void tokensAreThoseOfTheGoldenStrings() {
        QFETCH(QString, vocabulary);
        if (vocabulary.isEmpty())
            QSKIP("the golden data is not here");
        QFile file(folder + QStringLiteral("tok/") + vocabulary + QStringLiteral(".json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto golden = QJsonDocument::fromJson(file.readAll()).object();
        const auto models = QDir(folder + QStringLiteral("models"))
                                .entryList({vocabulary + QStringLiteral("-Q*.gguf")}, QDir::Files);
        QVERIFY(!models.isEmpty());
        const Gguf model(
            std::filesystem::path((folder + QStringLiteral("models/") + models.first()).toStdString()));
        const Tokenizer tokenizer(model);
        QCOMPARE(int(tokenizer.size()), golden.value(QStringLiteral("n_vocab")).toInt());
        QCOMPARE(tokenizer.addsBos(), golden.value(QStringLiteral("add_bos")).toBool());
        std::vector<Token> ends;
        for (std::size_t i = 0; i < tokenizer.size(); ++i)
            if (tokenizer.isEnd(static_cast<Token>(i)))
                ends.push_back(static_cast<Token>(i));
        QCOMPARE(ends, ids(golden.value(QStringLiteral("eog"))));
        int wrong = 0;
        for (const auto& value : golden.value(QStringLiteral("cases")).toArray()) {
            const auto one = value.toObject();
            const std::string text = one.value(QStringLiteral("text")).toString().toStdString();
            const auto expected = ids(one.value(QStringLiteral("ids")));
            const auto special = ids(one.value(QStringLiteral("ids_special")));
            const std::string back =
                one.contains(QStringLiteral("detok_hex"))
                    ? QByteArray::fromHex(one.value(QStringLiteral("detok_hex")).toString().toLatin1())
                          .toStdString()
                    : text;
            const auto complain = [&](const char* what) {
                ++wrong;
                if (wrong <= 10)
                    qWarning() << what << one.value(QStringLiteral("text")).toString().left(80);
            };
            if (tokenizer.encode(text, Specials::Ignored) != expected)
                complain("ids");
            if (tokenizer.encode(text, Specials::AddedParsed) != special)
                complain("ids with specials");
            // The peer tidies spaces before punctuation for some tokenizers, which would change what a model
            // wrote ("a . b" in a program); ours gives back the text itself.
            if (const auto decoded = tokenizer.decode(expected); decoded != back && decoded != text)
                complain("back to text");
            StreamDecoder stream(tokenizer);
            std::string streamed;
            for (const Token token : expected) {
                const std::string part = stream.push(token);
                if (!isUtf8(part))
                    complain("half a character");
                streamed += part;
            }
            streamed += stream.finish();
            if (streamed != repairUtf8(tokenizer.decode(expected)))
                complain("streamed text");
        }
        QCOMPARE(wrong, 0);
    }
};

PARALLAX_TEST(TestTokenizerGolden)

} // namespace test_tokenizer_golden
#include "test_tokenizer_golden.moc"
