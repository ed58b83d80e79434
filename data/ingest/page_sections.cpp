// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "data/ingest/page.h"
#include "data/ingest/related_split.h"

namespace parallax::data {
namespace {

// A block of another kind that takes `span` of `text` as it is.
Block entryBlock(std::string_view text, BlockKind kind, Span span) {
    Block block;
    block.kind = kind;
    block.span = trimSpan(text, span);
    block.text = slice(text, block.span);
    return block;
}

// How many of the digits before a count belong to the name: "GPT-4104" is GPT-4 and 104, "Claude 3.5104" ends
// in 3.5. A name that would end in a hyphen, a point or a blank takes one digit more.
std::size_t digitsOfName(std::u32string_view name, std::size_t digits) {
    if (name.empty() || digits < 2)
        return 0;
    const char32_t last = name.back();
    return last == '-' || last == '.' || (last == ' ' && name.size() > 1 && isDigit(name[name.size() - 2]))
               ? 1
               : 0;
}

// The text inside the first quotation marks.
std::string_view quotedPart(std::string_view text) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"“", "”"}, {"「", "」"}, {"\"", "\""}}) {
        const auto begin = text.find(open);
        if (begin == std::string_view::npos)
            continue;
        const auto end = text.find(close, begin + open.size());
        if (end != std::string_view::npos)
            return text.substr(begin + open.size(), end - begin - open.size());
    }
    return {};
}

} // namespace

std::vector<CountedName> readCounts(std::string_view line, const std::vector<std::u32string>& labels) {
    std::vector<CountedName> names;
    const Folded folded = foldLabel(line);
    const std::u32string_view text = folded.text;
    std::size_t entryBegin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!isDigit(text[at]))
            continue;
        std::size_t digitsEnd = at;
        std::int64_t count = 0;
        std::vector<std::size_t> digits;
        for (; digitsEnd < text.size() &&
               (isDigit(text[digitsEnd]) || (text[digitsEnd] == ',' && digitsEnd > at));
             ++digitsEnd)
            if (isDigit(text[digitsEnd]))
                digits.push_back(digitsEnd);
        std::size_t word = digitsEnd;
        while (word < text.size() && text[word] == ' ')
            ++word;
        std::size_t length = 0;
        for (const std::u32string& label : labels)
            if (label.size() > length && text.substr(word).starts_with(label))
                length = label.size();
        if (length == 0 || digits.size() > 15) {
            at = digitsEnd;
            continue;
        }
        const std::size_t taken = digitsOfName(text.substr(entryBegin, at - entryBegin), digits.size());
        for (std::size_t i = taken; i < digits.size(); ++i)
            count = count * 10 + static_cast<std::int64_t>(text[digits[i]] - '0');
        const std::size_t nameEnd = taken == 0 ? at : digits[taken];
        CountedName name;
        name.span = {folded.offsets[entryBegin], folded.offsets[word + length]};
        name.name = trim(
            line.substr(folded.offsets[entryBegin], folded.offsets[nameEnd] - folded.offsets[entryBegin]));
        while (!name.name.empty() &&
               (name.name.back() == '(' || name.name.back() == ':' || name.name.back() == ' '))
            name.name.pop_back();
        name.count = count;
        names.push_back(std::move(name));
        entryBegin = word + length;
        at = entryBegin > 0 ? entryBegin - 1 : at;
    }
    return names;
}

PageNames collectNames(std::string_view text, const Outline& outline, const SiteProfile& profile) {
    PageNames names;
    SectionRole role = SectionRole::Content;
    for (const Block& block : outline.blocks) {
        const std::string_view line = slice(text, block.span);
        if (block.kind == BlockKind::Heading) {
            std::string name;
            role = sectionRole(profile, block.text, &name);
            if (!name.empty())
                names.sources.push_back(name);
        } else if (role == SectionRole::Topics) {
            for (CountedName& topic : readCounts(block.text, profile.topicCounts))
                if (!topic.name.empty())
                    names.topics.push_back({std::move(topic.name), topic.count});
        } else if (role == SectionRole::Related) {
            if (auto hub = findSourceHub(line, profile); hub && !hub->source.empty())
                names.sources.push_back(std::move(hub->source));
        }
    }
    return names;
}

