// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/main_content.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"
#include "data/ingest/html_table.h"

namespace parallax::data {
namespace {

// Words of class names and ids, as sites use them.
constexpr std::array<std::string_view, 58> clutterWords{
    "ad",          "ads",        "advert",      "advertisement",   "banner",       "breadcrumb",
    "breadcrumbs", "comment",    "comments",    "consent",         "cookie",       "cookies",
    "dialog",      "disqus",     "footer",      "login",           "masthead",     "menu",
    "modal",       "nav",        "navbar",      "navigation",      "newsletter",   "outbrain",
    "pager",       "pagination", "paywall",     "popup",           "promo",        "promotion",
    "recirc",      "recommend",  "recommended", "recommendations", "related",      "rail",
    "share",       "sharing",    "sharebar",    "sidebar",         "signup",       "skip",
    "social",      "sponsor",    "sponsored",   "subscribe",       "subscription", "taboola",
    "tagcloud",    "teaser",     "toolbar",     "trending",        "upsell",       "widget",
    "widgets",     "addthis",    "hatnote",     "noprint"};

constexpr std::array<std::string_view, 14> contentWords{
    "article", "articlebody", "body",  "content", "entry",    "main",   "markdown",
    "post",    "prose",       "story", "text",    "takeaway", "column", "blog"};

enum class NameHint { None, Clutter, Content };

// Of one class or id, cut into its words: "sidebar-content" and "articleShare" are clutter, "has-sidebar"
// says something about the page, not about the element.
NameHint hintOfName(std::string_view name) {
    NameHint hint = NameHint::None;
    std::string word;
    bool wasLower = false;
    const auto isOneOf = [&](const auto& words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const char c = i < name.size() ? name[i] : '-';
        const bool upper = c >= 'A' && c <= 'Z';
        const bool letter = (c >= 'a' && c <= 'z') || upper;
        if (!letter || (upper && wasLower)) {
            if (word == "has" || word == "with" || word == "no" || word == "without")
                return hint;
            if (isOneOf(clutterWords))
                return NameHint::Clutter;
            if (isOneOf(contentWords))
                hint = NameHint::Content;
            word.clear();
        }
        if (letter)
            word.push_back(upper ? static_cast<char>(c - 'A' + 'a') : c);
        wasLower = letter && !upper;
    }
    return hint;
}

NameHint hintOf(const GumboNode* element) {
    if (!isElement(element) || element->v.element.attributes.length == 0)
        return NameHint::None;
    NameHint hint = NameHint::None;
    for (const char* which : {"class", "id"}) {
        std::string_view names = attribute(element, which);
        while (!names.empty()) {
            const std::size_t end = std::min(names.size(), names.find_first_of(" \n\t\f"));
            const NameHint one = hintOfName(names.substr(0, end));
            if (one == NameHint::Clutter)
                return one;
            if (one == NameHint::Content)
                hint = one;
            names.remove_prefix(std::min(names.size(), end + 1));
        }
    }
    return hint;
}

// Text that counts for reading: a sentence or more, most of which is no link.
constexpr double shortestRun = 25;

double countVisible(std::string_view text) {
    double count = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > ' ' && (byte & 0xC0U) != 0x80U)
            ++count;
    }
    return count;
}

bool isArticle(const GumboNode* node) {
    return tagOf(node) == GUMBO_TAG_ARTICLE || equalsIgnoringCase(attribute(node, "role"), "article");
}

bool isArticleBody(const GumboNode* node) {
    return isElement(node) && attribute(node, "itemprop").find("articleBody") != std::string_view::npos;
}

bool isMain(const GumboNode* node) {
    return tagOf(node) == GUMBO_TAG_MAIN || equalsIgnoringCase(attribute(node, "role"), "main");
}

bool isWithin(const GumboNode* node, const GumboNode* outer) {
    while (node && node != outer)
        node = node->parent;
    return node != nullptr;
}

// How many elements of that kind there are below, at most two.
int countUpToTwo(const GumboNode* node, GumboTag tag) {
    int count = 0;
    for (const GumboNode* child : childrenOf(node))
        if (isElement(child) && count < 2)
            count += (tagOf(child) == tag ? 1 : 0) + countUpToTwo(child, tag);
    return std::min(count, 2);
}

// Whether the first heading below is a link, or within one: it names what stands on another page.
std::optional<bool> hasLinkedHeadline(const GumboNode* node, bool inLink = false) {
    for (const GumboNode* child : childrenOf(node)) {
        const GumboTag tag = tagOf(child);
        const bool linked = inLink || tag == GUMBO_TAG_A;
        if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)
            return linked || countUpToTwo(child, GUMBO_TAG_A) > 0;
        if (isElement(child))
            if (const std::optional<bool> found = hasLinkedHeadline(child, linked))
                return found;
    }
    return std::nullopt;
}

// A headline that leads to another page, and at most a paragraph of it.
bool isCard(const GumboNode* article) {
    return hasLinkedHeadline(article).value_or(false) && countUpToTwo(article, GUMBO_TAG_P) < 2;
}

