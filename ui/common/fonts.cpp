// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>

#include <algorithm>

#include "data/article/script_characters.h"

namespace parallax::ui {

bool isBeyondLatin(QChar c) {
    return c.unicode() >= 0x2E80; // from the radicals of Han on
}

QStringList familiesFor(data::Language language) {
    const QString traditional = QStringLiteral("Noto Sans CJK TC");
    const QString simplified = QStringLiteral("Noto Sans CJK SC");
    const QString latin = QStringLiteral("DejaVu Sans");
    return language == data::Language::SimplifiedChinese ? QStringList{simplified, latin}
                                                         : QStringList{traditional, latin};
}

QStringList latinFamilies() {
    return {QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans CJK TC"),
            QStringLiteral("DejaVu Sans")};
}

bool isNarrowInLatin(QChar c) {
    return (c.unicode() >= 0x2018 && c.unicode() <= 0x201D) || c.unicode() == 0x00B7;
}

bool needsLatinFace(const QString& text) {
    bool marks = false;
    for (const QChar c : text) {
        if (isBeyondLatin(c))
            return false;
        marks = marks || isNarrowInLatin(c);
    }
    return marks;
}

bool interfaceIsLatin() {
    return QGuiApplication::font().families() == latinFamilies();
}

QList<QTextLayout::FormatRange> narrowSeparators(const QString& text) {
    const QString separator = QStringLiteral(" · ");
    QList<QTextLayout::FormatRange> ranges;
    if (!text.contains(separator) || !std::any_of(text.begin(), text.end(), isBeyondLatin) ||
        !interfaceIsLatin())
        return ranges;
    for (qsizetype at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(at);
        range.length = static_cast<int>(separator.size());
        range.format.setFontFamilies(latinFamilies());
        ranges.append(range);
    }
    return ranges;
}

QString withNarrowDots(QString html) {
    const QString separator = QStringLiteral(" · ");
    if (interfaceIsLatin())
        html.replace(separator, QStringLiteral("<span style=\"font-family:%1\">%2</span>")
                                    .arg(cssFamiliesFor(data::Language::Unknown, separator), separator));
    return html;
}

void setTextWithNarrowDots(QLabel& label, const QString& text) {
    const bool narrow = !narrowSeparators(text).isEmpty();
    label.setTextFormat(narrow ? Qt::RichText : Qt::PlainText);
    label.setText(narrow ? withNarrowDots(text.toHtmlEscaped()) : text);
}

QString cssFamiliesFor(data::Language language, const QString& text) {
    QStringList quoted;
    const QStringList families = needsLatinFace(text) ? latinFamilies() : familiesFor(language);
    for (const QString& family : families)
        quoted.append(QStringLiteral("'%1'").arg(family));
    return quoted.join(QStringLiteral(", "));
}

QFont fontFor(const QString& text, const QFont& base, data::Language hint) {
    if (needsLatinFace(text)) {
        QFont font = base;
        font.setFamilies(latinFamilies());
        return font;
    }
    int traditional = 0;
    int simplified = 0;
    bool chinese = false;
    for (const QChar c : text) // those beyond the basic plane are too rare to decide
        if (isBeyondLatin(c)) {
            chinese = true;
            const data::HanScript script = data::hanScript(c.unicode());
            traditional += script == data::HanScript::Traditional ? 1 : 0;
            simplified += script == data::HanScript::Simplified ? 1 : 0;
        }
    if (traditional != simplified)
        hint =
            simplified > traditional ? data::Language::SimplifiedChinese : data::Language::TraditionalChinese;
    if (hint == data::Language::Unknown && chinese && base.families() == latinFamilies())
        hint = data::Language::TraditionalChinese; // rather than the shapes of Korea
    if (hint == data::Language::Unknown)
        return base;
    QFont font = base;
    font.setFamilies(familiesFor(hint));
    return font;
}

QFont interfaceFont(const QString& interfaceLanguage, int scalePercent) {
    const bool simplified =
        interfaceLanguage == QLatin1String("zh_CN") || interfaceLanguage == QLatin1String("zh_SG");
    const bool chinese = interfaceLanguage.startsWith(QLatin1String("zh"));
    QFont font(simplified ? familiesFor(data::Language::SimplifiedChinese)
               : chinese  ? familiesFor(data::Language::TraditionalChinese)
                          : latinFamilies());
    font.setPixelSize(13 * scalePercent / 100);
    return font;
}

QFont articleFont(data::Language language, int pixels) {
    QFont font(familiesFor(language));
    font.setPixelSize(pixels);
    return font;
}

QFont tabularFont(const QFont& base) {
    // Qt 6.4 cannot ask for the "tnum" feature; the figures of both families that we list are of one width.
    QFont font = base;
    font.setKerning(false);
    return font;
}

bool chineseFontMissing() {
    static const bool missing = QFontDatabase::families(QFontDatabase::TraditionalChinese).isEmpty() &&
                                QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty();
    return missing;
}

} // namespace parallax::ui
