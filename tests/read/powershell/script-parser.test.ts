import { describe, expect, it } from 'vitest';
import { CODE_MAX_DEPTH } from '../../../src/read/powershell/code-cursor.ts';
import { parseScript } from '../../../src/read/powershell/script-parser.ts';
import fc from '../../support/laws.ts';
import { sketchScript } from '../../support/sketch-script.ts';

function sketch(text: string): string {
  const parsed = parseScript(text);
  if (!parsed.ok) throw new Error(parsed.problem.problem);
  expect(parsed.value.problems).toEqual([]);
  return sketchScript(parsed.value);
}

describe('parseScript', () => {
  it.each([
    ['Get-Item C:\\x -Force', 'cmd(Get-Item C:\\x -Force)'],
    ['Get-Item -Path:$x', 'cmd(Get-Item -Path: $x)'],
    ['a | b; c', 'cmd(a) |cmd(b) cmd(c)'],
    ['a |\n  b', 'cmd(a) |cmd(b)'],
    ['a\n  | b', 'cmd(a) |cmd(b)'],
    ['a && b || c', 'cmd(a) cmd(b) cmd(c)'],
    ['a `\n  -b', 'cmd(a -b)'],
    ['a # -b\n-c', 'cmd(a) cmd(-c)'],
    ['a b#c <# d #> e', 'cmd(a b#c e)'],
    ['& $x 1', 'cmd(& $x num)'],
    ['. ./a.ps1', 'cmd(. ./a.ps1)'],
    ['. $PSScriptRoot\\a.ps1', 'cmd(. `$PSScriptRoot|\\a.ps1`)'],
    ['. "$PSScriptRoot/a.ps1"', 'cmd(. "$PSScriptRoot|/a.ps1")'],
    ['./a.ps1 x', 'cmd(./a.ps1 x)'],
    ['..\\a.ps1', 'cmd(..\\a.ps1)'],
    ['%{ a }', 'cmd(% {cmd(a)})'],
    ['7z.exe x', 'cmd(7z.exe x)'],
    ['foreach-object { a }', 'cmd(foreach-object {cmd(a)})'],
    ['a @b @{ c = d }', 'cmd(a @b @{c=cmd(d)})'],
    ['a b,c , d', 'cmd(a b op(,) c op(,) d)'],
    ['a > out.txt 2>&1', 'cmd(a op(>) out.txt num op(>&1))'],
    ['a --% b | c', 'cmd(a --% b ) |cmd(c)'],
    ['a (b).c["d"]', 'cmd(a (cmd(b)) .c [("d")])'],
    ['a $b.c(1) $b::d', 'cmd(a $b .c (expr(num)) $b ::d)'],
    ['a [x]y *.[ch]', 'cmd(a [x]y *.[ch])'],
    ['a "b"c', 'cmd(a "b" c)'],
    ["a b'c d'e", 'cmd(a bc de)'],
    ['a `"b', 'cmd(a "b)'],
    // What looks like a comment inside a word is none, and hides no code.
    ['a b<#c; d', 'cmd(a b<#c) cmd(d)'],
    ['a $b<#c; d', 'cmd(a `$b|<#c`) cmd(d)'],
    ['a @b#c; d', 'cmd(a `@b|#c`) cmd(d)'],
    ['a -b<#c; d', 'cmd(a -b<#c) cmd(d)'],
    ['a 1<#c; d', 'cmd(a 1<#c) cmd(d)'],
    ['a $b.c#; d', 'cmd(a $b .c)'],
    ['a (b)<#c#> d', 'cmd(a (cmd(b)) d)'],
    ['a b>c', 'cmd(a b>c)'],
    ['a (b).\nc', 'cmd(a (cmd(b)) .) cmd(c)'],
    ['a\u2028b', 'cmd(a b)'],
    ['\ufeffa', 'cmd(\ufeffa)'],
  ])('reads the command line %j', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each([
    ['$x = 1', 'set($x = expr(num))'],
    ['$x += a b | c', 'set($x += cmd(a b) |cmd(c))'],
    ['$x = if ($y) { a } else { b }', 'set($x = if((expr($y)) {cmd(a)})) else({cmd(b)})'],
    ['$x = $y = 2', 'set($x = set($y = expr(num)))'],
    ['$x -eq "a$y`"b$(c)"', 'expr($x op(-eq) "a|$y|"b|$(cmd(c))")'],
    ['"a$($b["c"])d"', 'expr("a|$(expr($b [("c")]))|d")'],
    ['"$(a "$(b "c")")"', 'expr("$(cmd(a "$(cmd(b "c"))"))")'],
    ['"a$env:PATH/$x:"', 'expr("a|$env:PATH|/|$x|:")'],
    ["'a''b'", 'expr("a\'b")'],
    ['@"\na "b" $c\n"@', 'expr("a "b" |$c")'],
    ["@'\n'x'\n'@", 'expr("\'x\'")'],
    ['@"\n"@', 'expr("")'],
    ['[int]$x', 'expr([int] $x)'],
    ['[a.b]::c("d", 1)', 'expr([a.b] ::c (expr("d" op(,) num)))'],
    ['[List[string]]::new()', 'expr([List[string]] ::new ())'],
    ['$x[0].y', 'expr($x [(num)] .y)'],
    ['$x.Where({ a }).Count', 'expr($x .Where (expr({cmd(a)})) .Count)'],
    ['1..10 | a', 'expr(num op(..) num) |cmd(a)'],
    ['-not (a)', 'expr(op(-not) (cmd(a)))'],
    ['$a +\n  $b', 'expr($a op(+) $b)'],
    ['$a, $b = 1, 2', 'set($a op(,) $b = expr(num op(,) num))'],
    ['@(1\n2)', 'expr(@(expr(num) expr(num)))'],
    ['@{ a = 1; "b c" = d e; $f = 2 }', 'expr(@{a=expr(num) b c=cmd(d e) ?=expr(num)})'],
    [
      '@{ a = if ($b) { c }\n else { d }\n e = 1 }',
      'expr(@{a=if((expr($b)) {cmd(c)}) else({cmd(d)}) e=expr(num)})',
    ],
    [
      '@{ a = try { b } catch { c } finally { d }; e = 1 }',
      'expr(@{a=try({cmd(b)}) catch({cmd(c)}) finally({cmd(d)}) e=expr(num)})',
    ],
    ['@{ a = @{ b = 1 }\n c = 2 }', 'expr(@{a=expr(@{b=expr(num)}) c=expr(num)})'],
    ['\u0024{a b} $a:c', 'expr($a b $a:c)'],
    ['$x.\n  a().\n  b', 'expr($x .a () .b)'],
    ['1/2', 'expr(num op(/) num)'],
    ['5.\nb', 'expr(num) cmd(b)'],
    ['5..6', 'expr(num op(..) num)'],
    ['$a > b\nc', 'expr($a op(>) b) cmd(c)'],
    ['$a 2>&1\nc', 'expr($a num op(>)) cmd(c)'],
    ['-join $x', 'expr(op(-join) $x)'],
    ['-$x', 'expr(op(-) $x)'],
    ['$x ? 1 : 2', 'expr($x op(?) num op(:) num)'],
    ['$x ?? (a)', 'expr($x op(??) (cmd(a)))'],
    ['$x ??= a', 'set($x ??= cmd(a))'],
    ['"$(a `"b`")"', 'expr("$(cmd(a "b"))")'],
  ])('reads the expression %j', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each([
    [
      'if ($a) { b } elseif (c) { d } else { e }',
      'if((expr($a)) {cmd(b)}) elseif((cmd(c)) {cmd(d)}) else({cmd(e)})',
    ],
    ['foreach ($a in b c) { d }', 'foreach($a (cmd(b c)) {cmd(d)})'],
    [
      'for ($i = 0; $i -lt 3; $i++) { a }',
      'for((set($i = expr(num)) expr($i op(-lt) num) expr($i op(++))) {cmd(a)})',
    ],
    ['do { a } while (b)\n{ c }', 'do({cmd(a)}) while((cmd(b)) {cmd(c)})'],
    ['do { a } until (b)\nc', 'do({cmd(a)}) until((cmd(b))) cmd(c)'],
    [
      'try { a } catch [b], [c] { d } finally { e }',
      'try({cmd(a)}) catch([b] [c] {cmd(d)}) finally({cmd(e)})',
    ],
    [
      'switch -Regex ($a) { "b" { c } default { d } }',
      'switch(-Regex (expr($a)) {expr("b" {cmd(c)}) expr(default {cmd(d)})})',
    ],
    ['return a b', 'return($(cmd(a b)))'],
    ['throw "x"', 'throw($(expr("x")))'],
    [':outer foreach ($a in $b) { continue outer }', 'foreach($a (expr($b)) {continue()})'],
    ['using namespace System.IO', 'using(namespace System.IO)'],
    ['begin { a } process { b } end { c }', 'begin({cmd(a)}) process({cmd(b)}) end({cmd(c)})'],
    ['process | a', 'cmd(process) |cmd(a)'],
    ['data { "x" }', 'data({expr("x")})'],
    ['trap [x] { a }', 'trap([x] {cmd(a)})'],
    ['if.exe a', 'cmd(if.exe a)'],
  ])('reads the statement %j', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each([
    ['function a { b }', 'function:a{cmd(b)}'],
    ['function script:Get-X($a, [int]$b = 2) { }', 'function:Get-X($a [int]$b=){}'],
    ['filter f { $_ }', 'filter:f{expr($_)}'],
    ['workflow w\n{\n}', 'workflow:w{}'],
    [
      'configuration "C" { Node x { File f { Ensure = "Present" } } }',
      'configuration:C{cmd(Node x {cmd(File f {cmd(Ensure = "Present")})})}',
    ],
    [
      'function a {\n[CmdletBinding(SupportsShouldProcess)]\nparam([Parameter(Mandatory, Position = 0)][ValidateSet("x", "y")] [string[]] $b = @("x"),\n# c\n[switch]$d)\nprocess { e }\n}',
      'function:a{[CmdletBinding(SupportsShouldProcess)] param([Parameter(Mandatory,Position=num)][ValidateSet("x","y")][string[]]$b= [switch]$d) process({cmd(e)})}',
    ],
    ['param($a)\nb', 'param($a) cmd(b)'],
    ['using namespace a\nparam($b)', 'param($b) using(namespace a)'],
    ["[A(('b', 'c'))]\n[D()]\nparam($e)", '[A((expr("b" op(,) "c")))] [D()] param($e)'],
    ['a\nparam($b)', 'cmd(a) cmd(param (expr($b)))'],
    ['param($a)\nparam($b)', 'param($a) cmd(param (expr($b)))'],
    ['[CmdletBinding()]\n# c\nparam()\nb', '[CmdletBinding()] param() cmd(b)'],
    [
      'class A : B, C { [DscProperty(Key)] [string] $d = "e"; hidden static [int] f([int]$g) { h } A() : base(1) { } }',
      'class:A:B:C{[DscProperty(Key)][string]property d; [int]static hidden method f{cmd(h)}; method A{}}',
    ],
    ['[Flags()] enum E { a = 1; b }', 'enum:E[Flags()]{value a; value b}'],
    ['[void]$x.a()', 'expr([void] $x .a ())'],
    ['@{ Filter = "x"; Function = "y" }', 'expr(@{Filter=expr("x") Function=expr("y")})'],
    ['x { Filter = "a"\n Class = "b" }', 'cmd(x {cmd(Filter = "a") cmd(Class = "b")})'],
  ])('reads the definition %j', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  it.each([
    ['if ($a) {', 'the block that begins here has no }', 8],
    ['a (b', 'the group that begins here has no )', 2],
    ['"a', 'the string that begins here has no end', 0],
    ["@'\na", 'the here-string that begins here has no end', 0],
    ['a <# b', 'the comment that begins here has no #>', 2],
    ['a }', 'this } closes nothing', 2],
    ['@{ a = 1', 'the hashtable that begins here has no }', 0],
  ])('says where %j is broken', (text, problem, at) => {
    const parsed = parseScript(text);
    expect(parsed.ok && parsed.value.problems).toEqual([{ at, problem }]);
  });

  it('refuses what is nested too deep', () => {
    expect(parseScript('('.repeat(CODE_MAX_DEPTH + 1)).ok).toBe(false);
    expect(parseScript('$a='.repeat(10_000)).ok).toBe(false);
    expect(parseScript(`"${'$("'.repeat(10_000)}`).ok).toBe(false);
  });

  it('reads any text to its end', () => {
    const pieces = [
      '$',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '@',
      '"',
      "'",
      '`',
      '#',
      '<#',
      '#>',
      '|',
      '&',
      ';',
      ',',
      '=',
      '\n',
      ' ',
      '.',
      ':',
      '-',
      'a',
      'function',
      'param',
      'class',
      'if',
      'foreach',
      'in',
      'switch',
      '1',
      '%',
      '>',
      '--%',
      '\ufeff',
      '“',
      '–',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        const parsed = parseScript(parts.join(''));
        if (parsed.ok) sketchScript(parsed.value);
      }),
      { numRuns: 3000 },
    );
  });
});

// What looks through the rest of the text at each of them would take minutes, and the test its time.
it.each([
  ...[
    '(',
    '@(',
    '@{',
    '$(',
    '`',
    ',',
    '+1',
    '-',
    '!',
    '"',
    "'",
    '"$("',
    '"${',
    '${',
    '[a]',
    '<#',
    '#\n',
    'f|',
    '. ',
  ],
  ...[
    'function a{',
    'class a{',
    'if(1){',
    '$a=',
    '-eq ',
    'a.b()',
    '[a(',
    '@"\n',
    "@'\n",
    'param(',
    '.b',
    '[0]',
  ],
])('comes to an end of a long run of %j', (part) => {
  const text = part.repeat(100_000);
  for (const begin of ['', '"', '@{ a = "', 'f -a ']) expect(parseScript(begin + text)).toHaveProperty('ok');
});

it('reads words of two hundred thousand parts', () => {
  expect(sketch(`x a"${'$a'.repeat(200_000)}"`)).toContain('$a|$a');
});

it.each([
  ['A, B', ['A', 'B']],
  ['List[A, B], C', ['List[A, B]', 'C']],
  ['b,'.repeat(200_000), Array.from({ length: 200_000 }, () => 'b')],
])('parts the bases of a class: %.20s', (text, expected) => {
  const parsed = parseScript(`class A : ${text} { }`);
  const [found] = parsed.ok ? parsed.value.body.statements : [];
  expect(found?.kind === 'class' && found.bases).toEqual(expected);
});

it.each(['a\n', '(1);', '[a]', '"$a$a" ', '@{a=1};', '1+', '#\n', '$a.b'])(
  'reads no more of %j than it may keep',
  (part) => {
    const parsed = parseScript(part.repeat(2000), 1000);
    expect(!parsed.ok && parsed.problem.problem).toBe('there is more code than is read');
  },
);
