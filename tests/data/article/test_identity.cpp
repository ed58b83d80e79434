// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <set>

#include "data/article/identity.h"
#include "tests/test_program.h"

namespace test_identity {

using namespace parallax::data;

class IdentityTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void anAddressLosesWhatDoesNotNameTheArticle() {
        const std::string plain = "example.org/a/b";
        for (const char* url :
             {"https://example.org/a/b", "http://www.example.org/a/b/", "HTTPS://EXAMPLE.org:443/a/b",
              "https://example.org/a/b#part", "//example.org/a/b", " https://example.org/a/b ",
              "https://example.org/a/b?utm_source=x&utm_medium=y&fbclid=1",
              "https://reader@example.org/a/b?"})
            QCOMPARE(canonicalUrl(url), plain);
        QCOMPARE(canonicalUrl("https://example.org/A?id=3&utm_campaign=c&p=1"),
                 std::string("example.org/A?id=3&p=1"));
        QCOMPARE(canonicalUrl(""), std::string());
        QCOMPARE(canonicalUrl("https://"), std::string());
    }

    void theSlugIsFoundInEveryLocale() {
        QCOMPARE(slugFromUrl("https://example.org/zh-hant/article/20260428-cloud-lock-ends"),
                 std::string("cloud-lock-ends"));
        QCOMPARE(slugFromUrl("https://example.org/pl/article/20260428-20250428-cloud-lock-ends?x=1"),
                 std::string("cloud-lock-ends"));
        QCOMPARE(slugFromUrl("https://example.org/en/article/cloud-lock-ends"), std::string());
        QCOMPARE(slugFromUrl("https://example.org/en/blog/20260428-cloud"), std::string());
        QCOMPARE(slugFromUrl(""), std::string());
    }

    void localesOfOneArticleShareItsKey() {
        Article english;
        english.url = "https://example.org/en/article/20260428-cloud-lock-ends";
        Article polish;
        polish.url = "https://www.example.org/pl/article/20260428-20250428-cloud-lock-ends";
        polish.title = "Inny tytuł";
        QCOMPARE(articleKey(english), articleKey(polish));
    }

    void withoutAnAddressSourceMonthAndTitleDecide() {
        Article one;
        one.title = "Ｃｌｏｕｄ  Lock Ends";
        one.source = "Example Wire";
        one.archiveMonth = "2026-04";
        Article two = one;
        two.title = "cloud lock ends";
        QCOMPARE(articleKey(one), articleKey(two));
        two.archiveMonth = "2026-05";
        QVERIFY(articleKey(one) != articleKey(two));
        two = one;
        two.source = "Other Wire";
        QVERIFY(articleKey(one) != articleKey(two));
    }

    void normalFormsOfATitleAreOneKey() {
        Article composed;
        composed.title = "Caf\u00e9 r\u00e9sum\u00e9";
        Article decomposed;
        decomposed.title = "Cafe\u0301 re\u0301sume\u0301";
        QCOMPARE(articleKey(composed), articleKey(decomposed));
    }

    void aKeyIsNeverEmpty() {
        Article nothing;
        QVERIFY(!articleKey(nothing).empty());
        nothing.title = " \n ";
        QVERIFY(!articleKey(nothing).empty());
    }

    void sha256IsTheStandardOne() {
        QCOMPARE(sha256Hex(""),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256Hex("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void uidsDiffer() {
        std::set<std::string> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(newUid());
        QCOMPARE(seen.size(), std::size_t(1000));
        QCOMPARE(seen.begin()->size(), std::size_t(32));
    }
};

PARALLAX_TEST(IdentityTest)

} // namespace test_identity
#include "test_identity.moc"
