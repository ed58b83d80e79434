// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/check_detail.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

#include "ui/checks/evidence_card.h"
#include "ui/checks/interval_strip.h"
#include "ui/common/check_figures.h"
#include "ui/common/check_mark.h"
#include "ui/common/check_sentences.h"
#include "ui/common/flow_row.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {
namespace {

constexpr std::size_t shownEvidence = 40; // a total of a long column has more parts than anyone reads
constexpr std::array shownMarks{data::CheckMark::Accepted, data::CheckMark::FalseAlarm,
                                data::CheckMark::Corrected};

QLabel* wrapped(const char* role, QWidget* parent) {
    QLabel* made = label({}, role, parent);
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

void clearLayout(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

CheckDetail::CheckDetail(QWidget* parent)
    : QScrollArea(parent) {
    setObjectName(QStringLiteral("checkDetail"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    build();
    retranslate();
}

void CheckDetail::build() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(spacing(5), spacing(4), spacing(5), spacing(6));
    column->setSpacing(spacing(2));

    m_sign = new QLabel(page);
    m_outcome = label({}, "title", page);
    m_rule = new ElidedLabel(page);
    m_rule->setQuiet(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(spacing(2));
    head->addWidget(m_sign);
    head->addWidget(m_outcome);
    head->addSpacing(spacing(1));
    head->addWidget(m_rule, 1);
    column->addLayout(head);
    m_verdict = wrapped("", page);
    m_verdict->setObjectName(QStringLiteral("checkVerdict"));
    column->addWidget(m_verdict);

    m_marks = new QButtonGroup(this);
    m_marks->setExclusive(false);
    auto* markRow = new FlowRow;
    markRow->setSpacing(spacing(1));
    for (std::size_t i = 0; i < shownMarks.size(); ++i) {
        auto* button = new QToolButton(page);
        button->setCheckable(true);
        button->setProperty("role", QByteArray("segment"));
        m_marks->addButton(button, static_cast<int>(i));
        markRow->addWidget(button);
    }
    m_note = new QLineEdit(page);
    m_note->setObjectName(QStringLiteral("checkNote"));
    m_note->setMaxLength(2000);
    m_note->setMinimumWidth(spacing(25));
    m_markRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_markRow->setSpacing(spacing(2));
    m_markRow->addLayout(markRow);
    m_markRow->addWidget(m_note, 1);
    column->addSpacing(spacing(1));
    column->addLayout(m_markRow);
    m_marked = wrapped("quiet", page);
    column->addWidget(m_marked);

    const auto section = [&] {
        column->addSpacing(spacing(2));
        QLabel* title = label({}, "section", page);
        column->addWidget(title);
        return title;
    };
    m_otherTitle = section();
    m_sides = new QWidget(page);
    auto* sides = new QHBoxLayout(m_sides);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(spacing(3));
    column->addWidget(m_sides);

    m_workingTitle = section();
    m_formula = wrapped("", page);
    m_formula->setObjectName(QStringLiteral("checkFormula"));
    column->addWidget(m_formula);
    m_strip = new IntervalStrip(page);
    column->addWidget(m_strip);
    m_power = wrapped("quiet", page);
    m_power->setObjectName(QStringLiteral("checkPower"));
    column->addWidget(m_power);

    m_repairsTitle = section();
    m_repairs = wrapped("", page);
    m_repairs->setObjectName(QStringLiteral("checkRepairs"));
    column->addWidget(m_repairs);
    m_cause = wrapped("quiet", page);
    column->addWidget(m_cause);

    m_evidenceTitle = section();
    m_evidenceBox = new QWidget(page);
    m_evidence = new QVBoxLayout(m_evidenceBox);
    m_evidence->setContentsMargins(0, 0, 0, 0);
    m_evidence->setSpacing(spacing(2));
    column->addWidget(m_evidenceBox);
    column->addStretch(1);
    setWidget(page);

    connect(m_marks, &QButtonGroup::idClicked, this, [this](int id) {
        if (!m_loaded.check)
            return;
        // A second click takes the mark away.
        const data::CheckMark asked = shownMarks[static_cast<std::size_t>(id)];
        const bool same = m_loaded.check->mark == asked;
        showMark(); // the buttons follow what is written, not the click
        Q_EMIT markAsked(same ? data::CheckMark::None : asked, same ? QString() : note());
    });
    connect(m_note, &QLineEdit::returnPressed, this, [this] {
        if (m_loaded.check && m_loaded.check->mark != data::CheckMark::None)
            Q_EMIT markAsked(m_loaded.check->mark, note());
    });
}

void CheckDetail::setCheck(const LoadedCheck& loaded) {
    const bool same = m_loaded.check && loaded.check && m_loaded.check->id == loaded.check->id;
    m_loaded = loaded;
    showCheck();
    if (!same)
        verticalScrollBar()->setValue(0);
}

// Beneath each other where there is no room beside each other.
void CheckDetail::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    const auto direction =
        viewport()->width() < spacing(115) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    for (QBoxLayout* row : {m_markRow, static_cast<QBoxLayout*>(m_sides->layout())})
        if (row->direction() != direction)
            row->setDirection(direction);
}

void CheckDetail::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    showMark();
}

void CheckDetail::setKeys(const QString& accept, const QString& falseAlarm, const QString& corrected) {
    m_keys = {accept, falseAlarm, corrected};
    showMark();
}

QString CheckDetail::note() const {
    return m_note->text().trimmed();
}

void CheckDetail::focusNote() {
    m_note->setFocus(Qt::ShortcutFocusReason);
    m_note->selectAll();
    ensureWidgetVisible(m_note);
}

void CheckDetail::openEvidence() {
    if (!m_loaded.evidence.empty())
        Q_EMIT openPlace(m_loaded.evidence.front().reader);
}

void CheckDetail::setMark(data::CheckMark mark, const QString& note, const QString& by, const QString& at) {
    if (!m_loaded.check)
        return;
    m_loaded.check->mark = mark;
    m_loaded.check->markNote = toStdString(note);
    m_loaded.check->markedBy = toStdString(by);
    m_loaded.check->markedAt = toStdString(at);
    m_note->setText(note);
    showMark();
}

void CheckDetail::showMark() {
    const data::CheckMark mark = m_loaded.check ? m_loaded.check->mark : data::CheckMark::None;
    for (std::size_t i = 0; i < shownMarks.size(); ++i) {
        QAbstractButton* button = m_marks->button(static_cast<int>(i));
        button->setChecked(mark == shownMarks[i]);
        button->setEnabled(!m_readOnly);
        const QString name = markText(shownMarks[i]);
        button->setText(name);
        button->setAccessibleName(name);
        const QString tips[] = {tr("The article says so and means it: show the figure quietly"),
                                tr("The check is mistaken: show the figure quietly"),
                                tr("What is right is known; the note says it")};
        const QString key =
            i < static_cast<std::size_t>(m_keys.size()) ? m_keys[static_cast<qsizetype>(i)] : QString();
        button->setToolTip(key.isEmpty() ? tips[i] : tr("%1 (%2)").arg(tips[i], key));
    }
    m_note->setEnabled(!m_readOnly);
    const bool marked = mark != data::CheckMark::None;
    m_marked->setVisible(marked);
    if (!marked)
        return;
    const QString when = formatInstant(m_loaded.check->markedAt);
    const QString who = fromUtf8(m_loaded.check->markedBy);
    m_marked->setText(who.isEmpty() ? tr("%1 on %2").arg(markText(mark), when)
                                    : tr("%1 by %2 on %3").arg(markText(mark), who, when));
}

void CheckDetail::showCheck() {
    if (!m_loaded.check)
        return;
    const data::StoredCheck& stored = *m_loaded.check;
    const data::Check& check = stored.check;
    const int size = spacing(5);
    m_sign->setPixmap(checkIcon(check.colour).pixmap(QSize(size, size), devicePixelRatioF()));
    m_sign->setAccessibleName(checkSign(check.colour));
    m_outcome->setText(colourText(check.colour));
    m_rule->setText(ruleText(check.rule));
    m_rule->setToolTip(ruleExplanation(check.rule));
    // The outcome stands above: what only repeats it is left out.
    QStringList verdict;
    for (const QString& text : {verdictText(check), reasonText(check)})
        if (!text.isEmpty() && text != colourText(check.colour) && !verdict.contains(text))
            verdict << text;
    m_verdict->setText(verdict.join(QLatin1Char('\n')));
    m_verdict->setVisible(!verdict.isEmpty());
    m_note->setText(fromUtf8(stored.markNote));
    showMark();

    m_formula->setText(fromUtf8(check.formula));
    m_formula->setFont(tabularFont(font()));
    m_formula->setVisible(!check.formula.empty());
    m_strip->setCheck(check);
    m_strip->setVisible(m_strip->hasContent());
    QString power;
    if (check.strict && check.face && check.verdict != data::Verdict::CannotTell) {
        const QString allowed = intervalText(*check.strict, check.unit);
        power = provesLittle(check) ? tr("Proves little: the figures are written so coarsely that anything "
                                         "in %1 would agree with "
                                         "them.")
                                          .arg(allowed)
                                    : tr("The rounding of the figures allows %1.").arg(allowed);
        if (allowed.isEmpty())
            power.clear();
    }
    m_power->setText(power);
    m_power->setVisible(!power.isEmpty());
    m_workingTitle->setVisible(!m_formula->isHidden() || !m_strip->isHidden() || !power.isEmpty());

    QStringList repairs;
    for (const data::Repair& repair : check.repairs)
        repairs << repairText(repair);
    m_repairs->setText(repairs.join(QLatin1Char('\n')));
    m_repairs->setVisible(!repairs.isEmpty());
    const QString cause = causeText(check);
    m_cause->setText(cause);
    m_cause->setVisible(!cause.isEmpty());
    m_repairsTitle->setVisible(!repairs.isEmpty() || !cause.isEmpty());
    m_repairsTitle->setText(repairs.isEmpty() ? tr("Likely cause") : tr("It would hold with one of these"));
    showEvidence();
}

void CheckDetail::showEvidence() {
    clearLayout(m_evidence);
    clearLayout(m_sides->layout());
    const auto& evidence = m_loaded.evidence;
    const auto card = [this](const EvidenceText& text, EvidenceCard::Heading heading) {
        auto* made = new EvidenceCard(text, heading, widget());
        connect(made, &EvidenceCard::openPlace, this, &CheckDetail::openPlace);
        return made;
    };
    // What another article says stands beside what this one says.
    const auto other = std::find_if(evidence.begin(), evidence.end(),
                                    [](const EvidenceText& text) { return text.elsewhere; });
    const auto own = std::find_if(evidence.begin(), evidence.end(),
                                  [](const EvidenceText& text) { return !text.elsewhere; });
    const bool across = other != evidence.end() && own != evidence.end();
    m_otherTitle->setVisible(across);
    m_sides->setVisible(across);
    auto* sides = static_cast<QHBoxLayout*>(m_sides->layout());
    // Other editions of the two articles say the same: a link on the card of their article.
    const auto sameSide = [](const EvidenceText& one, const EvidenceText& side) {
        return one.article == side.article && one.edition != side.edition;
    };
    if (across)
        for (const auto& side : {own, other}) {
            std::vector<EvidenceText> editions;
            for (const auto& among : {evidence, m_loaded.editions})
                for (const EvidenceText& one : among)
                    if (sameSide(one, *side))
                        editions.push_back(one);
            auto* made = card(*side, EvidenceCard::Heading::Article);
            made->setEditions(editions);
            sides->addWidget(made, 1);
        }
    QString lastTitle;
    std::size_t shown = 0;
    for (auto it = evidence.begin(); it != evidence.end() && shown < shownEvidence; ++it) {
        if (across && (it == own || it == other || sameSide(*it, *own) || sameSide(*it, *other)))
            continue;
        const bool heading = it->articleTitle != lastTitle && !it->articleTitle.isEmpty();
        lastTitle = it->articleTitle;
        EvidenceCard* made =
            card(*it, heading ? EvidenceCard::Heading::Article : EvidenceCard::Heading::None);
        if (it == evidence.begin())
            made->setEditions(m_loaded.editions);
        m_evidence->addWidget(made);
        ++shown;
    }
    m_evidenceBox->setVisible(shown > 0);
    m_evidenceTitle->setVisible(shown > 0);
}

void CheckDetail::retranslate() {
    setAccessibleName(tr("The check in full"));
    m_workingTitle->setText(tr("Working"));
    m_otherTitle->setText(tr("What the two articles say"));
    m_evidenceTitle->setText(tr("Evidence"));
    m_note->setPlaceholderText(tr("A note on the mark"));
    m_note->setAccessibleName(tr("A note on the mark"));
    showCheck();
    showMark();
}

void CheckDetail::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showCheck();
}

} // namespace parallax::ui