void readRelated(Article& article, const Block& block, const SiteProfile& profile, std::vector<Block>& out) {
    const std::string_view text = article.text;
    // The block's own words: without the bullet of a list item.
    Span body = block.span;
    if (block.kind == BlockKind::ListItem && !block.text.empty() && block.marks.empty()) {
        const auto at = slice(text, body).rfind(block.text);
        if (at != std::string_view::npos)
            body.begin += at;
    }
    const auto hub = findSourceHub(slice(text, body), profile);
    if (hub)
        body.end = body.begin + hub->span.begin;
    const std::size_t lineEnd = block.span.end;
    const std::string_view line = slice(text, body);
    const auto link = std::ranges::find(block.marks, MarkKind::Link, &Mark::kind);
    if (link != block.marks.end()) { // a tool that kept the address also kept the title apart
        RelatedArticle related;
        related.title = block.text.substr(link->span.begin, link->span.end - link->span.begin);
        related.excerpt = trim(std::string_view(block.text).substr(link->span.end));
        related.url = link->href;
        related.span = block.span;
        article.related.push_back(std::move(related));
        Block entry = block;
        entry.kind = BlockKind::RelatedEntry;
        out.push_back(std::move(entry));
    } else if (!trim(line).empty()) {
        for (const RelatedSplit& split : splitRelated(line, profile)) {
            const Span span{body.begin + split.title.begin, body.begin + split.excerpt.end};
            RelatedArticle related;
            related.title = trim(slice(line, split.title));
            related.excerpt = trim(slice(line, split.excerpt));
            related.excerptCut = split.cut;
            related.uncertain = split.uncertain;
            Block entry = entryBlock(text, BlockKind::RelatedEntry, span);
            related.span = entry.span;
            if (split.uncertain)
                article.issues.push_back(
                    {IssueSeverity::Note, "split-uncertain", {related.title}, entry.span});
            article.related.push_back(std::move(related));
            out.push_back(std::move(entry));
        }
    }
    if (hub) {
        article.sourceCount = hub->count;
        if (article.source.empty())
            article.source = hub->source;
        out.push_back(entryBlock(text, BlockKind::Navigation, {body.begin + hub->span.begin, lineEnd}));
    }
}

void readTopics(Article& article, const Block& block, const SiteProfile& profile, std::vector<Block>& out) {
    const std::string_view line = slice(article.text, block.span);
    const auto names = readCounts(line, profile.topicCounts);
    if (names.empty() || block.kind == BlockKind::ListItem) {
        Block entry = block;
        entry.kind = BlockKind::TopicEntry;
        out.push_back(std::move(entry));
        return;
    }
    for (const CountedName& name : names)
        out.push_back(entryBlock(article.text, BlockKind::TopicEntry,
                                 {block.span.begin + name.span.begin, block.span.begin + name.span.end}));
}

void readArchive(Article& article, const Block& block, const SiteProfile& profile, std::vector<Block>& out) {
    Block entry = block;
    entry.kind = BlockKind::ArchiveEntry;
    // The year is four digits; what follows it is the count ("April 20263042 published articles").
    if (const auto month = findMonth(block.text, MonthPlace::Anywhere)) {
        const std::string_view rest = std::string_view(block.text).substr(month->end);
        const auto counts = readCounts(rest, profile.archiveCounts);
        if (!counts.empty() && counts.front().name.empty()) {
            const bool known = !article.archiveMonth.empty();
            if (!known) {
                article.archive = block.text.substr(month->begin, month->end - month->begin);
                article.archiveMonth = month->iso();
            }
            if (article.archiveMonth == month->iso() && article.archiveCount < 0)
                article.archiveCount = counts.front().count;
        }
    }
    out.push_back(std::move(entry));
}

void finishQuestions(Article& article, const SiteProfile& profile) {
    if (article.questions.empty())
        return;
    // Blocks by how they begin, so that each answer is compared with few.
    constexpr std::size_t keyLength = 24;
    std::unordered_multimap<std::string_view, int> beginnings;
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (block.text.size() >= keyLength && block.kind != BlockKind::Answer &&
            block.kind != BlockKind::Question)
            beginnings.emplace(std::string_view(block.text).substr(0, keyLength), static_cast<int>(i));
    }
    for (Question& question : article.questions) {
        std::string_view answer = question.answer;
        for (const std::string_view dots : {"……", "…", "..."})
            if (answer.ends_with(dots)) {
                answer.remove_suffix(dots.size());
                break;
            }
        if (answer.size() == question.answer.size())
            continue;
        answer = trim(answer);
        if (answer.size() >= keyLength) {
            const auto [begin, end] = beginnings.equal_range(answer.substr(0, keyLength));
            int compared = 0;
            for (auto it = begin; it != end && compared < 64; ++it, ++compared) {
                const std::string& text = article.blocks[static_cast<std::size_t>(it->second)].text;
                if (std::string_view(text).starts_with(answer) &&
                    (question.answerOfBlock < 0 || it->second < question.answerOfBlock))
                    question.answerOfBlock = it->second;
            }
        }
        question.answerCut = question.answerOfBlock >= 0;
    }
    if (!article.titleEnglish.empty())
        return;
    for (const Question& question : article.questions) {
        const std::string_view quoted = quotedPart(question.question);
        if (quoted.empty() || quoted.ends_with('?') || detectLanguage(quoted) != Language::English)
            continue;
        const std::u32string folded = foldLabel(question.question, 400).text;
        const auto asksForTitle = [&](const std::u32string& words) {
            return folded.find(words) != std::u32string::npos;
        };
        if (std::ranges::any_of(profile.questionTitle, asksForTitle)) {
            article.titleEnglish = trim(quoted);
            return;
        }
    }
}

} // namespace parallax::data
