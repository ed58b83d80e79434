// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/first_start.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/actions.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"

namespace parallax::ui {

FirstStart::FirstStart(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(label({}, "heading", this))
    , m_text(label({}, "quiet", this))
    , m_demo(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_progress(new QProgressBar(this)) {
    setObjectName(QStringLiteral("firstStart"));
    m_text->setWordWrap(true);
    m_demo->setObjectName(QStringLiteral("demoButton"));
    m_demo->setDefault(true);
    m_other->setFlat(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addWidget(m_demo);
    buttons->addWidget(m_import);
    buttons->addWidget(m_other);
    buttons->addStretch();

    auto* hints = new QGridLayout;
    hints->setHorizontalSpacing(16);
    hints->setVerticalSpacing(8);
    hints->setColumnStretch(1, 1);
    for (int row = 0; row < 3; ++row) {
        m_keys[row] = label({}, "badge", this);
        m_keys[row]->setAlignment(Qt::AlignCenter);
        m_hints[row] = label({}, "plain", this);
        m_hints[row]->setWordWrap(true);
        hints->addWidget(m_keys[row], row, 0);
        hints->addWidget(m_hints[row], row, 1);
    }

    auto* column = new QVBoxLayout;
    column->setSpacing(spacing(2));
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(spacing(2));
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addSpacing(spacing(6));
    column->addLayout(hints);

    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(column, 3);
    row->addStretch(1);
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(row);
    page->addStretch(3);

    connect(m_demo, &QPushButton::clicked, this, &FirstStart::demoWanted);
    connect(m_import, &QPushButton::clicked, this, &FirstStart::importWanted);
    connect(m_other, &QPushButton::clicked, this, &FirstStart::otherLibraryWanted);
    retranslate();
}

void FirstStart::setBusy(bool busy) {
    m_progress->setVisible(busy);
    for (QPushButton* button : {m_demo, m_import, m_other})
        button->setEnabled(!busy);
}

void FirstStart::retranslate() {
    m_title->setText(tr("Your library is empty"));
    m_text->setText(
        tr("Drop articles, saved pages, feeds or PDF files anywhere on this window, or look around in the "
           "demo library first."));
    m_demo->setText(tr("Open the demo library"));
    m_import->setText(tr("Import…"));
    m_other->setText(tr("Use another library…"));
    const auto keys = [this](const char* id) {
        const QAction* action = m_context.actions.find(QLatin1String(id));
        return action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
    };
    m_keys[0]->setText(keys("general.palette"));
    m_hints[0]->setText(tr("Search every article and run every command from one field."));
    //: Keys held together with a digit, as a range.
    m_keys[1]->setText(tr("Alt+1 … 3"));
    m_hints[1]->setText(tr("Read the same article in English, Traditional or Simplified Chinese."));
    m_keys[2]->setText(keys("general.back"));
    m_hints[2]->setText(tr("Follow any figure to its sentence, and come back."));
}

void FirstStart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
