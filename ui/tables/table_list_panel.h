// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

#include "ui/tables/table_list_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QTimer;
class QToolButton;

namespace parallax::ui {

// The list of all tables with its filter box and grouping.
class TableListPanel final : public QWidget {
    Q_OBJECT
  public:
    TableListPanel(LibraryClient& library, QWidget* parent);

    TableListModel& model() { return *m_model; }
    void select(data::TableId table); // without telling; does nothing for a table that is not listed
    void focusFilter();
    void step(int rows); // next or previous table
    void setReadingLanguage(data::Language language);
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

  Q_SIGNALS:
    void chosen(parallax::data::TableId table);
    void filtered(); // the tables of a filter that was typed are there

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void retranslate();
    void showCount();
    void chooseLanguage();

    TableListModel* m_model;
    QLineEdit* m_filter;
    QComboBox* m_grouping;
    QToolButton* m_everyEdition; // checked: the tables of all language editions
    QListView* m_view;
    QLabel* m_count;
    QTimer* m_typing;
    data::Language m_reading = data::Language::Unknown;
    data::TableId m_selected = 0;
    bool m_typed = false; // another filter, whose tables are not there yet
    bool m_quiet = false; // the selection is being restored, not chosen
};

} // namespace parallax::ui
