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

/**
 * @param pages the answer; several pages when a list was walked
 * @param whole the pages joined
 */
export const formatAnswer = (
  pages: readonly Answer[],
  whole: Answer,
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
      return pages.map((page) => (isEmpty(page) && query === same ? '' : formatText(query(page)))).join('');
  }
};

const same: Query = (answer) => answer;
