// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cpu/backend.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/error.h"
#include "engine/device/probe.h"
#include "engine/inference/cpu/backend_parts.h"
#include "engine/inference/cpu/owned_pieces.h"
#include "engine/inference/cpu/pack.h"
#include "engine/inference/cpu/pack_fine.h"
#include "engine/inference/half.h"

namespace parallax::inference {
namespace {

using namespace cpu;

// A piece of a projection should last some tens of microseconds: long against handing it out, short against a
// step, so that a thread that loses its core holds up little.
constexpr std::size_t leastPieceBytes = 64 * 1024;
constexpr std::size_t mostPieceBytes = 1024 * 1024;
constexpr std::size_t lastPieceBytes = 32 * 1024; // of a single row, where another thread may be done
constexpr std::size_t leastBlockRows = 12;        // in whole tiles: fewer would read the weights too often

// Of activations, and of weights: a third of the second cache each, what else is there takes the last.
std::size_t cacheBlockBytes() {
    return std::clamp<std::size_t>(device::secondCacheBytes() / 3, 64 * 1024, mostPieceBytes);
}

const Kernels& kernelsOf(device::CpuLevel level) {
    switch (level) {
#if defined(__x86_64__)
    case device::CpuLevel::Avx2:
        return avx2Kernels;
    case device::CpuLevel::AvxVnni:
        return avxVnniKernels;
    case device::CpuLevel::Avx512:
        return avx512Kernels;
    case device::CpuLevel::Avx512Vnni:
        return avx512VnniKernels;
#elif defined(__aarch64__)
    case device::CpuLevel::Neon:
        return neonKernels;
    case device::CpuLevel::NeonDot:
        return neonDotKernels;
#endif
    default:
        return plainKernels;
    }
}

// The type that goes with a part's weights; parts of one weight may want several.
enum class WideKind : std::uint8_t { Half, Bfloat, Float };
constexpr std::size_t wideKinds = 3;
WideKind wideKindOf(Format format) {
    return format == Format::F32    ? WideKind::Float
           : format == Format::BF16 ? WideKind::Bfloat
                                    : WideKind::Half;
}

class CpuBackend : public Backend {
  public:
    explicit CpuBackend(const CpuOptions& options)
        : m_options(options)
        , m_pool(options.threads > 0 ? options.threads : device::cpuCount())
        , m_kernels(kernelsOf(options.level))
        , m_blockBytes(cacheBlockBytes())
        , m_attender(m_pool, m_kernels)
        , m_normed(static_cast<std::size_t>(m_pool.threads()))
        , m_tiles(static_cast<std::size_t>(m_pool.threads()))
        , m_pieces(m_pool.threads()) {}

    Device device() const override {
        return {"CPU", device::cpuLevelName(m_options.level), m_pool.threads()};
    }

    std::unique_ptr<Weight> pack(const Gguf& file, const std::vector<const Tensor*>& tensors) override;
    std::unique_ptr<Buffer> upload(const std::vector<float>& numbers) override;
    std::unique_ptr<Buffer> allocate(std::size_t numbers) override {
        return std::make_unique<CpuBuffer>(numbers);
    }
    std::unique_ptr<Cache> cache(const Config& config, int pages) override;

    void begin(const Batch& batch) override { m_batch = &batch; }
    void embed(Rows x, const Weight& weight, float scale) override;
    void project(Rows y, Rows x, const Weight& weight, const Stage& stage) override;
    void attend(Rows out, Rows qkv, const Attention& attention, Cache& cache) override {
        m_attender.attend(out, qkv, attention, static_cast<CpuCache&>(cache), *m_batch);
    }
    void addNormed(Rows x, Rows y, const Buffer& weight, float epsilon) override;
    void choose(Rows y, Rows x) override;
    void read(Rows x, float* to) override { std::memcpy(to, x.data, x.rows * x.width * sizeof(float)); }
    std::unique_ptr<device::MemoryProbe> memoryProbe(std::size_t bytes) override {
        return std::make_unique<device::ReadProbe>(m_pool, bytes > 0 ? bytes : device::ReadProbe::usualBytes);
    }

