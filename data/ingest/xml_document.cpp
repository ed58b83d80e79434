// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/xml_document.h"

#include <algorithm>
#include <array>
#include <vector>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include "base/error.h"
#include "base/utf8.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/url.h"
#include "data/ingest/xml_depth.h"
#include "data/ingest/xml_scan.h"
#include "data/ingest/xml_tags.h"

namespace parallax::data {
namespace {

bool isXmlBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// What stands before the first element: blanks, declaration, comments, document type.
struct Prolog {
    std::size_t end = 0; // where the first element begins, or the text ends
    std::string_view documentType;
    bool blanksBeforeDeclaration = false;
    bool strayText = false;
};

Prolog readProlog(std::string_view text) {
    Prolog prolog;
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::size_t begin = at;
    while (at < text.size()) {
        if (isXmlBlank(text[at])) {
            ++at;
        } else if (text[at] != '<') {
            prolog.strayText = true;
            at = std::min(text.find('<', at), text.size());
        } else if (text.compare(at, 4, "<!--") == 0) {
            at = behind(text, "-->", at + 4);
        } else if (text.compare(at, 2, "<?") == 0) {
            if (at > begin && text.compare(at, 6, "<?xml ") == 0)
                prolog.blanksBeforeDeclaration = true;
            at = behind(text, "?>", at + 2);
        } else if (text.compare(at, 2, "<!") == 0) {
            const std::size_t start = at;
            const std::size_t bracket = text.find_first_of("[>", at);
            at = bracket != text.npos && text[bracket] == '[' ? behind(text, ">", behind(text, "]", bracket))
                                                              : behind(text, ">", at);
            prolog.documentType = text.substr(start, at - start);
        } else {
            break;
        }
    }
    prolog.end = at;
    return prolog;
}

std::size_t lineOf(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::size_t>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())),
                   '\n'));
}

// "&name;" or "&#…;" at `at`: what stands for it in repaired XML, and how many bytes it took; length 0 when
// it is no reference at all.
struct Reference {
    std::string replacement;
    std::size_t length = 0;
};

Reference referenceAt(std::string_view text, std::size_t at) {
    const std::size_t end = text.substr(at, 40).find(';');
    if (end == text.npos || end < 2)
        return {};
    const std::string_view name = text.substr(at + 1, end - 1);
    const std::string_view whole = text.substr(at, end + 1);
    if (name[0] == '#') {
        const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        char32_t value = 0;
        const std::string_view digits = name.substr(hex ? 2 : 1);
        if (digits.empty() || digits.size() > 8)
            return {};
        for (const char c : digits) {
            const int digit = c >= '0' && c <= '9'          ? c - '0'
                              : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                            : -1;
            if (digit < 0)
                return {};
            value = value * (hex ? 16U : 10U) + static_cast<char32_t>(digit);
        }
        const bool allowed = value == 9 || value == 10 || value == 13 || (value >= 32 && value < 0xD800) ||
                             (value >= 0xE000 && value < 0xFFFE) || (value >= 0x10000 && value <= 0x10FFFF);
        return {allowed ? std::string(whole) : std::string(), whole.size()};
    }
    for (const std::string_view known : {"amp", "lt", "gt", "quot", "apos"})
        if (name == known)
            return {std::string(whole), whole.size()};
    if (!std::all_of(name.begin(), name.end(), [](char c) { return isXmlNameByte(c) && !(c & 0x80); }))
        return {};
    const htmlEntityDesc* entity =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
    if (!entity)
        return {};
    return {"&#" + std::to_string(entity->value) + ";", whole.size()};
}

