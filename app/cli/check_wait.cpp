// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_wait.h"

#include <string>

#include "app/cli/interrupt.h"
#include "data/store/check_run.h"
#include "data/store/check_store.h"

namespace parallax::app {

void checkWaiting(const Session& session, data::Library& library, data::ArticleId article) {
    if (library.openedReadOnly()) {
        if (const std::int64_t waiting = library.checks().waiting(); waiting > 0)
            note(session,
                 std::to_string(waiting) + " editions are not checked yet; the library is read-only.");
        return;
    }
    data::CheckRunOptions options;
    options.article = article;
    if (article == 0)
        if (const std::int64_t waiting = library.checks().waiting(); waiting > 100)
            note(session, "Checking " + std::to_string(waiting) + " editions; Ctrl+C keeps what was done.");
    data::checkLibrary(library, {}, stopOnInterrupt(), options);
}

data::Rule ruleOption(const std::string& text) {
    std::string name = text;
    for (char& c : name)
        c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c == '-' ? '_' : c);
    return named(data::ruleFromName(name), "rule", text);
}

} // namespace parallax::app
