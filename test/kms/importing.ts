import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import type { Given } from './given.ts';
import { rsaKey } from './rsaKeys.ts';

interface Options {
  readonly WrappingAlgorithm?: string;
  readonly region?: string;
}

interface Parameters {
  readonly ImportToken: string;
  readonly PublicKey: string;
}

/** Asks for a wrapping key and a token. */
export const parametersFor = (
  g: Given,
  KeyId: string,
  { WrappingAlgorithm = 'RSAES_OAEP_SHA_256', region }: Options = {},
) =>
  g.ask(
    'GetParametersForImport',
    { KeyId, WrappingAlgorithm, WrappingKeySpec: 'RSA_2048' },
    { rsaPrivateKey: rsaKey().rsaPrivateKey, ...(region && { region }) },
  ) as unknown as Parameters;

/** Wraps material with OpenSSL, as an importer outside would. */
export const wrap = (material: Uint8Array, { PublicKey }: Parameters, WrappingAlgorithm = 'RSAES_OAEP_SHA_256') => {
  const key = createPublicKey({ key: Buffer.from(PublicKey, 'base64'), format: 'der', type: 'spki' });
  const oaepHash = WrappingAlgorithm.endsWith('SHA_1') ? 'sha1' : 'sha256';
  const oaep = (bytes: Uint8Array) =>
    publicEncrypt({ key, oaepHash, padding: constants.RSA_PKCS1_OAEP_PADDING }, bytes);
  if (WrappingAlgorithm.startsWith('RSAES')) return oaep(material).toString('base64');
  const aesKey = randomBytes(32);
  const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, Buffer.from('a65959a6', 'hex'));
  return Buffer.concat([oaep(aesKey), cipher.update(material), cipher.final()]).toString('base64');
};

/** The request that imports this material. */
export const importing = (g: Given, KeyId: string, material: Uint8Array, options: Options = {}) => {
  const parameters = parametersFor(g, KeyId, options);
  const { ImportToken } = parameters;
  return {
    KeyId,
    ImportToken,
    EncryptedKeyMaterial: wrap(material, parameters, options.WrappingAlgorithm),
    ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
  };
};

/** A key of Origin EXTERNAL that already holds this material. */
export const importedKey = (g: Given, material: Uint8Array, input: Readonly<Record<string, unknown>> = {}) => {
  const KeyId = g.key({ Origin: 'EXTERNAL', ...input });
  g.ask('ImportKeyMaterial', importing(g, KeyId, material));
  return KeyId;
};
