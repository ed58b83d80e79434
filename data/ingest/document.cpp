// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/document.h"

#include <array>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/ingest/delimited.h"
#include "data/ingest/encoding.h"
#include "data/ingest/feed.h"
#include "data/ingest/front_matter.h"
#include "data/ingest/html.h"
#include "data/ingest/markdown.h"
#include "data/ingest/opml.h"
#include "data/ingest/page.h"
#include "data/ingest/parsed_text.h"
#include "data/ingest/pdf.h"

namespace parallax::data {
namespace {

struct Signature {
    std::string_view bytes;
    const char* what;
};

// Files that people drop by mistake, told by their first bytes so that the message can name them.
constexpr std::array<Signature, 14> foreignFiles = {{
    {{"\x89PNG", 4}, "a PNG image"},
    {{"\xFF\xD8\xFF", 3}, "a JPEG image"},
    {{"GIF8", 4}, "a GIF image"},
    {{"PK\x03\x04", 4}, "a ZIP archive or Office document"},
    {{"\x1F\x8B", 2}, "a gzip archive"},
    {{"7z\xBC\xAF", 4}, "a 7-Zip archive"},
    {{"Rar!", 4}, "a RAR archive"},
    {{"SQLite format 3\0", 16}, "an SQLite database"},
    {{"\x7F"
      "ELF",
      4},
     "a program"},
    {{"GGUF", 4}, "a GGUF model"},
    {{"%!PS", 4}, "a PostScript document"},
    {{"{\\rtf", 5}, "an RTF document"},
    {{"\xD0\xCF\x11\xE0", 4}, "an Office document"},
    {{"wOF2", 4}, "a font"},
}};

bool endsWithAny(std::string_view name, std::initializer_list<std::string_view> endings) {
    std::string lower;
    for (const char c : name.substr(0, name.find_first_of("?#")))
        lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
    for (const std::string_view ending : endings)
        if (lower.ends_with(ending))
            return true;
    return false;
}

bool isType(const ParseHints& hints, std::string_view type) {
    return std::string_view(hints.contentType).starts_with(type);
}

bool isNamedHtml(const ParseHints& hints) {
    return endsWithAny(hints.name, {".html", ".htm", ".xhtml"}) || isType(hints, "text/html") ||
           isType(hints, "application/xhtml");
}

// Data for programs, told by the name, or by being JSON as a whole: prose can begin with a bracket, too.
bool isJsonData(std::string_view text, const ParseHints& hints) {
    if (endsWithAny(hints.name, {".json", ".jsonl", ".ndjson", ".geojson"}) ||
        isType(hints, "application/json"))
        return true;
    const std::string_view value = trim(text);
    return (value.starts_with('{') || value.starts_with('[')) && nlohmann::json::accept(value);
}

// A page saved as text, or Markdown: told apart by the name, a site's own marks, and what is written.
void parsePlain(std::string text, const ParseHints& hints, const ParseLimits& limits, Document& document) {
    Article article;
    article.url = hints.url;
    article.slug = slugFromUrl(hints.url);
    article.text = std::move(text);
    const SiteProfile& profile = recogniseSite(article.text);
    const bool named =
        endsWithAny(hints.name, {".md", ".markdown", ".mdown"}) || isType(hints, "text/markdown");
    const bool site = profile.name != genericProfile().name;
    // Front matter is never a saved page's, whatever labels follow it.
    const bool front = frontMatterLength(article.text) > 0;
    if (front || (!site && (named || looksLikeMarkdown(article.text)))) {
        document.format = Format::Markdown;
        parseMarkdown(article, profile, hints, limits);
    } else {
        document.format = Format::SavedPage;
        Outline outline = readLines(article.text, profile, hints, limits);
        interpretPage(article, std::move(outline), profile);
    }
    if (article.blocks.empty())
        throw Error(ErrorCode::DocumentEmpty, {hints.name});
    document.articles.push_back(std::move(article));
}

} // namespace

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
    case Format::Delimited:
        return "delimited";
    case Format::Unknown:
        break;
    }
    return "unknown";
}

Document parseDocument(std::string_view bytes, const ParseHints& hints, const ParseLimits& limits) {
    if (bytes.size() > limits.bytes)
        throw Error(ErrorCode::FileTooLarge,
                    {hints.name, std::to_string(bytes.size()), std::to_string(limits.bytes)});
    if (bytes.empty())
        throw Error(ErrorCode::DocumentEmpty, {hints.name, "blank"});
    Document document;
    if (looksLikePdf(bytes)) {
        document.format = Format::Pdf;
        parsePdf(bytes, hints, limits, document);
        cutLongTitles(hints, document);
        return document;
    }
    for (const Signature& signature : foreignFiles)
        if (bytes.starts_with(signature.bytes))
            throw Error(ErrorCode::FormatUnknown, {hints.name, signature.what});

    DecodedText decoded = decodeText(bytes, hints);
    document.encoding = decoded.encoding;
    document.encodingConfidence = decoded.confidence;
    document.issues = std::move(decoded.issues);
    const bool mayBeEscaped =
        decoded.text.find('&') != std::string::npos || decoded.text.find("\\u") != std::string::npos;
    if (mayBeEscaped && hints.repairMojibake)
        if (auto repaired = repairEscapedMojibake(decoded.text, looksLikeFeed(decoded.text)))
            decoded.text = std::move(*repaired);
    const std::string source = mayBeEscaped ? decoded.text : std::string(); // parsing may take the text
    const std::string_view text = decoded.text;
    if (trim(text).empty())
        throw Error(ErrorCode::DocumentEmpty, {hints.name, "blank"});
    if (looksLikeOpml(text)) {
        document.format = Format::Opml;
        parseOpml(text, hints, limits, document);
    } else if (looksLikeFeed(text)) {
        document.format = Format::Feed;
        parseFeed(text, hints, limits, document);
    } else if (looksLikeHtml(text) || (isNamedHtml(hints) && hasHtmlElement(text))) {
        document.format = Format::Html;
        document.articles.push_back(parseHtml(text, hints, limits));
    } else if (isJsonData(text, hints)) {
        throw Error(ErrorCode::FormatUnknown, {hints.name, "JSON that is no feed"});
    } else if (text.starts_with("<?xml")) {
        throw Error(ErrorCode::FormatUnknown, {hints.name, "XML that is neither a feed nor a page"});
    } else if (looksDelimited(text, hints)) {
        document.format = Format::Delimited;
        document.articles.push_back(parseDelimited(std::move(decoded.text), hints, limits));
    } else {
        parsePlain(std::move(decoded.text), hints, limits, document);
    }
    if (mayBeEscaped)
        checkParsedText(source, hints, document);
    cutLongTitles(hints, document);
    return document;
}

} // namespace parallax::data
