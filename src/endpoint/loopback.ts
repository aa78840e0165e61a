/** Who may speak to the endpoint. It listens on loopback alone; browsers on this machine bring strangers in all the same. */
import type { IncomingMessage } from 'node:http';

const LOOPBACK_NAME = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** A name that leads here without asking anybody: no name service can point it elsewhere, or something else here. */
const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && LOOPBACK_NAME.test(host.replace(/:\d+$/, ''));

const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);

/** An origin on this machine, such as the development server of a page under study. */
export const isLoopbackOrigin = (origin: string): boolean => {
  const [, host] = /^https?:\/\/([^/]+)$/i.exec(origin) ?? [];
  return isLoopbackHost(host);
};

/**
 * Whether the control path answers: the peer is on this machine, and no browser of another origin speaks through it. A
 * page that has rebound its name to this address still says that name in Host.
 */
export const mayControl = ({ socket, headers }: IncomingMessage): boolean => {
  if (!isLoopbackAddress(socket.remoteAddress) || !isLoopbackHost(headers.host)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
};
