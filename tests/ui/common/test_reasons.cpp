// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The reasons inside errors, in words for the middle of a sentence.
#include <QTest>

#include <cerrno>
#include <cstring>

#include "tests/test_program.h"
#include "ui/common/reasons.h"

namespace test_reasons {

using namespace parallax::ui;

class TestReasons final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatTheSystemSaysIsSaidInOurWords() {
        QCOMPARE(reasonText(QString::fromLocal8Bit(std::strerror(EACCES))),
                 QStringLiteral("permission denied"));
        QCOMPARE(reasonText(QString::fromLocal8Bit(std::strerror(EISDIR))), QStringLiteral("it is a folder"));
    }

    void whatDiffersIsKept() {
        QCOMPARE(reasonText(QStringLiteral("redirect to ftp://a.example/%1")),
                 QStringLiteral("redirect to ftp://a.example/%1"));
        QCOMPARE(reasonText(QStringLiteral("more than 5 redirects")),
                 QStringLiteral("more than 5 redirects"));
        QCOMPARE(reasonText(QStringLiteral("more than 67108864 bytes")),
                 QStringLiteral("more than 67108864 bytes"));
    }

    void theNetworksDetailsGiveWayToASentence() {
        QCOMPARE(reasonText(QStringLiteral("Could not resolve host: news.example")),
                 QStringLiteral("no server of this name was found"));
        QCOMPARE(reasonText(QStringLiteral("Failed to connect to ::1 port 9 after 0 ms")),
                 QStringLiteral("the server cannot be reached"));
    }

    void whatAnEndpointLacksIsSaidWithItsName() {
        QCOMPARE(reasonText(QStringLiteral("the endpoint \"east %2\" has no model")),
                 QStringLiteral("“east %2” needs a model"));
        QCOMPARE(reasonText(QStringLiteral("the endpoint \"east\" has no api-version")),
                 QStringLiteral("“east” needs the option api-version"));
        QCOMPARE(reasonText(QStringLiteral("the option \"threads\" of \"here\" is no number up to 1024")),
                 QStringLiteral("the option threads of “here” is no whole number up to 1024"));
    }

    void damageIsSaidInOurWords() {
        QCOMPARE(reasonText(QStringLiteral("database disk image is malformed")),
                 QStringLiteral("its pages do not fit together"));
        QCOMPARE(reasonText(QStringLiteral("the definition of article_tag cannot be read")),
                 QStringLiteral("the definition of article_tag cannot be read"));
    }

    void whatIsNotKnownComesBackAsItWas_data() {
        QTest::addColumn<QString>("reason");
        for (const char* reason :
             {"", "%1", "more than ", "more than  bytes", "HTTP 404", "database disk image",
              "the endpoint \"\" has no ", "the option \"threads\" of \"here\" is no number up to "})
            QTest::addRow("\"%s\"", reason) << QString::fromLatin1(reason);
    }
    void whatIsNotKnownComesBackAsItWas() {
        QFETCH(QString, reason);
        QCOMPARE(reasonText(reason), reason);
    }
};

PARALLAX_LOOP_TEST(TestReasons)

} // namespace test_reasons
#include "test_reasons.moc"
