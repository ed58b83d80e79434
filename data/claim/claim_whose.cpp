// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_whose.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_carry.h"
#include "data/claim/claim_list.h"
#include "data/claim/claim_lists.h"
#include "data/claim/claim_metric.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {
namespace {

bool standsBehindOn(const ClaimSentence& sentence, const NameAt& name) {
    return std::ranges::any_of(sentence.words.words, [&](const ClaimWordAt& one) {
        return one.word == ClaimWord::On && one.span.end <= name.span.begin &&
               name.span.begin <= one.span.end + 5; // "on the"
    });
}

// The nearest of a list before the figure, else the first after it.
template <typename List>
const typename List::value_type* nearestOf(const List& list, Span own, Span figure) {
    const typename List::value_type* found = nullptr;
    for (const auto& one : list) {
        if (!isWithin(one.span, own))
            continue;
        if (one.span.end <= figure.begin)
            found = &one;
        else if (found == nullptr && one.span.begin >= figure.end)
            return &one;
    }
    return found;
}

template <typename List>
const typename List::value_type* onlyOf(const List& list, Span sentence) {
    const typename List::value_type* found = nullptr;
    for (const auto& one : list)
        if (isWithin(one.span, sentence)) {
            if (found != nullptr)
                return nullptr;
            found = &one;
        }
    return found;
}

// The only one who is named: by one name, by the same again, or by names in a row ("Azure OpenAI", "Google's
// Vertex AI"), of which the last cloud is meant.
const NameAt* onlyNamed(const ClaimSentence& sentence) {
    const NameAt *meant = nullptr, *last = nullptr;
    for (const NameAt& one : sentence.words.names) {
        if (!isWithin(one.span, sentence.span))
            continue;
        const std::string_view gap =
            last == nullptr ? std::string_view{} : trim(sentence.said({last->span.end, one.span.begin}));
        const bool inRow = gap.empty() || gap == "'s" || gap == "’s" || gap == "的";
        if (meant == nullptr || (inRow && (one.cloud || !meant->cloud)))
            meant = &one;
        else if (!inRow && one.subject.name != meant->subject.name)
            return nullptr;
        last = &one;
    }
    return meant;
}

// One of a row of names, with all the words that name him: "AWS Bedrock".
struct NamedInRow {
    const NameAt* name = nullptr;
    Span span;
};

// The last row of names before a place, with links alone between; "on" may be said again.
std::vector<NamedInRow> rowBefore(const ClaimSentence& sentence, std::size_t end) {
    std::vector<NamedInRow> row;
    for (const NameAt& one : sentence.words.names) {
        if (!isWithin(one.span, sentence.span) || one.span.end > end)
            continue;
        if (!row.empty()) {
            NamedInRow& last = row.back();
            std::string_view between = trim(sentence.said({last.span.end, one.span.begin}));
            for (const std::string_view again : {" on", "on", "the"})
                if (between.ends_with(again) && between.size() > again.size())
                    between = trim(between.substr(0, between.size() - again.size()));
            if (between.empty()) { // the service is meant, or the cloud ("Azure OpenAI")
                if (one.cloud || !last.name->cloud)
                    last.name = &one;
                last.span.end = one.span.end;
                continue;
            }
            if (!isListLink(between))
                row.clear();
        }
        row.push_back({&one, one.span});
    }
    return row;
}

// "Azure East US", "Azure (East US)": where it answers, wherever its users are.
const RegionAt* regionOfName(const ClaimSentence& sentence, Span own) {
    constexpr std::size_t right = 2; // bytes
    for (const RegionAt& region : sentence.words.regions) {
        if (!isWithin(region.span, own))
            continue;
        for (const NameAt& name : sentence.words.names)
            if (name.cloud && region.span.begin >= name.span.end &&
                region.span.begin <= name.span.end + right)
                return &region;
    }
    return nullptr;
}

// "According to Microsoft, Azure …" is no list of two.
bool endsInAnd(const ClaimSentence& sentence, const std::vector<NamedInRow>& row) {
    const std::string_view link = trim(sentence.said({row[row.size() - 2].span.end, row.back().span.begin}));
    return link != "," && link != "，";
}

bool isNarrower(const NameAt& name, const NameAt& house) {
    const auto& few = name.subject.providers;
    const auto& all = house.subject.providers;
    return name.cloud && !few.empty() && few.size() < all.size() &&
           std::ranges::find(house.subject.aliases, name.subject.name) != house.subject.aliases.end() &&
           std::ranges::all_of(
               few, [&](const std::string& one) { return std::ranges::find(all, one) != all.end(); });
}

// The word right before a name that another one is told by ("less than Anthropic's Claude Opus 4", 低於
// GPT-4o); nothing where none stands there. Words for a place ("under GPT-4o") are such before a model alone.
std::string_view comparedBefore(const ClaimSentence& sentence, Span name) {
    constexpr std::size_t reach = 32; // bytes of the longest such word and of an article
    std::size_t begin = name.begin;
    const auto& names = sentence.words.names; // in the order of the text
    auto one = std::ranges::lower_bound(names, begin, {}, [](const NameAt& at) { return at.span.begin; });
    while (one != names.begin() && std::prev(one)->span.end <= begin) {
        const std::string_view gap = trim(sentence.said({std::prev(one)->span.end, begin}));
        if (!gap.empty() && gap != "'s" && gap != "’s" && gap != "的")
            break;
        begin = (--one)->span.begin;
    }
    const std::size_t from = std::max(sentence.span.begin, begin - std::min(begin, reach));
    std::string_view before = trim(sentence.said({from, begin}));
    for (const std::string_view article : {" the", " its", " an", " a"})
        if (before.ends_with(article))
            before = trim(before.substr(0, before.size() - article.size()));
    const std::string small = lowerAscii(before);
    const TurnAt found = turnAtEnd(small, Turn::Comparatives);
    const bool model = std::ranges::any_of(sentence.words.models, [&](const ModelAt& at) {
        return at.span.begin < name.end && name.begin < at.span.end;
    });
    if (!found || (!model && isTurn(small.substr(found.at, found.size), Turn::Places)))
        return {};
    return before.substr(found.at, found.size);
}

// "$2.50 in and $10 out, against GPT-4.1": behind the figure.
bool isComparedBehind(const ClaimSentence& sentence, Span name, Span figure) {
    return name.begin >= figure.end && !comparedBefore(sentence, name).empty();
}

// "GPT-5 costs $10, cheaper than Claude Opus 4.5 at $25": another model has a figure of its kind already, so
// this one is whom it is told by.
bool isAnothersTurn(const ClaimSentence& sentence, Span name, Span figure) {
    const auto quantityAt = [&](std::size_t begin) {
        return std::ranges::find_if(sentence.figures,
                                    [&](const Quantity& one) { return one.span.begin == begin; });
    };
    const auto own = quantityAt(figure.begin);
    if (own == sentence.figures.end())
        return false;
    return std::ranges::any_of(sentence.figures, [&](const Quantity& one) {
        return one.dimension == own->dimension && one.span.begin >= sentence.span.begin &&
               one.span.end <= name.begin &&
               std::ranges::any_of(sentence.words.models, [&](const ModelAt& model) {
                   return isWithin(model.span, {sentence.span.begin, name.begin});
               });
    });
}

// "GPT-4o is cheaper than Claude Opus 4.1 at $2.50", GPT-4o 相較 GPT-5 每百萬…: between whom and his figure;
// it may be either's.
bool isComparedBetween(const ClaimSentence& sentence, Span name, Span figure) {
    if (name.end > figure.begin || comparedBefore(sentence, name).empty())
        return false;
    const std::string_view gap = trim(sentence.said({name.end, figure.begin}));
    const bool joined = gap.empty() || gap.starts_with("每") || gap.starts_with("at") ||
                        gap.starts_with("with") || gap.starts_with("for ") || gap == "for";
    return joined && gap.find(',') == gap.npos && gap.find("，") == gap.npos &&
           !isAnothersTurn(sentence, name, figure) &&
           std::ranges::any_of(sentence.words.models, [&](const ModelAt& one) {
               return isWithin(one.span, sentence.span) && one.span.end < name.begin;
           });
}

// "AWS is slower than Azure, with 1.7 s", AWS 比 Azure 慢，為 1.7 秒: told against, in a clause of its own.
// Of "than Azure OpenAI" both names are.
bool isToldAgainst(const ClaimSentence& sentence, Span name, Span figure) {
    if (isComparedBehind(sentence, name, figure) || isComparedBetween(sentence, name, figure))
        return true;
    if (name.end > figure.begin)
        return false;
    std::size_t begin = name.begin;
    const auto& names = sentence.words.names; // in the order of the text
    auto one = std::ranges::lower_bound(names, begin, {}, [](const NameAt& at) { return at.span.begin; });
    while (one != names.begin() && std::prev(one)->span.end <= begin &&
           trim(sentence.said({std::prev(one)->span.end, begin})).empty())
        begin = (--one)->span.begin;
    const std::string before = lowerAscii(trim(sentence.said({sentence.span.begin, begin})));
    const bool compared =
        std::ranges::any_of(std::array<std::string_view, 9>{"than", "比", "較", "较", "相較於", "相较于",
                                                            "compared with", "compared to", "than on"},
                            [&](std::string_view word) { return before.ends_with(word); });
    const std::string_view gap = sentence.said({name.end, figure.begin});
    // "…, which is at $2.50": of whom it is told against.
    for (const std::string_view relative : {", which ", ", whose ", ", who ", "，其", "，它"})
        if (gap.starts_with(relative))
            return false;
    if (trim(gap) == ", at" && isAnothersTurn(sentence, name, figure))
        return false;
    return compared &&
           std::ranges::any_of(std::array<std::string_view, 6>{", ", ": ", "; ", "，", "：", "；"},
                               [&](std::string_view mark) { return gap.find(mark) != gap.npos; });
}

// "vLLM and SGLang reached 120 and 150 tokens per second": the programs that are named in a row before.
std::vector<ClaimSubject> serversInRow(const ClaimSentence& sentence, std::size_t end) {
    const std::string_view said = sentence.said({sentence.span.begin, end});
    std::vector<ClaimSubject> row;
    std::size_t last = 0;
    for (const Mention& one : mentionsOf(said, claimLists().servers)) {
        if (!row.empty() && !isListLink(trim(said.substr(last, one.span.begin - last))))
            row.clear();
        row.push_back({std::string(said.substr(one.span.begin, one.span.end - one.span.begin)), {}});
        last = one.span.end;
    }
    return row;
}

// "GPT-4o costs $2.50 …, beating Claude 3.7 Sonnet": one behind the figure that nothing links to it, where
// another stands before.
bool isAsideBehind(const ClaimSentence& sentence, Span model, Span figure) {
    return model.begin >= figure.end && !isLinkedBehind(sentence, model, figure) &&
           std::ranges::any_of(sentence.words.models, [&](const ModelAt& one) {
               return isWithin(one.span, {sentence.span.begin, figure.begin});
           });
}

} // namespace

