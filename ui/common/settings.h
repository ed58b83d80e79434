// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QSettings>
#include <QString>

#include "data/article/language.h"

namespace parallax::ui {

enum class ThemeChoice { System, Light, Dark, HighContrast };
enum class ScriptFont { Sans, Serif };

// What a person chose; kept in the XDG config folder (parallax/parallax.conf). Session state (window,
// splitters, places) is kept apart in session.json, written atomically.
class Settings final : public QObject {
    Q_OBJECT
  public:
    explicit Settings(QObject* parent = nullptr);

    QString interfaceLanguage() const; // "en", "zh_TW", "zh_CN"
    void setInterfaceLanguage(const QString& language);
    data::Language readingLanguage() const;
    void setReadingLanguage(data::Language language);
    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    int scalePercent() const; // 100–200, on top of the screen's own
    void setScalePercent(int percent);
    int articlePixels() const; // 16
    void setArticlePixels(int pixels);
    int articleMeasure() const; // characters Latin, 66
    void setArticleMeasure(int characters);
    int lineHeightPercent() const; // 160
    void setLineHeightPercent(int percent);
    bool compactRows() const;
    void setCompactRows(bool compact);
    bool exportByteOrderMark() const;
    void setExportByteOrderMark(bool on);

    QString analyst() const;     // who marks and corrects: analystName(), else the system's user
    QString analystName() const; // as given in the settings; empty when none was
    static QString systemUser();
    void setAnalyst(const QString& name);

    QString libraryPath() const; // empty: the default place
    void setLibraryPath(const QString& path);

    QJsonObject session() const;
    void setSession(const QJsonObject& session); // written at once, atomically

  Q_SIGNALS:
    void interfaceLanguageChanged();
    void readingLanguageChanged();
    void themeChanged();
    void readingChanged(); // article font, measure, line height
    void densityChanged();

  private:
    QSettings m_store;
};

} // namespace parallax::ui
