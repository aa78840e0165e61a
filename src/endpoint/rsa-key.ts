import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);

/** A fresh RSA key as a command brings one along, made beside the event loop. @returns PKCS #8, DER, base64 */
export const freshRsaKey = async (spec: 'RSA_2048' | 'RSA_3072' | 'RSA_4096'): Promise<string> => {
  const { privateKey } = await generate('rsa', { modulusLength: Number(spec.slice('RSA_'.length)) });
  return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
};
