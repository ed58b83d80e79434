// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <filesystem>
#include <string>

#include <nlohmann/json.hpp>

#include "data/ingest/document.h"
#include "data/ingest/file.h"
#include "data/ingest/inspect.h"
#include "data/ingest/lines.h"
#include "tests/test_program.h"

namespace test_seed {

using namespace parallax::data;
using Json = nlohmann::json;

// The real article beside the project, compared with everything that expected.json says of it. Where the
// folder is not there (a clone elsewhere), every test says that it skipped.
class SeedTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        const std::filesystem::path folder =
            std::filesystem::path(PARALLAX_SOURCE_DIR).parent_path() / "shared" / "golden" / "seed";
        if (!std::filesystem::exists(folder / "expected.json"))
            QSKIP("the golden files are not beside this clone");
        m_expected = Json::parse(readFile(folder / "expected.json"));
        const std::string bytes = readFile(folder / "article.txt");
        ParseHints hints;
        hints.name = "article.txt";
        m_document = parseDocument(bytes, hints);
        QCOMPARE(m_document.articles.size(), std::size_t(1));
        m_lines = splitLines(article().text);
        m_inspected = Json::parse(inspectJson(m_document).dump());
        QCOMPARE(article().text, bytes);
    }

    void titlesSourceMonthAndSummaryAreFound() {
        const Json& expected = m_expected["article"];
        same(article().title, expected["title_zh"]["text"]);
        same(article().titleTraditional, expected["title_zh"]["text"]);
        same(article().titleEnglish, expected["title_en"]["text"]);
        QVERIFY(article().titleSimplified.empty());
        same(article().source, expected["source"]["text"]);
        same(article().archive, expected["archive_month"]["text"]);
        same(article().archiveMonth, expected["archive_month"]["value"]);
        same(article().summary, expected["lead_zh"]["text"]);
        QVERIFY(article().published.earliest != article().published.latest); // no day is given
        QCOMPARE(article().published.earliest, std::string("2026-04-01"));
        QCOMPARE(article().published.latest, std::string("2026-04-30"));
        QCOMPARE(article().language, languageFromTag(text(expected["body_language"])));
        QCOMPARE(article().pageLanguage, Language::TraditionalChinese);
    }

    void theNoticeIsNotContent() {
        const Json& notice = m_expected["article"]["body_language_notice"];
        QVERIFY(article().hasNotice);
        const Block& block = blockOnLine(notice["line"]);
        QCOMPARE(block.kind, BlockKind::Notice);
        same(block.text, notice["text"]);
        QVERIFY(m_inspected["text"].get<std::string>().find(text(notice["text"])) == std::string::npos);
    }

    void countsOfTopicsSourceAndMonthAreSplitFromTheirNames() {
        QCOMPARE(article().topics.size(), m_expected["topics"].size());
        for (std::size_t i = 0; i < article().topics.size(); ++i) {
            same(article().topics[i].name, m_expected["topics"][i]["name"]);
            QCOMPARE(article().topics[i].count,
                     m_expected["topics"][i]["related_articles"].get<std::int64_t>());
        }
        QCOMPARE(article().sourceCount, m_expected["source_hub"]["indexed_articles"].get<std::int64_t>());
        QCOMPARE(article().archiveCount, m_expected["archive"]["published_articles"].get<std::int64_t>());
        QVERIFY(m_expected["article"]["header_topic"]["text"] == article().topics.front().name);
    }

    void sectionsComeInOrder() {
        std::vector<std::string> expected;
        for (const auto& section : m_expected["sections"])
            if (!section["heading"].is_null())
                expected.push_back(text(section["heading"]));
        QCOMPARE(m_inspected["sections"].get<std::vector<std::string>>(), expected);
        for (const auto& section : m_expected["sections"])
            if (!section["heading"].is_null())
                QCOMPARE(blockOnLine(section["heading_line"]).kind, BlockKind::Heading);
    }

    void tablesHaveCaptionsHeadersAndCells() {
        QCOMPARE(article().tables.size(), m_expected["tables"].size());
        for (std::size_t t = 0; t < article().tables.size(); ++t) {
            const Json& expected = m_expected["tables"][t];
            const Table& table = article().tables[t];
            same(table.caption, expected["caption"]);
            QCOMPARE(blockOnLine(expected["caption_line"]).kind, BlockKind::Caption);
            QCOMPARE(table.header.size(), expected["header"].size());
            for (std::size_t c = 0; c < table.header.size(); ++c)
                same(table.header[c].text, expected["header"][c]);
            QCOMPARE(table.rows.size(), expected["rows"].size());
            for (std::size_t r = 0; r < table.rows.size(); ++r) {
                const Json& row = expected["rows"][r];
                QCOMPARE(table.rows[r].size(), row["cells"].size());
                for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
                    same(table.rows[r][c].text, row["cells"][c]);
                    same(std::string(slice(article().text, table.rows[r][c].span)), row["cells"][c]);
                    QCOMPARE(lineOf(table.rows[r][c].span.begin), row["line"].get<std::size_t>());
                }
            }
            QCOMPARE(lineOf(table.span.begin), expected["lines"][0].get<std::size_t>());
            QCOMPARE(lineOf(table.span.end), expected["lines"][1].get<std::size_t>());
        }
    }

    void takeawaysBelongToTheTableAbove() {
        QCOMPARE(article().takeaways.size(), m_expected["data_takeaways"].size());
        for (std::size_t i = 0; i < article().takeaways.size(); ++i) {
            const Json& expected = m_expected["data_takeaways"][i];
            const Takeaway& takeaway = article().takeaways[i];
            same(takeaway.text, expected["text"]);
            same(std::string(slice(article().text, takeaway.span)), expected["text"]);
            const auto table = static_cast<std::size_t>(takeaway.table);
            QVERIFY(table < m_expected["tables"].size());
            QVERIFY(m_expected["tables"][table]["id"] == expected["table"]);
        }
    }

    void risksAreANumberedList() {
        for (const auto& risk : m_expected["risks"]) {
            const Block& item = blockOnLine(risk["line"]);
            QCOMPARE(item.kind, BlockKind::ListItem);
            QCOMPARE(item.number, risk["n"].get<int>());
            QCOMPARE(item.text, text(risk["title"]) + ": " + text(risk["text"]));
        }
        for (const auto& line : m_expected["predictions_note"]["item_lines"])
            QCOMPARE(blockOnLine(line).kind, BlockKind::ListItem);
    }

    void relatedArticlesAreSplitAndGuessesAreMarked() {
        QCOMPARE(article().related.size(), m_expected["related_articles"].size());
        for (std::size_t i = 0; i < article().related.size(); ++i) {
            const Json& expected = m_expected["related_articles"][i];
            const RelatedArticle& related = article().related[i];
            same(related.title, expected["title"]);
            same(related.excerpt, expected["teaser"]);
            QCOMPARE(related.excerptCut, expected["teaser_truncated"].get<bool>());
            QCOMPARE(lineOf(related.span.begin), expected["line"].get<std::size_t>());
            // A turn from Han to Latin shows the border; between Han and Han it is a guess and must say so.
            QCOMPARE(related.uncertain, expected["title_lang"] == expected["teaser_lang"]);
        }
    }

    void questionsKnowWhichBlockTheirAnswerRepeats() {
        QCOMPARE(article().questions.size(), m_expected["faq"].size());
        for (std::size_t i = 0; i < article().questions.size(); ++i) {
            const Json& expected = m_expected["faq"][i];
            const Question& question = article().questions[i];
            same(question.question, expected["question"]);
            same(question.answer, expected["answer"]);
            QCOMPARE(question.answerCut, expected["answer_truncated"].get<bool>());
            QCOMPARE(lineOf(question.questionSpan.begin), expected["question_line"].get<std::size_t>());
            QCOMPARE(lineOf(question.answerSpan.begin), expected["answer_line"].get<std::size_t>());
            if (expected.contains("answer_is_prefix_of_line")) {
                const Block& block = article().blocks.at(static_cast<std::size_t>(question.answerOfBlock));
                QCOMPARE(lineOf(block.span.begin), expected["answer_is_prefix_of_line"].get<std::size_t>());
            } else {
                QCOMPARE(question.answerOfBlock, -1);
            }
            QCOMPARE(blockOnLine(expected["question_line"]).kind, BlockKind::Question);
            QCOMPARE(blockOnLine(expected["answer_line"]).kind, BlockKind::Answer);
            QCOMPARE(languageTag(blockOnLine(expected["question_line"]).language),
                     text(expected["question_lang"]));
            QCOMPARE(languageTag(blockOnLine(expected["answer_line"]).language),
                     text(expected["answer_lang"]));
        }
    }

    void everyPartKnowsItsLanguage() {
        for (const auto& part : m_expected["language_parts"]) {
            const std::string described = text(part["lang"]);
            const std::string first = described.substr(0, described.find(' '));
            const bool twoLanguages = described.find('+') != std::string::npos;
            for (const Block& block : article().blocks) {
                const auto line = lineOf(block.span.begin);
                if (line < part["lines"][0].get<std::size_t>() || line > part["lines"][1].get<std::size_t>())
                    continue;
                if (block.kind == BlockKind::Navigation)
                    continue; // the link to the source's hub is in the language of the site
                const std::string found(languageTag(block.language));
                const std::string expected = twoLanguages ? "mixed" : first;
                QVERIFY2(found == expected,
                         (std::to_string(line) + ": " + found + " for " + expected).c_str());
            }
        }
    }

    void everyLineOfThePageIsInSomeBlock() {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            if (m_lines[i].blank())
                continue;
            const bool covered = std::ranges::any_of(article().blocks, [&](const Block& block) {
                return block.span.begin <= m_lines[i].span.begin && m_lines[i].span.begin < block.span.end;
            });
            QVERIFY2(covered, std::to_string(i + 1).c_str());
        }
    }

    void inspectHasTheAgreedShape() {
        QVERIFY(m_inspected["format"] == "article");
        QVERIFY(m_inspected["title"] == m_expected["article"]["title_zh"]["text"]);
        QVERIFY(m_inspected["language"] == "en");
        QVERIFY(m_inspected["published"].is_null());
        QVERIFY(m_inspected["archive"] == "April 2026");
        QVERIFY(m_inspected["notice"] == true);
        QVERIFY(m_inspected["titles"]["en"] == m_expected["article"]["title_en"]["text"]);
        QVERIFY(m_inspected["titles"]["zh-Hans"].is_null());
        QCOMPARE(m_inspected["tables"].size(), std::size_t(3));
        QCOMPARE(m_inspected["takeaways"].size(), std::size_t(3));
        QCOMPARE(m_inspected["related"].size(), std::size_t(7));
        QVERIFY(m_inspected["predictions"].is_array());
    }

  private:
    const Article& article() const { return m_document.articles.front(); }
    static std::string text(const Json& json) { return json.get<std::string>(); }
    static void same(const std::string& found, const Json& expected) {
        QCOMPARE(QString::fromStdString(found), QString::fromStdString(expected.get<std::string>()));
    }
    // 1-based, as expected.json counts.
    std::size_t lineOf(std::size_t byte) const {
        return 1 + static_cast<std::size_t>(
                       std::ranges::count(std::string_view(article().text).substr(0, byte), '\n'));
    }
    const Block& blockOnLine(const Json& line) const {
        for (const Block& block : article().blocks)
            if (lineOf(block.span.begin) == line.get<std::size_t>())
                return block;
        static const Block none;
        return none;
    }

    Json m_expected;
    Json m_inspected;
    Document m_document;
    std::vector<Line> m_lines;
};

PARALLAX_TEST(SeedTest)

} // namespace test_seed
#include "test_seed.moc"
