// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/error.h"
#include "data/ingest/document.h"
#include "data/ingest/wire.h"

namespace parallax::data {

// How ParserProcess and its child talk, over one socket pair that is the child's stdin and stdout: messages
// of a fixed head and a body. A request's body is `hints` and limits, then the document as it is; an answer's
// is a Document, or an Error.
inline constexpr std::uint32_t messageMagic = 0x31575850; // "PXW1"

enum class MessageKind : std::uint32_t { Request = 1, Document = 2, Failure = 3, OutOfMemory = 4 };

struct MessageHead {
    std::uint32_t magic = messageMagic;
    MessageKind kind = MessageKind::Request;
    std::uint64_t size = 0; // of the body, in bytes
};
static_assert(sizeof(MessageHead) == 16);

inline void appendHead(std::string& out, MessageKind kind, std::uint64_t size) {
    const MessageHead head{messageMagic, kind, size};
    out.append(reinterpret_cast<const char*>(&head), sizeof head);
}

struct RequestSettings {
    ParseHints hints;
    ParseLimits limits;
    std::uint64_t memoryBytes = 0;
    int seconds = 0;
};

template <typename Wire, typename T>
void fields(Wire& wire, T& settings)
    requires std::is_same_v<std::remove_const_t<T>, RequestSettings>
{
    wire(settings.hints.name);
    wire(settings.hints.url);
    wire(settings.hints.contentType);
    wire(settings.hints.repairMojibake);
    wire(settings.limits.bytes);
    wire(settings.limits.depth);
    wire(settings.limits.attributes);
    wire(settings.limits.tableCells);
    wire(settings.limits.pages);
    wire(settings.limits.items);
    wire(settings.memoryBytes);
    wire(settings.seconds);
}

// The child leaves with it when memory runs out inside a C library, which cannot throw.
inline constexpr int exitOutOfMemory = 77;

// Whether a sanitizer watches this program: it needs terabytes of address space, and catches signals itself.
bool isSanitized() noexcept;

// What the child is not allowed, from the first request on: more than `memoryBytes` of address space (not
// under a sanitizer, which needs terabytes), files of its own, core dumps, other programs, sockets.
void enterSandbox(std::uint64_t memoryBytes);

// At most `seconds` more of processor time; the parent's clock is the first limit, this one holds when the
// parent is gone.
void limitProcessorTime(int seconds);

} // namespace parallax::data
