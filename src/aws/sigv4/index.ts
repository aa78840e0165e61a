export { canonicalRequest } from './canonical-request.ts';
export { ALGORITHM, type CredentialScope, signatureOf, stringToSign } from './signature.ts';
export type { SignedRequest } from './signed-request.ts';
export {
  type Credentials,
  type SignatureRefusal,
  type Verified,
  type VerifySettings,
  verifySignature,
} from './verify-signature.ts';
