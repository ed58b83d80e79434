// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace parallax::data {

// The language of a block, a title or a body. A Chinese sentence with Latin names in it is still Chinese;
// Mixed is a block whose sentences are in different languages.
enum class Language { Unknown, English, TraditionalChinese, SimplifiedChinese, Mixed, Other };

// "en", "zh-Hant", "zh-Hans", "mixed", "other", "" for Unknown.
std::string_view languageTag(Language language) noexcept;

// The inverse, and kind to what people and pages write: "zh-TW", "zh_CN", "zh-HK", "EN-us", "繁", "简".
// Unknown for anything else but a well-formed tag of another language, which is Other.
Language languageFromTag(std::string_view tag) noexcept;

inline bool isChinese(Language language) noexcept {
    return language == Language::TraditionalChinese || language == Language::SimplifiedChinese;
}

// What `text` is written in, from its letters: the share of Han, and characters that only one script has.
// `hint` decides between the two Chinese scripts where the text has no such character.
Language detectLanguage(std::string_view text, Language hint = Language::Unknown);

// The same, and whether the script is only the hint's or a default: 公司文件 is Chinese of either.
struct JudgedLanguage {
    Language language = Language::Unknown;
    bool scriptOpen = false;
};
JudgedLanguage judgeLanguage(std::string_view text, Language hint = Language::Unknown);

} // namespace parallax::data
