// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_text.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "data/article/script.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

struct Edge {
    std::size_t at = 0;
    const data::Mark* mark = nullptr;
    bool opens = false;
};

std::size_t codePointStart(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

// How many marks of each kind are open. Counting instead of searching keeps 100,000 marks on a block linear.
struct OpenMarks {
    int strong = 0, emphasis = 0, code = 0, strike = 0;
    std::vector<const data::Mark*> links;

    void apply(const Edge& edge) {
        const int step = edge.opens ? 1 : -1;
        switch (edge.mark->kind) {
        case data::MarkKind::Strong:
            strong += step;
            break;
        case data::MarkKind::Emphasis:
            emphasis += step;
            break;
        case data::MarkKind::Code:
            code += step;
            break;
        case data::MarkKind::Strike:
            strike += step;
            break;
        case data::MarkKind::Link:
            if (edge.opens)
                links.push_back(edge.mark);
            else
                std::erase(links, edge.mark);
            break;
        }
    }
};

bool isHanUnit(QChar c) {
    return isHan(c.unicode()) || c.isSurrogate() || (c.unicode() >= 0x3001 && c.unicode() <= 0x303F);
}

} // namespace

QString PageText::plain() const {
    QString all;
    for (const Run& run : runs)
        all += run.text;
    return all;
}

PageText ownText(const QString& text) {
    PageText result;
    if (!text.isEmpty())
        result.runs.push_back({text, false, false, false, false, {}});
    return result;
}

PageText makePageText(std::string_view text, const std::vector<data::Mark>& marks, data::Language language,
                      const PageRequest& request, bool asWritten) {
    PageText result;
    result.language = language;
    const bool convert = !asWritten && needsConversion(language, request.reading);
    std::vector<Edge> edges;
    edges.reserve(marks.size() * 2);
    for (const data::Mark& mark : marks) {
        const std::size_t begin = codePointStart(text, mark.span.begin);
        const std::size_t end = codePointStart(text, mark.span.end);
        if (begin >= end)
            continue;
        edges.push_back({begin, &mark, true});
        edges.push_back({end, &mark, false});
    }
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.at < b.at; });

    OpenMarks open;
    const auto add = [&](std::size_t from, std::size_t to) {
        if (from >= to)
            return;
        const std::string_view piece = text.substr(from, to - from);
        Run run;
        run.code = open.code > 0;
        run.strong = open.strong > 0;
        run.emphasis = open.emphasis > 0;
        run.strike = open.strike > 0;
        if (!open.links.empty())
            run.href = fromUtf8(open.links.back()->href);
        if (convert && !run.code) {
            const std::string converted = data::convertScript(piece, request.reading, language);
            result.converted = result.converted || converted != piece;
            run.text = fromUtf8(converted);
        } else {
            run.text = fromUtf8(piece);
        }
        if (request.fullWidthPunctuation && !run.code)
            run.text = widenPunctuation(run.text);
        // The noncharacters and separators that QTextDocument keeps for itself would tear its structure.
        for (QChar& c : run.text)
            if (c == QChar::ParagraphSeparator || c == QChar::ObjectReplacementCharacter ||
                c == QChar::Null || c.unicode() == 0xFDD0 || c.unicode() == 0xFDD1)
                c = QChar::Space;
        result.runs.push_back(std::move(run));
    };
    std::size_t at = 0;
    for (const Edge& edge : edges) {
        add(at, edge.at);
        at = edge.at;
        open.apply(edge);
    }
    add(at, text.size());
    if (result.converted)
        result.language = request.reading;
    return result;
}

std::vector<PageText> splitLongText(PageText text, qsizetype characters) {
    std::vector<PageText> pieces;
    const auto empty = [&] {
        PageText next;
        next.language = text.language;
        next.converted = text.converted;
        return next;
    };
    PageText piece = empty();
    qsizetype room = characters;
    for (Run& run : text.runs) {
        QString rest = std::move(run.text);
        while (rest.size() > room) {
            // A good place to cut within the last tenth, else anywhere but inside a surrogate pair.
            qsizetype cut = room;
            for (qsizetype i = room; i > room - characters / 10 && i > 0; --i) {
                if (rest[i - 1].isSpace() || rest[i - 1].isPunct()) {
                    cut = i;
                    break;
                }
            }
            if (cut > 0 && rest[cut - 1].isHighSurrogate())
                --cut;
            if (cut > 0) {
                Run part = run;
                part.text = rest.left(cut);
                piece.runs.push_back(std::move(part));
                rest.remove(0, cut);
            }
            pieces.push_back(std::exchange(piece, empty()));
            room = characters;
        }
        room -= rest.size();
        if (!rest.isEmpty()) {
            Run part = run;
            part.text = std::move(rest);
            piece.runs.push_back(std::move(part));
        }
    }
    if (!piece.runs.empty() || pieces.empty())
        pieces.push_back(std::move(piece));
    return pieces;
}

QString widenPunctuation(QString text) {
    static const std::map<char16_t, char16_t> wide{{u',', u'，'}, {u':', u'：'}, {u';', u'；'}, {u'?', u'？'},
                                                   {u'!', u'！'}, {u'(', u'（'}, {u')', u'）'}};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto found = wide.find(text[i].unicode());
        if (found == wide.end())
            continue;
        // A mark just widened counts as Han for the next: 「(新)?」.
        const bool before = i > 0 && (isHanUnit(text[i - 1]) || text[i - 1].unicode() >= 0xFF01);
        const bool after = i + 1 < text.size() && isHanUnit(text[i + 1]);
        const bool opening = text[i] == QLatin1Char('(');
        // Sentence marks lean on what stands before them; "3:1" and "GPT-4o, o1" keep theirs.
        if (opening ? (before || after) : (before || (after && text[i] == QLatin1Char(')'))))
            text[i] = QChar(found->second);
    }
    return text;
}

bool looksNumeric(const QString& cell) {
    int signs = 0;
    for (const QChar c : cell) {
        if (c.isDigit())
            return true;
        if (c.isSpace())
            continue;
        if (c.category() == QChar::Symbol_Currency || QStringView(u"~+-−–<>≤≥≈±(.约約逾").contains(c)) {
            if (++signs > 3)
                return false;
            continue;
        }
        // "US$12B" and "NT$3" are figures, "H100" and "v2" are names.
        if (cell.startsWith(QLatin1String("US$")) || cell.startsWith(QLatin1String("NT$")) ||
            cell.startsWith(QLatin1String("HK$")))
            return true;
        return false;
    }
    return false;
}

} // namespace parallax::ui
