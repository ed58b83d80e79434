// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where on the Checks page, and its words.
#include "ui/checks/checks_workspace.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include "ui/checks/check_detail.h"
#include "ui/checks/check_list_delegate.h"
#include "ui/common/empty_page.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {

void ChecksWorkspace::layOut() {
    m_list->setObjectName(QStringLiteral("checkList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CheckListDelegate(*m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // rows are elided to the width
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_left->addWidget(m_list);
    m_left->addWidget(m_none);
    m_left->setMinimumWidth(spacing(55));
    for (QWidget* one :
         {static_cast<QWidget*>(m_choose), static_cast<QWidget*>(m_detail), static_cast<QWidget*>(m_lost)})
        m_right->addWidget(one);
    m_right->setMinimumWidth(spacing(75));

    m_runProgress->setTextVisible(false);
    m_runProgress->setFixedWidth(spacing(40));
    m_runButton->setFlat(true);
    connect(m_runButton, &QPushButton::clicked, this, &ChecksWorkspace::startOrCancelRun);
    m_runButton->setObjectName(QStringLiteral("checkRunButton"));
    auto* run = new QHBoxLayout(m_run);
    run->setContentsMargins(spacing(3), spacing(1), spacing(3), spacing(1));
    run->setSpacing(spacing(3));
    run->addWidget(m_runText);
    run->addWidget(m_runProgress);
    run->addWidget(m_runButton);
    run->addStretch(1);
    m_run->hide();

    auto* leftSide = new QWidget(m_splitter);
    auto* leftColumn = new QVBoxLayout(leftSide);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    m_count->setContentsMargins(spacing(3), 0, spacing(3), spacing(1));
    leftColumn->addWidget(m_count);
    leftColumn->addWidget(m_left, 1);
    m_splitter->addWidget(leftSide);
    m_splitter->addWidget(m_right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({spacing(155), spacing(150)});

    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_run);
    column->addWidget(m_filters);
    column->addWidget(m_splitter, 1);
    for (QWidget* one : {m_content, static_cast<QWidget*>(m_busy), static_cast<QWidget*>(m_empty),
                         static_cast<QWidget*>(m_broken)})
        m_states->addWidget(one);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    m_busy->setBusy(true);
    m_none->addButton([this] { m_filters->clear(); })->setObjectName(QStringLiteral("showAllChecks"));
    m_empty->addButton([this] {
               Q_EMIT openPlace({QStringLiteral("library"), {}});
           })
        ->setObjectName(QStringLiteral("openLibrary"));
    m_broken
        ->addButton([this] {
            m_model->refresh();
            reload();
        })
        ->setObjectName(QStringLiteral("tryAgain"));
    m_states->setCurrentWidget(m_content);
    m_right->setCurrentWidget(m_choose);
}

void ChecksWorkspace::retranslate() {
    m_choose->setContent(QStringLiteral("checks"), tr("Choose a check"),
                         tr("How the figure was recomputed and where it stands are shown here."));
    m_busy->setContent(QStringLiteral("checks"), tr("Reading the checks…"), QString());
    m_empty->setContent(
        QStringLiteral("checks"), tr("No figures to check yet"),
        tr("Every figure of an article that can be made from others is recomputed after an import: shares, "
           "totals, growth, orders, and what other articles say of the same."));
    m_empty->findChild<QPushButton*>(QStringLiteral("openLibrary"))->setText(tr("Open the library"));
    m_broken->findChild<QPushButton*>(QStringLiteral("tryAgain"))->setText(tr("Try again"));
    m_none->findChild<QPushButton*>(QStringLiteral("showAllChecks"))->setText(tr("Show all checks"));
    m_list->setAccessibleName(tr("Checks"));
    m_runProgress->setAccessibleName(tr("How much of the library is checked"));
    m_model->retranslate();
    showRun();
    showState();
}

} // namespace parallax::ui
