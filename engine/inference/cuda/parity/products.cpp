// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "engine/inference/cuda/parity/numbers.h"

namespace parallax::inference::parity {
namespace {

// One weight of some tensors on both devices, and the rows that go in.
class Both {
  public:
    // Tensors of so many rows; the second one may be of another format.
    Both(Backend& reference, Backend& device, Format format, Format second, std::size_t columns,
         const std::vector<std::size_t>& heights, Numbers& random)
        : m_devices{&reference, &device} {
        std::vector<std::vector<std::byte>> blocks;
        std::vector<Tensor> tensors;
        std::vector<const Tensor*> pointers;
        blocks.reserve(heights.size());
        tensors.reserve(heights.size());
        pointers.reserve(heights.size());
        const auto formatOf = [&](std::size_t i) { return i == 1 ? second : format; };
        for (std::size_t i = 0; i < heights.size(); ++i)
            blocks.push_back(randomBlocks(formatOf(i), columns * heights[i], random));
        for (std::size_t i = 0; i < heights.size(); ++i)
            tensors.push_back(tensorOf(formatOf(i), columns, heights[i], blocks[i]));
        for (const Tensor& tensor : tensors)
            pointers.push_back(&tensor);
        for (int i = 0; i < 2; ++i)
            m_weights[i] = m_devices[i]->pack(noFile(), pointers);
        m_norm = random.many(columns);
        m_bias = random.many(m_weights[0]->rows, 4);
    }

    // y of device `i` for these rows.
    std::vector<float> run(int i, const std::vector<float>& x, Stage stage, bool norm, bool bias,
                           Report& report, const std::string& what) const {
        Backend& backend = *m_devices[i];
        const std::size_t columns = m_weights[i]->columns;
        const std::size_t rows = x.size() / columns;
        const std::size_t width = m_weights[i]->rows / (stage.gate ? 2 : 1);
        const Guarded in(backend, rows, columns, x);
        Numbers before(9);
        const Guarded out(backend, rows, width, before.many(rows * width));
        const auto norms = backend.upload(m_norm);
        const auto biases = backend.upload(m_bias);
        if (norm) {
            stage.norm = norms.get();
            stage.epsilon = 1e-5F;
        }
        if (bias)
            stage.bias = biases.get();
        backend.project(out.rows(), in.rows(), *m_weights[i], stage);
        return out.read(report, what);
    }
    std::size_t columns() const { return m_weights[0]->columns; }

