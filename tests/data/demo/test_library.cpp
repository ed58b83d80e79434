// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The articles of resources/demo are what a new user reads first and what later tests stand on: each file
// must say who it is, its tables must be whole, its editions parallel, and its sentences our own.
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <unordered_set>

#include "base/resource.h"
#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/article/language.h"
#include "data/article/script_characters.h"
#include "data/ingest/document.h"
#include "tests/test_program.h"

namespace test_library {

using namespace parallax;
using namespace parallax::data;

namespace {

using Cells = std::vector<std::string>;

struct WrittenTable {
    std::string caption;
    std::vector<Cells> rows; // the header first, without the line of dashes
};

struct DemoFile {
    std::string name; // "03-gpu-generations.en.md"
    std::string slug;
    std::string lang;
    std::map<std::string, std::string> front;
    std::vector<std::string> blocks; // kind and shape of each block: "h2", "p", "table 4x6", "1.", "-"
    std::vector<std::string> texts;  // of the same blocks
    std::vector<WrittenTable> tables;
    std::size_t takeaways = 0;
};

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

Cells cellsOf(const std::string& line) {
    Cells cells;
    std::string_view rest = trim(line);
    rest.remove_prefix(1);
    for (std::size_t bar = rest.find('|'); bar != std::string_view::npos; bar = rest.find('|')) {
        cells.emplace_back(trim(rest.substr(0, bar)));
        rest.remove_prefix(bar + 1);
    }
    return cells;
}

std::string unquoted(std::string_view value) {
    value = trim(value);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
    return std::string(value);
}

bool isTakeaway(const std::string& text) {
    return text.starts_with("Data Takeaway: ") || text.starts_with("資料要點：") ||
           text.starts_with("数据要点：");
}

// A reader of its own, so that the library is judged by what is written and not by what a parser forgives.
// Throws std::runtime_error with the name of the file.
DemoFile readDemoFile(std::string_view resourceName) {
    DemoFile file;
    file.name = resourceName.substr(resourceName.find('/') + 1);
    static const std::regex namePattern(R"(\d\d-([a-z0-9-]+)\.(en|zh-Hant|zh-Hans)\.md)");
    std::smatch match;
    if (!std::regex_match(file.name, match, namePattern))
        throw std::runtime_error(file.name + " is not named NN-slug.LANG.md");
    file.slug = match[1];
    file.lang = match[2];

    const std::vector<std::string> lines = linesOf(resource(resourceName));
    if (lines.empty() || lines[0] != "---")
        throw std::runtime_error(file.name + " has no front matter");
    std::size_t at = 1;
    std::string parent;
    for (; at < lines.size() && lines[at] != "---"; ++at) {
        const std::size_t colon = lines[at].find(':');
        if (colon == std::string::npos)
            throw std::runtime_error(file.name + ": " + lines[at]);
        const std::string key(trim(lines[at].substr(0, colon)));
        const bool nested = lines[at].starts_with(' ');
        file.front[nested ? parent + '.' + key : key] = unquoted(lines[at].substr(colon + 1));
        if (!nested)
            parent = key;
    }
    for (++at; at < lines.size(); ++at) {
        const std::string& line = lines[at];
        if (line.empty())
            continue;
        if (at + 1 < lines.size() && lines[at + 1].starts_with("|")) {
            WrittenTable table{line, {}};
            for (++at; at < lines.size() && lines[at].starts_with("|"); ++at)
                table.rows.push_back(cellsOf(lines[at]));
            table.rows.erase(table.rows.begin() + 1);
            file.blocks.push_back("table " + std::to_string(table.rows.size()) + "x" +
                                  std::to_string(table.rows[0].size()));
            file.texts.push_back(line);
            file.tables.push_back(std::move(table));
            continue;
        }
        std::smatch number;
        if (line.starts_with("#"))
            file.blocks.push_back("h" + std::to_string(line.find(' ')));
        else if (line.starts_with("- "))
            file.blocks.emplace_back("-");
        else if (std::regex_search(line, number, std::regex(R"(^\d+\. )")))
            file.blocks.push_back(number.str());
        else if (isTakeaway(line)) {
            file.blocks.emplace_back("takeaway");
            ++file.takeaways;
        } else
            file.blocks.emplace_back("p");
        file.texts.push_back(line);
    }
    return file;
}

const std::vector<DemoFile>& demoFiles() {
    static const std::vector<DemoFile> files = [] {
        std::vector<DemoFile> read;
        for (const std::string_view name : resourceNames("demo/"))
            if (name != "demo/README.md")
                read.push_back(readDemoFile(name));
        return read;
    }();
    return files;
}

std::map<std::string, std::vector<const DemoFile*>> editionsBySlug() {
    std::map<std::string, std::vector<const DemoFile*>> editions;
    for (const DemoFile& file : demoFiles())
        editions[file.slug].push_back(&file);
    return editions;
}

// Question and answer lines take turns below the heading.
std::size_t questionsOf(const DemoFile& file) {
    std::size_t lines = 0;
    bool inside = false;
    for (std::size_t i = 0; i < file.texts.size(); ++i) {
        if (file.blocks[i] == "h2")
            inside =
                file.texts[i] == "## FAQ" || file.texts[i] == "## 常見問題" || file.texts[i] == "## 常见问题";
        else if (inside)
            ++lines;
    }
    return lines / 2;
}

bool hasHan(std::string_view text) {
    for (const char32_t c : toUtf32(text))
        if (isHan(c))
            return true;
    return false;
}

// Letters and digits alone, folded: what stays when someone copies a sentence and changes its punctuation.
std::u32string skeleton(std::string_view text) {
    std::u32string letters;
    for (const char32_t c : foldText(text))
        if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c > 0x2FFF)
            letters.push_back(c);
    return letters;
}

#define FAIL_AT(file, what) QFAIL(qPrintable(QString::fromStdString((file).name + ": " + (what))))

} // namespace

