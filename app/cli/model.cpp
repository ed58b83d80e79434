// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <mutex>

#include "app/cli/command.h"
#include "base/utf8.h"
#include "engine/inference/tensors.h"
#include "ui/common/sentences.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;
using namespace parallax::inference;

std::vector<Token> tokenList(const std::string& text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        const std::string part = text.substr(at, end - at);
        std::size_t used = 0;
        int value = -1;
        try {
            value = std::stoi(part, &used);
        } catch (const std::exception&) {
            used = 0;
        }
        if (part.find_first_not_of(' ', used) != std::string::npos || used == 0 || value < 0)
            throw Error(ErrorCode::Usage, {"\"" + part + "\" is no token number"});
        tokens.push_back(value);
        at = end + 1;
    }
    return tokens;
}

// ---- inspect
// --------------------------------------------------------------------------------------------------

template <class Number>
ordered_json firstOf(const std::vector<Number>& values) {
    auto list = ordered_json::array();
    for (std::size_t i = 0; i < std::min<std::size_t>(values.size(), 8); ++i)
        list.push_back(values[i]);
    return list;
}

ordered_json valueJson(const Gguf& file, const std::string& key) {
    const Value& value = *file.find(key);
    switch (value.type) {
    case ValueType::String:
        return repairUtf8(value.bytes);
    case ValueType::Bool:
        return file.boolean(key, false);
    case ValueType::F32:
    case ValueType::F64:
        return file.number(key, 0);
    case ValueType::Array: {
        ordered_json list = {{"type", valueTypeName(value.element)}, {"count", value.count}};
        if (value.element == ValueType::String) {
            std::vector<std::string> texts;
            for (const auto text : file.strings(key)) {
                texts.push_back(repairUtf8(text.substr(0, 200)));
                if (texts.size() == 8)
                    break;
            }
            list["first"] = texts;
        } else if (value.element == ValueType::F32) {
            list["first"] = firstOf(file.floats(key));
        } else if (value.element != ValueType::F64) {
            list["first"] = firstOf(file.integers(key));
        }
        return list;
    }
    default:
        return file.integer(key, 0);
    }
}

ordered_json inspected(const Gguf& file) {
    ordered_json out;
    out["file"] = file.name();
    out["version"] = file.version();
    out["bytes"] = file.fileBytes();
    out["architecture"] = repairUtf8(file.string("general.architecture", "").substr(0, 100));
    out["name"] = repairUtf8(file.string("general.name", "").substr(0, 200));
    std::uint64_t parameters = 0;
    std::uint64_t bytes = 0;
    std::map<std::string, int> formats;
    auto tensors = ordered_json::array();
    for (const Tensor& tensor : file.tensors()) {
        parameters += tensor.columns() * tensor.rows();
        bytes += tensor.bytes;
        ++formats[formatInfo(tensor.format).name];
        tensors.push_back({{"name", repairUtf8(tensor.name)},
                           {"format", formatInfo(tensor.format).name},
                           {"shape", tensor.shape},
                           {"bytes", tensor.bytes}});
    }
    for (const auto& [name, format] : file.unknownTensors()) {
        ++formats[format];
        tensors.push_back({{"name", repairUtf8(name)}, {"format", format}});
    }
    out["parameters"] = parameters;
    out["tensor_bytes"] = bytes;
    out["formats"] = formats;
    // Whether it can be run, and if not, why.
    try {
        const Tokenizer tokenizer(file); // in the engine's order: of two faults `run` names the same
        const Config config = readConfig(file);
        checkTensors(file, config);
        out["runnable"] = true;
        out["layers"] = config.layers;
        out["width"] = config.width;
        out["heads"] = config.heads;
        out["kv_heads"] = config.kvHeads;
        out["head_size"] = config.headSize;
        out["context"] = config.context;
        out["vocabulary"] = config.vocabulary;
    } catch (const Error& error) {
        out["runnable"] = false;
        out["problem"] = ui::sentence(error).toStdString();
    }
    auto values = ordered_json::object();
    for (const auto& key : file.keys())
        values[repairUtf8(key)] = valueJson(file, key);
    out["metadata"] = std::move(values);
    out["tensors"] = std::move(tensors);
    return out;
}