// The share of an element's running text that a child must hold to be taken in its place.
double shareNeeded(const GumboNode* child) {
    if (isArticle(child) || isArticleBody(child) || isMain(child))
        return 0.5;
    return hintOf(child) == NameHint::Content ? 0.65 : 0.85;
}

bool isContainer(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
        return false;
    default:
        return isBlockElement(tag);
    }
}

} // namespace

bool isBlockElement(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
        return true;
    default:
        return false;
    }
}

PageText::PageText(const HtmlTree& tree)
    : m_tree(tree) {
    Run run;
    m_total = measure(tree.root(), false, run).visible;
    // Clutter is known only once the whole is measured; what it holds is taken from everything around it.
    std::vector<const GumboNode*> clutter;
    for (const auto& [node, weight] : m_weights)
        if ((weight.running > 0 || weight.tables > 0) && isClutter(node))
            clutter.push_back(node);
    for (const GumboNode* node : clutter) {
        bool inside = false;
        for (const GumboNode* up = node->parent; up && !inside; up = up->parent)
            inside = isElement(up) && isClutter(up);
        if (inside)
            continue;
        const Weight gone = m_weights[node];
        for (const GumboNode* up = node; up; up = up->parent)
            if (const auto at = m_weights.find(up); at != m_weights.end()) {
                at->second.running = std::max(0.0, at->second.running - gone.running);
                at->second.tables = std::max(0, at->second.tables - gone.tables);
                at->second.inTables = std::max(0.0, at->second.inTables - gone.inTables);
            }
    }
}

PageText::Weight PageText::measure(const GumboNode* element, bool inLink, Run& run) {
    Weight weight;
    const GumboTag tag = tagOf(element);
    const bool block = isBlockElement(tag);
    const bool heading = tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
    Run own;
    Run& current = block ? own : run;
    const auto finish = [&] {
        if (!heading && current.text >= shortestRun && current.linked < 0.5 * current.text)
            weight.running += current.text - current.linked;
        current = {};
    };
    for (const GumboNode* child : childrenOf(element)) {
        if (isText(child)) {
            const double count = countVisible(child->v.text.text);
            weight.visible += count;
            current.text += count;
            if (inLink) {
                weight.linked += count;
                current.linked += count;
            }
        } else if (isElement(child) && !isInvisible(child)) {
            if (isBlockElement(tagOf(child)))
                finish();
            const Weight below = measure(child, inLink || tagOf(child) == GUMBO_TAG_A, current);
            weight.running += below.running;
            weight.visible += below.visible;
            weight.linked += below.linked;
            weight.tables += below.tables;
            weight.inTables += below.inTables;
        }
    }
    if (block) {
        finish();
        if (tag == GUMBO_TAG_TABLE && weight.visible > 0 && weight.linked < 0.5 * weight.visible &&
            !isLayoutTable(element)) {
            weight.tables = 1;
            weight.isTable = true;
            weight.running = weight.inTables = std::max(weight.running, weight.visible - weight.linked);
        }
        m_weights[element] = weight;
    }
    return weight;
}

const PageText::Weight& PageText::weightOf(const GumboNode* element) const {
    static const Weight none;
    const auto at = m_weights.find(element);
    return at == m_weights.end() ? none : at->second;
}

int PageText::tables(const GumboNode* element) const {
    return weightOf(element).tables;
}
double PageText::running(const GumboNode* element) const {
    return weightOf(element).running;
}
double PageText::visible(const GumboNode* element) const {
    return weightOf(element).visible;
}
double PageText::linked(const GumboNode* element) const {
    return weightOf(element).linked;
}

bool PageText::isClutter(const GumboNode* element) const {
    const GumboTag tag = tagOf(element);
    if (!isBlockElement(tag) || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_MAIN ||
        tag == GUMBO_TAG_ARTICLE || isArticleBody(element))
        return false;
    const Weight& weight = weightOf(element);
    if (weight.visible > 0.4 * m_total && m_total > 0)
        return false;
    const std::string_view role = attribute(element, "role");
    if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_MENU ||
        equalsIgnoringCase(role, "navigation") || equalsIgnoringCase(role, "complementary") ||
        equalsIgnoringCase(role, "search") || equalsIgnoringCase(role, "dialog") ||
        equalsIgnoringCase(role, "contentinfo"))
        return true;
    if (tag == GUMBO_TAG_FOOTER) {
        for (const GumboNode* up = element->parent; up; up = up->parent)
            if (tagOf(up) == GUMBO_TAG_BLOCKQUOTE)
                return false;
        return true;
    }
    const NameHint hint = hintOf(element);
    if (hint == NameHint::Clutter)
        return true;
    const double density = weight.visible > 0 ? weight.linked / weight.visible : 0;
    if (tag == GUMBO_TAG_ASIDE)
        return hint != NameHint::Content && density > 0.3;
    // A tag cloud, a row of share links, a list of teasers without a word between them.
    return (tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION) && density > 0.8 && weight.visible < 400 &&
           weight.visible > 0 && hint != NameHint::Content && weight.running == 0 && weight.linked > 60;
}