  private:
    void prepare(Rows x, const CpuWeight& weight, const Stage& stage);
    void widen(const float* from, std::size_t row, std::size_t columns, WideKind kind, bool summed);
    void dealOut(const Part& part, std::size_t together, std::size_t fewest, std::size_t most);
    // Groups that are computed together: `count` of them, each `distance` behind the last.
    struct Taken {
        const Part* part;
        std::size_t group;
        std::size_t count;
        std::size_t distance;
    };
    void store(Rows y, const Taken& taken, const Stage& stage, std::size_t row, std::size_t count,
               const float* tile) const;

    CpuOptions m_options;
    device::Pool m_pool;
    const Kernels& m_kernels;
    const std::size_t m_blockBytes;
    Attender m_attender;
    const Batch* m_batch = nullptr;

    // The activations of the projection at hand.
    Activations m_activations{};
    struct Widened {
        Scratch<float> numbers;
        Scratch<float> sums;
        Scratch<float> factor; // [rows] what wide sums are multiplied by in the end: a power of two
    };
    Widened m_wide[wideKinds];
    Widened& wideOf(WideKind kind) { return m_wide[static_cast<std::size_t>(kind)]; }
    Scratch<RoundedBlock> m_rounded;      // [rows, columns / 32]
    Scratch<FineBlock> m_fine;            // likewise
    std::vector<Scratch<float>> m_normed; // per thread: a row
    std::vector<Scratch<float>> m_tiles;  // per thread

