// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/import_dialog.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/shell/importer.h"

namespace parallax::ui {

void ImportDialog::open(Importer& importer, QWidget* window) {
    auto* dialog = window->findChild<ImportDialog*>();
    if (!dialog) {
        dialog = new ImportDialog(importer, window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

ImportDialog::ImportDialog(Importer& importer, QWidget* parent)
    : QDialog(parent)
    , m_importer(importer)
    , m_text(label({}, "quiet", this))
    , m_files(new QPushButton(this))
    , m_folder(new QPushButton(this))
    , m_address(new QLineEdit(this))
    , m_addAddress(new QPushButton(this))
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_import(new QPushButton(this)) {
    setObjectName(QStringLiteral("importDialog"));
    m_text->setWordWrap(true);
    m_files->setObjectName(QStringLiteral("addFiles"));
    m_folder->setObjectName(QStringLiteral("addFolder"));
    m_address->setObjectName(QStringLiteral("address"));
    m_import->setObjectName(QStringLiteral("importButton"));
    m_import->setDefault(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setMinimumSize(spacing(120), rowHeight() * 3);
    for (QPushButton* button : {m_files, m_folder, m_addAddress, m_remove, m_cancel})
        button->setAutoDefault(false);

    auto* sources = new QHBoxLayout;
    sources->setSpacing(spacing(2));
    sources->addWidget(m_files);
    sources->addWidget(m_folder);
    sources->addWidget(m_address, 1);
    sources->addWidget(m_addAddress);
    auto* card = frame("card", this);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_list);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_import);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    column->setSpacing(spacing(3));
    column->addWidget(m_text);
    column->addLayout(sources);
    column->addWidget(card, 1);
    column->addLayout(buttons);

    connect(m_files, &QPushButton::clicked, this, [this] {
        add(dialogs::openFiles(
            this, tr("Choose files to import"),
            tr("Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.xml *.rss *.atom "
               "*.json *.csv *.tsv *.opml *.pdf);;All files (*)")));
    });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        const QString folder = dialogs::openFolder(this, tr("Choose a folder to import"));
        if (!folder.isEmpty())
            add({folder});
    });
    connect(m_addAddress, &QPushButton::clicked, this, &ImportDialog::addAddress);
    connect(m_address, &QLineEdit::textChanged, this, &ImportDialog::showState);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        qDeleteAll(m_list->selectedItems());
        showState();
    });
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ImportDialog::showState);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, [this] {
        addAddress(); // what stands in the field is meant as well
        std::vector<data::ImportItem> items;
        items.reserve(static_cast<std::size_t>(m_list->count()));
        for (int row = 0; row < m_list->count(); ++row)
            items.push_back({m_list->item(row)->text().toStdString(), {}, {}});
        m_importer.import(std::move(items));
        accept();
    });
    retranslate();
    showState();
}

void ImportDialog::add(const QStringList& locations) {
    for (const QString& location : locations)
        if (m_list->findItems(location, Qt::MatchExactly).isEmpty())
            m_list->addItem(location);
    showState();
}

void ImportDialog::addAddress() {
    QString text = m_address->text().trimmed();
    if (text.isEmpty())
        return;
    if (text.startsWith(QLatin1String("~/")))
        text = QDir::homePath() + text.mid(1);
    const QUrl meant = QUrl::fromUserInput(text);
    add({meant.isLocalFile() ? meant.toLocalFile() : meant.toString(QUrl::FullyEncoded)});
    m_address->clear();
}

void ImportDialog::showState() {
    const bool typed = !m_address->text().trimmed().isEmpty();
    m_addAddress->setEnabled(typed);
    m_remove->setEnabled(!m_list->selectedItems().isEmpty());
    m_import->setEnabled(m_list->count() > 0 || typed);
}

void ImportDialog::retranslate() {
    setWindowTitle(tr("Import"));
    m_text->setText(tr(
        "Saved pages, text, Markdown, HTML, RSS, Atom, JSON Feed, CSV, OPML and PDF. Addresses are fetched "
        "once, now. Known articles are recognised, and what you added to them stays."));
    m_files->setText(tr("Files…"));
    m_folder->setText(tr("Folder…"));
    m_address->setPlaceholderText(tr("https://…"));
    m_address->setAccessibleName(tr("Address of an article or feed"));
    m_addAddress->setText(tr("Add"));
    m_list->setAccessibleName(tr("What will be imported"));
    m_remove->setText(tr("Remove"));
    m_cancel->setText(tr("Cancel"));
    m_import->setText(tr("Import"));
}

void ImportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
