// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>

#include "tests/test_program.h"

namespace test_one_definition {

// Two types of one name in one namespace, in files that never meet, compile and link: and then the linker
// keeps one of the two instances of, say, std::optional<Cue> for both, whatever their sizes. No compiler
// tells.

namespace {

using Definitions = QMap<QString, QStringList>; // "parallax::data::Cue" → the files that define it

// Definitions at the margin, outside unnamed namespaces: what clang-format makes of all of ours.
void gather(Definitions& all, const QString& name, const QString& text) {
    static const QRegularExpression opens(QStringLiteral("^namespace(?: ([\\w:]+))? \\{$"));
    static const QRegularExpression closes(QStringLiteral("^\\} // namespace"));
    static const QRegularExpression defines(
        QStringLiteral("^(?:template <.*> )?(?:struct|class|union|enum|enum class) "
                       "(?:alignas\\(\\w+\\) )?(\\w+)(?: final)?(?: : [^;]*| :.*)?(?: \\{|$)"));
    QStringList spaces;
    for (const QString& line : text.split(u'\n')) {
        if (const auto match = opens.match(line); match.hasMatch())
            spaces.append(match.captured(1));
        else if (closes.match(line).hasMatch() && !spaces.isEmpty())
            spaces.removeLast();
        else if (const auto type = defines.match(line); type.hasMatch() && !spaces.contains(QString())) {
            QStringList& files =
                all[spaces.join(QStringLiteral("::")) + QStringLiteral("::") + type.captured(1)];
            if (!files.contains(name))
                files.append(name);
        }
    }
}

QStringList definedTwice(const Definitions& all) {
    QStringList twice;
    for (auto type = all.begin(); type != all.end(); ++type)
        if (type->size() > 1)
            twice << type.key() + QStringLiteral(": ") + type->join(QStringLiteral(", "));
    return twice;
}

} // namespace

class TestOneDefinition : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noTypeHasTwoDefinitions() {
        const QString root = QStringLiteral(PARALLAX_SOURCE_DIR "/");
        Definitions all;
        for (const auto& room : {QStringLiteral("base"), QStringLiteral("data"), QStringLiteral("engine"),
                                 QStringLiteral("ui"), QStringLiteral("app")}) {
            QDirIterator files(root + room,
                               {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.cu"),
                                QStringLiteral("*.cuh")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                gather(all, file.fileName().mid(root.size()), QString::fromUtf8(file.readAll()));
            }
        }
        QVERIFY(all.size() > 300);
        const QStringList twice = definedTwice(all);
        QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
    }

    void aSecondDefinitionIsFound() {
        const QString first = QStringLiteral("namespace parallax::data {\n\nenum class Cue {\n    A,\n};\n\n"
                                             "namespace {\nstruct Own {\n};\n} // namespace\n"
                                             "class Seen;\n} // namespace parallax::data\n");
        const QString second = QStringLiteral("namespace parallax::data {\nenum class Cue : std::uint8_t {\n"
                                              "};\nnamespace {\nstruct Own {\n};\n} // namespace\n"
                                              "class Seen {\n};\n} // namespace parallax::data\n");
        Definitions all;
        gather(all, QStringLiteral("a.h"), first);
        gather(all, QStringLiteral("b.h"), second);
        QCOMPARE(definedTwice(all), QStringList{QStringLiteral("parallax::data::Cue: a.h, b.h")});
    }
};

PARALLAX_TEST(TestOneDefinition)

} // namespace test_one_definition
#include "test_one_definition.moc"
