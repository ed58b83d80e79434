// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>
#include <vector>

namespace parallax::ui {

namespace {

bool askedForEnglish = false;

// Stands before all other translators and gives the source's own words while somebody wants those. Taking the
// translators away for a moment would make every widget translate itself anew.
class SourceTranslator final : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        return askedForEnglish ? QString::fromUtf8(source) : QString();
    }
};

// English as it is shown. The faces that come first in our lists draw curly quotation marks as wide as a
// Chinese character, and a label has one font for its sentence and for the names in it, which may be Chinese.
class StraightQuotes final : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        QString text = QString::fromUtf8(source);
        const qsizetype length = text.size();
        bool changed = false;
        for (qsizetype i = 0; i < length; ++i) {
            const char16_t c = text[i].unicode();
            if (c == u'“' || c == u'”')
                text[i] = QLatin1Char('"');
            else if (c == u'‘' || c == u'’')
                text[i] = QLatin1Char('\'');
            else
                continue;
            changed = true;
        }
        return changed ? text : QString(); // none: Qt takes the source
    }
};

} // namespace

QString inEnglish(const std::function<QString()>& text) {
    askedForEnglish = true;
    QString english = text();
    askedForEnglish = false;
    return english;
}

void applyInterfaceLanguage(const QString& language) {
    static std::vector<std::unique_ptr<QTranslator>> installed;
    QLocale::setDefault(language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedStates)
                                                        : QLocale(language));
    for (const auto& translator : installed)
        QCoreApplication::removeTranslator(translator.get());
    installed.clear();
    if (language == QLatin1String("en")) {
        auto quotes = std::make_unique<StraightQuotes>();
        if (QCoreApplication::installTranslator(quotes.get()))
            installed.push_back(std::move(quotes));
        return;
    }
    // Qt looks in the newest first: ours after Qt's.
    const auto install = [&language](const QString& name, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(name + language, folder) &&
            QCoreApplication::installTranslator(translator.get()))
            installed.push_back(std::move(translator));
    };
    install(QStringLiteral("qtbase_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("parallax_"), QStringLiteral(":/i18n"));
    auto source = std::make_unique<SourceTranslator>();
    if (QCoreApplication::installTranslator(source.get()))
        installed.push_back(std::move(source));
}

} // namespace parallax::ui
