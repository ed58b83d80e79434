// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <string_view>

#include "app/cli/cli.h"
#include "app/keychain.h"
#include "data/ingest/parser_process.h"

int main(int argc, char** argv) {
    // A limit on the size of files is an error of write(), like a full disk, and not the program's end.
    std::signal(SIGXFSZ, SIG_IGN);
    // A thousand answers under way are a thousand sockets, and a soft limit of 1,024 is usual.
    if (rlimit files{}; getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < files.rlim_max) {
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 65536);
        setrlimit(RLIMIT_NOFILE, &files);
    }
    // The child that reads hostile documents: before Qt, before anything else.
    if (argc == 2 && std::string_view(argv[1]) == "parse-worker")
        return parallax::data::runParseWorker();
    // The child that waits for the system's keychain, so that nobody else has to.
    if (argc == 2 && std::string_view(argv[1]) == "keychain-worker")
        return parallax::app::runKeychainWorker(argc, argv);
    return parallax::app::runCommandLine(argc, argv);
}
