// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A library in a temporary folder and everything a workspace needs around it.

#include <QStandardPaths>
#include <QTemporaryDir>

#include "data/store/transaction.h"
#include "tests/ui/reader/article_fixture.h"
#include "ui/common/actions.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/settings.h"
#include "ui/common/tasks.h"
#include "ui/common/workspace.h"

namespace parallax::test {

class TemporaryLibrary {
  public:
    TemporaryLibrary() {
        path = folder.filePath(QStringLiteral("library.sqlite3")).toStdString();
        library = std::make_unique<data::Library>(path);
    }

    data::SavedArticle add(const data::Article& article) {
        data::Document document;
        document.format = data::Format::SavedPage;
        document.encoding = "UTF-8";
        data::Transaction transaction(*library);
        const data::SavedArticle saved =
            library->articles().save(article, article.text, document, "/somewhere/" + article.title + ".txt");
        transaction.commit();
        return saved;
    }

    // The bilingual article and `others` short ones.
    void fill(int others) {
        add(englishArticle());
        add(traditionalArticle());
        for (int i = 1; i <= others; ++i)
            add(shortArticle(i));
    }

    static data::Article shortArticle(int number) {
        ArticleBuilder b(data::Language::English);
        b.article.title = "Short note " + std::to_string(number);
        b.article.titleEnglish = b.article.title;
        b.article.source = number % 2 == 0 ? "Even Wire" : "Odd Wire";
        b.article.sourceCount = 500;
        b.article.archiveMonth = number % 3 == 0 ? "2026-01" : "2026-02";
        b.article.topics = {{"Shorts", 12}};
        b.add(data::BlockKind::Title, b.article.title);
        b.add(data::BlockKind::Paragraph, "Note number " + std::to_string(number) +
                                              " tells of one cloud and of one price of $" +
                                              std::to_string(number) + ".");
        return b.article;
    }

    QTemporaryDir folder;
    std::filesystem::path path;
    std::unique_ptr<data::Library> library;
};

// Client, tasks, issues, actions, settings: destroyed in the order in which the window destroys them.
struct Bench {
    explicit Bench(const std::filesystem::path& path)
        : client(path)
        , tasks(issues)
        , context{client, tasks, issues, actions, settings} {}

    ui::Settings settings;
    ui::ActionRegistry actions;
    ui::IssueModel issues;
    ui::LibraryClient client;
    ui::TaskManager tasks;
    ui::Context context;
};

} // namespace parallax::test
