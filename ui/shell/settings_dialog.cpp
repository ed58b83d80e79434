// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"
#include "ui/shell/library_page.h"

namespace parallax::ui {

namespace {

QFormLayout* formOf(QWidget* page) {
    auto* form = new QFormLayout(page);
    form->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    return form;
}

void setRowLabel(QFormLayout* form, QWidget* field, const QString& text) {
    auto* name = static_cast<QLabel*>(form->labelForField(field));
    name->setText(text);
    field->setAccessibleName(text);
}

void setItems(QComboBox* box, const QStringList& texts) {
    for (int row = 0; row < texts.size(); ++row)
        box->setItemText(row, texts[row]);
    box->updateGeometry();
}

} // namespace

SettingsDialog::SettingsDialog(Context& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_tabs(new QTabWidget(this))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("settingsDialog"));
    setMinimumWidth(spacing(130));
    m_tabs->addTab(makeAppearance(), {});
    m_tabs->addTab(makeReading(), {});
    m_tabs->addTab(makeExport(), {});
    m_tabs->addTab(makeAnalyst(), {});
    auto* library = new ui::LibraryPage(context, this);
    m_tabs->addTab(library, {});
    connect(library, &ui::LibraryPage::libraryWanted, this, &SettingsDialog::libraryWanted);

    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(spacing(4), spacing(2), spacing(4), spacing(3));
    buttons->addStretch();
    buttons->addWidget(m_close);
    m_close->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing(2), 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addLayout(buttons);
    fill();
    retranslate();

    Settings& settings = context.settings;
    for (const auto signal : {&Settings::themeChanged, &Settings::densityChanged, &Settings::readingChanged,
                              &Settings::interfaceLanguageChanged})
        connect(&settings, signal, this, &SettingsDialog::fill);
    const auto chosen = [this](QComboBox* box, auto set) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, box, set](int row) {
            if (!m_filling && row >= 0)
                set(box->itemData(row));
        });
    };
    chosen(m_language,
           [&settings](const QVariant& value) { settings.setInterfaceLanguage(value.toString()); });
    chosen(m_theme, [&settings](const QVariant& value) {
        settings.setTheme(static_cast<ThemeChoice>(value.toInt()));
    });
    chosen(m_scale, [&settings](const QVariant& value) { settings.setScalePercent(value.toInt()); });
    chosen(m_rows, [&settings](const QVariant& value) { settings.setCompactRows(value.toBool()); });
    const auto entered = [this](QSpinBox* box, auto set) {
        connect(box, &QSpinBox::valueChanged, this, [this, set](int value) {
            if (!m_filling)
                set(value);
        });
    };
    entered(m_size, [&settings](int value) { settings.setArticlePixels(value); });
    entered(m_measure, [&settings](int value) { settings.setArticleMeasure(value); });
    entered(m_lineHeight, [&settings](int value) { settings.setLineHeightPercent(value); });
    connect(m_byteOrderMark, &QCheckBox::toggled, this, [this, &settings](bool on) {
        if (!m_filling)
            settings.setExportByteOrderMark(on);
    });
    // At once, as everything here: there is nothing to confirm.
    connect(m_analyst, &QLineEdit::textEdited, this,
            [&settings](const QString& name) { settings.setAnalyst(name.trimmed()); });
}

QWidget* SettingsDialog::makeAppearance() {
    auto* page = new QWidget(this);
    m_appearance = formOf(page);
    m_language = new QComboBox(page);
    // Each in itself, in every interface language.
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("繁體中文"), QStringLiteral("zh_TW"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_language->setObjectName(QStringLiteral("language"));
    m_theme = new QComboBox(page);
    m_theme->setObjectName(QStringLiteral("theme"));
    for (const ThemeChoice choice :
         {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast})
        m_theme->addItem({}, static_cast<int>(choice));
    m_scale = new QComboBox(page);
    m_scale->setObjectName(QStringLiteral("scale"));
    for (int percent = 100; percent <= 200; percent += 10)
        m_scale->addItem({}, percent);
    m_rows = new QComboBox(page);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->addItem({}, false);
    m_rows->addItem({}, true);
    for (QComboBox* box : {m_language, m_theme, m_scale, m_rows}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_appearance->addRow(QStringLiteral(" "), box);
    }
    return page;
}

QWidget* SettingsDialog::makeReading() {
    auto* page = new QWidget(this);
    m_reading = formOf(page);
    const auto box = [this, page](const char* name, int from, int to, int step) {
        auto* field = new QSpinBox(page);
        field->setObjectName(QLatin1String(name));
        field->setRange(from, to);
        field->setSingleStep(step);
        field->setKeyboardTracking(false);
        m_reading->addRow(QStringLiteral(" "), field);
        return field;
    };
    m_size = box("articlePixels", 10, 40, 1);
    m_measure = box("measure", 40, 140, 2);
    m_lineHeight = box("lineHeight", 100, 250, 5);
    return page;
}

QWidget* SettingsDialog::makeExport() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    column->setSpacing(spacing(2));
    m_byteOrderMark = new QCheckBox(page);
    m_byteOrderMark->setObjectName(QStringLiteral("byteOrderMark"));
    auto* hint = label({}, "quiet", page);
    hint->setWordWrap(true);
    m_exportHint = hint;
    column->addWidget(m_byteOrderMark);
    column->addWidget(hint);
    column->addStretch();
    return page;
}

