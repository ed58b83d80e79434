// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/backend.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "base/error.h"
#include "engine/inference/cuda/backend_parts.h"
#include "engine/inference/cuda/card.h"
#include "engine/inference/cuda/memory_plan.h"

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

Rounding roundingOf(Layout layout) {
    switch (layout.codes) {
    case CodeKind::Float:
        return Rounding::Float;
    case CodeKind::Bfloat:
        return Rounding::Bfloat;
    default:
        return Rounding::Half;
    }
}

class CardBackend : public Backend {
  public:
    explicit CardBackend(const BackendOptions& options)
        : m_options(options) {
        m_device.overlap = options.overlap;
    }

    inference::Device device() const override;

    std::unique_ptr<Weight> pack(const Gguf& file, const std::vector<const Tensor*>& tensors) override {
        m_graphs.clear();
        return packWeight(m_device, file, tensors);
    }
    std::unique_ptr<Buffer> upload(const std::vector<float>& numbers) override;
    std::unique_ptr<Buffer> allocate(std::size_t numbers) override {
        m_graphs.clear(); // what they were recorded with may be gone
        return std::make_unique<CardBuffer>(m_device, numbers);
    }
    std::unique_ptr<Cache> cache(const Config& config, int pages) override;

    bool step(const Batch& batch, const Step& step, const std::function<bool()>& stages) override;
    void begin(const Batch& batch) override;
    void embed(Rows x, const Weight& weight, float scale) override;
    void project(Rows y, Rows x, const Weight& weight, const Stage& stage) override;
    void attend(Rows out, Rows qkv, const Attention& attention, Cache& cache) override;
    void addNormed(Rows x, Rows y, const Buffer& weight, float epsilon) override {
        addNormedRows(m_device, x.data, y.data, x.rows, x.width, weight.data, epsilon);
    }
    void choose(Rows y, Rows x) override {
        chooseRows(m_device, x.data, m_mirror.wanted(), y.rows, y.width, y.data);
    }
    void read(Rows x, float* to) override { m_device.copyOut(to, x.data, x.rows * x.width * sizeof(float)); }
    std::shared_ptr<void> pin(std::vector<float>& numbers) override {
        return m_device.pin(numbers.data(), numbers.size() * sizeof(float));
    }
    DeviceMemory memory() const override {
        const Card card = m_device.cardNow();
        return {card.memory - card.free, card.memory};
    }
    std::unique_ptr<device::MemoryProbe> memoryProbe(std::size_t bytes) override {
        return makeMemoryProbe(m_device, bytes);
    }

  private:
    // A decode step that comes again: rows, and whose it is.
    using Shape = std::tuple<std::size_t, const void*, const void*>;
    struct Seen {
        std::unique_ptr<Graph> graph; // from the second time on: the first one takes the memory it needs
    };

    void bring(const std::vector<float>* turns, const std::vector<float>* localTurns);
    template <class T>
    T* grown(Memory& memory, std::size_t count);
    Rounded rounded(Rounding rounding, Rows x, const Stage& stage);
    void projectPart(Rows y, Rows x, const CardWeight& weight, const Part& part, const Stage& stage);
    void projectApart(Rows y, Rows x, const CardWeight& weight, const Stage& stage);
    void prepareSplits(AttendStage& s, unsigned groups, const CardCache& cache);

    BackendOptions m_options;
    Device m_device;
    BatchMirror m_mirror;
    const Batch* m_batch = nullptr;
    const std::vector<float>* m_turns = nullptr; // that the mirror holds
    const std::vector<float>* m_localTurns = nullptr;
    int m_group = 1;
    std::map<Shape, Seen> m_graphs;

    // Of the stage at hand.
    Memory m_numbers;
    Memory m_factor;
    Memory m_sums16;
    Memory m_sums32;
    Memory m_sums;  // of ranges
    Memory m_apart; // [rows, gate and up]
    Memory m_queries;
    Memory m_partial;
    Memory m_finished;
    int m_runs = 0; // that m_partial has room for
};

inference::Device CardBackend::device() const {
    const Card& card = m_device.card();
    inference::Device device;
    device.name = card.name;
    device.kernels = "compute capability " + std::to_string(card.major) + "." + std::to_string(card.minor);
    device.bandwidth = static_cast<double>(card.bandwidth);
    return device;
}

std::unique_ptr<Buffer> CardBackend::upload(const std::vector<float>& numbers) {
    auto buffer = std::make_unique<CardBuffer>(m_device, numbers.size());
    m_graphs.clear();
    m_device.copyIn(buffer->data, numbers.data(), numbers.size() * sizeof(float));
    return buffer;
}

