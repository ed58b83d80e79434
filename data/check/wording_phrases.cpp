// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "data/check/clause.h"
#include "data/check/rules.h"
#include "data/check/wording.h"

// The same thing said twice in words: what is better, what is built, in two languages.
namespace parallax::data {
namespace {

// "a better revenue share", "more favorable revenue-sharing": a judgement on a measure, wherever it stands.
void checkJudgements(const ReadArticle& read, std::vector<Check>& out) {
    std::map<std::pair<int, bool>, std::vector<Evidence>> said;
    forEachText(read, [&](const TextView& view) {
        const auto& tokens = view.text.tokens;
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            const bool better = tokens[i].cues.has(Cue::Better);
            if (better == tokens[i].cues.has(Cue::Worse) || tokens[i].figure >= 0 ||
                tokens[i + 1].measure < 0)
                continue;
            said[{tokens[i + 1].measure, better}].push_back(view.evidence(view.tokenSpan(i, i + 1)));
        }
    });
    for (std::size_t t = 0; t < read.tables.size(); ++t) {
        const Table& table = read.article->tables[t];
        for (std::size_t row = 0; row < std::min<std::size_t>(table.rows.size(), 64); ++row)
            for (std::size_t c = 0; c < table.rows[row].size(); ++c) {
                const auto mentions = mentionsOf(table.rows[row][c].text, wordIndex());
                for (std::size_t m = 0; m + 1 < mentions.size(); ++m) {
                    const bool better = mentions[m].sense.cues.has(Cue::Better);
                    if (better != mentions[m].sense.cues.has(Cue::Worse) &&
                        mentions[m + 1].sense.measure >= 0 &&
                        mentions[m + 1].span.begin <= mentions[m].span.end + 1)
                        said[{mentions[m + 1].sense.measure, better}].push_back(cellEvidence(
                            *read.article, static_cast<int>(t), static_cast<int>(row), static_cast<int>(c)));
                }
            }
    }
    for (auto& [key, evidence] : said) {
        // Better here and worse there may well speak of two things: only agreement is told.
        if (evidence.size() < 2 || said.contains({key.first, !key.second}))
            continue;
        constexpr std::size_t most = 8;
        evidence.resize(std::min(evidence.size(), most));
        Check check = wordCheck(Rule::SameFact, true, "");
        check.statement = std::move(evidence);
        out.push_back(std::move(check));
    }
}

// Four words in a row in two blocks, none of them a mere particle: "its own custom AI chip".
void checkRepeatedPhrases(const ReadArticle& read, std::vector<Check>& out) {
    struct Place {
        const ReadText* text;
        Span span;
    };
    std::map<std::u32string, std::vector<Place>> places;
    constexpr std::size_t mostPlaces = 60'000;
    std::size_t counted = 0;
    constexpr std::size_t length = 5;
    forEachText(read, [&](const TextView& view) {
        if (view.text.ofOther || view.block.kind == BlockKind::Heading)
            return;
        const auto& tokens = view.text.tokens;
        for (std::size_t i = 0; i + length <= tokens.size() && counted < mostPlaces; ++i) {
            std::size_t letters = 0;
            bool plain = true;
            for (std::size_t k = i; k < i + length; ++k) {
                plain = plain && tokens[k].mark == 0 && tokens[k].figure < 0;
                letters += tokens[k].span.end - tokens[k].span.begin;
            }
            const bool latin = static_cast<unsigned char>(view.block.text[tokens[i].span.begin]) < 0x80;
            if (!plain || letters < 18 || !latin)
                continue;
            ++counted;
            places[foldedWords(view.words(view.tokenSpan(i, i + length - 1)))].push_back(
                {&view.text, view.tokenSpan(i, i + length - 1)});
        }
    });
    std::set<std::pair<int, int>> told;
    for (const auto& [phrase, found] : places) {
        constexpr std::size_t mostTold = 12;
        if (found.size() != 2 || found[0].text == found[1].text || told.size() >= mostTold ||
            !told.insert({found[0].text->block, found[1].text->block}).second)
            continue;
        Check check = wordCheck(Rule::SameFact, true, "");
        for (const Place& place : found)
            check.statement.push_back(evidenceOf(*read.article, *place.text, place.span));
        out.push_back(std::move(check));
    }
}

// Names and terms of a text that the glossary has in other languages too.
std::set<std::string> partiesOf(const ReadArticle& read, std::string_view text) {
    std::set<std::string> parties;
    for (const Mention& mention : mentionsOf(text, wordIndex()))
        if (mention.sense.name >= 0)
            parties.insert(read.names->ownerAt(mention.sense.name));
    return parties;
}

// The page's title in its language and in English: the same names.
void checkTitles(const ReadArticle& read, std::vector<Check>& out) {
    const Article& article = *read.article;
    if (article.titleEnglish.empty() || article.titleEnglish == article.title)
        return;
    const std::set<std::string> own = partiesOf(read, article.title);
    const std::set<std::string> english = partiesOf(read, article.titleEnglish);
    std::vector<std::string> common;
    std::ranges::set_intersection(own, english, std::back_inserter(common));
    if (common.size() < 2)
        return;
    Check check = wordCheck(Rule::SameFact, true, "");
    for (const std::string& title : {article.title, article.titleEnglish})
        if (const std::size_t at = article.text.find(title); at != std::string::npos) {
            Evidence evidence;
            evidence.span = {at, at + title.size()};
            evidence.quote = title;
            check.statement.push_back(std::move(evidence));
        }
    if (check.statement.size() == 2)
        out.push_back(std::move(check));
}

// The month of the page, wherever it says it.
void checkMonth(const ReadArticle& read, std::vector<Check>& out) {
    const Article& article = *read.article;
    if (article.archive.size() < 6)
        return;
    Check check = wordCheck(Rule::SameFact, true, "");
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (block.kind != BlockKind::Byline && block.kind != BlockKind::ArchiveEntry)
            continue;
        const std::size_t at = article.text.find(article.archive, block.span.begin);
        if (at == std::string::npos || at + article.archive.size() > block.span.end)
            continue;
        Evidence evidence;
        evidence.block = static_cast<int>(i);
        evidence.span = {at, at + article.archive.size()};
        evidence.quote = article.archive;
        check.statement.push_back(std::move(evidence));
    }
    if (check.statement.size() >= 2)
        out.push_back(std::move(check));
}

