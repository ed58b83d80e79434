// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QBoxLayout;
class QComboBox;
class QToolButton;
class QWidget;

namespace parallax::ui {

// Makes the row of a bar give way where the window is too narrow for all of it: the words beside icons go
// first, then a row of choices becomes a box, then what can be spared goes, and at last the buttons, those
// that stand last first, go behind one that lists them. The bar itself asks for no width.
class FittingBar final : public QObject {
    Q_OBJECT
  public:
    FittingBar(QWidget* bar, QBoxLayout* row);

    void addVerb(QToolButton* button);                   // with the words that it has now
    void addChoices(const QList<QToolButton*>& buttons); // of which one is checked; a box beside them
    void addSpare(QWidget* widget);                      // tells what can be done without
    void arrange();                                      // once all stand in the row

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fit();
    void apply(int level);
    void showWords(bool shown);
    bool isShownAt(const QWidget& widget, int level) const;
    int widthAt(int level) const;
    int levels() const;
    void fillMenu();
    void showChoice();
    void retranslate();

    QWidget* m_bar;
    QBoxLayout* m_row;
    QList<QToolButton*> m_verbs;
    QList<bool> m_worded;
    QList<QToolButton*> m_choices;
    QComboBox* m_box = nullptr;
    QList<QWidget*> m_spare;
    QToolButton* m_more;
    int m_level = -1;
    bool m_fitting = false;
    QList<int> m_needs; // width of each level, until something changes
};

} // namespace parallax::ui