QWidget* SettingsDialog::makeAnalyst() {
    auto* page = new QWidget(this);
    m_person = formOf(page);
    m_analyst = new QLineEdit(page);
    m_analyst->setObjectName(QStringLiteral("analyst"));
    m_analyst->setMinimumWidth(spacing(60));
    m_analyst->setMaxLength(100);
    m_person->addRow(QStringLiteral(" "), m_analyst);
    m_analystHint = label({}, "quiet", page);
    m_analystHint->setWordWrap(true);
    m_person->addRow(m_analystHint);
    return page;
}

void SettingsDialog::showPage(int page) {
    m_tabs->setCurrentIndex(page);
}

void SettingsDialog::fill() {
    m_filling = true;
    const Settings& settings = m_context.settings;
    m_language->setCurrentIndex(m_language->findData(settings.interfaceLanguage()));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(settings.theme())));
    m_scale->setCurrentIndex((settings.scalePercent() - 100 + 5) / 10);
    m_rows->setCurrentIndex(settings.compactRows() ? 1 : 0);
    m_size->setValue(settings.articlePixels());
    m_measure->setValue(settings.articleMeasure());
    m_lineHeight->setValue(settings.lineHeightPercent());
    m_byteOrderMark->setChecked(settings.exportByteOrderMark());
    m_analyst->setText(settings.analystName());
    m_analyst->setPlaceholderText(Settings::systemUser());
    m_filling = false;
}

void SettingsDialog::retranslate() {
    setWindowTitle(tr("Settings"));
    m_tabs->setTabText(AppearancePage, tr("Appearance"));
    m_tabs->setTabText(ReadingPage, tr("Reading"));
    m_tabs->setTabText(ExportPage, tr("Export"));
    m_tabs->setTabText(AnalystPage, tr("Analyst"));
    m_tabs->setTabText(LibraryPage, tr("Library"));
    setRowLabel(m_appearance, m_language, tr("Interface language"));
    setRowLabel(m_appearance, m_theme, tr("Theme"));
    setRowLabel(m_appearance, m_scale, tr("Size of everything"));
    setRowLabel(m_appearance, m_rows, tr("Rows"));
    setItems(m_theme, {tr("As the desktop was at start"), tr("Light"), tr("Dark"), tr("High contrast")});
    QStringList scales;
    for (int percent = 100; percent <= 200; percent += 10)
        scales << tr("%1 %").arg(percent);
    setItems(m_scale, scales);
    setItems(m_rows, {tr("Comfortable"), tr("Compact")});
    setRowLabel(m_reading, m_size, tr("Text size"));
    m_size->setSuffix(tr(" px"));
    setRowLabel(m_reading, m_measure, tr("Line length"));
    m_measure->setSuffix(tr(" characters"));
    setRowLabel(m_reading, m_lineHeight, tr("Line height"));
    m_lineHeight->setSuffix(tr(" %"));
    m_byteOrderMark->setText(tr("Begin CSV files with a byte order mark"));
    static_cast<QLabel*>(m_exportHint)
        ->setText(tr("Excel shows Chinese in a CSV file only with it. Most other programs do not need it."));
    setRowLabel(m_person, m_analyst, tr("Your name"));
    m_analystHint->setText(
        tr("It stands beside what you mark and correct, so that others who open this library know "
           "whom to ask. Left empty, it is the name you are logged in with."));
    m_close->setText(tr("Close"));
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_filling = true;
        retranslate();
        m_filling = false;
    }
}

} // namespace parallax::ui
