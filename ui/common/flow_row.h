// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace parallax::ui {

// A row whose items go on in a next one where there is no more room beside each other.
class FlowRow final : public QLayout {
    Q_OBJECT
  public:
    explicit FlowRow(QWidget* parent = nullptr);
    ~FlowRow() override;
    void addLayout(QLayout* layout);

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& area) override;

  private:
    int arrange(const QRect& area, bool move) const; // the height that it takes

    QList<QLayoutItem*> m_items;
};

} // namespace parallax::ui
