// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/utf8.h"

namespace parallax::data {

// The two directions of one binary form. Integers are LEB128 (signed ones zigzag), texts and lists carry
// their length. A struct's fields are named once, in a function template that takes either class; thus what
// is written and what is read cannot differ.
class WireWriter {
  public:
    void number(std::uint64_t value) {
        while (value >= 0x80) {
            m_out.push_back(static_cast<char>(value | 0x80));
            value >>= 7;
        }
        m_out.push_back(static_cast<char>(value));
    }
    void operator()(const std::string& text) {
        number(text.size());
        m_out += text;
    }
    void operator()(bool value) { m_out.push_back(value ? '\1' : '\0'); }
    void operator()(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        m_out.append(reinterpret_cast<const char*>(&bits), sizeof bits);
    }
    template <typename T>
        requires std::is_integral_v<T>
    void operator()(T value) {
        if constexpr (std::is_signed_v<T>) {
            const auto wide = static_cast<std::int64_t>(value);
            number((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
        } else {
            number(value);
        }
    }
    template <typename E>
        requires std::is_enum_v<E>
    void operator()(E value, E) {
        number(static_cast<std::uint64_t>(value));
    }
    template <typename T, typename Each>
    void list(const std::vector<T>& items, std::size_t, Each&& each) {
        number(items.size());
        for (const auto& item : items)
            each(item);
    }
    std::string take() { return std::move(m_out); }
    void reserve(std::size_t bytes) { m_out.reserve(bytes); }

  private:
    std::string m_out;
};

// Bytes that no WireWriter wrote.
struct WireFailure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class WireReader {
  public:
    explicit WireReader(std::string_view bytes)
        : m_left(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes(1)[0]);
            if (shift == 63 && byte > 1)
                fail("number");
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                return value;
        }
        fail("number");
    }
    void operator()(std::string& text) {
        const auto slice = bytes(number());
        if (!isUtf8(slice))
            fail("text");
        text = slice;
    }
    void operator()(bool& value) {
        const char byte = bytes(1)[0];
        if (byte != '\0' && byte != '\1')
            fail("flag");
        value = byte == '\1';
    }
    void operator()(double& value) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, bytes(sizeof bits).data(), sizeof bits);
        value = std::bit_cast<double>(bits);
    }
    template <typename T>
        requires std::is_integral_v<T>
    void operator()(T& value) {
        const std::uint64_t raw = number();
        if constexpr (std::is_signed_v<T>) {
            const auto wide = static_cast<std::int64_t>((raw >> 1) ^ (~(raw & 1U) + 1U));
            value = static_cast<T>(wide);
            if (value != wide)
                fail("range");
        } else {
            value = static_cast<T>(raw);
            if (value != raw)
                fail("range");
        }
    }
    template <typename E>
        requires std::is_enum_v<E>
    void operator()(E& value, E last) {
        const std::uint64_t raw = number();
        if (raw > static_cast<std::uint64_t>(last))
            fail("enum");
        value = static_cast<E>(raw);
    }
    // `least` is the smallest number of bytes that an item takes: no list can promise more items than the
    // bytes could hold, so a few bytes never make us allocate much.
    template <typename T, typename Each>
    void list(std::vector<T>& items, std::size_t least, Each&& each) {
        const std::uint64_t count = number();
        if (count > m_left.size() / least)
            fail("count");
        items.resize(count);
        for (auto& item : items)
            each(item);
    }
    std::string_view rest() const { return m_left; }
    bool atEnd() const { return m_left.empty(); }
    [[noreturn]] static void fail(const char* what) { throw WireFailure(what); }

  private:
    std::string_view bytes(std::uint64_t count) {
        if (count > m_left.size())
            fail("cut");
        const auto slice = m_left.substr(0, count);
        m_left.remove_prefix(count);
        return slice;
    }

    std::string_view m_left;
};

} // namespace parallax::data
