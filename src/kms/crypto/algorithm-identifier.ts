/**
 * AlgorithmIdentifier (RFC 5280, section 4.1.1.2): the part of a key's encoding that says what kind of key it is.
 * An RSA key's identifier does not tell its size; the modulus does.
 */
import type { AsymmetricKeySpec, EcdsaKeySpec, RsaKeySpec } from './algorithms.ts';
import { contentOf, type DerElement, objectIdentifierOf, sequenceOf } from './der-read.ts';
import { DER_TAG } from './der-tags.ts';
import { nullValue, objectIdentifier, sequence } from './der-write.ts';
import { EC_PUBLIC_KEY, NAMED_CURVES, RSA_ENCRYPTION, SELF_CONTAINED } from './key-identifiers.ts';

export type KeyKind = 'RSA' | Exclude<AsymmetricKeySpec, RsaKeySpec>;
type SelfContainedKeySpec = keyof typeof SELF_CONTAINED;

const keyOfValue = <Key extends string>(table: { readonly [K in Key]: string }, value: string): Key | undefined =>
  (Object.keys(table) as Key[]).find((key) => table[key] === value);

export const readAlgorithmIdentifier = (element: DerElement | undefined): KeyKind | undefined => {
  const [algorithm, parameters, ...excess] = sequenceOf(element) ?? [];
  const identifier = objectIdentifierOf(algorithm);
  if (identifier === undefined || excess.length > 0) return undefined;
  if (identifier === RSA_ENCRYPTION) return contentOf(parameters, DER_TAG.NULL)?.length === 0 ? 'RSA' : undefined;
  if (identifier === EC_PUBLIC_KEY) {
    const curve = objectIdentifierOf(parameters);
    return curve === undefined ? undefined : keyOfValue(NAMED_CURVES, curve);
  }
  return parameters === undefined ? keyOfValue(SELF_CONTAINED, identifier) : undefined;
};

const isEcdsaKind = (kind: KeyKind): kind is EcdsaKeySpec => Object.hasOwn(NAMED_CURVES, kind);

const isSelfContained = (kind: KeyKind): kind is SelfContainedKeySpec => Object.hasOwn(SELF_CONTAINED, kind);

export const algorithmIdentifier = (kind: KeyKind): Uint8Array => {
  if (isSelfContained(kind)) return sequence(objectIdentifier(SELF_CONTAINED[kind]));
  if (isEcdsaKind(kind)) return sequence(objectIdentifier(EC_PUBLIC_KEY), objectIdentifier(NAMED_CURVES[kind]));
  return sequence(objectIdentifier(RSA_ENCRYPTION), nullValue());
};
