// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/first_look.h"

#include <exception>
#include <string_view>
#include <system_error>

#include "data/export/atomic_file.h"
#include "engine/inference/made_up.h"

namespace parallax::ui {

std::filesystem::path firstLookModel(const std::filesystem::path& folder) noexcept {
    try {
        std::filesystem::path path = std::filesystem::absolute(folder / "models" / "made-up-first-look.gguf");
        const inference::MadeUp made = inference::madeUp("first-look", "q8_0", 1);
        std::error_code ignored;
        if (std::filesystem::file_size(path, ignored) == made.bytes.size() && !ignored)
            return path;
        std::filesystem::create_directories(path.parent_path());
        data::AtomicFile file(path);
        file.write(std::string_view(made.bytes.data(), made.bytes.size()));
        file.commit();
        return path;
    } catch (const std::exception&) {
        return {};
    }
}

std::vector<data::Endpoint> firstLookEndpoints(const std::filesystem::path& model, bool served) {
    const auto endpoint = [](const char* name, const char* provider, const std::string& what) {
        data::Endpoint one;
        one.name = name;
        one.provider = provider;
        one.model = what;
        return one;
    };
    std::vector<data::Endpoint> endpoints{endpoint("Azure as stated", "simulation", "azure-as-stated"),
                                          endpoint("AWS as expected", "simulation", "aws-as-expected")};
    if (!model.empty()) {
        endpoints.push_back(endpoint("Local engine, made-up model", "local", model.string()));
        if (served)
            endpoints.push_back(endpoint("The same, own server", "parallax", model.string()));
    }
    return endpoints;
}

RunWishes firstLookWishes() {
    RunWishes wishes = RunWishes::of(RunPreset::FairComparison);
    wishes.requests = 12; // about a minute
    return wishes;
}

} // namespace parallax::ui
