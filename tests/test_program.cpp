// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/test_program.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

namespace {

std::map<std::string, parallax::test::TestMain>& tests() {
    static std::map<std::string, parallax::test::TestMain> all;
    return all;
}

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
    return found->second(argc - 1, argv + 1);
}
