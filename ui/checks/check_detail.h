// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "ui/checks/loaded_check.h"

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace parallax::ui {

class ElidedLabel;
class IntervalStrip;

// One check in full: what is stated, how it was recomputed, what would hold, where it all stands, and what
// the analyst says of it.
class CheckDetail final : public QScrollArea {
    Q_OBJECT
  public:
    explicit CheckDetail(QWidget* parent = nullptr);

    void setCheck(const LoadedCheck& loaded); // holds a check
    const LoadedCheck& loaded() const { return m_loaded; }
    void setMark(data::CheckMark mark, const QString& note, const QString& by, const QString& at);
    void setReadOnly(bool readOnly);
    QString note() const; // as it stands in the field
    void focusNote();
    void openEvidence(); // of the claim
    // The keys that the buttons' tooltips tell, as the actions have them.
    void setKeys(const QString& accept, const QString& falseAlarm, const QString& corrected);

  Q_SIGNALS:
    void markAsked(parallax::data::CheckMark mark, const QString& note);
    void openPlace(const parallax::ui::Place& place);

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    void retranslate();
    void showCheck();
    void showMark();
    void showEvidence();

    LoadedCheck m_loaded;
    QStringList m_keys;
    bool m_readOnly = false;

    QLabel* m_sign;
    QLabel* m_outcome;
    ElidedLabel* m_rule;
    QLabel* m_verdict;
    QButtonGroup* m_marks;
    QBoxLayout* m_markRow;
    QLineEdit* m_note;
    QLabel* m_marked;
    QLabel* m_workingTitle;
    QLabel* m_formula;
    IntervalStrip* m_strip;
    QLabel* m_power;
    QLabel* m_repairsTitle;
    QLabel* m_repairs;
    QLabel* m_cause;
    QLabel* m_otherTitle;
    QWidget* m_sides; // the two articles of a check across articles
    QLabel* m_evidenceTitle;
    QVBoxLayout* m_evidence;
    QWidget* m_evidenceBox;
};

} // namespace parallax::ui
