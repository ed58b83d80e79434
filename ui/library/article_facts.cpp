// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/article_facts.h"

#include <QStringList>

#include <algorithm>

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/library/article_list_model.h"

namespace parallax::ui {
namespace {

QString shortLanguage(data::Language language) {
    switch (language) {
    case data::Language::English:
        return QStringLiteral("EN");
    case data::Language::TraditionalChinese:
        return QStringLiteral("繁");
    case data::Language::SimplifiedChinese:
        return QStringLiteral("简");
    default:
        return {};
    }
}

enum class ShownLanguages { All, None };

// Shortly, and so in each line of the list, whatever room that one has.
QString whenAndLanguages(const data::ArticleRow& row, ShownLanguages shown) {
    QStringList parts;
    if (!row.archiveMonth.empty())
        parts << formatMonthShortly(row.archiveMonth);
    else if (!row.published.empty())
        parts << formatDay(row.published);
    QStringList languages;
    for (const data::Language language : row.languages)
        if (const QString name = shortLanguage(language); !name.isEmpty())
            languages << name;
    if (!languages.isEmpty() && (shown == ShownLanguages::All || parts.isEmpty()))
        parts << languages.join(QLatin1Char(' '));
    return parts.join(QStringLiteral(" · "));
}

std::vector<PlacedFact> layFacts(const ListedArticle& listed, const QRect& area,
                                 const std::vector<QColor>& tags, ShownLanguages languages,
                                 const std::function<int(const QString&)>& widthOf, int signSize) {
    std::vector<PlacedFact> facts;
    int right = area.right();
    const auto signRect = [&area](int left, int size) {
        return QRect(left, area.top() + (area.height() - size) / 2, size, size);
    };
    for (const QColor& tag : tags) {
        const int size = spacing(2);
        PlacedFact fact;
        fact.kind = FactKind::Tag;
        fact.colour = tag;
        fact.area = fact.sign = signRect(right - size, size);
        facts.push_back(fact);
        right -= size + spacing(1);
    }
    if (!tags.empty())
        right -= spacing(1);
    const auto addCount = [&](FactKind kind, int count) {
        if (count <= 0)
            return;
        PlacedFact fact;
        fact.kind = kind;
        fact.text = formatCount(count);
        const int width = widthOf(fact.text);
        fact.words = QRect(right - width, area.top(), width, area.height());
        fact.sign = signRect(fact.words.left() - spacing(1) - signSize, signSize);
        fact.area = QRect(fact.sign.left(), area.top(), right - fact.sign.left(), area.height());
        facts.push_back(fact);
        right = fact.area.left() - spacing(2);
    };
    // What fails stands before what is found; only that: what holds is no news.
    addCount(FactKind::Notes, listed.row.noteCount);
    addCount(FactKind::Tables, listed.row.tableCount);
    addCount(FactKind::Amber, listed.checks.amber);
    addCount(FactKind::Red, listed.checks.red);

    const QString source = nameFromUtf8(listed.row.source);
    QString when = whenAndLanguages(listed.row, languages);
    if (!source.isEmpty() && !when.isEmpty())
        when.prepend(QStringLiteral(" · "));
    const int room = std::max(0, right - area.left());
    const int whenWidth = std::min(widthOf(when), room);
    const int sourceWidth = std::min(widthOf(source), room - whenWidth);
    const auto addWords = [&](FactKind kind, const QString& text, int left, int width) {
        if (text.isEmpty() || width <= 0)
            return;
        PlacedFact fact;
        fact.kind = kind;
        fact.text = text;
        fact.area = fact.words = QRect(left, area.top(), width, area.height());
        facts.push_back(fact);
    };
    addWords(FactKind::Source, source, area.left(), sourceWidth);
    addWords(FactKind::When, when, area.left() + sourceWidth, whenWidth);
    return facts;
}

int sourceWidthIn(const std::vector<PlacedFact>& facts) {
    const auto source = std::ranges::find(facts, FactKind::Source, &PlacedFact::kind);
    return source == facts.end() ? 0 : source->words.width();
}

} // namespace

std::vector<PlacedFact> layFacts(const ListedArticle& listed, const QRect& area,
                                 const std::vector<QColor>& tags,
                                 const std::function<int(const QString&)>& widthOf, int signSize) {
    constexpr std::size_t keptTags = 2;
    const int enough = std::min(widthOf(nameFromUtf8(listed.row.source)), area.width() / 3);
    const std::vector<QColor> fewTags(
        tags.begin(), tags.begin() + static_cast<std::ptrdiff_t>(std::min(tags.size(), keptTags)));
    std::vector<PlacedFact> facts;
    for (const auto& [shownTags, languages] :
         {std::pair(&tags, ShownLanguages::All), std::pair(&fewTags, ShownLanguages::All),
          std::pair(&fewTags, ShownLanguages::None)}) {
        facts = layFacts(listed, area, *shownTags, languages, widthOf, signSize);
        if (sourceWidthIn(facts) >= enough)
            break;
    }
    return facts;
}

} // namespace parallax::ui
