// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "engine/inference/engine.h"

namespace parallax::ui {

// "CPU avx2, 8 threads", "NVIDIA H200 sm_90a"
QString deviceText(const inference::Device& device);

// How much of a card's memory is in use, what is read a second and which part of the memory's bandwidth that
// is. Empty before the first step.
QString deviceFigures(const inference::EngineStats& stats);

// Why a model is not on a graphics card, in the interface language where the engine's words are known to it.
QString whyNotOnCard(const std::string& note);

} // namespace parallax::ui
