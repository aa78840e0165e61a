/**
 * What can be wrong with a filter pattern, as data: where, how long, which rule. The words are in ../messages.ts.
 *
 * AWS answers every one of them with the same InvalidParameterException ("Invalid filter pattern"); the places and the
 * advice are ours.
 */
export const FILTER_PATTERN_ERROR_CODES = [
  'PatternTooLong',
  'LeadingBlank',
  'BracesMissing',
  'ClosingBraceMissing',
  'ClosingParenthesisMissing',
  'ClosingParenthesisUnmatched',
  'ClosingSquareBracketMissing',
  'TextAfterPattern',
  'ConditionExpected',
  'SelectorExpected',
  'SelectorNeedsDollar',
  'SelectorNeedsDot',
  'SelectorNameExpected',
  'SelectorCharacter',
  'SelectorIndexExpected',
  'SelectorBracketMissing',
  'SelectorDoubleQuotes',
  'SelectorQuoteMissing',
  'WildcardsInSelector',
  'WildcardsInPattern',
  'OperatorExpected',
  'OperatorUnknown',
  'WordOperatorUnknown',
  'DoubleEquals',
  'NegationUnsupported',
  'IsNotUnsupported',
  'IsWordExpected',
  'NotWithoutExists',
  'ExistsUnsupported',
  'LogicalOperatorExpected',
  'AndIsWrittenSymbol',
  'OrIsWrittenSymbol',
  'SingleAmpersand',
  'SinglePipe',
  'ValueExpected',
  'NumberExpected',
  'SingleQuotes',
  'UnquotedCharacter',
  'StringNotClosed',
  'TermExpected',
  'TermCharacter',
  'RegexNotClosed',
  'RegexEmpty',
  'RegexCharacter',
  'RegexGroup',
  'RegexMultiByte',
  'RegexEscape',
  'RegexClassNotClosed',
  'RegexClassEmpty',
  'RegexClassRange',
  'RegexNothingToRepeat',
  'RegexRepeat',
  'RegexTooLarge',
  'RegexNotAlone',
  'RegexesInPattern',
  'FieldNameExpected',
  'FieldNameDiffers',
  'FieldSeparatorExpected',
  'EllipsisTwice',
] as const;

export type FilterPatternErrorCode = (typeof FILTER_PATTERN_ERROR_CODES)[number];

export interface FilterPatternError {
  readonly code: FilterPatternErrorCode;
  /** UTF-16 offset at which the caret stands. */
  readonly offset: number;
  /** UTF-16 units to underline from there; 0 when something is missing at the end. */
  readonly length: number;
  /** What the message quotes. */
  readonly args: Readonly<Record<string, string>>;
}