std::size_t commonOf(const std::set<Cue>& a, const std::set<Cue>& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](Cue cue) { return b.contains(cue); }));
}

// Sentences of the summary and of the body, in two languages, that name the same events.
void checkTranslations(const ReadArticle& read, std::vector<Check>& out) {
    static constexpr std::array<Cue, 3> events = {Cue::Resolve, Cue::Legal, Cue::Exclusive};
    const auto eventsOf = [&](const TextView& view, const Sentence& sentence) {
        CueSet found;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i)
            found.add(view.text.tokens[i].cues);
        std::set<Cue> cues;
        for (const Cue cue : events)
            if (found.has(cue))
                cues.insert(cue);
        return cues;
    };
    struct Told {
        const ReadText* text;
        const Sentence* sentence;
        std::set<Cue> events;
    };
    std::vector<Told> told;
    forEachText(read, [&](const TextView& view) {
        const bool summary = view.block.kind == BlockKind::Summary;
        if (!summary && view.block.kind != BlockKind::Paragraph)
            return;
        for (const Sentence& sentence : view.text.sentences) {
            std::set<Cue> found = eventsOf(view, sentence);
            if (found.size() < 2)
                continue;
            if (summary) {
                told.push_back({&view.text, &sentence, std::move(found)});
                continue;
            }
            for (const Told& before : told) {
                const Block& other = read.article->blocks[static_cast<std::size_t>(before.text->block)];
                if (isChinese(other.language) == isChinese(view.block.language) ||
                    commonOf(before.events, found) < 2)
                    continue;
                Check check = wordCheck(Rule::SameFact, true, "");
                check.statement.push_back(evidenceOf(*read.article, *before.text, before.sentence->span));
                check.statement.push_back(view.evidence(sentence.span));
                out.push_back(std::move(check));
                return;
            }
        }
    });
}

// "The overall market expands" and "the market will grow from $20 billion to $100 billion": one direction.
void checkMarketDirection(const ReadArticle& read, std::vector<Check>& out) {
    struct Told {
        Evidence evidence;
        int direction;
    };
    std::optional<Told> words;
    std::optional<Told> figures;
    forEachText(read, [&](const TextView& view) {
        for (const Sentence& sentence : view.text.sentences) {
            for (std::size_t i = sentence.begin; i + 2 < sentence.end && !words; ++i) {
                const auto& tokens = view.text.tokens;
                if (!tokens[i].cues.has(Cue::Total) || !tokens[i + 1].cues.has(Cue::Revenue))
                    continue;
                const int direction = directionNear(view.text, sentence, i + 2, 0, 1);
                if (direction != 0)
                    words = Told{view.evidence({tokens[i].span.begin, sentence.span.end}), direction};
            }
            if (figures || view.quantities.empty() || !view.has(sentence, Cue::Revenue))
                continue;
            for (const StatedChange& change :
                 statedChanges(view.text, sentence, view.quantities, view.block.text)) {
                const double base = readingOf(view.operand(change.base)).face;
                const double next = readingOf(view.operand(change.next)).face;
                if (change.relation == Relation::Change && change.baseYear != 0 && base != next) {
                    figures =
                        Told{view.evidence(view.tokenSpan(change.first, change.last)), next > base ? 1 : -1};
                    break;
                }
            }
        }
    });
    if (!words || !figures || words->direction != figures->direction)
        return;
    Check check = wordCheck(Rule::SameFact, true, "");
    check.statement = {words->evidence, figures->evidence};
    out.push_back(std::move(check));
}

} // namespace

void checkPhrases(const ReadArticle& article, std::vector<Check>& out) {
    checkJudgements(article, out);
    checkRepeatedPhrases(article, out);
    checkTitles(article, out);
    checkMonth(article, out);
    checkTranslations(article, out);
    checkMarketDirection(article, out);
}

} // namespace parallax::data