bool isLinkedBehind(const ClaimSentence& sentence, Span model, Span figure) {
    static constexpr auto links = std::to_array<std::string_view>(
        {"for", "of", "on", "via", "charges for", "(", "（", "from", "的", "a", "an", "the"});
    std::size_t begin = model.begin; // with the names of its maker before it
    for (auto one = sentence.words.names.rbegin(); one != sentence.words.names.rend(); ++one)
        if (one->span.end <= begin && one->span.begin >= figure.end)
            if (const std::string_view gap = trim(sentence.said({one->span.end, begin}));
                gap.empty() || gap == "'s" || gap == "’s" || gap == "的")
                begin = one->span.begin;
    const std::string before = lowerAscii(trim(sentence.said({figure.end, begin})));
    return std::ranges::any_of(links, [&](std::string_view link) {
        return before == link || (before.ends_with(link) && !isAsciiLetter(link.front())) ||
               before.ends_with(" " + std::string(link));
    });
}

ClaimSubject subjectBeside(const ClaimSentence& sentence, Span own, Span figure) {
    const auto rank = [&](const NameAt& name) {
        const bool before = name.span.end <= figure.begin;
        if (name.cloud)
            return !before && standsBehindOn(sentence, name) ? 0 : before ? 1 : 2;
        if (!name.subject.providers.empty())
            return before ? 3 : 4;
        return before ? 5 : 6;
    };
    const NameAt* best = nullptr;
    const auto others = std::ranges::any_of(sentence.words.names, [&](const NameAt& name) {
        return isWithin(name.span, own) && !isToldAgainst(sentence, name.span, figure);
    });
    for (const NameAt& name : sentence.words.names) {
        if (!isWithin(name.span, own) || !isWithin(name.span, sentence.span) ||
            (others && isToldAgainst(sentence, name.span, figure)) ||
            isComparedBehind(sentence, name.span, figure))
            continue;
        const bool before = name.span.end <= figure.begin;
        // "1.7 s, i.e. 0.2 s more than on Azure": whom it is told against.
        if (!before && sentence.said({figure.end, name.span.begin}).find(" than ") != std::string_view::npos)
            continue;
        if (best == nullptr || rank(name) < rank(*best) || (before && rank(name) == rank(*best)))
            best = &name;
    }
    // "Amazon guarantees 99.9 % for Bedrock": of the one service, not of all that the house has.
    if (best != nullptr && best->cloud)
        for (const NameAt& name : sentence.words.names)
            if (isWithin(name.span, own) && isNarrower(name, *best))
                return name.subject;
    // "Meta serves answers in 1.2 s on AWS": what runs there is somebody's who cannot be asked.
    if (best != nullptr && rank(*best) == 0 && !sentence.namesAModel(own))
        for (const NameAt& name : sentence.words.names)
            if (isWithin(name.span, own) && name.span.end <= figure.begin && name.subject.providers.empty() &&
                trim(sentence.said({own.begin, name.span.begin})).empty())
                return name.subject;
    return best != nullptr ? best->subject : ClaimSubject{};
}

