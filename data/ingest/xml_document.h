// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <libxml/tree.h>

#include "data/ingest/document.h"

namespace parallax::data {

// The local name of the first element, without its prefix ("RDF" of <rdf:RDF>); empty when there is none.
std::string_view rootElementName(std::string_view text) noexcept;

// What people write into XML that is none: control characters, bare ampersands, HTML's named entities, `<` as
// a sign, <br> without its end. Text in CDATA sections and comments stays.
std::string repairXml(std::string_view utf8);

// An XML document, read strictly or, when that fails, repaired and recovered. Never fetches anything and
// never expands an entity.
class XmlDocument {
  public:
    // Throws DocumentMalformed for a document that defines entities or has no element that can be recovered,
    // DocumentTooDeep.
    XmlDocument(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits);

    const xmlNode* root() const { return m_root; }
    bool wasIllFormed() const { return m_illFormed; }

  private:
    struct Deleter {
        void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    };
    using Tree = std::unique_ptr<xmlDoc, Deleter>;
    Tree read(std::string_view text, int options);

    Tree m_tree;
    const xmlNode* m_root = nullptr;
    bool m_illFormed = false;
    int m_errorLine = 0;
    std::string m_error;
};

// An element's name with the prefix that its namespace usually has ("dc", "content", "atom"; "" for RSS),
// whatever prefix the document gave it, or forgot to declare.
struct XmlName {
    std::string_view prefix;
    std::string_view local;
};
XmlName nameOf(const xmlNode* element);

std::string xmlAttribute(const xmlNode* element, const char* name); // in any letter case; empty when missing

// Text and CDATA; elements inside (HTML that was not escaped) come out as markup.
std::string innerText(const xmlNode* element);

// The xml:base in force at an element, resolved against `outer`.
std::string xmlBase(const xmlNode* element, std::string_view outer);

} // namespace parallax::data
