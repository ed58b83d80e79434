// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/check_filter_bar.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

#include "ui/common/check_mark.h"
#include "ui/common/check_sentences.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

constexpr std::array shownColours{data::Colour::Red, data::Colour::Amber, data::Colour::Grey,
                                  data::Colour::Green};
constexpr int allColours = 4; // id of the button behind those of shownColours
constexpr int longestName = 28;

QString shortened(const QString& name) {
    return name.size() > longestName ? name.left(longestName - 1).trimmed() + QChar(0x2026) : name;
}

} // namespace

CheckFilterBar::CheckFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_colours(new QButtonGroup(this))
    , m_rules(new QComboBox(this))
    , m_marks(new QComboBox(this))
    , m_sources(new QComboBox(this))
    , m_across(new QToolButton(this))
    , m_article(new QToolButton(this))
    , m_clear(new QToolButton(this)) {
    m_search->setObjectName(QStringLiteral("checkSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_search->setMinimumWidth(spacing(40));
    m_rules->setObjectName(QStringLiteral("checkRules"));
    m_marks->setObjectName(QStringLiteral("checkMarks"));
    m_sources->setObjectName(QStringLiteral("checkSources"));
    for (QComboBox* box : {m_rules, m_marks, m_sources}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaxVisibleItems(24);
    }
    m_across->setObjectName(QStringLiteral("checkAcross"));
    m_across->setCheckable(true);
    m_across->setProperty("role", QByteArray("segment"));
    m_article->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_article->setIcon(icon(QStringLiteral("close")));
    m_article->setObjectName(QStringLiteral("checkArticle"));
    m_clear->setObjectName(QStringLiteral("checkClear"));

    auto* first = new QHBoxLayout;
    first->setSpacing(spacing(2));
    first->addWidget(m_search, 1);
    for (QComboBox* box : {m_rules, m_marks, m_sources})
        first->addWidget(box);
    auto* second = new QHBoxLayout;
    second->setSpacing(spacing(1));
    for (const int which : {allColours, 0, 1, 2, 3}) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setProperty("role", QByteArray("segment"));
        if (which != allColours) {
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            button->setIcon(checkIcon(shownColours[static_cast<std::size_t>(which)]));
        }
        m_colours->addButton(button, which);
        second->addWidget(button);
    }
    second->addSpacing(spacing(3));
    second->addWidget(m_across);
    second->addWidget(m_article);
    second->addStretch(1);
    second->addWidget(m_clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(3), spacing(2), spacing(3), spacing(2));
    layout->setSpacing(spacing(2));
    layout->addLayout(first);
    layout->addLayout(second);

    m_typing.setSingleShot(true);
    m_typing.setInterval(200);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        if (!m_quiet)
            m_typing.start();
    });
    connect(&m_typing, &QTimer::timeout, this, [this] {
        data::CheckFilter next = m_filter;
        next.text = toStdString(m_search->text().trimmed());
        change(next);
    });
    connect(m_colours, &QButtonGroup::idClicked, this, [this](int id) {
        data::CheckFilter next = m_filter;
        next.colour.reset();
        if (id != allColours)
            next.colour = shownColours[static_cast<std::size_t>(id)];
        change(next);
    });
    const auto chosen = [this](QComboBox* box, auto apply) {
        connect(box, &QComboBox::activated, this, [this, box, apply] {
            data::CheckFilter next = m_filter;
            apply(next, box->currentData());
            change(next);
        });
    };
    chosen(m_rules, [](data::CheckFilter& filter, const QVariant& value) {
        filter.rule = value.isValid() ? std::optional(static_cast<data::Rule>(value.toInt())) : std::nullopt;
    });
    chosen(m_marks, [](data::CheckFilter& filter, const QVariant& value) {
        filter.mark =
            value.isValid() ? std::optional(static_cast<data::CheckMark>(value.toInt())) : std::nullopt;
    });
    chosen(m_sources, [](data::CheckFilter& filter, const QVariant& value) {
        filter.source = value.isValid() ? std::optional(toStdString(value.toString())) : std::nullopt;
    });
    connect(m_across, &QToolButton::clicked, this, [this](bool on) {
        data::CheckFilter next = m_filter;
        next.acrossArticles = on;
        change(next);
    });
    connect(m_article, &QToolButton::clicked, this, [this] {
        data::CheckFilter next = m_filter;
        next.article.reset();
        change(next);
    });
    connect(m_clear, &QToolButton::clicked, this, &CheckFilterBar::clear);
    retranslate();
}

void CheckFilterBar::change(const data::CheckFilter& filter) {
    m_typing.stop();
    if (filter == m_filter) {
        showFilter();
        return;
    }
    m_filter = filter;
    showFilter();
    Q_EMIT filterChanged();
}

void CheckFilterBar::clear() {
    change({});
}

void CheckFilterBar::setFilter(const data::CheckFilter& filter) {
    m_typing.stop();
    m_filter = filter;
    showFilter();
}

