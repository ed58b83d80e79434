// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a boundary between two stages costs: graphs of empty kernels, with dependent launch and without. A
// model of 32 layers has as many launches a step as are made here.
#include "engine/inference/bench/probe.cuh"

namespace {

constexpr int stages = 32 * 9; // launches of the engine in a layer: README.md

// Nothing, but in the way a stage does it.
__global__ void empty(int* at) {
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.wait;" ::: "memory");
    asm volatile("griddepcontrol.launch_dependents;" ::: "memory");
#endif
    if (at != nullptr)
        *at = 1;
}

double perStage(cudaStream_t stream, int blocks, bool dependent, bool recorded) {
    using namespace parallax::probe;
    const auto queue = [&] {
        for (int i = 0; i < stages; ++i) {
            cudaLaunchConfig_t config{};
            config.gridDim = dim3(static_cast<unsigned>(blocks));
            config.blockDim = dim3(256);
            config.stream = stream;
            cudaLaunchAttribute attribute{};
            attribute.id = cudaLaunchAttributeProgrammaticStreamSerialization;
            attribute.val.programmaticStreamSerializationAllowed = 1;
            config.attrs = &attribute;
            config.numAttrs = dependent ? 1 : 0;
            check(cudaLaunchKernelEx(&config, empty, static_cast<int*>(nullptr)), "starting work");
        }
    };
    if (!recorded)
        return seconds(stream, 21, queue) / stages;
    cudaGraph_t graph = nullptr;
    cudaGraphExec_t ready = nullptr;
    check(cudaStreamBeginCapture(stream, cudaStreamCaptureModeThreadLocal), "recording");
    queue();
    check(cudaStreamEndCapture(stream, &graph), "recording");
    check(cudaGraphInstantiate(&ready, graph, 0), "recording");
    const double time = seconds(stream, 21, [&] { check(cudaGraphLaunch(ready, stream), "replaying"); });
    cudaGraphExecDestroy(ready);
    cudaGraphDestroy(graph);
    return time / stages;
}

} // namespace

int main() {
    using namespace parallax::probe;
    const auto properties = card();
    cudaStream_t stream = nullptr;
    check(cudaStreamCreateWithFlags(&stream, cudaStreamNonBlocking), "making a queue");
    for (const int each : {1, 2}) {
        const int blocks = each * properties.multiProcessorCount;
        for (const bool recorded : {false, true})
            for (const bool dependent : {false, true}) {
                if (dependent && properties.major < 9)
                    continue;
                std::printf("%4d blocks, %s%s: %.2f us a stage\n", blocks, recorded ? "a graph" : "queued",
                            dependent ? ", dependent launch" : "",
                            perStage(stream, blocks, dependent, recorded) * 1e6);
            }
    }
    cudaStreamDestroy(stream);
    return 0;
}
