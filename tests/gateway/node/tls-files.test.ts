/** TLS from files: served, renewed while the server runs, and refused when they are wrong. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { createGateway } from '../../../src/gateway/gateway.ts';
import { createDiskAssets } from '../../../src/gateway/node/disk-assets.ts';
import { startServer } from '../../../src/gateway/node/server.ts';
import { readTlsFiles } from '../../../src/gateway/node/tls-files.ts';
import { makeSelfSigned } from '../../support/self-signed.ts';
import { makeTempDir, writeTree } from '../../support/temp-dir.ts';

/** One request over TLS: the certificate, and what was answered. */
function askOverTls(port: number, ca: Buffer): Promise<{ readonly name: string; readonly answer: string }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca });
    let certificate: PeerCertificate | undefined;
    socket.once('secureConnect', () => {
      certificate = socket.getPeerCertificate();
      socket.write('GET /where HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () =>
      resolve({ name: String(certificate?.subject.CN), answer: Buffer.concat(chunks).toString() }),
    );
  });
}

it('serves over TLS, takes renewed files, and keeps the old ones when the new are broken', async () => {
  const folder = await makeTempDir();
  const first = makeSelfSigned(folder, 'first');
  const second = makeSelfSigned(folder, 'second');
  const used = { certFile: join(folder, 'used.crt'), keyFile: join(folder, 'used.key') };
  const use = (files: typeof used) => {
    copyFileSync(files.certFile, used.certFile);
    copyFileSync(files.keyFile, used.keyFile);
  };
  use(first);
  const root = await makeTempDir();
  await writeTree(root, { 'index.html': 'home' });
  const gateway = createGateway({
    assets: createDiskAssets(root),
    base: '/',
    upstream: async (request) => new Response(request.url),
    isReady: () => ({ ready: true }),
    now: Date.now,
    newRequestId: () => 'id',
  });
  const server = await startServer(gateway, { host: '127.0.0.1', port: 0, tls: used });
  onTestFinished(() => server.stop());

  const served = await askOverTls(server.port, readFileSync(first.certFile));
  expect(served.name).toBe('first');
  expect(served.answer).toMatch(/^HTTP\/1\.1 200 OK.*https:\/\/localhost\/where$/s);

  use(second);
  server.reloadTls();
  expect((await askOverTls(server.port, readFileSync(second.certFile))).name).toBe('second');

  writeFileSync(used.certFile, 'nonsense');
  expect(() => server.reloadTls()).toThrow(/TLS cannot be served/);
  expect((await askOverTls(server.port, readFileSync(second.certFile))).name).toBe('second');
});

it('refuses files that are absent, or do not belong together', async () => {
  const folder = await makeTempDir();
  const first = makeSelfSigned(folder, 'first');
  const second = makeSelfSigned(folder, 'second');
  expect(() => readTlsFiles({ ...first, keyFile: second.keyFile })).toThrow(/TLS cannot be served/);
  expect(() => readTlsFiles({ ...first, certFile: join(folder, 'none') })).toThrow(/ENOENT/);
});
