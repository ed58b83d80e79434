// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/rescale.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBoxLayout>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QScreen>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>

#include <algorithm>
#include <numeric>

namespace parallax::ui {
namespace {

constexpr const char* plainSize = "sizeAtHundred";
constexpr const char* givenSize = "sizeGiven";
constexpr const char* plainPanes = "panesAtHundred";

bool takesTheRest(const QSplitter& splitter, qsizetype index) {
    const QSizePolicy policy = splitter.widget(static_cast<int>(index))->sizePolicy();
    return (splitter.orientation() == Qt::Horizontal ? policy.horizontalStretch()
                                                     : policy.verticalStretch()) > 0;
}

// Panes that keep their width grow, the one that takes the rest gives way. Where none or several do, their
// shares stay. `plain` is what they have at 100 %, where that is known: a pane that had no room for more at
// one scale gets its own back at another.
void givePanes(QSplitter& splitter, const QList<int>& sizes, int from, int to, const QList<int>& plain = {}) {
    if (splitter.count() != sizes.size())
        return;
    QList<int> changed = sizes;
    int rest = std::accumulate(sizes.begin(), sizes.end(), 0);
    int takers = 0;
    qsizetype taker = 0;
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        const QWidget& pane = *splitter.widget(static_cast<int>(i));
        if (takesTheRest(splitter, i)) {
            ++takers;
            taker = i;
        } else if (pane.isHidden()) { // 0 would mean to collapse it
            changed[i] =
                splitter.orientation() == Qt::Horizontal ? pane.sizeHint().width() : pane.sizeHint().height();
        } else {
            changed[i] = plain.value(i) > 0 ? plain[i] * to / 100 : rescaled(sizes[i], from, to);
            rest -= changed[i];
        }
    }
    if (takers != 1)
        return;
    changed[taker] = std::max(rest, 1);
    splitter.setSizes(changed);
}

// Gives panes their size once they are on the screen: before that they have none.
class WhenShown final : public QObject {
  public:
    WhenShown(QSplitter& splitter, int from, int to)
        : QObject(&splitter)
        , m_splitter(splitter)
        , m_from(from)
        , m_to(to) {
        if (splitter.isVisible())
            give();
        else
            splitter.installEventFilter(this);
    }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Show) {
            m_splitter.removeEventFilter(this);
            give();
        }
        return QObject::eventFilter(watched, event);
    }

  private:
    void give() {
        QTimer::singleShot(0, this, [this] { // laid out by then
            givePanes(m_splitter, m_splitter.sizes(), m_from, m_to);
            deleteLater();
        });
    }

    QSplitter& m_splitter;
    int m_from;
    int m_to;
};

QList<int> sectionsOf(const QHeaderView& header) {
    QList<int> sizes;
    for (int i = 0; i < header.count(); ++i)
        sizes.append(header.orientation() == Qt::Horizontal ? header.sectionSize(i) : 0);
    return sizes;
}

void giveSections(QHeaderView& header, const QList<int>& sizes, int from, int to) {
    if (header.count() != sizes.size())
        return;
    for (int i = 0; i < header.count(); ++i)
        if (sizes[i] > 0 && !header.isSectionHidden(i) &&
            !(header.stretchLastSection() && header.visualIndex(i) == header.count() - 1))
            header.resizeSection(i, rescaled(sizes[i], from, to));
}

} // namespace

int rescaled(int pixels, int fromPercent, int toPercent) {
    // The whole number of pixels at 100 % of which `pixels` is the floor at `fromPercent`: there is one.
    const int plain = (pixels * 100 + fromPercent - 1) / fromPercent;
    return plain * toPercent / 100;
}

Rescaling::Rescaling(int fromPercent, int toPercent)
    : m_from(fromPercent)
    , m_to(toPercent) {
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        takeWindow(*window); // first: the panes share what it has
        take(*window);
        const auto widgets = window->findChildren<QWidget*>();
        for (QWidget* widget : widgets)
            if (!widget->isWindow())
                take(*widget);
    }
}

void Rescaling::apply() {
    for (const auto& change : m_changes)
        change();
}

void Rescaling::layOutRows() {
    for (const auto& change : m_rows)
        change();
    for (const QPointer<QAbstractItemView>& view : m_views)
        if (view)
            view->doItemsLayout();
}

void Rescaling::take(QWidget& widget) {
    takeSizes(widget);
    if (widget.layout() != nullptr)
        takeLayout(*widget.layout());
    if (auto* splitter = qobject_cast<QSplitter*>(&widget))
        takeSplitter(*splitter);
    if (auto* header = qobject_cast<QHeaderView*>(&widget))
        takeHeader(*header);
    else if (auto* view = qobject_cast<QAbstractItemView*>(&widget))
        m_views.emplace_back(view);
}

void Rescaling::takeWindow(QWidget& window) {
    const Qt::WindowType type = window.windowType();
    if ((type != Qt::Window && type != Qt::Dialog) || !window.isVisible() ||
        (window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen | Qt::WindowMinimized)) != 0)
        return;
    // As large as it was wished, however much of that the screen had room for: until somebody sizes it anew.
    QSize plain = window.property(plainSize).toSize();
    if (!plain.isValid() || window.property(givenSize).toSize() != window.size())
        plain = window.size() * 100 / m_from;
    m_changes.emplace_back([this, window = QPointer(&window), plain, before = window.size()] {
        if (!window)
            return;
        const QRect screen = window->screen()->availableGeometry();
        const QSize frame = window->frameGeometry().size() - window->size();
        QSize size = (plain * m_to / 100).boundedTo(screen.size() - frame);
        if (m_to > m_from)
            size = size.expandedTo(before);
        window->setProperty(plainSize, plain);
        window->resize(size);
        window->setProperty(givenSize, window->size());
        const QRect now = window->frameGeometry();
        window->move(std::max(screen.left(), std::min(now.left(), screen.right() + 1 - now.width())),
                     std::max(screen.top(), std::min(now.top(), screen.bottom() + 1 - now.height())));
    });
}

