// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/read_ahead.h"

#include <algorithm>
#include <string>

namespace parallax::inference {
namespace {

constexpr std::size_t pieceBytes = std::size_t{4} << 20; // what a stop has to wait for

} // namespace

ReadAhead::ReadAhead(const Gguf& file, int layers)
    : m_file(file) {
    if (!file.onDisk())
        return;
    std::size_t bytes = 0;
    const auto take = [&](const Tensor& tensor) {
        m_order.push_back(&tensor);
        bytes += tensor.bytes;
    };
    for (int layer = 0; layer < layers; ++layer) {
        const std::string prefix = "blk." + std::to_string(layer) + ".";
        for (const Tensor& tensor : file.tensors())
            if (tensor.name.starts_with(prefix))
                take(tensor);
        m_layerEnd.push_back(bytes);
    }
    for (const Tensor& tensor : file.tensors())
        if (!tensor.name.starts_with("blk."))
            take(tensor);
    m_layerEnd.push_back(bytes);
    m_allowed = m_layerEnd.front() + ahead;
    m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

void ReadAhead::layerTaken(int layer) {
    if (m_layerEnd.empty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_allowed = m_layerEnd[static_cast<std::size_t>(layer) + 1] + ahead;
    }
    m_wake.notify_all();
}

void ReadAhead::work(const std::stop_token& stop) {
    std::size_t asked = 0;
    for (const Tensor* tensor : m_order)
        for (std::size_t at = 0; at < tensor->bytes; at += pieceBytes) {
            const std::size_t bytes = std::min(pieceBytes, tensor->bytes - at);
            {
                std::unique_lock lock(m_mutex);
                if (!m_wake.wait(lock, stop, [&] { return asked < m_allowed; }) || stop.stop_requested())
                    return;
            }
            m_file.expect(*tensor, at, bytes);
            asked += bytes;
        }
}

} // namespace parallax::inference
