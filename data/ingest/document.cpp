// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/document.h"

#include "base/error.h"
#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/ingest/feed.h"
#include "data/ingest/html.h"
#include "data/ingest/line_blocks.h"
#include "data/ingest/opml.h"
#include "data/ingest/page.h"
#include "data/ingest/pdf.h"
#include "data/ingest/site_profile.h"

namespace parallax::data {

std::string_view formatName(Format format) noexcept {
    switch (format) {
    case Format::SavedPage:
        return "saved-page";
    case Format::Markdown:
        return "markdown";
    case Format::Html:
        return "html";
    case Format::Feed:
        return "feed";
    case Format::Opml:
        return "opml";
    case Format::Pdf:
        return "pdf";
    case Format::Unknown:
        break;
    }
    return "unknown";
}

Document parseDocument(std::string_view bytes, const ParseHints& hints, const ParseLimits& limits) {
    if (bytes.size() > limits.bytes)
        throw Error(ErrorCode::FileTooLarge,
                    {hints.name, std::to_string(bytes.size()), std::to_string(limits.bytes)});
    Document document;
    if (looksLikePdf(bytes)) {
        document.format = Format::Pdf;
        parsePdf(bytes, hints, limits, document);
        return document;
    }
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (!isUtf8(bytes) || bytes.find('\0') != std::string_view::npos)
        throw Error(ErrorCode::EncodingUnknown, {hints.name});
    if (trim(bytes).empty())
        throw Error(ErrorCode::DocumentEmpty, {hints.name});
    document.encoding = "UTF-8";
    if (looksLikeOpml(bytes)) {
        document.format = Format::Opml;
        parseOpml(bytes, hints, limits, document);
    } else if (looksLikeFeed(bytes)) {
        document.format = Format::Feed;
        parseFeed(bytes, hints, limits, document);
    } else if (looksLikeHtml(bytes)) {
        document.format = Format::Html;
        document.articles.push_back(parseHtml(bytes, hints, limits));
    } else {
        const SiteProfile& profile = recogniseSite(bytes);
        document.format = Format::SavedPage;
        Article article;
        article.text = bytes;
        article.url = hints.url;
        article.slug = slugFromUrl(hints.url);
        interpretPage(article, readLines(article.text, profile, hints, limits), profile);
        document.articles.push_back(std::move(article));
    }
    return document;
}

} // namespace parallax::data
