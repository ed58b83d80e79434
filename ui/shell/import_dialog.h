// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace parallax::ui {

class Importer;

// Import …: files, a folder or an address, gathered in a list and brought in together.
class ImportDialog final : public QDialog {
    Q_OBJECT
  public:
    static void open(Importer& importer, QWidget* window);

    ImportDialog(Importer& importer, QWidget* parent);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void add(const QStringList& locations);
    void addAddress();
    void showState();

    Importer& m_importer;
    QLabel* m_text = nullptr;
    QPushButton* m_files = nullptr;
    QPushButton* m_folder = nullptr;
    QLineEdit* m_address = nullptr;
    QPushButton* m_addAddress = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_import = nullptr;
};

} // namespace parallax::ui