std::unique_ptr<Cache> CardBackend::cache(const Config& config, int pages) {
    if (const std::string problem = kernelProblem(config); !problem.empty())
        throw Error(ErrorCode::ModelFailed, {problem});
    auto cache = std::make_unique<CardCache>();
    cache->numberBytes = m_options.keysInBytes ? 1 : 2;
    cache->pageNumbers = static_cast<std::size_t>(config.keyWidth()) * pageTokens;
    cache->layerBytes = static_cast<std::size_t>(pages) * cache->pageNumbers * cache->numberBytes;
    cache->runs = (pages * pageTokens + runKeys - 1) / runKeys;
    const std::size_t bytes = static_cast<std::size_t>(config.layers) * cache->layerBytes;
    m_graphs.clear();
    m_group = config.heads / config.kvHeads;
    cache->keys = Memory(m_device, bytes);
    cache->values = Memory(m_device, bytes);
    m_device.clear(cache->keys.as<void>(), bytes);
    m_device.clear(cache->values.as<void>(), bytes);
    return cache;
}

void CardBackend::bring(const std::vector<float>* turns, const std::vector<float>* localTurns) {
    m_turns = turns;
    m_localTurns = localTurns;
    if (m_mirror.bring(m_device, *m_batch, m_group, turns, localTurns))
        m_graphs.clear();
}

void CardBackend::begin(const Batch& batch) {
    m_batch = &batch;
    bring(nullptr, nullptr);
}

bool CardBackend::step(const Batch& batch, const Step& step, const std::function<bool()>& stages) {
    m_batch = &batch;
    bring(step.turns, step.localTurns);
    const bool decode = batch.parts.size() == batch.rows() && batch.wanted.size() == batch.rows();
    if (!m_options.graphs || !decode)
        return stages();
    if (m_mirror.runs() > m_runs) // a graph's partial results would have no room
        m_graphs.clear();
    const Shape shape{batch.rows(), step.model, step.cache};
    const auto found = m_graphs.find(shape);
    if (found == m_graphs.end()) {
        if (!stages())
            return false;
        if (m_graphs.size() >= mostGraphs)
            m_graphs.clear();
        m_graphs.emplace(shape, Seen{});
        return true;
    }
    if (found->second.graph == nullptr)
        found->second.graph = m_device.capture(stages);
    if (found->second.graph == nullptr)
        return false;
    m_device.replay(*found->second.graph);
    return true;
}

void CardBackend::embed(Rows x, const Weight& anyWeight, float scale) {
    const auto& weight = static_cast<const CardWeight&>(anyWeight);
    embedRows(m_device, weight.parts.front().layout, weight.memory.as<std::uint8_t>(), x.width,
              m_mirror.tokens(), x.rows, scale, x.data);
}

// Memory for `count` of T, kept from stage to stage; where it grows, graphs would write to what it was.
template <class T>
T* CardBackend::grown(Memory& memory, std::size_t count) {
    if (count * sizeof(T) > memory.bytes()) {
        m_graphs.clear();
        memory = Memory();
        memory = Memory(m_device, count * sizeof(T));
    }
    return memory.as<T>();
}

Rounded CardBackend::rounded(Rounding rounding, Rows x, const Stage& stage) {
    Rounded to{};
    to.stride = (x.width + 255) / 256 * 256;
    const std::size_t up = (x.rows + 7) / 8 * 8;
    to.numbers = grown<std::uint16_t>(m_numbers, x.rows * to.stride * (rounding == Rounding::Float ? 2 : 1));
    to.factor = grown<float>(m_factor, up);
    to.sums16 = grown<float>(m_sums16, up * to.stride / 16);
    to.sums32 = grown<float>(m_sums32, up * to.stride / 32);
    roundRows(m_device, rounding, x.data, x.rows, x.width, stage.norm != nullptr ? stage.norm->data : nullptr,
              stage.epsilon, to);
    return to;
}

