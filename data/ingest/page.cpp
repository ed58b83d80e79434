// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/page.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "data/ingest/date_text.h"
#include "data/ingest/languages.h"

namespace parallax::data {
namespace {

bool asksSomething(std::string_view text) {
    return text.ends_with('?') || text.ends_with("？");
}

class Interpreter {
  public:
    Interpreter(Article& article, Outline outline, const SiteProfile& profile)
        : m_article(article)
        , m_outline(std::move(outline))
        , m_profile(profile) {}

    void run() {
        const PageNames names = collectNames(m_article.text, m_outline, m_profile);
        m_article.tables = std::move(m_outline.tables);
        std::ranges::move(m_outline.issues, std::back_inserter(m_article.issues));
        const std::size_t body = readHeader(m_article, m_outline, m_profile, names);
        auto& blocks = m_outline.blocks;
        auto& out = m_article.blocks;
        out.reserve(blocks.size());
        for (std::size_t i = 0; i < body && i < blocks.size(); ++i)
            out.push_back(std::move(blocks[i]));
        for (std::size_t i = body; i < blocks.size(); ++i)
            place(std::move(blocks[i]));
        if (m_article.title.empty())
            findTitle();
        finishQuestions(m_article, m_profile);
        findLanguages(m_article);
    }

  private:
    void place(Block block) {
        auto& out = m_article.blocks;
        const std::string_view line = slice(m_article.text, block.span);
        if (block.kind == BlockKind::Heading && !(m_role == SectionRole::Faq && isQuestion(block))) {
            m_role = sectionRole(m_profile, block.text);
            m_roleLevel = block.level;
            m_lastTable = -1;
            readDigestDate(block);
            out.push_back(std::move(block));
            return;
        }
        if (block.kind == BlockKind::Table)
            m_lastTable = block.table;
        const bool prose = block.kind == BlockKind::Paragraph || block.kind == BlockKind::Quote ||
                           block.kind == BlockKind::ListItem;
        if (prose && isNotice(m_profile, line)) {
            block.kind = BlockKind::Notice;
            m_article.hasNotice = true;
            out.push_back(std::move(block));
            return;
        }
        if (prose && m_role == SectionRole::Content)
            if (const auto after = afterLabel(line, m_profile.takeaway)) {
                takeaway(std::move(block), *after);
                return;
            }
        switch (m_role) {
        case SectionRole::Related:
            if (prose)
                return readRelated(m_article, block, m_profile, out);
            break;
        case SectionRole::Topics:
            if (prose)
                return readTopics(m_article, block, m_profile, out);
            break;
        case SectionRole::Archive:
            if (prose)
                return readArchive(m_article, block, m_profile, out);
            break;
        case SectionRole::Faq:
            if (prose || block.kind == BlockKind::Heading)
                return faq(std::move(block));
            break;
        case SectionRole::Content:
            break;
        }
        out.push_back(std::move(block));
    }

    bool isQuestion(const Block& heading) const {
        return asksSomething(heading.text) && sectionRole(m_profile, heading.text) == SectionRole::Content;
    }

    void takeaway(Block block, std::size_t labelBytes) {
        Takeaway found;
        found.span = trimSpan(m_article.text, {block.span.begin + labelBytes, block.span.end});
        found.table = m_lastTable;
        // The label goes from the text as a person reads it, too; marks behind it move.
        const std::size_t label = afterLabel(block.text, m_profile.takeaway).value_or(0);
        block.text.erase(0, label);
        std::erase_if(block.marks, [&](const Mark& mark) { return mark.span.end <= label; });
        for (Mark& mark : block.marks) {
            mark.span.begin -= std::min(label, mark.span.begin);
            mark.span.end -= label;
        }
        found.text = block.text;
        block.kind = BlockKind::Takeaway;
        block.table = m_lastTable;
        m_article.takeaways.push_back(std::move(found));
        m_article.blocks.push_back(std::move(block));
    }

    void faq(Block block) {
        if (asksSomething(block.text) && (block.kind != BlockKind::ListItem || block.text.size() < 400)) {
            block.kind = BlockKind::Question;
            Question question;
            question.question = block.text;
            question.questionSpan = block.span;
            m_article.questions.push_back(std::move(question));
        } else if (!m_article.questions.empty()) {
            Question& question = m_article.questions.back();
            if (question.answer.empty()) {
                question.answer = block.text;
                question.answerSpan = block.span;
            } else {
                question.answer += "\n" + block.text;
                question.answerSpan.end = block.span.end;
            }
            if (block.kind != BlockKind::ListItem)
                block.kind = BlockKind::Answer;
        }
        m_article.blocks.push_back(std::move(block));
    }

    // "AI Hotspot Today 2026-04-02": the day of a digest.
    void readDigestDate(const Block& heading) {
        if (m_article.published.earliest != m_article.published.latest ||
            m_article.published.earliest.empty()) {
            const std::u32string folded = foldLabel(heading.text, 60).text;
            const bool digest = std::ranges::any_of(
                m_profile.digestHeadings, [&](const auto& words) { return folded.starts_with(words); });
            if (!digest)
                return;
            if (auto date = findDate(heading.text); date && date->earliest == date->latest)
                m_article.published = std::move(*date);
        }
    }

    // A page without a title line: its first heading, else the beginning of its first text.
    void findTitle() {
        for (const Block& block : m_article.blocks)
            if (block.kind == BlockKind::Heading && !block.text.empty()) {
                m_article.title = block.text;
                return;
            }
        for (const Block& block : m_article.blocks)
            if (isContent(block.kind) && !block.text.empty()) {
                const std::string_view first = std::string_view(block.text).substr(0, block.text.find('\n'));
                m_article.title = utf8Prefix(first, 120);
                if (m_article.title.size() < first.size())
                    m_article.title += "…";
                return;
            }
        if (!m_article.tables.empty())
            m_article.title = m_article.tables.front().caption;
    }

    Article& m_article;
    Outline m_outline;
    const SiteProfile& m_profile;
    SectionRole m_role = SectionRole::Content;
    int m_roleLevel = 0;
    int m_lastTable = -1;
};

} // namespace

void interpretPage(Article& article, Outline outline, const SiteProfile& profile) {
    Interpreter(article, std::move(outline), profile).run();
}

} // namespace parallax::data
