// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart_panel.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>

#include "ui/common/chart_export.h"
#include "ui/common/chart_legend.h"
#include "ui/common/chart_plot.h"
#include "ui/common/chart_summary.h"
#include "ui/common/chart_table.h"
#include "ui/common/chart_view.h"
#include "ui/common/file_ending.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

namespace parallax::ui {

struct ChartPanel::Impl {
    ChartPanel& panel;
    ChartPlot plot;
    QBoxLayout* head = nullptr;
    QLabel* title;
    QToolButton* zoomBack;
    QToolButton* zoomReset;
    QToolButton* table;
    QToolButton* copy;
    QToolButton* save;
    ChartLegend* legend;
    ChartView* view;
    ChartTable* figures;
    QLabel* empty;
    QLabel* note;
    QString emptyText;

    explicit Impl(ChartPanel& owner);
    QToolButton* button(QBoxLayout* row, const std::function<void()>& pressed);
    void retranslate();
    void applyLook();
    void describe();
    void showContent();
    void fit();
    void hide(int series, bool hidden);
    ChartPicture picture() const;
};

ChartPanel::Impl::Impl(ChartPanel& owner)
    : panel(owner)
    , title(new QLabel(&owner))
    , legend(new ChartLegend(&owner))
    , view(new ChartView(plot, &owner))
    , figures(new ChartTable(&owner))
    , empty(new QLabel(&owner))
    , note(new QLabel(&owner)) {
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    title->setWordWrap(true);
    title->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setMargin(24);

    head = new QHBoxLayout;
    head->setSpacing(spacing(2) / 4);
    head->addWidget(title, 1, Qt::AlignVCenter);
    zoomBack = button(head, [this] { view->zoomBack(); });
    zoomReset = button(head, [this] { view->zoomReset(); });
    table = button(head, [this] { showContent(); });
    table->setCheckable(true);
    copy = button(head, [this] { panel.copyImage(); });
    save = button(head, [this] { panel.chooseExport(); });

    auto* layout = new QVBoxLayout(&owner);
    layout->setContentsMargins(spacing(3), spacing(2), spacing(3), spacing(2));
    layout->setSpacing(spacing(2));
    layout->addLayout(head);
    layout->addWidget(legend);
    layout->addWidget(view, 1);
    layout->addWidget(figures, 1);
    layout->addWidget(empty, 1);
    layout->addWidget(note);

    connect(legend, &ChartLegend::toggled, &owner, [this](int series, bool shown) { hide(series, !shown); });
    connect(view, &ChartView::activated, &owner, &ChartPanel::categoryActivated);
    connect(view, &ChartView::currentChanged, &owner, [this] { describe(); });
    connect(view, &ChartView::zoomChanged, &owner, [this] {
        zoomBack->setVisible(view->isZoomed());
        zoomReset->setVisible(view->isZoomed());
        describe();
    });
}

QToolButton* ChartPanel::Impl::button(QBoxLayout* row, const std::function<void()>& pressed) {
    auto* made = new QToolButton(&panel);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    connect(made, &QToolButton::clicked, &panel, pressed);
    row->addWidget(made, 0, Qt::AlignTop);
    return made;
}

void ChartPanel::Impl::retranslate() {
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(zoomBack, ChartPanel::tr("Zoom back"));
    name(zoomReset, ChartPanel::tr("Show all categories"));
    name(table, ChartPanel::tr("Show as table"));
    name(copy, ChartPanel::tr("Copy image"));
    name(save, ChartPanel::tr("Export picture…"));
    empty->setText(emptyText.isEmpty() ? ChartPanel::tr("There are no figures to draw here.") : emptyText);
    view->setAccessibleName(ChartPanel::tr("Chart"));
    figures->setAccessibleName(ChartPanel::tr("Figures of the chart"));
    view->setWhatsThis(
        ChartPanel::tr("Arrow keys move the crosshair, Enter opens the figure, + zooms in, - goes "
                       "back, 0 shows everything."));
}

void ChartPanel::Impl::applyLook() {
    const Theme& theme = Theme::current();
    QFont small = tabularFont(panel.font());
    if (small.pixelSize() > 0)
        small.setPixelSize(qMax(9, qRound(small.pixelSize() * 12 / 13.0)));
    else
        small.setPointSizeF(small.pointSizeF() * 12 / 13.0);
    plot.setLook(theme, small);
    QFont strong = panel.font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(fontFor(title->text(), strong));
    const auto quiet = [&](QLabel* label) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, theme.quietText);
        label->setPalette(palette);
    };
    quiet(note);
    quiet(empty);
    zoomBack->setIcon(icon(QStringLiteral("zoom_back")));
    zoomReset->setIcon(icon(QStringLiteral("zoom_reset")));
    table->setIcon(icon(QStringLiteral("table")));
    copy->setIcon(icon(QStringLiteral("copy")));
    save->setIcon(icon(QStringLiteral("export")));
    legend->update();
}

