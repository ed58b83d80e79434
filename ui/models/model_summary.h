// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "base/error.h"

namespace parallax::ui {

// What a model file is, in plain facts; read without loading its weights.
struct ModelSummary {
    QString path;
    QString name; // as the file says, or the file's own name
    QString description;
    QString architecture;
    QString tokenizer; // "BPE, llama-bpe"
    qint64 fileBytes = 0;
    qint64 parameters = 0;
    int tensors = 0;
    std::vector<std::pair<QString, int>> formats; // tensors of each, the one with the most bytes first
    bool hasTemplate = false;                     // of a conversation
    QString chatFamily; // where there is none: whose way its marks are ("ChatML"), empty for nobody's
    int layers = 0;     // the rest is 0 when the file cannot be run
    int width = 0;
    int heads = 0;
    int kvHeads = 0;
    int context = 0;
    int vocabulary = 0;
    std::optional<Error> problem; // why it cannot be run

    bool canConverse() const { return hasTemplate || !chatFamily.isEmpty(); }
};

// Throws Error{FileNotFound, FileUnreadable, ModelMalformed}. For a worker thread.
ModelSummary readSummary(const std::filesystem::path& path);

// Names and values for a person, translated now.
std::vector<std::pair<QString, QString>> summaryRows(const ModelSummary& summary);

} // namespace parallax::ui
