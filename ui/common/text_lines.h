// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QGlyphRun>
#include <QList>
#include <QRect>
#include <QString>

#include <limits>

class QPainter;

namespace parallax::ui {

// One line of text with its glyphs in place. Sizes in pixels of the device that is painted on, unscaled.
struct TextLine {
    QList<QGlyphRun> glyphs;
    int width = 0; // rounded up
    double height = 0;
};

// Lines shaped once: what a delegate paints in every row and repaint. QPainter shapes a text each time that
// it measures, cuts or draws it, which is most of what a row of the article list costs.
class TextLines {
  public:
    static constexpr int everything = std::numeric_limits<int>::max();

    // `text` without line breaks; with an ellipsis where it is wider than `room`. Good until the next call.
    const TextLine& line(const QString& text, const QFont& font, int room = everything);
    int width(const QString& text, const QFont& font) { return line(text, font).width; }

    // In the painter's font and pen, from the left and in the middle of `area`'s height, elided to its width.
    void draw(QPainter& painter, const QRect& area, const QString& text);

  private:
    struct Key {
        QString text;
        QFont font;
        int room = 0;
        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed) noexcept {
            return qHashMulti(seed, key.text, key.font, key.room);
        }
    };
    QCache<Key, TextLine> m_lines{1'000};
};

} // namespace parallax::ui
