// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuts_sheet.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include "ui/common/actions.h"
#include "ui/common/theme.h"
#include "ui/shell/workspaces.h"

namespace parallax::ui {

void ShortcutsSheet::open(const ActionRegistry& actions, QWidget* window) {
    auto* sheet = window->findChild<ShortcutsSheet*>();
    if (!sheet) {
        sheet = new ShortcutsSheet(actions, window);
        sheet->setAttribute(Qt::WA_DeleteOnClose);
    }
    sheet->show();
    sheet->raise();
    sheet->activateWindow();
}

ShortcutsSheet::ShortcutsSheet(const ActionRegistry& actions, QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_text(new QTextBrowser(this))
    , m_print(new QPushButton(this))
    , m_close(new QPushButton(this)) {
    setObjectName(QStringLiteral("shortcutsSheet"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(spacing(4), spacing(2), spacing(4), spacing(3));
    buttons->setSpacing(spacing(2));
    buttons->addStretch();
    buttons->addWidget(m_print);
    buttons->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    m_print->setAutoDefault(false);
    m_close->setDefault(true);
    connect(m_print, &QPushButton::clicked, this, &ShortcutsSheet::print);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    resize(spacing(140), spacing(150));
    retranslate();
}

QString ShortcutsSheet::html() const {
    QString rows;
    const auto section = [&](const QString& group, const QString& title) {
        QString lines;
        for (const ActionRegistry::Entry& entry : m_actions.entries()) {
            if (entry.group != group)
                continue;
            QStringList keys;
            const QList<QKeySequence> sequences = entry.action->shortcuts();
            for (const QKeySequence& sequence : sequences)
                keys << sequence.toString(QKeySequence::NativeText).toHtmlEscaped();
            if (keys.isEmpty())
                continue;
            lines += QStringLiteral("<tr><td width=\"40%\" style=\"color:%1\">%2</td><td>%3</td></tr>")
                         .arg(Theme::current().quietText.name(), keys.join(QStringLiteral(" &nbsp; ")),
                              entry.action->text().toHtmlEscaped());
        }
        if (!lines.isEmpty())
            rows += QStringLiteral("<h3>%1</h3><table width=\"100%\" cellpadding=\"3\" "
                                   "style=\"margin-left:-3px\">%2</table>")
                        .arg(title.toHtmlEscaped(), lines);
    };
    section(QStringLiteral("general"), tr("Everywhere"));
    for (const WorkspaceKind& kind : workspaceKinds())
        section(kind.id, kind.title());
    return rows;
}

void ShortcutsSheet::print() {
    QPrinter printer;
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    // On paper text is black, whatever the screen shows.
    QTextDocument paper;
    paper.setDefaultFont(font());
    paper.setHtml(html().replace(QStringLiteral("color:") + Theme::current().quietText.name(),
                                 QStringLiteral("color:#000000")));
    paper.print(&printer);
}

void ShortcutsSheet::retranslate() {
    setWindowTitle(tr("Keyboard shortcuts"));
    m_text->document()->setDocumentMargin(spacing(4));
    m_text->setHtml(html());
    m_text->setAccessibleName(tr("Keyboard shortcuts"));
    m_print->setText(tr("Print…"));
    m_close->setText(tr("Close"));
}

void ShortcutsSheet::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

} // namespace parallax::ui
