// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/device/cpu.h"
#include "engine/device/pool.h"
#include "engine/inference/cuda/backend_parts.h"
#include "engine/inference/cuda/pack.h"

namespace parallax::inference::cuda::PARALLAX_SPACE {
namespace {

constexpr std::size_t chunkBytes = std::size_t{32} << 20; // packed on the host before they go over

// A tile's place among those of its part, and the rows of the file it is made of.
struct Source {
    const Tensor* tensor;
    std::size_t row;
};

// Which rows of which tensor each tile of a part holds.
std::vector<Source> sourcesOf(const Part& part, const std::vector<const Tensor*>& tensors) {
    std::vector<Source> sources;
    if (part.turns) {
        for (std::size_t row = 0; row < part.rows; row += tileRows)
            for (const Tensor* tensor : tensors)
                sources.push_back({tensor, row});
        return sources;
    }
    for (const Tensor* tensor : tensors)
        for (std::size_t row = 0; row < tensor->rows(); row += tileRows)
            sources.push_back({tensor, row});
    return sources;
}

// Packs a part's tiles, all processors at once, a chunk at a time.
void packPart(Device& device, device::Pool& pool, const Gguf& file, const Part& part, std::size_t columns,
              const std::vector<Source>& sources, std::uint8_t* to) {
    const std::size_t most = std::max<std::size_t>(chunkBytes / part.tileBytes, 1);
    std::vector<std::uint8_t> packed(std::min(most, sources.size()) * part.tileBytes);
    std::vector<std::vector<std::byte>> rows(static_cast<std::size_t>(pool.threads()));
    for (std::size_t first = 0; first < sources.size(); first += most) {
        const std::size_t count = std::min(most, sources.size() - first);
        pool.run(count, [&](std::size_t i, int thread) {
            const auto& [tensor, row] = sources[first + i];
            const std::size_t rowBytes = formatBytes(tensor->format, columns);
            const std::size_t some = std::min<std::size_t>(tileRows, tensor->rows() - row);
            auto& own = rows[static_cast<std::size_t>(thread)];
            own.resize(tileRows * rowBytes);
            file.copy(*tensor, row * rowBytes, some * rowBytes, own.data());
            packTile(tensor->format, columns, some, own.data(), packed.data() + i * part.tileBytes);
        });
        device.copyIn(to + first * part.tileBytes, packed.data(), count * part.tileBytes);
    }
}

} // namespace

std::unique_ptr<CardWeight> packWeight(Device& device, const Gguf& file,
                                       const std::vector<const Tensor*>& tensors) {
    auto weight = std::make_unique<CardWeight>();
    weight->columns = tensors.front()->columns();
    std::vector<std::vector<const Tensor*>> members; // of each part
    const bool pair = tensors.size() == 2 && tensors[0]->format == tensors[1]->format &&
                      tensors[0]->rows() == tensors[1]->rows() && tensors[0]->format != Format::F32;
    for (const Tensor* tensor : tensors) {
        const Layout layout = layoutOf(tensor->format);
        const std::size_t tiles = (tensor->rows() + tileRows - 1) / tileRows;
        // Tensors of one format are one matrix, where no tile has rows of both.
        if (!weight->parts.empty() && weight->parts.back().layout == layout &&
            (pair || weight->parts.back().rows % tileRows == 0)) {
            Part& last = weight->parts.back();
            last.turns = pair;
            last.rows += pair ? 0 : tensor->rows();
            last.tiles += tiles;
            members.back().push_back(tensor);
        } else {
            Part part;
            part.layout = layout;
            part.rows = tensor->rows();
            part.firstRow = weight->rows;
            part.tileBytes = tileBytes(layout, weight->columns);
            part.tiles = tiles;
            weight->parts.push_back(part);
            members.push_back({tensor});
        }
        weight->rows += tensor->rows();
    }
    for (Part& part : weight->parts) {
        part.firstByte = weight->bytes;
        weight->bytes += part.tiles * part.tileBytes;
        weight->bytes = (weight->bytes + 127) / 128 * 128;
    }
    weight->memory = Memory(device, weight->bytes);
    device::Pool pool(device::cpuCount());
    for (std::size_t i = 0; i < weight->parts.size(); ++i) {
        const Part& part = weight->parts[i];
        packPart(device, pool, file, part, weight->columns, sourcesOf(part, members[i]),
                 weight->memory.as<std::uint8_t>() + part.firstByte);
    }
    return weight;
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
