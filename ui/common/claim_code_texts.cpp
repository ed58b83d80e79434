// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/claim_code_texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string>

namespace parallax::ui {
namespace {

struct CodeText {
    const char* code;
    const char* text;
};

// %1: the source, %2: the value, %3: its interval, %4: how many, %5: what is accepted, %6: how many it takes,
// %7: the day of a list or of the newest run, %8: the least that is accepted, or of a list and a contract
// what is claimed, %9: whose contract, since when a list holds, of which time or load the claim is.
constexpr std::array<CodeText, 44> resultTexts{{
    {"inside",
     QT_TRANSLATE_NOOP("ClaimSentences", "%1: %2 was measured (95 % interval %3, n = %4), which fits "
                                         "(accepted: %5).")},
    {"outside", QT_TRANSLATE_NOOP("ClaimSentences", "%1: %2 was measured (95 % interval %3, n = %4), which "
                                                    "does not fit (accepted: %5).")},
    {"straddles",
     QT_TRANSLATE_NOOP("ClaimSentences", "%1: %2 was measured (95 % interval %3, n = %4), which reaches over "
                                         "the edge of what is accepted (%5): more answers are needed.")},
    {"inside-later",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "%1: %2 was measured on %7 (95 % interval %3, n = %4), which fits (accepted: %5); the "
                       "claim is of %9, and what was so then no run can tell.")},
    {"outside-later",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "%1: %2 was measured on %7 (95 % interval %3, n = %4), which does not fit (accepted: "
                       "%5); the claim is of %9, of which that says nothing.")},
    {"past", QT_TRANSLATE_NOOP("ClaimSentences",
                               "It is said of %9; no run here is of that time, and a run of today says "
                               "nothing of it.")},
    {"load", QT_TRANSLATE_NOOP("ClaimSentences", "It is said of a load (%9), and runs that settle a latency "
                                                 "ask one at a time.")},
    {"few", QT_TRANSLATE_NOOP("ClaimSentences", "%1: %4 answers that fit, %6 are needed.")},
    {"wrong-length", QT_TRANSLATE_NOOP("ClaimSentences", "%1: no answer had this length.")},
    {"disturbed", QT_TRANSLATE_NOOP("ClaimSentences",
                                    "%1: it answered only under load or over new connections, which says "
                                    "nothing of this; it takes a run of one request at a time.")},
    {"few-sessions",
     QT_TRANSLATE_NOOP("ClaimSentences", "%1: %2 in its largest session (95 % interval %3), which holds for "
                                         "that window; sessions, an hour apart: %4 of %6.")},
    {"no-session",
     QT_TRANSLATE_NOOP("ClaimSentences", "%1: too few pairs were answered for a session; it takes %6.")},
    {"no-runs", QT_TRANSLATE_NOOP("ClaimSentences", "Nothing was measured yet.")},
    {"simulated-only",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "Only a simulation was measured, which says nothing of a provider.")},
    {"not-remote",
     QT_TRANSLATE_NOOP("ClaimSentences", "Only who runs the machine can load it to its limit.")},
    {"future", QT_TRANSLATE_NOOP("ClaimSentences", "It is foretold and cannot be tested yet.")},
    {"currency", QT_TRANSLATE_NOOP("ClaimSentences", "The price lists here are in dollars.")},
    {"price-fits",
     QT_TRANSLATE_NOOP("ClaimSentences", "%2 for a million tokens by %1 (%9, read on %7): that fits.")},
    {"price-fits-undated",
     QT_TRANSLATE_NOOP("ClaimSentences", "%2 for a million tokens by %1 (read on %7): that fits; since when "
                                         "the list says so is not known.")},
    {"price-fits-then",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "%2 for a million tokens by %1 (%9, read on %7): that fits that time; "
                       "of which day it is said is not stated.")},
    {"price-long",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "%2 for a million tokens by %1 (read on %7) for prompts of up to 128,000 "
                       "tokens; longer ones take twice as much, which may be meant.")},
    {"price-rounded",
     QT_TRANSLATE_NOOP("ClaimSentences", "%2 for a million tokens by %1 (read on %7), of which the claim may "
                                         "be a rounding: it is neither the same nor surely another.")},
    {"price-edge", QT_TRANSLATE_NOOP("ClaimSentences",
                                     "%2 for a million tokens by %1 (read on %7), which is the very figure "
                                     "that the claim says is not reached (%8).")},
    {"price-makers",
     QT_TRANSLATE_NOOP("ClaimSentences", "%2 for a million tokens by the list of the model's maker (%1, read "
                                         "on %7); what it costs elsewhere no list here says.")},
    {"price-undated", QT_TRANSLATE_NOOP("ClaimSentences",
                                        "%2 for a million tokens by %1; the list was read on %7, and what it "
                                        "said on the article's day is not known.")},
    {"price-mixed", QT_TRANSLATE_NOOP("ClaimSentences",
                                      "%2 for a million tokens by %1 (read on %7); what is stated may be a "
                                      "mixture of input and output, or an average.")},
    {"price-special",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "It is a price of a kind of its own (%9), of which no list here speaks.")},
    {"price-differs",
     QT_TRANSLATE_NOOP("ClaimSentences", "%2 for a million tokens by %1 (%9, read on %7), and not %8.")},
    {"no-model",
     QT_TRANSLATE_NOOP("ClaimSentences", "The model is not stated, so no price list can be asked.")},
    {"no-price", QT_TRANSLATE_NOOP("ClaimSentences", "No price list here has this model.")},
    {"entered-fits",
     QT_TRANSLATE_NOOP("ClaimSentences", "%2 for a million tokens was entered for %1: that fits.")},
    {"entered-differs",
     QT_TRANSLATE_NOOP(
         "ClaimSentences",
         "%2 for a million tokens was entered for %1; what it was on the article's day is not known.")},
    {"contract-same",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "The service level of %9 promises %2, which is the same (%1, read on %7).")},
    {"contract-edge",
     QT_TRANSLATE_NOOP("ClaimSentences", "The service level of %9 promises %2 (%1, read on %7), which is the "
                                         "very figure that the claim says is not reached (%8).")},
    {"contract-within",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "The service level of %9 promises %2, which fits (accepted: %5; %1, read on %7).")},
    {"contract-differs",
     QT_TRANSLATE_NOOP("ClaimSentences",
                       "The service level of %9 promises %2 (%1, read on %7), and not %8.")},
    {"contract-service",
     QT_TRANSLATE_NOOP("ClaimSentences", "The service level of %9 promises %2 (%1, read on %7); the article "
                                         "may mean another service.")},
    {"contract-undated",
     QT_TRANSLATE_NOOP(
         "ClaimSentences",
         "The service level of %9 promises %2 (%1, read on %7); what it promised on the article's day is not "
         "known.")},
    {"no-contract", QT_TRANSLATE_NOOP("ClaimSentences", "No contract of this provider is known here.")},
    {"shown", QT_TRANSLATE_NOOP("ClaimSentences",
                                "%1: %2 of %4 requests were answered (95 % interval %3): %5 is shown.")},
    {"not-shown",
     QT_TRANSLATE_NOOP("ClaimSentences", "%1: %2 of %4 requests were answered (95 % interval %3); to show %5 "
                                         "takes %6 requests without a failure.")},
    {"refuted", QT_TRANSLATE_NOOP("ClaimSentences",
                                  "%1: %2 of %4 requests were answered (95 % interval %3): less than %8.")},
    {"shown-later", QT_TRANSLATE_NOOP("ClaimSentences",
                                      "%1: %2 of %4 requests were answered by %7 (95 % interval %3): %5 is "
                                      "shown; the claim is of %9, and what was so then no run can tell.")},
    {"refuted-later",
     QT_TRANSLATE_NOOP("ClaimSentences", "%1: %2 of %4 requests were answered by %7 (95 % interval %3), less "
                                         "than %8; the claim is of %9, of which that says nothing.")},
}};

