// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html_fragment.h"

#include <charconv>

#include "base/error.h"
#include "data/ingest/html_blocks.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/main_content.h"

namespace parallax::data {

HtmlFragment readHtmlFragment(std::string_view html, std::size_t line, const ParseHints& hints,
                              const ParseLimits& limits) {
    Article piece;
    piece.text = html;
    try {
        const HtmlTree tree(piece.text, hints, limits);
        (void)readHtmlBlocks(tree.body(), tree, PageText(tree), hints.url, hints, limits, piece);
    } catch (const Error& error) {
        std::vector<std::string> args = error.args(); // name, line, …
        std::size_t within = 0;
        if (args.size() < 2 ||
            std::from_chars(args[1].data(), args[1].data() + args[1].size(), within).ec != std::errc())
            throw;
        args[1] = std::to_string(line + within - 1);
        throw Error(error.code(), std::move(args));
    }
    return {std::move(piece.blocks), std::move(piece.tables), std::move(piece.issues)};
}

} // namespace parallax::data
