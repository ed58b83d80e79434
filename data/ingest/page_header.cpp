// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "data/ingest/date_text.h"
#include "data/ingest/page.h"
#include "data/ingest/related_split.h"

namespace parallax::data {
namespace {

bool sameFolded(std::string_view a, std::string_view b) {
    return foldLabel(a).text == foldLabel(b).text;
}

// The glued line: "Source: TechCrunch AIOpenAIArchive: April 2026".
struct SourceLine {
    bool hasSourceLabel = false;
    std::string_view names;   // source and tags, glued
    std::string_view archive; // as written, empty when there is none
    MonthYear month;
};

std::optional<SourceLine> readSourceLine(std::string_view line, const SiteProfile& profile) {
    if (line.size() > 600)
        return std::nullopt;
    SourceLine result;
    std::size_t begin = 0;
    if (const auto after = afterLabel(line, profile.source)) {
        result.hasSourceLabel = true;
        begin = *after;
    }
    const Folded folded = foldLabel(line);
    for (const std::u32string& label : profile.archive) {
        for (auto at = folded.text.find(label); at != std::u32string::npos;
             at = folded.text.find(label, at + 1)) {
            const std::size_t labelByte = folded.offsets[at];
            if (labelByte < begin)
                continue;
            const std::string_view rest = line.substr(labelByte);
            const auto after = afterLabel(rest, profile.archive);
            if (!after)
                continue;
            const auto month = findMonth(rest.substr(*after), MonthPlace::Anywhere);
            if (!month || month->begin != 0)
                continue;
            result.month = *month;
            result.archive = rest.substr(*after + month->begin, month->end - month->begin);
            result.names = trim(line.substr(begin, labelByte - begin));
            return result;
        }
    }
    if (!result.hasSourceLabel || line.size() > 200)
        return std::nullopt;
    result.names = trim(line.substr(begin));
    return result;
}

// "edge AIprivacy-first AI": after an acronym a small letter begins the next tag; nothing else is safe to
// cut.
std::vector<std::string> cutUnknownTags(std::string_view glued) {
    std::vector<std::string> tags;
    std::size_t begin = 0;
    for (std::size_t i = 2; i + 1 < glued.size(); ++i) {
        const auto upper = [&](std::size_t at) { return glued[at] >= 'A' && glued[at] <= 'Z'; };
        const auto lower = [&](std::size_t at) { return glued[at] >= 'a' && glued[at] <= 'z'; };
        if (upper(i - 2) && upper(i - 1) && lower(i) && lower(i + 1) && (i < 3 || !lower(i - 3))) {
            tags.emplace_back(trim(glued.substr(begin, i - begin)));
            begin = i;
        }
    }
    if (const auto rest = trim(glued.substr(begin)); !rest.empty())
        tags.emplace_back(rest);
    return tags;
}

// Splits glued tags at names that the page lists elsewhere; the pieces between are cut as well as can be.
std::vector<std::string> splitTags(std::string_view glued, const std::vector<Topic>& known, bool& uncertain) {
    std::vector<std::string> tags;
    const auto addUnknown = [&](std::string_view piece) {
        piece = trim(piece);
        if (piece.empty())
            return;
        uncertain = true;
        for (std::string& tag : cutUnknownTags(piece))
            tags.push_back(std::move(tag));
    };
    std::size_t unknown = 0;
    for (std::size_t at = 0; at < glued.size();) {
        const Topic* longest = nullptr;
        for (const Topic& topic : known)
            if (!topic.name.empty() && glued.substr(at).starts_with(topic.name) &&
                (longest == nullptr || topic.name.size() > longest->name.size()))
                longest = &topic;
        if (longest == nullptr) {
            ++at;
            continue;
        }
        addUnknown(glued.substr(unknown, at - unknown));
        tags.push_back(longest->name);
        at += longest->name.size();
        unknown = at;
    }
    addUnknown(glued.substr(unknown));
    return tags;
}

// The known source with which the glued names begin.
std::string_view sourceAtFront(std::string_view glued, const std::vector<std::string>& sources) {
    const Folded folded = foldLabel(glued);
    std::size_t longest = 0;
    for (const std::string& source : sources) {
        const std::u32string name = foldLabel(source).text;
        if (!name.empty() && folded.text.starts_with(name))
            longest = std::max(longest, folded.offsets[name.size()]);
    }
    return glued.substr(0, longest);
}

bool isStars(std::string_view line) {
    return line.size() < 80 && (line.starts_with("⭐") || line.starts_with("★")) &&
           line.find_first_of("0123456789") != std::string_view::npos;
}

// "Example Wire April 2026", "March 2026", "2026年4月".
std::optional<MonthYear> bylineMonth(std::string_view line) {
    if (line.size() > 160 || line.ends_with('.') || line.ends_with("。"))
        return std::nullopt;
    auto month = findMonth(line, MonthPlace::AtEnd);
    if (month && line.substr(0, month->begin).find_first_of(",;") != std::string_view::npos)
        month.reset(); // a clause, not a name
    return month;
}

// The text without the dots that say it was cut; nothing when it was not.
std::optional<std::string_view> cutText(std::string_view text) {
    for (const std::string_view dots : {"……", "…", "..."})
        if (text.ends_with(dots))
            return trim(text.substr(0, text.size() - dots.size()));
    return std::nullopt;
}

class HeaderReader {
  public:
    HeaderReader(Article& article, Outline& outline, const SiteProfile& profile, const PageNames& names)
        : m_article(article)
        , m_outline(outline)
        , m_profile(profile)
        , m_names(names) {}

