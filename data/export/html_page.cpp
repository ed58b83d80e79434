// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/html_page.h"

#include "data/export/escape.h"

namespace parallax::data {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6;
  font-family: "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "DejaVu Sans", sans-serif; }
:lang(zh-Hans) { font-family: "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "DejaVu Sans", sans-serif; }
:lang(zh-Hant) { font-family: "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", "DejaVu Sans", sans-serif; }
h1, h2, h3 { line-height: 1.3; }
table { border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { border: 1px solid #8888; padding: 0.3rem 0.6rem; vertical-align: top; }
th { text-align: left; }
blockquote, .takeaway { border-left: 3px solid #8888; margin-left: 0; padding-left: 1rem; }
.byline, .summary { opacity: 0.8; }
pre { overflow-x: auto; }
)";

std::string_view alignStyle(Alignment alignment) {
    switch (alignment) {
    case Alignment::Left:
        return " style=\"text-align: left\"";
    case Alignment::Center:
        return " style=\"text-align: center\"";
    case Alignment::Right:
        return " style=\"text-align: right\"";
    case Alignment::None:
        break;
    }
    return "";
}

} // namespace

std::string htmlPage(std::string_view title, Language language, std::string_view body) {
    std::string out = "<!DOCTYPE html>\n<html";
    if (const std::string_view tag = languageTag(language);
        isChinese(language) || language == Language::English)
        out += " lang=\"" + std::string(tag) + "\"";
    out += ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
           "content=\"width=device-width\">\n<title>";
    out += escapeHtml(title);
    out += "</title>\n<style>";
    out += style;
    out += "</style>\n</head>\n<body>\n";
    out += body;
    out += "</body>\n</html>\n";
    return out;
}

std::string tableHtml(const Table& table, bool header) {
    std::string out = "<table>\n";
    if (!table.caption.empty())
        out += "<caption>" + escapeHtml(table.caption) + "</caption>\n";
    const auto row = [&](const std::vector<Cell>& cells, std::string_view tag) {
        out += "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += "<" + std::string(tag);
            out += alignStyle(i < table.alignments.size() ? table.alignments[i] : Alignment::None);
            out += ">" + markedHtml(cells[i].text, cells[i].marks) + "</" + std::string(tag) + ">";
        }
        out += "</tr>\n";
    };
    if (header && !table.header.empty()) {
        out += "<thead>\n";
        row(table.header, "th");
        out += "</thead>\n";
    }
    out += "<tbody>\n";
    for (const auto& cells : table.rows)
        row(cells, "td");
    out += "</tbody>\n</table>\n";
    return out;
}

} // namespace parallax::data