ClaimSubject serverBefore(const ClaimSentence& sentence, Span between) {
    const std::string_view said = sentence.said(between);
    const std::vector<Mention> servers = mentionsOf(said, claimLists().servers);
    if (servers.size() != 1)
        return {};
    const Span name = servers.front().span;
    const std::string before = lowerAscii(trim(said.substr(0, name.begin)));
    for (const std::string_view against :
         {"with", "to", "than", "unlike", "against", "versus", "vs", "vs.", "over", "like", "but", "from",
          "比",   "較", "较",   "於",     "于",      "與",     "与", "和",  "對",   "对",   "像",  "除"})
        if (before == against ||
            (before.ends_with(against) &&
             !(isAsciiLetter(against.front()) && isAsciiLetter(before[before.size() - against.size() - 1]))))
            return {};
    return {std::string(said.substr(name.begin, name.end - name.begin)), {}};
}

ClaimSubject subjectElsewhere(const ClaimSentence& sentence, Span figure, const Claim& claim,
                              const ClaimSubject& last) {
    if (const NameAt* const name = onlyNamed(sentence))
        return name->subject;
    for (const NameAt& name : sentence.words.names)
        if (isWithin(name.span, sentence.span) && hosts(name, claim.modelMakers))
            return name.subject;
    if (!claim.modelMakers.empty())
        return {claim.model, claim.modelMakers};
    return refersBack(sentence.text, sentence.span.begin, figure.begin, sentence.words) ? last
                                                                                        : ClaimSubject{};
}

