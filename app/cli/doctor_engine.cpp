// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <dlfcn.h>

#include "app/cli/command.h"
#include "app/cli/doctor.h"
#include "app/keys.h"
#include "base/error.h"
#include "data/store/measure_store.h"
#include "engine/device/cpu.h"
#include "engine/inference/config.h"
#include "engine/inference/cuda/card.h"
#include "engine/inference/gguf.h"
#include "engine/latency/local_engine.h"
#include "engine/latency/provider.h"
#include "ui/common/sentences.h"

namespace parallax::app {
namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : ", ") + part;
    return all;
}

Finding processor() {
    const std::string name = device::cpuName();
    return {"Processor", State::Good,
            (name.empty() ? "" : name + ", ") +
                counted(static_cast<std::size_t>(device::cpuCount()), "thread") + ", kernels for " +
                device::cpuLevelName(device::cpuLevel())};
}

Finding card() {
    if (const std::string found = inference::describeCard(); !found.empty())
        return {"GPU", State::Good, found};
    // The driver's library is there on a machine with an NVIDIA driver, with or without a toolkit.
    void* driver = dlopen("libcuda.so.1", RTLD_NOW | RTLD_LOCAL);
    if (driver == nullptr)
        return {"GPU", State::Note, "no NVIDIA driver on this machine; models run on the processor"};
    dlclose(driver);
    return {"GPU", State::Note, "an NVIDIA driver is there, but " + inference::cardProblem()};
}

Finding modelOf(const data::Endpoint& endpoint) {
    try {
        const auto path = latency::modelFileOf(endpoint);
        const inference::Gguf file{path};
        return {"Model", State::Good,
                endpoint.name + ": " + path.string() + ", " + inference::readConfig(file).architecture};
    } catch (const Error& error) {
        return {"Model", State::Bad, endpoint.name + ": " + ui::sentence(error).toStdString()};
    }
}

bool runsHere(const data::Endpoint& endpoint) {
    return endpoint.provider == "local" || (endpoint.provider == "parallax" && endpoint.baseUrl.empty());
}

} // namespace

std::vector<Finding> engineFindings() {
    return {processor(),
            card(),
            {"Model kinds", State::Good, "GGUF files of " + joined(inference::knownArchitectures())}};
}

std::vector<Finding> endpointFindings(data::Library& library) {
    std::vector<Finding> findings;
    std::vector<std::string> with, without;
    for (const auto& endpoint : data::MeasureStore(library).endpoints()) {
        if (runsHere(endpoint)) {
            findings.push_back(modelOf(endpoint));
            continue;
        }
        const std::string variable = keyVariableOf(endpoint);
        if (!keyFor(endpoint).empty())
            with.push_back(endpoint.name);
        else if (const auto& provider = latency::providerById(endpoint.provider);
                 !provider.selfHosted && !provider.keyVariable.empty())
            without.push_back(endpoint.name + (variable.empty() ? "" : " (" + variable + ")"));
    }
    if (!with.empty())
        findings.push_back({"Keys", State::Good, "found for " + joined(with)});
    if (!without.empty())
        findings.push_back({"Keys", State::Note, "none for " + joined(without)});
    if (findings.empty())
        findings.push_back({"Endpoints", State::Note,
                            "none yet: no model and no key is asked for; `parallax endpoint add` adds one"});
    return findings;
}

} // namespace parallax::app
