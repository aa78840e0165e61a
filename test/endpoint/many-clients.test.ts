import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  ListAliasesCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { clientOf, spawnEndpoint } from './endpoint.ts';

const CLIENTS = 64;
/** The long run: ENDPOINT_SECONDS=60 npm run test:endpoint -- many-clients */
const SECONDS = Number(process.env.ENDPOINT_SECONDS ?? 4);

test(`${CLIENTS} clients at once for ${SECONDS} s: nothing is lost, nothing is reordered`, {
  timeout: (SECONDS + 60) * 1000,
}, async () => {
  const endpoint = await spawnEndpoint();
  const until = Date.now() + SECONDS * 1000;
  const counts = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, nth) => {
      const client = clientOf(endpoint);
      const { KeyMetadata } = await client.send(new CreateKeyCommand({ Description: `0 of ${nth}` }));
      const KeyId = KeyMetadata?.KeyId;
      await client.send(new CreateAliasCommand({ AliasName: `alias/client-${nth}`, TargetKeyId: KeyId }));
      let count = 0;
      while (Date.now() < until || count === 0) {
        count += 1;
        const Description = `${count} of ${nth}`;
        await client.send(new UpdateKeyDescriptionCommand({ KeyId, Description }));
        expect((await client.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.Description).toBe(Description);
        const Plaintext = new TextEncoder().encode(Description);
        const { CiphertextBlob } = await client.send(new EncryptCommand({ KeyId, Plaintext }));
        const decrypted = await client.send(new DecryptCommand({ CiphertextBlob }));
        expect(new TextDecoder().decode(decrypted.Plaintext)).toBe(Description);
        expect(decrypted.KeyId).toBe(KeyMetadata?.Arn);
      }
      client.destroy();
      return count;
    }),
  );
  const { Aliases = [] } = await clientOf(endpoint).send(new ListAliasesCommand({ Limit: 1000 }));
  expect(Aliases.filter(({ AliasName }) => AliasName?.startsWith('alias/client-'))).toHaveLength(CLIENTS);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(endpoint.printed()).not.toMatch(/Error/);
  await endpoint.stop();
});
