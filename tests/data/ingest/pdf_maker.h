// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

// Writes small PDFs with a built-in font, word for word where the test wants them.
class PdfMaker {
  public:
    void page() { m_pages.emplace_back(); }
    // `y` from the top of an A4 page (595 × 842 points).
    void text(double x, double y, const std::string& words, double size = 11, bool bold = false) {
        std::string escaped;
        for (const char c : words) {
            if (c == '(' || c == ')' || c == '\\')
                escaped += '\\';
            escaped += c;
        }
        m_pages.back() += "BT /" + std::string(bold ? "F2" : "F1") + " " + std::to_string(size) +
                          " Tf 1 0 0 1 " + std::to_string(x) + " " + std::to_string(842 - y) + " Tm (" +
                          escaped + ") Tj ET\n";
    }
    void lines(double x, double y, const std::vector<std::string>& all, double size = 11, double pitch = 14) {
        for (const auto& line : all) {
            text(x, y, line, size);
            y += pitch;
        }
    }
    std::string bytes(const std::string& info = "", bool encrypted = false) const {
        std::vector<std::string> objects;
        std::string kids;
        for (std::size_t i = 0; i < m_pages.size(); ++i)
            kids += std::to_string(6 + 2 * i) + " 0 R ";
        objects.push_back("<< /Type /Catalog /Pages 2 0 R >>");
        objects.push_back("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(m_pages.size()) +
                          " >>");
        objects.push_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        objects.push_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
        objects.push_back("<< " + info + " >>");
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            objects.push_back(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R "
                "/F2 4 0 R >> >> /Contents " +
                std::to_string(7 + 2 * i) + " 0 R >>");
            objects.push_back("<< /Length " + std::to_string(m_pages[i].size()) + " >>\nstream\n" +
                              m_pages[i] + "endstream");
        }
        std::string out = "%PDF-1.4\n";
        std::string table;
        for (std::size_t i = 0; i < objects.size(); ++i) {
            std::string offset = std::to_string(out.size());
            table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
            out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
        }
        const std::string start = std::to_string(out.size());
        const std::string key(64, 'A');
        out += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n" + table +
               "trailer << /Root 1 0 R /Info 5 0 R /Size " + std::to_string(objects.size() + 1) +
               (encrypted ? " /ID [<41> <41>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + key +
                                "> /U <" + key + "> >>"
                          : std::string()) +
               " >>\nstartxref\n" + start + "\n%%EOF\n";
        return out;
    }

  private:
    std::vector<std::string> m_pages;
};
