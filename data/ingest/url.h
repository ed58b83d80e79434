// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// `reference` made absolute against `base` (RFC 3986, by libcurl's parser), blanks at its ends and line
// breaks in it removed. Returned as it stands when base is empty or one of them is no address.
std::string resolveUrl(std::string_view base, std::string_view reference);

// With blanks and bytes beyond ASCII as percent escapes; as it stands when it is no address.
std::string percentEncodedUrl(std::string_view url);

bool isHttpUrl(std::string_view url) noexcept;

// "example.org" of "https://www.example.org:8080/x", in lower case; empty when there is none.
std::string hostOfUrl(std::string_view url);

} // namespace parallax::data
