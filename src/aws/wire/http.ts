/** What goes back to a client. Headers that every answer of an HTTP server carries are the server's own business. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a request meets that the world does not know: real time, and an id for answers that never reach the world. */
export interface Arrival {
  /** Milliseconds since 1970 by the real clock: signatures are held against it. */
  readonly now: number;
  readonly requestId: string;
}
