// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

#include "base/error.h"
#include "data/article/article.h"
#include "ui/common/issues.h"

namespace parallax::ui {

// A sentence in two parts; what was being done is known to the caller alone.
struct Sentence {
    QString wentWrong;
    QString nextStep; // what to do, or empty when there is nothing to do
};
Sentence sentenceParts(const Error& error);

// What a person reads for a code and its arguments, in the interface language; English where no translator is
// installed (the command line).
QString sentence(const Error& error);
QString sentence(const data::ParseIssue& issue);
bool hasSentence(const std::string& parseIssueCode); // of ours, not the fallback
QString languageName(data::Language language);
// In itself, as the language switch has it: short, and the same in every interface language.
QString ownLanguageName(data::Language language);

Issue issueFrom(const QString& doing, const Error& error);

} // namespace parallax::ui
