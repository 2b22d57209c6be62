import { expect, it } from 'vitest';
import type { Finding, Place } from '../../src/domain/finding.ts';
import { formatAnnotations } from '../../src/report/annotations.ts';

const finding = (place: Place, severity: Finding['severity'] = 'error'): Finding => ({
  code: 'PSD1_UNKNOWN_KEY',
  severity,
  place,
  args: { key: 'Foo%\nBar' },
});

it.each<[Place, Finding['severity'], string]>([
  [
    { file: 'a.psd1', line: 3, column: 5 },
    'error',
    '::error file=a.psd1,line=3,col=5,title=PSD1_UNKNOWN_KEY::Foo%25%0ABar is',
  ],
  [{ file: 'a,b:c.psd1' }, 'warning', '::warning file=a%2Cb%3Ac.psd1,title=PSD1_UNKNOWN_KEY::Foo'],
  [
    { file: 'a.nupkg', entry: 'a.psd1', line: 3 },
    'note',
    '::notice file=a.nupkg,title=PSD1_UNKNOWN_KEY::a.nupkg > a.psd1:3: Foo',
  ],
])('writes %j as a command', (place, severity, expected) => {
  const text = formatAnnotations([finding(place, severity)]);
  expect(text.startsWith(expected), text).toBe(true);
  expect(text.split('\n')).toHaveLength(2);
});
