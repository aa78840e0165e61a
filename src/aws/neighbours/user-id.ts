import { uniqueId } from '../../kms/cloudtrail.ts';
import type { Principal } from '../../kms/index.ts';

/** The unique id of a caller, as CloudTrail's principalId shows it too. */
export const userIdOf = ({ Arn, AccountId, kind }: Principal): string => {
  const name = Arn.split('/').at(-1) ?? '';
  if (kind === 'root') return AccountId;
  return kind === 'role' ? `${uniqueId('AROA', Arn)}:${name}` : uniqueId('AIDA', Arn);
};
