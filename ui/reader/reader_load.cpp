// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of an article in one go.
#include "ui/reader/reader.h"

#include "data/store/annotation_store.h"
#include "data/store/article_store.h"
#include "data/store/reading_digest.h"

namespace parallax::ui {

LoadedArticle loadArticle(data::Library& library, data::ArticleId id, data::Language reading,
                          data::Language chinese) {
    LoadedArticle result;
    result.original = library.articles().load(id);
    const data::Language own = result.original.edition.language;
    const data::EditionRow* other = nullptr;
    for (const data::EditionRow& edition : result.original.editions) {
        if (edition.id == result.original.edition.id)
            continue;
        // The reading language itself; else its other script; beside another language the Chinese script
        // that was read last; else whatever there is.
        const auto rank = [&](const data::EditionRow& row) {
            if (row.language == reading)
                return 4;
            if (data::isChinese(row.language) && data::isChinese(reading))
                return 3;
            if (row.language == chinese && own != chinese)
                return 2;
            return row.language != own ? 1 : 0;
        };
        if (other == nullptr || rank(edition) > rank(*other))
            other = &edition;
    }
    if (other != nullptr)
        result.translation = library.articles().load(id, other->language);
    if (result.translation && result.translation->edition.id == result.original.edition.id)
        result.translation.reset();
    if (result.translation)
        result.pairs = data::alignBlocks(result.original.article.blocks, result.translation->article.blocks);
    result.notes = library.annotations().notes(id);
    result.related = library.articles().related(id, 6);
    result.checks = loadChecks(library, result);
    result.damaged = !data::isEditionWhole(library, result.original.edition.id) ||
                     (result.translation && !data::isEditionWhole(library, result.translation->edition.id));
    return result;
}

} // namespace parallax::ui