constexpr std::array<CodeText, 11> missingTexts{{
    {"provider", QT_TRANSLATE_NOOP("ClaimSentences", "where it can be asked")},
    {"model", QT_TRANSLATE_NOOP("ClaimSentences", "which model")},
    {"region", QT_TRANSLATE_NOOP("ClaimSentences", "which region")},
    {"statistic", QT_TRANSLATE_NOOP("ClaimSentences", "mean, median or another percentile")},
    {"token-count", QT_TRANSLATE_NOOP("ClaimSentences", "for how many tokens")},
    {"token-side", QT_TRANSLATE_NOOP("ClaimSentences", "tokens of the prompt, of the answer or of both")},
    {"price-side", QT_TRANSLATE_NOOP("ClaimSentences", "price of input, of output or a blend")},
    {"prompt-length", QT_TRANSLATE_NOOP("ClaimSentences", "length of prompts and answers")},
    {"concurrency", QT_TRANSLATE_NOOP("ClaimSentences", "how many at a time")},
    {"service-level", QT_TRANSLATE_NOOP("ClaimSentences", "within which latency")},
    {"hardware", QT_TRANSLATE_NOOP("ClaimSentences", "on which hardware")},
}};

template <std::size_t size>
const char* textOf(const std::array<CodeText, size>& texts, const std::string& code) {
    const auto found = std::ranges::find_if(texts, [&](const CodeText& one) { return code == one.code; });
    return found == texts.end() ? nullptr : found->text;
}

} // namespace

const char* resultCodeText(const std::string& reason) {
    return textOf(resultTexts, reason);
}

const char* missingCodeText(const std::string& code) {
    return textOf(missingTexts, code);
}

} // namespace parallax::ui
