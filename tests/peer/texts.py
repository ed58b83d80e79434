#!/usr/bin/env python3
# SPDX-FileCopyrightText: Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the prompts and tokens of `parallax model tokenize` against others'; scripts/check-peer starts it.

Chat templates: those that llama.cpp collects from published models, rendered by Jinja2 as Hugging Face sets it up.
Tokens: the test texts beside llama.cpp's vocabularies, whose numbers come from Hugging Face's tokenizers.
"""
import argparse
import datetime
import glob
import json
import os
import struct
import subprocess
import sys
import tempfile

import jinja2
import jinja2.ext
import jinja2.nodes
import jinja2.sandbox


class Generation(jinja2.ext.Extension):
    """{% generation %}: marks what the model said; the text is its own."""
    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(("name:endgeneration",), drop_needle=True)
        return jinja2.nodes.Scope(body, lineno=line)


def environment():
    def refuse(message):
        raise jinja2.TemplateError(message)

    def to_json(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
        return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)

    out = jinja2.sandbox.ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[Generation, "jinja2.ext.loopcontrols"])
    out.filters["tojson"] = to_json
    out.globals["raise_exception"] = refuse
    out.globals["strftime_now"] = lambda form: datetime.datetime.now().strftime(form)
    return out


def said(*messages):
    return [{"role": role, "content": content} for role, content in messages]


CONVERSATIONS = {
    "a question": said(("user", "What is 1 + 1?")),
    "with a system": said(("system", "Be brief."), ("user", " 你好，世界 🙂\n")),
    "several turns": said(("system", " You count.\n"), ("user", "one"), ("assistant", "two\n"), ("user", "  three\n\nfour ")),
    "thoughts": said(("user", "a"), ("assistant", "<think>\nb\n</think>\n\nc"), ("user", "d"),
                     ("assistant", "<think>e</think>f"), ("user", "g")),
}


def text(value):
    value = value.encode()
    return struct.pack("<Q", len(value)) + value


def model_file(path, template):
    """A GGUF of a vocabulary of bytes and this template, nothing else."""
    shown = [b for b in range(256) if chr(b).isprintable() and b != 32 and b != 0xAD]
    letters, extra = {b: chr(b) for b in shown}, 0
    for b in range(256):
        if b not in letters:
            letters[b] = chr(256 + extra)
            extra += 1
    tokens = [letters[b] for b in range(256)] + ["<s>", "</s>"]
    kinds = [1] * 256 + [3, 3]
    entries = [
        ("general.architecture", 8, text("llama")), ("tokenizer.ggml.model", 8, text("gpt2")),
        ("tokenizer.ggml.pre", 8, text("qwen2")),
        ("tokenizer.ggml.tokens", 9, struct.pack("<IQ", 8, len(tokens)) + b"".join(map(text, tokens))),
        ("tokenizer.ggml.token_type", 9, struct.pack("<IQ", 5, len(kinds)) + struct.pack(f"<{len(kinds)}i", *kinds)),
        ("tokenizer.ggml.merges", 9, struct.pack("<IQ", 8, 0)),
        ("tokenizer.ggml.bos_token_id", 4, struct.pack("<I", 256)),
        ("tokenizer.ggml.eos_token_id", 4, struct.pack("<I", 257)),
        ("tokenizer.chat_template", 8, text(template)),
    ]
    with open(path, "wb") as file:
        file.write(b"GGUF" + struct.pack("<IQQ", 3, 0, len(entries)))
        for key, kind, value in entries:
            file.write(text(key) + struct.pack("<I", kind) + value)


def tokenize(program, *arguments, given=None):
    done = subprocess.run([program, "--json", "model", "tokenize", *arguments], input=given, capture_output=True)
    if done.returncode != 0:
        return None, done.stderr.decode(errors="replace").strip().splitlines()[-1:]
    return json.loads(done.stdout), None


def templates(program, folder):
    counts = {"same": 0, "both refuse": 0, "refused": 0, "DIFFERENT": 0}
    with tempfile.TemporaryDirectory() as scratch:
        model, conversation = scratch + "/model.gguf", scratch + "/conversation.json"
        for path in sorted(glob.glob(folder + "/*.jinja")):
            name = os.path.basename(path)[:-6]
            with open(path, encoding="utf-8") as file:
                source = file.read()
            model_file(model, source)
            for thinking in (None, True, False):
                for label, messages in CONVERSATIONS.items():
                    more = {} if thinking is None else {"enable_thinking": thinking}
                    try:
                        wanted = environment().from_string(source).render(
                            messages=messages, tools=None, documents=None, add_generation_prompt=True,
                            bos_token="<s>", eos_token="</s>", **more)
                    except Exception as error:  # of any kind: a template that its own interpreter refuses
                        wanted, why = None, str(error)
                    with open(conversation, "w", encoding="utf-8") as file:
                        json.dump(messages, file)
                    asked = [] if thinking is None else ["--thinking", "yes" if thinking else "no"]
                    ours, error = tokenize(program, model, "--conversation", conversation, *asked)
                    prompt = ours and ours["prompt"]
                    outcome = ("both refuse" if wanted is None and ours is None else "refused" if ours is None
                               else "same" if prompt == wanted else "DIFFERENT")
                    counts[outcome] += 1
                    if outcome == "refused":
                        print(f"  {name}, {label}, thinking {thinking}: {error}")
                    if outcome == "DIFFERENT":
                        print(f"  {name}, {label}, thinking {thinking}:\n    ours   {prompt!r}\n    theirs {wanted!r}"
                              + (f" ({why})" if wanted is None else ""))
    print("templates:", ", ".join(f"{count} {what}" for what, count in counts.items()))
    return counts["DIFFERENT"] == 0 and counts["same"] > 0


def tokens(program, folder):
    wrong = right = 0
    for path in sorted(glob.glob(folder + "/*.gguf.inp")):
        name = os.path.basename(path)[len("ggml-vocab-"):-len(".gguf.inp")]
        with open(path, "rb") as file:
            texts = file.read().split(b"\n__ggml_vocab_test__\n")
        with open(path[:-4] + ".out", encoding="ascii") as file:
            numbers = [[int(n) for n in line.split()] for line in file.read().split("\n")]
        same = 0
        for given, wanted in zip(texts, numbers):
            ours, error = tokenize(program, path[:-4], "--text", "-", given=given)
            if error:
                print(f"  {name}: refused: {error}")
                break
            if ours["tokens"] == wanted:
                same += 1
            else:
                wrong += 1
                print(f"  {name}: {given!r}\n    ours   {ours['tokens']}\n    theirs {wanted}")
        right += same
        print(f"  {name}: {same} of {len(texts)} texts have the same tokens")
    print(f"tokens: {right} same, {wrong} DIFFERENT")
    return wrong == 0 and right > 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--folder", required=True, help="llama.cpp's folder models")
    given = parser.parse_args()
    good = [templates(given.program, given.folder + "/templates"), tokens(given.program, given.folder)]
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
