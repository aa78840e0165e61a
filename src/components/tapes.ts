/** The tapes of content/, by id. Build time only. */
import type { Tape } from '../present/tape.ts';

const modules = import.meta.glob<{ readonly default: Tape }>('../../content/tapes/*.ts', { eager: true });

export const tapes: readonly Tape[] = Object.values(modules).map((module) => module.default);
