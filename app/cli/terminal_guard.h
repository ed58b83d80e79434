// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace parallax::app {

// While it lives, what is written to the stream cannot steer the terminal behind it: an article may hold
// escape sequences that rename the window, hide lines or paste commands. Control characters but tab, line end
// and carriage return come out as U+FFFD; of escape sequences only "bold" and "plain" pass, which this
// program writes itself.
class TerminalGuard final : public std::streambuf {
  public:
    explicit TerminalGuard(std::ostream& stream);
    ~TerminalGuard() override;
    TerminalGuard(const TerminalGuard&) = delete;
    TerminalGuard& operator=(const TerminalGuard&) = delete;

  protected:
    int_type overflow(int_type byte) override;
    int sync() override;

  private:
    void take(char byte);
    void drop(); // what was held back is no sequence that may pass

    std::ostream& m_stream;
    std::streambuf* m_behind;
    std::string m_held; // the beginning of an escape sequence, or of a character that may be a control
};

} // namespace parallax::app
