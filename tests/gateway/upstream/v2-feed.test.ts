import { describe, expect, it } from 'vitest';
import { readV2Feed } from '../../../src/gateway/upstream/v2-feed.ts';

function feed(...entries: readonly string[]): string {
  return (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" ' +
    `xmlns:d="urn:d" xmlns:m="urn:m"><title>Id</title>${entries.join('')}</feed>`
  );
}

function entry(properties: string): string {
  return `<entry><id>urn:1</id><author><name>Id</name></author><m:properties>${properties}</m:properties></entry>`;
}

const read = (text: string) => readV2Feed(text, 'Pester')?.map(({ normalized }) => normalized);

describe('the versions of a feed', () => {
  it.each([
    ['of an empty one', feed(), []],
    ['as spelled', feed(entry('<d:Id>pester</d:Id><d:Version>1.0</d:Version>')), ['1.0.0']],
    ['without an id of their own', feed(entry('<d:Version>1.0-b</d:Version>')), ['1.0.0-b']],
    ['of the package alone', feed(entry('<d:Id>Pester2</d:Id><d:Version>1.0</d:Version>')), []],
    ['that are versions', feed(entry('<d:Version>newest</d:Version>')), []],
    [
      'that are listed',
      feed(
        entry(
          '<d:Version>1.0</d:Version><d:Published m:type="Edm.DateTime">1900-01-01T00:00:00</d:Published>',
        ),
        entry('<d:Version>2.0</d:Version><d:Listed>false</d:Listed>'),
        entry('<d:Version>3.0</d:Version><d:Published>2020-01-01T00:00:00</d:Published>'),
      ),
      ['3.0.0'],
    ],
  ])('are read %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['another document', '<service/>'],
    ['a feed that breaks off', feed(entry('<d:Version>1.0</d:Version>')).slice(0, -7)],
    [
      'entities of its own',
      `<!DOCTYPE feed [<!ENTITY a "1.0">]>${feed(entry('<d:Version>&a;</d:Version>'))}`,
    ],
    ['a well', feed('<a>'.repeat(100_000))],
  ])('are not read from %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });
});