// Names of namespaces that feeds use, with the prefix by which everyone knows them.
struct KnownNamespace {
    std::string_view uri;
    std::string_view prefix;
};
constexpr std::array<KnownNamespace, 17> knownNamespaces{{
    {"http://www.w3.org/2005/Atom", "atom"},
    {"http://purl.org/atom/ns#", "atom"},
    {"http://purl.org/atom/app#", "app"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://channel.netscape.com/rdf/simple/0.9/", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"http://search.yahoo.com/mrss/", "media"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://opml.org/spec2", ""},
}};

std::string_view view(const xmlChar* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

} // namespace

namespace {

// Where a document type first defines an entity that is more than another spelling of one of HTML's single
// characters (<!ENTITY nbsp "&#160;">). Those are read as HTML's whatever is written there, so that nothing
// is ever expanded; npos where none is refused.
std::size_t refusedEntity(std::string_view documentType) {
    constexpr std::string_view opening = "<!ENTITY";
    for (std::size_t at = documentType.find(opening); at != documentType.npos;
         at = documentType.find(opening, at + 1)) {
        std::string_view rest = trim(documentType.substr(at + opening.size(), 80));
        const std::string_view name = xmlNameAt(rest, 0);
        rest = trim(rest.substr(name.size()));
        const char quote = rest.empty() ? '\0' : rest.front();
        const std::size_t end = quote == '"' || quote == '\'' ? rest.find(quote, 1) : rest.npos;
        if (name.empty() || end == rest.npos)
            return at;
        const std::string_view value = rest.substr(1, end - 1);
        const bool reference = value.starts_with("&#") && referenceAt(value, 0).length == value.size() &&
                               !referenceAt(value, 0).replacement.empty();
        const bool character = !value.empty() && value.find_first_of("&%<") == value.npos &&
                               decodeAt(value, 0).length == value.size();
        if (!(reference || character) ||
            !htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str())))
            return at;
    }
    return documentType.npos;
}

} // namespace

std::string_view rootElementName(std::string_view text) noexcept {
    const std::string_view begin = trim(text.substr(0, 256));
    if (!begin.starts_with('<') && !begin.starts_with("\xEF\xBB\xBF")) // most documents are no XML
        return {};
    const Prolog prolog = readProlog(text);
    if (prolog.end >= text.size() || prolog.strayText)
        return {};
    std::string_view name = xmlNameAt(text, prolog.end + 1);
    const std::size_t colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

std::string repairXml(std::string_view utf8) {
    const std::string valid = isUtf8(utf8) ? std::string() : repairUtf8(utf8);
    const std::string_view text = valid.empty() ? utf8 : std::string_view(valid);
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '<') {
            const bool section = text.compare(at, 9, "<![CDATA[") == 0;
            if (section || text.compare(at, 4, "<!--") == 0) {
                const std::size_t end = behind(text, section ? "]]>" : "-->", at + 4);
                for (; at < end; ++at)
                    if (static_cast<unsigned char>(text[at]) >= 32 || isXmlBlank(text[at]))
                        out += text[at];
                continue;
            }
            const char next = at + 1 < text.size() ? text[at + 1] : ' ';
            if (!isXmlNameByte(next) && next != '/' && next != '!' && next != '?') {
                out += "&lt;";
                ++at;
                continue;
            }
            if ((next >= '0' && next <= '9') || next == '-' || next == '.') {
                out += "&lt;";
                ++at;
                continue;
            }
            // A tag is no longer than that; without a bound, a file of "<br<br<br" would take the square of
            // its size.
            const std::size_t end =
                isVoidHtml(xmlNameAt(text, at + 1)) ? at + text.substr(at, 8192).find('>') : text.npos;
            if (end < text.size() && end > at && text[end - 1] != '/') {
                const std::string_view tag = text.substr(at + 1, end - at - 1);
                if (tag.find('<') == tag.npos) { // its attributes may hold bare ampersands
                    out.append("<").append(repairXml(tag)).append("/>");
                    at = end + 1;
                    continue;
                }
            }
            out += c;
            ++at;
        } else if (c == '&') {
            const Reference reference = referenceAt(text, at);
            out += reference.length ? reference.replacement : "&amp;";
            at += reference.length ? reference.length : 1;
        } else {
            if (static_cast<unsigned char>(c) >= 32 || isXmlBlank(c))
                out += c;
            ++at;
        }
    }
    return out;
}

XmlDocument::Tree XmlDocument::read(std::string_view text, int options) {
    struct ContextDeleter {
        void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
    };
    static const bool initialised = (xmlInitParser(), true); // by the first of several threads
    (void)initialised;
    const std::unique_ptr<xmlParserCtxt, ContextDeleter> context(xmlNewParserCtxt());
    if (!context)
        throw std::bad_alloc();
    options |=
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
    Tree tree(xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                options));
    if (context->lastError.code == XML_ERR_NO_MEMORY)
        throw std::bad_alloc();
    if (context->wellFormed == 0 || context->nsWellFormed == 0) {
        m_illFormed = true;
        if (m_error.empty()) {
            m_errorLine = context->lastError.line;
            m_error = context->lastError.message ? repairUtf8(context->lastError.message) : "";
            m_error = trim(m_error);
        }
    }
    return tree;
}

