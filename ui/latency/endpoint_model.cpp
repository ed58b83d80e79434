// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/endpoint_model.h"

#include <algorithm>
#include <utility>

#include "data/store/measure_store.h"
#include "engine/latency/metrics.h"
#include "engine/latency/provider.h"
#include "ui/common/format.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

QString providerTitle(const std::string& id) {
    for (const latency::Provider* provider : latency::providers())
        if (provider->id == id)
            return fromUtf8(provider->title);
    return fromUtf8(id);
}

data::Colour healthColour(const EndpointRow& row) {
    if (row.lacksKey())
        return data::Colour::Amber;
    if (!row.latest)
        return data::Colour::Grey;
    switch (row.latest->outcome) {
    case data::Outcome::Success:
        return data::Colour::Green;
    case data::Outcome::Throttled:
    case data::Outcome::Filtered:
        return data::Colour::Amber;
    default:
        return data::Colour::Red;
    }
}

} // namespace

std::vector<EndpointRow> loadEndpoints(data::Library& library, const RunServices& services) {
    data::MeasureStore store(library);
    std::vector<data::Attempt> latest = store.latestAttempts();
    std::vector<data::Endpoint> endpoints = store.endpoints();
    std::vector<EndpointRow> rows;
    rows.reserve(endpoints.size());
    for (data::Endpoint& endpoint : endpoints) {
        EndpointRow row;
        row.endpoint = std::move(endpoint);
        try {
            if (services.keyVariable)
                row.keyVariable = services.keyVariable(row.endpoint);
            row.keyKept = data::keyIsInKeychain(row.endpoint);
            row.keyFound = row.keyKept || (services.key && !services.key(row.endpoint).empty());
        } catch (const Error&) { // a provider that this version does not know
        }
        for (data::Attempt& attempt : latest)
            if (attempt.endpoint == row.endpoint.name)
                row.latest = std::move(attempt);
        rows.push_back(std::move(row));
    }
    return rows;
}

void EndpointModel::setEndpoints(std::vector<EndpointRow> rows) {
    const auto name = [](const EndpointRow& row) { return row.endpoint.name; };
    const bool same = rows.size() == m_rows.size() &&
                      std::equal(rows.begin(), rows.end(), m_rows.begin(),
                                 [&](const auto& a, const auto& b) { return name(a) == name(b); });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT tickedChanged();
}

int EndpointModel::rowOf(const QString& name) const {
    for (int i = 0; i < rowCount(); ++i)
        if (fromUtf8(row(i).endpoint.name) == name)
            return i;
    return -1;
}

void EndpointModel::setKeyFound(const QString& name, bool found) {
    const int at = rowOf(name);
    if (at < 0 || std::exchange(m_rows[static_cast<std::size_t>(at)].keyFound, found) == found)
        return;
    Q_EMIT dataChanged(index(at), index(at));
    Q_EMIT tickedChanged(); // whoever uses the ticked rows looks at them again
}

std::vector<data::Endpoint> EndpointModel::ticked() const {
    std::vector<data::Endpoint> endpoints;
    for (const EndpointRow& row : m_rows)
        if (m_ticked.contains(fromUtf8(row.endpoint.name)))
            endpoints.push_back(row.endpoint);
    return endpoints;
}

QStringList EndpointModel::tickedNames() const {
    QStringList names(m_ticked.begin(), m_ticked.end());
    names.sort();
    return names;
}

void EndpointModel::setTicked(const QStringList& names) {
    m_ticked = QSet<QString>(names.begin(), names.end());
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

void EndpointModel::retranslate() {
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QString EndpointModel::health(const EndpointRow& row) const {
    if (row.lacksKey())
        return row.keyKept ? tr("The keychain gives no key") : tr("No key yet");
    if (!row.latest)
        return tr("Not measured yet");
    const QString when = formatDayShortly(row.latest->wallClock);
    if (row.latest->outcome != data::Outcome::Success)
        return QStringLiteral("%1 · %2").arg(faultText(row.latest->fault), when);
    const auto first = latency::timeToFirstToken(row.latest->time);
    return first ? tr("First token %1 · %2").arg(millisecondsText(*first), when) : when;
}

int EndpointModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant EndpointModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EndpointRow& own = row(index.row());
    const QString name = fromUtf8(own.endpoint.name);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::CheckStateRole:
        return static_cast<int>(m_ticked.contains(name) ? Qt::Checked : Qt::Unchecked);
    case DetailRole:
        return health(own);
    case HealthRole:
        return static_cast<int>(healthColour(own));
    case SimulationRole:
        return own.simulated();
    case Qt::ToolTipRole: {
        QStringList words{name, providerTitle(own.endpoint.provider)};
        for (const std::string& word : {own.endpoint.model, own.endpoint.region, own.endpoint.baseUrl})
            if (!word.empty())
                words << fromUtf8(word);
        if (own.keyFound)
            words << (own.keyKept ? tr("Its key is in the system's keychain")
                                  : tr("Key found in %1").arg(fromUtf8(own.keyVariable)));
        else if (own.lacksKey())
            words
                << (own.keyVariable.empty()
                        ? tr("A key is put into the keychain by “Change endpoint”")
                        : tr("A key is put into the keychain by “Change endpoint”, or set in the environment "
                             "as %1")
                              .arg(fromUtf8(own.keyVariable)));
        words << health(own);
        if (own.latest)
            words << formatInstant(own.latest->wallClock);
        return words.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole:
        return own.simulated() ? tr("%1, SIMULATION, %2").arg(name, health(own))
                               : QStringLiteral("%1, %2").arg(name, health(own));
    default:
        return {};
    }
}

bool EndpointModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString name = fromUtf8(row(index.row()).endpoint.name);
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(name);
    else
        m_ticked.remove(name);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags EndpointModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace parallax::ui
