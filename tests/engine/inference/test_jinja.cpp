// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "tests/engine/jinja_text.h"
#include "tests/test_program.h"

namespace test_jinja {

using namespace parallax;
using namespace parallax::inference;
using parallax::inference::testing::rendered;

// What is expected was rendered by Jinja2 3.1 in the settings of transformers: trim_blocks, lstrip_blocks,
// loopcontrols, and its tojson.
class TestJinja : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void rendersAsJinja2_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* source, const char* expected) {
            QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(expected);
        };
        row("{{ 'a' }}\r\n{% if true %}\r\nb\r\n{% endif %}\r\nc", "a\nb\nc");
        row("{{ '\\u2581\\x41\\u00e9\\101' }}", "▁AéA");
        row("{{ 'a\\bc\\f\\v' | tojson }}{{ '\\d\\\\' }}", "\"a\\bc\\f\\u000b\"\\d\\");
        row("{{ {'b': 1, 'a': [1, {}]} | tojson(sort_keys=true) }}{{ {'a': [1, 2]} | tojson(separators=(',', "
            "':')) }}",
            "{\"a\": [1, {}], \"b\": 1}{\"a\":[1,2]}");
        row("{{ 'é😀' | tojson(ensure_ascii=true) }}{{ {'a': [1, []]} | tojson(indent=2) }}",
            "\"\\u00e9\\ud83d\\ude00\"{\n  \"a\": [\n    1,\n    []\n  ]\n}");
        row("{{ {'a': 1} | tojson(false, 4) }}", "{\n    \"a\": 1\n}");
        row("{{ name.startswith(('B', 'A')) }}{{ name.endswith(('x', 'y')) }}", "TrueFalse");
        row("{{ -5 | abs }}{{ -1.5 | abs }}{{ -2 is number }}{{ 2 ** 3 ** 2 }}{{ -2 ** 2 }}{{ 2 ** -1 }}",
            "51.5True6440.5");
        row("{{ 1 < 2 < 2 }}{{ 1 < 2 < 3 }}{{ 1 == 1 in [1] }}{{ 3 > 2 > 1 == 1 }}", "FalseTrueTrueTrue");
        row("{% macro m() %}[{{ x is defined }}{{ loop is defined }}{{ y }}]{% endmacro %}{% set y = 7 %}{% "
            "for x in list %}{{ m() }}{% endfor %}",
            "[FalseFalse7][FalseFalse7][FalseFalse7]");
        row("{{ 'éàß' | upper }}{{ 'ÉÀ' | lower }}{{ 'ΣΑΣ' | lower }}{{ \"o'neil o-x éa\" | title }}{{ "
            "\"o'neil o-x éa\".title() }}{{ 'éA' | capitalize }}",
            "ÉÀSSéàσαςO'neil O-X ÉaO'Neil O-X ÉaÉa");
        row("{{ '<a href=\"x\">&\\'' | e }}{{ '<' | escape }}", "&lt;a href=&#34;x&#34;&gt;&amp;&#39;&lt;");
        row("{{ (1, 2) }}{{ (1,) }}{{ () }}{{ [(1, 'a')] }}{{ dict.items() | list }}{{ (1, 2) == [1, 2] }}{{ "
            "(1, 2) + (3,) }}",
            "(1, 2)(1,)()[(1, 'a')][('a', 'x'), ('b', [True, None])]False(1, 2, 3)");
        row("{{ {1: 'a', 2.5: 'b', none: 'c', 'k': 'e'} }}", "{1: 'a', 2.5: 'b', None: 'c', 'k': 'e'}");
        row("{% set d = {0: 5, 512: 9} %}{% for k, v in d.items() %}{{ k + v }};{% endfor %}{{ d[512] }}{{ "
            "512 in d }}{{ '512' in d }}{{ d.get(0) }}{{ d | tojson }}",
            "5;521;9TrueFalse5{\"0\": 5, \"512\": 9}");
        row("{{ 'a\\u3000b c'.split() | join('|') }}{{ 'a b  c '.split(none, 1) | join('|') }}",
            "a|b|ca|b  c ");
        row("{% set a, b = 1, 2 %}{{ b }}{{ a }}{% set t = 1, 2 %}{{ t }}", "21(1, 2)");
        row("{% raw %}{{ x }}{% if %}{% endraw %}|{%- raw -%}  a {% endraw %}", "{{ x }}{% if %}|a ");
        row("x{% raw %}\n{{ y }}\n{% endraw %}\nz", "x\n{{ y }}\nz");
        row("{% macro box(t) %}[{{ t }}{{ caller() }}]{% endmacro %}{% call box('a') %}in{{ name }}{% "
            "endcall %}",
            "[ainAda]");
        row("{% macro each(l) %}{% for x in l %}{{ caller(x) }}{% endfor %}{% endmacro %}{% call(v) "
            "each(list) %}<{{ v }}>{% endcall %}",
            "<1><2><3>");
        row("{% with a = 1, b = name %}{{ a }}{{ b }}{% endwith %}{{ a is defined }}", "1AdaFalse");
        row("{% filter upper | replace('A', 'b') %}a{{ name }}{% endfilter %}{% set u | upper %}x{{ name "
            "}}{% endset %}{{ u }}",
            "bbDbXADA");
        row("{% for x in list %}{{ loop.cycle('a', 'b') }}{% endfor %}", "aba");
        row("{{ 1e3 }}{{ 1.5e-7 }}{{ 1_000 }}{{ 12345678901234567.0 }}{{ 1e15 }}{{ 1e16 }}{{ 0.0001 }}",
            "1000.01.5e-0710001.2345678901234568e+161000000000000000.01e+160.0001");
        row("{{ messages.0.role }}{{ messages.1.content }}", "useryes");
        row("{{ '%s is %d, %.2f%%' % (name, 3, 1.005) }}{{ '%s' % name }}{{ '%s-%s' | format(1, 'b') }}",
            "Ada is 3, 1.00%Ada1-b");
        row("{{ [1, 2] * 2 }}{{ 2 * 'ab' }}{{ (1,) * 2 }}", "[1, 2, 1, 2]abab(1, 1)");
        row("{{ [3, 1, 2] | sort }}{{ ['b', 'A', 'c'] | sort(reverse=true) }}{{ messages | "
            "sort(attribute='content') | map(attribute='role') | join }}",
            "[1, 2, 3]['c', 'b', 'A']userassistant");
        row("{{ list | sum }}{{ messages | map(attribute='content') | map('trim') | join(',') }}{{ [{'a': "
            "{'n': 2}}, {'a': {'n': 3}}] | sum('a.n') }}",
            "6hi,yes5");
        row("{{ ['a', 'A', 'b', 'a'] | unique | list }}{{ list | max }}{{ list | min }}{{ [] | max is "
            "defined }}",
            "['a', 'b']31False");
        row("{{ 'a\\n\\nb' | indent }}|{{ 'a\\nb' | indent(2, true) }}|{{ 'a\\n\\nb' | indent(width=1, "
            "blank=true) }}",
            "a\n\n    b|  a\n  b|a\n \n b");
        row("{{ 2.5 | round }}{{ 3.456 | round(2) }}{{ 3.1 | round(method='ceil') }}{{ 7 | round }}",
            "2.03.464.07");
        row("{{ list | batch(2) | list }}{{ list | batch(2, 'x') | list }}",
            "[[1, 2], [3]][[1, 2], [3, 'x']]");
        row("{{ 'a.b.c'.rsplit('.', 1) }}{{ 'xab'.removeprefix('x') }}{{ 'abx'.removesuffix('x') }}{{ "
            "'a\\nb\\r\\nc\\n'.splitlines() }}",
            "['a.b', 'c']abab['a', 'b', 'c']");
        row("{{ 'banana'.count('an') }}{{ 'banana'.index('n') }}{{ 'banana'.find('z') }}{{ 'éA'.capitalize() "
            "}}{{ '12'.isdigit() }}{{ 'ab1'.isalpha() }}{{ list.index(2) }}{{ [1, 1].count(1) }}",
            "22-1ÉaTrueFalse12");
        row("{{ 2 is gt 1 }}{{ 2 is ge(3) }}{{ 1 is lt 2 }}{{ 2 is le 1 }}{{ 'a' is eq 'a' }}{{ 1 is ne 1 "
            "}}{{ 9 is divisibleby 3 }}{{ 1.5 is float }}{{ range is callable }}{{ 2 is in [1, 2] }}{{ 3 is "
            "not in list }}",
            "TrueFalseTrueFalseTrueFalseTrueTrueTrueTrueFalse");
        row("{{ list | select('gt', 1) | list }}{{ messages | selectattr('role', 'in', ['user']) | list | "
            "length }}{{ list | map('string') | list }}{{ ['a-b'] | map('replace', '-', '+') | list }}",
            "[2, 3]1['1', '2', '3']['a+b']");
        row("{{ 'abc' | reverse }}{{ [1, 2] | reverse | list }}{{ '12abc' | int }}{{ '12abc' | int(7) }}{{ ' "
            "12 ' | int }}{{ '1.9' | int }}{{ 'x' | float }}",
            "cba[2, 1]071210.0");
        row("{{ {'b': 1, 'A': 2} | dictsort }}{{ {'a': 2, 'b': 1} | dictsort(by='value') }}{{ dict | items | "
            "list | length }}",
            "[('A', 2), ('b', 1)][('b', 1), ('a', 2)]2");
        row("{{ 1 if false }}{{ 'a' ~ 1 * 2 }}{{ 'x' if 0 else 'y' if 0 else 'z' }}", "a2z");
        row("{% set ns = namespace(items=[1], n=0) %}{% set ns.n = 3 %}{{ ns.items }}{{ ns.n }}{{ {'items': "
            "2}['items'] }}{{ {'get': 1}.get('get') }}",
            "[1]321");
        row("{{ 'aab'.replace('a', 'x', 1) }}{{ 'ab'.replace('', '-') }}{{ 'aab' | replace('a', 'b', 1) }}",
            "xab-a-b-bab");
        row("{{ missing is iterable }}{{ missing is sequence }}{{ true is sameas true }}{{ 1 is sameas true "
            "}}{{ missing | default }}",
            "TrueTrueTrueFalse");
        row("{% for k in {'a': 1} %}{{ k }}{% endfor %}{% for (a, b) in [(1, 2)] %}{{ a }}{{ b }}{% endfor "
            "%}{% for x in 1, 2 %}{{ x }}{% endfor %}",
            "a1212");
        row("{{ 'ABC' is upper }}{{ 'abc' is lower }}{{ 'a b'.isspace() }}{{ ' '.isspace() }}{{ "
            "'AB'.isupper() }}{{ '\\x1c\\x7f' | trim | length }}",
            "TrueTrueFalseTrueTrue1");
        row("{{ messages | map(attribute='role', default='x') | list }}{{ [{'a': 1}, {}] | "
            "map(attribute='a', default=0) | list }}",
            "['user', 'assistant'][1, 0]");
        row("{{ {'a': none} | tojson }}{{ [1.0, 1e20, true] | tojson }}{{ 'a\"b' | tojson }}",
            "{\"a\": null}[1.0, 1e+20, true]\"a\\\"b\"");
        row("{% macro m(a, b) %}{{ a }}-{{ b }};{% endmacro %}{{ m(*[1, 2]) }}{{ m(*(1,), b=3) }}{{ "
            "m(**{'a': 4, "
            "'b': 5}) }}{{ '{}{}'.format(*list[:2]) }}{{ 'a' | replace(*['a', 'c']) }}",
            "1-2;1-3;4-5;12c");
        row("{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, 3, x=4) }}{{ m(5) }}",
            "1(2, 3){'x': 4}5(){}");
        row("{{ '<b' | safe + '<' }}{{ '<' + '<' | e }}{{ ('<' | safe) ~ '<' }}{{ '&' | e | e }}{{ ('%s<' | "
            "safe) % '<' }}{{ ('<{}' | safe).format('>') }}{{ [1] | safe is string }}",
            "<b&lt;&lt;&lt;<<&amp;&lt;<<&gt;True");
        row("{{ ('<a' | safe).upper() + '<' }}{{ ('<a' | safe)[0] + '<' }}{{ ('<a' | safe | trim)[:1] + '&' "
            "}}{{ ('a' | safe).replace('a', '<') }}{{ ['<' | safe] }}{{ '<' | e is escaped }}",
            "<A&lt;<&lt;<&amp;&lt;[Markup('<')]True");
        row("{% if [] | map('string') %}a{% endif %}{% if [] | sort %}b{% endif %}{% if {}.keys() %}c{% "
            "endif "
            "%}{{ list | select is sequence }}{{ dict.keys() is sequence }}{{ dict.keys()[0] is defined }}",
            "aFalseFalseFalse");
        row("{% set g = list | map('string') %}{{ g | first }}{{ g | list }}{{ g | list }}{% set h = list | "
            "select %}{{ 2 in h }}{{ h | list }}",
            "1['2', '3'][]True[3]");
        row("{{ dict.keys() }}{{ dict.items() }}{{ {'a': 1}.values() }}",
            "dict_keys(['a', 'b'])dict_items([('a', 'x'), ('b', [True, None])])dict_values([1])");
        row("{{ {}['items'] is defined }}{{ {}['other'] is defined }}{{ {'items': 2}['items'] }}{{ "
            "name.strip "
            "is defined }}{{ name['strip'] is defined }}{{ list.append is defined }}",
            "TrueFalse2TrueTrueFalse");
        row("{% generation %}a{% set q = 1 %}{% endgeneration %}{{ q is defined }}", "aFalse");
        row("{% for x in [{'n': 'a', 'c': [{'n': 'b', 'c': []}, {'n': 'd', 'c': []}]}] recursive %}{{ x.n "
            "}}{{ loop.depth }}{{ loop.index }}{% if x.c %}({{ loop(x.c) }}){% endif %}{% endfor %}",
            "a11(b21d22)");
        row("{% for x in [1] %}{% for y in [1] %}{{ loop.depth }}{% endfor %}{% endfor %}", "1");
        row("{% for k, l in messages | groupby('role') %}{{ k }}:{{ l | length }};{% endfor %}{% for g in "
            "[{'k': 'B'}, {'k': 'b'}, {}] | groupby('k', default='A') %}{{ g.grouper }}{{ g.list | length "
            "}}{% "
            "endfor %}",
            "assistant:1;user:1;A1B2");
        row("{{ [1, 2, 3] | slice(2) | list }}{{ [1] | slice(2, 'x') | list }}{{ 'one two-3' | wordcount "
            "}}[{{ 'ab' | center(5) }}]",
            "[[1, 2], [3]][[1], ['x']]3[  ab ]");
        row("{{ 'one two three' | truncate(9, leeway=0) }}|{{ 'one two three' | truncate(9, true, '>', 0) "
            "}}|{{ 'one two' | truncate(5) }}",
            "one...|one two >|one two");
        row("{{ '{:>4}|{:<3}|{:^5}|{:*^4}'.format('a', 'b', 'c', 'd') }}{{ '{:05.1f}|{:+d}|{:,}|{:x}|{:%}'"
            ".format(2.25, 3, 12345, 255, 0.5) }}{{ '{n!r:>5}'.format(n='a') }}{{ '{i:d}'.format(i=7) }}",
            "   a|b  |  c  |*d**002.2|+3|12,345|ff|50.000000%  'a'7");
        row("{{ '%4s|%-4s|%03d|%+.1f|%x|%r|%.1s' % ('a', 'b', 7, 2.5, 255, 'q', 'xy') }}{{ '%(k)s' % {'k': "
            "1} }}{{ '%(k)s' | format(k=2) }}",
            "   a|b   |007|+2.5|ff|'q'|x12");
        row("{{ 'a-b-c'.partition('-') }}{{ 'a-b-c'.rpartition('-') }}{{ 'a'.partition('-') }}{{ "
            "'abc'.center(6, '*') }}{{ 'a'.ljust(3, '.') }}{{ 'a'.rjust(3) }}{{ '-4'.zfill(4) }}{{ "
            "'aB'.swapcase() }}{{ 'é'.isascii() }}",
            "('a', '-', 'b-c')('a-b', '-', 'c')('a', '', '')*abc**a..  a-004AbFalse");
        row("{{ 'abab'.find('b', 2) }}{{ 'abab'.count('a', 1) }}{{ 'abab'.rindex('a') }}{{ "
            "'abab'.startswith('b', 1) }}{{ ' a  b c'.rsplit(none, 1) }}{{ [1, 2].copy() }}",
            "312True[' a  b', 'c'][1, 2]");
        row("{{ 9007199254740993 + 1 }}{{ 3037000500 * 3037000499 }}{{ 7 ** 22 }}{{ -7 // 2 }}{{ -7 % 3 }}{{ "
            "7 % -2 }}{{ -true }}{{ 1234 | round(-2) }}{{ true | round }}{{ [1, 2][true] }}",
            "900719925474099492233720339632495003909821048582988049-42-1-1120012");
        row("{{ ['\\x7f\\xa0\\u3000\\u200b\\U000e0001', '中é'] }}",
            "['\\x7f\\xa0\\u3000\\u200b\\U000e0001', '中é']");
        row("{{ 'a\\r\\nb\\x0bc' | indent(1) }}", "a\n b\n c");
        row("{% set (a, b) = (1, 2) %}{{ a }}{{ b }}", "12");
    }
    void rendersAsJinja2() {
        QFETCH(QString, source);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(rendered(source.toStdString())), expected);
    }

    // Never another prompt than the template's: what is not known is refused.
    void refusesWhatItWouldRenderOtherwise_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* source, const char* reason) {
            QTest::newRow(source) << QString::fromUtf8(source) << QString::fromUtf8(reason);
        };
        row("{{ missing | tojson }}", "what has no value, or is a macro, cannot be written as JSON");
        row("{{ list | tojson(foo=1) }}", "the filter \"tojson\" has no argument \"foo\" that is known here");
        row("{{ name | trim(1, 2) }}", "the filter \"trim\" is given too many arguments");
        row("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}",
            "the macro \"m\" is given too many arguments");
        row("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(b=2) }}", "the macro \"m\" has no argument \"b\"");
        row("{{ 1 in name }}", "only a text is in a text");
        row("{{ '\\N{DASH}' }}", "line 1: a character by its name");
        row("{{ '\\ud800' }}", "line 1: an escape that is no character");
        row("{{ name | urlencode }}", "the filter \"urlencode\" is not known");
        row("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, a=2) }}", "the macro \"m\" has no argument \"a\"");
        row("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(a=1, **{'a': 2}) }}",
            "the argument \"a\" is given twice");
        row("{{ missing[1:] }}", "this cannot be sliced");
        row("{{ dict[:1] }}", "this cannot be sliced");
        row("{{ 9223372036854775807 + 1 }}", "a number becomes too large");
        row("{{ 9223372036854775808 }}", "line 1: the number 9223372036854775808 is too large");
        row("{{ '{:d}'.format('a') }}", "the format \"d\" does not go with a text");
        row("{% for x in list %}{{ loop(list) }}{% endfor %}", "\"loop\" cannot be called");
        row("{{ name is foo }}", "the test \"foo\" is not known");
        row("{{ name.frob() }}", "the method \"frob\" is not known here");
        row("{{ {[1]: 2} }}", "this cannot be a key of a dictionary");
        row("{% do list.append(1) %}", "line 1: the statement \"do\" is not known");
        row("{{ '%d' % 'x' }}", "\"%d\" is not known, or does not go with its value");
        row("{{ [1, 'a'] | sort }}", "these values have no order");
        row("{% set a, b = [1] %}", "1 values for 2 names");
        row("{% raw %}x", "line 1: \"endraw\" is missing");
    }
    void refusesWhatItWouldRenderOtherwise() {
        QFETCH(QString, source);
        QFETCH(QString, reason);
        QCOMPARE(QString::fromStdString(rendered(source.toStdString())), QStringLiteral("error: ") + reason);
    }

    // What is short to write and long to do, or deep.
    void staysWithinItsBounds_data() {
        QTest::addColumn<QString>("source");
        const auto row = [](const char* name, const QString& source) { QTest::newRow(name) << source; };
        const QString large = QStringLiteral("{% set s = 'a' * 1000000 %}{% set l = [s, s, s, s] %}"
                                             "{% for i in range(100000) %}%1{% endfor %}");
        row("a long sum",
            QStringLiteral("{{ 1") + QStringLiteral(" + 1").repeated(100'000) + QStringLiteral(" }}"));
        row("many filters",
            QStringLiteral("{{ 1") + QStringLiteral(" | string").repeated(100'000) + QStringLiteral(" }}"));
        row("many attributes",
            QStringLiteral("{{ a") + QStringLiteral(".a").repeated(100'000) + QStringLiteral(" }}"));
        row("many choices",
            QStringLiteral("{{ 1") + QStringLiteral(" if 1").repeated(100'000) + QStringLiteral(" }}"));
        row("sorted again and again", large.arg(QStringLiteral("{% set x = l | sort %}")));
        row("copied again and again", large.arg(QStringLiteral("{% set x = l | list %}")));
        row("counted again and again", large.arg(QStringLiteral("{% set x = l.count(s) %}")));
        row("a long list", QStringLiteral("{{ [1] * 99999999999 }}"));
        row("a wide row", QStringLiteral("{{ [1] | batch(99999999999, 'x') }}"));
        row("a deep power", QStringLiteral("{% for i in range(100000) %}{{ 'a' | indent(1000, true) * 900 }}"
                                           "{% endfor %}"));
        row("macros over sums", QStringLiteral("{% macro m(n) %}{{ ") + QStringLiteral("(").repeated(30) +
                                    QStringLiteral("m(n)") + QStringLiteral(" + 1)").repeated(30) +
                                    QStringLiteral(" }}{% endmacro %}{{ m(1) }}"));
        row("a loop in itself",
            QStringLiteral("{% for x in [[]] recursive %}{% set l = [x, x] %}{{ loop(l) }}"
                           "{% endfor %}"));
        row("a wide text",
            QStringLiteral("{% for i in range(100000) %}{{ 'a'.center(1000000) }}{% endfor %}"));
        row("grouped again and again", large.arg(QStringLiteral("{% set x = l | groupby(0) %}")));
        row("a filter on a filter", QStringLiteral("{% filter map('map') %}a{% endfilter %}"));
    }
    void staysWithinItsBounds() {
        QFETCH(QString, source);
        const std::string said = rendered(source.toStdString());
        QVERIFY2(said.starts_with("error: "), said.substr(0, 100).c_str());
    }
};

PARALLAX_TEST(TestJinja)

} // namespace test_jinja
#include "test_jinja.moc"
