// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/pdf.h"

#include <algorithm>
#include <array>
#include <memory>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "base/error.h"
#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/ingest/date_text.h"
#include "data/ingest/html_blocks.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/languages.h"
#include "data/ingest/pdf_layout.h"

namespace parallax::data {
namespace {

// PDFs name glyphs, and many name the glyph of 一 as the Kangxi radical ⼀ (U+2F00), "fi" as one ligature:
// letters that no search would find.
bool isGlyphName(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFB00 && c <= 0xFB06);
}

void appendUnified(std::string& out, char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* normal = unorm2_getNFKCInstance(&status);
    std::array<UChar, 20> plain{};
    const int length = U_FAILURE(status)
                           ? -1
                           : unorm2_getRawDecomposition(normal, static_cast<UChar32>(c), plain.data(),
                                                        static_cast<int>(plain.size()), &status);
    if (length <= 0 || U_FAILURE(status))
        return appendUtf8(out, c);
    for (int i = 0; i < length;) {
        UChar32 part = 0;
        U16_NEXT(plain.data(), i, length, part);
        appendUtf8(out, static_cast<char32_t>(part));
    }
}

std::string fromUtf16(const poppler::ustring& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000)
            c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U);
        if (isGlyphName(c))
            appendUnified(out, c);
        else if (c >= 0x20)
            appendUtf8(out, c); // a lone surrogate becomes U+FFFD
    }
    return out;
}

bool isUseful(const std::string& title) {
    const std::size_t length = codePointCount(title);
    if (length < 4 || length > 250 || equalsIgnoringCase(title, "untitled") ||
        title.find(" - Microsoft") != title.npos || title.starts_with("Microsoft Word - "))
        return false;
    for (const std::string_view end :
         {".doc", ".docx", ".indd", ".pdf", ".tex", ".dvi", ".ppt", ".pptx", ".qxd"})
        if (title.size() > end.size() &&
            equalsIgnoringCase(std::string_view(title).substr(title.size() - end.size()), end))
            return false;
    return true;
}

PdfPage readPage(const poppler::page& page) {
    PdfPage result;
    const poppler::rectf box = page.page_rect();
    result.width = box.width();
    result.height = box.height();
    for (const auto& word : page.text_list(poppler::page::text_list_include_font)) {
        const poppler::rectf place = word.bbox();
        std::string text = collapseBlanks(fromUtf16(word.text()));
        const bool sane =
            place.left() >= -1e5 && place.right() <= 1e5 && place.top() >= -1e5 && place.bottom() <= 1e5;
        if (text.empty() || word.rotation() != 0 || !sane)
            continue;
        const std::string font = word.has_font_info() ? word.get_font_name() : std::string();
        const double size = word.has_font_info() ? word.get_font_size() : place.height();
        result.words.push_back({std::move(text), place.left(), place.top(), place.right(), place.bottom(),
                                std::clamp(size, 1.0, 1000.0),
                                font.find("Bold") != font.npos || font.find("Black") != font.npos ||
                                    font.find("Heavy") != font.npos});
    }
    return result;
}

// The document's own title, else the largest heading of its beginning.
void findTitle(const std::string& metadata, Article& article) {
    Block* largest = nullptr;
    for (std::size_t i = 0; i < std::min<std::size_t>(article.blocks.size(), 8); ++i) {
        Block& block = article.blocks[i];
        if (block.kind == BlockKind::Heading && (!largest || block.level < largest->level))
            largest = &block;
    }
    if (isUseful(metadata))
        article.title = metadata;
    else if (largest)
        article.title = largest->text;
    else if (!article.blocks.empty())
        article.title = utf8Prefix(article.blocks.front().text, 200);
    if (largest && collapseBlanks(largest->text) == article.title)
        largest->kind = BlockKind::Title;
}

} // namespace

bool looksLikePdf(std::string_view bytes) noexcept {
    return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

void parsePdf(std::string_view bytes, const ParseHints& hints, const ParseLimits& limits,
              Document& document) {
    document.format = Format::Pdf;
    document.encoding = "PDF";
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    const std::unique_ptr<poppler::document> pdf(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!pdf)
        throw Error(ErrorCode::DocumentMalformed, {hints.name, "", "PDF"});
    if (pdf->is_locked())
        throw Error(ErrorCode::DocumentEncrypted, {hints.name});

    std::vector<PdfPage> pages;
    const int count = std::min(pdf->pages(), limits.pages);
    for (int i = 0; i < count; ++i) {
        const std::unique_ptr<poppler::page> page(pdf->create_page(i));
        if (page)
            pages.push_back(readPage(*page));
    }
    Article article;
    layOutPdf(pages, hints, limits, article);
    if (article.blocks.empty())
        throw Error(ErrorCode::DocumentEmpty, {hints.name});
    if (pdf->pages() > limits.pages)
        document.issues.push_back({IssueSeverity::Warning,
                                   "pages-limit",
                                   {std::to_string(pdf->pages()), std::to_string(limits.pages)},
                                   {}});
    findTitle(collapseBlanks(fromUtf16(pdf->get_title())), article);
    interpretBlocks(article);
    article.author = collapseBlanks(fromUtf16(pdf->get_author()));
    article.url = hints.url;
    if (const auto created = parseDate(std::to_string(pdf->get_creation_date_t()))) {
        article.published = {created->earliest(), created->latest(), created->instant};
        article.archiveMonth = article.published.earliest.substr(0, 7);
    }
    decideLanguages(article);
    document.articles.push_back(std::move(article));
}

} // namespace parallax::data
