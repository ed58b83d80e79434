// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QToolButton>

class QStyleOptionComboBox;

namespace parallax::ui {

// A tool button that shows its action's icon alone, in the size that the scale asks for; name, tooltip with
// the shortcut and accessible name follow the action.
class IconButton : public QToolButton {
    Q_OBJECT
  public:
    explicit IconButton(QAction* action, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void resizeIcon();
};

// One line of text that ends in … where it does not fit, and then shows the whole of it as a tooltip.
class ElidedLabel final : public QFrame {
    Q_OBJECT
  public:
    explicit ElidedLabel(QWidget* parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);
    void setText(const QString& text);
    const QString& text() const { return m_text; }
    void setQuiet(bool quiet);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    QString m_text;
    Qt::TextElideMode m_mode;
    bool m_quiet = false;
};

// A box of choices that ends in … where its words do not fit, and then shows the whole of them as a tooltip.
class ElidedBox final : public QComboBox {
    Q_OBJECT
  public:
    using QComboBox::QComboBox;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    QString shown(const QStyleOptionComboBox& option) const;
};

// A label with one of the roles of the style sheet: "quiet", "error", "title", "heading", "section", "badge".
QLabel* label(const QString& text, const char* role, QWidget* parent = nullptr);

// A frame with one of the style sheet's roles: "card", "bar", "footer", "rail", "popup".
QFrame* frame(const char* role, QWidget* parent = nullptr);

} // namespace parallax::ui