void ChartPanel::Impl::describe() {
    const QString whole = chartSummary(plot.content(), plot.geometry(), plot.magnitude());
    panel.setAccessibleDescription(whole);
    const bool pointing = plot.pointerCategory() >= 0;
    view->setAccessibleDescription(
        pointing ? categorySummary(plot.content(), plot.geometry(), plot.magnitude(), plot.pointerCategory())
                 : whole);
    if (pointing && view->hasFocus()) {
        QAccessibleEvent event(view, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    // An elided name is whole on the card; this is for those who hold still.
    view->setToolTip(QString());
}

void ChartPanel::Impl::showContent() {
    const ChartData& data = plot.content();
    const bool drawable = !data.categories.isEmpty() && !data.series.isEmpty();
    title->setText(data.title);
    QFont strong = panel.font();
    strong.setWeight(QFont::DemiBold);
    title->setFont(fontFor(data.title, strong));
    note->setText(data.note);
    legend->setSeries(data, plot.effectiveKind(), plot.hidden());
    fit();
    const bool asTable = table->isChecked();
    view->setVisible(drawable && !asTable);
    figures->setVisible(drawable && asTable);
    if (drawable && asTable)
        figures->setChart(data, plot.hidden(), plot.magnitude());
    empty->setVisible(!drawable);
    for (QToolButton* button : {table, copy, save})
        button->setVisible(drawable);
    describe();
}

// Where there is little height the picture comes before what explains it.
void ChartPanel::Impl::fit() {
    const ChartData& data = plot.content();
    const bool keys = !data.categories.isEmpty() && data.series.size() > 1;
    const QMargins margins = panel.layout()->contentsMargins();
    const int width = panel.width() - margins.left() - margins.right();
    const int gap = panel.layout()->spacing();
    const bool ownTitle = !title->isHidden();
    const int above =
        std::max(ownTitle ? title->heightForWidth(width * 3 / 4) : 0, save->sizeHint().height());
    int room = panel.height() - margins.top() - margins.bottom() - above - gap -
               std::max(view->minimumHeight(), spacing(30));
    const auto give = [&](QWidget* part, bool wanted) {
        const int needed = part->heightForWidth(width) + gap;
        const bool shown = wanted && needed <= room;
        if (shown == part->isHidden())
            part->setVisible(shown);
        if (shown)
            room -= needed;
    };
    give(legend, keys);
    give(note, !data.note.isEmpty());
}

void ChartPanel::Impl::hide(int series, bool hidden) {
    QSet<int> set = plot.hidden();
    hidden ? void(set.insert(series)) : void(set.remove(series));
    // A chart of nothing is no use: the last one stays.
    if (set.size() < plot.content().series.size())
        plot.setHidden(set);
    legend->setSeries(plot.content(), plot.effectiveKind(), plot.hidden());
    fit();
    if (table->isChecked())
        figures->setChart(plot.content(), plot.hidden(), plot.magnitude());
    describe();
}

ChartPicture ChartPanel::Impl::picture() const {
    // At least a size that reads well in a document, however small the panel is.
    const QSize size = view->size().expandedTo({640, 360});
    return {plot.content(),         plot.hidden(), plot.geometry().first(),
            plot.geometry().last(), size,          tabularFont(panel.font())};
}

ChartPanel::ChartPanel(QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(*this)) {
    m_impl->applyLook();
    m_impl->retranslate();
    m_impl->showContent();
    m_impl->zoomBack->hide();
    m_impl->zoomReset->hide();
}

// The view goes before the scene that it shows.
ChartPanel::~ChartPanel() {
    delete m_impl->view;
}

void ChartPanel::setData(const ChartData& chart) {
    QSet<QString> hiddenNames;
    for (const int s : m_impl->plot.hidden())
        hiddenNames.insert(m_impl->plot.content().series.value(s).name);
    QSet<int> hidden;
    for (int s = 0; s < chart.series.size(); ++s)
        if (hiddenNames.contains(chart.series[s].name))
            hidden.insert(s);
    if (hidden.size() == chart.series.size())
        hidden.clear();
    m_impl->plot.setContent(chart, hidden);
    m_impl->view->forgetZoom();
    m_impl->showContent();
}

const ChartData& ChartPanel::chartData() const {
    return m_impl->plot.content();
}

QString ChartPanel::summary() const {
    return chartSummary(m_impl->plot.content(), m_impl->plot.geometry(), m_impl->plot.magnitude());
}

void ChartPanel::setHeading(QWidget* heading) {
    heading->setParent(this);
    delete m_impl->head->replaceWidget(m_impl->title, heading); // the item; the widget is the caller's
    m_impl->title->hide();
    heading->show();
}

void ChartPanel::setEmptyText(const QString& text) {
    m_impl->emptyText = text;
    m_impl->retranslate();
}

bool ChartPanel::isSeriesHidden(int series) const {
    return m_impl->plot.hidden().contains(series);
}

void ChartPanel::setSeriesHidden(int series, bool hidden) {
    m_impl->hide(series, hidden);
}

void ChartPanel::setShownAsTable(bool on) {
    m_impl->table->setChecked(on);
    m_impl->showContent();
}

int ChartPanel::currentCategory() const {
    return m_impl->plot.pointerCategory();
}

int ChartPanel::currentSeries() const {
    return m_impl->plot.pointerSeries();
}

void ChartPanel::setCurrent(int category, int series) {
    m_impl->view->setCurrent(category, series);
}

int ChartPanel::firstVisible() const {
    return m_impl->plot.geometry().first();
}

int ChartPanel::lastVisible() const {
    return m_impl->plot.geometry().last();
}

void ChartPanel::zoomTo(int first, int last) {
    m_impl->view->zoomTo(first, last);
}

void ChartPanel::zoomBack() {
    m_impl->view->zoomBack();
}

void ChartPanel::zoomReset() {
    m_impl->view->zoomReset();
}

void ChartPanel::exportTo(const QString& path) const {
    exportChart(m_impl->picture(), path);
}

void ChartPanel::copyImage() const {
    QApplication::clipboard()->setImage(chartImage(m_impl->picture(), 2));
}

void ChartPanel::chooseExport() {
    const QString filter = tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)");
    auto* dialog = new QFileDialog(this, tr("Export picture"), QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(fileNameFrom(chartData().title, tr("Chart")) + QLatin1String(".png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& chosen) {
        const qsizetype dot = chosen.lastIndexOf(QLatin1String("*."));
        dialog->setDefaultSuffix(chosen.mid(dot + 2, 3));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        try {
            exportTo(path);
            Q_EMIT exported(path);
        } catch (const Error& error) {
            Q_EMIT exportFailed(error);
        }
    });
    dialog->open();
}

void ChartPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_impl->fit();
}

void ChartPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (!m_impl)
        return;
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        m_impl->applyLook();
        break;
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        m_impl->retranslate();
        m_impl->applyLook(); // numbers by the new locale
        m_impl->showContent();
        break;
    default:
        break;
    }
}

} // namespace parallax::ui
