/**
 * Answers in AWS JSON 1.1: dates as epoch seconds, blobs as base64, and no body for an answer without members.
 * Source: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
import type { ServiceError } from '../neighbours/neighbour.ts';
import type { HttpResponse } from './http.ts';

const CONTENT_TYPE = 'application/x-amz-json-1.1';

export const jsonOutput = (output: object, requestId: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': CONTENT_TYPE, 'x-amzn-requestid': requestId },
  body: Object.keys(output).length === 0 ? '' : JSON.stringify(output),
});

export const jsonError = ({ __type, message }: ServiceError, status: number, requestId: string): HttpResponse => ({
  status,
  headers: { 'content-type': CONTENT_TYPE, 'x-amzn-requestid': requestId, 'x-amzn-errortype': __type },
  // Some exceptions of KMS have no text at all.
  body: JSON.stringify(message === undefined ? { __type } : { __type, message }),
});
