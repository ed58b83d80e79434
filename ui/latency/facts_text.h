// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

#include "ui/latency/run_content.h"

namespace parallax::ui {

// What a report says of one endpoint besides its percentiles.
struct EndpointFacts {
    QString endpoint;
    int series = 0;     // of the endpoint, for its colour
    QStringList lines;  // how it ended and how available it is; its answers; its rate; what answered; cost
    QStringList prices; // that the cost rests on: who states them, since when, read on which day
    bool operator==(const EndpointFacts&) const = default;
};

// In the order of the plan.
std::vector<EndpointFacts> endpointFacts(const RunContent& content);

} // namespace parallax::ui
