// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <charconv>
#include <chrono>
#include <csignal>
#include <random>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "data/store/backup.h"
#include "data/store/import.h"
#include "store_fixture.h"
#include "tests/test_program.h"

namespace test_killed_import {

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

namespace fs = std::filesystem;

namespace {

constexpr int kills = 200;
constexpr int articles = 30;

// The import as a process of its own: prints the id of each reported article at once.
int importMain(const fs::path& library, const fs::path& folder) {
    try {
        Library opened(library);
        ImportOptions options;
        options.parser.command = {"/proc/self/exe", "killed_import", "parse-worker"};
        options.batchBytes = 2000; // a transaction for every few articles
        options.onArticle = [](const ImportedArticle& article) {
            const std::string line = std::to_string(article.saved.article) + '\n';
            if (::write(STDOUT_FILENO, line.data(), line.size()) < 0)
                ::_exit(3);
        };
        importItems(opened, {{folder.string(), {}, {}}}, options, {}, {});
        return 0;
    } catch (const Error&) {
        return 1;
    }
}

struct Run {
    std::string reported;
    int status = 0;
};

// When to kill: so long after the start, or so long after that many reports were heard.
struct Kill {
    int reports = 0;
    std::chrono::microseconds delay{};
};

Run runImport(const fs::path& library, const fs::path& folder, std::optional<Kill> kill) {
    int ends[2];
    if (::pipe(ends) != 0)
        return {};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::string program = "/proc/self/exe", test = "killed_import", mode = "import-worker", first = library,
                second = folder;
    char* arguments[] = {program.data(), test.data(), mode.data(), first.data(), second.data(), nullptr};
    pid_t pid = -1;
    posix_spawn(&pid, "/proc/self/exe", &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    Run run;
    char buffer[64];
    const auto hear = [&] {
        const ssize_t got = ::read(ends[0], buffer, sizeof buffer);
        run.reported.append(buffer, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        return got > 0;
    };
    if (kill) {
        while (std::count(run.reported.begin(), run.reported.end(), '\n') < kill->reports && hear())
            continue;
        std::this_thread::sleep_for(kill->delay);
        ::kill(pid, SIGKILL);
    }
    while (hear())
        continue;
    ::close(ends[0]);
    ::waitpid(pid, &run.status, 0);
    return run;
}

// Only whole lines count: a report that was cut by the kill was not heard.
std::vector<ArticleId> reportedIds(const std::string& text) {
    std::vector<ArticleId> ids;
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', begin)) {
        ArticleId id = 0;
        std::from_chars(text.data() + begin, text.data() + end, id);
        ids.push_back(id);
        begin = end + 1;
    }
    return ids;
}

} // namespace

class TestKilledImport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyReportedArticleSurvivesAKillAtAnyMoment();
};

void TestKilledImport::everyReportedArticleSurvivesAKillAtAnyMoment() {
    Folder folder;
    const fs::path in = folder.path() / "in";
    fs::create_directories(in);
    for (int i = 0; i < articles; ++i) {
        std::string body = "# Article " + std::to_string(i) + "\n\n";
        for (int paragraph = 0; paragraph < 6; ++paragraph)
            body += "雲端運算 and accelerators, part " + std::to_string(i * 100 + paragraph) + ".\n\n";
        writeFile(in / ("a" + std::to_string(i) + ".md"), body);
    }
    const auto begin = std::chrono::steady_clock::now();
    const Run whole = runImport(folder.path() / "whole.sqlite3", in, std::nullopt);
    const auto duration =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    QCOMPARE(whole.status, 0);
    QCOMPARE(reportedIds(whole.reported).size(), static_cast<std::size_t>(articles));

    std::mt19937 random(20260409);
    int cut = 0;
    fs::path library;
    for (int i = 0; i < kills; ++i) {
        // Two kills to each library: the second import goes on where the first one was killed.
        if (i % 2 == 0) {
            if (!library.empty())
                fs::remove(library);
            library = folder.path() / ("library" + std::to_string(i) + ".sqlite3");
        }
        Kill kill{0, duration * (random() % 1000) / 900};
        if (i % 4 >= 2) // in the midst of writing and reporting, which is a small part of the whole time
            kill = {1 + static_cast<int>(random() % articles), std::chrono::microseconds(random() % 3000)};
        const Run run = runImport(library, in, kill);
        const std::vector<ArticleId> ids = reportedIds(run.reported);
        cut += WIFSIGNALED(run.status) && !ids.empty() && ids.size() < articles;
        if (!fs::exists(library)) {
            QVERIFY(ids.empty());
            continue;
        }
        Library opened(library);
        QCOMPARE(QString::fromStdString(checkIntegrity(opened)), QStringLiteral("ok"));
        for (const ArticleId id : ids)
            QVERIFY2(!opened.articles().load(id).article.blocks.empty(), std::to_string(id).c_str());
    }
    qInfo("%d of %d kills came between two reports", cut, kills);
    QVERIFY(cut > 20);
}

int testMain(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (mode == "parse-worker")
        return runParseWorker();
    if (mode == "import-worker" && argc == 4)
        return importMain(argv[2], argv[3]);
    QCoreApplication application(argc, argv);
    TestKilledImport test;
    return QTest::qExec(&test, argc, argv);
}

PARALLAX_TEST_MAIN(&testMain)

} // namespace test_killed_import
#include "test_killed_import.moc"
