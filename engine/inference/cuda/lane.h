// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/cuda/space.h"

// All that kernels use beyond C++: what a lane can ask of its card. Assembly stands here alone; every
// function has a twin in plain C++ in sim/cuda_on_host.h.

#ifdef PARALLAX_ON_HOST
#include "engine/inference/sim/cuda_on_host.h"
#else

#include <cuda_fp16.h>

#include <cstdint>

namespace parallax::inference::cuda::PARALLAX_SPACE {

// d [16 rows, 8 columns] += a [16, 16] b [16, 8], halves or bfloats, sums in float.
__device__ inline void multiplyHalves(float (&d)[4], const unsigned (&a)[4], unsigned b0, unsigned b1) {
    asm("mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "
        "{%0,%1,%2,%3};"
        : "+f"(d[0]), "+f"(d[1]), "+f"(d[2]), "+f"(d[3])
        : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b0), "r"(b1));
}
__device__ inline void multiplyBfloats(float (&d)[4], const unsigned (&a)[4], unsigned b0, unsigned b1) {
    asm("mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, "
        "{%0,%1,%2,%3};"
        : "+f"(d[0]), "+f"(d[1]), "+f"(d[2]), "+f"(d[3])
        : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b0), "r"(b1));
}

// Two halves in a word.
__device__ inline unsigned subtractPair(unsigned a, unsigned b) {
    unsigned out;
    asm("sub.rn.f16x2 %0, %1, %2;" : "=r"(out) : "r"(a), "r"(b));
    return out;
}
__device__ inline unsigned multiplyPair(unsigned a, unsigned b) {
    unsigned out;
    asm("mul.rn.f16x2 %0, %1, %2;" : "=r"(out) : "r"(a), "r"(b));
    return out;
}
__device__ inline unsigned permuteBytes(unsigned a, unsigned b, unsigned places) {
    return __byte_perm(a, b, places);
}
__device__ inline float halfValue(unsigned bits) { // of the lower 16
    return __half2float(__ushort_as_half(static_cast<unsigned short>(bits)));
}
__device__ inline unsigned halfBits(float value) { // to nearest, ties to even
    return __half_as_ushort(__float2half_rn(value));
}

// Weights go by once: they shall push nothing out of the first cache.
__device__ inline uint4 loadOnce(const void* at) {
    uint4 out;
    asm volatile("ld.global.nc.L1::no_allocate.v4.u32 {%0,%1,%2,%3}, [%4];"
                 : "=r"(out.x), "=r"(out.y), "=r"(out.z), "=r"(out.w)
                 : "l"(at));
    return out;
}

// Copies that run beside the lane: 16, 8 or 4 bytes from the card's memory to the block's, or zeros where
// they are not wanted. Those up to a commitCopies() are a group; waitForCopies<n>() waits, for this lane's
// own, until n groups are left under way.
template <int bytes>
__device__ void copyBeside(void* shared, const void* from, bool wanted = true) {
    static_assert(bytes == 16 || bytes == 8 || bytes == 4);
    const auto to = static_cast<unsigned>(__cvta_generic_to_shared(shared));
    const int size = wanted ? bytes : 0;
    if constexpr (bytes == 16)
        asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(to), "l"(from), "r"(size)
                     : "memory");
    else
        asm volatile("cp.async.ca.shared.global [%0], [%1], %2, %3;" ::"r"(to), "l"(from), "n"(bytes),
                     "r"(size)
                     : "memory");
}
__device__ inline void commitCopies() {
    asm volatile("cp.async.commit_group;" ::: "memory");
}
template <unsigned left>
__device__ void waitForCopies() {
    asm volatile("cp.async.wait_group %0;" ::"n"(left) : "memory");
}
// The line of memory around a place shall come as far as the cache that all blocks share.
__device__ inline void fetchLine(const void* at) {
    asm volatile("prefetch.global.L2 [%0];" ::"l"(at));
}

// No access to memory moves across, so that the compiler does not load so far ahead that registers run out.
__device__ inline void keepOrder() {
    asm volatile("" ::: "memory");
}

// What another block has just written: not from a first cache that may hold what was there before.
__device__ inline float loadFresh(const float* at) {
    return __ldcg(at);
}

__device__ inline float shuffleXor(float value, int mask) {
    return __shfl_xor_sync(0xFFFFFFFFU, value, mask);
}

// Programmatic dependent launch: a kernel may begin while those before it still work. Nothing but weights and
// what was copied in before the step may be touched before waitForStage(), which waits until the kernel
// before this one has ended (and so, as that one has waited, all others). letNextBegin() gives the next one
// leave to be put on the card once all of this one's blocks are: said first of all, so that weights are under
// way while the last blocks of earlier stages still work.
__device__ inline void waitForStage() {
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}
__device__ inline void letNextBegin() {
#if __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;" ::: "memory");
#endif
}

// The block's shared memory, as many bytes as it was launched with.
template <class T>
__device__ T* sharedMemory() {
    extern __shared__ uint4 sharedBytes16[];
    return reinterpret_cast<T*>(sharedBytes16);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE

#endif
