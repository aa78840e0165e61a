import { setup } from 'xstate';
import { SIMULATED_CLOUDHSM_CONNECTING, SIMULATED_DISCONNECTING, SIMULATED_XKS_CONNECTING } from '../durations.ts';
import type { KeyStoreContext } from '../world.ts';

/**
 * The connection between a custom key store and what stands behind it. A state that says nothing of an operation refuses
 * it: AWS has one exception for all of these, CustomKeyStoreInvalidStateException.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/connect-keystore.html
 *          https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html
 */
export type KeyStoreEvent =
  | {
      readonly type:
        | 'BackendAnswered'
        | 'BackendFailed'
        | 'ConnectCustomKeyStore'
        | 'CreateKey'
        | 'DeleteCustomKeyStore'
        | 'DisconnectCustomKeyStore'
        | 'GenerateRandom';
    }
  | {
      readonly type: 'UpdateCustomKeyStore';
      /** Nothing is changed but what may be changed while the store is connected. */
      readonly isGentle: boolean;
    };

/** What the chart asks of the world. */
export type KeyStoreEffect = 'sayConnected' | 'sayDisconnected' | 'tryBackend';

export type ConnectionState = 'CONNECTED' | 'CONNECTING' | 'FAILED' | 'DISCONNECTED' | 'DISCONNECTING';

const permit = { actions: { type: 'permit' } } as const;
const disconnects = { target: 'DISCONNECTING', actions: [{ type: 'permit' }, { type: 'sayDisconnected' }] } as const;

export const customKeyStore = setup({
  types: {
    context: {} as KeyStoreContext,
    events: {} as KeyStoreEvent,
    input: {} as KeyStoreContext | undefined,
  },
  actions: {
    permit: () => {},
    // Effects are carried out by the world: see key-store-reactions.ts.
    sayConnected: () => {},
    sayDisconnected: () => {},
    tryBackend: () => {},
  },
  guards: {
    isGentle: ({ event }) => event.type === 'UpdateCustomKeyStore' && event.isGentle,
  },
  delays: {
    connecting: ({ context }) =>
      context.CustomKeyStoreType === 'AWS_CLOUDHSM' ? SIMULATED_CLOUDHSM_CONNECTING : SIMULATED_XKS_CONNECTING,
    disconnecting: SIMULATED_DISCONNECTING,
  },
}).createMachine({
  id: 'keyStore',
  context: ({ input }) => ({ CustomKeyStoreType: input?.CustomKeyStoreType ?? 'AWS_CLOUDHSM' }),
  initial: 'DISCONNECTED',
  states: {
    DISCONNECTED: {
      on: {
        ConnectCustomKeyStore: { target: 'CONNECTING', actions: { type: 'permit' } },
        DeleteCustomKeyStore: permit,
        UpdateCustomKeyStore: permit,
      },
    },
    CONNECTING: {
      on: {
        ConnectCustomKeyStore: permit,
        DisconnectCustomKeyStore: disconnects,
        BackendAnswered: { target: 'CONNECTED', actions: { type: 'sayConnected' } },
        BackendFailed: 'FAILED',
      },
      after: { connecting: { actions: { type: 'tryBackend' } } },
    },
    CONNECTED: {
      on: {
        ConnectCustomKeyStore: permit,
        CreateKey: permit,
        DisconnectCustomKeyStore: disconnects,
        GenerateRandom: permit,
        UpdateCustomKeyStore: { guard: 'isGentle', actions: { type: 'permit' } },
      },
    },
    // Out of here leads only DisconnectCustomKeyStore; then the cause can be mended, and the store connected again.
    FAILED: { on: { DisconnectCustomKeyStore: disconnects } },
    DISCONNECTING: { after: { disconnecting: 'DISCONNECTED' } },
  },
});
