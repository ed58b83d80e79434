// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast packed weights stream through the lanes that will multiply them, without arithmetic: the same
// loads in the same order as project.cuh's for few rows. Far below read_bandwidth, and the layout is at
// fault; near it while the product is not, and the arithmetic is.
#include <cstdint>

#include "engine/inference/bench/probe.cuh"
#include "engine/inference/cuda/fragment.h"

namespace {

using namespace parallax::inference;
using namespace parallax::inference::cuda;
using namespace parallax::inference::cuda::on_card;

// All of a tile's slabs, folded into one word.
// A warp owns an eighth of a tile's slabs; a block owns a tile.
template <class P>
__global__ void __launch_bounds__(256) stream(const std::uint8_t* weight, unsigned slabs, unsigned* to) {
    const int lane = static_cast<int>(threadIdx.x % 32);
    const unsigned range = threadIdx.x / 32;
    const std::uint8_t* tile = weight + std::size_t{blockIdx.x} * slabs * P::bytes;
    using Of = Piece<P, P::grouped ? 4 : 2>;
    constexpr unsigned stages = 2; // what goes into 48 KiB
    constexpr auto count = static_cast<unsigned>(Of::count);
    const unsigned begin = slabs * range / rangeCount * count;
    const unsigned end = slabs * (range + 1) / rangeCount * count;
    __shared__ uint4 places[8 * stages * Of::bytes / 16];
    std::uint8_t* own = reinterpret_cast<std::uint8_t*>(places) + range * stages * Of::bytes;
    unsigned fold = 0;
    const auto copy = [&](unsigned at) {
        if (at < end)
            copyPiece<P, Of::blocks>(own + at % stages * Of::bytes, tile + std::size_t{at / count} * P::bytes,
                                     static_cast<int>(at % count), lane);
        commitCopies();
    };
    for (unsigned i = 0; i + 1 < stages; ++i)
        copy(begin + i);
    for (unsigned at = begin; at < end; ++at) {
        copy(at + stages - 1);
        waitForCopies<stages - 1>();
#pragma unroll
        for (int part = 0; part < Of::blocks / handBlocks; ++part) {
            LaneSlab<P> now;
            takePart<P, Of::blocks>(now, own + at % stages * Of::bytes, part, lane);
            for (const unsigned word : now.low)
                fold ^= word;
            if constexpr (Of::high > 0)
                for (const unsigned word : now.high)
                    fold ^= word;
            if constexpr (Of::scales > 0)
                for (const unsigned word : now.scales)
                    fold ^= word;
        }
    }
    if (fold == 1)
        *to = fold;
}

template <class P>
void measure(const char* name, std::size_t rows, std::size_t columns) {
    namespace probe = parallax::probe;
    const std::size_t tiles = rows / tileRows;
    const std::size_t bytes = tiles * tileBytes(P::layout, columns);
    const std::size_t copies = (std::size_t{1} << 30) / bytes + 1; // so that no cache holds them
    void* memory = nullptr;
    probe::check(cudaMalloc(&memory, bytes * copies), "taking memory");
    probe::check(cudaMemset(memory, 0, bytes * copies), "clearing memory");
    const double time = probe::seconds(nullptr, 9, [&] {
        for (std::size_t i = 0; i < copies; ++i)
            stream<P><<<static_cast<unsigned>(tiles), 256>>>(
                static_cast<std::uint8_t*>(memory) + i * bytes,
                static_cast<unsigned>(slabsOf(P::layout, columns)), static_cast<unsigned*>(memory));
        probe::check(cudaGetLastError(), "starting work");
    });
    std::printf("%-6s %6zu x %5zu: %7.1f GB/s, %6.1f us\n", name, rows, columns,
                static_cast<double>(bytes * copies) / time * 1e-9, time / static_cast<double>(copies) * 1e6);
    cudaFree(memory);
}

} // namespace

int main() {
    parallax::probe::card();
    constexpr std::size_t shapes[][2] = {{6144, 4096}, {4096, 4096}, {28672, 4096}, {4096, 14336}};
    for (const auto& shape : shapes) { // the matrices of Llama-3.1-8B
        measure<Packed<CodeKind::Half, ScaleKind::None, 0>>("F16", shape[0], shape[1]);
        measure<Packed<CodeKind::Bits8, ScaleKind::Each32, 128>>("Q8_0", shape[0], shape[1]);
        measure<Packed<CodeKind::Bits4, ScaleKind::K32Min, 0>>("Q4_K", shape[0], shape[1]);
        measure<Packed<CodeKind::Bits6, ScaleKind::K16, 32>>("Q6_K", shape[0], shape[1]);
    }
    return 0;
}
