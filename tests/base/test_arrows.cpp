// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>

#include "tests/test_program.h"

namespace test_arrows {

// Reads the #include lines of the whole tree and fails on an arrow that house.md's picture does not have.

namespace {

// A room and what its files may include of ours. The longest matching prefix decides.
struct Room {
    QString prefix;
    QStringList may;
};

const QList<Room>& rooms() {
    static const QString article = QStringLiteral("data/article/");
    static const QString quantity = QStringLiteral("data/quantity/");
    static const QString table = QStringLiteral("data/table/");
    static const QString base = QStringLiteral("base/");
    static const QString device = QStringLiteral("engine/device/");
    static const QString data = QStringLiteral("data/");
    static const QList<Room> all{
        {QStringLiteral("base/"), {}},
        {QStringLiteral("data/article/"), {base}},
        {QStringLiteral("data/ingest/"), {base, article, table}},
        {QStringLiteral("data/quantity/"), {base, article}},
        {QStringLiteral("data/table/"), {base, article, quantity}},
        {QStringLiteral("data/check/"), {base, article, quantity, table}},
        {QStringLiteral("data/claim/"),
         {base, article, quantity, table, QStringLiteral("data/check/"), QStringLiteral("data/measure/")}},
        {QStringLiteral("data/deal/"), {base, article, quantity, table}},
        {QStringLiteral("data/prediction/"), {base, article, quantity, table}},
        {QStringLiteral("data/search/"), {base, article}},
        {QStringLiteral("data/measure/"), {base}},
        {QStringLiteral("data/translation/"), {base}},
        {QStringLiteral("data/model/"), {base}},
        {QStringLiteral("data/export/"), {base, data}},
        {QStringLiteral("data/store/"), {base, data}},
        {QStringLiteral("engine/gpu_check.cpp"), {base, device, QStringLiteral("engine/inference/")}},
        {QStringLiteral("engine/device/"), {base}},
        {QStringLiteral("engine/inference/"), {base, device}},
        {QStringLiteral("engine/projection/"), {base, device}},
        {QStringLiteral("engine/latency/"),
         {base, QStringLiteral("data/measure/"), QStringLiteral("engine/inference/")}},
        {QStringLiteral("engine/serve/"), {base, QStringLiteral("engine/inference/")}},
        {QStringLiteral("engine/tasks/"),
         {base, data, QStringLiteral("engine/inference/"), QStringLiteral("engine/latency/")}},
        {QStringLiteral("ui/"), {base, data, QStringLiteral("engine/")}},
        {QStringLiteral("app/"), {base, data, QStringLiteral("engine/"), QStringLiteral("ui/")}},
    };
    return all;
}

const Room* roomOf(const QString& path) {
    for (const Room& room : rooms())
        if (path.startsWith(room.prefix))
            return &room;
    return nullptr;
}

struct Include {
    QString file;
    QString target;
    bool ours = false; // a file of the tree rather than of a library
};

QString sourceDir() {
    return QStringLiteral(PARALLAX_SOURCE_DIR "/");
}

const QList<Include>& includes() {
    static const QList<Include> all = [] {
        QList<Include> found;
        const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"),
                                      QRegularExpression::MultilineOption);
        for (const auto& top : {QStringLiteral("base"), QStringLiteral("data"), QStringLiteral("engine"),
                                QStringLiteral("ui"), QStringLiteral("app")}) {
            QDirIterator files(sourceDir() + top,
                               {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.cu"),
                                QStringLiteral("*.cuh")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                const QString text = QString::fromUtf8(file.readAll());
                auto matches = line.globalMatch(text);
                while (matches.hasNext()) {
                    const auto match = matches.next();
                    const QString target = match.captured(2);
                    // In whichever brackets: the source's root is on the path that <…> is looked for, too.
                    const bool ours = match.captured(1) == QLatin1String("\"") || roomOf(target) != nullptr;
                    found.append({file.fileName().mid(sourceDir().size()), target, ours});
                }
            }
        }
        return found;
    }();
    return all;
}

// Follows includes depth first; returns the circle as "a -> b -> a", or nothing.
QString circleFrom(const QString& file, const QMultiHash<QString, QString>& graph, QHash<QString, int>& state,
                   QStringList& path) {
    state[file] = 1;
    path.append(file);
    for (const QString& next : graph.values(file)) {
        if (state.value(next) == 1)
            return path.mid(path.indexOf(next)).join(QStringLiteral(" -> ")) + QStringLiteral(" -> ") + next;
        if (state.value(next) == 0) {
            const QString circle = circleFrom(next, graph, state, path);
            if (!circle.isEmpty())
                return circle;
        }
    }
    path.removeLast();
    state[file] = 2;
    return {};
}

} // namespace

class TestArrows : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsTheTree() { QVERIFY(includes().size() > 100); }

