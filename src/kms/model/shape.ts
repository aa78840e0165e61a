/**
 * The shapes of an API model: what a JSON value must look like to be accepted as a member of a request.
 * Limits count Unicode characters of a string, decoded bytes of a blob, elements of a list, and the value of an integer.
 */
export type Shape =
  | StringShape
  | BlobShape
  | IntegerShape
  | BooleanShape
  | TimestampShape
  | ListShape
  | MapShape
  | StructureShape;

export interface StringShape {
  readonly type: 'string';
  readonly min?: number;
  readonly max?: number;
  /** Regular expression that the whole value must match, written as AWS prints it. */
  readonly pattern?: string;
  /** The values that are accepted. */
  readonly enum?: readonly string[];
  /** The enum set in the text of AWS's refusal, where it is not `enum` in its order. */
  readonly printedEnum?: readonly string[];
  /** Never repeated in an error or a log. */
  readonly sensitive?: true;
}

/** Bytes; base64 text on the wire. */
export interface BlobShape {
  readonly type: 'blob';
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: true;
}

export interface IntegerShape {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
}

export interface BooleanShape {
  readonly type: 'boolean';
}

/** Seconds since 1970-01-01T00:00:00Z, with fraction. */
export interface TimestampShape {
  readonly type: 'timestamp';
}

export interface ListShape {
  readonly type: 'list';
  readonly of: Shape;
  readonly min?: number;
  readonly max?: number;
}

/** Text keys to values of one shape. */
export interface MapShape {
  readonly type: 'map';
  readonly of: Shape;
}

export interface StructureShape {
  readonly type: 'structure';
  readonly members: { readonly [name: string]: Shape };
  readonly required: readonly string[];
}

/** The TypeScript type of a value of shape `S` in its wire form. */
export type ValueOf<S> = S extends { type: 'string'; enum: readonly (infer Value)[] }
  ? Value
  : S extends { type: 'string' | 'blob' }
    ? string
    : S extends { type: 'integer' | 'timestamp' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'list'; of: infer Item }
          ? readonly ValueOf<Item>[]
          : S extends { type: 'map'; of: infer Value }
            ? { readonly [key: string]: ValueOf<Value> }
            : S extends { type: 'structure'; members: infer Members; required: readonly (infer Required)[] }
              ? { readonly [Name in keyof Members & Required]: ValueOf<Members[Name]> } & {
                  readonly [Name in Exclude<keyof Members, Required>]?: ValueOf<Members[Name]>;
                }
              : never;
