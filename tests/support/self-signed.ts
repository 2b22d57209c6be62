/** A certificate for localhost that nobody signed but itself, from the openssl of this machine. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TlsFiles } from '../../src/gateway/node/tls-files.ts';

/** Writes `<name>.crt` and `<name>.key` into the folder. */
export function makeSelfSigned(folder: string, name: string): TlsFiles {
  const [certFile, keyFile] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync(
    'openssl',
    ['req', '-x509', ...key, '-keyout', keyFile, '-out', certFile, '-days', '2', ...subject],
    {
      stdio: 'pipe',
    },
  );
  return { certFile, keyFile };
}
