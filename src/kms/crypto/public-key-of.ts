import { ed25519 } from '@noble/curves/ed25519.js';
import { ECC_CURVES } from './ecc-curves.ts';
import type { PrivateKey, PublicKey } from './keys.ts';
import { ML_DSA_SETS, ML_KEM_SETS } from './ml-parameter-sets.ts';

/** The public half that belongs to a private one. */
export const publicKeyOf = (key: PrivateKey): PublicKey => {
  switch (key.kind) {
    case 'RSA':
      return { kind: 'RSA', KeySpec: key.KeySpec, n: key.n, e: key.e };
    case 'EC':
      return { kind: 'EC', KeySpec: key.KeySpec, point: ECC_CURVES[key.KeySpec].getPublicKey(key.scalar, false) };
    case 'Ed25519':
      return { kind: 'Ed25519', KeySpec: key.KeySpec, bytes: ed25519.getPublicKey(key.seed) };
    case 'ML-DSA':
      return { kind: 'ML-DSA', KeySpec: key.KeySpec, bytes: ML_DSA_SETS[key.KeySpec].keygen(key.seed).publicKey };
    case 'ML-KEM':
      return { kind: 'ML-KEM', KeySpec: key.KeySpec, bytes: ML_KEM_SETS[key.KeySpec].keygen(key.seed).publicKey };
  }
};
