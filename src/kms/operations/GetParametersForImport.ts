import type { RsaKeySpec } from '../crypto/algorithms.ts';
import { toBase64 } from '../crypto/bytes.ts';
import { IMPORT_PARAMETERS_VALIDITY } from '../durations.ts';
import { wrappingProblem } from '../import-checks.ts';
import { writeImportToken } from '../import-token.ts';
import { newKeyPair } from '../key-birth.ts';
import { epochSeconds, keyOperation } from './define.ts';

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html */
export const GetParametersForImport = keyOperation({
  name: 'GetParametersForImport',
  on: 'key',
  perform: ({ input: { WrappingAlgorithm, WrappingKeySpec }, key, world, now, random, command }) => {
    const problem = wrappingProblem(key, WrappingAlgorithm, WrappingKeySpec);
    if (problem) return problem;
    const pair = newKeyPair(WrappingKeySpec as RsaKeySpec, random, command.rsaPrivateKey);
    const ParametersValidTo = now + IMPORT_PARAMETERS_VALIDITY;
    const wrappingKey = toBase64(pair.privateKeyPkcs8);
    const parameters = { KeyArn: key.Arn, WrappingAlgorithm, wrappingKey, ParametersValidTo };
    return {
      KeyId: key.Arn,
      ImportToken: writeImportToken(world.seed, parameters, random),
      PublicKey: toBase64(pair.publicKeySpki),
      ParametersValidTo: epochSeconds(ParametersValidTo),
    };
  },
});
