/** One entry of a log group. `message` is the text of the line, or the object that it spells (a CloudTrail record). */
export interface LogEvent {
  /** Epoch milliseconds at which the log group received it. */
  readonly timestamp: number;
  readonly message: unknown;
}
