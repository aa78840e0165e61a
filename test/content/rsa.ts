import { generateKeyPairSync } from 'node:crypto';

/** A fresh RSA key of a spec such as `RSA_2048`, as a command brings one along: PKCS #8, DER, base64. */
export const freshRsaKey = (spec: string): string =>
  generateKeyPairSync('rsa', { modulusLength: Number(spec.replace('RSA_', '')) })
    .privateKey.export({ type: 'pkcs8', format: 'der' })
    .toString('base64');
