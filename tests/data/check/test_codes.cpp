// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of codes that checks carry (data/check/codes.h) against the rules that write them.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <set>

#include "data/check/codes.h"
#include "tests/test_program.h"

namespace test_codes {

using namespace parallax::data;

namespace {

QStringList rulesSources() {
    QStringList sources;
    QDirIterator files(QStringLiteral(PARALLAX_SOURCE_DIR "/data/check"), {QStringLiteral("*.cpp")},
                       QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString name = QFileInfo(file.fileName()).fileName();
        // Cases name their inputs with such words, too.
        if (name.startsWith(QLatin1String("case")) || name.startsWith(QLatin1String("codes")) ||
            !file.open(QIODevice::ReadOnly))
            continue;
        sources << QString::fromUtf8(file.readAll());
    }
    return sources;
}

// The codes in those statements that `statement` matches up to their semicolon.
std::set<std::string> codesIn(const char* statement) {
    std::set<std::string> codes;
    const QRegularExpression statements(QLatin1String(statement) + QStringLiteral("[^;]*;"));
    const QRegularExpression code(QStringLiteral("(?<!U)\"([a-z][a-z0-9]+(?:-[a-z0-9]+)*)(:?)\""));
    for (const QString& source : rulesSources())
        for (auto found = statements.globalMatch(source); found.hasNext();)
            for (auto literals = code.globalMatch(found.next().captured()); literals.hasNext();)
                codes.insert(literals.next().captured(1).toStdString());
    return codes;
}

bool holds(std::span<const std::string_view> codes, std::string_view code) {
    return std::ranges::find(codes, code) != codes.end();
}

constexpr const char* causes = "\\bcause = ";
constexpr const char* reasons =
    "\\b(?:reason = |cannotTell\\(|cannot\\(|wordCheck\\(|addLabelCheck\\(|cannotDivide\\()";
constexpr const char* repairs = "\\b(?:addRepair\\(|repairs\\.push_back\\(|repairs = |partCode\\()";

} // namespace

class TestCodes final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        if (rulesSources().isEmpty())
            QSKIP("the source tree is not here");
    }

    void everyCodeThatARuleWritesIsListed() {
        for (const auto& [statement, listed] :
             {std::pair(causes, causeCodes()), std::pair(reasons, reasonCodes()),
              std::pair(repairs, repairCodes())}) {
            const std::set<std::string> written = codesIn(statement);
            QVERIFY2(written.size() > 5, statement);
            for (const std::string& code : written)
                QVERIFY2(holds(listed, code), code.c_str());
        }
    }

    // A code that reaches a check on another way, as an argument or from a table, is written like one.
    void whateverLooksLikeACodeIsListed() {
        static const std::set<std::string> words = {"single-cloud",   "non-exclusive", "sole-source",
                                                    "cloud-agnostic", "two-fold",      "three-fold",
                                                    "four-fold",      "five-fold",     "ten-fold"};
        const QRegularExpression literal(QStringLiteral("(?<!U)\"([a-z]+(?:-[a-z]+)+)\""));
        for (const QString& source : rulesSources())
            for (auto found = literal.globalMatch(source); found.hasNext();) {
                const std::string code = found.next().captured(1).toStdString();
                QVERIFY2(words.contains(code) || holds(causeCodes(), code) || holds(reasonCodes(), code) ||
                             holds(repairCodes(), code),
                         code.c_str());
            }
    }

    void noCodeIsListedTwice() {
        for (const auto codes : {causeCodes(), reasonCodes(), repairCodes()}) {
            const std::set<std::string_view> distinct(codes.begin(), codes.end());
            QCOMPARE(distinct.size(), codes.size());
        }
    }
};

PARALLAX_TEST(TestCodes)

} // namespace test_codes
#include "test_codes.moc"
