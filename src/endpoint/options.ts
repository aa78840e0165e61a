import { parseArgs } from 'node:util';

export interface Options {
  readonly port: number;
  readonly worldFile?: string;
  readonly stateFile?: string;
}

export type ParsedOptions =
  | { readonly kind: 'serve'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly text: string };

const DEFAULT_PORT = 4599;

export const parseOptions = (words: readonly string[]): ParsedOptions => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        world: { type: 'string' },
        state: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { kind: 'help' };
    const port = Number(values.port ?? DEFAULT_PORT);
    if (!/^\d+$/.test(values.port ?? '0') || port > 65_535)
      return { kind: 'problem', text: `--port ${values.port}: 0–65535` };
    return {
      kind: 'serve',
      options: {
        port,
        ...(values.world !== undefined && { worldFile: values.world }),
        ...(values.state !== undefined && { stateFile: values.state }),
      },
    };
  } catch (error) {
    return { kind: 'problem', text: error instanceof Error ? error.message : String(error) };
  }
};
