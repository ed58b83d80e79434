// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/versions_dialog.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"

namespace parallax::ui {

VersionsDialog::VersionsDialog(Context& context, data::ArticleId article, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_article(article)
    , m_choice(new QComboBox(this))
    , m_count(label({}, "quiet", this))
    , m_text(new QTextBrowser(this))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("versionsDialog"));
    resize(spacing(190), spacing(140));
    m_choice->setObjectName(QStringLiteral("versionChoice"));
    m_text->setObjectName(QStringLiteral("versionText"));
    m_text->setOpenLinks(false);
    m_close->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    column->setSpacing(spacing(2));
    column->addWidget(m_choice);
    column->addWidget(m_count);
    column->addWidget(m_text, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &VersionsDialog::read);
    m_choice->hide();
    retranslate();
    context.library.read<std::vector<data::EditionVersion>>(
        {}, this, [article](data::Library& library) { return data::versionsOf(library, article); },
        [this](std::vector<data::EditionVersion> versions) {
            std::erase_if(versions, [](const data::EditionVersion& one) { return one.newest; });
            m_versions = std::move(versions);
            m_listed = true;
            m_choice->setVisible(!m_versions.empty());
            retranslate(); // fills the choice, which reads the first
        });
}

// Parsing takes a moment, and a file that was good for an earlier program may fail now: on a worker.
void VersionsDialog::read() {
    const int row = m_choice->currentIndex();
    if (row < 0 || row >= static_cast<int>(m_versions.size()))
        return;
    m_shown = false;
    m_failure.clear();
    m_count->setText(tr("Reading the version…"));
    const data::EditionVersion version = m_versions[static_cast<std::size_t>(row)];
    auto changes = std::make_shared<std::vector<data::ChangedLine>>();
    m_context.tasks.start(
        {},
        [changes, version, path = m_context.library.path(),
         parser = m_context.parser](const std::stop_token& stop, const ProgressCallback&) {
            data::Library library(path, data::Library::Mode::ReadOnly);
            data::EditionVersion newest = version;
            newest.newest = true;
            *changes = data::lineChanges(data::linesOf(data::readVersion(library, parser, version, stop)),
                                         data::linesOf(data::readVersion(library, parser, newest, stop)));
        },
        this,
        [this, changes, row] {
            if (row != m_choice->currentIndex())
                return; // another one was chosen meanwhile
            m_changes = std::move(*changes);
            m_shown = true;
            showChanges();
        },
        [this, row](const Error& error) {
            if (row != m_choice->currentIndex())
                return;
            m_failure = sentence(error);
            showChanges();
        });
}

void VersionsDialog::showChanges() {
    if (!m_failure.isEmpty() || !m_shown) {
        m_count->setText(m_failure);
        m_text->clear();
        return;
    }
    const auto counted = [this](data::LineChange change) {
        return formatCount(std::ranges::count(m_changes, change, &data::ChangedLine::change));
    };
    m_count->setText(tr("Since then: lines gone (−) %1, lines new (+) %2")
                         .arg(counted(data::LineChange::Removed), counted(data::LineChange::Added)));
    const Theme& theme = Theme::current();
    QString html;
    for (const data::ChangedLine& line : m_changes) {
        const QString text = fromUtf8(line.text).toHtmlEscaped();
        switch (line.change) {
        case data::LineChange::Same:
            html += QStringLiteral("<p>%1</p>").arg(text);
            break;
        case data::LineChange::Removed:
            html += QStringLiteral("<p style=\"color:%1\">− <s>%2</s></p>").arg(theme.red.name(), text);
            break;
        case data::LineChange::Added:
            html += QStringLiteral("<p style=\"color:%1\">+ %2</p>").arg(theme.consistent.name(), text);
            break;
        }
    }
    m_text->setHtml(html);
}

QString VersionsDialog::nameOf(const data::EditionVersion& version) const {
    return tr("%1 · version %2 · imported %3")
        .arg(languageName(version.language), formatCount(version.version), formatInstant(version.importedAt));
}

void VersionsDialog::retranslate() {
    setWindowTitle(tr("Earlier versions"));
    m_close->setText(tr("Close"));
    m_choice->setAccessibleName(tr("Version"));
    m_text->setAccessibleName(tr("What changed since then"));
    if (!m_listed)
        return;
    if (m_versions.empty()) {
        m_count->setText(tr("No earlier version of this article is kept: it has not changed since it was "
                            "imported."));
        return;
    }
    const int chosen = std::max(0, m_choice->currentIndex());
    const bool again = m_choice->count() > 0;
    {
        const QSignalBlocker blocker(m_choice);
        m_choice->clear();
        for (const data::EditionVersion& version : m_versions)
            m_choice->addItem(nameOf(version));
        m_choice->setCurrentIndex(chosen);
    }
    if (again)
        showChanges();
    else
        read();
}

void VersionsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