int inspect(const Session& session, const std::string& path) {
    const Gguf file{std::filesystem::path(path)};
    const ordered_json all = inspected(file);
    if (session.json) {
        std::cout << dumped(all) << '\n';
        return 0;
    }
    for (const auto& [key, value] : all.items())
        if (key != "metadata" && key != "tensors")
            std::cout << key << ": "
                      << visibleUtf8(value.is_string() ? value.get<std::string>() : dumped(value)) << '\n';
    for (const auto& [key, value] : all["metadata"].items())
        std::cout << "  " << visibleUtf8(key) << " = " << visibleUtf8(dumped(value)) << '\n';
    for (const auto& tensor : all["tensors"])
        std::cout << "  " << visibleUtf8(tensor["name"].get<std::string>()) << "  "
                  << tensor["format"].get<std::string>() << "  "
                  << (tensor.contains("shape") ? dumped(tensor["shape"]) : "") << '\n';
    return 0;
}

// ---- logits
// ---------------------------------------------------------------------------------------------------

int logits(const Session& session, const ModelChoice& choice, const std::string& list) {
    EngineOptions options = choice.options();
    const auto tokens = tokenList(list);
    options.context = std::max(options.context, static_cast<int>(tokens.size()) + 1);
    Engine engine(choice.path, options);
    const auto numbers = engine.logits(tokens);
    if (session.json) {
        std::cout << dumped({{"logits", numbers}}) << '\n';
        return 0;
    }
    std::vector<std::size_t> order(numbers.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return numbers[a] > numbers[b]; });
    for (std::size_t i = 0; i < std::min<std::size_t>(order.size(), 10); ++i)
        std::cout << order[i] << '\t' << numbers[order[i]] << '\t'
                  << dumped(engine.tokenizer().piece(static_cast<Token>(order[i]), true)) << '\n';
    return 0;
}

} // namespace

EngineOptions ModelChoice::options() const {
    if (arithmetic != "fast" && arithmetic != "contract")
        throw Error(ErrorCode::Usage, {"the arithmetic is fast or contract, not \"" + arithmetic + "\""});
    EngineOptions options;
    options.device = deviceChoiceOf(device);
    options.card.keysInBytes = keysInBytesOf(keys);
    options.cpu.threads = threads;
    options.cpu.arithmetic = arithmetic == "contract" ? Arithmetic::Contract : Arithmetic::Fast;
    options.context = context;
    return options;
}

CLI::App* addModelCommand(CLI::App& model, const char* name, const char* what, ModelChoice& choice) {
    auto* command = model.add_subcommand(name, what);
    command->add_option("MODEL", choice.path, "A GGUF file")->required();
    return command;
}

void addDeviceOptions(CLI::App& command, ModelChoice& choice) {
    command.add_option("--device", choice.device,
                       "cpu, cuda, or auto: the card when there is one with room for the model");
    command.add_option("--threads", choice.threads, "Threads (default: one per processor)")
        ->check(CLI::Range(0, 1024));
    command.add_option("--arithmetic", choice.arithmetic,
                       "fast (activations in 8 bits, for F16 and BF16 in 13) or contract (in 16, what "
                       "devices are compared in)");
    command.add_option("--kv", choice.keys,
                       "How keys and values are kept: fp16, or on a card fp8 (half the memory)");
    command.add_option("--context", choice.context, "Tokens that prompt and answer together may have")
        ->check(CLI::Range(16, 1 << 24));
}

void addModel(CLI::App& app, Session& session) {
    auto* model = app.add_subcommand("model", "Local models: look into a file, tokenize, compute, run");
    model->require_subcommand(1);
    model->fallthrough();
    auto choice = std::make_shared<ModelChoice>();

    auto* inspecting = addModelCommand(*model, "inspect", "Print what a model file holds", *choice);
    inspecting->callback(
        [&session, choice] { session.run = [&session, choice] { return inspect(session, choice->path); }; });

    auto list = std::make_shared<std::string>();
    auto* computing =
        addModelCommand(*model, "logits", "Print the logits after the last of some tokens", *choice);
    computing->add_option("--tokens", *list, "Token numbers, with commas between them")->required();
    addDeviceOptions(*computing, *choice);
    computing->callback([&session, choice, list] {
        session.run = [&session, choice, list] { return logits(session, *choice, *list); };
    });

    addModelTokenize(*model, session);
    addModelRun(*model, session);
    addModelBench(*model, session);
}

} // namespace parallax::app
