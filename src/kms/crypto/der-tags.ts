/** Identifier octets of the ASN.1 types that keys are made of (ITU-T X.690). */
export const DER_TAG = {
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  NULL: 0x05,
  OBJECT_IDENTIFIER: 0x06,
  SEQUENCE: 0x30,
} as const;

/** A context-specific tag in front of a primitive value, as IMPLICIT tagging of an OCTET STRING or BIT STRING gives. */
export const contextPrimitive = (tagNumber: number): number => 0x80 | tagNumber;

/** A context-specific tag around other elements, as EXPLICIT tagging gives. */
export const contextConstructed = (tagNumber: number): number => 0xa0 | tagNumber;
