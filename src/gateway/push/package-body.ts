/** The package in the body of a push: the one file of a form, as the clients of NuGet send it, or the body itself. */
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { findingOf } from '../../domain/rule.ts';
import { packageTooLarge } from '../../rules/package-too-large.ts';
import { requestBody } from '../../rules/request-body.ts';
import { readBodyBytes } from './body-bytes.ts';
import { parseParameterHeader } from './header-parameters.ts';
import { multipartBoundary, parseMultipartPackage } from './multipart-package.ts';

export interface BodyProblem {
  readonly status: 400 | 408 | 413;
  readonly finding: Finding;
}

export interface BodyTerms {
  /** Of the package, without what a form puts around it. */
  readonly maxPackageBytes: number;
  /** Called before so many bytes are read, or fewer; what it gives ends the reading of a client that is too slow. */
  readonly deadline: (bytes: number) => AbortSignal;
  /** How much of a body that is too large is read still, and forgotten. */
  readonly lingerBytes: number;
}

/** What a form puts around a package takes less. */
const ENVELOPE_BYTES = 16 * 1024;
const PLACE = { file: 'request' };

/** Reads nothing of a body whose head says already that it cannot be taken. */
export async function readPackageBody(
  request: Request,
  { maxPackageBytes, deadline, lingerBytes }: BodyTerms,
): Promise<Result<Uint8Array, BodyProblem>> {
  const kind = kindOf(request.headers.get('content-type') ?? '');
  if (!kind.ok) return malformed(kind.problem);
  if ((request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase() !== 'identity') {
    return malformed('it is compressed, and a push is taken as it is');
  }
  const declared = request.headers.get('content-length');
  if (declared !== null && !/^\d{1,15}$/.test(declared)) return malformed('its Content-Length is no number');
  const declaredBytes = declared === null ? undefined : Number(declared);
  const limitBytes = maxPackageBytes + (kind.value.boundary === undefined ? 0 : ENVELOPE_BYTES);
  if (declaredBytes !== undefined && declaredBytes > limitBytes) {
    const sizeBytes = declaredBytes - (limitBytes - maxPackageBytes);
    return tooLarge({ sizeBytes, limit: maxPackageBytes, isCut: true });
  }
  if (request.body === null) return malformed('it is empty');

  const signal = deadline(declaredBytes ?? limitBytes);
  const read = await readBodyBytes(request.body, { limitBytes, declaredBytes, signal, lingerBytes });
  if (!read.ok) {
    switch (read.problem) {
      case 'too-large':
        return tooLarge({ sizeBytes: maxPackageBytes + 1, limit: maxPackageBytes, isCut: true });
      case 'too-slow':
        return fail({ status: 408, finding: bodyFinding('it came too slowly') });
      case 'cut-off':
        return malformed('it was cut off');
      default:
        return read.problem satisfies never;
    }
  }
  if (declaredBytes !== undefined && read.value.length !== declaredBytes) {
    return malformed(`it has ${read.value.length} bytes, and its Content-Length says ${declaredBytes}`);
  }
  const found =
    kind.value.boundary === undefined
      ? ok(read.value)
      : parseMultipartPackage(read.value, kind.value.boundary);
  if (!found.ok) return malformed(found.problem);
  if (found.value.length === 0) return malformed('the package in it is empty');
  if (found.value.length > maxPackageBytes) {
    return tooLarge({ sizeBytes: found.value.length, limit: maxPackageBytes });
  }
  return ok(found.value);
}

/** A form with its boundary, or the package itself. */
function kindOf(contentType: string): Result<{ readonly boundary: string | undefined }, string> {
  const type = parseParameterHeader(contentType)?.value;
  if (type === 'application/octet-stream') return ok({ boundary: undefined });
  const boundary = multipartBoundary(contentType);
  if (boundary !== undefined) return ok({ boundary });
  if (/^\s*multipart\/form-data\b/i.test(contentType)) {
    return fail('its Content-Type, multipart/form-data, names no boundary that can be one');
  }
  return fail('its Content-Type is neither multipart/form-data nor application/octet-stream');
}

function malformed(problem: string): Result<never, BodyProblem> {
  return fail({ status: 400, finding: bodyFinding(problem) });
}

function bodyFinding(problem: string): Finding {
  return findingOf(requestBody, PLACE, { problem });
}

function tooLarge(args: {
  readonly sizeBytes: number;
  readonly limit: number;
  readonly isCut?: boolean;
}): Result<never, BodyProblem> {
  return fail({ status: 413, finding: findingOf(packageTooLarge, PLACE, args) });
}
