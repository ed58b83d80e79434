// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/request_page.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "engine/latency/metrics.h"
#include "engine/latency/stream_text.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/latency/latency_text.h"
#include "ui/latency/padded_delegate.h"
#include "ui/latency/waterfall_view.h"

namespace parallax::ui {
namespace {

constexpr std::size_t mostShown = std::size_t{256} << 10; // bytes: a text field lays out no more in one frame

} // namespace

void ChunkModel::setTimeline(data::Timeline time) {
    beginResetModel();
    m_time = std::move(time);
    endResetModel();
}

void ChunkModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int ChunkModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_time.chunks.size());
}

int ChunkModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant ChunkModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const data::Chunk& chunk = m_time.chunks[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (index.column() == ChannelColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const auto ms = [](data::RunTime from, data::RunTime to) {
        return formatNumber(static_cast<double>(to - from) / 1e6, 3);
    };
    switch (index.column()) {
    case AtColumn:
        return ms(m_time.submitted, chunk.at);
    case GapColumn:
        return index.row() == 0 ? QString()
                                : ms(m_time.chunks[static_cast<std::size_t>(index.row() - 1)].at, chunk.at);
    case BytesColumn:
        return formatCount(chunk.bytes);
    case CharactersColumn:
        return formatCount(chunk.characters);
    default: {
        const QString channel = chunk.channel == data::TokenChannel::Text        ? tr("text")
                                : chunk.channel == data::TokenChannel::Reasoning ? tr("reasoning")
                                                                                 : tr("tool");
        return chunk.coalesced ? tr("%1, came with another").arg(channel) : channel;
    }
    }
}

QVariant ChunkModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return QVariant::fromValue(
            Qt::Alignment((section == ChannelColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return formatCount(section + 1);
    switch (section) {
    case AtColumn:
        return tr("At, ms");
    case GapColumn:
        return tr("After the last, ms");
    case BytesColumn:
        return tr("Bytes");
    case CharactersColumn:
        return tr("Characters");
    default:
        return tr("Channel");
    }
}

RequestPage::RequestPage(QWidget* parent)
    : QWidget(parent)
    , m_back(new QPushButton(this))
    , m_title(label({}, "title", this))
    , m_simulation(label({}, "badge", this))
    , m_facts(label({}, "quiet", this))
    , m_waterfall(new WaterfallView(this))
    , m_chunksTitle(label({}, "section", this))
    , m_table(new QTableView(this))
    , m_chunks(new ChunkModel(this))
    , m_streamTitle(label({}, "section", this))
    , m_stream(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("requestPage"));
    m_back->setObjectName(QStringLiteral("requestBack"));
    m_stream->setObjectName(QStringLiteral("requestStream"));
    m_table->setObjectName(QStringLiteral("requestChunks"));
    m_facts->setObjectName(QStringLiteral("requestFacts"));
    for (QLabel* text : {m_title, m_facts}) {
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setWordWrap(true);
    }
    m_table->setModel(m_chunks);
    m_table->setItemDelegate(new PaddedDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ChunkModel::ChannelColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_stream->setReadOnly(true);
    m_stream->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    connect(m_back, &QPushButton::clicked, this, &RequestPage::backWanted);
    auto* head = new QHBoxLayout;
    head->setSpacing(spacing(2));
    head->addWidget(m_title, 1);
    head->addWidget(m_simulation);
    head->addWidget(m_back);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(spacing(4));
    auto* left = new QVBoxLayout;
    left->addWidget(m_chunksTitle);
    left->addWidget(m_table, 1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_streamTitle);
    right->addWidget(m_stream, 1);
    lower->addLayout(left, 1);
    lower->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(4));
    column->setSpacing(spacing(2));
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(m_waterfall);
    column->addLayout(lower, 1);
    retranslate();
}

void RequestPage::setAttempt(const data::Attempt& attempt) {
    m_attempt = attempt;
    m_chunks->setTimeline(attempt.time);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(font().pixelSize());
    m_stream->setFont(fixed);
    QString text;
    for (const auto& [name, value] : attempt.headers)
        text += QStringLiteral("%1: %2\n").arg(fromUtf8(name), fromUtf8(value));
    if (!text.isEmpty())
        text += QLatin1Char('\n');
    if (attempt.stream) {
        text += fromUtf8(latency::streamText(*attempt.stream, mostShown));
    } else {
        text += fromUtf8(attempt.opening);
        if (!attempt.closing.empty())
            text += QStringLiteral("\n…\n") + fromUtf8(attempt.closing);
    }
    m_stream->setPlainText(text);
    m_waterfall->setRows({{fromUtf8(attempt.endpoint), latency::waterfall(attempt.time)}});
    retranslate();
}

QString RequestPage::factsText() const {
    const data::Attempt& attempt = m_attempt;
    QStringList words;
    words << (attempt.outcome == data::Outcome::Success
                  ? outcomeTitle(attempt.outcome)
                  : QStringLiteral("%1: %2").arg(outcomeTitle(attempt.outcome), faultText(attempt.fault)));
    const auto add = [&words](latency::ReportMetric metric, const data::Attempt& of) {
        if (const auto value = latency::metricOf(metric, of, latency::Since::Submitted))
            words << QStringLiteral("%1 %2").arg(metricTitle(metric), millisecondsText(*value));
    };
    add(latency::ReportMetric::FirstToken, attempt);
    add(latency::ReportMetric::EndToEnd, attempt);
    add(latency::ReportMetric::PerOutputToken, attempt);
    if (latency::queueDelay(attempt.time).value_or(0) > 1) // an open loop's percentiles count it as well
        add(latency::ReportMetric::Queue, attempt);
    if (attempt.usage.output >= 0)
        words << tr("%1 tokens in, %2 out")
                     .arg(formatCount(std::max<std::int64_t>(0, attempt.usage.input)),
                          formatCount(attempt.usage.output));
    if (attempt.usage.ownOutput >= 0)
        words << tr("%1 out by our own count").arg(formatCount(attempt.usage.ownOutput));
    words << connectionText(attempt.connection);
    if (!attempt.httpVersion.empty())
        words << QStringLiteral("HTTP/%1").arg(fromUtf8(attempt.httpVersion));
    for (const std::string& word : {attempt.model, attempt.fingerprint, attempt.serviceTier,
                                    attempt.remoteAddress, attempt.finishReason})
        if (!word.empty())
            words << fromUtf8(word);
    words << lagText(static_cast<double>(attempt.loopLag) / 1e6) << formatInstant(attempt.wallClock);
    if (!attempt.faultText.empty())
        words << fromUtf8(attempt.faultText);
    return words.join(QStringLiteral(" · "));
}

QString RequestPage::streamTitle() const {
    if (!m_attempt.stream)
        return tr("What is kept of the stream: its headers, beginning and end");
    const auto shown = static_cast<qint64>(std::min(m_attempt.stream->bytes.size(), mostShown));
    const auto whole = static_cast<qint64>(m_attempt.stream->bytes.size()) + m_attempt.stream->leftOut;
    return shown == whole ? tr("The stream as it came, %1 bytes").arg(formatCount(whole))
                          : tr("The stream as it came, the first %1 of %2 bytes")
                                .arg(formatCount(shown), formatCount(whole));
}

void RequestPage::retranslate() {
    m_back->setText(tr("Back to the run"));
    m_simulation->setText(tr("SIMULATION"));
    m_simulation->setVisible(!m_attempt.simulation.empty());
    m_title->setText(
        tr("Request %1 to %2").arg(formatCount(m_attempt.sequence + 1), fromUtf8(m_attempt.endpoint)));
    m_facts->setText(factsText());
    m_chunksTitle->setText(tr("%1 chunks").arg(formatCount(m_chunks->rowCount())));
    m_streamTitle->setText(streamTitle());
    m_table->setAccessibleName(tr("Chunks"));
    m_stream->setAccessibleName(m_streamTitle->text());
    m_chunks->retranslate();
}

void RequestPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
