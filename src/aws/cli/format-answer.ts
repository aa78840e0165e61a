/** An answer as text in the chosen format. */
import type { Answer } from './arrange-answer.ts';
import { formatJson, isEmpty } from './format/json.ts';
import { formatTable } from './format/table.ts';
import { formatText } from './format/text.ts';
import { formatYaml, formatYamlStream } from './format/yaml.ts';
import type { OutputFormat } from './parse-command-line.ts';
import type { Query } from './query.ts';

export interface PrintSettings {
  readonly operation: string;
  readonly format: OutputFormat;
  readonly query?: Query;
  /** Columns of the terminal, for tables. */
  readonly width?: number;
}

export interface Answers {
  /** All that was answered, joined. */
  readonly whole: Answer;
  /** The pages as they came. */
  readonly pages: readonly Answer[];
  /** What text output prints of each page: its list, and at the end where to go on. */
  readonly texts: readonly Answer[];
}

export const formatAnswer = (
  { whole, pages, texts }: Answers,
  { operation, format, query = same, width }: PrintSettings,
): string => {
  switch (format) {
    case 'json':
      return formatJson(query(whole));
    case 'yaml':
      return formatYaml(query(whole));
    case 'yaml-stream':
      return formatYamlStream(pages.map(query));
    case 'table':
      return formatTable(operation, query(whole), width);
    case 'text':
      // Text is printed page by page, so a query is answered for each page.
      return texts.map((page) => (isEmpty(page) && query === same ? '' : formatText(query(page)))).join('');
  }
};

const same: Query = (answer) => answer;
