// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>

class QCheckBox;
class QLineEdit;

namespace parallax::ui {

// Where the key of an endpoint is typed, on its way into the system's keychain. It shows as dots, cannot be
// copied out again, and is nowhere else: in no settings, no history of the field.
class KeyField final : public QWidget {
    Q_OBJECT
  public:
    explicit KeyField(QWidget* parent = nullptr);

    void setKept(bool kept);   // one is in the keychain already: it can be replaced or taken out
    std::string typed() const; // without blanks and line ends; empty: nothing was typed
    bool removalWanted() const;
    void clear();

  Q_SIGNALS:
    void changed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    bool m_kept = false;
    QLineEdit* m_line;
    QCheckBox* m_remove;
};

} // namespace parallax::ui
