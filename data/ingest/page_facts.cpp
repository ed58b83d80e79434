// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/page_facts.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/json_depth.h"
#include "base/utf8.h"
#include "data/ingest/entities.h"
#include "data/ingest/url.h"

namespace parallax::data {
namespace {

using Json = nlohmann::json;

constexpr std::size_t mostTopics = 32;
constexpr std::size_t mostQuestions = 100;

void keep(std::string& field, std::string_view value) {
    if (field.empty() && value.size() < 4000)
        field = collapseBlanks(value);
}

void addTopic(PageFacts& facts, std::string_view topic) {
    std::string name = collapseBlanks(topic);
    if (name.empty() || codePointCount(name) > 60 || facts.topics.size() >= mostTopics ||
        std::find(facts.topics.begin(), facts.topics.end(), name) != facts.topics.end())
        return;
    facts.topics.push_back(std::move(name));
}

void addTopics(PageFacts& facts, std::string_view list) {
    while (!list.empty()) {
        std::size_t end = list.find_first_of(",;");
        for (const std::string_view wide : {"，", "、"})
            end = std::min(end, list.find(wide));
        addTopic(facts, list.substr(0, end));
        if (end == list.npos)
            return;
        list.remove_prefix(end + decodeAt(list, end).length);
    }
}

// The text of a JSON-LD answer, which may be HTML.
std::string withoutTags(std::string_view text) {
    if (text.find_first_of("<&") == text.npos)
        return collapseBlanks(text);
    const HtmlTree tree(text, {}, {});
    return plainText(tree.body());
}

const Json* member(const Json& object, const char* name) {
    if (!object.is_object())
        return nullptr;
    const auto at = object.find(name);
    return at == object.end() ? nullptr : &*at;
}

// A text of JSON-LD is no HTML, but templates escape it as if it were. A body keeps its lines.
std::string plainly(std::string_view text) {
    return text.find('&') == text.npos ? std::string(text) : withoutEntities(text);
}

// A text, an object's name or @id, or the first of a list of either.
std::string wordOf(const Json* value, const char* name = "name") {
    if (!value)
        return {};
    if (value->is_string())
        return value->get<std::string>();
    if (value->is_array())
        return value->empty() ? std::string() : wordOf(&value->front(), name);
    if (const Json* inner = member(*value, name); inner && inner->is_string())
        return inner->get<std::string>();
    return {};
}

bool hasType(const Json& object, bool (*matches)(std::string_view)) {
    const Json* type = member(object, "@type");
    if (!type)
        return false;
    if (type->is_string())
        return matches(type->get_ref<const std::string&>());
    return type->is_array() && std::any_of(type->begin(), type->end(), [&](const Json& one) {
               return one.is_string() && matches(one.get_ref<const std::string&>());
           });
}

bool isArticleType(std::string_view type) {
    return type.ends_with("Article") || type == "BlogPosting" || type == "Report" ||
           type == "LiveBlogPosting";
}

void readArticle(const Json& object, Span script, PageFacts& facts) {
    keep(facts.title, plainly(wordOf(member(object, "headline"))));
    keep(facts.title, plainly(wordOf(member(object, "name"))));
    keep(facts.published, wordOf(member(object, "datePublished")));
    keep(facts.published, wordOf(member(object, "dateCreated")));
    keep(facts.site, plainly(wordOf(member(object, "publisher"))));
    keep(facts.description, withoutTags(wordOf(member(object, "description"))));
    keep(facts.language, wordOf(member(object, "inLanguage")));
    const std::string url = wordOf(member(object, "url"));
    keep(facts.url, url.empty() ? wordOf(member(object, "mainEntityOfPage"), "@id") : url);
    if (const Json* author = member(object, "author"); author && facts.author.empty()) {
        std::string names;
        if (author->is_array()) {
            for (const Json& one : *author) {
                const std::string name = wordOf(&one);
                if (!name.empty() && names.size() < 300)
                    names += (names.empty() ? "" : ", ") + name;
            }
        } else {
            names = wordOf(author);
        }
        keep(facts.author, plainly(names));
    }
    for (const char* which : {"keywords", "articleSection"}) {
        const Json* topics = member(object, which);
        if (topics && topics->is_string() && which[0] == 'k')
            addTopics(facts, plainly(topics->get_ref<const std::string&>()));
        else if (topics && topics->is_string())
            addTopic(facts, plainly(topics->get_ref<const std::string&>()));
        else if (topics && topics->is_array())
            for (const Json& one : *topics)
                addTopic(facts, plainly(wordOf(&one)));
    }
    if (const Json* body = member(object, "articleBody"); body && body->is_string() && facts.body.empty()) {
        facts.body = plainly(body->get_ref<const std::string&>());
        facts.bodySpan = script;
    }
}

void readQuestions(const Json& page, Span script, PageFacts& facts) {
    const Json* entities = member(page, "mainEntity");
    const auto one = [&](const Json& entity) {
        const std::string question = withoutTags(wordOf(member(entity, "name")));
        const std::string answer = withoutTags(wordOf(member(entity, "acceptedAnswer"), "text"));
        if (!question.empty() && !answer.empty() && facts.questions.size() < mostQuestions)
            facts.questions.emplace_back(question, answer);
    };
    if (entities && entities->is_array())
        for (const Json& entity : *entities)
            one(entity);
    else if (entities)
        one(*entities);
    facts.questionsSpan = script;
}

void readLinkedData(const Json& value, Span script, int depth, PageFacts& facts) {
    if (depth > 8)
        return;
    if (value.is_array()) {
        for (const Json& one : value)
            readLinkedData(one, script, depth + 1, facts);
        return;
    }
    if (!value.is_object())
        return;
    if (hasType(value, isArticleType))
        readArticle(value, script, facts);
    if (hasType(value, [](std::string_view type) { return type == "FAQPage"; }))
        readQuestions(value, script, facts);
    for (const char* below : {"@graph", "mainEntity"})
        if (const Json* inner = member(value, below))
            readLinkedData(*inner, script, depth + 1, facts);
}

void readScript(const GumboNode* script, const HtmlTree& tree, PageFacts& facts) {
    for (const GumboNode* child : childrenOf(script)) {
        if (!isText(child))
            continue;
        const std::string_view text = child->v.text.text;
        if (jsonDepth(text) > 64)
            continue;
        // Bad JSON-LD is common (comments, raw line breaks) and the page is readable without it.
        const Json json = Json::parse(text, nullptr, false, true);
        if (!json.is_discarded())
            readLinkedData(json, tree.spanOf(child), 0, facts);
    }
}

struct Gathered {
    PageFacts meta; // <meta>, <link>
    std::string ogTitle;
    std::string ogSite;
    std::string titleTag;
    std::string firstHeading;
    int headings = 0; // <h1>
    std::string timeElement;
    std::string authorElement;
};

void readMeta(const GumboNode* node, Gathered& gathered, std::string_view baseUrl) {
    std::string_view name = attribute(node, "property");
    if (name.empty())
        name = attribute(node, "name");
    if (name.empty())
        name = attribute(node, "itemprop");
    const std::string_view content = attribute(node, "content");
    if (name.empty() || content.empty())
        return;
    PageFacts& meta = gathered.meta;
    const auto is = [&](std::string_view other) { return equalsIgnoringCase(name, other); };
    if (is("og:title") || is("twitter:title"))
        keep(gathered.ogTitle, content);
    else if (is("og:site_name") || is("application-name"))
        keep(gathered.ogSite, content);
    else if (is("og:description") || is("description") || is("twitter:description"))
        keep(meta.description, content);
    else if (is("og:url"))
        keep(meta.url, resolveUrl(baseUrl, content));
    else if (is("article:published_time") || is("datePublished") || is("date") || is("dc.date") ||
             is("dc.date.issued") || is("dcterms.created") || is("pubdate") || is("publishdate") ||
             is("parsely-pub-date") || is("sailthru.date") || is("citation_publication_date"))
        keep(meta.published, content);
    else if ((is("author") || is("article:author") || is("dc.creator") || is("parsely-author") ||
              is("byl")) &&
             !isHttpUrl(content))
        keep(meta.author, content);
    else if (is("article:tag"))
        addTopic(meta, content);
    else if (is("keywords") || is("news_keywords"))
        addTopics(meta, content);
}

void gather(const GumboNode* node, const HtmlTree& tree, std::string_view baseUrl, PageFacts& linked,
            Gathered& gathered) {
    for (const GumboNode* child : childrenOf(node)) {
        if (!isElement(child))
            continue;
        switch (tagOf(child)) {
        case GUMBO_TAG_SCRIPT:
            if (attribute(child, "type").find("ld+json") != std::string_view::npos)
                readScript(child, tree, linked);
            continue;
        case GUMBO_TAG_META:
            readMeta(child, gathered, baseUrl);
            continue;
        case GUMBO_TAG_LINK:
            if (equalsIgnoringCase(attribute(child, "rel"), "canonical") && !attribute(child, "href").empty())
                gathered.meta.url = resolveUrl(baseUrl, attribute(child, "href"));
            continue;
        case GUMBO_TAG_TITLE:
            if (gathered.titleTag.empty())
                for (const GumboNode* text : childrenOf(child))
                    if (isText(text))
                        gathered.titleTag = collapseBlanks(text->v.text.text);
            continue;
        case GUMBO_TAG_SVG:
            continue;
        case GUMBO_TAG_H1: {
            const std::string heading = plainText(child);
            if (!heading.empty() && !isInvisible(child) && ++gathered.headings == 1)
                gathered.firstHeading = heading;
            break;
        }
        case GUMBO_TAG_TIME:
            keep(gathered.timeElement, attribute(child, "datetime").empty()
                                           ? plainText(child)
                                           : std::string(attribute(child, "datetime")));
            break;
        default:
            if (attribute(child, "itemprop") == "datePublished")
                keep(gathered.meta.published, plainText(child));
            if (attribute(child, "rel") == "author" || attribute(child, "itemprop") == "author")
                keep(gathered.authorElement, plainText(child));
            break;
        }
        gather(child, tree, baseUrl, linked, gathered);
    }
}

// "Title - Site" without the site: cut where the rest is the site's name or, with a separator that titles
// rarely hold, at the last one when enough is left.
std::string withoutSiteSuffix(const std::string& title, const std::string& site) {
    for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " · ", " » ", "_", "｜"}) {
        const std::size_t at = title.rfind(separator);
        if (at == title.npos || at == 0)
            continue;
        const std::string_view rest = trim(std::string_view(title).substr(at + separator.size()));
        const bool isSite = !site.empty() && equalsIgnoringCase(rest, site);
        const bool looksLikeSite = site.empty() && separator != " - " && separator != "_" &&
                                   codePointCount(rest) <= 30 && at > rest.size();
        if (isSite || looksLikeSite)
            return std::string(trim(std::string_view(title).substr(0, at)));
    }
    return title;
}

} // namespace

