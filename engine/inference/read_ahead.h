// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "engine/inference/gguf.h"

namespace parallax::inference {

// Asks the system for the tensors of a file in the order in which a model takes them: layer by layer, then
// what belongs to none. So the disk goes on while processors pack, where they would take turns otherwise. It
// only asks: what cannot be read is found by who reads it.
class ReadAhead {
  public:
    ReadAhead(const Gguf& file, int layers); // the file must outlive it
    void layerTaken(int layer);

    // How far it goes beyond the layer that is being taken: much against what a disk has under way, little
    // against a memory that holds a model.
    static constexpr std::size_t ahead = std::size_t{256} << 20;

  private:
    void work(const std::stop_token& stop);

    const Gguf& m_file;
    std::vector<const Tensor*> m_order;
    std::vector<std::size_t> m_layerEnd; // bytes up to the end of each layer, in that order
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::size_t m_allowed = 0;
    std::jthread m_thread; // the last: it ends before the rest goes
};

} // namespace parallax::inference