ClaimSubject subjectOfAnother(const Claim& claim, const ClaimSentence& sentence, Span another) {
    for (const NameAt& name : sentence.words.names)
        if (isWithin(name.span, another))
            return name.subject;
    return claim.model.empty() ? ClaimSubject{} : ClaimSubject{claim.model, claim.modelMakers};
}

void settleRegion(Claim& claim) {
    const bool measured = claim.kind == ClaimKind::Latency || claim.kind == ClaimKind::Speed;
    if (!measured || claim.region.empty() || claim.subject.name != claim.model)
        return;
    std::string name = lowerAscii(claim.region);
    std::erase(name, ' ');
    // Of the ids of clouds Azure's alone have no hyphen.
    if (name.find('-') != name.npos || std::ranges::find(claim.regionIds, name) == claim.regionIds.end())
        return;
    const std::vector<std::string> hosts = claimSubject("Azure").providers;
    claim.subject.providers.insert(claim.subject.providers.begin(), hosts.begin(), hosts.end());
}

void settleMaker(Claim& claim, const ClaimSentence& sentence, Span figure) {
    if (claim.modelMakers.empty() || !sellsOnlyItsOwn(claim.subject) ||
        sharesProvider(claim.subject.providers, claim.modelMakers))
        return;
    const bool before = std::ranges::any_of(sentence.words.models, [&](const ModelAt& one) {
        return one.name == claim.model && one.span.end <= figure.begin;
    });
    const bool against = std::ranges::any_of(sentence.words.models, [&](const ModelAt& one) {
        return one.name == claim.model && one.span.begin >= figure.end &&
               sentence.said({figure.end, one.span.begin}).find(" than ") == std::string_view::npos;
    });
    if (before || against) {
        claim.subject = {claim.model, claim.modelMakers};
    } else {
        claim.model.clear();
        claim.modelMakers.clear();
    }
}

