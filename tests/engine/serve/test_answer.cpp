// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "engine/serve/answer.h"
#include "tests/test_program.h"

namespace test_answer {

using namespace parallax;
using namespace parallax::serve;
using namespace Qt::StringLiterals;
using inference::Answer;
using inference::Finish;

namespace {

Answer piece(const std::string& text, inference::Token token = 65) {
    Answer answer;
    answer.text = text;
    answer.chosen =
        inference::Chosen{token, -0.5F, {{token, -0.5F}, {66, -std::numeric_limits<float>::infinity()}}};
    return answer;
}

Answer last(Finish finish, int tokens, const std::string& text = {}) {
    Answer answer;
    answer.text = text;
    answer.finish = finish;
    answer.timings.promptTokens = 7;
    answer.timings.answerTokens = tokens;
    answer.timings.reusedTokens = 4;
    return answer;
}

AnswerWriter writer(const CompletionRequest& request) {
    return {request, 7, {"chatcmpl-1", "m", "fp", 1'700'000'000}, [](inference::Token token) {
                return std::string(1, static_cast<char>(token));
            }};
}

// The data of each event, by the blank lines between them.
std::vector<QByteArray> dataOf(const std::string& stream) {
    std::vector<QByteArray> out;
    for (const QByteArray& event : QByteArray::fromStdString(stream).replace("\n\n", "\x01").split('\x01'))
        if (event.startsWith("data: "))
            out.push_back(event.mid(6));
    return out;
}

QJsonObject objectOf(const QByteArray& json) {
    return QJsonDocument::fromJson(json).object();
}
QJsonObject choiceOf(const QByteArray& json) {
    return objectOf(json)["choices"_L1].toArray().at(0).toObject();
}

} // namespace

class TestAnswer : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aStreamBeginsWithTheRoleAndEndsWithItsMark() {
        CompletionRequest request;
        request.stream = true;
        request.usage = true;
        AnswerWriter out = writer(request);
        std::string stream = out.events(piece("Hi"));
        stream += out.events(piece(" \"世界\"\n"));
        stream += out.events(last(Finish::Length, 2, "!"));
        const auto events = dataOf(stream);
        QCOMPARE(events.size(), std::size_t{7});
        QCOMPARE(choiceOf(events[0])["delta"_L1].toObject()["role"_L1].toString(), u"assistant"_s);
        QCOMPARE(choiceOf(events[1])["delta"_L1].toObject()["content"_L1].toString(), u"Hi"_s);
        QCOMPARE(choiceOf(events[2])["delta"_L1].toObject()["content"_L1].toString(), u" \"世界\"\n"_s);
        QCOMPARE(choiceOf(events[3])["delta"_L1].toObject()["content"_L1].toString(), u"!"_s);
        QCOMPARE(choiceOf(events[4])["finish_reason"_L1].toString(), u"length"_s);
        QVERIFY(choiceOf(events[3])["finish_reason"_L1].isNull());
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(objectOf(events[i])["object"_L1].toString(), u"chat.completion.chunk"_s);
            QVERIFY(objectOf(events[i])["usage"_L1].isNull());
        }
        const QJsonObject usage = objectOf(events[5])["usage"_L1].toObject();
        QVERIFY(objectOf(events[5])["choices"_L1].toArray().isEmpty());
        QCOMPARE(usage["prompt_tokens"_L1].toInt(), 7);
        QCOMPARE(usage["completion_tokens"_L1].toInt(), 2);
        QCOMPARE(usage["total_tokens"_L1].toInt(), 9);
        QCOMPARE(usage["prompt_tokens_details"_L1].toObject()["cached_tokens"_L1].toInt(), 4);
        QCOMPARE(events[6], QByteArray("[DONE]"));
    }

    void aTokenWithoutTextIsCountedAndMakesNoEvent() {
        CompletionRequest request;
        request.stream = true;
        request.continuousUsage = true;
        AnswerWriter out = writer(request);
        QVERIFY(out.events(piece("")).empty());
        const auto events = dataOf(out.events(piece("é")));
        QCOMPARE(objectOf(events[1])["usage"_L1].toObject()["completion_tokens"_L1].toInt(), 2);
        QCOMPARE(objectOf(events[1])["usage"_L1].toObject()["prompt_tokens"_L1].toInt(), 7);
    }

    void anAnswerOfNothingIsWhole() {
        CompletionRequest request;
        request.stream = true;
        AnswerWriter out = writer(request);
        const auto events = dataOf(out.events(last(Finish::End, 0)));
        QCOMPARE(events.size(), std::size_t{3});
        QCOMPARE(choiceOf(events[1])["finish_reason"_L1].toString(), u"stop"_s);
        QVERIFY(!objectOf(events[1]).contains("usage"_L1));
    }

    void aWholeAnswerHasAllOfIt() {
        CompletionRequest request;
        request.logprobs = true;
        AnswerWriter out = writer(request);
        out.collect(piece("A"));
        out.collect(piece("\xE4\xB8\x96", 0xE4)); // its token is a part of a character
        out.collect(last(Finish::Stop, 2));
        const QJsonObject body = objectOf(QByteArray::fromStdString(out.body()));
        QCOMPARE(body["object"_L1].toString(), u"chat.completion"_s);
        const QJsonObject choice = body["choices"_L1].toArray().at(0).toObject();
        QCOMPARE(choice["message"_L1].toObject()["content"_L1].toString(), u"A世"_s);
        QCOMPARE(choice["message"_L1].toObject()["role"_L1].toString(), u"assistant"_s);
        QCOMPARE(choice["finish_reason"_L1].toString(), u"stop"_s);
        QCOMPARE(body["usage"_L1].toObject()["total_tokens"_L1].toInt(), 9);
        const QJsonArray logprobs = choice["logprobs"_L1].toObject()["content"_L1].toArray();
        QCOMPARE(logprobs.size(), 2);
        QCOMPARE(logprobs[0].toObject()["logprob"_L1].toDouble(), -0.5);
        QCOMPARE(logprobs[1].toObject()["bytes"_L1].toArray().at(0).toInt(), 0xE4);
        QCOMPARE(logprobs[1].toObject()["token"_L1].toString(), u"\uFFFD"_s);
        const QJsonArray top = logprobs[0].toObject()["top_logprobs"_L1].toArray();
        QCOMPARE(top[1].toObject()["logprob"_L1].toDouble(), -9999.0); // JSON has no infinity
    }

    void aTextIsContinuedInItsOwnForm() {
        CompletionRequest request;
        request.api = Api::Text;
        request.stream = true;
        AnswerWriter out = writer(request);
        std::string stream = out.events(piece("x"));
        stream += out.events(last(Finish::Length, 1));
        const auto events = dataOf(stream);
        QCOMPARE(events.size(), std::size_t{3});
        QCOMPARE(choiceOf(events[0])["text"_L1].toString(), u"x"_s);
        QCOMPARE(objectOf(events[0])["object"_L1].toString(), u"text_completion"_s);
        QCOMPARE(choiceOf(events[1])["finish_reason"_L1].toString(), u"length"_s);
    }
};

PARALLAX_TEST(TestAnswer)

} // namespace test_answer
#include "test_answer.moc"
