export { answer, answerRequest, commandOf, type Surroundings, type WireAnswer } from './answer.ts';
export type { Arrival, HttpResponse } from './http.ts';
export { jsonError } from './json.ts';
export { type Received, type Reception, receive } from './receive.ts';
