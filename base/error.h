// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace parallax {

// Every way in which an operation can end badly, as a person would tell them apart. The sentence (what was
// being done, what went wrong, what to do next) is formed in ui/common/sentences; a test fails on a code
// without its sentence. %1, %2 … in the comments are Error::args.
#define PARALLAX_ERROR_CODES(X)                                                                              \
    X(Cancelled)             /* the person pressed Cancel */                                                 \
    X(FileNotFound)          /* %1 path */                                                                   \
    X(FileUnreadable)        /* %1 path, %2 reason */                                                        \
    X(FileUnwritable)        /* %1 path, %2 reason */                                                        \
    X(FileTooLarge)          /* %1 path, %2 size in bytes, %3 limit in bytes */                              \
    X(DiskFull)              /* %1 path */                                                                   \
    X(TextLost)              /* %1 path, %2 percentage of characters lost: ???? or U+FFFD */                 \
    X(EncodingUnknown)       /* %1 path */                                                                   \
    X(FormatUnknown)         /* %1 path, %2 what was found */                                                \
    X(DocumentEmpty)         /* %1 path */                                                                   \
    X(DocumentTooDeep)       /* %1 path, %2 line, %3 depth, %4 limit */                                      \
    X(DocumentTableTooLarge) /* %1 path, %2 line, %3 cells, %4 limit */                                      \
    X(DocumentTagTooLarge)   /* %1 path, %2 line, %3 attributes, %4 limit */                                 \
    X(DocumentMalformed)     /* %1 path, %2 line, %3 what */                                                 \
    X(DocumentEncrypted)     /* %1 path */                                                                   \
    X(ParserCrashed)         /* %1 path, %2 signal or exit status */                                         \
    X(ParserTimedOut)        /* %1 path, %2 seconds */                                                       \
    X(ParserOutOfMemory)     /* %1 path, %2 limit in bytes */                                                \
    X(FetchFailed)           /* %1 URL, %2 reason */                                                         \
    X(FetchRefused)          /* %1 URL, %2 reason: scheme, redirect, size */                                 \
    X(LibraryUnopenable)     /* %1 path, %2 reason */                                                        \
    X(LibraryNotALibrary)    /* %1 path: not SQLite or not ours */                                           \
    X(LibraryDamaged)        /* %1 path, %2 what the integrity check said, %3 newest snapshot or empty */    \
    X(LibraryOlder)          /* %1 path: must be brought up to date, and may not be changed */               \
    X(LibraryNewer)          /* %1 path, %2 its format, %3 the format understood: opened read-only */        \
    X(LibraryReadOnly)       /* %1 path */                                                                   \
    X(LibraryBusy)           /* %1 path, %2 seconds waited */                                                \
    X(LibraryFailed)         /* %1 path, %2 what SQLite said */                                              \
    X(MigrationFailed)       /* %1 path, %2 migration, %3 reason, %4 backup */                               \
    X(BackupFailed)          /* %1 path, %2 reason */                                                        \
    X(RestoreFailed)         /* %1 path, %2 reason */                                                        \
    X(ArticleNotFound)       /* %1 id */                                                                     \
    X(TableNotFound)         /* %1 id */                                                                     \
    X(CheckNotFound)         /* %1 id */                                                                     \
    X(CorrectionInvalid)     /* %1 code: place, role, words, same, unknown, undone, %2 what was asked */     \
    X(QueryInvalid)          /* %1 query, %2 what cannot be understood */                                    \
    X(ExportFailed)          /* %1 path, %2 reason */                                                        \
    X(LanguageUnavailable)   /* %1 article id, %2 language */                                                \
    X(ModelMalformed)        /* %1 path, %2 key or tensor, %3 expected, %4 found */                          \
    X(ModelUnsupported)      /* %1 path, %2 key or tensor, %3 what it says that cannot be run */             \
    X(ModelTemplate)         /* %1 what the chat template needs or says */                                   \
    X(ModelFailed)           /* %1 what went wrong while a model was at work */                              \
    X(ContextTooLong)        /* %1 tokens, %2 that can be held, %3 that the model itself could (or none) */  \
    X(DeviceUnusable)        /* %1 why the card that was asked for cannot be used */                         \
    X(Usage)                 /* %1 what is wrong with the command line */                                    \
    X(Unexpected)            /* %1 what a library said that none of the above fits */

enum class ErrorCode {
#define PARALLAX_ERROR_ENUM(name) name,
    PARALLAX_ERROR_CODES(PARALLAX_ERROR_ENUM)
#undef PARALLAX_ERROR_ENUM
};

// The code's own name ("FileNotFound"), for --json and tests.
const char* errorName(ErrorCode code) noexcept;

// What operations below ui/ throw when they cannot go on. what() is for logs: code and arguments in English.
class Error : public std::exception {
  public:
    explicit Error(ErrorCode code, std::vector<std::string> args = {});

    ErrorCode code() const noexcept { return m_code; }
    const std::vector<std::string>& args() const noexcept { return m_args; }
    const char* what() const noexcept override { return m_what.c_str(); }

  private:
    ErrorCode m_code;
    std::vector<std::string> m_args;
    std::string m_what;
};

} // namespace parallax
