// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/inference/batch.h"
#include "engine/inference/config.h"
#include "engine/inference/gguf.h"

namespace parallax::device {
class MemoryProbe;
}

namespace parallax::inference {

// The seam between the forward pass and a device. A function is a stage: the largest piece of work between
// two points where all of the device must wait for all of it. Calls happen in order; nothing is returned but
// by read(). README.md says what each stage must compute, so that two devices agree.

// How products are computed: with activations rounded to 16 bits, which is what devices are compared in, or
// quantised to 8 bits per 32 columns (13 for F16 and BF16), which is fast.
enum class Arithmetic { Fast, Contract };

struct Rows {
    float* data = nullptr; // [rows, width], in the device's memory
    std::size_t rows = 0;
    std::size_t width = 0;
};

class Buffer { // numbers in the device's memory
  public:
    virtual ~Buffer() = default;
    float* data = nullptr;
    std::size_t size = 0;
};

class Weight { // a matrix in the device's own order, or several one above the other
  public:
    virtual ~Weight() = default;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t bytes = 0; // read by one projection
};

class Cache { // keys and values of all layers
  public:
    virtual ~Cache() = default;
    std::size_t numberBytes = 2; // of one number of a key or a value
};

// What a projection does beside the product.
struct Stage {
    const Buffer* norm =
        nullptr; // [columns]: x is first divided by its root mean square and multiplied by this
    float epsilon = 0;
    const Buffer* bias = nullptr; // [rows]
    bool add = false;             // y += rather than y =
    std::optional<Gate> gate;     // the weight is gate above up: y = act(gate x) * (up x)
};

struct Attention {
    int layer = 0;
    int heads = 0;
    int kvHeads = 0;
    int headSize = 0;
    int rotary = 0;
    bool ropeHalves = false;
    bool normAfterRope = false;
    const Buffer* queryNorm = nullptr; // [headSize]
    const Buffer* keyNorm = nullptr;
    float epsilon = 0;
    float scale = 0;
    int window = 0;                            // 0: everything before is seen
    const std::vector<float>* turns = nullptr; // [rows, rotary / 2, 2]: cosine and sine of each row and pair
};

struct Device {
    std::string name;     // "CPU"
    std::string kernels;  // "avx2"
    int threads = 0;      // 0: not a processor
    double bandwidth = 0; // bytes per second of its memory, as its makers say; 0: they do not
};
std::string describe(const Device& device); // "CPU, avx2, 8 threads"

struct DeviceMemory { // bytes; 0 of all: the machine's own, which others use, too
    std::size_t used = 0;
    std::size_t all = 0;
};

// Whose step it is, and how its rows are turned (Attention::turns).
struct Step {
    const void* model = nullptr;
    const void* cache = nullptr;
    const std::vector<float>* turns = nullptr;
    const std::vector<float>* localTurns = nullptr; // null or empty: no layer is local
};

class Backend {
  public:
    virtual ~Backend() = default;

    virtual Device device() const = 0;

    // Tensors with the same columns, one above the other. The file's bytes are moved, never rounded, but for
    // F16 and BF16 in the CPU's fast arithmetic (README.md); they are not needed any more afterwards. Throws
    // Error{FileUnreadable} when the file has lost some.
    virtual std::unique_ptr<Weight> pack(const Gguf& file, const std::vector<const Tensor*>& tensors) = 0;
    virtual std::unique_ptr<Buffer> upload(const std::vector<float>& numbers) = 0;
    virtual std::unique_ptr<Buffer> allocate(std::size_t numbers) = 0;
    virtual std::unique_ptr<Cache> cache(const Config& config, int pages) = 0;

    // All stages of a step: `stages` calls them one after another and says false when it gave up before the
    // end, as this does then. A device may remember what it was asked for a batch of the same shape, and do
    // it again without asking.
    virtual bool step(const Batch& batch, const Step&, const std::function<bool()>& stages) {
        begin(batch);
        return stages();
    }
    virtual void begin(const Batch& batch) = 0; // what the following stages are about
    // x[row] = row tokens[row] of the weight * scale
    virtual void embed(Rows x, const Weight& weight, float scale) = 0;
    virtual void project(Rows y, Rows x, const Weight& weight, const Stage& stage) = 0;
    // Rotates queries and keys, keeps keys and values, and lets each query see what is before it.
    // qkv is [rows, (heads + 2 kvHeads) headSize], out [rows, heads headSize].
    virtual void attend(Rows out, Rows qkv, const Attention& attention, Cache& cache) = 0;
    // x += y / rms(y) * weight
    virtual void addNormed(Rows x, Rows y, const Buffer& weight, float epsilon) = 0;
    // y[i] = x[batch.wanted[i]]
    virtual void choose(Rows y, Rows x) = 0;
    virtual void read(Rows x, float* to) = 0; // waits for all that was asked
    // Numbers of the host's that read() will often write to: a device may come to them more directly until
    // the result is gone, which must be before they are. Null where it makes no difference.
    virtual std::shared_ptr<void> pin(std::vector<float>& /*numbers*/) { return nullptr; }

    virtual DeviceMemory memory() const { return {}; } // now; from the thread that uses the device
    // Reads so many bytes of the device's memory at a time; 0: more than any cache holds. The backend must
    // outlive it. Throws Error{ModelFailed} when there is no room for them.
    virtual std::unique_ptr<device::MemoryProbe> memoryProbe(std::size_t bytes) = 0;
};

} // namespace parallax::inference
