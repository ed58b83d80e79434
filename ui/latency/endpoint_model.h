// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QSet>

#include <optional>
#include <string>
#include <vector>

#include "data/check/check.h"
#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"
#include "data/store/library.h"
#include "ui/common/run_services.h"

namespace parallax::ui {

// An endpoint and what is known of its health. Whether there is a key, never the key.
struct EndpointRow {
    data::Endpoint endpoint;
    std::string keyVariable;             // where its key is looked for; empty: it takes none
    bool keyFound = false;               // one in the keychain counts as found until the keychain was asked
    bool keyKept = false;                // in the keychain, as the endpoint remembers
    std::optional<data::Attempt> latest; // the newest that was measured

    bool simulated() const { return endpoint.provider == "simulation"; }
    bool lacksKey() const { return (keyKept || !keyVariable.empty()) && !keyFound; }
};

// Asks the library and the environment, not the keychain, which may take seconds; not on the GUI thread.
std::vector<EndpointRow> loadEndpoints(data::Library& library, const RunServices& services);

// The endpoints of the library, each to be ticked for the next run.
class EndpointModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { DetailRole = Qt::UserRole + 1, HealthRole /* data::Colour */, SimulationRole };

    using QAbstractListModel::QAbstractListModel;

    void setEndpoints(std::vector<EndpointRow> rows); // ticks stay with the names
    const EndpointRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(const QString& name) const;              // -1: it is not there
    void setKeyFound(const QString& name, bool found); // the keychain has answered
    std::vector<data::Endpoint> ticked() const;
    QStringList tickedNames() const;
    void setTicked(const QStringList& names);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  Q_SIGNALS:
    void tickedChanged();

  private:
    QString health(const EndpointRow& row) const;

    std::vector<EndpointRow> m_rows;
    QSet<QString> m_ticked;
};

} // namespace parallax::ui
