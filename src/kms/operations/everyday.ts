import { CancelKeyDeletion } from './CancelKeyDeletion.ts';
import { CreateAlias } from './CreateAlias.ts';
import { CreateKey } from './CreateKey.ts';
import { Decrypt } from './Decrypt.ts';
import { DescribeKey } from './DescribeKey.ts';
import { DisableKey } from './DisableKey.ts';
import { DisableKeyRotation } from './DisableKeyRotation.ts';
import type { Operation } from './define.ts';
import { EnableKey } from './EnableKey.ts';
import { EnableKeyRotation } from './EnableKeyRotation.ts';
import { Encrypt } from './Encrypt.ts';
import type { EVERYDAY_NAMES } from './everyday-names.ts';
import { GenerateDataKey } from './GenerateDataKey.ts';
import { RotateKeyOnDemand } from './RotateKeyOnDemand.ts';
import { ScheduleKeyDeletion } from './ScheduleKeyDeletion.ts';

export const EVERYDAY: { readonly [Name in (typeof EVERYDAY_NAMES)[number]]: Operation } = {
  CancelKeyDeletion,
  CreateAlias,
  CreateKey,
  Decrypt,
  DescribeKey,
  DisableKey,
  DisableKeyRotation,
  EnableKey,
  EnableKeyRotation,
  Encrypt,
  GenerateDataKey,
  RotateKeyOnDemand,
  ScheduleKeyDeletion,
};
