// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/article.h"

#include <array>
#include <utility>

namespace parallax::data {
namespace {

constexpr std::array<std::pair<BlockKind, std::string_view>, 17> names{{
    {BlockKind::Title, "title"},
    {BlockKind::Byline, "byline"},
    {BlockKind::Summary, "summary"},
    {BlockKind::Notice, "notice"},
    {BlockKind::Heading, "heading"},
    {BlockKind::Paragraph, "paragraph"},
    {BlockKind::ListItem, "list-item"},
    {BlockKind::Caption, "caption"},
    {BlockKind::Table, "table"},
    {BlockKind::Takeaway, "takeaway"},
    {BlockKind::Quote, "quote"},
    {BlockKind::Code, "code"},
    {BlockKind::Question, "question"},
    {BlockKind::Answer, "answer"},
    {BlockKind::RelatedEntry, "related-entry"},
    {BlockKind::TopicEntry, "topic-entry"},
    {BlockKind::ArchiveEntry, "archive-entry"},
}};

} // namespace

std::string_view blockKindName(BlockKind kind) noexcept {
    for (const auto& [value, name] : names)
        if (value == kind)
            return name;
    return "navigation";
}

std::optional<BlockKind> blockKindFromName(std::string_view name) noexcept {
    for (const auto& [value, text] : names)
        if (text == name)
            return value;
    if (name == "navigation")
        return BlockKind::Navigation;
    return std::nullopt;
}

bool isContent(BlockKind kind) noexcept {
    switch (kind) {
    case BlockKind::Byline:
    case BlockKind::Notice:
    case BlockKind::RelatedEntry:
    case BlockKind::TopicEntry:
    case BlockKind::ArchiveEntry:
    case BlockKind::Navigation:
        return false;
    default:
        return true;
    }
}

} // namespace parallax::data
