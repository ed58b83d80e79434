// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include "ui/reader/page_document.h"

namespace parallax::ui {

// The right margin: contents, notes, topics, related articles of the library. One list, so that the arrow
// keys go through all of it.
class ReaderMargin final : public QListWidget {
    Q_OBJECT
  public:
    enum Role { KindRole = Qt::UserRole + 1, ValueRole, DetailRole, ColourRole, LevelRole, CurrentRole };
    enum class RowKind { Section, Heading, Note, Topic, Related, Sentence };

    explicit ReaderMargin(QWidget* parent = nullptr);

    // Shown with its next page.
    void setArticle(std::shared_ptr<const LoadedArticle> article, data::Language reading);
    void setPage(const PageDocument* page); // contents
    void setCurrentItem(int pageItem);      // lights the section that is being read

  Q_SIGNALS:
    void headingActivated(int pageItem);
    void noteActivated(qint64 note);
    void topicActivated(const QString& topic);
    void relatedActivated(qint64 article);

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void fill();
    QListWidgetItem* addRow(RowKind kind, const QString& text);
    void activate(QListWidgetItem* row);

    std::shared_ptr<const LoadedArticle> m_article;
    std::vector<std::pair<int, QString>> m_headings;
    std::vector<int> m_levels;
    data::Language m_reading = data::Language::English;
};

} // namespace parallax::ui
