// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The tests of a folder are one program: `test_data_store import [QtTest's arguments]` runs test_import.cpp,
// as ctest does under the name data_store_import. Each such file keeps what it declares in a namespace of its
// own name, since a first build compiles several as one (cmake/unity.cmake), and ends with one of the macros
// below.
#include <QTest>

namespace parallax::test {

using TestMain = int (*)(int argc, char** argv);

// Enters a test's main function under the name of its file, without "test_" and ".cpp".
struct RegisteredTest {
    RegisteredTest(const char* file, TestMain main);
};

template <typename Test>
int runTest(int argc, char** argv) {
    Test test;
    return QTest::qExec(&test, argc, argv);
}

template <typename Application, typename Test>
int runTestIn(int argc, char** argv) {
    const Application application(argc, argv);
    return runTest<Test>(argc, argv);
}

} // namespace parallax::test

#define PARALLAX_TEST_MAIN(...) const parallax::test::RegisteredTest registeredTest(__FILE__, __VA_ARGS__);

// Without an application, with an event loop, with windows.
#define PARALLAX_TEST(TestClass) PARALLAX_TEST_MAIN(&parallax::test::runTest<TestClass>)
#define PARALLAX_LOOP_TEST(TestClass)                                                                        \
    PARALLAX_TEST_MAIN(&parallax::test::runTestIn<QCoreApplication, TestClass>)
#define PARALLAX_WIDGET_TEST(TestClass)                                                                      \
    PARALLAX_TEST_MAIN(&parallax::test::runTestIn<QApplication, TestClass>)
