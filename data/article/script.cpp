// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/script.h"

#include <memory>
#include <vector>

#include <opencc/opencc.h>

#include "base/utf8.h"
#include "data/article/script_characters.h"

namespace parallax::data {
namespace {

// Loaded at first use (some 30 ms); one converter serves all threads.
const opencc::SimpleConverter& converter(Language to) {
    if (to == Language::TraditionalChinese) {
        static const opencc::SimpleConverter toTraditional("s2twp.json");
        return toTraditional;
    }
    static const opencc::SimpleConverter toSimplified("tw2sp.json");
    return toSimplified;
}

} // namespace

std::string convertScript(std::string_view text, Language to) {
    if (!isChinese(to))
        return std::string(text);
    const Language from = detectLanguage(text, to);
    if (!isChinese(from) || from == to)
        return std::string(text);
    return converter(to).Convert(std::string(text));
}

} // namespace parallax::data