PageFacts readPageFacts(const HtmlTree& tree, std::string_view baseUrl) {
    PageFacts facts;
    Gathered gathered;
    gather(tree.root(), tree, baseUrl, facts, gathered);
    const PageFacts& meta = gathered.meta;

    keep(facts.site, gathered.ogSite);
    keep(facts.title, gathered.ogTitle);
    if (gathered.headings == 1)
        keep(facts.title, gathered.firstHeading);
    keep(facts.title, withoutSiteSuffix(gathered.titleTag, facts.site));
    keep(facts.title, gathered.firstHeading);
    facts.title = withoutSiteSuffix(facts.title, facts.site.empty() ? "\n" : facts.site);
    keep(facts.author, meta.author);
    keep(facts.author, gathered.authorElement);
    keep(facts.published, meta.published);
    keep(facts.published, gathered.timeElement);
    keep(facts.description, meta.description);
    // The page's own word for its address is better than JSON-LD's, which templates often get wrong.
    const std::string linkedUrl = resolveUrl(baseUrl, facts.url);
    facts.url = meta.url.empty() ? linkedUrl : meta.url;
    if (!isHttpUrl(facts.url))
        facts.url.clear();
    const std::string_view language = attribute(tree.root(), "lang");
    if (!language.empty())
        facts.language = language;
    for (const auto& topic : meta.topics)
        addTopic(facts, topic);
    return facts;
}

} // namespace parallax::data
