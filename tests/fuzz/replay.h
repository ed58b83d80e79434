// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QtTest>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace parallax::fuzz {

// Gives a fuzzer's target each file of its corpus: whole, cut at every byte, and with each byte changed to
// each of `others`. The target aborts, or throws what it may not throw, when an input breaks it.
template <class Target>
void replay(const Target& target, std::initializer_list<char> others) {
    const auto files =
        QDir(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/fuzz/corpus/") + QString::fromLatin1(target.name))
            .entryInfoList(QDir::Files, QDir::Name);
    QVERIFY2(!files.isEmpty(), target.name);
    for (const auto& info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::string bytes = file.readAll().toStdString();
        target.run(bytes);
        for (std::size_t cut = 1; cut < bytes.size(); ++cut)
            target.run(std::string_view(bytes).substr(0, cut));
        for (char& byte : bytes)
            for (const char other : others) {
                const char before = std::exchange(byte, other);
                target.run(bytes);
                byte = before;
            }
    }
}

} // namespace parallax::fuzz
