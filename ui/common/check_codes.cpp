// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/check_codes.h"

#include <QtGlobal>

namespace parallax::ui {

const std::vector<CodeWords>& causeWords() {
    static const std::vector<CodeWords> words{
        {"off-by-one-years",
         QT_TRANSLATE_NOOP("CheckSentences", "One year too many or too few was probably counted.")},
        {"wrong-base",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "The new value was probably taken as the base instead of the old one.")},
        {"ratio-for-change",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "The ratio of the two values was probably stated as their change.")},
        {"change-for-ratio",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "The change of the two values was probably stated as their ratio.")},
        {"level-for-change",
         QT_TRANSLATE_NOOP("CheckSentences", "One of the values was probably stated as the change.")},
        {"fraction-for-percent",
         QT_TRANSLATE_NOOP("CheckSentences", "A fraction was probably written as a percentage.")},
        {"gain-for-value",
         QT_TRANSLATE_NOOP("CheckSentences", "The gain alone was probably stated as the value.")},
        {"total-growth",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "The growth over all the years was probably stated as the yearly one.")},
        {"simple-growth",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "The whole growth was probably divided by the years, without compounding.")},
        {"part-left-out",
         QT_TRANSLATE_NOOP("CheckSentences", "One part was probably left out of the total.")},
        {"part-counted-twice",
         QT_TRANSLATE_NOOP("CheckSentences", "One part was probably counted twice in the total.")},
        {"rest-for-share",
         QT_TRANSLATE_NOOP("CheckSentences", "The share of the rest was probably stated instead.")},
        {"price-left-out",
         QT_TRANSLATE_NOOP("CheckSentences", "The fall of the price was probably left out.")},
        {"sign", QT_TRANSLATE_NOOP("CheckSentences", "The sign is probably the wrong way round.")},
        {"scale",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "A scale word was probably mistaken: thousand, million, billion, 萬 or 億.")},
        {"times-ten",
         QT_TRANSLATE_NOOP("CheckSentences", "The decimal point probably slipped by one place.")},
        {"points-for-percent",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "Percentage points were probably meant where percent is written.")},
        {"percent-for-points",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "Percent was probably meant where percentage points are written.")},
    };
    return words;
}

