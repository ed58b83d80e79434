// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/model.h"
#include "engine/device/probe.h"
#include "engine/inference/bench.h"
#include "engine/inference/made_up.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;
using namespace parallax::inference;
using device::Spent;

struct BenchOptions {
    ModelChoice choice;
    std::string shape;
    std::string format = "q4_k_m";
    std::uint64_t seed = 1;
    std::string write;
    std::vector<int> prefill{512};
    std::vector<int> depths{0};
    int decode = 16;
    int streams = 1;
    int rounds = 5;
    bool turns = false;
};

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

// What one measurement came to, each time with the probe of memory that was taken beside it.
struct Measured {
    std::string what; // "prefill" or "decode"
    int tokens = 0;
    int depth = 0;
    double bytes = 0;              // read from memory for all the tokens of one run
    int produced = 0;              // tokens of one run
    std::vector<double> rate;      // tokens per second, by the clock
    std::vector<double> pureRate;  // tokens per second of processors that are ours alone
    std::vector<double> share;     // of the bandwidth the probe saw, by the clock
    std::vector<double> pureShare; // and in processor time, which neighbours change less

    void add(const Spent& spent, const Spent& probe, double probeBytes, int threads) {
        const double pure = spent.processors / threads;
        rate.push_back(produced / spent.wall);
        pureRate.push_back(produced / pure);
        share.push_back(bytes / spent.wall / (probeBytes / probe.wall));
        pureShare.push_back(bytes / pure / (probeBytes / (probe.processors / threads)));
    }
};

void writeFile(const std::string& path, const std::vector<char>& bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        throw Error(ErrorCode::FileUnwritable, {path, "the model could not be written whole"});
}

ordered_json jsonOf(const Measured& m, int streams) {
    return {{"what", m.what},
            {"tokens", m.tokens},
            {"depth", m.depth},
            {"streams", streams},
            {"tokens_per_s", median(m.rate)},
            {"tokens_per_processor_s", median(m.pureRate)},
            {"bytes_per_token", m.bytes / m.produced},
            {"bandwidth_share", median(m.share)},
            {"bandwidth_share_processor_time", median(m.pureShare)},
            {"all_tokens_per_s", m.rate}};
}

void print(const Measured& m) {
    char line[240];
    std::snprintf(line, sizeof line,
                  "%-7s %5d tokens at %5d  %9.2f tok/s  %9.2f MB/token  %5.1f %%  |  %9.2f tok/s  %5.1f %%",
                  m.what.c_str(), m.tokens, m.depth, median(m.rate), m.bytes / m.produced * 1e-6,
                  100 * median(m.share), median(m.pureRate), 100 * median(m.pureShare));
    std::cout << line << '\n';
}

