// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/test_program.h"

#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <system_error>

namespace {

std::map<std::string, parallax::test::TestMain>& tests() {
    static std::map<std::string, parallax::test::TestMain> all;
    return all;
}

// A home of the test's own for settings, sessions and libraries: what the user of this machine chose, a
// reading language or a theme, decides no test, and no test writes over it.
class Home {
  public:
    Home() {
        std::string folder = (std::filesystem::temp_directory_path() / "parallax-test-XXXXXX").string();
        if (mkdtemp(folder.data()) == nullptr)
            return;
        m_folder = folder;
        for (const char* const variable :
             {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            setenv(variable, folder.c_str(), 1);
    }
    ~Home() {
        std::error_code ignored;
        if (!m_folder.empty())
            std::filesystem::remove_all(m_folder, ignored);
    }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    bool exists() const { return !m_folder.empty(); }

  private:
    std::filesystem::path m_folder;
};

} // namespace

namespace parallax::test {

RegisteredTest::RegisteredTest(const char* file, TestMain main) {
    const std::string stem = std::filesystem::path(file).stem().string();
    tests().emplace(stem.substr(stem.find('_') + 1), main);
}

} // namespace parallax::test

int main(int argc, char** argv) {
    const auto found = tests().find(argc > 1 ? argv[1] : "");
    if (found == tests().end()) {
        std::fprintf(stderr, "usage: %s TEST [QtTest's arguments], where TEST is one of:\n", argv[0]);
        for (const auto& [name, main] : tests())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    const Home home;
    if (!home.exists()) {
        std::perror("no folder for the test's settings");
        return 2;
    }
    return found->second(argc - 1, argv + 1);
}
