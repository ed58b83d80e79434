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
    if (language == QLatin1String("en"))
        return;
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
