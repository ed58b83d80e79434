// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <utility>

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/text_table.h"
#include "app/keys.h"
#include "app/local_engines.h"
#include "data/store/clock.h"
#include "data/store/measure_store.h"
#include "engine/latency/endpoint_rules.h"
#include "engine/latency/local_engine.h"
#include "engine/latency/metrics.h"
#include "engine/latency/provider.h"
#include "engine/latency/run.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;

// Whether there is a key, never the key.
ordered_json endpointJson(const data::Endpoint& endpoint) {
    ordered_json json{{"name", endpoint.name},
                      {"provider", endpoint.provider},
                      {"model", endpoint.model},
                      {"base_url", endpoint.baseUrl},
                      {"address", latency::addressOf(endpoint)},
                      {"region", endpoint.region},
                      {"key_variable", keyVariableOf(endpoint)},
                      {"key", !keyFor(endpoint).empty()}};
    json["options"] = ordered_json::object();
    for (const auto& [name, value] : endpoint.options)
        json["options"][name] = value;
    return json;
}

int add(const Session& session, data::Endpoint endpoint, const std::vector<std::string>& options) {
    for (const std::string& option : options) {
        const std::size_t equals = option.find('=');
        if (equals == std::string::npos || equals == 0)
            throw Error(ErrorCode::Usage, {"an option is NAME=VALUE"}); // not repeated: it may be a key
        endpoint.options[option.substr(0, equals)] = option.substr(equals + 1);
    }
    latency::checkEndpoint(endpoint);
    // A file is found from wherever a run is started later.
    if (endpoint.provider == "local" || (endpoint.provider == "parallax" && endpoint.baseUrl.empty()))
        endpoint.model =
            std::filesystem::absolute(latency::modelFileOf(endpoint)).lexically_normal().string();
    // Builds a request, so that what is missing is said now.
    latency::providerById(endpoint.provider).request({endpoint, {}, {}, "20260101T000000Z"});
    const auto library = session.openLibrary();
    if (!keepKeyOf(*library, endpoint))
        note(session, "The key in the keychain was for another address and is removed: \"endpoint key set " +
                          endpoint.name + "\" keeps one for this.");
    data::MeasureStore store(*library);
    const bool replaces = store.endpoint(endpoint.name).has_value();
    store.saveEndpoint(endpoint);
    if (session.json) {
        ordered_json json = endpointJson(endpoint);
        json["replaced"] = replaces;
        std::cout << dumped(json) << '\n';
    } else {
        const bool lacksKey = keyFor(endpoint).empty() && !keyVariableOf(endpoint).empty();
        note(session, std::string(replaces ? "Replaced." : "Added.") +
                          (lacksKey ? " There is no key yet: set " + keyVariableOf(endpoint) + "." : ""));
    }
    return 0;
}

// The usual variable of a provider is for its own address alone.
bool takesKey(const data::Endpoint& endpoint) {
    const latency::Provider* const provider = latency::knownProvider(endpoint.provider);
    return provider != nullptr && !provider->keyVariable.empty();
}

int list(const Session& session, bool providers) {
    std::vector<std::vector<std::string>> rows;
    auto json = ordered_json::array();
    if (providers) {
        rows.push_back({"Provider", "Name", "Key variable"});
        for (const latency::Provider* provider : latency::providers()) {
            rows.push_back({std::string(provider->id), std::string(provider->title),
                            std::string(provider->keyVariable)});
            json.push_back({{"provider", provider->id},
                            {"title", provider->title},
                            {"key_variable", provider->keyVariable}});
        }
    } else {
        const auto library = session.openLibrary();
        rows.push_back({"Endpoint", "Provider", "Model", "Region", "Address (the key goes there)", "Key"});
        for (const data::Endpoint& endpoint : data::MeasureStore(*library).endpoints()) {
            const std::string address = latency::addressOf(endpoint), variable = keyVariableOf(endpoint);
            rows.push_back({endpoint.name, endpoint.provider, endpoint.model,
                            endpoint.region.empty() ? "–" : endpoint.region,
                            address.empty() ? "this machine" : address,
                            !keyFor(endpoint).empty() ? "found"
                            : !variable.empty()       ? "none (" + variable + ")"
                            : takesKey(endpoint)      ? "none (--key-variable names one)"
                                                      : "takes none"});
            json.push_back(endpointJson(endpoint));
        }
    }
    if (json.empty() && !session.json) {
        note(session, "No endpoints. `parallax endpoint add` names one; docs/latency.md says how.");
        return 0;
    }
    constexpr int uncut = 1000; // where a key goes is never cut off
    std::cout << (session.json ? dumped(json) + '\n' : textTable(rows, true, uncut));
    return 0;
}

int test(const Session& session, const std::string& name) {
    latency::RunPlan plan;
    {
        const auto library = session.openLibrary();
        const auto endpoint = data::MeasureStore(*library).endpoint(name);
        if (!endpoint)
            throw Error(ErrorCode::Usage, {"there is no endpoint \"" + name + "\""});
        plan.endpoints.push_back(*endpoint);
    }
    plan.load.requests = 1;
    plan.load.warmup = 0;
    plan.prompt.text = "Count from one to five in words.";
    plan.prompt.maxTokens = 16;
    plan.client.silenceTimeoutMs = 60'000;
    data::Attempt attempt;
    const std::stop_token stop = stopOnInterrupt();
    LocalEngines engines(stop);
    engines.serve(plan);
    latency::runPlan(
        plan, keyFor, data::toIso(data::now()).substr(0, 10), stop,
        [&](data::Attempt&& ended) { attempt = std::move(ended); }, {}, engines.source());
    const bool good = attempt.outcome == data::Outcome::Success;
    const auto first = latency::timeToFirstToken(attempt.time), all = latency::endToEnd(attempt.time);
    if (session.json) {
        ordered_json json{{"endpoint", name},
                          {"ok", good},
                          {"fault", attempt.fault},
                          {"words", attempt.faultText},
                          {"status", attempt.status},
                          {"model", attempt.model},
                          {"output_tokens", attempt.usage.output}};
        json["ttft_ms"] = first ? ordered_json(*first) : ordered_json();
        json["e2e_ms"] = all ? ordered_json(*all) : ordered_json();
        std::cout << dumped(json) << '\n';
    } else if (good) {
        std::array<char, 96> line{};
        std::snprintf(line.data(), line.size(), "first token after %.0f ms, last after %.0f ms",
                      first.value_or(0), all.value_or(0));
        std::cout << name << ": " << line.data() << '\n';
    } else {
        std::cout << name << ": " << attempt.fault << (attempt.faultText.empty() ? "" : ": ")
                  << attempt.faultText << '\n';
    }
    return good ? 0 : 1;
}

