// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include "tests/test_program.h"

namespace test_translations {

// Both Chinese translations are complete: every string of the program, with its placeholders.

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; // one, or one per plural form
    QString state;            // "unfinished", "vanished", "obsolete", or empty
    bool plural = false;
};

QList<Message> readMessages(const QString& path) {
    QList<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            Message message;
            message.context = context;
            message.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
            messages.append(message);
        } else if (xml.name() == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.last().state = xml.attributes().value(QLatin1String("type")).toString();
            if (!messages.last().plural)
                messages.last().translations << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            messages.last().translations << xml.readElementText();
        }
    }
    return messages;
}

QStringList placeholders(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%(?:L?\\d|n)"));
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured().remove(QLatin1Char('L'));
    found.sort();
    found.removeDuplicates();
    return found;
}

QString tsPath(const QString& language) {
    return QStringLiteral(PARALLAX_SOURCE_DIR "/translations/parallax_%1.ts").arg(language);
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyMessageIsTranslatedWithItsPlaceholders_data() { languages(); }
    void everyMessageIsTranslatedWithItsPlaceholders() {
        QFETCH(QString, language);
        const auto messages = readMessages(tsPath(language));
        QVERIFY(messages.size() > 100);
        QStringList wrong;
        for (const auto& message : messages) {
            const QString where = message.context + QStringLiteral(": ") + message.source;
            if (!message.state.isEmpty() || message.translations.isEmpty())
                wrong << message.state + QStringLiteral(" ") + where;
            for (const auto& translation : message.translations) {
                if (translation.trimmed().isEmpty())
                    wrong << QStringLiteral("empty ") + where;
                QStringList wanted = placeholders(message.source);
                QStringList have = placeholders(translation);
                if (message.plural) { // "one article" may go without its number
                    wanted.removeAll(QStringLiteral("%n"));
                    have.removeAll(QStringLiteral("%n"));
                }
                if (wanted != have)
                    wrong << QStringLiteral("placeholders ") + where;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 40).join(QLatin1Char('\n'))));
    }

    void everyStringOfTheProgramWasCollected_data() { languages(); }
    void everyStringOfTheProgramWasCollected() {
        QFETCH(QString, language);
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("parallax_%1.ts").arg(language));
        QVERIFY(QFile::copy(tsPath(language), copy));
        QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QProcess lupdate;
        lupdate.start(QStringLiteral(PARALLAX_LUPDATE),
                      {QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none"),
                       QStringLiteral("-no-ui-lines"), QStringLiteral("-extensions"), QStringLiteral("cpp,h"),
                       QStringLiteral("-I"), QStringLiteral(PARALLAX_SOURCE_DIR),
                       QStringLiteral(PARALLAX_SOURCE_DIR "/ui"), QStringLiteral(PARALLAX_SOURCE_DIR "/app"),
                       QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        // A tr() whose class is not understood goes to a context that the program never asks for.
        const QByteArray remarks = lupdate.readAllStandardError();
        for (const char* sign :
             {"lacks Q_OBJECT", "unknown namespace/class", "tr() cannot be called without"})
            QVERIFY2(!remarks.contains(sign), remarks.constData());
        QStringList missing;
        for (const auto& message : readMessages(copy))
            if (message.state == QLatin1String("unfinished"))
                missing << message.context + QStringLiteral(": ") + message.source;
        QVERIFY2(missing.isEmpty(), qPrintable(missing.mid(0, 40).join(QLatin1Char('\n'))));
        QCOMPARE(readMessages(copy).size(), readMessages(tsPath(language)).size()); // and nothing left over
    }

  private:
    static void languages() {
        QTest::addColumn<QString>("language");
        QTest::newRow("zh_TW") << QStringLiteral("zh_TW");
        QTest::newRow("zh_CN") << QStringLiteral("zh_CN");
    }
};

PARALLAX_LOOP_TEST(TestTranslations)

} // namespace test_translations
#include "test_translations.moc"
