// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include "data/store/check_store.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace parallax::ui {

// How many checks each choice of the bar would list.
struct CheckChoices {
    data::CheckCounts colours;
    std::vector<std::pair<data::Rule, std::int64_t>> rules;
    std::vector<std::pair<data::CheckMark, std::int64_t>> marks;
    std::vector<std::string> sources;
};

// What the list of checks is narrowed by: colour, rule, mark, source, words, checks across articles.
class CheckFilterBar final : public QWidget {
    Q_OBJECT
  public:
    explicit CheckFilterBar(QWidget* parent = nullptr);

    const data::CheckFilter& filter() const { return m_filter; }
    void setFilter(const data::CheckFilter& filter); // without telling
    void setArticleTitle(const QString& title);      // of filter().article
    void setChoices(const CheckChoices& choices);
    void focusSearch();
    void clear(); // all checks, and tells

  Q_SIGNALS:
    void filterChanged();
    void leftDown(); // Down in the search box: on to the list

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void retranslate();
    void showFilter();
    void fillBoxes();
    void change(const data::CheckFilter& filter);

    data::CheckFilter m_filter;
    CheckChoices m_choices;
    QString m_articleTitle;
    QLineEdit* m_search;
    QButtonGroup* m_colours;
    QComboBox* m_rules;
    QComboBox* m_marks;
    QComboBox* m_sources;
    QToolButton* m_across;
    QToolButton* m_article;
    QToolButton* m_clear;
    QTimer m_typing;
    bool m_quiet = false; // the boxes are being filled, not chosen from
};

} // namespace parallax::ui
