// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/error.h"
#include "data/article/article.h"
#include "ui/common/issues.h"

namespace parallax::ui {

// What a person reads for a code and its arguments, in the interface language; English where no translator is
// installed (the command line).
QString sentence(const Error& error);
QString sentence(const data::ParseIssue& issue);
QString languageName(data::Language language);

Issue issueFrom(const QString& doing, const Error& error);

} // namespace parallax::ui
