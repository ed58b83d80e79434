# SPDX-FileCopyrightText: Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Products and attention of Llama-3.1-8B's shape in bfloat16 with PyTorch, where it is there: a token's time if nothing
but these were done, recorded as one graph."""
import sys

try:
    import torch
except ImportError:
    print("PyTorch is not on this machine: not compared")
    sys.exit(0)
if not torch.cuda.is_available():
    print("PyTorch sees no card: not compared")
    sys.exit(0)

LAYERS, WIDTH, QKV, HIDDEN, VOCABULARY, HEADS, KV_HEADS, HEAD = 32, 4096, 6144, 14336, 128256, 32, 8, 128


def weights(rows, columns):
    return torch.randn(rows, columns, device="cuda", dtype=torch.bfloat16) * 0.02


try:
    layers = [(weights(QKV, WIDTH), weights(WIDTH, WIDTH), weights(2 * HIDDEN, WIDTH), weights(WIDTH, HIDDEN))
              for _ in range(LAYERS)]
    head = weights(VOCABULARY, WIDTH)
except torch.cuda.OutOfMemoryError:
    print("PyTorch: the card has no room for its 16 GB of weights: not compared")
    sys.exit(0)


def attention(q, keys, values):
    try:
        return torch.nn.functional.scaled_dot_product_attention(q, keys, values, enable_gqa=True)
    except TypeError:  # before 2.5
        each = HEADS // KV_HEADS
        return torch.nn.functional.scaled_dot_product_attention(
            q, keys.repeat_interleave(each, dim=1), values.repeat_interleave(each, dim=1))


def step(x, keys, values):
    for qkv, out, gate_up, down in layers:
        q = (x @ qkv.T)[:, : HEADS * HEAD].view(-1, HEADS, 1, HEAD)
        o = attention(q, keys, values)
        x = x + o.reshape(-1, WIDTH) @ out.T
        gate, up = (x @ gate_up.T).chunk(2, dim=1)
        x = x + (torch.nn.functional.silu(gate) * up) @ down.T
    return x @ head.T


def measure(streams, context):
    x = weights(streams, WIDTH)
    keys = weights(streams * KV_HEADS * context, HEAD).view(streams, KV_HEADS, context, HEAD)
    values = keys.clone()
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side), torch.no_grad():
        for _ in range(3):
            step(x, keys, values)
    torch.cuda.synchronize()
    graph = torch.cuda.CUDAGraph()
    with torch.no_grad(), torch.cuda.graph(graph):
        step(x, keys, values)
    begin, end = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
    graph.replay()
    begin.record()
    for _ in range(20):
        graph.replay()
    end.record()
    torch.cuda.synchronize()
    return begin.elapsed_time(end) / 20


print(f"PyTorch {torch.__version__}, bfloat16, matmuls and attention alone, a graph:")
for streams in (1, 64, 256):
    milliseconds = measure(streams, 750)
    print(f"{streams:4d} streams: {milliseconds:7.3f} ms a step, {streams / milliseconds * 1e3:9.1f} tok/s")
