// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/role_names.h"

#include <QCoreApplication>

#include "ui/common/format.h"

namespace parallax::ui {
namespace {

struct RoleText {
    Q_DECLARE_TR_FUNCTIONS(TableRoles)
};

} // namespace

QString roleName(data::ColumnRole role) {
    switch (role) {
    case data::ColumnRole::Label:
        return RoleText::tr("Names of the rows");
    case data::ColumnRole::Text:
        return RoleText::tr("Words");
    case data::ColumnRole::Note:
        return RoleText::tr("Remarks");
    case data::ColumnRole::Level:
        return RoleText::tr("Level");
    case data::ColumnRole::Base:
        return RoleText::tr("Base of a change");
    case data::ColumnRole::New:
        return RoleText::tr("Result of a change");
    case data::ColumnRole::Change:
        return RoleText::tr("Change");
    case data::ColumnRole::Share:
        return RoleText::tr("Share of a whole");
    case data::ColumnRole::Total:
        return RoleText::tr("Total of other columns");
    }
    return {};
}

QString roleName(data::RowRole role) {
    switch (role) {
    case data::RowRole::Item:
        return RoleText::tr("Item");
    case data::RowRole::Total:
        return RoleText::tr("Total of other rows");
    case data::RowRole::Others:
        return RoleText::tr("All others");
    case data::RowRole::Section:
        return RoleText::tr("Heading of a section");
    case data::RowRole::Average:
        return RoleText::tr("Average of other rows");
    }
    return {};
}

QString computationName(data::Computation computation) {
    switch (computation) {
    case data::Computation::Change:
        return RoleText::tr("Change in %");
    case data::Computation::Difference:
        return RoleText::tr("Difference");
    case data::Computation::Share:
        return RoleText::tr("Share of the total");
    case data::Computation::Rank:
        return RoleText::tr("Rank");
    case data::Computation::Cagr:
        return RoleText::tr("CAGR");
    }
    return {};
}

QString aggregateName(data::Aggregate aggregate) {
    switch (aggregate) {
    case data::Aggregate::Count:
        return RoleText::tr("Count");
    case data::Aggregate::Sum:
        return RoleText::tr("Sum");
    case data::Aggregate::Mean:
        return RoleText::tr("Mean");
    case data::Aggregate::Median:
        return RoleText::tr("Median");
    case data::Aggregate::Minimum:
        return RoleText::tr("Minimum");
    case data::Aggregate::Maximum:
        return RoleText::tr("Maximum");
    }
    return {};
}

QString correctionName(data::CorrectionKind kind) {
    switch (kind) {
    case data::CorrectionKind::Cell:
        return RoleText::tr("Cell");
    case data::CorrectionKind::ColumnRole:
        return RoleText::tr("Role of a column");
    case data::CorrectionKind::RowRole:
        return RoleText::tr("Role of a row");
    case data::CorrectionKind::Unit:
        return RoleText::tr("Unit");
    }
    return {};
}

QString correctionStateName(data::CorrectionState state) {
    switch (state) {
    case data::CorrectionState::Applies:
        return RoleText::tr("In force");
    case data::CorrectionState::PageChanged:
        return RoleText::tr("In force; the page has changed since");
    case data::CorrectionState::Superseded:
        return RoleText::tr("Replaced by a later one");
    case data::CorrectionState::Undone:
        return RoleText::tr("Taken back");
    case data::CorrectionState::Lost:
        return RoleText::tr("Its place is gone");
    }
    return {};
}

QString computedReason(const std::string& code) {
    if (code == "missing")
        return RoleText::tr("A figure is missing.");
    if (code == "unit")
        return RoleText::tr("The figures have different units.");
    if (code == "zero")
        return RoleText::tr("The base is zero.");
    if (code == "sign")
        return RoleText::tr("No rate leads from or to a figure below zero.");
    if (code == "years")
        return RoleText::tr("The number of years is not known.");
    return {};
}

QString correctionValue(data::CorrectionKind kind, const std::string& value) {
    if (kind == data::CorrectionKind::ColumnRole)
        if (const auto role = data::columnRoleFromName(value))
            return roleName(*role);
    if (kind == data::CorrectionKind::RowRole)
        if (const auto role = data::rowRoleFromName(value))
            return roleName(*role);
    return fromUtf8(value);
}

} // namespace parallax::ui
