// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The same files are compiled by nvcc for a card and by the ordinary compiler for the host (sim/), and a test
// program may hold both: each has a namespace of its own.
#ifdef PARALLAX_ON_HOST
#define PARALLAX_SPACE on_host
#else
#define PARALLAX_SPACE on_card
#endif

namespace parallax::inference::cuda::PARALLAX_SPACE {}