    std::size_t read() {
        std::size_t at = readTitle();
        constexpr std::size_t longestHeader = 12;
        const std::size_t limit = std::min(m_outline.blocks.size(), at + longestHeader);
        for (; at < limit; ++at) {
            Block& block = m_outline.blocks[at];
            // A short line of the header can look like a heading.
            if (block.kind != BlockKind::Paragraph && block.kind != BlockKind::Heading)
                break;
            if (!readLine(block))
                break;
        }
        finishNames();
        return dropCopies(at);
    }

  private:
    std::string_view raw(const Block& block) const { return slice(m_article.text, block.span); }

    bool isHeaderLine(std::string_view line) const {
        return readSourceLine(line, m_profile) || bylineMonth(line) || isStars(line) ||
               isNotice(m_profile, line);
    }

    std::size_t readTitle() {
        auto& blocks = m_outline.blocks;
        if (blocks.empty())
            return 0;
        Block& first = blocks.front();
        const bool heading = first.kind == BlockKind::Heading;
        const bool titleLike =
            heading || (first.kind == BlockKind::Paragraph && codePointCount(first.text) <= 200);
        if (!titleLike || first.text.empty())
            return 0;
        const std::string_view line = raw(first);
        if (readSourceLine(line, m_profile) || isStars(line) || isNotice(m_profile, line) ||
            (!heading && first.text.ends_with("。")))
            return 0;
        if (heading && first.level > 2 && !m_article.title.empty())
            return 0;
        // Front matter has the title; a first heading that says something else belongs to the text.
        if (!m_article.title.empty() && !sameFolded(m_article.title, first.text))
            return 0;
        first.kind = BlockKind::Title;
        first.level = 1;
        m_article.title = first.text;
        return 1;
    }

