// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/device.h"

#include <cuda_runtime.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "base/error.h"
#include "engine/inference/cuda/card.h"

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

[[noreturn]] void fail(cudaError_t error, const char* what) {
    cudaGetLastError(); // an error that can be recovered from shall not be found again
    throw Error(ErrorCode::ModelFailed,
                {std::string("the graphics card, ") + what + ": " + cudaGetErrorString(error)});
}
void check(cudaError_t error, const char* what) {
    if (error != cudaSuccess)
        fail(error, what);
}

constexpr std::size_t stagingBytes = std::size_t{4} << 20;
// Of the same kinds of code as all others in the program: by it is asked which of them the card was given.
__global__ void anyKernel() {}

} // namespace

struct Device::State {
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { // also when making the rest of it has failed
        if (stream != nullptr)
            cudaStreamSynchronize(stream);
        if (staging != nullptr)
            cudaFreeHost(staging);
        if (copied != nullptr)
            cudaEventDestroy(copied);
        if (stream != nullptr)
            cudaStreamDestroy(stream);
    }

    cudaStream_t stream = nullptr;
    cudaEvent_t copied = nullptr;
    void* staging = nullptr; // pinned, so that copies run beside the host
    // Kernels that were told how much shared memory they may have: all that there is, since that is the
    // process's and another Device would take some of it back; and all of them alike, since a processor is
    // divided into first cache and shared memory anew only when it is empty, and no kernel could begin on one
    // where the last one still works.
    std::set<const void*> known;
    std::shared_ptr<std::map<const char*, std::size_t>> pinned =
        std::make_shared<std::map<const char*, std::size_t>>();

    bool isPinned(const void* at, std::size_t bytes) const {
        const auto* const place = static_cast<const char*>(at);
        auto after = pinned->upper_bound(place);
        if (after == pinned->begin())
            return false;
        --after;
        return place + bytes <= after->first + after->second;
    }
};
struct Graph::State {
    cudaGraph_t graph = nullptr;
    cudaGraphExec_t ready = nullptr;
};

namespace {

// Whether the program has code for the card, and which: its own, or the driver's translation of what was
// compiled for an older one, where nothing waits for the kernel before it.
void lookAtKernels(Card& card) {
    cudaFuncAttributes attributes{};
    const cudaError_t error = cudaFuncGetAttributes(&attributes, reinterpret_cast<const void*>(anyKernel));
    if (error == cudaErrorNoKernelImageForDevice || error == cudaErrorInvalidDeviceFunction)
        card.problem = "this program has no kernels for the " + card.name + " (compute capability " +
                       std::to_string(card.major) + "." + std::to_string(card.minor) + ")";
    else if (error != cudaSuccess)
        card.problem = std::string("the kernels cannot be loaded: ") + cudaGetErrorString(error);
    else
        card.dependent = card.major >= 9 && attributes.ptxVersion >= 90 && attributes.binaryVersion >= 90;
}

} // namespace

Card findCard() {
    Card card;
    int count = 0;
    cudaError_t error = cudaGetDeviceCount(&count);
    if (error != cudaSuccess || count == 0) {
        cudaGetLastError();
        card.problem = error == cudaErrorInsufficientDriver || error == cudaErrorNoDevice || count == 0
                           ? noUsableCard
                           : cudaGetErrorString(error);
        return card;
    }
    cudaDeviceProp properties{};
    error = cudaGetDeviceProperties(&properties, 0);
    if (error != cudaSuccess) {
        cudaGetLastError();
        card.problem = cudaGetErrorString(error);
        return card;
    }
    card.name = properties.name;
    card.major = properties.major;
    card.minor = properties.minor;
    card.processors = properties.multiProcessorCount;
    card.memory = properties.totalGlobalMem;
    card.sharedBytes = properties.sharedMemPerBlockOptin;
    int clock = 0; // kHz, of the memory; two transfers per tick
    if (cudaDeviceGetAttribute(&clock, cudaDevAttrMemoryClockRate, 0) == cudaSuccess)
        card.bandwidth = std::size_t{2} * 1000 * static_cast<std::size_t>(clock) *
                         static_cast<std::size_t>(properties.memoryBusWidth) / 8;
    cudaDriverGetVersion(&card.driver);
    std::size_t total = 0;
    error = cudaMemGetInfo(&card.free, &total); // makes the context, so a broken driver shows here
    if (error != cudaSuccess)
        card.problem = cudaGetErrorString(error);
    else if (card.major < 8)
        card.problem = "the " + card.name + " is older than the engine's kernels (compute capability 8.0)";
    else
        lookAtKernels(card);
    cudaGetLastError();
    return card;
}

Device::Device()
    : m_state(std::make_unique<State>())
    , m_card(findCard()) {
    if (!m_card.problem.empty())
        throw Error(ErrorCode::ModelFailed, {m_card.problem});
    check(cudaStreamCreateWithFlags(&m_state->stream, cudaStreamNonBlocking), "making a queue");
    check(cudaEventCreateWithFlags(&m_state->copied, cudaEventDisableTiming), "making an event");
    check(cudaMallocHost(&m_state->staging, stagingBytes), "taking pinned memory");
}

Device::~Device() = default;

Card Device::cardNow() const {
    Card card = m_card;
    std::size_t total = 0;
    check(cudaMemGetInfo(&card.free, &total), "asking for free memory");
    return card;
}

