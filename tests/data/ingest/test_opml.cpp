// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "data/ingest/opml.h"
#include "tests/test_program.h"

namespace test_opml {

using namespace parallax;
using namespace parallax::data;

namespace {

Document parsed(std::string_view text) {
    Document document;
    parseOpml(text, {}, {}, document);
    return document;
}

} // namespace

class TestOpml : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsFoldersFromTheOutsideIn() {
        const Opml opml =
            parsed(
                "<?xml version='1.0' encoding='UTF-8'?><opml version='2.0'><head><title>My feeds</title>"
                "</head><body><outline text='Tech'><outline text='Chips &amp; co' title='x'>"
                "<outline type='rss' text='Wire' xmlUrl='https://w.example/f' htmlUrl='https://w.example'/>"
                "</outline><outline title='Only title' XMLURL=' https://t.example/f '/></outline>"
                "<outline type='rss' xmlUrl='https://n.example/f'/><outline text='just a note'/>"
                "</body></opml>")
                .opml;
        QCOMPARE(opml.title, std::string("My feeds"));
        QCOMPARE(opml.feeds.size(), size_t(3));
        QCOMPARE(opml.feeds[0].title, std::string("Wire"));
        QCOMPARE(opml.feeds[0].url, std::string("https://w.example/f"));
        const std::vector<std::string> path{"Tech", "Chips & co"};
        QCOMPARE(opml.feeds[0].path, path);
        QCOMPARE(opml.feeds[1].title, std::string("Only title"));
        QCOMPARE(opml.feeds[1].url, std::string("https://t.example/f"));
        QCOMPARE(opml.feeds[2].title, std::string("https://n.example/f"));
        QVERIFY(opml.feeds[2].path.empty());
    }

    void recoversAnIllFormedFile() {
        const Document document =
            parsed("<opml><head><title>R&D</title></head><body><outline text='A&B' "
                   "xmlUrl='https://a.example/?x=1&y=2'/><outline text='cut' xmlUrl='https://c");
        QCOMPARE(document.issues.at(0).code, std::string("bozo"));
        QCOMPARE(document.opml.title, std::string("R&D"));
        QCOMPARE(document.opml.feeds.at(0).title, std::string("A&B"));
        QCOMPARE(document.opml.feeds.at(0).url, std::string("https://a.example/?x=1&y=2"));
    }

    void whatIsNoAddressOnTheWebIsNoFeed() {
        const Document document = parsed(
            "<opml><body><outline text='All' xmlUrl='/'/><outline text='Mine' xmlUrl='file:///etc/passwd'/>"
            "<outline text='A' xmlUrl='HTTPS://a.example/f'/></body></opml>");
        QCOMPARE(document.opml.feeds.size(), size_t(1));
        QCOMPARE(document.opml.feeds[0].title, std::string("A"));
        QCOMPARE(document.issues.at(0).code, std::string("feed-refused"));
        QCOMPARE(document.issues.at(0).args, (std::vector<std::string>{"All", "2"}));
    }

    void refusesWhatNobodyWrote() {
        std::string deep = "<opml><body>";
        for (int i = 0; i < 10'000; ++i)
            deep += "<outline text='x'>";
        QVERIFY_EXCEPTION_THROWN(parsed(deep), Error);
        QVERIFY_EXCEPTION_THROWN(parsed("<!DOCTYPE opml [<!ENTITY a 'b'>]><opml/>"), Error);
    }

    void knowsItself() {
        QVERIFY(looksLikeOpml("<?xml version='1.0'?>\n<!-- made by hand --><OPML version='1.0'>"));
        QVERIFY(!looksLikeOpml("<rss/>"));
        QVERIFY(!looksLikeOpml("opml"));
    }
};

PARALLAX_TEST(TestOpml)

} // namespace test_opml
#include "test_opml.moc"