    // Groups of a part from `group` to `stop`, and beside each of them those that lie once, twice and so on
    // `stride` groups behind it, below `end`.
    struct Piece {
        const Part* part;
        std::size_t group;
        std::size_t stop;
        std::size_t stride;
        std::size_t end;
    };
    OwnedPieces<Piece> m_pieces;
};

std::unique_ptr<Weight> CpuBackend::pack(const Gguf& file, const std::vector<const Tensor*>& tensors) {
    auto weight = std::make_unique<CpuWeight>();
    weight->columns = tensors.front()->columns();
    struct Source {
        const Tensor* tensor;
        std::size_t part;
        std::size_t group;
    };
    std::vector<Source> sources;
    for (const Tensor* tensor : tensors) {
        Part part;
        const bool contract = m_options.arithmetic == Arithmetic::Contract;
        part.fine = !contract && canBeFine(tensor->format, weight->columns);
        const Layout layout =
            part.fine ? Layout{CodeKind::Bits15, ScaleKind::Each256} : layoutOf(tensor->format);
        part.format = tensor->format;
        part.rows = tensor->rows();
        part.firstRow = weight->rows;
        part.firstByte = weight->bytes;
        part.groups = (part.rows + groupRows - 1) / groupRows;
        part.offset = codeOffset(tensor->format);
        part.wide = contract || layout.scales == ScaleKind::None;
        part.groupBytes =
            part.fine ? fineGroupBytes(weight->columns) : groupBytes(tensor->format, weight->columns);
        const auto& kernels = part.wide ? m_kernels.wide : m_kernels.fast;
        part.kernel = kernels[static_cast<int>(layout.codes)][static_cast<int>(layout.scales)];
        for (std::size_t group = 0; group < part.groups; ++group)
            sources.push_back({tensor, weight->parts.size(), group});
        weight->rows += part.rows;
        weight->bytes += part.groups * part.groupBytes;
        weight->parts.push_back(part);
    }
    weight->memory = Memory(weight->bytes);
    std::vector<std::vector<std::byte>> rows(static_cast<std::size_t>(m_pool.threads()));
    m_pool.run(sources.size(), [&](std::size_t i, int thread) {
        const auto& [tensor, number, group] = sources[i];
        const Part& part = weight->parts[number];
        const std::size_t rowBytes = formatBytes(tensor->format, weight->columns);
        const std::size_t count = std::min(groupRows, part.rows - groupRows * group);
        auto& own = rows[static_cast<std::size_t>(thread)];
        own.resize(groupRows * rowBytes);
        file.copy(*tensor, groupRows * group * rowBytes, count * rowBytes, own.data());
        std::uint8_t* to = weight->memory.as<std::uint8_t>() + part.firstByte + part.groupBytes * group;
        if (part.fine)
            packFineGroup(m_kernels, tensor->format, weight->columns, count, own.data(), to);
        else
            packGroup(tensor->format, weight->columns, count, own.data(), to);
    });
    return weight;
}

std::unique_ptr<Buffer> CpuBackend::upload(const std::vector<float>& numbers) {
    auto buffer = std::make_unique<CpuBuffer>(numbers.size());
    std::copy(numbers.begin(), numbers.end(), buffer->data);
    return buffer;
}

std::unique_ptr<Cache> CpuBackend::cache(const Config& config, int pages) {
    auto cache = std::make_unique<CpuCache>();
    cache->pages = static_cast<std::size_t>(pages);
    cache->pageNumbers = static_cast<std::size_t>(config.keyWidth()) * pageTokens;
    const std::size_t bytes = static_cast<std::size_t>(config.layers) * cache->pages * cache->pageNumbers * 2;
    cache->keys = Memory(bytes);
    cache->values = Memory(bytes);
    return cache;
}

void CpuBackend::embed(Rows x, const Weight& anyWeight, float scale) {
    const auto& weight = static_cast<const CpuWeight&>(anyWeight);
    const Part& part = weight.parts.front();
    m_pool.run(x.rows, [&](std::size_t row, int) {
        const auto token = static_cast<std::size_t>(m_batch->tokens[row]);
        float* out = x.data + row * x.width;
        const auto* group = weight.memory.as<std::uint8_t>() + part.groupBytes * (token / groupRows);
        if (part.fine)
            unpackFineRow(x.width, group, token % groupRows, out);
        else
            unpackRow(part.format, x.width, group, token % groupRows, out);
        for (std::size_t i = 0; i < x.width; ++i)
            out[i] *= scale;
    });
}

// The largest magnitude, or NaN. By the bits, so that the compiler takes many at a time.
float largest(const float* numbers, std::size_t count) {
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < count; ++i)
        most = std::max(most, std::bit_cast<std::uint32_t>(numbers[i]) & 0x7FFFFFFFU);
    return std::bit_cast<float>(most);
}

// Rounds one normalised row to a 16-bit type, or to none, and sums it per 16 where a format's minima want
// that.
void CpuBackend::widen(const float* from, std::size_t row, std::size_t columns, WideKind kind, bool summed) {
    Widened& own = wideOf(kind);
    float* wide = own.numbers.of(0) + row * m_activations.wideStride;
    float& factor = own.factor.of(0)[row];
    factor = 1;
    if (kind == WideKind::Float) {
        std::copy(from, from + columns, wide);
    } else if (kind == WideKind::Bfloat) {
        for (std::size_t i = 0; i < columns; ++i)
            wide[i] = fromBfloat(toBfloat(from[i]));
    } else {
        const float most = largest(from, columns);
        // The largest number comes to lie between 1/2 and 1: no half overflows, and few are too small.
        int exponent = 0;
        if (most > 0 && std::isfinite(most))
            std::frexp(most, &exponent);
        exponent = std::clamp(exponent, -100, 100);
        factor = std::ldexp(1.0F, exponent);
        const float down = std::ldexp(1.0F, -exponent);
        const std::size_t whole = columns / 16 * 16;
        m_kernels.roundToHalves(from, down, whole, wide);
        for (std::size_t i = whole; i < columns; ++i)
            wide[i] = fromHalf(toHalf(from[i] * down));
    }
    if (summed)
        for (std::size_t i = 0; i < columns / 16; ++i) {
            float sum = 0;
            for (std::size_t j = 0; j < 16; ++j)
                sum += wide[16 * i + j];
            own.sums.of(0)[row * columns / 16 + i] = sum;
        }
}

// Norm and rounding of the rows that a projection reads, once for all of its weights.
void CpuBackend::prepare(Rows x, const CpuWeight& weight, const Stage& stage) {
    const std::size_t columns = x.width;
    bool fast = false;
    bool fine = false;
    bool wanted[wideKinds] = {};
    bool summed[wideKinds] = {};
    for (const Part& part : weight.parts) {
        const auto kind = static_cast<std::size_t>(wideKindOf(part.format));
        (part.wide ? wanted[kind] : part.fine ? fine : fast) = true;
        if (part.wide && hasMinimum(layoutOf(part.format).scales))
            summed[kind] = true;
    }
    const std::size_t blocks = (x.rows + 1) / 2 * 2 * columns / blockColumns;
    if (fast)
        m_activations.rounded = m_rounded.of(blocks);
    if (fine)
        m_activations.fine = m_fine.of(blocks);
    const std::size_t pair = m_activations.pair = x.rows == 1 ? 1 : 2;
    const std::size_t stride = m_activations.wideStride = columns + 16;
    for (std::size_t kind = 0; kind < wideKinds; ++kind)
        if (wanted[kind]) {
            m_wide[kind].numbers.of(x.rows * stride);
            m_wide[kind].sums.of(x.rows * columns / 16 + 1);
            m_wide[kind].factor.of(x.rows);
        }
    m_activations.columns = columns;
    m_activations.rows = x.rows;
    const auto prepareRow = [&](std::size_t row, int thread) {
        const float* normed = x.data + row * columns;
        if (stage.norm != nullptr) {
            float* own = m_normed[static_cast<std::size_t>(thread)].of(columns);
            m_kernels.normalise(normed, stage.norm->data, stage.epsilon, columns, own);
            normed = own;
        }
        if (fast)
            m_kernels.quantise(normed, columns, pair, m_rounded.of(0) + firstBlock(row, pair, columns));
        if (fine)
            m_kernels.quantiseFine(normed, columns, pair, m_fine.of(0) + firstBlock(row, pair, columns));
        for (std::size_t kind = 0; kind < wideKinds; ++kind)
            if (wanted[kind])
                widen(normed, row, columns, static_cast<WideKind>(kind), summed[kind]);
    };
    // A pair's blocks lie in the same lines of the cache: one thread writes them.
    m_pool.run((x.rows + pair - 1) / pair, [&](std::size_t number, int thread) {
        for (std::size_t row = pair * number; row < std::min(pair * (number + 1), x.rows); ++row)
            prepareRow(row, thread);
    });
}

// Results of some groups, [groups][count][16], to where they belong in the rows from `row` on. A row's
// results go out together: rows lie a page apart.
void CpuBackend::store(Rows y, const Taken& taken, const Stage& stage, std::size_t row, std::size_t count,
                       const float* tile) const {
    const Part& part = *taken.part;
    const auto group = [&](std::size_t r, std::size_t g, auto each) {
        const std::size_t index = taken.group + taken.distance * g;
        const std::size_t first = part.firstRow + groupRows * index;
        const std::size_t width = std::min(groupRows, part.rows - groupRows * index);
        float* out = y.data + (row + r) * y.width + first;
        const float* from = tile + groupRows * (count * g + r);
        if (width == groupRows) {
            float done[groupRows]; // so that the compiler need not ask whether `out` overlaps
            for (std::size_t i = 0; i < groupRows; ++i)
                done[i] = each(out[i], from[i], first + i);
            std::memcpy(out, done, sizeof done);
        } else {
            for (std::size_t i = 0; i < width; ++i)
                out[i] = each(out[i], from[i], first + i);
        }
    };
    const auto rows = [&](auto each) {
        for (std::size_t r = 0; r < count; ++r)
            for (std::size_t g = 0; g < taken.count; ++g)
                group(r, g, each);
    };
    const float* bias = stage.bias != nullptr ? stage.bias->data : nullptr;
    if (stage.add && bias != nullptr)
        rows([bias](float old, float value, std::size_t i) { return old + (value + bias[i]); });
    else if (stage.add)
        rows([](float old, float value, std::size_t) { return old + value; });
    else if (bias != nullptr)
        rows([bias](float, float value, std::size_t i) { return value + bias[i]; });
    else
        rows([](float, float value, std::size_t) { return value; });
}

// Each thread's stretch of a part, in pieces of at most `most` groups beside `together` - 1 others; the last
// ones become smaller, down to `fewest`, since it is they that another thread takes.
void CpuBackend::dealOut(const Part& part, std::size_t together, std::size_t fewest, std::size_t most) {
    const std::size_t rounds = (part.groups + together - 1) / together;
    const auto threads = static_cast<std::size_t>(m_pool.threads());
    for (std::size_t thread = 0; thread < threads; ++thread) {
        Piece piece{&part, rounds * thread / threads * together, 0, 0,
                    std::min(rounds * (thread + 1) / threads * together, part.groups)};
        piece.stride = (piece.end - piece.group + together - 1) / together;
        const std::size_t stop = piece.group + piece.stride;
        for (; piece.group < stop; piece.group = piece.stop) {
            const std::size_t left = stop - piece.group;
            piece.stop = piece.group + std::min(left, std::clamp(left / 2, fewest, most));
            m_pieces.add(static_cast<int>(thread), piece);
        }
    }
}

void CpuBackend::project(Rows y, Rows x, const Weight& anyWeight, const Stage& stage) {
    const auto& weight = static_cast<const CpuWeight&>(anyWeight);
    prepare(x, weight, stage);
    // Groups from `group` on of one part, or of gate and up: tile[group][count][16].
    const auto compute = [&](const Part& part, const std::uint8_t* const* groups, std::size_t number,
                             std::size_t row, std::size_t count, float* tile) {
        Widened& wide = wideOf(wideKindOf(part.format));
        Activations x16 = m_activations;
        if (part.wide) {
            x16.wide = wide.numbers.of(0);
            x16.wideSum = wide.sums.of(0);
        }
        part.kernel(groups, number, part.offset, x16, row, count, tile);
        if (part.wide)
            for (std::size_t r = 0; r < number * count; ++r)
                for (std::size_t i = 0; i < groupRows; ++i)
                    tile[groupRows * r + i] *= wide.factor.of(0)[row + r % count];
    };
    // Many rows of activations go by in blocks that stay in the second cache beside a piece of the weights.
    const Part& one = weight.parts.front();
    const std::size_t rowBytes =
        one.wide ? m_activations.wideStride * sizeof(float)
                 : x.width / blockColumns * (one.fine ? sizeof(FineBlock) : sizeof(RoundedBlock));
    const std::size_t tileRows = one.wide || one.fine ? m_kernels.floatRows : m_kernels.tileRows;
    const std::size_t least = (leastBlockRows + tileRows - 1) / tileRows * tileRows;
    const std::size_t block = std::max<std::size_t>(m_blockBytes / rowBytes / least, 1) * least;
    const std::size_t share = weight.bytes / (8 * static_cast<std::size_t>(m_pool.threads()));
    const std::size_t wanted =
        std::clamp(share, leastPieceBytes, x.rows > block ? m_blockBytes : mostPieceBytes);
    const std::size_t parts = stage.gate ? 1 : weight.parts.size(); // gate and up are taken together
    const std::size_t sides = stage.gate ? 2 : 1;
    // A single row reads some groups side by side, as long as there are enough pieces for all threads.
    std::size_t together = 1;
    if (x.rows == 1)
        for (std::size_t more : {std::size_t{2}, std::size_t{4}})
            if (weight.rows / groupRows / more >= 4 * static_cast<std::size_t>(m_pool.threads()))
                together = more;
    together = std::max<std::size_t>(1, together / sides);
    m_pieces.clear();
    for (std::size_t p = 0; p < parts; ++p) {
        const Part& part = weight.parts[p];
        const auto groupsOf = [&](std::size_t bytes) {
            return std::max<std::size_t>(1, bytes / part.groupBytes / sides / together);
        };
        const std::size_t most = groupsOf(wanted);
        dealOut(part, together, x.rows == 1 ? groupsOf(lastPieceBytes) : most, most);
    }
    const auto computePiece = [&](const Piece& piece, int thread) {
        const Part& part = *piece.part;
        constexpr std::size_t most = 4;
        float* tile =
            m_tiles[static_cast<std::size_t>(thread)].of(most * groupRows * std::min(block, x.rows));
        for (std::size_t row = 0; row < x.rows; row += block) {
            const std::size_t count = std::min(block, x.rows - row);
            for (std::size_t group = piece.group; group < piece.stop;) {
                // A single row reads in several places, more rows go by some neighbours.
                const std::size_t beside = (piece.end - group + piece.stride - 1) / piece.stride;
                const Taken taken = x.rows == 1
                                        ? Taken{&part, group, beside, piece.stride}
                                        : Taken{&part, group, std::min(most / sides, piece.stop - group), 1};
                group += x.rows == 1 ? 1 : taken.count;
                const std::size_t number = taken.count;
                const std::uint8_t* groups[most];
                for (std::size_t g = 0; g < number; ++g)
                    for (std::size_t side = 0; side < sides; ++side) {
                        const Part& from = stage.gate ? weight.parts[side] : part;
                        groups[number * side + g] = weight.memory.as<std::uint8_t>() + from.firstByte +
                                                    from.groupBytes * (taken.group + taken.distance * g);
                    }
                if (!stage.gate) {
                    compute(part, groups, number, row, count, tile);
                } else {
                    float* up = tile + groupRows * count * number;
                    if (weight.parts[1].kernel == part.kernel && weight.parts[1].offset == part.offset &&
                        wideKindOf(weight.parts[1].format) == wideKindOf(part.format)) {
                        compute(part, groups, 2 * number, row, count, tile);
                    } else {
                        compute(part, groups, number, row, count, tile);
                        compute(weight.parts[1], groups + number, number, row, count, up);
                    }
                    m_kernels.gate(*stage.gate == Gate::Gelu ? Activation::Gelu : Activation::Silu, tile, up,
                                   groupRows * count * number, tile);
                }
                store(y, taken, stage, row, count, tile);
            }
        }
    };
    // Who comes goes on until none is left; more than there are pieces would be woken for nothing.
    const std::size_t takers = std::min(static_cast<std::size_t>(m_pool.threads()), m_pieces.size());
    m_pool.run(takers, [&](std::size_t, int thread) {
        while (const Piece* piece = m_pieces.take(thread))
            computePiece(*piece, thread);
    });
}

void CpuBackend::addNormed(Rows x, Rows y, const Buffer& weight, float epsilon) {
    m_pool.run(x.rows, [&](std::size_t row, int thread) {
        float* normed = m_normed[static_cast<std::size_t>(thread)].of(y.width);
        m_kernels.normalise(y.data + row * y.width, weight.data, epsilon, y.width, normed);
        for (std::size_t i = 0; i < x.width; ++i)
            x.data[row * x.width + i] += normed[i];
    });
}

void CpuBackend::choose(Rows y, Rows x) {
    for (std::size_t i = 0; i < y.rows; ++i)
        std::memcpy(y.data + i * y.width, x.data + static_cast<std::size_t>(m_batch->wanted[i]) * x.width,
                    y.width * sizeof(float));
}

} // namespace

std::unique_ptr<Backend> makeCpuBackend(const CpuOptions& options) {
    return std::make_unique<CpuBackend>(options);
}

} // namespace parallax::inference