  private:
    Backend* m_devices[2];
    std::unique_ptr<Weight> m_weights[2];
    std::vector<float> m_norm;
    std::vector<float> m_bias;
};

struct Case {
    const char* name;
    std::vector<std::size_t> heights; // of the tensors
    bool norm, bias, add;
    std::optional<Gate> gate;
    bool twoFormats = false;
};

// One whose blocks go into the same columns.
Format another(Format format) {
    if (formatInfo(format).blockNumbers == 1)
        return format == Format::F16 ? Format::F32 : Format::F16;
    return format == Format::Q8_0 ? Format::Q4_0 : Format::Q8_0;
}

} // namespace

const std::vector<Format>& allFormats() {
    static const std::vector<Format> all{Format::F32,  Format::F16,    Format::BF16,  Format::Q4_0,
                                         Format::Q4_1, Format::Q5_0,   Format::Q5_1,  Format::Q8_0,
                                         Format::Q2_K, Format::Q3_K,   Format::Q4_K,  Format::Q5_K,
                                         Format::Q6_K, Format::IQ4_NL, Format::IQ4_XS};
    return all;
}

Report products(Backend& reference, Backend& device, Format format, const std::vector<std::size_t>& rows,
                bool thorough) {
    Report report;
    const std::size_t block = formatInfo(format).blockNumbers;
    const Case cases[] = {
        {"norm and bias", {37}, true, true, false, {}},
        {"added", {50}, false, false, true, {}},
        {"three tensors", {32, 16, 21}, true, false, false, {}},
        {"gate and up, SiLU", {40, 40}, true, false, false, Gate::Silu},
        {"gate and up, GELU", {17, 17}, false, false, false, Gate::Gelu},
        {"two tensors", {24, 24}, false, true, false, {}},
        {"gate and up in two formats", {32, 32}, false, false, false, Gate::Silu, true},
    };
    Numbers random(static_cast<std::uint32_t>(format) + 1);
    std::size_t number = 0;
    for (const Case& one : cases) {
        // Sizes that no tile, slab or range divides, in turns.
        const std::size_t columns = (block == 1    ? std::size_t{67} + 129 * number
                                     : block == 32 ? 32 * (3 + 4 * number)
                                                   : 256 * (1 + 2 * (number % 3)));
        auto counts = rows;
        if (!thorough && rows.size() > 2 && (number + static_cast<std::size_t>(format)) % 3 != 0)
            counts = {rows.front(), rows[rows.size() / 2]};
        ++number;
        const Both both(reference, device, format, one.twoFormats ? another(format) : format, columns,
                        one.heights, random);
        std::vector<float> alone;
        for (const std::size_t count : counts) {
            std::string what = formatInfo(format).name;
            what += ", " + std::string(one.name) + ", " + std::to_string(count) + " rows of " +
                    std::to_string(columns);
            Numbers numbers(5); // the first row is the same for every count
            const auto x = numbers.many(columns * count, 3);
            Stage stage;
            stage.add = one.add;
            stage.gate = one.gate;
            const auto expected = both.run(0, x, stage, one.norm, one.bias, report, what);
            const auto found = both.run(1, x, stage, one.norm, one.bias, report, what);
            const std::size_t width = expected.size() / count;
            if (one.gate) // a gate may close for a whole row, whose numbers are all next to nothing then
                compareAll(report, what, expected, found, width, boundFor(columns));
            else
                compare(report, what, expected, found, width, one.norm ? boundFor(columns) : orderBound);
            if (alone.empty())
                alone.assign(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(width));
            compareBits(report, what + ", its first row", alone.data(), found.data(), width);
        }
    }
    return report;
}

Report lookups(Backend& reference, Backend& device, const std::vector<std::size_t>& counts) {
    Report report;
    Numbers random(77);
    Backend* devices[2] = {&reference, &device};
    for (const Format format : allFormats()) {
        const std::size_t columns = formatInfo(format).blockNumbers == 1 ? 67 : 768;
        const auto blocks = randomBlocks(format, columns * 37, random);
        const Tensor tensor = tensorOf(format, columns, 37, blocks);
        const std::unique_ptr<Weight> weights[2] = {reference.pack(noFile(), {&tensor}),
                                                    device.pack(noFile(), {&tensor})};
        for (const std::size_t rows : counts) {
            const std::string what = std::string("embedding in ") + formatInfo(format).name + ", " +
                                     std::to_string(rows) + " rows";
            Batch batch;
            for (std::size_t row = 0; row < rows; ++row) // the last row of the weight first
                batch.tokens.push_back(static_cast<Token>((36 + 15 * row) % 37));
            batch.parts = {{0, static_cast<int>(rows), 0, 0}};
            for (std::size_t page = 0; page * pageTokens < rows; ++page)
                batch.pages.push_back(static_cast<std::int32_t>(page));
            for (int row = static_cast<int>(rows) - 1; row >= 0; row -= 2) // from behind
                batch.wanted.push_back(row);
            std::vector<float> results[2];
            std::vector<float> chosen[2];
            for (int i = 0; i < 2; ++i) {
                Backend& backend = *devices[i];
                const Guarded x(backend, rows, columns);
                const Guarded y(backend, batch.wanted.size(), columns);
                backend.begin(batch);
                backend.embed(x.rows(), *weights[i], 1.5F);
                backend.choose(y.rows(), x.rows());
                results[i] = x.read(report, what);
                chosen[i] = y.read(report, what);
            }
            compareBits(report, what, results[0].data(), results[1].data(), results[0].size());
            compareBits(report, what + ", chosen", chosen[0].data(), chosen[1].data(), chosen[0].size());
        }
    }
    for (const std::size_t columns : {std::size_t{1}, std::size_t{67}, std::size_t{896}})
        for (const std::size_t rows : counts) {
            const std::string what =
                "norms that are added, " + std::to_string(rows) + " rows of " + std::to_string(columns);
            std::vector<float> results[2];
            const auto numbers = random.many(rows * columns);
            const auto more = random.many(rows * columns);
            const auto weights = random.many(columns);
            for (int i = 0; i < 2; ++i) {
                const Guarded x(*devices[i], rows, columns, numbers);
                const Guarded y(*devices[i], rows, columns, more);
                const auto weight = devices[i]->upload(weights);
                devices[i]->addNormed(x.rows(), y.rows(), *weight, 1e-6F);
                results[i] = x.read(report, what);
            }
            compare(report, what, results[0], results[1], columns, 1e-12);
        }
    return report;
}

} // namespace parallax::inference::parity
