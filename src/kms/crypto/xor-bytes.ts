/** Byte by byte a ⊕ b; both of one length. */
export const xorBytes = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, index) => byte ^ (b[index] ?? 0));
