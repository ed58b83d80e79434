// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_heading.h"

#include "base/ascii.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {

std::vector<std::string> unreadOfHeading(const ClaimSentence& heading) {
    std::vector<std::string> unread;
    const std::string_view said = heading.said(heading.span);
    const std::string small = lowerAscii(said);
    if (const TurnAt found = turnIn(small, Turn::HeadsOthers))
        addUnread(unread, {std::string(said.substr(found.at, found.size))});
    if (turnIn(small, Turn::HeadsPrices))
        addUnread(unread, unreadWords(heading.text, heading.span, heading.words, heading.figures,
                                      {.vocabulary = Vocabulary::Pointer}));
    return unread;
}

} // namespace parallax::data
