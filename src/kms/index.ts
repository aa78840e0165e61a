/** The face of the simulator: what the rest of the notebook may use of it. */

export { authorizationRequests } from './authorization-requests.ts';
export { AWS_OWNED_KEY_USES } from './aws-owned-keys.ts';
export { call } from './call.ts';
export { dueEvents } from './clock.ts';
export { type CloudTrailRecord, recordsOf, toRecords } from './cloudtrail.ts';
export { type ApiCall, type Command, isApiCall, isTurnClock } from './command.ts';
export type { ApiEntry, Entry, Stage } from './entry.ts';
export { STAGES } from './entry.ts';
export type { KmsError } from './errors.ts';
export { grantStateOf, isWithdrawn } from './grants.ts';
export type { Happening } from './happening.ts';
export {
  append,
  beginHistory,
  commandsOf,
  entriesOf,
  type History,
  jump,
  type Moment,
  momentAt,
  pathTo,
  redo,
  replay,
  undo,
  worldNow,
} from './history.ts';
export { isoInstant } from './instant-text.ts';
export { deletionInstant, keyMetadata } from './key-metadata.ts';
export { type Cell, type KeyStateTable, keyStateTable } from './key-state-table.ts';
export { PREDEFINED_ALIASES, type PredefinedAlias } from './predefined-aliases.ts';
export { REFUSALS, type Refusal } from './refusals.ts';
export { isRegion, REGIONS, type RegionId } from './regions.ts';
export { lastUsage } from './usage.ts';
export * from './vocabulary.ts';
export * from './world.ts';
