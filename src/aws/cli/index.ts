export { type Completion, complete, type Suggestion, type Surroundings } from './complete.ts';
export {
  type Command,
  type Globals,
  OUTPUT_FORMATS,
  type OutputFormat,
  type ParsedCommandLine,
  parseCommandLine,
} from './parse-command-line.ts';
export { type Printed, runCommand, runCommandLine, type ServiceRequest, type Shell } from './run-command-line.ts';
export { SERVICES } from './services.ts';
export { type CommandSettings, toCommandLine } from './to-command-line.ts';
export type { ReadFile } from './unpack-value.ts';
export type { ServiceError } from './walk-pages.ts';
