// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/row_digest.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include <sqlite3.h>

namespace parallax::data {
namespace {

// Words are read as they lie in memory: libraries go from machine to machine.
static_assert(std::endian::native == std::endian::little);

// Each step can be undone when the word is known, and so is the word when the states are: one value that is
// another one always gives another digest, not only very likely. Eight bytes a step, since an import waits
// for it: SHA-256 takes ten times as long.
class DigestState {
  public:
    void add(std::uint64_t word) {
        m_state = (m_state ^ word) * 0x9E3779B97F4A7C15ULL;
        m_state ^= m_state >> 32;
    }

    void add(std::string_view bytes) {
        add(bytes.size());
        std::uint64_t word = 0;
        for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
            std::memcpy(&word, bytes.data(), sizeof word);
            add(word);
        }
        if (!bytes.empty()) {
            word = 0;
            std::memcpy(&word, bytes.data(), bytes.size());
            add(word);
        }
    }

    std::uint64_t value() const { return m_state; }

  private:
    std::uint64_t m_state = 0x50617261'6C6C6178ULL;
};

std::uint64_t digestOf(std::span<sqlite3_value* const> values) {
    DigestState digest;
    for (sqlite3_value* const value : values) {
        const int type = sqlite3_value_type(value);
        digest.add(static_cast<std::uint64_t>(type));
        if (type == SQLITE_INTEGER) {
            digest.add(static_cast<std::uint64_t>(sqlite3_value_int64(value)));
        } else if (type == SQLITE_FLOAT) {
            digest.add(std::bit_cast<std::uint64_t>(sqlite3_value_double(value)));
        } else if (type != SQLITE_NULL) {
            const void* const data = sqlite3_value_blob(value); // of a text its bytes as they are
            const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
            digest.add(std::string_view(static_cast<const char*>(data), data != nullptr ? size : 0));
        }
    }
    return digest.value();
}

void giveRowDigest(sqlite3_context* context, int count, sqlite3_value** values) {
    sqlite3_result_int64(context,
                         static_cast<sqlite3_int64>(digestOf({values, static_cast<std::size_t>(count)})));
}

void addRowDigest(sqlite3_context* context, int count, sqlite3_value** values) {
    auto* const sum = static_cast<std::uint64_t*>(sqlite3_aggregate_context(context, sizeof(std::uint64_t)));
    if (sum == nullptr)
        sqlite3_result_error_nomem(context);
    else
        *sum += digestOf({values, static_cast<std::size_t>(count)});
}

void giveRowsDigest(sqlite3_context* context) {
    const auto* const sum = static_cast<const std::uint64_t*>(sqlite3_aggregate_context(context, 0));
    sqlite3_result_int64(context, sum != nullptr ? static_cast<sqlite3_int64>(*sum) : 0);
}

} // namespace

void registerRowDigest(sqlite3* handle) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    sqlite3_create_function_v2(handle, "row_digest", -1, flags, nullptr, giveRowDigest, nullptr, nullptr,
                               nullptr);
    sqlite3_create_function_v2(handle, "rows_digest", -1, flags, nullptr, nullptr, addRowDigest,
                               giveRowsDigest, nullptr);
}

} // namespace parallax::data
