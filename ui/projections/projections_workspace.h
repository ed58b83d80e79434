// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/workspace.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace parallax::ui {

class CellDelegate;
class ChartPanel;
class EmptyPage;
class ProjectionModel;

// The market figures of the library's tables: what stands now, what is projected, and whether the stated
// change is that of the figures. Scenarios and the ledger of predictions will join it.
class ProjectionsWorkspace final : public Workspace {
    Q_OBJECT
  public:
    ProjectionsWorkspace(Context& context, QWidget* parent);
    ~ProjectionsWorkspace() override;

    QString id() const override { return QStringLiteral("projections"); }
    QString title() const override { return tr("Projections"); }
    Place place() const override;
    void goTo(const Place& place) override; // {"table": id}
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    void setReadingLanguage(data::Language language) override;

    ProjectionModel& model() { return *m_model; }
    QTableView& view() { return *m_view; }
    ChartPanel& chart() { return *m_chart; }

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Loaded;
    void makeActions();
    QWidget* makeToolbar();
    void makeView();
    void reload();
    void take(Loaded loaded);
    void applyFilter();
    void fillChoices();
    void shape();
    void fitColumns();
    void showGroup(int group);
    void arrangeChart();
    void copy();
    void exportShown();
    void openSource();
    void openTable();
    void retranslate();
    void fitHeaders(); // each column at least as wide as its name

    ProjectionModel* m_model;
    QStackedWidget* m_states;
    QWidget* m_content;
    QSplitter* m_splitter;
    QTableView* m_view;
    ChartPanel* m_chart;
    QLineEdit* m_filter = nullptr;
    QComboBox* m_measure = nullptr;
    QComboBox* m_source = nullptr;
    QLabel* m_count = nullptr;
    QAction* m_chartAction = nullptr;
    QAction* m_copyAction = nullptr;
    QAction* m_exportAction = nullptr;
    QAction* m_sourceAction = nullptr;
    QAction* m_tableAction = nullptr;
    EmptyPage* m_busy;
    EmptyPage* m_empty;
    EmptyPage* m_broken;
    QTimer* m_typing;
    QTimer* m_patience;
    int m_group = -1; // drawn
    bool m_loaded = false;
    bool m_fitted = false; // column widths
    bool m_chartShown = true;
    data::Language m_reading = data::Language::English;
    qint64 m_wantedTable = 0; // asked for before the figures were read
};

} // namespace parallax::ui
