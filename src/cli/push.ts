/** `pwshelf push`: sends a package, or a word about one, to a gallery on GitHub, and waits for what comes of it. */
import { hasErrors } from '../domain/finding.ts';
import { openGitHub } from '../io/github.ts';
import { type PushArguments, readPushArguments } from './push-arguments.ts';
import { galleryThere, toSend } from './push-package.ts';
import { placeOf, placeText, settlePlace } from './push-place.ts';
import { tellPush } from './push-report.ts';
import { pushTokens, requireToken, signingKeyOf } from './push-secrets.ts';
import { follow, makeRequest, send } from './push-send.ts';
import { tellFindings, tellResult } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { DRY_RUN_OPTION, type ExitCode, JSON_OPTION, type Verb, type VerbArguments } from './verb.ts';

export const pushVerb = makePushVerb();

/** @param secondMs  how long a second of waiting takes; less in tests */
export function makePushVerb(secondMs?: number): Verb {
  return {
    name: 'push',
    summary: 'send a package to a gallery on GitHub, from a build pipeline',
    operands: 'FILE | ID VERSION',
    operandCount: { min: 1, max: 2 },
    about: [
      'Takes a .nupkg, or a module folder or script, which is packed first, and checks it as the gallery does. Then it\n' +
        'signs a request with the key in PWSHELF_KEY, sends it, and waits until the version is live or refused. The key\n' +
        'is never sent. The token for the repository of the gallery comes from PWSHELF_GALLERY_TOKEN, GITHUB_TOKEN or\n' +
        'GH_TOKEN, the one for a release of your own from GITHUB_TOKEN or GH_TOKEN.',
      'A small package is sent in the request. A larger one is fetched by the gallery: from --url, or from a release\n' +
        'that it is put on, in GitHub Actions that of the tag which is built.',
      'Ends with 0 when it is live, 1 when it was refused, 2 when that is not known.',
    ],
    options: {
      gallery: { value: 'OWNER/NAME', help: 'the repository of the gallery on GitHub' },
      'key-id': { value: 'ID', help: 'the name of the key, as it is in keys.yaml of the gallery' },
      keyless: {
        help: 'in place of a key: a Sigstore bundle over the .nupkg, with the identity of a workflow',
      },
      bundle: { value: 'FILE', help: 'that proof, as actions/attest-build-provenance makes it' },
      url: { value: 'URL', help: 'an https address where this very package lies already' },
      'release-repository': {
        value: 'OWNER/NAME',
        help: 'whose release takes the package (default: GITHUB_REPOSITORY)',
      },
      tag: { value: 'TAG', help: 'of that release; it is made when there is none' },
      unlist: { help: 'take a version out of lists and searches' },
      relist: { help: 'take it back' },
      timeout: { value: 'SECONDS', help: 'how long to wait for the answer (default: 900)' },
      'no-wait': { help: 'end as soon as the request is sent' },
      'no-wait-live': { help: 'end as soon as it is published, before it is on the site' },
      'dry-run': DRY_RUN_OPTION,
      json: JSON_OPTION,
    },
    examples: [
      [
        'pwshelf push Contoso.Tools.1.2.0.nupkg --gallery contoso/gallery --key-id ci',
        'with the secret in PWSHELF_KEY',
      ],
      ['pwshelf push ./Contoso.Tools --gallery contoso/gallery --key-id ci --tag v1.2.0', 'a large one'],
      ['pwshelf push --unlist Contoso.Tools 1.1.0 --gallery contoso/gallery --key-id ci', 'take one back'],
    ],
    run: (args, terminal) => push(args, readPushArguments(args), terminal, secondMs),
  };
}

async function push(
  args: VerbArguments,
  asked: PushArguments,
  terminal: Terminal,
  secondMs: number | undefined,
): Promise<ExitCode> {
  const { env } = process;
  const { gallery, action, isDryRun } = asked;
  const tokens = pushTokens(env);
  const open = (repository: string, token: string | undefined) => {
    const apiUrl = env['GITHUB_API_URL'];
    return openGitHub({ repository, token, apiUrl, ...(secondMs !== undefined && { secondMs }) });
  };
  const github = open(gallery, tokens.gallery);
  // What is missing is told before anything is packed or sent.
  if (!isDryRun) requireToken(tokens.gallery, gallery);
  const key = asked.bundle === undefined && !isDryRun ? signingKeyOf(env) : undefined;

  const { policy, siteUrl } = await galleryThere(github, gallery);
  const { value: sent, findings } = await toSend(asked, policy);
  if (!sent || hasErrors(findings)) {
    const lines = ['Nothing was sent: the gallery would refuse it.'];
    return tellResult(args, terminal, findings, { state: 'not-sent', gallery }, lines);
  }
  const { id, version, sha512 } = sent;
  const place = sent.entered && placeOf(sent.entered, args, env, asked.bundle?.length);
  if (isDryRun) {
    const where = place ? `, ${placeText(place)}` : '';
    const json = { state: 'would-send', gallery, action, id, version, sha512, place: place?.kind };
    return tellResult(args, terminal, findings, json, [
      `would ${action} ${id} ${version} in ${gallery}${where}`,
    ]);
  }
  if (!args.isSet('json')) tellFindings(terminal, findings);
  const file =
    place && sent.entered && (await settlePlace(place, sent.entered, (one) => open(one, tokens.own)));
  const request = makeRequest(asked, { id, version, sha512, ...file }, key);
  await send(github, request, terminal);
  terminal.say(`asked ${gallery} to ${action} ${id} ${version}; the request is ${request.request}`);
  const answer = await follow(github, request.request, asked, terminal, secondMs);
  return tellPush(args, terminal, { asked, request, siteUrl, answer, findings });
}
