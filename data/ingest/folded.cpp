// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/folded.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace parallax::data {
namespace {

const icu::Normalizer2* decomposer() {
    static const icu::Normalizer2* const instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* found = icu::Normalizer2::getNFKDInstance(status);
        return U_SUCCESS(status) ? found : nullptr;
    }();
    return instance;
}

} // namespace

Folded foldLabel(std::string_view text, std::size_t limit) {
    Folded folded;
    const auto push = [&](char32_t c, std::size_t at) {
        folded.text.push_back(c);
        folded.offsets.push_back(at);
    };
    std::size_t at = 0;
    while (at < text.size() && folded.text.size() < limit) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            const bool upper = byte >= 'A' && byte <= 'Z';
            push(upper ? byte | 0x20U : (byte == '\t' || byte == '\n' ? U' ' : byte), at);
            ++at;
            continue;
        }
        const CodePoint c = decodeAt(text, at);
        if (isHan(c.value)) { // never decomposes to anything a label has
            push(c.value, at);
        } else {
            icu::UnicodeString parts;
            if (decomposer() != nullptr &&
                decomposer()->getDecomposition(static_cast<UChar32>(c.value), parts)) {
                for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
                    const UChar32 part = parts.char32At(i);
                    if (u_charType(part) != U_NON_SPACING_MARK)
                        push(static_cast<char32_t>(u_foldCase(part, U_FOLD_CASE_DEFAULT)), at);
                }
            } else if (u_charType(static_cast<UChar32>(c.value)) != U_NON_SPACING_MARK) {
                push(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c.value), U_FOLD_CASE_DEFAULT)),
                     at);
            }
        }
        at += c.length;
    }
    folded.offsets.push_back(at);
    return folded;
}

} // namespace parallax::data
