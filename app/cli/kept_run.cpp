// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kept_run.h"

#include <optional>
#include <string>
#include <utility>

#include "base/error.h"
#include "data/measure/endpoint.h"

namespace parallax::app {

KeptRun keptRun(data::MeasureStore& store, std::int64_t id) {
    auto found = store.run(id);
    if (!found)
        throw Error(ErrorCode::Usage, {"there is no run " + std::to_string(id)});
    // An endpoint that was named and is gone: what is left of it is in the attempts.
    const auto named = [&](const std::string& name) -> std::optional<data::Endpoint> {
        if (auto endpoint = store.endpoint(name))
            return endpoint;
        data::Endpoint gone;
        gone.name = name;
        return gone;
    };
    KeptRun kept{std::move(*found), {}};
    kept.plan = latency::readPlan(kept.row.plan, kept.row.name, named);
    return kept;
}

} // namespace parallax::app
