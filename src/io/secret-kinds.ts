/** What detectors of secrets find, in words: secretlint's own messages repeat the secret. */

/** Finds what this program gives out itself. */
export const OWN_DETECTOR = 'pwshelf';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['1password', 'a token of a 1Password service account'],
  ['anthropic', 'an Anthropic API key'],
  ['aws', 'an AWS access key'],
  ['basicauth', 'a user name and password in an address'],
  ['cloudflare', 'a Cloudflare API token'],
  ['database-connection-string', 'the password of a database in its address'],
  ['databricks', 'a Databricks access token'],
  ['docker', 'a Docker access token'],
  ['figma', 'a Figma access token'],
  ['gcp', 'the private key of a Google Cloud service account'],
  ['github', 'a GitHub token'],
  ['gitlab', 'a GitLab access token'],
  ['grafana', 'a Grafana token'],
  ['groq', 'a Groq API key'],
  ['hashicorp-vault', 'a HashiCorp Vault token'],
  ['huggingface', 'a Hugging Face access token'],
  ['linear', 'a Linear API key'],
  ['notion', 'a Notion token'],
  ['npm', 'an npm access token'],
  ['openai', 'an OpenAI API key'],
  [OWN_DETECTOR, 'a key of a gallery'],
  ['privatekey', 'a private key'],
  ['sendgrid', 'a SendGrid API key'],
  ['shopify', 'a Shopify access token'],
  ['slack', 'a Slack token or webhook'],
  ['stripe', 'a Stripe key'],
  ['tailscale', 'a Tailscale key'],
  ['vercel', 'a Vercel token'],
]);

/** @param detector  such as `secretlint-rule-github`, or our own */
export function secretKind(detector: string): string {
  return KINDS.get(detector.replace(/^secretlint-rule-/, '')) ?? 'a key or a token';
}