std::vector<ClaimSubject> togetherWith(const ClaimSentence& sentence, const ClaimSubject& subject,
                                       Span figure) {
    static constexpr std::array<std::string_view, 5> spans{"between", "from", "Between", "From", "介於"};
    const auto list = rowBefore(sentence, figure.begin);
    if (list.size() < 2 || list.back().name->subject.name != subject.name || !endsInAnd(sentence, list))
        return {};
    const std::string_view before = trim(sentence.said({sentence.span.begin, list.front().span.begin}));
    if (std::ranges::any_of(spans, [&](std::string_view word) { return before.ends_with(word); }))
        return {}; // "between Azure and AWS"
    std::vector<ClaimSubject> out;
    for (const NamedInRow& one : list)
        if (!one.name->subject.providers.empty())
            out.push_back(one.name->subject);
    return out;
}

std::vector<ClaimSubject> respectively(const ClaimSentence& sentence, std::span<const ClaimPart> parts) {
    // "1.2 s and 1.4 s", "1.2 s versus 1.4 s": each with its unit, and nothing else beside the later ones.
    const auto saysNoMore = [&](const ClaimPart& part) {
        return !sentence.namesAnybody(part.own) && !sentence.namesAModel(part.own) &&
               !namesStatistic(sentence, part.own) &&
               !metricIn(sentence, {part.own.begin, part.figure->span.begin}) &&
               std::ranges::none_of(sentence.words.regions,
                                    [&](const RegionAt& one) { return isWithin(one.span, part.own); });
    };
    const bool alike =
        parts.size() > 1 && listedStatistics(sentence, parts).empty() &&
        std::ranges::all_of(parts, [&](const ClaimPart& part) {
            return part.figureClass == parts.front().figureClass &&
                   (part.figureClass == FigureClass::Time || part.figureClass == FigureClass::Percent) &&
                   (&part == parts.data() || saysNoMore(part));
        });
    const bool listed =
        alike || std::ranges::all_of(parts, [](const ClaimPart& part) { return part.listed; });
    if (parts.size() < 2 || !(listed || sentence.words.says(ClaimWord::Respectively, sentence.span)))
        return {};
    const std::size_t end = parts.front().figure->span.begin;
    std::vector<ClaimSubject> subjects;
    if (listed) {
        for (const NamedInRow& one : rowBefore(sentence, end))
            subjects.push_back(one.name->subject);
        if (subjects.empty())
            subjects = serversInRow(sentence, end);
    } else {
        for (const NameAt& name : sentence.words.names)
            if (isWithin(name.span, sentence.span) && name.span.end <= end)
                subjects.push_back(name.subject);
        if (subjects.size() > parts.size())
            subjects.erase(subjects.begin(), subjects.end() - static_cast<std::ptrdiff_t>(parts.size()));
    }
    if (subjects.size() != parts.size())
        subjects.clear();
    return subjects;
}

