// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "data/store/correction_store.h"
#include "data/table/computed_column.h"
#include "data/table/describe.h"
#include "data/table/typed_table.h"

// What the window calls the parts of a typed table, in the interface's language.
namespace parallax::ui {

QString roleName(data::ColumnRole role);
QString roleName(data::RowRole role);
QString computationName(data::Computation computation);
QString aggregateName(data::Aggregate aggregate);
QString correctionName(data::CorrectionKind kind);
QString correctionStateName(data::CorrectionState state);
// Why a computed cell is empty (ComputedResult::reasons).
QString computedReason(const std::string& code);
// A correction's before and after as a person reads them: role names translated, words as they are.
QString correctionValue(data::CorrectionKind kind, const std::string& value);

} // namespace parallax::ui