std::vector<const GumboNode*> PageText::outermost(Matches* matches) const {
    std::vector<const GumboNode*> found;
    for (const auto& [node, weight] : m_weights) {
        if (!matches(node) || weight.running <= 0)
            continue;
        bool inside = false;
        for (const GumboNode* up = node->parent; up && !inside; up = up->parent)
            inside = isElement(up) && matches(up);
        if (!inside)
            found.push_back(node);
    }
    return found;
}

const GumboNode* PageText::largest(Matches* matches) const {
    const GumboNode* best = nullptr;
    double all = 0;
    for (const GumboNode* node : outermost(matches)) {
        if (hintOf(node) == NameHint::Clutter)
            continue; // a comment, however long
        all += running(node);
        if (!best || running(node) > running(best) ||
            (running(node) == running(best) &&
             node->v.element.start_pos.offset < best->v.element.start_pos.offset))
            best = node;
    }
    // One teaser among many is not the article.
    if (best && running(best) < 0.5 * all)
        return nullptr;
    return best;
}

// A page's content with what is around it.
struct PageText::Surroundings {
    explicit Surroundings(const GumboNode* content)
        : isCard(data::isCard(content)) {
        for (const GumboNode* up = content; up; up = up->parent)
            nodes.insert(up);
    }
    std::unordered_set<const GumboNode*> nodes;
    bool isCard;
};

// Whether an <article> is a comment, or stands in what is beside the content, however much of the page it is,
// or only points at another page. What is around the content as well says nothing.
bool PageText::isBeside(const GumboNode* article, const Surroundings& content) const {
    for (const GumboNode* up = article; up && !content.nodes.contains(up); up = up->parent)
        if (tagOf(up) == GUMBO_TAG_ASIDE || hintOf(up) == NameHint::Clutter || isClutter(up))
            return true;
    return isCard(article) && !content.isCard;
}

// A page may hold its text in several <article>s: what holds all of those that are no mere teasers.
const GumboNode* PageText::withItsEquals(const GumboNode* largest, Matches* matches) const {
    constexpr double teaser = 0.25; // of the largest
    const Surroundings known(largest);
    const GumboNode* around = largest;
    for (const GumboNode* node : outermost(matches))
        if (running(node) >= teaser * running(largest) && !isBeside(node, known))
            while (around != m_tree.body() && !isWithin(node, around))
                around = around->parent;
    return around;
}

std::vector<const GumboNode*> PageText::articlesOutside(const GumboNode* content) const {
    std::vector<const GumboNode*> left;
    const Surroundings known(content);
    for (const GumboNode* node : outermost(isArticle))
        if (!isWithin(node, content) && !known.nodes.contains(node) && !isBeside(node, known))
            left.push_back(node);
    return left;
}

const GumboNode* PageText::descend(const GumboNode* from) const {
    const GumboNode* at = from;
    for (;;) {
        const double here = weightOf(at).running;
        if (weightOf(at).inTables >= here && here > 0)
            return at; // tables alone: what little stands around them says what they are
        const GumboNode* next = nullptr;
        std::vector<const GumboNode*> level{at};
        // Inline and unknown elements (custom tags) are looked through.
        for (std::size_t i = 0; i < level.size() && !next; ++i)
            for (const GumboNode* child : childrenOf(level[i])) {
                if (!isElement(child) || isInvisible(child))
                    continue;
                if (!isBlockElement(tagOf(child)))
                    level.push_back(child);
                else if (isContainer(tagOf(child)) && here > 0 && !weightOf(child).isTable &&
                         (tables(child) == tables(at) || isArticle(child) || isMain(child)) &&
                         weightOf(child).running >= shareNeeded(child) * here)
                    next = child;
                if (next)
                    break;
            }
        if (!next)
            return at;
        at = next;
    }
}

// The <article> or <main> around the body of an article, where a table stands in it beside the body.
const GumboNode* PageText::withTablesBeside(const GumboNode* body) const {
    const GumboNode* best = body;
    for (const GumboNode* up = body->parent; up; up = up->parent)
        if (isElement(up) && (isArticle(up) || isMain(up)) && tables(up) > tables(best) &&
            running(body) >= 0.5 * running(up))
            best = up;
    return best;
}

const GumboNode* PageText::mainContent() const {
    const GumboNode* body = m_tree.body();
    const double all = running(body);
    if (all <= 0)
        return body;
    for (const auto matches : {isArticleBody, isArticle}) {
        const GumboNode* found = largest(matches);
        if (found && running(found) >= 0.3 * all)
            return withTablesBeside(withItsEquals(found, matches));
    }
    const GumboNode* main = largest(isMain);
    return descend(main && running(main) >= 0.3 * all ? main : body);
}

} // namespace parallax::data
