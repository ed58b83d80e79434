// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <QTemporaryDir>

#include "data/store/article_store.h"
#include "data/store/transaction.h"

namespace parallax::data::testing {

// A folder that goes with the test, and small articles to keep in it.
class Folder {
  public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    std::filesystem::path library() const { return path() / "library.sqlite3"; }

  private:
    QTemporaryDir m_folder;
};

inline void writeFile(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string readAll(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

// Builds an article and its text together, so that the spans are true.
class Draft {
  public:
    explicit Draft(const std::string& title, Language language = Language::English) {
        article.title = title;
        article.language = language;
        add(BlockKind::Title, title);
    }

    Draft& add(BlockKind kind, const std::string& text, const std::string& marker = {}) {
        Block block;
        block.kind = kind;
        block.language = article.language;
        block.span.begin = article.text.size();
        article.text += marker + text;
        block.span.end = article.text.size();
        block.text = text;
        article.text += "\n\n";
        article.blocks.push_back(block);
        return *this;
    }

    Draft& addTable(const std::string& caption, const std::vector<std::string>& header,
                    const std::vector<std::vector<std::string>>& rows) {
        Table table;
        table.caption = caption;
        const auto cells = [](const std::vector<std::string>& texts) {
            std::vector<Cell> made;
            for (const std::string& text : texts)
                made.push_back({text, {}, {}});
            return made;
        };
        table.header = cells(header);
        for (const auto& row : rows)
            table.rows.push_back(cells(row));
        table.alignments.resize(header.size());
        add(BlockKind::Table, caption);
        article.blocks.back().table = static_cast<int>(article.tables.size());
        article.blocks.back().text.clear();
        article.tables.push_back(table);
        return *this;
    }

    Article article;
};

inline Document documentOf(Format format = Format::Markdown) {
    Document document;
    document.format = format;
    document.encoding = "UTF-8";
    return document;
}

// Saves within a transaction of its own; the bytes are the article's text.
inline SavedArticle saveNow(Library& library, const Article& article) {
    Transaction transaction(library);
    const SavedArticle saved = library.articles().save(article, article.text, documentOf(), "/tmp/a.md");
    transaction.commit();
    return saved;
}

} // namespace parallax::data::testing
