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
        {"missing", QT_TRANSLATE_NOOP("CheckSentences", "One of the figures that it takes is not stated.")},
        {"open-bound",
         QT_TRANSLATE_NOOP("CheckSentences",
                           "One of the figures is open where it matters (“more than”, “up to”).")},
        {"other-measure", QT_TRANSLATE_NOOP("CheckSentences", "The figures measure different things.")},
        {"not-a-scale-slip",
         QT_TRANSLATE_NOOP("CheckSentences", "The two figures differ, but not as scale words do.")},
    };
    return words;
}

const std::vector<CodeWords>& repairWords() {
    static const std::vector<CodeWords> words{
        {"stated", QT_TRANSLATE_NOOP("CheckSentences", "%1 instead of what is stated")},
        {"start", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the value before")},
        {"end", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the value after")},
        {"start-year", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the first year")},
        {"end-year", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the last year")},
        {"unit", QT_TRANSLATE_NOOP("CheckSentences", "%1 as the unit or label")},
        {"sign", QT_TRANSLATE_NOOP("CheckSentences", "%1, with the sign the other way round")},
        {"part", QT_TRANSLATE_NOOP("CheckSentences", "%1 as part %2")},
    };
    return words;
}

} // namespace parallax::ui
