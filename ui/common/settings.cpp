// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace parallax::ui {

namespace {

QString sessionPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/parallax/session.json");
}

QString languageOfSystem() {
    const QLocale system = QLocale::system();
    if (system.language() != QLocale::Chinese)
        return QStringLiteral("en");
    return system.script() == QLocale::TraditionalChineseScript ? QStringLiteral("zh_TW")
                                                                : QStringLiteral("zh_CN");
}

constexpr const char* themeNames[] = {"system", "light", "dark", "high-contrast"};

} // namespace

Settings::Settings(QObject* parent)
    : QObject(parent)
    , m_store(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("parallax"),
              QStringLiteral("parallax")) {}

QString Settings::interfaceLanguage() const {
    const QString language = m_store.value(QStringLiteral("language")).toString();
    const QStringList known = {QStringLiteral("en"), QStringLiteral("zh_TW"), QStringLiteral("zh_CN")};
    return known.contains(language) ? language : languageOfSystem();
}

void Settings::setInterfaceLanguage(const QString& language) {
    if (language == interfaceLanguage())
        return;
    m_store.setValue(QStringLiteral("language"), language);
    Q_EMIT interfaceLanguageChanged();
}

data::Language Settings::readingLanguage() const {
    const std::string tag = m_store.value(QStringLiteral("reading/language")).toString().toStdString();
    const data::Language language = data::languageFromTag(tag);
    if (language == data::Language::English || data::isChinese(language))
        return language;
    const QString own = interfaceLanguage();
    if (own == QLatin1String("zh_TW"))
        return data::Language::TraditionalChinese;
    return own == QLatin1String("zh_CN") ? data::Language::SimplifiedChinese : data::Language::English;
}

void Settings::setReadingLanguage(data::Language language) {
    if (language == readingLanguage())
        return;
    const std::string_view tag = data::languageTag(language);
    m_store.setValue(QStringLiteral("reading/language"),
                     QString::fromLatin1(tag.data(), static_cast<qsizetype>(tag.size())));
    Q_EMIT readingLanguageChanged();
}

ThemeChoice Settings::theme() const {
    const QString name = m_store.value(QStringLiteral("theme")).toString();
    for (int choice = 0; choice < 4; ++choice)
        if (name == QLatin1String(themeNames[choice]))
            return static_cast<ThemeChoice>(choice);
    return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice theme) {
    if (theme == this->theme())
        return;
    m_store.setValue(QStringLiteral("theme"), QLatin1String(themeNames[static_cast<int>(theme)]));
    Q_EMIT themeChanged();
}

int Settings::scalePercent() const {
    return std::clamp(m_store.value(QStringLiteral("scale"), 100).toInt(), 100, 200);
}

void Settings::setScalePercent(int percent) {
    if (percent == scalePercent())
        return;
    m_store.setValue(QStringLiteral("scale"), percent);
    Q_EMIT densityChanged();
}

int Settings::articlePixels() const {
    return std::clamp(m_store.value(QStringLiteral("reading/pixels"), 16).toInt(), 10, 40);
}

void Settings::setArticlePixels(int pixels) {
    if (pixels == articlePixels())
        return;
    m_store.setValue(QStringLiteral("reading/pixels"), pixels);
    Q_EMIT readingChanged();
}

int Settings::articleMeasure() const {
    return std::clamp(m_store.value(QStringLiteral("reading/measure"), 66).toInt(), 40, 140);
}

void Settings::setArticleMeasure(int characters) {
    if (characters == articleMeasure())
        return;
    m_store.setValue(QStringLiteral("reading/measure"), characters);
    Q_EMIT readingChanged();
}

int Settings::lineHeightPercent() const {
    return std::clamp(m_store.value(QStringLiteral("reading/lineHeight"), 160).toInt(), 100, 250);
}

void Settings::setLineHeightPercent(int percent) {
    if (percent == lineHeightPercent())
        return;
    m_store.setValue(QStringLiteral("reading/lineHeight"), percent);
    Q_EMIT readingChanged();
}

bool Settings::compactRows() const {
    return m_store.value(QStringLiteral("compactRows"), false).toBool();
}

void Settings::setCompactRows(bool compact) {
    if (compact == compactRows())
        return;
    m_store.setValue(QStringLiteral("compactRows"), compact);
    Q_EMIT densityChanged();
}

bool Settings::exportByteOrderMark() const {
    return m_store.value(QStringLiteral("export/byteOrderMark"), true).toBool();
}

void Settings::setExportByteOrderMark(bool on) {
    m_store.setValue(QStringLiteral("export/byteOrderMark"), on);
}

QString Settings::analyst() const {
    const QString name = analystName();
    return name.isEmpty() ? systemUser() : name;
}

QString Settings::analystName() const {
    return m_store.value(QStringLiteral("analyst")).toString().trimmed();
}

// Started by a service, a process may have no name in its environment; its home folder is named for it.
QString Settings::systemUser() {
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    return QDir::home().dirName();
}

void Settings::setAnalyst(const QString& name) {
    m_store.setValue(QStringLiteral("analyst"), name.trimmed());
}

QString Settings::libraryPath() const {
    return m_store.value(QStringLiteral("library")).toString();
}

void Settings::setLibraryPath(const QString& path) {
    m_store.setValue(QStringLiteral("library"), path);
}

QJsonObject Settings::session() const {
    QFile file(sessionPath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void Settings::setSession(const QJsonObject& session) {
    const QString path = sessionPath();
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    // A session that cannot be kept (read-only home, full disk) costs the next start its window places, no
    // more.
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QJsonDocument(session).toJson(QJsonDocument::Compact));
    file.commit();
}

} // namespace parallax::ui
