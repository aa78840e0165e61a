/**
 * What travels between a client and S3, byte by byte. TLS is modelled by what matters to a listener: the records are
 * AES-256-GCM under a key of this connection that both ends know and nobody else.
 */
import { concat, toBase64, utf8 } from '../kms/crypto/bytes.ts';
import type { ServerSideEncryption } from './bucket.ts';
import { seal } from './sealed.ts';

export interface Connection {
  /** TLS. */
  readonly secure: boolean;
}

const encryptionHeaders = (encryption: ServerSideEncryption | undefined): readonly string[] => {
  switch (encryption?.kind) {
    case 'SSE-S3':
      return ['x-amz-server-side-encryption: AES256'];
    case 'SSE-KMS':
      return [
        'x-amz-server-side-encryption: aws:kms',
        ...(encryption.KMSMasterKeyID === undefined
          ? []
          : [`x-amz-server-side-encryption-aws-kms-key-id: ${encryption.KMSMasterKeyID}`]),
        ...(encryption.BucketKeyEnabled ? ['x-amz-server-side-encryption-bucket-key-enabled: true'] : []),
      ];
    case 'SSE-C':
      return [
        'x-amz-server-side-encryption-customer-algorithm: AES256',
        `x-amz-server-side-encryption-customer-key: ${toBase64(encryption.customerKey)}`,
      ];
    default:
      return [];
  }
};

export interface HttpMessage {
  readonly firstLine: string;
  readonly host: string;
  readonly encryption?: ServerSideEncryption | undefined;
  readonly body?: Uint8Array;
}

/** @returns the bytes that a listener on the way gets */
export const onTheWire = (
  { firstLine, host, encryption, body = new Uint8Array() }: HttpMessage,
  { secure }: Connection,
  random: (length: number) => Uint8Array,
): Uint8Array => {
  const head = [firstLine, `Host: ${host}`, ...encryptionHeaders(encryption), `Content-Length: ${body.length}`];
  const clear = concat(utf8(`${head.join('\r\n')}\r\n\r\n`), body);
  return secure ? seal(random(32), clear, random) : clear;
};
