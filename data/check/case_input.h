// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "data/check/check.h"
#include "data/check/reading.h"

namespace parallax::data {

// Why a line of cases cannot be answered; caught by answerCase.
struct CaseError {
    std::string code;
    std::vector<std::string> args;
};

// The "in" of a case, read by any of several keys for the same thing.
class CaseInput {
  public:
    explicit CaseInput(const nlohmann::json& in)
        : m_in(in) {}

    const nlohmann::json* find(std::initializer_list<const char*> keys) const;
    const nlohmann::json& get(std::initializer_list<const char*> keys) const; // throws CaseError
    std::string text(std::initializer_list<const char*> keys) const;          // throws CaseError
    // A figure; without one the operand is a period, which no rule can reckon with.
    Operand operand(std::initializer_list<const char*> keys) const;
    std::optional<Operand> optionalOperand(std::initializer_list<const char*> keys) const;
    std::vector<Operand> operands(std::initializer_list<const char*> keys) const;
    std::optional<double> number(std::initializer_list<const char*> keys) const;

  private:
    const nlohmann::json& m_in;
};

// A string as it is, a number as it was written.
std::string caseText(const nlohmann::json& value);
Operand caseOperand(const std::string& text);

// The rules of words and order.
Check wordCase(Rule rule, const CaseInput& in);

} // namespace parallax::data