    // Whether the line belongs to the header; its kind is set then.
    bool readLine(Block& block) {
        const std::string_view line = raw(block);
        if (isNotice(m_profile, line)) {
            block.kind = BlockKind::Notice;
            m_article.hasNotice = true;
            return true;
        }
        if (isStars(line))
            return byline(block);
        if (const auto source = readSourceLine(line, m_profile)) {
            m_glued = source->names;
            m_hasSourceLabel = source->hasSourceLabel;
            m_headerSeen = true;
            if (!source->archive.empty())
                setMonth(source->archive, source->month);
            return byline(block);
        }
        if (const auto after = afterLabel(line, m_profile.published)) {
            if (auto date = findDate(line.substr(*after)))
                m_article.published = *date;
            m_headerSeen = true;
            return byline(block);
        }
        if (const auto after = afterLabel(line, m_profile.author); after && line.size() < 200) {
            if (m_article.author.empty())
                m_article.author = trim(line.substr(*after));
            m_headerSeen = true;
            return byline(block);
        }
        if ((line.starts_with("By ") || line.starts_with("BY ")) && line.size() < 80 &&
            m_article.author.empty() && line.find_first_of(",;:!?") == std::string_view::npos &&
            !line.ends_with('.')) {
            m_article.author = trim(line.substr(3));
            return byline(block);
        }
        if (const auto after = afterLabel(line, m_profile.summary)) {
            block.text = trim(line.substr(*after));
            return summary(block);
        }
        if (const auto month = bylineMonth(line); month && !m_headerSeen) {
            m_bylineSource = trim(line.substr(0, month->begin));
            setMonth(trim(line.substr(month->begin, month->end - month->begin)), *month);
            m_monthSeen = true;
            return byline(block);
        }
        if (block.kind == BlockKind::Paragraph && line.size() < 60 && !m_headerSeen)
            if (auto date = findDate(line); date && trim(line) == date->written) {
                m_article.published = *date;
                return byline(block);
            }
        // The first text after the source line is what the page itself gives as a summary.
        if (block.kind == BlockKind::Paragraph && m_headerSeen && m_profile.name != genericProfile().name &&
            m_article.summary.empty())
            return summary(block);
        return false;
    }

    static bool byline(Block& block) {
        block.kind = BlockKind::Byline;
        block.level = 0;
        return true;
    }

    bool summary(Block& block) {
        block.kind = BlockKind::Summary;
        if (m_article.summary.empty())
            m_article.summary = block.text;
        return true;
    }

    void setMonth(std::string_view written, const MonthYear& month) {
        if (!m_article.archive.empty())
            return;
        m_article.archive = written;
        m_article.archiveMonth = month.iso();
        if (m_article.published.earliest.empty())
            m_article.published = monthRange(month.year, month.month, written);
    }

    void finishNames() {
        std::vector<std::string> sources = m_names.sources;
        if (!m_bylineSource.empty())
            sources.push_back(m_bylineSource);
        std::string_view tags = m_glued;
        std::string source;
        if (m_hasSourceLabel) {
            const std::string_view known = sourceAtFront(m_glued, sources);
            if (!known.empty()) {
                source = known;
                tags = trim(m_glued.substr(known.size()));
            } else {
                // Nothing names the source elsewhere: what is left when the known topics are taken off the
                // end.
                std::string_view rest = m_glued;
                for (bool again = true; again;) {
                    again = false;
                    for (const Topic& topic : m_names.topics)
                        if (!topic.name.empty() && rest.size() > topic.name.size() &&
                            rest.ends_with(topic.name)) {
                            rest.remove_suffix(topic.name.size());
                            rest = trim(rest);
                            again = true;
                        }
                }
                source = rest;
                tags = trim(m_glued.substr(rest.size()));
            }
        }
        if (source.empty())
            source = m_bylineSource;
        if (source.empty() && !m_names.sources.empty())
            source = m_names.sources.front();
        if (m_article.source.empty())
            m_article.source = source;

        bool uncertain = false;
        for (const std::string& name : splitTags(tags, m_names.topics, uncertain))
            if (std::ranges::none_of(m_article.topics,
                                     [&](const Topic& topic) { return topic.name == name; }))
                m_article.topics.push_back({name, -1});
        if (uncertain)
            m_article.issues.push_back({IssueSeverity::Note, "split-uncertain", {std::string(tags)}, {}});
        for (const Topic& topic : m_names.topics) {
            const auto known = std::ranges::find(m_article.topics, topic.name, &Topic::name);
            if (known == m_article.topics.end())
                m_article.topics.push_back(topic);
            else
                known->count = topic.count;
        }
    }

