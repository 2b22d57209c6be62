/** Where the publishing of a version can be looked at: the request, and the run that carried it out or built it. */
import type { Proof } from '../domain/record.ts';

export interface ProofLink {
  readonly href: string;
  readonly text: string;
}

export function linksOfProof({ kind, reference, run, commit }: Proof): readonly ProofLink[] {
  const isRequest = kind === 'pull-request' || kind === 'issue';
  const built = commit === undefined || isRequest ? '' : ` of ${commit.slice(0, 7)}`;
  const links = [
    {
      href: reference,
      text:
        kind === 'pull-request'
          ? 'The pull request'
          : kind === 'upstream'
            ? 'The other gallery'
            : isRequest
              ? 'The request'
              : 'The run',
    },
    { href: run, text: kind === 'keyless' ? `The build${built}` : 'The run' },
  ];
  return links.flatMap(({ href, text }, at) =>
    href?.startsWith('https://') && (at === 0 || href !== reference) ? [{ href, text }] : [],
  );
}
