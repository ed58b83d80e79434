// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include <ucontext.h>

// A place in the program to go back to. swapcontext() asks the system to keep the signals each time, which is
// most of its cost, so that where we know the processor we go by ourselves.

namespace parallax::sim {

#if defined(__x86_64__)

extern "C" void parallaxSwitch(void** from, void* to);
// What a function may not lose by a call is kept on its stack, and the stack is changed.
asm(".text\n.globl parallaxSwitch\n.hidden parallaxSwitch\n.type parallaxSwitch,@function\nparallaxSwitch:\n"
    "pushq %rbp\npushq %rbx\npushq %r12\npushq %r13\npushq %r14\npushq %r15\n"
    "movq %rsp,(%rdi)\nmovq %rsi,%rsp\n"
    "popq %r15\npopq %r14\npopq %r13\npopq %r12\npopq %rbx\npopq %rbp\nret\n"
    ".size parallaxSwitch,.-parallaxSwitch\n");

class Context {
  public:
    void begin(unsigned char* stack, std::size_t bytes, void (*enter)()) {
        auto* top = reinterpret_cast<std::uintptr_t*>(stack + bytes - 64);
        *top = reinterpret_cast<std::uintptr_t>(enter); // an address of 16: the stack as after a call
        for (int kept = 1; kept <= 6; ++kept)
            top[-kept] = 0;
        m_stack = top - 6;
    }
    void switchTo(const Context& other) { parallaxSwitch(&m_stack, other.m_stack); }

  private:
    void* m_stack = nullptr;
};

#else

class Context {
  public:
    void begin(unsigned char* stack, std::size_t bytes, void (*enter)()) {
        getcontext(&m_context);
        m_context.uc_stack.ss_sp = stack;
        m_context.uc_stack.ss_size = bytes;
        m_context.uc_link = nullptr;
        makecontext(&m_context, enter, 0);
    }
    void switchTo(const Context& other) { swapcontext(&m_context, &other.m_context); }

  private:
    ucontext_t m_context{};
};

#endif

} // namespace parallax::sim
