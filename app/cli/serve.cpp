// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <condition_variable>
#include <filesystem>
#include <iostream>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/model.h"
#include "app/version.h"
#include "base/utf8.h"
#include "engine/serve/server.h"

namespace parallax::app {
namespace {

struct ServeChoice {
    ModelChoice model;
    serve::ServerOptions server;
    int cacheTokens = 0;
};

int serve(const Session& session, ServeChoice& given) {
    const std::stop_token stop = stopOnInterrupt(); // before any thread is there to take the signals
    inference::EngineOptions options = given.model.options();
    // Many answers at once need room beside each other: those without it are computed again and again.
    options.cacheTokens = given.cacheTokens;
    options.cacheContexts = 4;
    note(session, "Loading " + given.model.path + " …");
    const auto engine = std::make_shared<inference::Engine>(given.model.path, options, stop);
    serve::ServiceOptions& service = given.server.service;
    service.version = version();
    if (service.model.empty())
        service.model = repairUtf8(std::filesystem::path(given.model.path).stem().string());
    serve::Server server(engine, given.server);
    if (session.json) {
        const nlohmann::ordered_json json{{"url", server.url()},
                                          {"port", server.port()},
                                          {"model", service.model},
                                          {"context", engine->context()},
                                          {"device", inference::describe(engine->device())},
                                          {"device_note", engine->deviceNote()}};
        std::cout << dumped(json) << std::endl;
    } else {
        std::cout << server.url() << std::endl; // a script may wait for this line
    }
    if (!engine->deviceNote().empty())
        note(session, "not on a graphics card: " + engine->deviceNote());
    note(session, "\"" + service.model + "\" answers here (" + inference::describe(engine->device()) +
                      ") until Ctrl+C.");
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, stop, [] { return false; });
    server.stop();
    return 0;
}

} // namespace

void addServe(CLI::App& app, Session& session) {
    auto given = std::make_shared<ServeChoice>();
    auto* command = app.add_subcommand(
        "serve", "Answer OpenAI's API with a local model, to this machine alone (docs/serve.md)");
    command->add_option("--model", given->model.path, "A GGUF file")->required();
    command
        ->add_option("--port", given->server.port,
                     "0 (the default): any that is free; its address is printed")
        ->check(CLI::Range(0, 65535));
    command->add_option("--name", given->server.service.model,
                        "What clients call the model (default: the file's name)");
    addDeviceOptions(*command, given->model);
    command
        ->add_option("--cache-tokens", given->cacheTokens,
                     "Tokens that all requests together can hold (default: four contexts)")
        ->check(CLI::Range(0, 1 << 28));
    command
        ->add_option("--requests", given->server.service.requestLimit,
                     "Requests at once, waiting ones included; beyond them 429 (default: 256)")
        ->check(CLI::Range(1, 4096));
    command
        ->add_option("--connections", given->server.connectionLimit,
                     "Connections at once; beyond them 503 (default: 512)")
        ->check(CLI::Range(1, 16384));
    command->callback(
        [&session, given] { session.run = [&session, given] { return serve(session, *given); }; });
}

} // namespace parallax::app
