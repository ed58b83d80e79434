// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/latency/secret.h"
#include "tests/test_program.h"

namespace test_secret {

using namespace parallax::latency;

namespace {

const std::string key = "sk-aB/9+Zq=_7";

std::string masked(std::string text, std::string_view secret = key) {
    maskSecret(std::span(text), secret);
    return text;
}

void row(const char* name, const char* written) {
    QTest::newRow(name) << written;
}

// Each character as `escape` writes it, or itself where it is not to be escaped.
template <typename Function>
std::string written(const Function& escape) {
    std::string out;
    for (std::size_t i = 0; i < key.size(); ++i)
        out += escape(i, key[i]);
    return out;
}

std::string hexOf(char c, std::size_t digits, bool upper) {
    const char* const all = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string out(digits, '0');
    out[digits - 1] = all[static_cast<unsigned char>(c) % 16];
    out[digits - 2] = all[static_cast<unsigned char>(c) / 16];
    return out;
}

} // namespace

class TestSecret : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aKeyIsMaskedHoweverItIsWritten_data() {
        QTest::addColumn<QString>("text");
        row("as it is", "sk-aB/9+Zq=_7");
        row("in letters of another case", "SK-Ab/9+zQ=_7");
        row("JSON's slash", R"(sk-aB\/9+Zq=_7)");
        row("JSON's escape of one character", R"(sk\u002daB/9+Zq=_7)");
        row("with upper digits", R"(sk\u002DaB\u002F9\u002BZq\u003D_7)");
        row("all of it", R"(\u0073\u006b\u002d\u0061\u0042\u002f\u0039\u002b\u005a\u0071\u003d\u005f\u0037)");
        row("a letter that is another case's", R"(\u0053k-aB/9+Zq=_7)");
        row("mixed", R"(sk\u002da\u0042\/9+Zq\u003d_\u0037)");
        row("JSON within a text of JSON", R"(sk\\u002daB\\/9+Zq=_7)");
        row("and once more", R"(sk\\\\u002daB\\\\\/9+Zq=_7)");
        row("by percent", "sk%2DaB%2F9%2BZq%3D_7");
        row("by percent, small digits", "sk%2daB%2f9%2bZq%3d_7");
        row("by percent twice", "sk-aB%252F9%252BZq%253D_7");
        row("by entities", "sk&#45;aB&#x2F;9&#43;Zq&#x3d;_7");
        row("each in its own way", R"(s%6B\u002daB&#47;9\u002BZq=_7)");
    }

    void aKeyIsMaskedHoweverItIsWritten() {
        QFETCH(QString, text);
        const std::string before = "{\"error\":\"key ", after = " is wrong\"}";
        const std::string whole = before + text.toStdString() + after;
        const std::string cut = withoutSecret(whole, key);
        QCOMPARE(cut, before + "[key]" + after);
        const std::string kept = masked(whole);
        QCOMPARE(kept.size(), whole.size());
        QVERIFY(kept.starts_with(before + "[key]*") && kept.ends_with("*" + after));
        for (const char c : std::string_view(kept).substr(before.size() + 5,
                                                          whole.size() - before.size() - 5 - after.size()))
            QCOMPARE(c, '*');
        QVERIFY(text.size() <= static_cast<qsizetype>(longestWritten(key)));
    }

    // Every mixture of plain and escaped characters, of each kind.
    void everyMixtureOfEscapesIsMasked() {
        for (unsigned mixture = 0; mixture < 1U << 13; mixture += 7)
            for (const bool upper : {false, true}) {
                const auto chosen = [&](std::size_t i) { return (mixture >> i & 1U) != 0; };
                const std::string json = written([&](std::size_t i, char c) {
                    return chosen(i) ? "\\u" + hexOf(c, 4, upper) : c == '/' ? "\\/" : std::string(1, c);
                });
                const std::string percent = written([&](std::size_t i, char c) {
                    return chosen(i) ? "%" + hexOf(c, 2, upper) : std::string(1, c);
                });
                for (const std::string& one : {json, percent})
                    QVERIFY2(withoutSecret("\"" + one + "\"", key) == "\"[key]\"", one.c_str());
            }
    }

    void whatIsNoKeyStays() {
        for (const std::string text :
             {R"(sk\u002eaB/9+q)", R"(sk\u002aB/9+q=_7)", "sk-aB8", "sk%2aB", "sk-", "", R"(\u)", R"(\)", "%",
              "%2", "&#", "&#45", R"(\u0073\u006b)", "sk&#99999999;aB/9+q"}) {
            QCOMPARE(withoutSecret("a " + text + " b", key), "a " + text + " b");
            QCOMPARE(masked("a " + text + " b"), "a " + text + " b");
        }
        QCOMPARE(withoutSecret("abcde", "abcde"), std::string("abcde")); // found in any text
        QCOMPARE(withoutSecret("anything", ""), std::string("anything"));
    }

    void eachPartOfAKeyIsFoundWhereverItStands() {
        const std::string aws = "AKIDEXAMPLE:wJal/rXUtn+FEMI:tokentoken";
        const std::string text = "AKIDEXAMPLE wJal%2FrXUtn%2bFEMI AKIDEXAMPLE: tokentoken,wjal\\/rxutn+femi";
        QCOMPARE(withoutSecret(text, aws), std::string("[key] [key] [key]: [key],[key]"));
        QCOMPARE(masked(text, aws).size(), text.size());
        QVERIFY(masked(text, aws).find("EXAMPLE") == std::string::npos);
    }

    // A stream may end anywhere; half a key and more is as good as a key.
    void aKeyThatTheEndCutsOffIsMasked() {
        const std::string escaped = R"(sk\u002daB\/9\u002BZq=_7)";
        for (std::size_t size = 0; size <= escaped.size(); ++size) {
            const std::string text = "data: {\"" + escaped.substr(0, size);
            const std::string kept = masked(text);
            QCOMPARE(kept.size(), text.size());
            if (size >= 12) // six of its thirteen characters
                QVERIFY2(kept.starts_with("data: {\"[key]*"), kept.c_str());
            else
                QCOMPARE(kept, text);
        }
    }

    void aKeyThatTheProviderShortenedIsMasked() {
        const std::string longer = "sk-simple-0123456789abcdefghijklmnopqrstuvwxyzABC";
        for (const auto& [kept, said] :
             {std::pair<std::string, std::string>{"[key]... (shortened)",
                                                  "sk-simple-0123456789abcdefghijklmnopqrst... (shortened)"},
              {"[key]", "simple-0123456789abcdefghijklmnopqrstuvwxyzABC"},
              {"<[key]>", "<456789abcdefghij>"},
              {"sk-simple-01...xABC", "sk-simple-01...xABC"}}) { // as providers show which key it was
            QCOMPARE(withoutSecret("got " + said + ".", longer), "got " + kept + ".");
            QCOMPARE(masked("got " + said + ".", longer).size(), said.size() + 5);
        }
    }

    void aKeyOfSignsThatBeginEscapesIsFoundBothWays() {
        const std::string odd = "a%2&#b\\c%d";
        for (const std::string& text : {std::string("a%2&#b\\c%d"), std::string("a%252%26%23b\\\\c%25d"),
                                        std::string(R"(a\u00252&#b\\c\u0025d)")})
            QCOMPARE(withoutSecret("<" + text + ">", odd), std::string("<[key]>"));
    }
};

PARALLAX_TEST(TestSecret)

} // namespace test_secret
#include "test_secret.moc"
