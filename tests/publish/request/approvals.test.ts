import { expect, it } from 'vitest';
import { readApprovals } from '../../../src/publish/request/approvals.ts';
import type { GitHubUser, Labeling, RequestComment } from '../../../src/publish/request/request.ts';

const AT = '2026-03-01T00:00:00Z';
const user = (login: string, isBot = false): GitHubUser => ({ login, id: 1, isBot });
const label = (name: string, by: string | undefined): Labeling => ({
  name,
  by: by === undefined ? undefined : user(by),
  at: AT,
});
const said = (by: string, body: string, isBot = false): RequestComment => ({
  id: 1,
  author: user(by, isBot),
  body,
  createdAt: AT,
  updatedAt: AT,
});
const isMaintainer = (login: string) => login === 'maintainer';

it('takes a label and a reason of maintainers together', () => {
  const labels = [label('allow:NAME_SIMILAR', 'maintainer')];
  const comments = [said('maintainer', 'Fine.\n\nNAME_SIMILAR:  both are ours \n')];
  expect(readApprovals(labels, comments, isMaintainer, AT)).toEqual({
    given: [{ rule: 'NAME_SIMILAR', by: 'maintainer', reason: 'both are ours' }],
    unexplained: [],
    outdated: [],
  });
});

it('takes the last of several reasons', () => {
  const labels = [label('allow:NAME_SIMILAR', 'maintainer')];
  const comments = [said('maintainer', 'NAME_SIMILAR: first'), said('maintainer', '`NAME_SIMILAR`: second')];
  expect(readApprovals(labels, comments, isMaintainer, AT).given[0]?.reason).toBe('second');
});

it('tells a label without a reason', () => {
  const labels = [label('allow:NAME_SIMILAR', 'maintainer')];
  const comments = [
    said('maintainer', 'NAME_WELL_KNOWN: that is another rule'),
    said('maintainer', 'NAME_SIMILAR:'),
  ];
  expect(readApprovals(labels, comments, isMaintainer, AT)).toEqual({
    given: [],
    unexplained: ['NAME_SIMILAR'],
    outdated: [],
  });
});

it.each([
  ['a label of a stranger', label('allow:NAME_SIMILAR', 'stranger')],
  ['a label of an account that is gone', label('allow:NAME_SIMILAR', undefined)],
  ['a label of another kind', label('NAME_SIMILAR', 'maintainer')],
  ['a label that names no rule', label('allow:everything please', 'maintainer')],
])('does not take %s', (_, one) => {
  const comments = [said('maintainer', 'NAME_SIMILAR: yes')];
  expect(readApprovals([one], comments, isMaintainer, AT)).toEqual({
    given: [],
    unexplained: [],
    outdated: [],
  });
});

it.each([
  ['a stranger', said('stranger', 'NAME_SIMILAR: let me in')],
  ['an app', said('maintainer', 'NAME_SIMILAR: let it in', true)],
])('does not take the reason of %s', (_, comment) => {
  const labels = [label('allow:NAME_SIMILAR', 'maintainer')];
  expect(readApprovals(labels, [comment], isMaintainer, AT).given).toEqual([]);
});

it('does not take a label that is older than what is asked for now', () => {
  const labels = [label('allow:NAME_SIMILAR', 'maintainer')];
  const comments = [said('maintainer', 'NAME_SIMILAR: both are ours')];
  expect(readApprovals(labels, comments, isMaintainer, '2026-03-01T00:00:01Z')).toEqual({
    given: [],
    unexplained: [],
    outdated: ['NAME_SIMILAR'],
  });
});

it('does not take a label of an app', () => {
  const labels = [{ name: 'allow:NAME_SIMILAR', by: user('maintainer', true), at: AT }];
  const comments = [said('maintainer', 'NAME_SIMILAR: yes')];
  expect(readApprovals(labels, comments, isMaintainer, AT).given).toEqual([]);
});
