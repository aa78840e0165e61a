/**
 * Decides whose request it is: parses the Authorization header, checks scope and time, recomputes the signature.
 *
 * Refusals carry AWS's names and texts: those of JSON services (KMS, CloudTrail, CloudWatch Logs), or of Query services (STS).
 * The texts are AWS's as its guide and field reports show them; which of several faults AWS names first is not documented.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html
 */

import { basicTime, readBasicTime } from './basic-time.ts';
import { canonicalRequest } from './canonical-request.ts';
import { ALGORITHM, type CredentialScope, signatureOf, stringToSign } from './signature.ts';
import { headerOf, type SignedRequest } from './signed-request.ts';

export interface Credentials {
  readonly secretAccessKey: string;
  /** Set for temporary credentials: the request must then carry it in X-Amz-Security-Token. */
  readonly sessionToken?: string;
}

export interface VerifySettings {
  /** Milliseconds since 1970: the clock that the signature's time is held against. */
  readonly now: number;
  /** @returns undefined for an access key that the world does not have */
  readonly credentialsOf: (accessKeyId: string) => Credentials | undefined;
  /** The services that answer here; any when left out. */
  readonly services?: readonly string[];
  /** How far the caller's clock may be off. Most AWS services say 5 minutes in their refusals. */
  readonly skewMinutes?: number;
  /** Names and statuses of refusals. `json` when left out. */
  readonly protocol?: 'json' | 'query';
}

export interface SignatureRefusal {
  readonly __type: string;
  readonly message: string;
  /** HTTP status. */
  readonly status: number;
}

export type Verified =
  | { readonly ok: true; readonly accessKeyId: string; readonly region: string; readonly service: string }
  | { readonly ok: false; readonly error: SignatureRefusal };

type Fault = 'missing' | 'incomplete' | 'unknownKey' | 'mismatch';

const REFUSALS: {
  readonly [protocol in 'json' | 'query']: { readonly [fault in Fault]: readonly [name: string, status: number] };
} = {
  json: {
    missing: ['MissingAuthenticationTokenException', 400],
    incomplete: ['IncompleteSignatureException', 400],
    unknownKey: ['UnrecognizedClientException', 400],
    mismatch: ['InvalidSignatureException', 400],
  },
  query: {
    missing: ['MissingAuthenticationToken', 403],
    incomplete: ['IncompleteSignature', 403],
    unknownKey: ['InvalidClientTokenId', 403],
    mismatch: ['SignatureDoesNotMatch', 403],
  },
};

export const verifySignature = (request: SignedRequest, settings: VerifySettings): Verified => {
  const refuse = (fault: Fault, message: string): Verified => {
    const [__type, status] = REFUSALS[settings.protocol ?? 'json'][fault];
    return { ok: false, error: { __type, message, status } };
  };

  const authorization = headerOf(request, 'authorization');
  if (authorization === undefined) return refuse('missing', 'Request is missing Authentication Token');
  const parsed = parseAuthorization(authorization);
  if (/^AWS4-/.test(authorization) && parsed.algorithm !== ALGORITHM)
    return refuse('incomplete', `Unsupported AWS 'algorithm': '${parsed.algorithm}'`);
  const timestamp = headerOf(request, 'x-amz-date') ?? headerOf(request, 'date');
  const lacking = [
    ...(['Credential', 'Signature', 'SignedHeaders'] as const)
      .filter((name) => parsed.parameters[name] === undefined)
      .map((name) => `Authorization header requires '${name}' parameter.`),
    ...(timestamp === undefined
      ? ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]
      : []),
  ];
  const { Credential: credential, Signature: signature, SignedHeaders: signedHeaders } = parsed.parameters;
  if (credential === undefined || signature === undefined || signedHeaders === undefined || timestamp === undefined)
    return refuse('incomplete', `${lacking.join(' ')} Authorization=${authorization}`);

  const signedAt = readBasicTime(timestamp);
  if (signedAt === undefined)
    return refuse(
      'incomplete',
      `Date must be in ISO-8601 'basic format'. Got '${timestamp}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  const parts = credential.split('/');
  const [accessKeyId, date, region, service, terminator] = parts;
  if (parts.length !== 5 || !accessKeyId || !date || !region || !service || !terminator)
    return refuse(
      'incomplete',
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  const scope: CredentialScope = { date, region, service };
  const faults = scopeFaults(scope, terminator, timestamp, settings.services);
  if (faults.length > 0) return refuse('mismatch', faults.join(' '));

  const names = signedHeaders.toLowerCase().split(';');
  if (!names.includes('host'))
    return refuse('mismatch', `'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.`);

  const credentials = settings.credentialsOf(accessKeyId);
  const token = headerOf(request, 'x-amz-security-token');
  if (credentials === undefined || credentials.sessionToken !== token)
    return refuse('unknownKey', 'The security token included in the request is invalid.');

  const late = clockFault(signedAt, settings.now, settings.skewMinutes ?? 5);
  if (late !== undefined) return refuse('mismatch', late);

  const expected = signatureOf(
    stringToSign(canonicalRequest(request, names), timestamp, scope),
    credentials.secretAccessKey,
    scope,
  );
  if (expected !== signature)
    return refuse(
      'mismatch',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  return { ok: true, accessKeyId, region, service };
};

type Parameter = 'Credential' | 'Signature' | 'SignedHeaders';

const parseAuthorization = (header: string) => {
  const [algorithm = '', ...rest] = header.split(' ');
  const parameters: { [name in Parameter]?: string } = {};
  for (const pair of rest.join(' ').split(',')) {
    const found = pair.trim().match(/^(Credential|Signature|SignedHeaders)=(.+)$/);
    if (found) parameters[found[1] as Parameter] = found[2];
  }
  return { algorithm, parameters };
};

const scopeFaults = (
  { date, service }: CredentialScope,
  terminator: string,
  timestamp: string,
  services: readonly string[] | undefined,
): readonly string[] => {
  const faults: string[] = [];
  if (services && !services.includes(service))
    faults.push(`Credential should be scoped to correct service: '${services[0]}'.`);
  if (terminator !== 'aws4_request')
    faults.push(`Credential should be scoped with a valid terminator: 'aws4_request', not '${terminator}'.`);
  const day = timestamp.slice(0, 8);
  if (date !== day)
    faults.push(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${day}', from '${timestamp}'.`,
    );
  return faults;
};

const clockFault = (signedAt: number, now: number, skewMinutes: number): string | undefined => {
  const seconds = Math.floor(now / 1000);
  const skew = skewMinutes * 60;
  if (signedAt < seconds - skew)
    return `Signature expired: ${basicTime(signedAt)} is now earlier than ${basicTime(seconds - skew)} (${basicTime(seconds)} - ${skewMinutes} min.)`;
  if (signedAt > seconds + skew)
    return `Signature not yet current: ${basicTime(signedAt)} is still later than ${basicTime(seconds + skew)} (${basicTime(seconds)} + ${skewMinutes} min.)`;
  return undefined;
};
