// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "store_fixture.h"

using namespace parallax;
using namespace parallax::data;
using namespace parallax::data::testing;

class TestArticleStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatIsSavedComesBackAsItWas();
};

void TestArticleStore::whatIsSavedComesBackAsItWas() {
    Folder folder;
    Library library(folder.library());
    Draft draft("Inference gets cheaper");
    draft.add(BlockKind::Heading, "Prices & limits", "## ").add(BlockKind::Paragraph, "A token costs $0.20.");
    draft.addTable("Prices", {"Model", "2025", "2026"}, {{"A", "$3", "$1"}, {"B", "$5", "$2"}});
    const SavedArticle saved = saveNow(library, draft.article);
    QCOMPARE(saved.outcome, ImportOutcome::Added);
    const StoredArticle stored = library.articles().load(saved.article);
    QCOMPARE(stored.article.text, draft.article.text);
    QCOMPARE(stored.article.blocks.size(), draft.article.blocks.size());
    QCOMPARE(stored.article.tables.size(), 1U);
}

QTEST_GUILESS_MAIN(TestArticleStore)
#include "test_article_store.moc"
