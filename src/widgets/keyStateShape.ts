/** What a key state looks like besides its hue (src/styles/states.css) and its word. */
export type KeyStateShape = 'filled' | 'hollow' | 'half' | 'emptyingRing' | 'waitingRing' | 'broken' | 'cross';

const SHAPES = {
  Enabled: 'filled',
  Disabled: 'hollow',
  PendingImport: 'half',
  Creating: 'half',
  Updating: 'half',
  PendingDeletion: 'emptyingRing',
  PendingReplicaDeletion: 'waitingRing',
  Unavailable: 'broken',
  Deleted: 'cross',
} as const satisfies Record<string, KeyStateShape>;

/** AWS's eight key states, and `Deleted` for a key that is gone. */
export type ShownKeyState = keyof typeof SHAPES;

export const shapeOf = (state: ShownKeyState): KeyStateShape => SHAPES[state];
