// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/common/workspace.h"
#include "ui/shell/palette_model.h"

namespace parallax::ui {

namespace {

// Icon, name with the matched letters in accent, then quietly where it belongs, and the shortcut at the
// right.
class PaletteDelegate final : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, rowHeight()};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::current();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(option.rect, theme.selection);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(spacing(1) / 2, option.rect.height())),
                              theme.accent);
        }
        QRect area = option.rect.adjusted(spacing(3), 0, -spacing(3), 0);
        const int side = spacing(4);
        const QString iconName = index.data(PaletteModel::IconRole).toString();
        if (!iconName.isEmpty())
            icon(iconName).paint(painter, QRect(area.left(), area.center().y() - side / 2, side, side));
        area.setLeft(area.left() + side + spacing(2));

        const QFontMetrics metrics(option.font);
        const QString shortcut = index.data(PaletteModel::ShortcutRole).toString();
        painter->setPen(theme.quietText);
        if (!shortcut.isEmpty()) {
            painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, shortcut);
            area.setRight(area.right() - metrics.horizontalAdvance(shortcut) - spacing(3));
        }
        const QString detail = index.data(Qt::ToolTipRole).toString();
        const int detailWidth = metrics.horizontalAdvance(detail);
        const QString name = index.data(Qt::DisplayRole).toString();
        const int nameWidth = area.width() - (detail.isEmpty() ? 0 : detailWidth + spacing(3));
        const QString shown = metrics.elidedText(name, Qt::ElideRight, std::max(nameWidth, area.width() / 2));
        painter->setFont(fontFor(name, option.font));
        paintName(painter, area, metrics, shown, index.data(PaletteModel::PositionsRole).value<QList<int>>());
        const int after = metrics.horizontalAdvance(shown) + spacing(3);
        if (!detail.isEmpty() && after + spacing(4) < area.width()) {
            painter->setPen(theme.quietText);
            painter->drawText(area.adjusted(after, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              metrics.elidedText(detail, Qt::ElideRight, area.width() - after));
        }
        painter->restore();
    }

  private:
    static void paintName(QPainter* painter, const QRect& area, const QFontMetrics& metrics,
                          const QString& name, const QList<int>& positions) {
        const Theme& theme = Theme::current();
        painter->setPen(theme.text);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, name);
        if (positions.isEmpty())
            return;
        // A line under the matched letters: over-painting them would thicken their edges.
        const int y = area.center().y() + metrics.height() / 2;
        for (const int position : positions) {
            if (position >= name.size())
                break;
            const int left = metrics.horizontalAdvance(name.left(position));
            const int right = metrics.horizontalAdvance(name.left(position + 1));
            painter->fillRect(QRect(area.left() + left, y, right - left, std::max(1, spacing(1) / 3)),
                              theme.accent);
        }
    }
};

} // namespace

CommandPalette::CommandPalette(Context& context, QWidget* window)
    : QFrame(window)
    , m_model(new PaletteModel(context, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_hint(label({}, "quiet", this)) {
    setProperty("role", QStringLiteral("popup"));
    setObjectName(QStringLiteral("commandPalette"));
    setAttribute(Qt::WA_StyledBackground);
    hide();
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setClearButtonEnabled(false);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(2), spacing(2), spacing(2), spacing(2));
    column->setSpacing(spacing(2));
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_hint);

    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setQuery(text);
        selectFirst();
    });
    connect(m_model, &PaletteModel::searchEnded, this, [this] {
        if (!m_list->currentIndex().isValid())
            selectFirst();
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { run(index.row()); });
    retranslate();
}

void CommandPalette::retranslate() {
    m_field->setPlaceholderText(tr("Search articles, run a command"));
    m_field->setAccessibleName(tr("Search articles, run a command"));
    m_list->setAccessibleName(tr("Commands, places and articles"));
    static_cast<QLabel*>(m_hint)->setText(
        tr("Enter opens · Ctrl+Enter searches the whole library · Esc closes"));
}

void CommandPalette::open(const QString& text) {
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_field->setText(text);
    m_model->setQuery(text);
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    selectFirst();
}

void CommandPalette::dismiss() {
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_focusBefore = nullptr;
}

void CommandPalette::place() {
    const QWidget* window = parentWidget();
    const int width = std::min(window->width() - spacing(8), spacing(160));
    // Whole rows: a cut one looks like a mistake.
    const int room = window->height() - spacing(40);
    const int rows = std::clamp(room / rowHeight(), 3, 14);
    m_list->setFixedHeight(rows * rowHeight());
    setGeometry((window->width() - width) / 2, spacing(2), width, sizeHint().height());
}

void CommandPalette::selectFirst() {
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void CommandPalette::run(int row) {
    if (QAction* action = m_model->actionAt(row)) {
        // The action may open a window of its own or destroy this one: leave first.
        const QPointer<QAction> wanted = action;
        const QString group = m_model->groupAt(row);
        dismiss();
        Q_EMIT workspaceWanted(group);
        QTimer::singleShot(0, action, [wanted] {
            if (wanted)
                wanted->trigger();
        });
        return;
    }
    if (const auto chosen = m_model->placeAt(row)) {
        dismiss();
        Q_EMIT placeChosen(*chosen);
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        QTimer::singleShot(0, this, [this] {
            if (!m_field->hasFocus()) {
                m_focusBefore = nullptr;
                dismiss();
            }
        });
        return false;
    }
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int rows = m_model->rowCount();
    const int page = std::max(1, m_list->viewport()->height() / rowHeight() - 1);
    const int current = m_list->currentIndex().row();
    const auto moveTo = [this, rows](int row) {
        if (rows > 0)
            m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, rows - 1)));
        return true;
    };
    switch (key->key()) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Down:
        return moveTo(current + 1 >= rows ? 0 : current + 1);
    case Qt::Key_Up:
        return moveTo(current <= 0 ? rows - 1 : current - 1);
    case Qt::Key_PageDown:
        return moveTo(current + page);
    case Qt::Key_PageUp:
        return moveTo(current - page);
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // focus stays in the field; the arrows move
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ControlModifier)) {
            const QString text = m_field->text().trimmed();
            dismiss();
            if (!text.isEmpty())
                Q_EMIT searchChosen(text);
        } else {
            run(current);
        }
        return true;
    default:
        return false;
    }
}

void CommandPalette::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
