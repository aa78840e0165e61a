import { toBase64 } from '../kms/crypto/bytes.ts';

/** A fresh RSA key of a spec such as `RSA_2048`, from the browser's own generator: PKCS #8, DER, base64. */
export const freshRsaKey = async (spec: string): Promise<string> => {
  const { privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSA-OAEP',
      modulusLength: Number(spec.replace('RSA_', '')),
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['encrypt', 'decrypt'],
  );
  return toBase64(new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)));
};

/** Makes as many keys of each spec as will be asked for, and hands them out without waiting. */
export const bringRsaKeys = async (specs: readonly string[]): Promise<(spec: string) => string> => {
  const keys = await Promise.all(specs.map(async (spec) => ({ spec, key: await freshRsaKey(spec) })));
  return (spec) => {
    const at = keys.findIndex((made) => made.spec === spec);
    const [made] = keys.splice(at, 1);
    if (!made) throw new Error(`no more keys of "${spec}" were brought along`);
    return made.key;
  };
};