// Nobody sees what is typed, on a terminal.
class Unseen {
  public:
    Unseen()
        : m_terminal(tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_terminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen() {
        if (m_terminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    bool terminal() const { return m_terminal; }

  private:
    termios m_before{};
    bool m_terminal;
};

int noKeychain(const std::string& name, const char* doing) {
    std::cerr << "parallax: the key of \"" << name << "\" was not " << doing
              << ": there is no keychain here, or it did not answer within 5 s. An environment variable does "
                 "without (--key-variable).\n";
    return 1;
}

int setKey(const Session& session, const std::string& name) {
    const auto library = session.openLibrary();
    std::string key;
    {
        const Unseen unseen;
        if (unseen.terminal())
            note(session, "Type or paste the key, then Enter. It is not shown.");
        constexpr std::size_t longest = 65'536;
        for (char c = 0; key.size() < longest && std::cin.get(c) && c != '\n';)
            key.push_back(c);
    }
    if (!keepKey(*library, name, key))
        return noKeychain(name, "kept");
    note(session, "The key of \"" + name + "\" is in the keychain.");
    return 0;
}

int removeKey(const Session& session, const std::string& name) {
    const auto library = session.openLibrary();
    return forgetKey(*library, name) ? 0 : noKeychain(name, "removed");
}

} // namespace

void addEndpoint(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("endpoint", "Places that answer prompts: add, list, test, remove, key");
    command->require_subcommand(1);
    command->fallthrough();

    auto endpoint = std::make_shared<data::Endpoint>();
    auto options = std::make_shared<std::vector<std::string>>();
    auto* adding = command->add_subcommand("add", "Add an endpoint, or replace the one of that name");
    adding->add_option("NAME", endpoint->name, "What it is called here")->required();
    adding->add_option("--provider", endpoint->provider, "One of \"endpoint list --providers\"")->required();
    adding->add_option("--model", endpoint->model, "Model, deployment or endpoint name");
    adding->add_option("--base-url", endpoint->baseUrl, "Its address, where it is not the provider's own");
    adding->add_option("--region", endpoint->region, "Region or location");
    adding->add_option("--key-variable", endpoint->keyVariable,
                       "The environment variable that holds its key (default: the provider's usual one)");
    adding->add_option(
        "--option", *options,
        "NAME=VALUE, several times: resource, api-version, project, auth, reasoning-effort, "
        "thinking-budget, thinking-level, temperature (no, for a model that takes none), usage, "
        "latency, max-tokens-field, price-input, price-output (dollars a million tokens), "
        "price-hour (dollars an hour of the machine), tokenizer (a model file whose tokenizer counts "
        "its answers beside the server's own count); of local models: threads, context, "
        "cache-tokens, arithmetic, device, kv");
    adding->callback([&session, endpoint, options] {
        session.run = [&session, endpoint, options] { return add(session, *endpoint, *options); };
    });

    auto providers = std::make_shared<bool>(false);
    auto* listing =
        command->add_subcommand("list", "List the endpoints; whether a key is found, never the key");
    listing->add_flag("--providers", *providers, "The providers that are known instead");
    listing->callback(
        [&session, providers] { session.run = [&session, providers] { return list(session, *providers); }; });

    auto name = std::make_shared<std::string>();
    auto* testing = command->add_subcommand("test", "Send one short prompt to an endpoint");
    testing->add_option("NAME", *name, "The endpoint")->required();
    testing->callback([&session, name] { session.run = [&session, name] { return test(session, *name); }; });

    auto* key = command->add_subcommand("key", "Keys in the system's keychain: set, remove");
    key->require_subcommand(1);
    auto* setting = key->add_subcommand("set", "Read the key of an endpoint from standard input and keep it");
    setting->add_option("NAME", *name, "The endpoint")->required();
    setting->callback(
        [&session, name] { session.run = [&session, name] { return setKey(session, *name); }; });
    auto* forgetting = key->add_subcommand("remove", "Take the key of an endpoint out of the keychain");
    forgetting->add_option("NAME", *name, "The endpoint")->required();
    forgetting->callback(
        [&session, name] { session.run = [&session, name] { return removeKey(session, *name); }; });

    auto* removing = command->add_subcommand("remove", "Remove an endpoint; its runs stay");
    removing->add_option("NAME", *name, "The endpoint")->required();
    removing->callback([&session, name] {
        session.run = [&session, name] {
            const auto library = session.openLibrary();
            data::MeasureStore store(*library);
            const auto removed = store.endpoint(*name);
            if (!removed || !store.removeEndpoint(*name))
                throw Error(ErrorCode::Usage, {"there is no endpoint \"" + *name + "\""});
            dropKeyOf(*removed);
            return 0;
        };
    });
}

} // namespace parallax::app
