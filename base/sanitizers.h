// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which sanitizer a file is compiled with: GCC says so by macros, clang by features. They need address space
// without end and take many times as long.

#if defined(__SANITIZE_ADDRESS__)
#define PARALLAX_WITH_ASAN 1
#endif
#if defined(__SANITIZE_THREAD__)
#define PARALLAX_WITH_TSAN 1
#endif
#if defined(__has_feature)
#if __has_feature(address_sanitizer) && !defined(PARALLAX_WITH_ASAN)
#define PARALLAX_WITH_ASAN 1
#endif
#if __has_feature(thread_sanitizer) && !defined(PARALLAX_WITH_TSAN)
#define PARALLAX_WITH_TSAN 1
#endif
#endif

#if !defined(PARALLAX_WITH_ASAN)
#define PARALLAX_WITH_ASAN 0
#endif
#if !defined(PARALLAX_WITH_TSAN)
#define PARALLAX_WITH_TSAN 0
#endif
