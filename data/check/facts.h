// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "data/check/text_checks.h"

namespace parallax::data {

// Facts that sentences and tables state (facts_sentences.cpp, facts_tables.cpp).
void factsOfText(const TextView& view, std::vector<Fact>& out);
void factsOfTable(const ReadArticle& article, int table, std::vector<Fact>& out);

// Counts of people, prices per something and latencies (facts_plain.cpp): what is said beside the figure
// belongs to the name of the measure, "price per 1000000 token (input)".
void plainFactsOfText(const TextView& view, std::vector<Fact>& out);
bool isPlainMeasure(std::string_view measure);
// Sets scope, plain and sentence by the tokens around a figure.
void describeSurroundings(const TextView& view, const Sentence& sentence, std::size_t begin, std::size_t end,
                          Fact& fact);

// How a measure is told: a deal between parties, or a level of one subject in a period.
enum class MeasureKind { None, Deal, Level };
MeasureKind kindOfMeasure(int measure);
// The measure's name with the word that narrows it: "ai revenue".
std::string measureName(int measure, std::string_view narrowing);
// Sorted, without duplicates: subject and measure of a deal.
void nameDeal(Fact& fact, int measure, std::vector<std::string> parties);

// "2026-03" of a Period or of a figure's own period; empty when there is none.
std::string periodOf(const Quantity& quantity);
// How long and how large, where the figure says that.
void addDetail(Fact& fact, const Quantity& quantity);
// Both say the same period, as far as both say it: "2026" and "2026-03" do.
bool periodsAgree(const std::string& a, const std::string& b);

} // namespace parallax::data
