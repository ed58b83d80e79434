// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <filesystem>

#include "base/error.h"
#include "engine/inference/chat.h"
#include "engine/inference/jinja/syntax.h"
#include "tests/engine/jinja_text.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_chat {

using namespace parallax;
using namespace parallax::inference;
using parallax::inference::testing::rendered;

class TestChat : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void templatesRenderAsInJinja_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* source, const char* expected) {
            QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(expected);
        };
        row("Hello {{ name }}!", "Hello Ada!");
        row("{{ name + '-' ~ 3 }}{{ 7 // 2 }}{{ 7 % 4 }}{{ 1 / 2 }}{{ -2 + 5 * 2 }}", "Ada-3330.58");
        row("{% for x in list %}{{ x }}{{ ', ' if not loop.last }}{% endfor %}", "1, 2, 3");
        row("{% for x in list if x != 2 %}{{ loop.index }}:{{ x }} {% else %}none{% endfor %}", "1:1 2:3 ");
        row("{% for k, v in dict.items() %}{{ k }}={{ v | tojson }};{% endfor %}", "a=\"x\";b=[true, null];");
        row("{% set ns = namespace(n=0) %}{% for x in list %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}",
            "6");
        row("{% set y = 1 %}{% for x in list %}{% set y = x %}{% endfor %}{{ y }}", "1");
        row("{% if name == 'Bob' %}a{% elif name is defined and list|length > 2 %}b{% else %}c{% endif %}",
            "b");
        row("{{ missing }}|{{ missing | default('d') }}|{{ none }}|{{ True }}|{{ missing is defined }}",
            "|d|None|True|False");
        row("{{ messages[0]['content'] | trim + '!' }}{{ messages[-1].role }}", "hi!assistant");
        row("{{ messages[1:] | length }}{{ list[::-1] | join('-') }}{{ name[0] }}{{ name[1:] }}",
            "13-2-1Ada");
        row("{%- if true %}\n  a\n{%- endif %}\nb", "  ab");
        row("x\n  {% if true %}\ny\n  {% endif %}\nz", "x\ny\nz");
        row("a  {{- ' b ' -}}  c", "a b c");
        row("{# a comment #}\nnext", "next");
        row("{{ 'a' in name }}{{ 'a' not in dict }}{{ 2 in list }}", "TrueFalseTrue");
        row("{% macro twice(x, y='?') %}{{ x }}{{ x }}{{ y }}{% endmacro %}{{ twice('a') }}{{ twice('b', "
            "y='!') }}",
            "aa?bb!");
        row("{{ ' a b '.strip().split(' ') | tojson }}{{ name.startswith('A') }}{{ name.upper() }}",
            "[\"a\", \"b\"]TrueADA");
        row("{{ 'a b c'.split(' ', 1) | join(',') }}|{{ ' a  b c '.split(none, 1) | join(',') }}",
            "a,b c|a,b c ");
        row("{{ '\u3000a\u00a0'.strip() }}|{{ '\u3000 b' | trim }}|{{ '--c-'.strip('-') }}", "a|b|c");
        row("{{ ['a', none, true, 1.5, \"it's\", {'k': 'v\\n'}] }}",
            "['a', None, True, 1.5, \"it's\", {'k': 'v\\n'}]");
        row("{{ list[::9223372036854775807] | join }}{{ list[::-9223372036854775807] | join }}{{ name[::-2] "
            "}}",
            "13aA");
        row("{{ range(0, 9223372036854775807, 9223372036854775806) | length }}{{ name[-1] }}{{ name[7] }}",
            "2a");
        row("{% for a in list %}{% for b in list %}{{ loop.depth }}{% endfor %}{{ loop.depth0 }}{% endfor %}",
            "111011101110");
        row("{{ {'k': [1, 'é\"']} | tojson }}", "{\"k\": [1, \"é\\\"\"]}");
        row("{{ {'k': 1} | tojson(indent=2) }}", "{\n  \"k\": 1\n}");
        row("{% for x in range(5) %}{% if x == 1 %}{% continue %}{% endif %}{% if x == 3 %}{% break %}{% "
            "endif %}{{ x }}{% endfor %}",
            "02");
        row("{% set t %}a{{ name }}{% endset %}[{{ t }}]", "[aAda]");
        row("{{ messages | selectattr('role', 'equalto', 'user') | list | length }}{{ messages | "
            "map(attribute='role') | join(',') }}",
            "1user,assistant");
        row("{{ strftime_now('%Y') }}", "2023");
        row("{{ raise_exception('no such role') }}", "error: no such role");
        row("{{ 'a' in missing }}{{ none | selectattr('a') | list | length }}{{ none | map('trim') | list }}",
            "False0[]");
        row("{{ '{}-{}'.format(1, name) }}{{ '{1}{0}{k}{{}}'.format('a', 'b', k='c') }}", "1-Adabac{}");
        row("{{ '{}'.format() }}", "error: \"{}\" has no value, or is not known here");
        row("{{ '{:>4}'.format(1) }}", "   1");
        row("{{ 'a}'.format(1) }}", "error: a brace is alone in a text to be formatted");
        row("{{ missing.field }}", "error: what has no value has no \"field\"");
        row("{{ name | frobnicate }}", "error: the filter \"frobnicate\" is not known");
        row("a\n{% include 'x' %}", "error: line 2: the statement \"include\" is not known");
        row("{% if true %}", "error: line 1: \"endif\" is missing");
        row("{{ 'open }}", "error: line 1: a string without end");
    }
    void templatesRenderAsInJinja() {
        QFETCH(QString, source);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(rendered(source.toStdString())), expected);
    }

    void hostileTemplatesAreStopped() {
        QVERIFY(
            rendered("{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}")
                .starts_with("error: "));
        QVERIFY(rendered("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}").starts_with("error: "));
        QVERIFY(rendered(std::string("{{ ") + std::string(5000, '(') + "1").starts_with("error: "));
        std::string deep;
        for (int i = 0; i < 5000; ++i)
            deep += "{% if true %}";
        QVERIFY(rendered(deep).starts_with("error: "));
        QVERIFY(rendered("{{ 'x' * 99999999999 }}").starts_with("error: "));
        QVERIFY(rendered("{{ range(99999999999) }}").starts_with("error: "));
    }

    // Each within the limits of one text and one list; it is the repetition that would never end.
    void repeatedWorkIsStopped_data() {
        QTest::addColumn<QString>("source");
        const auto row = [](const char* name, const QString& source) { QTest::newRow(name) << source; };
        const QString hundredTimes =
            QStringLiteral("{% set s = 'a' * 1000000 %}{% for i in range(100000) %}%1{% endfor %}");
        row("ranges", QStringLiteral("{% for a in range(100000) %}{% set x = range(100000) %}{% endfor %}"));
        row("split", hundredTimes.arg(QStringLiteral("{% set x = s.split('a') %}")));
        row("replace", hundredTimes.arg(QStringLiteral("{% set x = s.replace('a', 'b') %}")));
        row("characters", hundredTimes.arg(QStringLiteral("{% set x = s | list %}")));
        row("upper", hundredTimes.arg(QStringLiteral("{% set x = s | upper %}")));
        row("find", hundredTimes.arg(QStringLiteral("{% set x = s.find('a' * 400000 ~ 'b') %}")));
        row("copies", hundredTimes.arg(QStringLiteral("{% set x = s %}")));
        row("loops that end at once",
            QStringLiteral(
                "{% set l = range(100000) %}{% for i in range(100000) %}{% for x in l %}{% break %}"
                "{% endfor %}{% endfor %}"));
        row("in",
            QStringLiteral("{% set l = range(100000) %}{% for i in l %}{% set x = -1 in l %}{% endfor %}"));
        row("equal", QStringLiteral("{% set l = range(90000) %}{% set m = range(90000) %}{% for i in l %}"
                                    "{% set x = l == m %}{% endfor %}"));
        row("slices",
            QStringLiteral("{% set l = range(100000) %}{% for i in l %}{% set x = l[:1] %}{% endfor %}"));
        QString names;
        for (int i = 0; i < 20'000; ++i)
            names += QStringLiteral("{% set v%1 = 1 %}").arg(i);
        row("names", names + QStringLiteral("{% for i in range(100000) %}{% set x = nothing %}{% endfor %}"));
    }
    void repeatedWorkIsStopped() {
        QFETCH(QString, source);
        QCOMPARE(QString::fromStdString(rendered(source.toStdString())),
                 QStringLiteral("error: it takes too many steps"));
    }

    void aLongConversationIsNoRepeatedWork() {
        std::string source = "{% set s = '" + std::string(20'000, 'a') + "' %}{% set l = range(1000) %}";
        source += "{% for i in l %}{% if l[0] == 0 and s is string and l | length > 2 %}{{ s[:1] | trim }}"
                  "{% endif %}{% endfor %}";
        QCOMPARE(rendered(source).size(), std::size_t{1000});
    }

    // In our own words what published templates do that the rows above do not show; scripts/check-peer
    // renders the published ones themselves, and compares with Jinja2.
    void theWaysOfPublishedTemplates_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        QTest::newRow("thoughts of earlier turns are left out (DeepSeek, Qwen)")
            << QStringLiteral("{%- for m in messages %}{%- set c = m['content'] %}"
                              "{%- if m.role == 'assistant' and '</think>' in c %}"
                              "{%- set c = c.split('</think>')[-1].lstrip('\\n') %}{%- endif %}"
                              "{{- '<' + m.role + '>' + c }}{%- endfor %}")
            << QStringLiteral("<system>S<user>one<assistant>two<user>three");
        QTest::newRow("the system text is gathered first, and stands before all (DeepSeek)")
            << QStringLiteral(
                   "{%- set ns = namespace(text='', first=true) -%}{%- for m in messages -%}"
                   "{%- if m['role'] == 'system' -%}{%- set ns.text = ns.text + m['content'] -%}{%- endif -%}"
                   "{%- endfor -%}{{ bos_token }}{{ ns.text }}{%- for m in messages if m.role != 'system' -%}"
                   "{{ '|' ~ m.role[0] }}{%- endfor -%}{%- if add_generation_prompt and not ns.is_tool -%}!"
                   "{%- endif -%}")
            << QStringLiteral("<s>S|u|a|u!");
        QTest::newRow("turns alternate, the system text goes with the last question (Mistral)")
            << QStringLiteral(
                   "{%- if messages[0]['role'] == 'system' %}{%- set sys = messages[0]['content'] %}"
                   "{%- set rest = messages[1:] %}{%- else %}{%- set rest = messages %}{%- endif %}"
                   "{%- set asked = rest | selectattr('role', 'equalto', 'user') | list %}"
                   "{%- for m in rest %}{%- if (m.role == 'user') != (loop.index0 % 2 == 0) %}"
                   "{{- raise_exception('turns must alternate') }}{%- endif %}"
                   "{%- if m == asked[-1] and sys is defined %}{{- '[' + sys + ': ' + m.content + ']' }}"
                   "{%- elif m.role == 'user' %}{{- '[' + m.content + ']' }}"
                   "{%- else %}{{- m.content.split('>')[-1] | trim + eos_token }}{%- endif %}{%- endfor %}")
            << QStringLiteral("[one]two</s>[S: three]");
        QTest::newRow("the last question is looked for from the end (Qwen3)")
            << QStringLiteral(
                   "{%- set ns = namespace(last=messages|length - 1, open=true) %}"
                   "{%- for m in messages[::-1] %}{%- set i = (messages|length - 1) - loop.index0 %}"
                   "{%- if ns.open and m.role == 'user' and not(m.content.startswith('<r>')) %}"
                   "{%- set ns.open = false %}{%- set ns.last = i %}{%- endif %}{%- endfor %}{{ ns.last }}"
                   "{%- if enable_thinking is defined and enable_thinking is false %}<think></think>{%- "
                   "endif %}")
            << QStringLiteral("3<think></think>");
        QTest::newRow("marks are made of a name (Hunyuan)")
            << QStringLiteral(
                   "{%- set name = ':x' %}{%- set user = '<user{}>'.format(name) %}"
                   "{%- macro said(c) -%}{%- if c is string -%}{{- c }}{%- elif c is iterable and c is not "
                   "mapping "
                   "-%}{%- for one in c -%}{{- one.text }}{%- endfor -%}{%- endif -%}{%- endmacro -%}"
                   "{%- for m in messages %}{%- if m.role == 'user' %}{{- user + said(m.content) }}"
                   "{%- endif %}{%- endfor %}")
            << QStringLiteral("<user:x>one<user:x>three");
        QTest::newRow("the day, tools that there are none of (Llama 3)")
            << QStringLiteral(
                   "{%- if not date is defined %}{%- set date = strftime_now('%d %b %Y') %}{%- endif %}"
                   "{%- if tools is not none %}tools{%- endif %}{%- if documents %}documents{%- endif %}"
                   "{{- date }}")
            << QStringLiteral("14 Nov 2023");
    }
    void theWaysOfPublishedTemplates() {
        QFETCH(QString, source);
        QFETCH(QString, expected);
        test::TinyModel made;
        made.chatTemplate = source.toStdString();
        const std::string bytes = test::makeTinyModel(made);
        const Gguf file(bytes, "tiny");
        ChatOptions options;
        options.now = 1'700'000'000;
        options.thinking = false;
        const std::string prompt = chatPrompt(file, Tokenizer(file),
                                              {{"system", "S"},
                                               {"user", "one"},
                                               {"assistant", "<think>\nso\n</think>\n\ntwo"},
                                               {"user", "three"}},
                                              options);
        QCOMPARE(QString::fromStdString(prompt), expected);
    }

    void withoutATemplateItsMarksDecide() {
        const std::string bytes = test::makeTinyModel({});
        const Gguf file(bytes, "tiny");
        const Tokenizer tokenizer(file);
        QCOMPARE(chatPrompt(file, tokenizer, {{"user", "hi"}}),
                 std::string("<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\n"));
        const auto tokens = chatTokens(file, tokenizer, {{"user", "h"}});
        QCOMPARE(tokens[0], 256); // the first token, once
        QCOMPARE(tokens[1], 258);
    }

    void theGoldenModelsTemplatesRender_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("expected");
        QTest::newRow("llama") << QStringLiteral("tiny-llama-Q4_0")
                               << QStringLiteral(
                                      "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n"
                                      "Cutting Knowledge Date: December 2023\nToday Date: 14 Nov 2023\n\n"
                                      "Be brief.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\n"
                                      "Hello<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n");
        QTest::newRow("qwen2") << QStringLiteral("tiny-qwen2-Q4_0")
                               << QStringLiteral("<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n"
                                                 " Hello<|im_end|>\n<|im_start|>assistant\n");
        QTest::newRow("gemma3") << QStringLiteral("tiny-gemma3-Q4_0")
                                << QStringLiteral("System role not supported");
    }
    void theGoldenModelsTemplatesRender() {
        QFETCH(QString, model);
        QFETCH(QString, expected);
        const std::filesystem::path path =
            (QStringLiteral(PARALLAX_SOURCE_DIR "/../shared/golden/engine/models/") + model +
             QStringLiteral(".gguf"))
                .toStdString();
        if (!std::filesystem::exists(path))
            QSKIP("the golden data is not here");
        const Gguf file(path);
        const Tokenizer tokenizer(file);
        ChatOptions options;
        options.now = 1'700'000'000;
        QString found;
        try {
            found = QString::fromStdString(
                chatPrompt(file, tokenizer, {{"system", "Be brief."}, {"user", " Hello"}}, options));
        } catch (const Error& error) {
            found = QString::fromStdString(error.args().at(0));
        }
        QCOMPARE(found, expected);
    }

    void aFileWithoutATemplateIsWrittenAsItsFamilyDoes_data() {
        QTest::addColumn<QStringList>("marks");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ChatML")
            << QStringList{"<|im_start|>", "<|im_end|>"}
            << "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\n Hi <|im_end|>\n"
               "<|im_start|>assistant\n";
        QTest::newRow("Llama 3") << QStringList{"<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"}
                                 << "<s><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|>"
                                    "<|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>"
                                    "<|start_header_id|>assistant<|end_header_id|>\n\n";
        QTest::newRow("Gemma")
            << QStringList{"<start_of_turn>", "<end_of_turn>"}
            << "<s><start_of_turn>user\nBe brief.\n\nHi<end_of_turn>\n<start_of_turn>model\n";
        QTest::newRow("DeepSeek") << QStringList{"<｜User｜>", "<｜Assistant｜>"}
                                  << "<s>Be brief.<｜User｜> Hi <｜Assistant｜>";
        QTest::newRow("Mistral") << QStringList{"[INST]", "[/INST]"} << "<s>[INST] Be brief.\n\n Hi [/INST]";
        QTest::newRow("Phi-3") << QStringList{"<|user|>", "<|assistant|>", "<|end|>"}
                               << "<|system|>\nBe brief.<|end|>\n<|user|>\n Hi <|end|>\n<|assistant|>\n";
        QTest::newRow("none") << QStringList{} << QString();
    }
    void aFileWithoutATemplateIsWrittenAsItsFamilyDoes() {
        QFETCH(QStringList, marks);
        QFETCH(QString, expected);
        std::vector<std::string> tokens{"<s>"};
        for (const QString& mark : marks)
            tokens.push_back(mark.toStdString());
        parallax::test::GgufMaker maker;
        maker.text("tokenizer.ggml.model", "llama");
        maker.texts("tokenizer.ggml.tokens", tokens);
        maker.i32s("tokenizer.ggml.token_type", std::vector<std::int32_t>(tokens.size(), 3));
        maker.u32("tokenizer.ggml.bos_token_id", 0);
        const std::string bytes = maker.file();
        const Gguf file(bytes, "x");
        const Tokenizer tokenizer(file);
        const std::vector<ChatMessage> messages{{"system", "Be brief."}, {"user", " Hi "}};
        if (expected.isEmpty()) {
            QVERIFY_EXCEPTION_THROWN(chatPrompt(file, tokenizer, messages), Error);
            return;
        }
        QCOMPARE(QString::fromStdString(chatPrompt(file, tokenizer, messages)), expected);
    }
};

PARALLAX_TEST(TestChat)

} // namespace test_chat
#include "test_chat.moc"
