#!/usr/bin/env python3
# SPDX-FileCopyrightText: Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes model.gguf and logits.json beside this script: a tiny random hunyuan-dense model, and what transformers,
an implementation that has nothing to do with ours, computes with it in float64. Run by hand, when it is to change:

    python3 -m venv build/transformers
    build/transformers/bin/pip install numpy torch transformers
    build/transformers/bin/python tests/golden/hunyuan_dense/make.py
"""
import json
import pathlib
import struct

import torch
import transformers

HEADS, KV_HEADS, HEAD_SIZE, WIDTH, HIDDEN, LAYERS = 4, 2, 32, 64, 96, 2
THETA, ALPHA, EPSILON = 10000.0, 1000.0, 1e-5

tokens = [f"<0x{byte:02X}>" for byte in range(256)] + ["<unk>", "<s>", "</s>", "\u2581"]
types = [6] * 256 + [2, 3, 3, 1]

torch.manual_seed(20)
config = transformers.HunYuanDenseV1Config(
    vocab_size=len(tokens), hidden_size=WIDTH, intermediate_size=HIDDEN, num_hidden_layers=LAYERS,
    num_attention_heads=HEADS, num_key_value_heads=KV_HEADS, head_dim=HEAD_SIZE, rms_norm_eps=EPSILON,
    tie_word_embeddings=True, max_position_embeddings=2048,
    rope_parameters={"rope_type": "dynamic", "rope_theta": THETA, "alpha": ALPHA, "factor": 1.0})
config._attn_implementation = "eager"
model = transformers.HunYuanDenseV1ForCausalLM(config).eval()
with torch.no_grad():
    for name, weight in model.named_parameters():
        # Norms near 1 and far from it; matrices so large that attention prefers some tokens to others.
        if weight.dim() == 1:
            weight.copy_(1 + 0.3 * torch.randn_like(weight))
        else:
            weight.copy_(torch.randn_like(weight) * (1.0 if "embed" in name else 1.5 / weight.shape[1] ** 0.5))
numbers = {name: weight.detach().clone().float() for name, weight in model.named_parameters()}
model = model.double()
# Cosines and sines must not be rounded on the way either.
inverse = torch.arange(0, HEAD_SIZE, 2, dtype=torch.float64) / HEAD_SIZE
base = THETA * ALPHA ** (HEAD_SIZE / (HEAD_SIZE - 2))
worst = (model.model.rotary_emb.inv_freq.double() * base**inverse - 1).abs().max()
assert worst < 1e-6, worst  # transformers scales the base as the converter to GGUF does

prompts = [[257, 72, 101, 108, 108, 111], list(range(3, 150)), [65] * 40, [257] + [(i * 37 + 11) % 256 for i in range(90)]]
with torch.no_grad():
    logits = [model(torch.tensor([ids])).logits[0, -1].tolist() for ids in prompts]

names = {"model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight"}
for i in range(LAYERS):
    for theirs, ours in {
            "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm", "self_attn.q_proj": "attn_q",
            "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v", "self_attn.o_proj": "attn_output",
            "self_attn.query_layernorm": "attn_q_norm", "self_attn.key_layernorm": "attn_k_norm",
            "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up", "mlp.down_proj": "ffn_down"}.items():
        names[f"model.layers.{i}.{theirs}.weight"] = f"blk.{i}.{ours}.weight"


def text(value):
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


values = []


def put(key, kind, data):
    values.append(text(key) + struct.pack("<I", kind) + data)


put("general.architecture", 8, text("hunyuan-dense"))
put("general.name", 8, text("tiny random hunyuan-dense"))
for key, value in {"block_count": LAYERS, "context_length": 2048, "embedding_length": WIDTH,
                   "feed_forward_length": HIDDEN, "attention.head_count": HEADS, "attention.head_count_kv": KV_HEADS,
                   "attention.key_length": HEAD_SIZE, "attention.value_length": HEAD_SIZE}.items():
    put("hunyuan-dense." + key, 4, struct.pack("<I", value))
put("hunyuan-dense.attention.layer_norm_rms_epsilon", 6, struct.pack("<f", EPSILON))
put("hunyuan-dense.rope.freq_base", 6, struct.pack("<f", base))
put("tokenizer.ggml.model", 8, text("llama"))
put("tokenizer.ggml.tokens", 9, struct.pack("<IQ", 8, len(tokens)) + b"".join(map(text, tokens)))
put("tokenizer.ggml.scores", 9, struct.pack(f"<IQ{len(tokens)}f", 6, len(tokens), *([0.0] * len(tokens))))
put("tokenizer.ggml.token_type", 9, struct.pack(f"<IQ{len(types)}i", 5, len(types), *types))
for key, value in {"bos": 257, "eos": 258, "unknown": 256}.items():
    put(f"tokenizer.ggml.{key}_token_id", 4, struct.pack("<I", value))

table, data = b"", b""
for theirs, ours in names.items():
    weight = numbers.pop(theirs)
    table += text(ours) + struct.pack(f"<I{weight.dim()}QIQ", weight.dim(), *reversed(weight.shape), 0, len(data))
    data += weight.numpy().tobytes()
    data += bytes(-len(data) % 32)
assert not numbers, list(numbers)
head = b"GGUF" + struct.pack("<IQQ", 3, len(names), len(values)) + b"".join(values) + table
here = pathlib.Path(__file__).parent
(here / "model.gguf").write_bytes(head + bytes(-len(head) % 32) + data)
with open(here / "logits.json", "w") as out:
    json.dump({"made_with": f"transformers {transformers.__version__}, torch {torch.__version__}, float64",
               "prompts": [{"ids": ids, "logits": [float(f"{x:.9g}") for x in row]}
                           for ids, row in zip(prompts, logits)]}, out)
    out.write("\n")