const std::vector<CodeWords>& reasonWords() {
    static const std::vector<CodeWords> words{
        // Why nothing can be told.
        {"missing", QT_TRANSLATE_NOOP("CheckSentences", "One of the figures that it takes is not stated.")},
        {"open-bound",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "One of the figures is open where it matters (“more than”, “up to”).")},
        {"open-list", QT_TRANSLATE_NOOP("CheckSentences", "The list does not claim to be complete.")},
        {"may-leave-out",
         QT_TRANSLATE_NOOP("CheckSentences", "The total may count parts that are not listed.")},
        {"other-measure", QT_TRANSLATE_NOOP("CheckSentences", "The figures measure different things.")},
        {"other-date", QT_TRANSLATE_NOOP("CheckSentences", "The figures may belong to different dates.")},
        {"unknown-measure",
         QT_TRANSLATE_NOOP("CheckSentences", "What values this measure can take is not known.")},
        {"unknown-word", QT_TRANSLATE_NOOP("CheckSentences", "The word says nothing that can be checked.")},
        {"base-not-positive",
         QT_TRANSLATE_NOOP("CheckSentences", "A change from nothing or from a loss has no percentage.")},
        {"no-years", QT_TRANSLATE_NOOP("CheckSentences", "The years between the two values are not stated.")},
        {"two-readings",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "The words can be read in two ways, which give different figures.")},
        {"not-a-scale-slip",
         QT_TRANSLATE_NOOP("CheckSentences", "The two figures differ, but not as scale words do.")},
        {"implied",
         QT_TRANSLATE_NOOP("CheckSentences", "The article does not say this; it follows from what it says.")},
        {"pulls-both-ways",
         QT_TRANSLATE_NOOP("CheckSentences", "Two statements pull in opposite directions.")},
        {"exclusive-with-earlier-deal",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "A deal with another party was signed although the rights are called exclusive.")},
        {"part-due-after-whole",
         QT_TRANSLATE_NOOP("CheckSentences", "The whole is expected by %1, one part of it only by %2.")},
        {"revised",
         QT_TRANSLATE_NOOP("CheckSentences", "%1 was revised to %2: the earlier figure is superseded.")},
        {"superseded", QT_TRANSLATE_NOOP("CheckSentences", "%1 was superseded: it has been revised to %2.")},
        // What is wrong.
        {"restated",
         QT_TRANSLATE_NOOP(
             "CheckSentences",
             "The same source gives another figure in a later article; the earlier one is superseded.")},
        {"stated-differently", QT_TRANSLATE_NOOP("CheckSentences", "The same figure is stated differently.")},
        {"against-direction",
         QT_TRANSLATE_NOOP("CheckSentences", "The words say the opposite of what the figures do.")},
        {"opposite",
         QT_TRANSLATE_NOOP("CheckSentences", "The words say the opposite of what the figures do.")},
        {"not-unchanged", QT_TRANSLATE_NOOP("CheckSentences", "The figures do change.")},
        {"count", QT_TRANSLATE_NOOP("CheckSentences", "%1 were announced, %2 are listed.")},
        {"count-differs", QT_TRANSLATE_NOOP("CheckSentences", "%1 were announced, %2 are listed.")},
        {"exclusive-with-several",
         QT_TRANSLATE_NOOP("CheckSentences", "It is called exclusive, but %1 are listed.")},
        {"more-than-one",
         QT_TRANSLATE_NOOP("CheckSentences", "It is called the only one, but several are listed.")},
        {"tie", QT_TRANSLATE_NOOP("CheckSentences", "Others have just as much.")},
        {"not-first", QT_TRANSLATE_NOOP("CheckSentences", "Others have more.")},
        {"label-unit", QT_TRANSLATE_NOOP("CheckSentences", "“%1” promises something else than “%2” is.")},
        {"label-text", QT_TRANSLATE_NOOP("CheckSentences", "“%1” promises a figure; “%2” is words.")},
        {"points-for-percent",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "The difference is in percentage points and is written as percent.")},
        {"not-whole", QT_TRANSLATE_NOOP("CheckSentences", "A count is a whole number.")},
        {"outside-domain", QT_TRANSLATE_NOOP("CheckSentences", "Such a measure cannot take this value.")},
        {"due-before-document",
         QT_TRANSLATE_NOOP("CheckSentences", "It is due by %1, before the article of %2 was written.")},
        {"begins-after-end",
         QT_TRANSLATE_NOOP("CheckSentences", "It begins later than the article's own date allows.")},
        {"ends-before-start", QT_TRANSLATE_NOOP("CheckSentences", "It ends before it begins.")},
        {"immediate-but-far",
         QT_TRANSLATE_NOOP("CheckSentences", "It is called immediate, but is due in %1 months.")},
        {"wrong-order", QT_TRANSLATE_NOOP("CheckSentences", "%1 comes after %2.")},
        {"not-a-prefix",
         QT_TRANSLATE_NOOP("CheckSentences", "It is not the beginning of the text that it repeats.")},
    };
    return words;
}

const std::vector<CodeWords>& remarkWords() {
    static const std::vector<CodeWords> words{
        {"counts-sets",
         QT_TRANSLATE_NOOP("CheckSentences", "The number counts the sets, not what they hold.")},
        {"other-noun",
         QT_TRANSLATE_NOOP("CheckSentences", "The number counts something else than the list holds.")},
        {"named-around", QT_TRANSLATE_NOOP("CheckSentences", "As many are named around it.")},
        {"same-list", QT_TRANSLATE_NOOP("CheckSentences", "Both list the same.")},
        {"derived", QT_TRANSLATE_NOOP("CheckSentences", "The shares are worked out from the amounts.")},
        {"repeats-beginning",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "It repeats the beginning of another paragraph; its figures count once.")},
        {"due-after-document",
         QT_TRANSLATE_NOOP("CheckSentences", "It is due after the article was written.")},
        {"unit-label-ambiguous",
         QT_TRANSLATE_NOOP("CheckSentences", "It holds in percentage points; the label says percent.")},
        {"multiple-for-return",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "It holds if the percentage is read as a multiple of the cost.")},
    };
    return words;
}

const std::vector<CodeWords>& repairWords() {
    static const std::vector<CodeWords> words{
        {"stated", QT_TRANSLATE_NOOP("CheckSentences", "%1 instead of what is stated")},
        {"other", QT_TRANSLATE_NOOP("CheckSentences", "%1 in the other statement")},
        {"start", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the value before")},
        {"end", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the value after")},
        {"start-year", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the first year")},
        {"end-year", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the last year")},
        {"years", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the number of years")},
        {"whole", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the whole")},
        {"percent", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the percentage")},
        {"unit", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the unit or label")},
        {"sign", QT_TRANSLATE_NOOP("CheckSentences", "%1, with the sign the other way round")},
        {"part", QT_TRANSLATE_NOOP("CheckSentences", "%1 as part %2")},
    };
    return words;
}

} // namespace parallax::ui
