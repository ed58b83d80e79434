// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "data/store/check_store.h"
#include "data/store/check_words.h"
#include "data/store/statement.h"

namespace parallax::data {

// The conditions of a filter on the rows of check_result that tell a finding, with what is bound to them in
// that order.
class CheckConditions {
  public:
    // `words`: what findCheckWords finds for the filter's text; must live as long.
    CheckConditions(const CheckFilter& filter, const CheckWordMatches& words);

    std::string where() const; // " WHERE …"
    void bind(Statement& statement) const;

  private:
    void add(const std::string& condition) { m_conditions.push_back(condition); }
    void add(const std::string& condition, std::int64_t value);
    void add(const std::string& condition, const std::string& value);
    void add(const CheckWordMatches& words);

    std::vector<std::string> m_conditions;
    std::vector<std::variant<std::int64_t, std::string, const IdList*>> m_values;
};

} // namespace parallax::data
