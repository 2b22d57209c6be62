import { describe, expect, it } from 'vitest';
import { publishRequestSchema, signedText } from '../../src/domain/publish-request.ts';

const asked = {
  request: '0123456789abcdef0123456789abcdef',
  id: 'Contoso.Tools',
  version: '1.2.3',
  sha512: 'ab'.repeat(64),
  expires: '2026-03-10T13:00:00Z',
  proof: 'x',
};

describe('a request of a build pipeline', () => {
  it('is signed one field a line', () => {
    expect(signedText('Contoso/Gallery', publishRequestSchema.parse(asked)).split('\n')).toEqual([
      'pwshelf-request-v1',
      'contoso/gallery',
      'publish',
      'Contoso.Tools',
      '1.2.3',
      'ab'.repeat(64),
      '2026-03-10T13:00:00Z',
      '0123456789abcdef0123456789abcdef',
    ]);
  });

  // Else two requests could share one signed text.
  it.each([
    ['id', 'Contoso.Tools\n1.2.3'],
    ['version', '1.2.3\nab'],
    ['id', 'a\u2028b'],
    ['request', '0123'],
    ['sha512', 'AB'.repeat(64)],
    ['expires', '2026-03-10'],
    ['url', 'http://files.example/x.nupkg'],
    ['content', '%'],
    ['key', 'psg_secret'],
  ])('has no %s such as %j', (field, value) => {
    expect(publishRequestSchema.safeParse({ ...asked, [field]: value }).success).toBe(false);
  });
});
