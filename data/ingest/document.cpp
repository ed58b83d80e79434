// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/document.h"

#include "base/error.h"
#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/ingest/feed.h"
#include "data/ingest/html.h"
#include "data/ingest/opml.h"
#include "data/ingest/pdf.h"

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
        document.format = Format::Markdown;
        Article article;
        article.text = bytes;
        std::size_t at = 0;
        while (at < bytes.size()) {
            const auto end = std::min(bytes.find('\n', at), bytes.size());
            const std::string_view line = trim(bytes.substr(at, end - at));
            if (!line.empty()) {
                Block block;
                const auto begin = static_cast<std::size_t>(line.data() - bytes.data());
                block.span = {begin, begin + line.size()};
                block.text = line;
                block.kind = article.blocks.empty() ? BlockKind::Title : BlockKind::Paragraph;
                block.language = detectLanguage(line);
                if (article.blocks.empty())
                    article.title = line;
                article.blocks.push_back(std::move(block));
            }
            at = end + 1;
        }
        article.language = detectLanguage(bytes);
        article.url = hints.url;
        article.slug = slugFromUrl(hints.url);
        document.articles.push_back(std::move(article));
    }
    return document;
}

} // namespace parallax::data
