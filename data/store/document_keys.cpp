// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/document_keys.h"

#include <map>
#include <string>

#include "data/article/identity.h"
#include "data/store/recipe.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::string_view keySetting = "article_key";
constexpr std::string_view keyVersion = "2"; // 1: of titles in the script that they were written in

std::map<std::string, int> countKeys(const std::vector<StoredForm>& forms) {
    std::map<std::string, int> count;
    for (const StoredForm& form : forms)
        ++count[form.key];
    return count;
}

} // namespace

void keepItemsApart(const Document& document, std::vector<StoredForm>& forms) {
    if (document.format == Format::Feed)
        for (std::size_t i = 0; i < forms.size(); ++i) {
            const std::string& url = document.articles[i].url;
            const std::string part = url.find('#') == url.npos ? std::string() : url.substr(url.find('#'));
            if (part.size() > 1 && forms[i].key.starts_with("url:"))
                forms[i].key += part;
        }
    std::map<std::string, int> count = countKeys(forms);
    std::vector<bool> nameless(forms.size()); // neither a link nor an id of their own
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (count[forms[i].key] < 2)
            continue;
        const Article& article = document.articles[i];
        const bool named =
            !article.itemId.empty() && canonicalUrl(article.itemId) != canonicalUrl(article.url);
        nameless[i] = !named && article.url.empty();
        forms[i].key +=
            "|" + (named ? article.itemId : sha256Hex(article.title + '\n' + article.published.written));
    }
    // Those of one title and one date are told apart by what they say; it is the same in the next import,
    // where their order in the document need not be.
    count = countKeys(forms);
    for (std::size_t i = 0; i < forms.size(); ++i)
        if (nameless[i] && count[forms[i].key] > 1)
            forms[i].key += "|" + sha256Hex(document.articles[i].text);
}

bool articleKeysAreOutdated(Library& library) {
    return recipeIsOutdated(library, keySetting, keyVersion);
}

void renewArticleKeys(Library& library) {
    std::vector<std::pair<std::int64_t, std::string>> renewed;
    {
        Statement row(library, "SELECT id, key FROM article WHERE key LIKE 'title:%'");
        while (row.step())
            if (std::string key = keyInOneScript(row.view(1)); key != row.view(1))
                renewed.emplace_back(row.integer(0), std::move(key));
    }
    for (const auto& [id, key] : renewed)
        Statement(library, "UPDATE OR IGNORE article SET key = ? WHERE id = ?").bind(key).bind(id).run();
    keepRecipe(library, keySetting, keyVersion);
}

} // namespace parallax::data
