// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/model.h"
#include "engine/inference/devices.h"
#include "engine/inference/made_up.h"
#include "engine/inference/measure.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;
using namespace parallax::inference;

struct BenchOptions {
    ModelChoice choice;
    std::string shape;
    std::string format = "q4_k_m";
    std::uint64_t seed = 1;
    std::string write;
    MeasurePlan plan;
    int streams = 1;
    bool turns = false;
};

void writeFile(const std::string& path, const std::vector<char>& bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out)
        throw Error(ErrorCode::FileUnwritable, {path, "the model could not be written whole"});
}

ordered_json shareJson(double share) {
    return tells(share) ? ordered_json(share) : ordered_json(nullptr);
}

ordered_json jsonOf(const Measured& m, int streams) {
    ordered_json json{{"what", m.what},
                      {"tokens", m.tokens},
                      {"depth", m.depth},
                      {"streams", streams},
                      {"tokens_per_s", m.median(&Round::rate)},
                      {"bytes_per_token", m.bytesPerToken()},
                      {"bandwidth_share", shareJson(m.median(&Round::share))}};
    if (const double pure = m.median(&Round::pureRate); pure > 0) {
        json["tokens_per_processor_s"] = pure;
        json["bandwidth_share_processor_time"] = shareJson(m.median(&Round::pureShare));
    }
    for (const Round& round : m.rounds)
        json["all_tokens_per_s"].push_back(round.rate);
    return json;
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
    if (given.plan.rounds == 0) // the file alone was wanted
        return 0;
    const EngineOptions options = given.choice.options();
    const int pages = (given.plan.context() + pageTokens - 1) / pageTokens; // of each stream
    OpenedDevice opened = openDevice(options.device, options.cpu, options.card, *file, readConfig(*file),
                                     pages * pageTokens * given.streams);
    if (!opened.note.empty())
        note(session, "not on a graphics card: " + opened.note);
    Bench bench(*file, std::move(opened.backend), given.plan.context(), given.streams);
    const auto probe = bench.memoryProbe();
    Turns turns;
    if (given.turns) {
        turns.before = [] {
            std::string line;
            if (!std::getline(std::cin, line))
                throw Error(ErrorCode::Usage, {"--turns needs a line for each round"});
        };
        turns.after = [&](const Measured& round) {
            std::cout << jsonOf(round, given.streams).dump() << std::endl;
        };
    }
    const Measurements measured = measure(bench, *probe, given.plan, turns);
    if (given.turns)
        return 0;
    const std::string name = bench.config().name;
    const bool processor = measured.pureBandwidth > 0;
    if (session.json) {
        auto list = ordered_json::array();
        for (const auto& m : measured.all)
            list.push_back(jsonOf(m, given.streams));
        ordered_json json{{"model", name},
                          {"made_up", !given.shape.empty()},
                          {"device", describe(bench.device())},
                          {"device_note", opened.note},
                          {"load_s", bench.load().wall},
                          {"read_bytes_per_s", measured.bandwidth}};
        if (processor)
            json["read_bytes_per_processor_s"] = measured.pureBandwidth;
        json["weight_bytes"] = bench.stepBytes(0);
        json["measured"] = list;
        std::cout << dumped(json) << '\n';
        return 0;
    }
    std::cout << name << "; " << describe(bench.device()) << '\n';
    char line[240];
    std::snprintf(line, sizeof line, "load %.2f s (%.2f s of processors); memory is read at %.1f GB/s",
                  bench.load().wall, bench.load().processors, measured.bandwidth * 1e-9);
    std::cout << line;
    if (processor) {
        std::snprintf(line, sizeof line, ", with the processors alone at %.1f GB/s",
                      measured.pureBandwidth * 1e-9);
        std::cout << line;
    }
    std::cout << "; " << counted(static_cast<std::size_t>(given.streams), "stream") << ", medians of "
              << given.plan.rounds << '\n';
    std::cout << "                                by the clock                       of read"
              << (processor ? "  |  in processor time" : "") << '\n';
    for (const auto& m : measured.all)
        std::cout << describe(m) << '\n';
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
        ->add_option("--prefill", given->plan.prompts,
                     "Lengths of prompts, with commas between them; 0 for none")
        ->delimiter(',')
        ->check(CLI::Range(0, 1 << 20));
    command->add_option("--depth", given->plan.depths, "Tokens before the ones that are decoded")
        ->delimiter(',')
        ->check(CLI::Range(0, 1 << 20));
    command->add_option("--decode", given->plan.decode, "Tokens to decode at each depth")
        ->check(CLI::Range(1, 1 << 20));
    command->add_option("--streams", given->streams, "Sequences side by side")->check(CLI::Range(1, 256));
    command
        ->add_option("--rounds", given->plan.rounds,
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
