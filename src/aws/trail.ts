import type { Entry } from '../kms/index.ts';
import { type ApiEntry, type CloudTrailRecord, toRecords } from '../kms/index.ts';

/** What the wire knows of a call and the model does not. */
export interface Client {
  readonly userAgent: string;
  readonly accessKeyId: string;
}

/** An entry's records as CloudTrail writes them about a client that came over the wire: with its own name and key. */
export const recordsFrom = (entry: Entry, client?: Client): readonly CloudTrailRecord[] =>
  toRecords(entry).map((record) =>
    client && record.eventType === 'AwsApiCall' && isOwn(record, entry) ? withClient(record, client) : record,
  );

const isOwn = ({ userIdentity }: CloudTrailRecord, entry: Entry): boolean =>
  entry.kind === 'api' && 'type' in userIdentity && (entry as ApiEntry).caller.via === undefined;

const withClient = (record: CloudTrailRecord, { userAgent, accessKeyId }: Client): CloudTrailRecord => ({
  ...record,
  userAgent,
  ...('accessKeyId' in record.userIdentity && { userIdentity: { ...record.userIdentity, accessKeyId } }),
});
