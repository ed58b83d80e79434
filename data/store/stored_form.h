// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/article_store.h"

namespace parallax::data {

// What an article is stored as, as far as no library is asked for it. The import makes it in the threads that
// parse, because the one thread that writes is what all others wait for.
struct StoredForm {
    std::string key;                 // identity.h, articleKey
    std::string documentHash;        // SHA-256 of the file's bytes
    std::string contentHash;         // of what tells a new version: the file, or the article's part of a feed
    std::string metadata;            // JSON (edition_metadata.h)
    std::vector<std::string> tables; // JSON, in the order of Article::tables
    std::string asked;               // what the reading was asked with (asked_reading.h)
    bool readAgain = false;          // the person asked for another reading of bytes that may be here already
};

StoredForm storedForm(const Article& article, const Document& document, std::string documentHash,
                      std::string_view origin);

// ArticleStore::save with the form made beforehand.
SavedArticle saveArticle(Library& library, const Article& article, const StoredForm& form,
                         std::string_view raw, const Document& document, std::string_view origin);

// Puts the kept bytes of a document right where they are no longer those of its hash. True when they were
// not.
bool mendDocument(Library& library, const std::string& documentHash, std::string_view raw);

// Gathers anew what lists show of the articles of which it is no longer what was stored, and gives these;
// names of sources, topics and months that no article has go. Within a Transaction.
std::vector<ArticleId> mendArticles(Library& library);

// Another reading of the bytes that an edition comes from takes the place of the one there, as the same
// version; within a Transaction. False where the article has an edition in the language that it is in now.
bool replaceReading(Library& library, ArticleId id, EditionId edition, const Article& article,
                    const StoredForm& form, std::string_view raw);

} // namespace parallax::data
