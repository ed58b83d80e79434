// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace parallax::ui {

// What is shown of one endpoint in a row.
struct MeasureRow {
    QString name;
    QString detail; // how its requests ended
    bool simulation = false;
    std::vector<double> firstToken; // ms, in order; NaN: none
    QString firstTokenFigure;       // "412 ms", or what is still wanted
    QString firstTokenInterval;     // "388–437"
    std::vector<double> gaps;       // ms between the chunks of one answer
    QString gapFigure;
    double race = 0; // of the tokens of the answer, 0 to 1
    QString raceText;
    bool racing = false; // it is under way
    bool operator==(const MeasureRow&) const = default;
};

// Endpoints under each other on the same scales: the strip of first tokens, the strip of gaps between chunks
// and the bar of the token race.
class MeasureView final : public QWidget {
    Q_OBJECT
  public:
    explicit MeasureView(QWidget* parent = nullptr);

    void setRows(std::vector<MeasureRow> rows); // paints only when they differ
    const std::vector<MeasureRow>& rows() const { return m_rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    // How the requests of a row ended, in as many lines as that takes: a failure is never cut off.
    QStringList detailLines(int row) const;
    QFont badgeFont() const;
    int badgeWidth() const;
    bool badgeBelow(int row) const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Columns;
    Columns columns() const;
    int rowSize() const;
    int headSize() const;
    void describe();
    void fitDetails();
    int detailWidth() const;

    std::vector<MeasureRow> m_rows;
    double m_mostFirstToken = 0; // of the common scales
    double m_mostGap = 0;
    int m_detailLines = 1; // of the row with the most
};

} // namespace parallax::ui
