// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The limits of the parser's child.
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <initializer_list>
#include <sched.h>
#include <vector>

#include "base/sanitizers.h"
#include "data/ingest/worker_protocol.h"

namespace parallax::data {
namespace {

constexpr bool sanitized = PARALLAX_WITH_ASAN || PARALLAX_WITH_TSAN;

void setLimit(__rlimit_resource_t resource, rlim_t value) {
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0)
        return;
    if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < value)
        value = limit.rlim_max;
    limit.rlim_cur = value;
    limit.rlim_max = value;
    setrlimit(resource, &limit);
}

#if defined(__x86_64__)
constexpr std::uint32_t thisArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t thisArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t thisArchitecture = 0;
#endif

sock_filter statement(std::uint16_t code, std::uint32_t value) {
    return {code, 0, 0, value};
}

sock_filter jump(std::uint16_t code, std::uint32_t value, std::uint8_t whenTrue, std::uint8_t whenFalse) {
    return {code, whenTrue, whenFalse, value};
}

// A list of what is refused, with an error that libraries know how to bear, instead of a list of what is
// allowed, which the next version of a C library breaks. What it must stop is a parser that was taken over:
// no other program, no network, nothing written to a disk, no other process touched.
std::vector<sock_filter> seccompFilter() {
    constexpr std::uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
    constexpr std::uint32_t unknown = SECCOMP_RET_ERRNO | ENOSYS;
    constexpr std::uint32_t argument = offsetof(seccomp_data, args);
    std::vector<sock_filter> filter;
    const auto add = [&](sock_filter line) { filter.push_back(line); };
    const auto loadNumber = [&] { add(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))); };

    add(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
    add(jump(BPF_JMP | BPF_JEQ | BPF_K, thisArchitecture, 1, 0));
    add(statement(BPF_RET | BPF_K, refuse));
    loadNumber();
#if defined(__x86_64__)
    add(jump(BPF_JMP | BPF_JGE | BPF_K, 0x40000000U, 0, 1)); // the x32 way to the same calls
    add(statement(BPF_RET | BPF_K, refuse));
#endif
    const auto refuseAll = [&](std::initializer_list<long> calls, std::uint32_t answer) {
        for (const long call : calls) {
            add(jump(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
            add(statement(BPF_RET | BPF_K, answer));
        }
    };
    // Arguments in memory cannot be looked at; "unknown" makes the C library take the older call.
    refuseAll({SYS_clone3, SYS_openat2, SYS_io_uring_setup}, unknown);
    refuseAll({SYS_execve,
               SYS_execveat,
               SYS_socket,
               SYS_socketpair,
               SYS_connect,
               SYS_bind,
               SYS_listen,
               SYS_accept,
               SYS_accept4,
               SYS_ptrace,
               SYS_kill,
               SYS_tkill,
               SYS_unlinkat,
               SYS_renameat2,
               SYS_mkdirat,
               SYS_linkat,
               SYS_symlinkat,
               SYS_mknodat,
               SYS_fchmodat,
               SYS_fchownat,
               SYS_truncate,
               SYS_process_vm_readv,
               SYS_process_vm_writev,
               SYS_pidfd_open,
               SYS_pidfd_getfd,
               SYS_bpf,
               SYS_userfaultfd,
               SYS_perf_event_open,
               SYS_mount,
               SYS_umount2,
               SYS_chroot,
               SYS_setns,
               SYS_unshare,
               SYS_keyctl},
              refuse);
#if defined(__x86_64__)
    refuseAll({SYS_fork, SYS_vfork, SYS_creat, SYS_unlink, SYS_rename, SYS_renameat, SYS_mkdir, SYS_rmdir,
               SYS_link, SYS_symlink, SYS_mknod, SYS_chmod, SYS_chown, SYS_lchown},
              refuse);
#endif
    // Opening for writing, creating or cutting.
    const auto refuseFlags = [&](long call, unsigned position, std::uint32_t flags) {
        add(jump(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 4));
        add(statement(BPF_LD | BPF_W | BPF_ABS, argument + 8 * position));
        add(jump(BPF_JMP | BPF_JSET | BPF_K, flags, 0, 1));
        add(statement(BPF_RET | BPF_K, refuse));
        loadNumber();
    };
    constexpr std::uint32_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;
    refuseFlags(SYS_openat, 2, writing);
#if defined(__x86_64__)
    refuseFlags(SYS_open, 1, writing);
#endif
    // clone makes threads (allowed) and processes (not): the flag tells.
    add(jump(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3));
    add(statement(BPF_LD | BPF_W | BPF_ABS, argument));
    add(jump(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0));
    add(statement(BPF_RET | BPF_K, refuse));
    add(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    return filter;
}

} // namespace

bool isSanitized() noexcept {
    return sanitized;
}

void enterSandbox(std::uint64_t memoryBytes) {
    if (!sanitized && memoryBytes > 0)
        setLimit(RLIMIT_AS, memoryBytes);
    setLimit(RLIMIT_CORE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (sanitized)
        return; // a sanitizer's report needs files and a helper process
    setLimit(RLIMIT_FSIZE, 0);
    if (thisArchitecture == 0)
        return;
    auto filter = seccompFilter();
    sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    // A kernel without seccomp, or a container that forbids it, leaves the other limits.
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

void limitProcessorTime(int seconds) {
    rusage used{};
    rlimit limit{};
    if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0)
        return;
    const auto until = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + seconds + 2);
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || until < limit.rlim_max ? until : limit.rlim_max;
    setrlimit(RLIMIT_CPU, &limit);
}

} // namespace parallax::data
