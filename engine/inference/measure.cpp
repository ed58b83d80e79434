// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/measure.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace parallax::inference {
namespace {

double middleOf(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

// The readings of a device's memory, and what rounds come to beside them.
class Readings {
  public:
    Readings(device::MemoryProbe& probe, int threads)
        : m_probe(probe)
        , m_threads(threads) {}

    void take() {
        const device::Spent spent = m_probe.run();
        m_clock.push_back(static_cast<double>(m_probe.bytes()) / spent.wall);
        if (m_threads > 0)
            m_pure.push_back(static_cast<double>(m_probe.bytes()) / (spent.processors / m_threads));
    }
    Round round(device::Spent spent, int produced, double bytes) const {
        Round round;
        round.rate = produced / spent.wall;
        round.share = bytes / spent.wall / m_clock.back();
        if (m_threads > 0) {
            const double pure = spent.processors / m_threads;
            round.pureRate = produced / pure;
            round.pureShare = bytes / pure / m_pure.back();
        }
        return round;
    }
    double bandwidth() const { return middleOf(m_clock); }
    double pureBandwidth() const { return middleOf(m_pure); }

  private:
    device::MemoryProbe& m_probe;
    int m_threads;
    std::vector<double> m_clock;
    std::vector<double> m_pure;
};

// A card loads a kernel when it is first used and records a step the second time its shape comes.
void warmUp(Bench& bench, int depth) {
    if (bench.device().threads > 0)
        return;
    for (int i = 0; i < 3; ++i) {
        bench.rewind(depth);
        bench.decode(1);
    }
}

} // namespace

int MeasurePlan::context() const {
    const int longest = prompts.empty() ? 0 : *std::ranges::max_element(prompts);
    const int deepest = depths.empty() ? 0 : *std::ranges::max_element(depths) + decode;
    return std::max({longest, deepest, 1});
}

double Measured::median(double Round::*number) const {
    std::vector<double> values;
    values.reserve(rounds.size());
    for (const Round& round : rounds)
        values.push_back(round.*number);
    return middleOf(std::move(values));
}

Measurements measure(Bench& bench, device::MemoryProbe& probe, const MeasurePlan& plan, const Turns& turns) {
    probe.run(); // the first one is slower: memory that was never read
    Readings readings(probe, bench.device().threads);
    Measurements result;
    const auto rounds = [&](Measured measured, int from, const std::function<device::Spent()>& work) {
        for (int i = 0; i < plan.rounds; ++i) {
            bench.rewind(from);
            if (turns.before)
                turns.before();
            readings.take();
            const Round round = readings.round(work(), measured.produced, measured.bytes);
            measured.rounds.push_back(round);
            if (turns.after) {
                Measured alone = measured;
                alone.rounds = {round};
                turns.after(alone);
            }
        }
        result.all.push_back(std::move(measured));
    };
    for (const int tokens : plan.prompts) {
        if (tokens == 0)
            continue;
        const int most = static_cast<int>(Model::mostRows);
        const int steps = (tokens + most - 1) / most; // of each stream by itself
        if (bench.device().threads == 0) {
            bench.rewind(0);
            bench.prefill(tokens);
        }
        rounds({"prefill",
                tokens,
                0,
                tokens * bench.streams(),
                bench.stepBytes(0) * steps * bench.streams(),
                {}},
               0, [&] { return bench.prefill(tokens); });
    }
    auto depths = plan.depths;
    std::ranges::sort(depths);
    for (const int depth : depths) {
        bench.rewind(depth);
        bench.prefill(depth - bench.depth());
        warmUp(bench, depth);
        rounds({"decode",
                plan.decode,
                depth,
                plan.decode * bench.streams(),
                bench.stepBytes(depth + plan.decode / 2) * plan.decode,
                {}},
               depth, [&] { return bench.decode(plan.decode); });
    }
    result.bandwidth = readings.bandwidth();
    result.pureBandwidth = readings.pureBandwidth();
    return result;
}

bool tells(double share) {
    return share <= 1.1;
}

std::string describe(const Measured& m) {
    const auto shareText = [](double share) {
        char text[40];
        std::snprintf(text, sizeof text, "%5.1f %%", 100 * share);
        return std::string(tells(share) ? text : "      -");
    };
    char line[240];
    std::snprintf(line, sizeof line, "%-7s %5d tokens at %5d  %9.2f tok/s  %9.2f MB/token  ", m.what.c_str(),
                  m.tokens, m.depth, m.median(&Round::rate), m.bytesPerToken() * 1e-6);
    std::string text = line + shareText(m.median(&Round::share));
    if (const double pure = m.median(&Round::pureRate); pure > 0) {
        std::snprintf(line, sizeof line, "  |  %9.2f tok/s  ", pure);
        text += line + shareText(m.median(&Round::pureShare));
    }
    return text;
}

} // namespace parallax::inference
