// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// A date in Chinese as it would be written in digits: 二〇二六年十一月五日 is 2026年11月5日, and so is
// 民國115年11月5日. What is no such number, and numbers that are before no 年, 月, 日 or 號, stay as they
// are.
std::string withDigits(std::string_view date);

} // namespace parallax::data
