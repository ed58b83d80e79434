// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/pdf.h"

namespace parallax::data {

bool looksLikePdf(std::string_view bytes) noexcept {
    return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

void parsePdf(std::string_view, const ParseHints&, const ParseLimits&, Document& document) {
    document.format = Format::Pdf;
}

} // namespace parallax::data