    // A digest gives its lead three times, twice cut: one copy stays, the others are not content.
    std::size_t dropCopies(std::size_t body) {
        auto& blocks = m_outline.blocks;
        std::vector<std::size_t> copies;
        const std::size_t first = body > 0 && blocks[body - 1].kind == BlockKind::Summary ? body - 1 : body;
        for (std::size_t i = first; i < blocks.size() && copies.size() < 4; ++i) {
            if (blocks[i].kind != BlockKind::Paragraph && blocks[i].kind != BlockKind::Summary)
                break;
            copies.push_back(i);
        }
        if (copies.size() < 2)
            return body;
        std::size_t whole = copies.front();
        for (const std::size_t i : copies)
            if (blocks[i].text.size() > blocks[whole].text.size() &&
                blocks[i].text.starts_with(cutText(blocks[whole].text).value_or(blocks[whole].text)))
                whole = i;
        std::size_t last = body;
        int dropped = 0;
        for (const std::size_t i : copies) {
            if (i == whole)
                continue;
            const std::string_view text = cutText(blocks[i].text).value_or(std::string_view(blocks[i].text));
            if (text.size() >= 20 && std::string_view(blocks[whole].text).starts_with(text)) {
                blocks[i].kind = BlockKind::Navigation;
                last = std::max(last, i + 1);
                ++dropped;
            }
        }
        if (dropped == 0)
            return body;
        if (blocks[whole].kind == BlockKind::Paragraph && (m_article.summary.empty() || whole >= body)) {
            blocks[whole].kind = BlockKind::Summary;
            last = std::max(last, whole + 1);
        }
        m_article.summary = blocks[whole].text;
        return last;
    }

    Article& m_article;
    Outline& m_outline;
    const SiteProfile& m_profile;
    const PageNames& m_names;
    std::string m_bylineSource;
    std::string_view m_glued;
    bool m_hasSourceLabel = false;
    bool m_headerSeen = false;
    bool m_monthSeen = false;
};

} // namespace

std::size_t readHeader(Article& article, Outline& outline, const SiteProfile& profile,
                       const PageNames& names) {
    return HeaderReader(article, outline, profile, names).read();
}

const SiteProfile& recogniseSite(std::string_view text) {
    // The source line, a notice, the digest's title or heading near the top; counts and hub near the end.
    const auto lines = splitLines(text.substr(0, std::min<std::size_t>(text.size(), 6000)));
    for (const SiteProfile& profile : siteProfiles()) {
        int seen = 0;
        for (const Line& line : lines) {
            if (line.blank() || ++seen > 14)
                continue;
            const std::string_view content = slice(text, line.span);
            if (isNotice(profile, content))
                return profile;
            if (const auto source = readSourceLine(content, profile); source && !source->archive.empty())
                return profile;
            std::string_view bare = content;
            bare.remove_prefix(std::min(bare.find_first_not_of("# "), bare.size()));
            const std::u32string folded = foldLabel(bare, 60).text;
            const auto begins = [&](const std::u32string& words) { return folded.starts_with(words); };
            if (std::ranges::any_of(profile.digestTitles, begins) ||
                std::ranges::any_of(profile.digestHeadings, begins))
                return profile;
        }
        const std::size_t tailAt = text.size() > 8000 ? text.size() - 8000 : 0;
        for (const Line& line : splitLines(text.substr(tailAt))) {
            const std::string_view content = slice(text.substr(tailAt), line.span);
            if (content.find_first_of("0123456789") != std::string_view::npos &&
                findSourceHub(content, profile))
                return profile;
        }
    }
    return genericProfile();
}

} // namespace parallax::data