void Device::copyIn(void* to, const void* from, std::size_t bytes) {
    for (std::size_t done = 0; done < bytes; done += stagingBytes) {
        const std::size_t part = bytes - done < stagingBytes ? bytes - done : stagingBytes;
        check(cudaEventSynchronize(m_state->copied), "copying");
        std::copy_n(static_cast<const char*>(from) + done, part, static_cast<char*>(m_state->staging));
        check(cudaMemcpyAsync(static_cast<char*>(to) + done, m_state->staging, part, cudaMemcpyHostToDevice,
                              m_state->stream),
              "copying to it");
        check(cudaEventRecord(m_state->copied, m_state->stream), "copying");
    }
}

std::shared_ptr<void> Device::pin(void* at, std::size_t bytes) {
    if (bytes == 0 || cudaHostRegister(at, bytes, cudaHostRegisterDefault) != cudaSuccess) {
        cudaGetLastError();
        return nullptr;
    }
    const auto* const place = static_cast<const char*>(at);
    m_state->pinned->emplace(place, bytes);
    return {at, [pinned = m_state->pinned, place](void* own) {
                cudaHostUnregister(own);
                pinned->erase(place);
            }};
}

void Device::copyOut(void* to, const void* from, std::size_t bytes) {
    if (m_state->isPinned(to, bytes)) {
        check(cudaMemcpyAsync(to, from, bytes, cudaMemcpyDeviceToHost, m_state->stream), "copying from it");
        wait();
        return;
    }
    for (std::size_t done = 0; done < bytes; done += stagingBytes) {
        const std::size_t part = bytes - done < stagingBytes ? bytes - done : stagingBytes;
        check(cudaMemcpyAsync(m_state->staging, static_cast<const char*>(from) + done, part,
                              cudaMemcpyDeviceToHost, m_state->stream),
              "copying from it");
        wait();
        std::copy_n(static_cast<const char*>(m_state->staging), part, static_cast<char*>(to) + done);
    }
}

void Device::clear(void* at, std::size_t bytes) {
    check(cudaMemsetAsync(at, 0, bytes, m_state->stream), "clearing memory");
}

void Device::wait() {
    check(cudaStreamSynchronize(m_state->stream), "computing");
}

void Device::enqueue(const void* kernel, Grid grid, unsigned threads, std::size_t shared, void** parameters) {
    if (m_state->known.insert(kernel).second) {
        check(cudaFuncSetAttribute(kernel, cudaFuncAttributeMaxDynamicSharedMemorySize,
                                   static_cast<int>(m_card.sharedBytes)),
              "taking shared memory");
        check(cudaFuncSetAttribute(kernel, cudaFuncAttributePreferredSharedMemoryCarveout,
                                   cudaSharedmemCarveoutMaxShared),
              "dividing its caches");
    }
    cudaLaunchConfig_t config{};
    config.gridDim = dim3(grid.x, grid.y, grid.z);
    config.blockDim = dim3(threads);
    config.dynamicSmemBytes = shared;
    config.stream = m_state->stream;
    cudaLaunchAttribute attribute{};
    attribute.id = cudaLaunchAttributeProgrammaticStreamSerialization;
    attribute.val.programmaticStreamSerializationAllowed = 1;
    config.attrs = &attribute;
    config.numAttrs = m_card.dependent && overlap ? 1 : 0;
    check(cudaLaunchKernelExC(&config, kernel, parameters), "starting work");
}

std::unique_ptr<Graph> Device::capture(const std::function<bool()>& work) {
    check(cudaStreamBeginCapture(m_state->stream, cudaStreamCaptureModeThreadLocal), "recording work");
    auto state = std::make_unique<Graph::State>();
    bool whole = false;
    try {
        whole = work();
    } catch (...) { // the stream must leave the recording, whatever happened
        cudaStreamEndCapture(m_state->stream, &state->graph);
        if (state->graph != nullptr)
            cudaGraphDestroy(state->graph);
        cudaGetLastError();
        throw;
    }
    auto graph = std::make_unique<Graph>(std::move(state)); // frees what there is
    check(cudaStreamEndCapture(m_state->stream, &graph->m_state->graph), "recording work");
    if (!whole)
        return nullptr;
    check(cudaGraphInstantiate(&graph->m_state->ready, graph->m_state->graph, 0), "recording work");
    return graph;
}

void Device::replay(Graph& graph) {
    check(cudaGraphLaunch(graph.m_state->ready, m_state->stream), "starting recorded work");
}

Graph::Graph(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
Graph::~Graph() {
    if (m_state->ready != nullptr)
        cudaGraphExecDestroy(m_state->ready);
    if (m_state->graph != nullptr)
        cudaGraphDestroy(m_state->graph);
}

Memory::Memory(Device& device, std::size_t bytes)
    : m_bytes(bytes)
    , m_device(&device) {
    if (bytes == 0)
        return;
    const cudaError_t error = cudaMalloc(&m_data, bytes);
    if (error != cudaSuccess) {
        m_data = nullptr;
        std::string what = "taking " + std::to_string(bytes >> 20) + " MiB of its memory";
        std::size_t free = 0;
        std::size_t total = 0;
        cudaGetLastError();
        if (cudaMemGetInfo(&free, &total) == cudaSuccess)
            what += " (" + std::to_string(free >> 20) + " MiB are free)";
        fail(error, what.c_str());
    }
}
Memory::~Memory() {
    if (m_data != nullptr)
        cudaFree(m_data); // waits for the card
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