void readModelAndRegion(Claim& claim, const ClaimSentence& sentence, std::span<const ClaimPart> parts,
                        std::size_t at) {
    const Span own = parts[at].own, figure = parts[at].figure->span;
    std::vector<ModelAt> models;
    for (const ModelAt& one : sentence.words.models)
        if (!isToldAgainst(sentence, one.span, figure) && !isAsideBehind(sentence, one.span, figure))
            models.push_back(one);
    const ModelAt* model = nearestOf(models, own, figure);
    if (model == nullptr)
        model = onlyOf(models, sentence.span);
    if (model != nullptr) {
        claim.model = model->name;
        claim.modelMakers = model->makers;
    }
    const RegionAt* region = regionOfName(sentence, own);
    if (region == nullptr)
        region = nearestOf(sentence.words.regions, own, figure);
    if (region == nullptr) {
        region = onlyOf(sentence.words.regions, sentence.span);
        for (const ClaimPart& part : parts)
            if (region != nullptr && &part != &parts[at] && isWithin(region->span, part.own) &&
                region->span.begin >= part.figure->span.end)
                region = nullptr;
    }
    if (region != nullptr) {
        std::string_view said = sentence.said(region->span);
        if (said.starts_with("the ")) // "the US", which without it would be a pronoun
            said.remove_prefix(std::string_view("the ").size());
        claim.region = std::string(said);
        claim.regionIds = region->ids;
    }
}

std::vector<std::string> comparedAt(const ClaimSentence& sentence, Span figure) {
    std::vector<std::string> found;
    for (const ModelAt& one : sentence.words.models)
        if (isWithin(one.span, sentence.span) && isComparedBetween(sentence, one.span, figure))
            addUnread(found, {std::string(sentence.said(one.span))});
    return found;
}

bool isOfRivals(const ClaimSentence& sentence, std::span<const ClaimPart> parts, std::size_t at) {
    constexpr std::size_t reach = 24; // bytes between the word and the figure
    const Span figure = parts[at].figure->span;
    const std::size_t begin = at > 0 ? parts[at - 1].figure->span.end : sentence.span.begin;
    const std::size_t end = at + 1 < parts.size() ? parts[at + 1].figure->span.begin : sentence.span.end;
    return std::ranges::any_of(sentence.words.words, [&](const ClaimWordAt& one) {
        if (one.word != ClaimWord::Rival)
            return false;
        if (isWithin(one.span, {begin, figure.begin})) {
            const std::string_view gap = sentence.said({one.span.end, figure.begin});
            if (turnAtEnd(lowerAscii(trim(sentence.said({begin, one.span.begin}))), Turn::KeepsPrice))
                return false; // "keeps its predecessor's price of $15"
            return gap.size() <= reach && gap.find("with") == gap.npos && gap.find(',') == gap.npos &&
                   !sentence.namesAnybody({one.span.end, figure.begin});
        }
        if (!isWithin(one.span, {figure.end, end}))
            return false;
        const std::string_view gap = trim(sentence.said({figure.end, one.span.begin}));
        return gap == "for" || gap == "at" || gap == "among" || gap == "for its" || gap == "of" ||
               gap == "for the" || gap == "of the";
    });
}

} // namespace parallax::data
