// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
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

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Columns;
    Columns columns() const;
    int rowSize() const;
    int headSize() const;
    void describe();

    std::vector<MeasureRow> m_rows;
    double m_mostFirstToken = 0; // of the common scales
    double m_mostGap = 0;
};

} // namespace parallax::ui
