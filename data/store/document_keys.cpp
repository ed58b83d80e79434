// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/document_keys.h"

#include <map>
#include <string>

#include "data/article/identity.h"

namespace parallax::data {

void keepItemsApart(const Document& document, std::vector<StoredForm>& forms) {
    if (document.format == Format::Feed)
        for (std::size_t i = 0; i < forms.size(); ++i) {
            const std::string& url = document.articles[i].url;
            const std::string part = url.find('#') == url.npos ? std::string() : url.substr(url.find('#'));
            if (part.size() > 1 && forms[i].key.starts_with("url:"))
                forms[i].key += part;
        }
    std::map<std::string, int> count;
    for (const StoredForm& form : forms)
        ++count[form.key];
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (count[forms[i].key] < 2)
            continue;
        const Article& article = document.articles[i];
        const bool named =
            !article.itemId.empty() && canonicalUrl(article.itemId) != canonicalUrl(article.url);
        forms[i].key +=
            "|" + (named ? article.itemId : sha256Hex(article.title + '\n' + article.published.written));
    }
}

} // namespace parallax::data
