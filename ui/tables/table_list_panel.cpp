// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_list_panel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/common/theme.h"
#include "ui/tables/table_list_delegate.h"

namespace parallax::ui {

TableListPanel::TableListPanel(LibraryClient& library, QWidget* parent)
    : QWidget(parent)
    , m_model(new TableListModel(library, this))
    , m_filter(new QLineEdit(this))
    , m_grouping(new QComboBox(this))
    , m_everyEdition(new QToolButton(this))
    , m_view(new QListView(this))
    , m_count(new QLabel(this))
    , m_typing(new QTimer(this)) {
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->setObjectName(QStringLiteral("tableFilter"));
    m_filter->installEventFilter(this);
    for (const TableGrouping grouping : {TableGrouping::Month, TableGrouping::Source, TableGrouping::Article})
        m_grouping->addItem(QString(), static_cast<int>(grouping));
    m_grouping->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_everyEdition->setCheckable(true);
    m_everyEdition->setAutoRaise(true);
    m_everyEdition->setObjectName(QStringLiteral("everyEdition"));
    m_everyEdition->setIcon(icon(QStringLiteral("script")));
    connect(m_everyEdition, &QToolButton::toggled, this, &TableListPanel::chooseLanguage);
    m_view->setModel(m_model);
    m_view->setObjectName(QStringLiteral("tableList"));
    m_view->setItemDelegate(new TableListDelegate(m_view));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // rows are elided to the width
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_count->setProperty("role", QByteArray("quiet"));

    auto* top = new QVBoxLayout;
    top->setContentsMargins(spacing(3), spacing(3), spacing(3), spacing(2));
    top->setSpacing(spacing(2));
    top->addWidget(m_filter);
    auto* second = new QHBoxLayout;
    second->addWidget(m_count, 1);
    second->addWidget(m_everyEdition);
    second->addWidget(m_grouping);
    top->addLayout(second);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);

    m_typing->setSingleShot(true);
    m_typing->setInterval(150);
    connect(m_filter, &QLineEdit::textChanged, m_typing, QOverload<>::of(&QTimer::start));
    connect(m_filter, &QLineEdit::textEdited, this, [this] { m_typed = true; });
    connect(m_typing, &QTimer::timeout, this, [this] { m_model->setFilter(m_filter->text().trimmed()); });
    connect(m_grouping, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setGrouping(static_cast<TableGrouping>(m_grouping->currentData().toInt())); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (m_quiet || !index.isValid())
                    return;
                m_selected = m_model->row(index.row()).id;
                Q_EMIT chosen(m_selected);
            });
    connect(m_model, &TableListModel::stateChanged, this, [this] {
        showCount();
        const bool typed = m_typed && m_model->state() == TableListModel::State::Ready &&
                           m_model->filter() == m_filter->text().trimmed();
        if (typed)
            m_typed = false;
        select(m_selected); // a reset forgets the selection
        if (!typed || m_model->filter().isEmpty())
            return;
        Q_EMIT filtered();
        m_view->scrollToTop();
    });
    retranslate();
}

void TableListPanel::select(data::TableId table) {
    m_selected = table;
    const int row = m_model->rowOf(table);
    m_quiet = true;
    if (row >= 0 && m_view->currentIndex().row() != row) {
        m_view->setCurrentIndex(m_model->index(row));
        m_view->scrollTo(m_model->index(row));
    } else if (row < 0) {
        m_view->clearSelection();
        m_view->selectionModel()->clearCurrentIndex();
    }
    m_quiet = false;
}

void TableListPanel::setReadingLanguage(data::Language language) {
    m_reading = language;
    chooseLanguage();
}

void TableListPanel::chooseLanguage() {
    m_model->setLanguage(m_everyEdition->isChecked() ? data::Language::Unknown : m_reading);
}

void TableListPanel::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void TableListPanel::step(int rows) {
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int now = m_view->currentIndex().isValid() ? m_view->currentIndex().row() : (rows > 0 ? -1 : count);
    m_view->setCurrentIndex(m_model->index(std::clamp(now + rows, 0, count - 1)));
}

// Down from the filter box goes into the list, as in every search box.
bool TableListPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_filter && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_view->setFocus(Qt::TabFocusReason);
        if (!m_view->currentIndex().isValid())
            step(1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QJsonObject TableListPanel::saveState() const {
    return {{QStringLiteral("filter"), m_filter->text()},
            {QStringLiteral("grouping"), m_grouping->currentData().toInt()},
            {QStringLiteral("everyEdition"), m_everyEdition->isChecked()}};
}

void TableListPanel::restoreState(const QJsonObject& state) {
    m_filter->setText(state[QLatin1String("filter")].toString());
    m_everyEdition->setChecked(state[QLatin1String("everyEdition")].toBool());
    const int found = m_grouping->findData(state[QLatin1String("grouping")].toInt());
    if (found >= 0)
        m_grouping->setCurrentIndex(found);
}

void TableListPanel::showCount() {
    switch (m_model->state()) {
    case TableListModel::State::Loading:
        m_count->setText(tr("Reading…"));
        break;
    case TableListModel::State::Ready:
        if (m_model->total() == 0)
            m_count->setText(tr("No table matches"));
        else if (m_model->total() == 1)
            m_count->setText(tr("1 table"));
        else
            m_count->setText(tr("%1 tables").arg(formatCount(m_model->total())));
        break;
    case TableListModel::State::Failed:
        m_count->clear();
        break;
    }
}

void TableListPanel::retranslate() {
    m_filter->setPlaceholderText(tr("Filter tables"));
    m_filter->setAccessibleName(tr("Filter tables by caption, header, cell or article"));
    m_filter->setToolTip(m_filter->accessibleName());
    m_everyEdition->setAccessibleName(tr("Tables of every language edition"));
    m_everyEdition->setToolTip(m_everyEdition->accessibleName());
    m_grouping->setAccessibleName(tr("Group tables"));
    m_grouping->setToolTip(m_grouping->accessibleName());
    m_view->setAccessibleName(tr("Tables of the library"));
    const QStringList names{tr("By month"), tr("By source"), tr("By article")};
    for (int i = 0; i < names.size(); ++i)
        m_grouping->setItemText(i, names[i]);
    m_model->retranslate();
    showCount();
}

void TableListPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_view->doItemsLayout();
}

} // namespace parallax::ui
