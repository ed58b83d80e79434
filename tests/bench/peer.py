#!/usr/bin/env python3
# SPDX-FileCopyrightText: Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures `parallax model bench` and llama.cpp in turns; scripts/bench-peer starts it.

Each measurement is one pair of processes that have the model loaded. A round of ours begins with a line on its
standard input (`--turns`); a round of llama.cpp is a line to this file's own second half, `--peer`.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

PREFILL, DECODED, STREAMS, DEPTHS = 512, 16, 16, (2048, 4096)
PAUSE = 0.1  # seconds before a turn: threads of the one before may still wait by spinning


def peer(path, threads, flash, depth, streams):
    """Answers "prefill" and "decode" lines with tokens per second, by the clock and per second of processors."""
    import ctypes

    import llama_cpp as l

    l.llama_backend_init()
    quiet = l.llama_log_callback(lambda *_: None)
    l.llama_log_set(quiet, ctypes.c_void_p(0))
    model = l.llama_model_load_from_file(path.encode(), l.llama_model_default_params())
    params = l.llama_context_default_params()
    params.n_ctx = max(1024, depth + 64) if streams == 1 else 64 * streams
    params.n_batch = params.n_ubatch = 512
    params.n_seq_max = streams
    params.n_threads = params.n_threads_batch = threads
    params.flash_attn_type = int(flash)
    context = l.llama_init_from_model(model, params)
    memory = l.llama_get_memory(context)
    vocabulary = l.llama_vocab_n_tokens(l.llama_model_get_vocab(model))
    batch = l.llama_batch_init(512, 0, 1)

    def step(rows, wanted):  # rows: (position, sequence)
        batch.n_tokens = len(rows)
        for i, (position, sequence) in enumerate(rows):
            batch.token[i] = (position * 7919 + sequence) % vocabulary
            batch.pos[i] = position
            batch.n_seq_id[i] = 1
            batch.seq_id[i][0] = sequence
            batch.logits[i] = i >= len(rows) - wanted
        assert l.llama_decode(context, batch) == 0
        l.llama_synchronize(context)

    def timed(tokens, action):
        clock, pure = time.perf_counter(), time.process_time()
        action()
        print(tokens / (time.perf_counter() - clock), tokens / (time.process_time() - pure) * threads, flush=True)

    for start in range(0, depth, 512):
        step([(start + i, 0) for i in range(min(512, depth - start))], 1)
    for what in sys.stdin:
        if what.strip() == "prefill":
            l.llama_memory_clear(memory, True)
            timed(PREFILL, lambda: step([(i, 0) for i in range(PREFILL)], 1))
            continue
        for sequence in range(streams):
            l.llama_memory_seq_rm(memory, sequence, depth, -1)
        step([(depth, s) for s in range(streams)], streams)
        timed(DECODED * streams, lambda: [step([(depth + 1 + i, s) for s in range(streams)], streams)
                                          for i in range(DECODED)])


