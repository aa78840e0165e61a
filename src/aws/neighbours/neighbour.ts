import type { CloudTrailRecord, Principal, World } from '../../kms/index.ts';

/** What a service beside KMS looks at when it answers. None of them changes the world. */
export interface Scene {
  readonly world: World;
  readonly caller: Principal;
  readonly Region: string;
  readonly trail: Trail;
}

/** CloudTrail's records, newest first, each with its place in the log. Places only ever grow. */
export type Trail = Iterable<readonly [place: number, record: CloudTrailRecord]>;

export interface ServiceError {
  readonly __type: string;
  readonly message?: string;
}

export type Answered = { readonly output: Readonly<Record<string, unknown>> } | { readonly error: ServiceError };

/** An operation of a neighbour; its input has passed the API model. */
export type Neighbour = (input: Readonly<Record<string, unknown>>, scene: Scene) => Answered;

export const refusal = (__type: string, message: string): Answered => ({ error: { __type, message } });
