// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/inference/cuda/parity/parity.h"

namespace parallax::inference::parity {

// Numbers for comparisons, the same on every machine, and how two devices' are compared.

class Numbers {
  public:
    explicit Numbers(std::uint32_t seed)
        : m_seed(seed) {}
    std::uint32_t word();
    float uniform(); // between -1 and 1
    std::vector<float> many(std::size_t count, float size = 1);

  private:
    std::uint32_t m_seed;
    std::uint32_t m_next = 0;
};

// Blocks of random bits, but with scales that are ordinary numbers.
std::vector<std::byte> randomBlocks(Format format, std::size_t numbers, Numbers& random);

constexpr float guard = -7777;
constexpr std::size_t guardNumbers = 40; // on either side of what is written

// A buffer of `rows` of `width`, in the middle of guards; read() fails the report where one has changed.
class Guarded {
  public:
    Guarded(Backend& backend, std::size_t rows, std::size_t width, const std::vector<float>& numbers = {});
    Rows rows() const;
    std::vector<float> read(Report& report, const std::string& what) const;

  private:
    Backend& m_backend;
    std::unique_ptr<Buffer> m_buffer;
    std::size_t m_rows, m_width;
};

void fail(Report& report, const std::string& what);
// Row by row, mean squared error over mean square at most `most`; infinite and undefined numbers alike.
void compare(Report& report, const std::string& what, const std::vector<float>& expected,
             const std::vector<float>& found, std::size_t width, double most);
// The same, but a row's error over what rows are on the average, where that is more.
void compareAll(Report& report, const std::string& what, const std::vector<float>& expected,
                const std::vector<float>& found, std::size_t width, double most);
void compareBits(Report& report, const std::string& what, const float* expected, const float* found,
                 std::size_t count);

// A file that holds nothing, for Backend::pack(), and a tensor of these bytes.
const Gguf& noFile();
Tensor tensorOf(Format format, std::size_t columns, std::size_t rows, const std::vector<std::byte>& bytes);

} // namespace parallax::inference::parity