XmlDocument::XmlDocument(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits) {
    const Prolog prolog = readProlog(utf8);
    const std::size_t entity = refusedEntity(prolog.documentType);
    if (entity != std::string_view::npos) {
        const auto at = static_cast<std::size_t>(prolog.documentType.data() - utf8.data()) + entity;
        throw Error(ErrorCode::DocumentMalformed, {hints.name, std::to_string(lineOf(utf8, at)),
                                                   "the document defines entities of its own"});
    }
    checkXmlDepth(utf8.substr(prolog.end), hints, limits);
    m_illFormed = prolog.blanksBeforeDeclaration || prolog.strayText;
    const std::size_t linesBefore = lineOf(utf8, prolog.end) - 1;

    // Without the declaration, whose encoding no longer holds, and the document type. That one may stand for
    // a DTD that defines HTML's entities (RSS 0.91): they are no mistake then.
    std::string_view text = utf8.substr(prolog.end);
    std::string withEntities;
    if (!prolog.documentType.empty()) {
        withEntities = repairXml(text);
        text = withEntities;
    }
    m_tree = read(text, 0);
    if (!m_tree) {
        const std::string repaired = matchTags(repairXml(text));
        m_tree = read(repaired, XML_PARSE_RECOVER);
    }
    m_root = m_tree ? xmlDocGetRootElement(m_tree.get()) : nullptr;
    if (!m_root)
        throw Error(ErrorCode::DocumentMalformed,
                    {hints.name,
                     std::to_string(linesBefore + static_cast<std::size_t>(std::max(m_errorLine, 1))),
                     m_error});
}

XmlName nameOf(const xmlNode* element) {
    const std::string_view name = view(element->name);
    if (element->ns) {
        const std::string_view uri = view(element->ns->href);
        for (const auto& known : knownNamespaces)
            if (uri == known.uri)
                return {known.prefix, name};
        return {view(element->ns->prefix), name};
    }
    const std::size_t colon = name.find(':'); // the prefix was never declared
    if (colon == name.npos)
        return {{}, name};
    return {name.substr(0, colon), name.substr(colon + 1)};
}

std::string xmlAttribute(const xmlNode* element, const char* name) {
    for (const xmlAttr* attribute = element->properties; attribute; attribute = attribute->next) {
        if (!equalsIgnoringCase(view(attribute->name), name))
            continue;
        std::string value;
        for (const xmlNode* part = attribute->children; part; part = part->next)
            value += view(part->content);
        return value;
    }
    return {};
}

namespace {

void escapeInto(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
}

// As HTML, without prefixes: what an Atom feed calls <xhtml:p> is <p>.
void writeMarkup(const xmlNode* node, std::string& out) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        escapeInto(out, view(node->content));
        return;
    }
    if (node->type != XML_ELEMENT_NODE)
        return;
    const std::string_view name = nameOf(node).local;
    out += '<';
    out += name;
    for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
        out += ' ';
        out += view(attribute->name);
        out += "=\"";
        for (const xmlNode* part = attribute->children; part; part = part->next)
            escapeInto(out, view(part->content));
        out += '"';
    }
    out += '>';
    for (const xmlNode* child = node->children; child; child = child->next)
        writeMarkup(child, out);
    if (!isVoidHtml(name))
        out.append("</").append(name).append(">");
}

} // namespace

std::string innerText(const xmlNode* element) {
    bool markup = false;
    for (const xmlNode* child = element->children; child; child = child->next)
        markup = markup || child->type == XML_ELEMENT_NODE;
    std::string out;
    for (const xmlNode* child = element->children; child; child = child->next) {
        if (markup)
            writeMarkup(child, out);
        else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            out += view(child->content);
    }
    return out;
}

std::string xmlBase(const xmlNode* element, std::string_view outer) {
    std::vector<std::string> bases;
    for (const xmlNode* node = element; node && node->type == XML_ELEMENT_NODE; node = node->parent)
        if (std::string base = xmlAttribute(node, "base"); !base.empty())
            bases.push_back(std::move(base));
    std::string result(outer);
    for (auto base = bases.rbegin(); base != bases.rend(); ++base)
        result = resolveUrl(result, *base);
    return result;
}

} // namespace parallax::data
