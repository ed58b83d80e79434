// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/latency/provider.h"

namespace parallax::latency {

// Each is defined in the file of its name.
extern const Provider openAiChat;
extern const Provider openAiResponses;
extern const Provider azure;
extern const Provider azureClassic;
extern const Provider bedrock;
extern const Provider bedrockOpenAi;
extern const Provider gemini;
extern const Provider vertex;
extern const Provider anthropic;
extern const Provider cohere;
extern const Provider mistral;
extern const Provider oci;
extern const Provider sageMaker;
extern const Provider vllm;
extern const Provider rayServe;
extern const Provider compatible;
extern const Provider local;
extern const Provider parallaxServer;
extern const Provider simulation;

} // namespace parallax::latency
