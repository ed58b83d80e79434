// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace parallax::data {

// UTF-8 that somebody read as a one-byte encoding ("Ã©" for é, "é›²" for 雲, "πŸ€–" for a robot) and stored
// so. Found by undoing it: characters that go back to bytes which are again valid UTF-8.
struct Mojibake {
    std::size_t sequences = 0; // characters that would come back
    std::string broken;        // the first one as it stands …
    std::string repaired;      // … and as it was meant
    bool found() const { return sequences > 0; }
};

// Whether the text is damaged so; a single accidental pair in a clean text is not taken for damage.
Mojibake findMojibake(std::string_view text);

// The text with every damaged sequence undone, all else as it is. Text damaged twice is undone twice.
std::string repairMojibake(std::string_view text);

// Whether a line is what `right` became when it was misread. What a reader of lines takes for blanks (bytes
// that became a no-break space or a control character) may be gone from it.
bool isMisread(std::string_view line, std::string_view right);

} // namespace parallax::data