class TestDemoLibrary : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        try {
            demoFiles();
        } catch (const std::exception& problem) {
            QFAIL(problem.what());
        }
    }

    void hasEnoughToMakeEveryPageWorthLookingAt() {
        const auto editions = editionsBySlug();
        QVERIFY(editions.size() >= 14);
        std::size_t inThree = 0, tables = 0;
        std::set<std::string> months;
        for (const auto& [slug, files] : editions) {
            inThree += files.size() == 3 ? 1 : 0;
            tables += files[0]->tables.size();
            months.insert(files[0]->front.at("date").substr(0, 7));
        }
        QVERIFY(inThree >= 6);
        QVERIFY(tables >= 40);
        QVERIFY(months.size() >= 8);
    }

    void everyFileSaysWhoItIsAndAgreesWithItsName() {
        static const std::regex day(R"(2026-(0[1-9]|10)-\d\d)");
        static const char* const months[] = {"January", "February", "March",  "April",     "May",
                                             "June",    "July",     "August", "September", "October"};
        for (const DemoFile& file : demoFiles()) {
            for (const char* key : {"title", "titles.en", "titles.zh-Hant", "titles.zh-Hans", "lang", "slug",
                                    "source", "author", "date", "archive", "topics", "summary"})
                if (!file.front.contains(key) || file.front.at(key).empty())
                    FAIL_AT(file, std::string("lacks ") + key);
            if (file.front.at("slug") != file.slug || file.front.at("lang") != file.lang)
                FAIL_AT(file, "slug or lang differs from the name");
            if (file.front.at("title") != file.front.at("titles." + file.lang))
                FAIL_AT(file, "title differs from the title in its language");
            if (!file.front.at("source").starts_with("Parallax ") || file.front.at("author") != "Parallax")
                FAIL_AT(file, "does not name Parallax as its source");
            const std::string& date = file.front.at("date");
            if (!std::regex_match(date, day))
                FAIL_AT(file, "date " + date);
            const std::string month = months[std::stoi(date.substr(5, 2)) - 1];
            if (file.front.at("archive") != month + " 2026")
                FAIL_AT(file, "archive " + file.front.at("archive"));
            if (!file.front.at("topics").starts_with("[") || !file.front.at("topics").ends_with("]"))
                FAIL_AT(file, "topics are no list");
        }
    }

    void everyTableIsWholeHasACaptionAndATakeaway() {
        for (const DemoFile& file : demoFiles()) {
            if (file.tables.size() < 2)
                FAIL_AT(file, "has fewer than two tables");
            if (file.takeaways != file.tables.size())
                FAIL_AT(file, "has a table without a takeaway, or the reverse");
            for (const WrittenTable& table : file.tables) {
                if (!table.caption.ends_with(":") && !table.caption.ends_with("："))
                    FAIL_AT(file, "caption " + table.caption);
                if (table.rows.size() < 3 || table.rows[0].size() < 2)
                    FAIL_AT(file, "a table of one row: " + table.caption);
                for (const Cells& row : table.rows)
                    if (row.size() != table.rows[0].size())
                        FAIL_AT(file, "ragged row " + row[0] + " under " + table.caption);
            }
            for (std::size_t i = 0; i + 1 < file.blocks.size(); ++i)
                if (file.blocks[i].starts_with("table") && file.blocks[i + 1] != "takeaway")
                    FAIL_AT(file, "no takeaway right below " + file.texts[i]);
        }
    }

    void everyArticleForetellsWithDates() {
        for (const DemoFile& file : demoFiles()) {
            std::size_t heading = file.texts.size();
            for (std::size_t i = 0; i < file.texts.size(); ++i)
                if (file.texts[i] == "## Predictions" || file.texts[i] == "## 預測" ||
                    file.texts[i] == "## 预测")
                    heading = i;
            if (heading == file.texts.size())
                FAIL_AT(file, "has no predictions");
            if (heading + 3 >= file.blocks.size() || file.blocks[heading + 1] != "1. " ||
                file.blocks[heading + 3] != "3. ")
                FAIL_AT(file, "has fewer than three numbered predictions");
        }
    }

    void isOfReadableLength() {
        for (const DemoFile& file : demoFiles()) {
            std::size_t size = 0;
            for (const std::string& text : file.texts)
                size += codePointCount(text);
            // About 500 to 1,500 English words; Chinese takes a third as many characters.
            const std::size_t least = file.lang == "en" ? 3000 : 1000;
            if (size < least || size > 10000)
                FAIL_AT(file, std::to_string(size) + " characters of text");
        }
    }

    void editionsOfAnArticleRunParallel() {
        for (const auto& [slug, files] : editionsBySlug()) {
            const DemoFile& first = *files[0];
            for (const DemoFile* file : files) {
                for (const char* key :
                     {"titles.en", "titles.zh-Hant", "titles.zh-Hans", "source", "date", "archive", "topics"})
                    if (file->front.at(key) != first.front.at(key))
                        FAIL_AT(*file, std::string(key) + " differs from " + first.name);
                for (std::size_t i = 0; i < std::min(file->blocks.size(), first.blocks.size()); ++i)
                    if (file->blocks[i] != first.blocks[i])
                        FAIL_AT(*file, file->blocks[i] + " where " + first.name + " has " + first.blocks[i] +
                                           ": " + file->texts[i]);
                QCOMPARE(file->blocks.size(), first.blocks.size());
            }
        }
    }

    // Scales (億, million) are for the checks of quantities; a cell without words must be the same
    // everywhere.
    void editionsAgreeOnPlainFigures() {
        for (const auto& [slug, files] : editionsBySlug())
            for (const DemoFile* file : files)
                for (std::size_t t = 0; t < file->tables.size(); ++t)
                    for (std::size_t r = 1; r < file->tables[t].rows.size(); ++r)
                        for (std::size_t c = 1; c < file->tables[t].rows[r].size(); ++c) {
                            const std::string& ours = file->tables[t].rows[r][c];
                            const std::string& theirs = files[0]->tables[t].rows[r][c];
                            const bool figures =
                                ours.find_first_of("0123456789") != std::string::npos && !hasHan(ours) &&
                                theirs.find_first_of("abdefhijlnoqruvxyz") == std::string::npos;
                            if (figures && !hasHan(theirs) && ours != theirs)
                                FAIL_AT(*file, ours + " where " + files[0]->name + " has " + theirs);
                        }
    }

    void isWrittenInTheLanguageItClaims() {
        for (const DemoFile& file : demoFiles()) {
            const Language claimed = languageFromTag(file.lang);
            std::string body;
            for (const std::string& text : file.texts)
                body += text + "\n";
            QCOMPARE(detectLanguage(body), claimed);
            if (!isChinese(claimed)) {
                if (hasHan(body))
                    FAIL_AT(file, "has Chinese in its text");
                continue;
            }
            for (const WrittenTable& table : file.tables)
                for (const Cells& row : table.rows)
                    for (const std::string& cell : row)
                        body += cell + "\n";
            const HanScript foreign =
                claimed == Language::TraditionalChinese ? HanScript::Simplified : HanScript::Traditional;
            for (const char32_t c : toUtf32(body + file.front.at("title") + file.front.at("summary")))
                if (hanScript(c) == foreign)
                    FAIL_AT(file, "has " + toUtf8(std::u32string(1, c)) + " of the other script");
        }
    }

    void regionalWordsAreThoseOfTheRegion() {
        static const std::map<std::string, std::vector<std::string>> foreignWords{
            {"zh-Hant",
             {"數據中心", "芯片", "軟件", "服務器", "內存", "帶寬", "信息", "默認", "質量", "網絡"}},
            {"zh-Hans",
             {"数据库中心", "资料中心", "晶片", "软体", "伺服器", "记忆体", "频宽", "资讯", "预设", "品质",
              "网路", "推论", "云端", "帐", "成长", "営收", "营收", "透过", "程式"}}};
        for (const DemoFile& file : demoFiles())
            if (foreignWords.contains(file.lang))
                for (const std::string& text : file.texts)
                    for (const std::string& word : foreignWords.at(file.lang))
                        if (text.find(word) != std::string::npos)
                            FAIL_AT(file, word + " in " + text);
    }

    void saysWhichCompaniesAreFictional() {
        static const std::vector<std::string> invented{
            "Northgate", "Helio Compute", "Qinglan",  "青嵐雲",     "青岚云",          "Larkfield",
            "Egret AI",  "白鷺智能",      "白鹭智能", "Tessellate", "Brackwater Power"};
        for (const DemoFile& file : demoFiles()) {
            std::string body;
            for (const std::string& text : file.texts)
                body += text + "\n";
            for (const std::string& name : invented)
                if (body.find(name) != std::string::npos && body.find("ictional") == std::string::npos &&
                    body.find("虛構") == std::string::npos && body.find("虚构") == std::string::npos)
                    FAIL_AT(file, "does not say that " + name + " is fictional");
        }
    }

    // What the importer takes from each file is what is written in it.
    void everyFileParsesAsPromised() {
        for (const DemoFile& file : demoFiles()) {
            const Document document =
                parseDocument(resource("demo/" + file.name), {file.name, {}, {}, false});
            QCOMPARE(document.format, Format::Markdown);
            QCOMPARE(document.articles.size(), std::size_t{1});
            const Article& article = document.articles[0];
            for (const auto& [got, key] : std::initializer_list<std::pair<std::string, const char*>>{
                     {article.title, "title"},
                     {article.titleEnglish, "titles.en"},
                     {article.titleTraditional, "titles.zh-Hant"},
                     {article.titleSimplified, "titles.zh-Hans"},
                     {article.slug, "slug"},
                     {article.source, "source"},
                     {article.author, "author"},
                     {article.published.earliest, "date"},
                     {article.archive, "archive"},
                     {article.summary, "summary"}})
                if (got != file.front.at(key))
                    FAIL_AT(file, std::string(key) + " is read as " + got);
            if (languageTag(article.language) != file.lang)
                FAIL_AT(file, "language is read as " + std::string(languageTag(article.language)));
            const std::string& topics = file.front.at("topics");
            if (article.topics.size() != static_cast<std::size_t>(std::ranges::count(topics, ',')) + 1)
                FAIL_AT(file, "topics are read otherwise");

            if (article.tables.size() != file.tables.size())
                FAIL_AT(file, std::to_string(article.tables.size()) + " tables");
            for (std::size_t t = 0; t < file.tables.size(); ++t) {
                const auto& table = article.tables[t];
                const WrittenTable& written = file.tables[t];
                // the colon may belong to the caption or be taken off
                if (table.caption.empty() || !written.caption.starts_with(table.caption))
                    FAIL_AT(file, "caption is read as " + table.caption);
                if (table.rows.size() + 1 != written.rows.size())
                    FAIL_AT(file, "rows are lost under " + written.caption);
                for (std::size_t r = 0; r < table.rows.size(); ++r)
                    for (std::size_t c = 0; c < table.rows[r].size(); ++c)
                        if (table.rows[r][c].text != written.rows[r + 1][c])
                            FAIL_AT(file, "cell is read as " + table.rows[r][c].text);
            }
            if (article.takeaways.size() != file.takeaways)
                FAIL_AT(file, std::to_string(article.takeaways.size()) + " takeaways");
            for (std::size_t t = 0; t < article.takeaways.size(); ++t)
                if (article.takeaways[t].table != static_cast<int>(t))
                    FAIL_AT(file, "takeaway belongs to the wrong table: " + article.takeaways[t].text);
            if (article.questions.size() != questionsOf(file))
                FAIL_AT(file, std::to_string(article.questions.size()) + " questions");
        }
    }

    void theListOfPlantedErrorsNamesArticlesThatExist() {
        const auto editions = editionsBySlug();
        const std::vector<std::string> lines = linesOf(resource("demo/README.md"));
        std::size_t at = 0, errors = 0;
        while (at < lines.size() && lines[at] != "## Errors made on purpose")
            ++at;
        for (; at < lines.size(); ++at) {
            if (!lines[at].starts_with("| ") || lines[at].starts_with("| article"))
                continue;
            const std::string name = cellsOf(lines[at])[0];
            const std::string slug = name.substr(0, name.find(' '));
            QVERIFY2(editions.contains(slug), qPrintable(QString::fromStdString(slug)));
            ++errors;
        }
        QVERIFY(errors >= 8);
    }

    void noSentenceOfTheRealArticleIsInTheRepository() {
        namespace fs = std::filesystem;
        const fs::path seed = fs::path(PARALLAX_SOURCE_DIR) / "../shared/golden/seed/article.txt";
        if (!fs::exists(seed))
            QSKIP("The real article is not beside this checkout.");
        std::ifstream stream(seed, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(stream)), {});
        constexpr std::size_t shingle = 40;
        std::unordered_set<std::u32string> shingles;
        for (const std::string& line : linesOf(text)) {
            const std::u32string letters = skeleton(line);
            for (std::size_t i = 0; i + shingle <= letters.size(); ++i)
                shingles.insert(letters.substr(i, shingle));
        }
        QVERIFY(shingles.size() > 5000);
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(PARALLAX_SOURCE_DIR) / "resources")) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string content((std::istreambuf_iterator<char>(file)), {});
            for (const std::string& line : linesOf(content)) {
                const std::u32string letters = skeleton(line);
                for (std::size_t i = 0; i + shingle <= letters.size(); ++i)
                    if (shingles.contains(letters.substr(i, shingle)))
                        QFAIL(qPrintable(
                            QString::fromStdString(entry.path().filename().string() + ": " + line)));
            }
        }
    }
};

PARALLAX_TEST(TestDemoLibrary)

} // namespace test_library
#include "test_library.moc"
