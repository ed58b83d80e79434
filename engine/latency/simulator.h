// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace parallax::latency {

// Plays the profiles on loopback, on a port and a thread of its own, to whoever connects from this machine:
// a first look at a comparison without any key. Throws Error{Unexpected} where the machine gives no port.
class Simulator {
  public:
    explicit Simulator(std::uint64_t seed = 1);
    ~Simulator();
    Simulator(const Simulator&) = delete;
    Simulator& operator=(const Simulator&) = delete;

    std::string url() const; // a profile's id follows it: "http://127.0.0.1:4711"

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::latency