    void noRoomIncludesWhatItMayNot() {
        QStringList wrong;
        for (const Include& include : includes()) {
            if (!include.ours || include.target.endsWith(QLatin1String(".moc")))
                continue;
            const Room* from = roomOf(include.file);
            const Room* to = roomOf(include.target);
            if (from == nullptr || to == nullptr) {
                wrong << include.file + QStringLiteral(" includes \"") + include.target +
                             QStringLiteral("\", which is in no room (write paths from the top of the tree)");
                continue;
            }
            const bool allowed =
                from == to || std::any_of(from->may.begin(), from->may.end(), [&](const QString& prefix) {
                    return include.target.startsWith(prefix);
                });
            // data/store and data/export may see all of data, but nothing sees the store.
            const bool storeFromBelow = include.target.startsWith(QLatin1String("data/store/")) &&
                                        include.file.startsWith(QLatin1String("data/")) && from != to;
            if (!allowed || storeFromBelow)
                wrong << include.file + QStringLiteral(" -> ") + include.target;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void noQtBelowTheWindow() {
        const QRegularExpression qt(QStringLiteral("^(Qt[A-Z][A-Za-z]*(/|$)|Q[A-Z][A-Za-z]*$|qt6keychain)"));
        for (const Include& include : includes())
            if (!include.file.startsWith(QLatin1String("ui/")) &&
                !include.file.startsWith(QLatin1String("app/")))
                QVERIFY2(!qt.match(include.target).hasMatch(),
                         qPrintable(include.file + QStringLiteral(" includes Qt: ") + include.target));
    }

    // Devices and inference are built on machines that have a compiler and nothing else.
    void theEngineNeedsTheStandardLibraryAlone() {
        const QRegularExpression known(QStringLiteral(
            "^([a-z_0-9]+|(immintrin|arm_neon|cpuid|fcntl|unistd|"
            "sched|pthread|ucontext|asm/hwcap|sys/[a-z]+|sanitizer/[a-z_]+|cuda[a-z_0-9]*)\\.h)$"));
        for (const Include& include : includes())
            if (!include.ours && (include.file.startsWith(QLatin1String("engine/device/")) ||
                                  include.file.startsWith(QLatin1String("engine/inference/")) ||
                                  include.file.startsWith(QLatin1String("base/"))))
                QVERIFY2(known.match(include.target).hasMatch(),
                         qPrintable(include.file + QStringLiteral(" includes <") + include.target +
                                    QLatin1Char('>')));
    }

    void noSqlAndNoNetworkInTheWindow() {
        for (const Include& include : includes()) {
            if (!include.file.startsWith(QLatin1String("ui/")))
                continue;
            for (const auto& banned :
                 {QLatin1String("sqlite3.h"), QLatin1String("SQLiteCpp"), QLatin1String("curl/"),
                  QLatin1String("QtSql"), QLatin1String("QtNetwork"), QLatin1String("QSql")})
                QVERIFY2(!include.target.startsWith(banned),
                         qPrintable(include.file + QStringLiteral(" includes ") + include.target));
        }
    }

    void qtChartsStaysBehindTheChartPanel() {
        const QRegularExpression charts(QStringLiteral(
            "^(QtCharts(/|$)|QChart|QAbstractAxis|QAbstractSeries|Q\\w*(Series|Axis)$|QBarSet|QLegend)"));
        for (const Include& include : includes())
            if (!include.file.startsWith(QLatin1String("ui/common/chart")))
                QVERIFY2(!charts.match(include.target).hasMatch(),
                         qPrintable(include.file + QStringLiteral(" includes ") + include.target));
    }

    void noCirclesBetweenFiles() {
        QMultiHash<QString, QString> graph;
        for (const Include& include : includes())
            if (include.ours)
                graph.insert(include.file, include.target);
        QHash<QString, int> state;
        for (const QString& file : graph.uniqueKeys()) {
            QStringList path;
            if (state.value(file) == 0) {
                const QString circle = circleFrom(file, graph, state, path);
                QVERIFY2(circle.isEmpty(), qPrintable(circle));
            }
        }
    }

    void everyFileNamesItsLicence() {
        QStringList missing;
        QSet<QString> seen;
        for (const Include& include : includes()) {
            if (seen.contains(include.file))
                continue;
            seen.insert(include.file);
            QFile file(sourceDir() + include.file);
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (!file.read(200).contains("SPDX-License-Identifier: GPL-3.0-or-later"))
                missing << include.file;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }
};

PARALLAX_TEST(TestArrows)

} // namespace test_arrows
#include "test_arrows.moc"
