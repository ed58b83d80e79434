// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace parallax::ui {

struct Context;
class LibraryPage;

// The settings; every change takes effect at once, so there is nothing to accept.
class SettingsDialog final : public QDialog {
    Q_OBJECT
  public:
    enum Page { AppearancePage, ReadingPage, ExportPage, AnalystPage, LibraryPage };

    SettingsDialog(Context& context, QWidget* parent);
    void showPage(int page);

  Q_SIGNALS:
    void libraryWanted(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeAppearance();
    QWidget* makeReading();
    QWidget* makeExport();
    QWidget* makeAnalyst();
    void retranslate();
    void fill(); // from the settings

    Context& m_context;
    QTabWidget* m_tabs = nullptr;
    QFormLayout* m_appearance = nullptr;
    QFormLayout* m_reading = nullptr;
    QComboBox* m_language = nullptr;
    QComboBox* m_theme = nullptr;
    QComboBox* m_scale = nullptr;
    QComboBox* m_rows = nullptr;
    QSpinBox* m_size = nullptr;
    QSpinBox* m_measure = nullptr;
    QSpinBox* m_lineHeight = nullptr;
    QCheckBox* m_byteOrderMark = nullptr;
    QWidget* m_exportHint = nullptr;
    QFormLayout* m_person = nullptr;
    QLineEdit* m_analyst = nullptr;
    QLabel* m_analystHint = nullptr;
    QPushButton* m_close = nullptr;
    bool m_filling = false;
};

} // namespace parallax::ui