class Theirs:
    def __init__(self, path, threads, flash, depth=0, streams=1):
        self.process = subprocess.Popen(
            [sys.executable, __file__, "--peer", path, str(threads), str(int(flash)), str(depth), str(streams)],
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def round(self, what):
        time.sleep(PAUSE)
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return tuple(map(float, self.process.stdout.readline().split()))

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Ours:
    def __init__(self, program, path, threads, rounds, *options):
        self.process = subprocess.Popen(
            [program, "model", "bench", path, "--device", "cpu", "--threads", str(threads), "--rounds", str(rounds),
             "--turns", *options],
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def round(self):
        time.sleep(PAUSE)
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        measured = json.loads(self.process.stdout.readline())
        return measured["tokens_per_s"], measured["tokens_per_processor_s"], measured["bandwidth_share_processor_time"]

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def say(label, ours, theirs, note=""):
    """Prints the medians and gives those by the clock."""
    # A share is none where caches must have helped.
    ours = [statistics.median(number for number in column if number is not None) if any(
        number is not None for number in column) else float("nan") for column in zip(*ours)]
    theirs = [statistics.median(column) for column in zip(*theirs)]
    print(f"{label:34} parallax {ours[0]:8.1f}  llama.cpp {theirs[0]:8.1f} tok/s  {ours[0] / theirs[0]:5.2f} times"
          f"  |  {ours[1]:8.1f} {theirs[1]:8.1f}  {ours[1] / theirs[1]:5.2f}  {100 * ours[2]:4.0f} %{note}", flush=True)
    return ours[0], theirs[0]


def compare(given, label, path, what, options, depth=0, streams=1, flashes=(False,)):
    ours = Ours(given.program, path, given.threads, given.rounds, *options)
    theirs = {flash: Theirs(path, given.threads, flash, depth, streams) for flash in flashes}
    mine, other = [], {flash: [] for flash in flashes}
    for flash in flashes:
        theirs[flash].round(what)  # the first one is cold
    for _ in range(given.rounds):
        mine.append(ours.round())
        for flash in flashes:
            other[flash].append(theirs[flash].round(what))
    for process in (ours, *theirs.values()):
        process.end()
    best = max(flashes, key=lambda flash: statistics.median(pair[1] for pair in other[flash]))
    note = f"  (flash attention {'on' if best else 'off'})" if len(flashes) > 1 else ""
    return say(label, mine, other[best], note)


def busy(given, label, path, options):
    """Decoding while a loop that never ends has one of the processors, against decoding without it."""
    quiet = compare(given, label + "quiet", path, "decode", options)
    loop = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        beside = compare(given, label + "beside a busy loop", path, "decode", options)
    finally:
        loop.kill()
        loop.wait()
    print(f"{'':34} of its quiet speed: parallax {beside[0] / quiet[0]:.2f}, llama.cpp {beside[1] / quiet[1]:.2f}", flush=True)


def load(given, label, path):
    """From a file that is not in memory to the first token, against reading the file."""
    def forget():
        with open(path, "rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)

    ratios, texts = [], []
    for _ in range(given.rounds):
        forget()
        before = time.perf_counter()
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 20):
                pass
        read = time.perf_counter() - before
        forget()
        before = time.perf_counter()
        subprocess.run([given.program, "model", "run", path, "--prompt", "a", "--max-tokens", "1", "--device", "cpu",
                        "--threads", str(given.threads)], check=True, stdout=subprocess.DEVNULL)
        first = time.perf_counter() - before
        ratios.append(first / read)
        texts.append((read, first))
    read, first = (statistics.median(column) for column in zip(*texts))
    print(f"{label:34} read {read:.2f} s, to the first token {first:.2f} s: {statistics.median(ratios):.2f} times", flush=True)


def main():
    if sys.argv[1:2] == ["--peer"]:
        path, threads, flash, depth, streams = sys.argv[2:]
        return peer(path, int(threads), flash == "1", int(depth), int(streams))
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--shapes", default="llama-3.2-1b,qwen2.5-0.5b")
    parser.add_argument("--formats", default="q8_0,q4_0,q4_k_m,f16")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--what", default="prefill,decode,depth,streams,busy,load")
    given = parser.parse_args()
    what = given.what.split(",")
    os.makedirs("build/bench-data", exist_ok=True)
    print(f"{'':34} by the clock, {given.threads} threads, medians of {given.rounds}"
          "                            |  per second of processors; of bandwidth")
    for shape in given.shapes.split(","):
        for form in given.formats.split(","):
            path = f"build/bench-data/{shape}-{form}.gguf"
            if not os.path.exists(path):
                subprocess.run([given.program, "model", "bench", "--shape", shape, "--format", form, "--write", path,
                                "--rounds", "0"], check=True)
            name = f"{shape} {form} "
            decoded = ["--decode", str(DECODED), "--prefill", "0", "--depth"]
            if "prefill" in what:
                compare(given, name + f"prefill {PREFILL}", path, "prefill",
                        ["--prefill", str(PREFILL), "--depth", "0"], flashes=(False, True))
            if "decode" in what:
                compare(given, name + "decode", path, "decode", [*decoded, "0"], flashes=(False, True))
            if "depth" in what:
                for depth in DEPTHS:
                    compare(given, name + f"decode at {depth}", path, "decode", [*decoded, str(depth)], depth=depth,
                            flashes=(False, True))
            if "streams" in what:
                compare(given, name + f"{STREAMS} streams", path, "decode",
                        [*decoded, "0", "--streams", str(STREAMS)], streams=STREAMS, flashes=(False, True))
            if "busy" in what:
                busy(given, name, path, [*decoded, "0"])
            if "load" in what:
                load(given, name + "load", path)


if __name__ == "__main__":
    main()
