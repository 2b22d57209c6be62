import { describe, expect, it } from 'vitest';
import { intakeDoor, nodeIntake, packageIdentity } from '../../../src/gateway/node/upstream-intake.ts';
import type { AskedPublish, PushDoor } from '../../../src/gateway/push-door.ts';
import { mayPublish, mayUnlist } from '../../../src/publish/keys/authorize.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { makeNupkg } from '../../support/make-nupkg.ts';

function doorOf(asked: AskedPublish[]): PushDoor {
  return {
    keys: async () => ({ keys: [], workflows: [] }),
    maxPackageBytes: async () => 1_000,
    publish: async (one) => {
      asked.push(one);
      return { kind: 'done', findings: [], id: 'Pester', version: '1.0.0', commit: 'c0ffee' };
    },
    setListing: async () => ({ kind: 'refused', findings: [] }),
  };
}

describe('what is taken in', () => {
  it('may be the id that was asked for, new here, and nothing else', async () => {
    const asked: AskedPublish[] = [];
    const bytes = new Uint8Array([1]);
    await intakeDoor(doorOf(asked), 'contoso').publish({
      id: 'Pester',
      bytes,
      from: 'https://up.example/api/v2',
    });
    const [one] = asked;
    if (!one) throw new Error('nothing was asked');
    expect(one).toMatchObject({
      bytes,
      requestId: 'upstream-pester',
      authorized: {
        publisher: 'contoso',
        proof: { kind: 'upstream', reference: 'https://up.example/api/v2' },
      },
    });
    expect(mayPublish(one.authorized, { id: 'PESTER', isNew: true })).toBe(true);
    expect(mayPublish(one.authorized, { id: 'Pester', isNew: false })).toBe(false);
    expect(mayPublish(one.authorized, { id: 'Pester2', isNew: true })).toBe(false);
    expect(mayUnlist(one.authorized, 'Pester')).toBe(false);
  });

  it.each([
    ['a package', makeNupkg({ id: 'Pester', nuspec: '1.0' }), { id: 'Pester', version: '1.0' }],
    ['a page', new TextEncoder().encode('<html>'), undefined],
    ['nothing', new Uint8Array(), undefined],
    ['an archive without a nuspec', makeNupkg({ nuspecPath: 'a/b.nuspec' }), undefined],
    ['a nuspec that is none', makeNupkg({ nuspecText: '<html/>' }), undefined],
  ])('is known by its nuspec: %s', (_, bytes, expected) => {
    expect(packageIdentity(bytes)).toEqual(expected);
  });

  it('is waited for in the catalogue', async () => {
    const catalogue = async () => catalogueOf(makeGallery([{ id: 'Pester', versions: ['1.0.0'] }]));
    const intake = nodeIntake({ take: ['*'], owner: 'contoso', door: doorOf([]), catalogue });
    expect(await intake.awaitVersion('Pester', '1.0.0')).toBe(true);
    expect(await intake.door.maxPackageBytes()).toBe(1_000);
  });
});