void CardBackend::project(Rows y, Rows x, const Weight& anyWeight, const Stage& stage) {
    const auto& weight = static_cast<const CardWeight&>(anyWeight);
    if (stage.gate && !weight.parts.front().turns)
        return projectApart(y, x, weight, stage);
    Product p;
    std::optional<Rounding> last;
    for (const Part& part : weight.parts) {
        if (last != roundingOf(part.layout)) {
            last = roundingOf(part.layout);
            p.x = rounded(*last, x, stage);
        }
        p.tileBytes = part.tileBytes;
        p.slabs = static_cast<unsigned>(slabsOf(part.layout, weight.columns));
        p.weightRows = part.rows;
        p.columns = weight.columns;
        p.rows = static_cast<unsigned>(x.rows);
        p.stride = y.width;
        p.add = stage.add;
        p.gate = !stage.gate ? GateKind::None : *stage.gate == Gate::Gelu ? GateKind::Gelu : GateKind::Silu;
        // Gate and up that are wanted each for itself: every other tile.
        const bool apart = part.turns && !stage.gate;
        p.tiles = static_cast<unsigned>(apart ? part.tiles / 2 : part.tiles);
        for (std::size_t i = 0; i < (apart ? 2U : 1U); ++i) {
            const std::size_t firstRow = part.firstRow + i * part.rows;
            p.tileBytes = part.tileBytes * (apart ? 2 : 1);
            p.weight = weight.memory.as<std::uint8_t>() + part.firstByte + i * part.tileBytes;
            p.y = y.data + firstRow;
            p.bias = stage.bias != nullptr ? stage.bias->data + firstRow : nullptr;
            p.splits = productSplits(m_device.card().processors, p.rows, p.tiles, p.columns);
            if (p.splits > 1)
                p.sums = grown<float>(m_sums, sumBytes(p.rows, p.tiles) / sizeof(float));
            cuda::PARALLAX_SPACE::project(m_device, part.layout, p);
        }
    }
}

// Gate and up that do not lie in turns, because they come in two formats or in floats.
void CardBackend::projectApart(Rows y, Rows x, const CardWeight& weight, const Stage& stage) {
    Rows both{grown<float>(m_apart, x.rows * weight.rows), x.rows, weight.rows};
    Stage plain = stage;
    plain.gate.reset();
    project(both, x, weight, plain);
    gateRows(m_device, *stage.gate == Gate::Gelu ? GateKind::Gelu : GateKind::Silu, both.data, x.rows,
             weight.rows / 2, y.data);
}

void CardBackend::prepareSplits(AttendStage& s, unsigned groups, const CardCache& cache) {
    s.splits = splitsOf(m_device.card().processors, s.tileCount * groups);
    const std::size_t tasks = std::size_t{s.tileCount} * groups;
    if (tasks * sizeof(unsigned) > m_finished.bytes()) {
        const std::vector<unsigned> zeros(2 * tasks, 0);
        m_device.copyIn(grown<unsigned>(m_finished, zeros.size()), zeros.data(),
                        zeros.size() * sizeof(unsigned));
    }
    s.finished = m_finished.as<unsigned>();
    if (m_mirror.runs() > m_runs) {
        m_graphs.clear();
        m_runs = std::max(std::min(2 * m_runs, cache.runs), m_mirror.runs());
    }
    s.runs = m_runs;
    if (s.splits > 1)
        s.partial = grown<float>(m_partial, partialNumbers(tasks, m_runs, s.headSize));
}

void CardBackend::attend(Rows out, Rows qkv, const Attention& a, Cache& anyCache) {
    auto& cache = static_cast<CardCache&>(anyCache);
    const int group = a.heads / a.kvHeads;
    if (group != m_group || (a.turns != m_turns && a.turns != m_localTurns)) { // not within step()
        m_group = group;
        bring(a.turns, nullptr);
    }
    AttendStage s;
    s.qkv = qkv.data;
    s.out = out.data;
    s.queries = grown<std::uint16_t>(m_queries, out.rows * out.width);
    s.keys = cache.keys.as<std::uint8_t>() + static_cast<std::size_t>(a.layer) * cache.layerBytes;
    s.values = cache.values.as<std::uint8_t>() + static_cast<std::size_t>(a.layer) * cache.layerBytes;
    s.bytes = m_options.keysInBytes;
    s.pageNumbers = cache.pageNumbers;
    s.tiles = m_mirror.tiles();
    s.positions = m_mirror.positions();
    s.rowPages = m_mirror.rowPages();
    s.pages = m_mirror.pages();
    s.turns = m_mirror.turns(a.turns == m_localTurns && a.turns != m_turns);
    s.queryNorm = a.queryNorm != nullptr ? a.queryNorm->data : nullptr;
    s.keyNorm = a.keyNorm != nullptr ? a.keyNorm->data : nullptr;
    s.epsilon = a.epsilon;
    s.scale = a.scale;
    s.heads = a.heads;
    s.kvHeads = a.kvHeads;
    s.headSize = a.headSize;
    s.rotary = a.rotary;
    s.window = a.window;
    s.ropeHalves = a.ropeHalves;
    s.normAfterRope = a.normAfterRope;
    s.rows = static_cast<unsigned>(qkv.rows);
    s.tileCount = m_mirror.tileCount();
    s.alone = m_batch->parts.size() == qkv.rows && tilesPerGroup(group) == 1;
    prepareSplits(s, static_cast<unsigned>(a.kvHeads * tilesPerGroup(group)), cache);
    cuda::PARALLAX_SPACE::attend(m_device, s);
}

} // namespace

std::unique_ptr<Backend> makeBackend(const BackendOptions& options) {
    return std::make_unique<CardBackend>(options);
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
