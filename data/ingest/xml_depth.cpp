// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/xml_depth.h"

#include <algorithm>

#include "base/error.h"
#include "data/ingest/xml_scan.h"

namespace parallax::data {
namespace {

std::size_t mostOpen(const ParseLimits& limits) {
    return static_cast<std::size_t>(std::clamp(limits.depth, 1, 250));
}

bool isItemTag(std::string_view name) {
    const std::size_t colon = name.find(':');
    const std::string_view local = colon == name.npos ? name : name.substr(colon + 1);
    return equalsIgnoringCase(local, "item") || equalsIgnoringCase(local, "entry");
}

// Takes deep parts out of items while the tags go by.
class PartCutter {
  public:
    PartCutter(std::string_view text, std::size_t most, std::vector<std::size_t>& items)
        : m_text(text)
        , m_most(most)
        , m_items(items) {}

    std::optional<std::string> cut() {
        forEachXmlTag(m_text, [this](const XmlTag& tag) {
            take(tag);
            return !m_hopeless;
        });
        if (m_hopeless || m_items.empty())
            return std::nullopt;
        if (m_partOpen == 0)
            m_out += m_text.substr(m_copied);
        return std::move(m_out);
    }

  private:
    void take(const XmlTag& tag) {
        if (m_partOpen > 0)
            leavePart(tag);
        else if (tag.kind == XmlTag::Kind::Open)
            open(tag);
        else
            close(tag.name);
    }

    void open(const XmlTag& tag) {
        m_number += isItemTag(tag.name) ? 1 : 0;
        m_open.push_back(tag);
        if (m_open.size() <= m_most)
            return;
        const auto item = std::find_if(m_open.rbegin(), m_open.rend(),
                                       [](const XmlTag& one) { return isItemTag(one.name); });
        if (item == m_open.rend() || item == m_open.rbegin()) {
            m_hopeless = true;
            return;
        }
        const auto part = item.base();
        m_partName = part->name;
        m_partOpen =
            std::count_if(part, m_open.end(), [&](const XmlTag& one) { return one.name == m_partName; });
        m_out += m_text.substr(m_copied, part->begin - m_copied);
        m_open.erase(part, m_open.end());
        m_items.push_back(m_number);
    }

    // The part ends with its own end tag, or with its item's where its own is missing.
    void leavePart(const XmlTag& tag) {
        if (tag.name == m_partName) {
            m_partOpen += tag.kind == XmlTag::Kind::Open ? 1 : -1;
            m_copied = tag.end;
        } else if (tag.kind == XmlTag::Kind::Close && tag.name == m_open.back().name) {
            m_partOpen = 0;
            m_copied = tag.begin;
            close(tag.name);
        }
    }

    void close(std::string_view name) {
        const auto found = std::find_if(m_open.rbegin(), m_open.rend(),
                                        [name](const XmlTag& one) { return one.name == name; });
        if (found != m_open.rend())
            m_open.erase(found.base() - 1, m_open.end());
    }

    std::string_view m_text;
    std::size_t m_most;
    std::vector<std::size_t>& m_items;
    std::string m_out;
    std::size_t m_copied = 0; // the text up to here is in m_out, or left out
    std::vector<XmlTag> m_open;
    std::size_t m_number = 0; // of the item
    std::string_view m_partName;
    std::ptrdiff_t m_partOpen = 0; // elements of that name; 0 outside of a deep part
    bool m_hopeless = false;
};

} // namespace

void checkXmlDepth(std::string_view text, const ParseHints& hints, const ParseLimits& limits) {
    const std::size_t most = mostOpen(limits);
    std::vector<std::string_view> open;
    forEachXmlTag(text, [&](const XmlTag& tag) {
        if (tag.kind == XmlTag::Kind::Open) {
            open.push_back(tag.name);
        } else if (const auto found = std::find(open.rbegin(), open.rend(), tag.name); found != open.rend()) {
            open.erase(found.base() - 1, open.end());
        }
        if (open.size() <= most)
            return true;
        const auto line =
            1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(tag.begin), '\n');
        throw Error(ErrorCode::DocumentTooDeep,
                    {hints.name, std::to_string(line), std::to_string(open.size()), std::to_string(most)});
    });
}

std::optional<std::string> withoutDeepParts(std::string_view text, const ParseLimits& limits,
                                            std::vector<std::size_t>& items) {
    return PartCutter(text, mostOpen(limits), items).cut();
}

} // namespace parallax::data