void Rescaling::takeSizes(QWidget& widget) {
    // What Qt's windows and views keep for themselves.
    if (widget.isWindow() || widget.property(keepsPixels).toBool() ||
        qobject_cast<QHeaderView*>(&widget) != nullptr || qobject_cast<QScrollBar*>(&widget) != nullptr ||
        widget.objectName().startsWith(QLatin1String("qt_")))
        return;
    const QSize least = widget.minimumSize();
    const QSize most = widget.maximumSize();
    const QMargins margins =
        qobject_cast<QLabel*>(&widget) != nullptr ? widget.contentsMargins() : QMargins();
    const auto one = [this](int pixels) {
        return pixels > 0 && pixels < QWIDGETSIZE_MAX ? rescaled(pixels, m_from, m_to) : pixels;
    };
    m_changes.emplace_back([widget = QPointer(&widget), least, most, margins, one] {
        if (!widget)
            return;
        widget->setMaximumWidth(one(most.width()));
        widget->setMinimumWidth(one(least.width()));
        if (qobject_cast<QProgressBar*>(widget.data()) == nullptr) { // the style sheet has its height
            widget->setMaximumHeight(one(most.height()));
            widget->setMinimumHeight(one(least.height()));
        }
        if (!margins.isNull())
            widget->setContentsMargins(one(margins.left()), one(margins.top()), one(margins.right()),
                                       one(margins.bottom()));
    });
}

void Rescaling::takeLayout(QLayout& layout) {
    const auto one = [this](int pixels) { return pixels > 0 ? rescaled(pixels, m_from, m_to) : pixels; };
    const QMargins margins = layout.contentsMargins();
    m_changes.emplace_back([layout = QPointer(&layout), margins, one] {
        if (layout)
            layout->setContentsMargins(one(margins.left()), one(margins.top()), one(margins.right()),
                                       one(margins.bottom()));
    });
    if (auto* grid = qobject_cast<QGridLayout*>(&layout)) {
        m_changes.emplace_back(
            [grid = QPointer(grid), across = grid->horizontalSpacing(), down = grid->verticalSpacing(), one] {
                if (!grid)
                    return;
                grid->setHorizontalSpacing(one(across));
                grid->setVerticalSpacing(one(down));
            });
    } else if (auto* form = qobject_cast<QFormLayout*>(&layout)) {
        m_changes.emplace_back(
            [form = QPointer(form), across = form->horizontalSpacing(), down = form->verticalSpacing(), one] {
                if (!form)
                    return;
                form->setHorizontalSpacing(one(across));
                form->setVerticalSpacing(one(down));
            });
    } else {
        m_changes.emplace_back([layout = QPointer(&layout), gap = layout.spacing(), one] {
            if (layout)
                layout->setSpacing(one(gap));
        });
    }
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (item->layout() != nullptr) {
            takeLayout(*item->layout());
        } else if (QSpacerItem* space = item->spacerItem(); space != nullptr) {
            const QSize size = space->sizeHint();
            if (size.isNull())
                continue;
            m_changes.emplace_back([layout = QPointer(&layout), space, size, one] {
                if (!layout || layout->indexOf(space) < 0)
                    return;
                const QSizePolicy policy = space->sizePolicy();
                space->changeSize(one(size.width()), one(size.height()), policy.horizontalPolicy(),
                                  policy.verticalPolicy());
                layout->invalidate();
            });
        }
    }
}

void Rescaling::takeSplitter(QSplitter& splitter) {
    const QList<int> sizes = splitter.sizes();
    auto plain = splitter.property(plainPanes).value<QList<int>>();
    if (plain.size() != sizes.size()) {
        plain.clear();
        for (const int size : sizes)
            plain.append(rescaled(size, m_from, 100));
        splitter.setProperty(plainPanes, QVariant::fromValue(plain));
        // Until somebody moves one.
        QObject::connect(&splitter, &QSplitter::splitterMoved, &splitter,
                         [&splitter] { splitter.setProperty(plainPanes, {}); });
    }
    m_changes.emplace_back([this, splitter = QPointer(&splitter), sizes, plain] {
        if (splitter)
            givePanes(*splitter, sizes, m_from, m_to, plain);
    });
}

void Rescaling::takeHeader(QHeaderView& header) {
    if (header.orientation() == Qt::Horizontal) {
        m_changes.emplace_back([this, header = QPointer(&header), sizes = sectionsOf(header)] {
            if (header)
                giveSections(*header, sizes, m_from, m_to);
        });
        return;
    }
    // Not lower than the font of now lets them be.
    m_rows.emplace_back([this, header = QPointer(&header), usual = header.defaultSectionSize()] {
        if (header)
            header->setDefaultSectionSize(rescaled(usual, m_from, m_to));
    });
}

void rescalePanes(QSplitter& splitter, int fromPercent, int toPercent) {
    if (fromPercent != toPercent)
        new WhenShown(splitter, fromPercent, toPercent); // the splitter's child
}

void rescaleColumns(QHeaderView& header, int fromPercent, int toPercent) {
    giveSections(header, sectionsOf(header), fromPercent, toPercent);
}

} // namespace parallax::ui