int bench(const Session& session, const BenchOptions& given) {
    MadeUp made;
    std::unique_ptr<Gguf> file;
    std::string path = given.choice.path;
    if (path.empty() == given.shape.empty())
        throw Error(ErrorCode::Usage, {"bench needs either a model file or --shape"});
    if (!given.shape.empty()) {
        made = madeUp(given.shape, given.format, given.seed);
        if (!given.write.empty()) {
            writeFile(given.write, made.bytes);
            made.bytes = {};
            path = given.write;
        }
    }
    file = path.empty() ? made.gguf() : std::make_unique<Gguf>(std::filesystem::path(path));
    if (given.rounds == 0) // the file alone was wanted
        return 0;
    auto depths = given.depths;
    std::ranges::sort(depths);
    const int longest = given.prefill.empty() ? 0 : *std::ranges::max_element(given.prefill);
    const int deepest = depths.empty() ? 0 : depths.back() + given.decode;
    if (deviceChoiceOf(given.choice.device) == DeviceChoice::Cuda)
        throw Error(ErrorCode::Usage, {"bench measures the processor; scripts/gpu measures a card"});
    const CpuOptions cpu = given.choice.options().cpu;
    Bench bench(*file, cpu, std::max({longest, deepest, 1}), given.streams);
    device::Pool pool(cpu.threads > 0 ? cpu.threads : device::cpuCount());
    device::ReadProbe probe(pool);
    probe.run();
    const int threads = pool.threads();

    std::vector<double> bandwidth;
    std::vector<double> pureBandwidth;
    const auto probed = [&] {
        const Spent spent = probe.run();
        bandwidth.push_back(static_cast<double>(probe.bytes()) / spent.wall);
        pureBandwidth.push_back(static_cast<double>(probe.bytes()) / (spent.processors / threads));
        return spent;
    };
    // Between two programs that take turns: a round begins with a line that comes in and ends with one that
    // goes out, of that round alone.
    const auto turn = [&] {
        std::string line;
        if (given.turns && !std::getline(std::cin, line))
            throw Error(ErrorCode::Usage, {"--turns needs a line for each round"});
    };
    const auto turned = [&](const Measured& m) {
        if (!given.turns)
            return;
        Measured last = m;
        for (auto* numbers : {&last.rate, &last.pureRate, &last.share, &last.pureShare})
            numbers->erase(numbers->begin(), numbers->end() - 1);
        std::cout << jsonOf(last, given.streams).dump() << std::endl;
    };
    std::vector<Measured> all;
    for (const int tokens : given.prefill) {
        if (tokens == 0)
            continue;
        Measured m{"prefill", tokens, 0, 0, tokens * given.streams, {}, {}, {}, {}};
        const int steps =
            (tokens + static_cast<int>(Model::mostRows) - 1) / static_cast<int>(Model::mostRows);
        m.bytes = bench.stepBytes(0) * steps * given.streams;
        for (int round = 0; round < given.rounds; ++round) {
            bench.rewind(0);
            turn();
            const Spent before = probed();
            m.add(bench.prefill(tokens), before, static_cast<double>(probe.bytes()), threads);
            turned(m);
        }
        all.push_back(m);
    }
    bench.rewind(0);
    for (const int depth : depths) {
        if (bench.depth() > depth)
            bench.rewind(depth);
        bench.prefill(depth - bench.depth());
        Measured m{"decode", given.decode, depth, 0, given.decode * given.streams, {}, {}, {}, {}};
        m.bytes = bench.stepBytes(depth + given.decode / 2) * given.decode;
        for (int round = 0; round < given.rounds; ++round) {
            bench.rewind(depth);
            turn();
            const Spent before = probed();
            m.add(bench.decode(given.decode), before, static_cast<double>(probe.bytes()), threads);
            turned(m);
        }
        all.push_back(m);
    }
    if (given.turns)
        return 0;
    const std::string name = bench.config().name;
    if (session.json) {
        auto list = ordered_json::array();
        for (const auto& m : all)
            list.push_back(jsonOf(m, given.streams));
        std::cout << dumped({{"model", name},
                             {"made_up", !given.shape.empty()},
                             {"device", describe(bench.device())},
                             {"load_s", bench.load().wall},
                             {"read_bytes_per_s", median(bandwidth)},
                             {"read_bytes_per_processor_s", median(pureBandwidth)},
                             {"weight_bytes", bench.stepBytes(0)},
                             {"measured", list}})
                  << '\n';
        return 0;
    }
    char line[240];
    std::cout << name << "; " << describe(bench.device()) << '\n';
    std::snprintf(
        line, sizeof line,
        "load %.2f s (%.2f s of processors); memory is read at %.1f GB/s, with the processors alone at "
        "%.1f GB/s; %d stream%s, medians of %d",
        bench.load().wall, bench.load().processors, median(bandwidth) * 1e-9, median(pureBandwidth) * 1e-9,
        given.streams, given.streams == 1 ? "" : "s", given.rounds);
    std::cout << line << '\n';
    std::cout << "                                by the clock                       of read  |  in "
                 "processor time\n";
    for (const auto& m : all)
        print(m);
    return 0;
}

} // namespace

void addModelBench(CLI::App& model, Session& session) {
    auto given = std::make_shared<BenchOptions>();
    auto* command =
        model.add_subcommand("bench", "Measure prefill and decode against the memory's bandwidth");
    command->add_option("MODEL", given->choice.path, "A GGUF file");
    const auto listed = [](const std::vector<std::string>& names) {
        std::string text;
        for (const auto& name : names)
            text += (text.empty() ? "" : ", ") + name;
        return text;
    };
    command->add_option("--shape", given->shape,
                        "Instead of a file: a model of random weights in the shape of " +
                            listed(shapeNames()));
    command->add_option("--format", given->format, "Its format: " + listed(mixNames()));
    command->add_option("--seed", given->seed, "Of the random weights");
    command->add_option("--write", given->write,
                        "Write the made-up model to this GGUF file and measure that");
    command
        ->add_option("--prefill", given->prefill, "Lengths of prompts, with commas between them; 0 for none")
        ->delimiter(',')
        ->check(CLI::Range(0, 1 << 20));
    command->add_option("--depth", given->depths, "Tokens before the ones that are decoded")
        ->delimiter(',')
        ->check(CLI::Range(0, 1 << 20));
    command->add_option("--decode", given->decode, "Tokens to decode at each depth")
        ->check(CLI::Range(1, 1 << 20));
    command->add_option("--streams", given->streams, "Sequences side by side")->check(CLI::Range(1, 256));
    command
        ->add_option("--rounds", given->rounds,
                     "Repetitions, each beside a measurement of the memory; 0 measures nothing")
        ->check(CLI::Range(0, 1000));
    command->add_flag(
        "--turns", given->turns,
        "Begin each round when a line comes in, and print each as JSON: for scripts/bench-peer");
    addDeviceOptions(*command, given->choice);
    command->callback(
        [&session, given] { session.run = [&session, given] { return bench(session, *given); }; });
}

} // namespace parallax::app
