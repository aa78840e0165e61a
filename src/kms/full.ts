/** The simulator with all its parts: import this instead of index.ts, or beside it, at any time. */
import { provideAsymmetric } from './crypto/asymmetric.ts';
import { decryptAsymmetric, encryptAsymmetric, maximumPlaintextBytes } from './crypto/asymmetric-encryption.ts';
import { decapsulate, encapsulate } from './crypto/encapsulation.ts';
import { mayWrap, unwrapKeyMaterial, wrapKeyMaterial } from './crypto/import-wrapping.ts';
import { deriveSharedSecret } from './crypto/key-agreement.ts';
import { readKeyMaterial } from './crypto/key-material.ts';
import { generateKeyPair, keyPairFromPkcs8 } from './crypto/key-pair.ts';
import { generateRsaKeyPair } from './crypto/rsa-key-generation.ts';
import { sign, verify } from './crypto/signing.ts';

provideAsymmetric({
  decapsulate,
  decryptAsymmetric,
  deriveSharedSecret,
  encapsulate,
  encryptAsymmetric,
  generateKeyPair,
  generateRsaKeyPair,
  keyPairFromPkcs8,
  maximumPlaintextBytes,
  mayWrap,
  readKeyMaterial,
  sign,
  unwrapKeyMaterial,
  verify,
  wrapKeyMaterial,
});

export * from './whole.ts';
