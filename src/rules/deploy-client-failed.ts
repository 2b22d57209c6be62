/** DEPLOY_CLIENT_FAILED: a real client cannot install from the build. */
import { defineRule } from '../domain/rule.ts';

export const deployClientFailed = defineRule<{
  client: string;
  id: string;
  version: string;
  problem: string;
}>({
  code: 'DEPLOY_CLIENT_FAILED',
  severity: 'error',
  title: 'A real client cannot install from the build',
  why: 'What fails here on this machine fails for every user when it is deployed.',
  message: ({ client, id, version, problem }) =>
    `${client} could not restore ${id} ${version} from the build: ${problem.trim().replace(/\.$/, '')}.`,
  remedy: ({ id, version }) =>
    `Serve the build with \`pwshelf serve --log\`, ask for ${id} ${version} by hand, and look which address fails.`,
  example: {
    client: 'dotnet',
    id: 'Contoso.Tools',
    version: '1.2.0',
    problem: 'error NU1301: Unable to load the service index',
  },
});