void CheckFilterBar::setArticleTitle(const QString& title) {
    m_articleTitle = title;
    showFilter();
}

void CheckFilterBar::setChoices(const CheckChoices& choices) {
    m_choices = choices;
    fillBoxes();
    showFilter();
}

void CheckFilterBar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CheckFilterBar::fillBoxes() {
    m_quiet = true;
    const auto counted = [](const QString& name, std::int64_t count) {
        return tr("%1 (%2)").arg(name, formatCount(count));
    };
    m_rules->clear();
    m_rules->addItem(tr("Every rule"));
    for (const auto& [rule, count] : m_choices.rules) {
        m_rules->addItem(counted(ruleText(rule), count), static_cast<int>(rule));
        m_rules->setItemData(m_rules->count() - 1, ruleExplanation(rule), Qt::ToolTipRole);
    }
    m_marks->clear();
    m_marks->addItem(tr("Marked or not"));
    for (const auto& [mark, count] : m_choices.marks)
        m_marks->addItem(counted(markText(mark), count), static_cast<int>(mark));
    m_sources->clear();
    m_sources->addItem(tr("Every source"));
    for (const std::string& source : m_choices.sources) {
        const QString name = fromUtf8(source);
        m_sources->addItem(shortened(name), name);
        m_sources->setItemData(m_sources->count() - 1, name, Qt::ToolTipRole);
    }
    m_quiet = false;
}

void CheckFilterBar::showFilter() {
    m_quiet = true;
    // While a person types the field is ahead of the filter.
    if (!m_typing.isActive() && m_search->text().trimmed() != fromUtf8(m_filter.text))
        m_search->setText(fromUtf8(m_filter.text));
    int checked = allColours;
    for (std::size_t i = 0; i < shownColours.size(); ++i)
        if (m_filter.colour == shownColours[i])
            checked = static_cast<int>(i);
    m_colours->button(checked)->setChecked(true);
    // What is chosen stays in its box, even where nothing of it is listed any more.
    const auto select = [](QComboBox* box, const QVariant& value, const QString& name) {
        int at = value.isValid() ? box->findData(value) : 0;
        if (at < 0) {
            box->addItem(name, value);
            at = box->count() - 1;
        }
        box->setCurrentIndex(at);
    };
    select(m_rules, m_filter.rule ? QVariant(static_cast<int>(*m_filter.rule)) : QVariant(),
           m_filter.rule ? ruleText(*m_filter.rule) : QString());
    select(m_marks, m_filter.mark ? QVariant(static_cast<int>(*m_filter.mark)) : QVariant(),
           m_filter.mark ? markText(*m_filter.mark) : QString());
    select(m_sources, m_filter.source ? QVariant(fromUtf8(*m_filter.source)) : QVariant(),
           m_filter.source ? shortened(fromUtf8(*m_filter.source)) : QString());
    m_across->setChecked(m_filter.acrossArticles);
    m_article->setVisible(m_filter.article.has_value());
    m_article->setText(m_articleTitle.isEmpty() ? tr("One article") : shortened(m_articleTitle));
    m_article->setToolTip(tr("Only the checks of “%1”; click for all articles").arg(m_articleTitle));
    m_article->setAccessibleName(m_article->toolTip());
    m_clear->setVisible(m_filter != data::CheckFilter());

    const data::CheckCounts& counts = m_choices.colours;
    const int numbers[] = {counts.red, counts.amber, counts.grey, counts.green};
    for (int id = 0; id < allColours; ++id) {
        QAbstractButton* button = m_colours->button(id);
        const QString name = colourText(shownColours[static_cast<std::size_t>(id)]);
        button->setText(formatCount(numbers[id]));
        button->setToolTip(name);
        button->setAccessibleName(tr("%1 (%2)").arg(name, formatCount(numbers[id])));
    }
    m_quiet = false;
}

void CheckFilterBar::retranslate() {
    m_search->setPlaceholderText(tr("Search figures and titles"));
    m_search->setAccessibleName(tr("Search the quoted figures and the titles of the articles"));
    m_search->setToolTip(m_search->accessibleName());
    for (auto* button : m_search->findChildren<QAbstractButton*>())
        button->setAccessibleName(tr("Clear or start the search")); // Qt's own, nameless
    m_colours->button(allColours)->setText(tr("All"));
    m_colours->button(allColours)->setToolTip(tr("Checks of every outcome"));
    m_rules->setAccessibleName(tr("Rule"));
    m_rules->setToolTip(tr("Only the checks of one rule"));
    m_marks->setAccessibleName(tr("Mark"));
    m_marks->setToolTip(tr("Only what is marked so"));
    m_sources->setAccessibleName(tr("Source"));
    m_sources->setToolTip(tr("Only articles of one source"));
    m_across->setText(tr("Across articles"));
    m_across->setToolTip(tr("Only statements that another article contradicts or confirms"));
    m_clear->setText(tr("Clear the filters"));
    fillBoxes();
    showFilter();
}

bool CheckFilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        Q_EMIT leftDown();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CheckFilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
