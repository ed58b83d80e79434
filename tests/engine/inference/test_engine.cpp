// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <map>
#include <memory>
#include <set>

#include "base/error.h"
#include "engine/inference/engine.h"
#include "engine/inference/scheduler.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_engine {

using namespace parallax;
using namespace parallax::inference;

namespace {

std::vector<Token> someTokens(int count, int seed) {
    std::vector<Token> tokens;
    for (int i = 0; i < count; ++i)
        tokens.push_back((i * 37 + i * i * 11 + seed * 101) % 256);
    return tokens;
}

// An answer that is being collected.
struct Collected {
    std::string text;
    std::vector<Token> tokens;
    std::promise<Answer> over;

    AnswerCallback callback() {
        return [this](const Answer& answer) {
            text += answer.text;
            if (answer.chosen)
                tokens.push_back(answer.chosen->token);
            if (answer.finish != Finish::None)
                over.set_value(answer);
        };
    }
};

const std::string& tinyBytes() {
    static const std::string bytes = test::makeTinyModel({});
    return bytes;
}

std::unique_ptr<Engine> open(EngineOptions options = {}) {
    options.cpu.threads = 1;
    return std::make_unique<Engine>(std::make_unique<Gguf>(tinyBytes(), "tiny"), options);
}

Request request(std::vector<Token> tokens, int most) {
    Request r;
    r.tokens = std::move(tokens);
    r.maxTokens = most;
    r.ignoreEnd = true;
    return r;
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aloneAndAmong64TheAnswerIsTheSame() {
        const auto engine = open();
        Request wanted = request(someTokens(70, 1), 20);
        wanted.sampling.temperature = 1;
        wanted.sampling.seed = 42;
        Collected alone;
        engine->submit(wanted, alone.callback());
        QCOMPARE(alone.over.get_future().get().finish, Finish::Length);
        QCOMPARE(alone.tokens.size(), std::size_t{20});

        EngineOptions small; // so little room that sequences must give theirs up
        small.context = 256;
        small.cacheTokens = 700;
        const auto crowded = open(small);
        std::vector<std::unique_ptr<Collected>> others;
        for (int i = 0; i < 64; ++i) {
            others.push_back(std::make_unique<Collected>());
            Request other = i == 40 ? wanted : request(someTokens(5 + 3 * i % 90, i + 2), 12);
            crowded->submit(other, others.back()->callback());
        }
        for (const auto& other : others)
            QCOMPARE(other->over.get_future().get().finish, Finish::Length);
        QCOMPARE(others[40]->tokens, alone.tokens);
    }

    void aPromptThatBeganBeforeIsNotComputedAgain() {
        const auto engine = open();
        Collected first;
        engine->submit(request(someTokens(200, 1), 4), first.callback());
        QCOMPARE(first.over.get_future().get().timings.reusedTokens, 0);
        Collected second;
        engine->submit(request(someTokens(200, 1), 4), second.callback());
        QCOMPARE(second.over.get_future().get().timings.reusedTokens, 192);
        QCOMPARE(second.tokens, first.tokens);
        QCOMPARE(engine->logits(someTokens(200, 1)), open()->logits(someTokens(200, 1)));
    }

    void cancellingEndsARequestAndLeavesTheOthers() {
        EngineOptions options;
        options.context = 4000;
        const auto engine = open(options);
        Collected longOne;
        Collected other;
        const Ticket ticket = engine->submit(request(someTokens(3, 1), 3900), longOne.callback());
        engine->submit(request(someTokens(3, 2), 5), other.callback());
        QCOMPARE(other.over.get_future().get().finish, Finish::Length);
        engine->cancel(ticket);
        engine->cancel(ticket); // once more does nothing
        QCOMPARE(longOne.over.get_future().get().finish, Finish::Cancelled);
        QVERIFY(longOne.tokens.size() < 3900);
    }

    void closingEndsWhatIsRunning() {
        Collected one;
        auto engine = open();
        engine->submit(request(someTokens(3, 1), 4000), one.callback());
        engine.reset();
        QCOMPARE(one.over.get_future().get().finish, Finish::Cancelled);
    }

    void aStopTextEndsTheAnswerBeforeIt() {
        const auto engine = open();
        Collected whole;
        Request r = request(someTokens(9, 5), 40);
        for (Token token = 128; token < 260; ++token)
            r.sampling.bias.emplace_back(token, -1000.0F); // plain ASCII
        engine->submit(r, whole.callback());
        whole.over.get_future().get();
        QCOMPARE(whole.text.size(), std::size_t{40});
        const std::string stop = whole.text.substr(20, 3);
        r.stop = {"never this", stop};
        Collected stopped;
        engine->submit(r, stopped.callback());
        QCOMPARE(stopped.over.get_future().get().finish, Finish::Stop);
        QCOMPARE(stopped.text, whole.text.substr(0, whole.text.find(stop)));
    }

    void theModelsOwnEndWaitsForTheShortestAnswer() {
        const auto engine = open();
        Request r = request(someTokens(9, 5), 30);
        r.ignoreEnd = false;
        r.sampling.bias.emplace_back(257, 1000.0F); // nothing but the end
        Collected none;
        engine->submit(r, none.callback());
        QCOMPARE(none.over.get_future().get().finish, Finish::End);
        QVERIFY(none.tokens.empty());
        r.minTokens = 7;
        Collected seven;
        engine->submit(r, seven.callback());
        const Answer last = seven.over.get_future().get();
        QCOMPARE(last.finish, Finish::End);
        QCOMPARE(last.timings.answerTokens, 7);
        QCOMPARE(std::count(seven.tokens.begin(), seven.tokens.end(), 257), 0);
    }

    void whatCannotBeAnsweredIsSaid() {
        EngineOptions options;
        options.context = 50;
        const auto engine = open(options);
        QVERIFY_EXCEPTION_THROWN(engine->submit(request({}, 1), {}), Error);
        QVERIFY_EXCEPTION_THROWN(engine->submit(request({1, 5000}, 1), {}), Error);
        QVERIFY_EXCEPTION_THROWN(engine->submit(request(someTokens(50, 1), 1), {}), Error);
        Collected full;
        engine->submit(request(someTokens(45, 1), 100), full.callback());
        const Answer last = full.over.get_future().get();
        QCOMPARE(last.finish, Finish::Length);
        QCOMPARE(last.timings.answerTokens, 5);
    }

    // One number that is none, in a norm or in the scale of a block: the words would look like any others.
    void aNumberThatIsNoneIsNamedWhenLoading_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<int>("at"); // a byte of the tensor, and the one behind it
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](Format format, const char* tensor, int at, const char* bytes) {
            QTest::addRow("%s %s %s", formatInfo(format).name, tensor,
                          QByteArray(bytes, 2).toHex().constData())
                << static_cast<int>(format) << QString::fromLatin1(tensor) << at << QByteArray(bytes, 2);
        };
        constexpr const char *nan = "\x00\x7e", *infinite = "\x00\xfc", *wide = "\x80\x7f";
        row(Format::Q8_0, "output_norm.weight", 2, wide);
        row(Format::Q8_0, "blk.0.attn_v.weight", 34 * 5, nan);
        row(Format::Q4_0, "blk.0.attn_q.weight", 0, nan);
        row(Format::Q4_0, "blk.0.ffn_down.weight", 18 * 3, infinite);
        row(Format::Q5_0, "token_embd.weight", 22, nan);
        row(Format::F16, "blk.0.ffn_up.weight", 10, nan);
        row(Format::BF16, "blk.0.ffn_gate.weight", 10, wide);
        row(Format::F32, "blk.0.attn_output.weight", 42, wide);
        row(Format::Q4_K, "blk.0.attn_k.weight", 2, nan);
        row(Format::Q6_K, "blk.0.attn_k.weight", 208, infinite);
    }
    void aNumberThatIsNoneIsNamedWhenLoading() {
        QFETCH(int, format);
        QFETCH(QString, tensor);
        QFETCH(int, at);
        QFETCH(QByteArray, bytes);
        std::string file = test::makeTinyModel({"llama", static_cast<Format>(format), 1, 256, 4, 2, 64, 256});
        const Gguf intact(file, "tiny");
        const Tensor* found = intact.tensor(tensor.toStdString());
        QVERIFY(found != nullptr);
        const auto begin = static_cast<std::size_t>(reinterpret_cast<const char*>(found->data) - file.data());
        std::ranges::copy(bytes, file.begin() + static_cast<std::ptrdiff_t>(begin) + at);
        try {
            const Engine engine(std::make_unique<Gguf>(file, "damaged"), {});
            QFAIL("it was loaded");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::ModelMalformed);
            QCOMPARE(error.args().at(1), tensor.toStdString());
        }
    }

    // All numbers are some, and what comes of them is none.
    void aModelThatOverflowsFailsItsRequestsNotTheProcess() {
        std::string bytes = tinyBytes();
        const Gguf intact(bytes, "tiny");
        const Tensor* norm = intact.tensor("blk.0.attn_norm.weight");
        const auto at = static_cast<std::size_t>(reinterpret_cast<const char*>(norm->data) - bytes.data());
        const float huge = 3e38F;
        for (std::size_t i = 0; i < norm->bytes; i += sizeof huge)
            std::memcpy(bytes.data() + at + i, &huge, sizeof huge);
        Engine engine(std::make_unique<Gguf>(bytes, "damaged"), {});
        Collected one;
        engine.submit(request(someTokens(3, 1), 4), one.callback());
        const Answer last = one.over.get_future().get();
        QCOMPARE(last.finish, Finish::Failed);
        QVERIFY(last.error && last.error->code() == ErrorCode::ModelFailed);
        QVERIFY_EXCEPTION_THROWN(engine.logits(someTokens(3, 1)), Error);
    }

    void whatIsNoNumberSteersNothing() {
        const auto engine = open();
        for (float Sampling::*const member :
             {&Sampling::temperature, &Sampling::topP, &Sampling::minP, &Sampling::frequency,
              &Sampling::presence, &Sampling::repetition}) {
            Request wrong = request(someTokens(3, 1), 2);
            wrong.sampling.*member = std::numeric_limits<float>::quiet_NaN();
            QVERIFY_EXCEPTION_THROWN(engine->submit(std::move(wrong), {}), Error);
        }
    }

    void withoutAWishTheContextIsTheModels() {
        EngineOptions options;
        options.context = 0;
        const auto engine = open(options);
        QCOMPARE(engine->context(), engine->config().context);
        try {
            engine->submit(request(someTokens(engine->context(), 1), 2), {});
            QFAIL("it was taken");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::ContextTooLong);
            QCOMPARE(error.args().at(1), error.args().at(2)); // no longer one is to be had
        }
    }

    // ---- sampling ----

    void theLikeliestIsChosenAndTheLowestAmongEquals() {
        const std::vector<float> logits{1, 3, 3, -2};
        QCOMPARE(chooseToken(logits, {}, 0, {}).token, 1);
        Sampling s;
        s.bias = {{3, 10.0F}};
        s.logprobs = 2;
        const Chosen chosen = chooseToken(logits, {}, 0, s);
        QCOMPARE(chosen.token, 3);
        QCOMPARE(chosen.top.size(), std::size_t{2});
        QCOMPARE(chosen.top[0].first, 1);
        QVERIFY(std::abs(chosen.top[0].second + 0.759F) < 0.01F); // ln(e^3 / (e + 2 e^3 + e^-2))
        Sampling penalty;
        penalty.repetition = 4;
        QCOMPARE(chooseToken(logits, std::vector<Token>{1, 2}, 0, penalty).token, 0);
    }

    // The short way to the largest logit, taken where nothing else is wanted, and the way that everything
    // goes.
    void withoutProbabilitiesTheSameTokenIsChosen() {
        Sampling quick;
        quick.probability = false;
        constexpr float infinite = std::numeric_limits<float>::infinity();
        std::uint32_t state = 1;
        for (int round = 0; round < 200; ++round) {
            std::vector<float> logits(1 + static_cast<std::size_t>(round) * 7 % 500);
            for (float& one : logits) {
                state = state * 1664525 + 1013904223;
                one = static_cast<float>(state >> 28) - 8; // many equals
                if (state % 11 == 0)
                    one = -infinite;
            }
            if (std::ranges::all_of(logits, [](float one) { return one == -infinite; }))
                logits[0] = -3;
            const Chosen chosen = chooseToken(logits, {}, 0, quick);
            QCOMPARE(chosen.token, chooseToken(logits, {}, 0, {}).token);
            QCOMPARE(chosen.logprob, 0.0F);
            Sampling drawn;
            drawn.temperature = 1;
            drawn.seed = 7;
            const Token token = chooseToken(logits, {}, 3, drawn).token;
            drawn.probability = false;
            QCOMPARE(chooseToken(logits, {}, 3, drawn).token, token);
        }
        for (const float wrong : {std::numeric_limits<float>::quiet_NaN(), infinite, -infinite})
            for (const std::size_t at : {std::size_t{0}, std::size_t{2}}) {
                std::vector<float> logits(3, -infinite);
                logits[at] = wrong;
                QVERIFY_THROWS_EXCEPTION(Error, chooseToken(logits, {}, 0, quick));
                QVERIFY_THROWS_EXCEPTION(Error, chooseToken(logits, {}, 0, {}));
            }
        QVERIFY_THROWS_EXCEPTION(Error, chooseToken({}, {}, 0, quick));
    }

    void samplesFollowTheProbabilitiesAndTheSeed() {
        const std::vector<float> logits{0, std::log(2.0F), std::log(3.0F), std::log(4.0F)};
        Sampling s;
        s.temperature = 1;
        std::vector<int> counts(4);
        for (std::uint64_t step = 0; step < 20'000; ++step)
            ++counts[static_cast<std::size_t>(chooseToken(logits, {}, step, s).token)];
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(std::abs(counts[i] - 2000 * static_cast<int>(i + 1)) < 200);
        Sampling other = s;
        other.seed = 1;
        int same = 0;
        for (std::uint64_t step = 0; step < 100; ++step) {
            QCOMPARE(chooseToken(logits, {}, step, s).token, chooseToken(logits, {}, step, s).token);
            same += chooseToken(logits, {}, step, s).token == chooseToken(logits, {}, step, other).token;
        }
        QVERIFY(same < 60);
        const auto seen = [&](const Sampling& sampling) {
            std::set<Token> tokens;
            for (std::uint64_t step = 0; step < 500; ++step)
                tokens.insert(chooseToken(logits, {}, step, sampling).token);
            return tokens;
        };
        Sampling narrow = s;
        narrow.topK = 2;
        QCOMPARE(seen(narrow), (std::set<Token>{2, 3}));
        narrow = s;
        narrow.topP = 0.65F; // 0.4 is not enough, 0.4 + 0.3 is
        QCOMPARE(seen(narrow), (std::set<Token>{2, 3}));
        narrow = s;
        narrow.minP = 0.45F;
        QCOMPARE(seen(narrow), (std::set<Token>{1, 2, 3}));
    }

    void drawsReachAllOfAFlatVocabularyAndNoneThatWasCutOff() {
        const std::vector<float> logits(3000, 1.5F); // of equals the lowest number comes first
        const auto draws = [&](int topK, float topP, float minP) {
            Sampling s;
            s.temperature = 0.7F;
            s.topK = topK;
            s.topP = topP;
            s.minP = minP;
            std::vector<Token> tokens;
            for (std::uint64_t step = 0; step < 1000; ++step)
                tokens.push_back(chooseToken(logits, {}, step, s).token);
            return tokens;
        };
        const std::vector<Token> all = draws(0, 1, 0);
        std::vector<int> counts(10);
        for (const Token token : all)
            ++counts[static_cast<std::size_t>(token) / 300];
        for (const int count : counts)
            QVERIFY2(std::abs(count - 100) < 50, qPrintable(QString::number(count)));
        QCOMPARE(draws(0, 1, 0.9F), all);
        const std::vector<Token> half = draws(0, 0.5F, 0), few = draws(100, 0.5F, 0);
        for (std::size_t i = 0; i < all.size(); ++i) { // one draw picks the same place of whatever is left
            QVERIFY(std::abs(half[i] - all[i] / 2) <= 1);
            QVERIFY(std::abs(few[i] - all[i] / 60) <= 1);
        }
    }

    // ---- pages and plans ----

    void noPageIsLostAndNoSequenceStarves() {
        Scheduler scheduler(8, 48);
        std::set<std::uint64_t> open;
        std::map<std::uint64_t, int> left;
        for (std::uint64_t id = 1; id <= 12; ++id) {
            scheduler.add(id, someTokens(20 + static_cast<int>(id) * 17, static_cast<int>(id)));
            left[id] = 30;
            open.insert(id);
        }
        for (int step = 0; step < 5000 && !open.empty(); ++step) {
            std::vector<std::uint64_t> sampled;
            const Batch batch = scheduler.plan(sampled);
            QVERIFY(batch.rows() > 0 && batch.rows() <= 48 + 12);
            std::size_t rows = 0;
            for (const auto& part : batch.parts) {
                QCOMPARE(part.first, static_cast<int>(rows));
                rows += static_cast<std::size_t>(part.count);
                const int pages = (part.position + part.count + pageTokens - 1) / pageTokens;
                QVERIFY(part.firstPage + pages <= static_cast<int>(batch.pages.size()));
            }
            QCOMPARE(rows, batch.rows());
            scheduler.done(batch);
            for (const auto id : sampled) {
                scheduler.append(id, static_cast<Token>(step % 256));
                if (--left[id] == 0) {
                    scheduler.remove(id);
                    open.erase(id);
                }
            }
        }
        QVERIFY(open.empty());
        QVERIFY(scheduler.idle());
        QCOMPARE(scheduler.freePages(), 8);
    }

    void pagesAreSharedByWhatTheyHold() {
        PagePool pool(3);
        const auto tokens = someTokens(130, 1);
        const auto a = *pool.take();
        const auto b = *pool.take();
        pool.remember(a, std::span(tokens).first(64));
        pool.remember(b, std::span(tokens).first(128));
        QCOMPARE(pool.share(tokens), (std::vector<std::int32_t>{a, b}));
        auto other = tokens;
        other[70] = 0;
        QCOMPARE(pool.share(other), (std::vector<std::int32_t>{a}));
        for (int i = 0; i < 3; ++i)
            pool.release(a);
        pool.release(b);
        pool.release(b);
        QCOMPARE(pool.available(), 3);
        QCOMPARE(pool.share(tokens).size(), std::size_t{2}); // kept though nobody used them
        pool.release(a);
        pool.release(b);
        for (int i = 0; i < 3; ++i)
            QVERIFY(pool.take());
        QVERIFY(!pool.take());
        QVERIFY(pool.share(tokens).empty()); // their room was needed
    }

    // Another program may cut a file short at any time: before it is loaded, that is an error in words, and
    // after it is loaded, nobody looks at the file again.
    void aFileThatBecomesShorterEndsNothing() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tiny.gguf"));
        const auto write = [&] {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(tinyBytes().data(), static_cast<qint64>(tinyBytes().size()));
        };
        write();
        EngineOptions options;
        options.cpu.threads = 2;
        auto file = std::make_unique<Gguf>(std::filesystem::path(path.toStdString()));
        QVERIFY(QFile::resize(path, static_cast<qint64>(tinyBytes().size() / 2)));
        try {
            const Engine engine(std::move(file), options);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::FileUnreadable);
        }
        write();
        Engine engine(std::filesystem::path(path.toStdString()), options);
        QVERIFY(QFile::resize(path, 10));
        const auto logits = engine.logits(someTokens(20, 1));
        QVERIFY(logits == open()->logits(someTokens(20, 1)));
        QCOMPARE(engine.tokenizer().encode("a", Specials::Ignored).size(), std::size_t{1});
        QVERIFY(!engine.file().string("general.name", "").empty());
    }

    void aLongStepIsLeftWhenNobodyWaits() {
        const auto engine = open();
        Collected first;
        const Ticket ticket = engine->submit(request(someTokens(2000, 1), 5), first.callback());
        engine->cancel(ticket);
        const Answer last = first.over.get_future().get();
        QCOMPARE(last.finish, Finish::Cancelled);
        QVERIFY(first.tokens.empty());
        // What was left behind is no one's prefix.
        QVERIFY(engine->logits(someTokens(300, 1)) == open()->logits(someTokens(300, 1)));
    }
};

PARALLAX_TEST(TestEngine)

} // namespace test_engine
#include "test_engine.moc"
