// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// XML whose tags do not match ("<title>a <b>c</title>", as feeds have it that write HTML unescaped), made to
// match: what is still open within an element ends with it, an <item> or <entry> ends the one before it, and
// an end that nothing begins is left out. So a fault costs its own item, not those behind it. Elements that
// are open at the end of the text stay so. Linear up to the depth that is open.
std::string matchTags(std::string_view text);

} // namespace parallax::data
