// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

#include "ui/latency/facts_text.h"

class QGridLayout;
class QLabel;

namespace parallax::ui {

class ElidedLabel;

// What a run found of each endpoint besides its percentiles: the name at the left, in its colour of the
// charts, and its facts beside it, to be selected and copied.
class FactsView final : public QWidget {
    Q_OBJECT
  public:
    explicit FactsView(QWidget* parent = nullptr);

    void setFacts(std::vector<EndpointFacts> facts); // asked for often: what is the same changes nothing
    const std::vector<EndpointFacts>& facts() const { return m_facts; }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Row {
        QLabel* sign;
        ElidedLabel* name;
        QLabel* text;
    };
    void fill(const Row& row, const EndpointFacts& facts);

    std::vector<EndpointFacts> m_facts;
    std::vector<Row> m_rows;
    QGridLayout* m_grid;
};

} // namespace parallax::ui
