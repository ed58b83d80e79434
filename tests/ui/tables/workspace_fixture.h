// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include "data/store/transaction.h"
#include "tests/data/store/store_fixture.h"
#include "tests/ui/tables/table_samples.h"
#include "ui/common/actions.h"
#include "ui/common/fonts.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/workspace.h"

namespace parallax::ui::testing {

struct SampleArticle {
    std::string title;
    std::string source;
    std::string month; // "2026-04"
    std::vector<data::Table> tables;
    data::Language language = data::Language::English;
    std::string slug; // editions of one article share it
};

// Writes articles with tables into a library, as an import would.
inline void fill(const std::filesystem::path& path, const std::vector<SampleArticle>& articles) {
    data::Library library(path);
    data::Transaction transaction(library);
    for (const SampleArticle& one : articles) {
        data::testing::Draft draft(one.title, one.language);
        draft.article.source = one.source;
        draft.article.archiveMonth = one.month;
        draft.article.slug = one.slug;
        draft.add(data::BlockKind::Paragraph, "Words before the table.");
        for (const data::Table& table : one.tables) {
            std::vector<std::string> header;
            for (const auto& cell : table.header)
                header.push_back(cell.text);
            std::vector<std::vector<std::string>> rows;
            for (const auto& row : table.rows) {
                rows.emplace_back();
                for (const auto& cell : row)
                    rows.back().push_back(cell.text);
            }
            draft.addTable(table.caption, header, rows);
        }
        data::Document document;
        document.format = data::Format::Markdown;
        document.encoding = "UTF-8";
        library.articles().save(draft.article, draft.article.text, document, one.title + ".md");
    }
    transaction.commit();
}

// What a workspace is given, on a library of its own.
class Desk {
  public:
    explicit Desk(const std::vector<SampleArticle>& articles) {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
        path = std::filesystem::path(folder.filePath(QStringLiteral("library.sqlite3")).toStdString());
        fill(path, articles);
        settings = std::make_unique<Settings>();
        issues = std::make_unique<IssueModel>();
        actions = std::make_unique<ActionRegistry>();
        library = std::make_unique<LibraryClient>(path);
        tasks = std::make_unique<TaskManager>(*issues);
        context = std::make_unique<Context>(Context{*library, *tasks, *issues, *actions, *settings});
    }

    QTemporaryDir folder;
    std::filesystem::path path;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<IssueModel> issues;
    std::unique_ptr<ActionRegistry> actions;
    std::unique_ptr<LibraryClient> library;
    std::unique_ptr<TaskManager> tasks;
    std::unique_ptr<Context> context;
};

inline std::vector<SampleArticle> samples() {
    namespace tables = parallax::ui::samples;
    return {{"Two clouds compared",
             "The Ledger",
             "2026-04",
             {tables::operations(), tables::strategy()},
             data::Language::English,
             {}},
            {"Who earns what", "Cloud Weekly", "2026-03", {tables::revenue()}, data::Language::English, {}}};
}

inline void dress(ThemeChoice theme, const QString& language) {
    auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
    QLocale::setDefault(QLocale(language));
    application.setFont(interfaceFont(language, 100));
    applyTheme(application, theme, 100, false);
}

} // namespace parallax::ui::testing
