// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/cuda/parity/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "engine/device/philox.h"
#include "engine/inference/half.h"

namespace parallax::inference::parity {

std::uint32_t Numbers::word() {
    return device::philox({m_next++, 0, 0, 0}, {m_seed, 7})[0];
}
float Numbers::uniform() {
    return static_cast<float>(static_cast<std::int32_t>(word())) * 0x1p-31F;
}
std::vector<float> Numbers::many(std::size_t count, float size) {
    std::vector<float> all(count);
    for (float& one : all)
        one = uniform() * size;
    return all;
}

std::vector<std::byte> randomBlocks(Format format, std::size_t numbers, Numbers& random) {
    std::vector<std::byte> bytes(formatBytes(format, numbers));
    for (auto& byte : bytes)
        byte = static_cast<std::byte>(random.word());
    const FormatInfo& info = formatInfo(format);
    const auto put = [&](std::size_t at, std::uint16_t half) { std::memcpy(bytes.data() + at, &half, 2); };
    const auto scale = [&] { return toHalf((random.uniform() + 1.25F) / 64); };
    for (std::size_t at = 0; at < bytes.size(); at += info.blockBytes) {
        switch (format) {
        case Format::F32: {
            const float value = random.uniform();
            std::memcpy(bytes.data() + at, &value, 4);
            break;
        }
        case Format::F16:
            put(at, toHalf(random.uniform()));
            break;
        case Format::BF16:
            put(at, toBfloat(random.uniform()));
            break;
        case Format::Q2_K:
            put(at + 80, scale());
            put(at + 82, scale());
            break;
        case Format::Q3_K:
        case Format::Q6_K:
            put(at + info.blockBytes - 2, scale());
            break;
        default:
            put(at, scale());
            if (format == Format::Q4_1 || format == Format::Q5_1 || format == Format::Q4_K ||
                format == Format::Q5_K)
                put(at + 2, scale());
        }
    }
    return bytes;
}

Guarded::Guarded(Backend& backend, std::size_t rows, std::size_t width, const std::vector<float>& numbers)
    : m_backend(backend)
    , m_rows(rows)
    , m_width(width) {
    std::vector<float> all(rows * width + 2 * guardNumbers, guard);
    std::copy(numbers.begin(), numbers.end(), all.begin() + guardNumbers);
    m_buffer = backend.upload(all);
}
Rows Guarded::rows() const {
    return {m_buffer->data + guardNumbers, m_rows, m_width};
}
std::vector<float> Guarded::read(Report& report, const std::string& what) const {
    std::vector<float> all(m_buffer->size);
    m_backend.read({m_buffer->data, 1, all.size()}, all.data());
    const auto end = all.end() - static_cast<std::ptrdiff_t>(guardNumbers);
    const auto changed = [](float one) { return one != guard; };
    if (std::any_of(all.begin(), all.begin() + guardNumbers, changed) || std::any_of(end, all.end(), changed))
        fail(report, what + ": numbers were written beside the result");
    return {all.begin() + guardNumbers, end};
}

void Report::merge(const Report& other) {
    comparisons += other.comparisons;
    if (other.worst > worst) {
        worst = other.worst;
        worstAt = other.worstAt;
    }
    for (const auto& one : other.failures)
        fail(*this, one);
}

void fail(Report& report, const std::string& what) {
    if (report.failures.size() < 12)
        report.failures.push_back(what);
}

namespace {

// `least`: what a row's mean square counts as at least.
void compareRows(Report& report, const std::string& what, const std::vector<float>& expected,
                 const std::vector<float>& found, std::size_t width, double most, double least) {
    ++report.comparisons;
    if (expected.size() != found.size())
        return fail(report, what + ": another size");
    for (std::size_t row = 0; row * width < expected.size(); ++row) {
        double error = 0;
        double size = 0;
        for (std::size_t i = row * width; i < (row + 1) * width; ++i) {
            const double a = static_cast<double>(expected[i]);
            const double b = static_cast<double>(found[i]);
            if (!std::isfinite(a) || !std::isfinite(b)) {
                if (std::isnan(a) != std::isnan(b) || (!std::isnan(a) && a != b))
                    return fail(report, what + ", row " + std::to_string(row) + ": " + std::to_string(b) +
                                            " instead of " + std::to_string(a));
                continue;
            }
            error += (a - b) * (a - b);
            size += a * a;
        }
        const double relative =
            error == 0 ? 0 : error / std::max({size, least * static_cast<double>(width), 1e-30});
        if (relative > report.worst) {
            report.worst = relative;
            report.worstAt = what;
        }
        if (relative > most) {
            char text[80];
            std::snprintf(text, sizeof text, ", row %zu: error %.2e, at most %.1e", row, relative, most);
            return fail(report, what + text);
        }
    }
}

} // namespace

void compare(Report& report, const std::string& what, const std::vector<float>& expected,
             const std::vector<float>& found, std::size_t width, double most) {
    compareRows(report, what, expected, found, width, most, 0);
}

void compareAll(Report& report, const std::string& what, const std::vector<float>& expected,
                const std::vector<float>& found, std::size_t width, double most) {
    double size = 0;
    for (const float one : expected)
        size += static_cast<double>(one) * static_cast<double>(one);
    compareRows(report, what, expected, found, width, most, size / static_cast<double>(expected.size()));
}

void compareBits(Report& report, const std::string& what, const float* expected, const float* found,
                 std::size_t count) {
    ++report.comparisons;
    if (std::memcmp(expected, found, count * sizeof(float)) != 0)
        fail(report, what + ": not the same bits");
}

const Gguf& noFile() {
    static const std::string bytes = [] {
        std::string head("GGUF\3\0\0\0", 8);
        head.resize(32, '\0');
        return head;
    }();
    static const Gguf file(bytes, "nothing");
    return file;
}

Tensor tensorOf(Format format, std::size_t columns, std::size_t rows, const std::vector<std::byte>& bytes) {
    Tensor tensor;
    tensor.name = "w";
    tensor.format = format;
    tensor.shape = {columns, rows};
    tensor.data = bytes.data();
    tensor.bytes = bytes.size();
    return tensor;
}

} // namespace parallax::inference::parity
