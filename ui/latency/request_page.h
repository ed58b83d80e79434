// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QWidget>

#include "data/measure/attempt.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace parallax::ui {

class WaterfallView;

// The chunks of one answer, as they came.
class ChunkModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Column { AtColumn, GapColumn, BytesColumn, CharactersColumn, ChannelColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setTimeline(data::Timeline time);
    void retranslate();
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    data::Timeline m_time;
};

// One request in full: its phases, every chunk, what the server said about itself, and the beginning and end
// of the raw stream. All of it stood in the library; nothing is asked again.
class RequestPage final : public QWidget {
    Q_OBJECT
  public:
    explicit RequestPage(QWidget* parent = nullptr);

    void setAttempt(const data::Attempt& attempt);
    const data::Attempt& attempt() const { return m_attempt; }

  Q_SIGNALS:
    void backWanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    QString factsText() const;
    QString streamTitle() const;

    data::Attempt m_attempt;
    QPushButton* m_back;
    QLabel* m_title;
    QLabel* m_simulation;
    QLabel* m_facts;
    WaterfallView* m_waterfall;
    QLabel* m_chunksTitle;
    QTableView* m_table;
    ChunkModel* m_chunks;
    QLabel* m_streamTitle;
    QPlainTextEdit* m_stream;
};

} // namespace parallax::ui
