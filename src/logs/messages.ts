/**
 * The words for everything src/logs says, as data: `{name}` stands for an argument of the thing said.
 * A locale that lacks a code does not compile.
 */
import type { FilterPatternError, FilterPatternErrorCode } from './pattern/FilterPatternError.ts';
import type { Seen, TraceCondition, TraceReason } from './pattern/Trace.ts';

export type LogsLocale = 'ja' | 'en';

type Texts<Code extends string> = Readonly<Record<LogsLocale, Readonly<Record<Code, string>>>>;

/** Puts the arguments into a text. An argument that is not there stays visible as `{name}`. */
export const fillIn = (text: string, args: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(args, name) ? String(args[name]) : whole));

export const errorText = (error: FilterPatternError, locale: LogsLocale): string =>
  fillIn(FILTER_PATTERN_ERRORS[locale][error.code], error.args);

/** What a condition of a trace found, in words. */
export const traceText = ({ reason, seen, hits }: TraceCondition, locale: LogsLocale): string =>
  fillIn(TRACE_REASON_TEXTS[locale][reason], { seen: seenText(seen[hits[0] ?? 0], locale) });

const seenText = (seen: Seen | undefined, locale: LogsLocale): string =>
  seen?.kind === 'value' ? JSON.stringify(seen.value) : SEEN_TEXTS[locale][seen?.kind ?? 'absent'];

const SEEN_TEXTS: Texts<'object' | 'array' | 'absent'> = {
  en: { object: 'an object', array: 'a list', absent: 'nothing' },
  ja: { object: 'オブジェクト', array: '配列', absent: '何もない' },
};

export const FILTER_PATTERN_ERRORS: Texts<FilterPatternErrorCode> = {
  en: {
    PatternTooLong: 'A filter pattern holds at most {limit} characters; this one has {length}.',
    LeadingBlank: 'Remove the blank before {open}: the pattern must begin with that sign.',
    BracesMissing: 'A condition on a JSON field stands in braces: { $.field = "value" }.',
    ClosingBraceMissing: 'The closing } is missing here.',
    ClosingParenthesisMissing: 'A closing ) is missing here.',
    ClosingParenthesisUnmatched: 'This ) closes nothing. Remove it, or add the ( that it belongs to.',
    ClosingSquareBracketMissing: 'The closing ] is missing here.',
    TextAfterPattern: 'Nothing may follow the closing {close}.',
    ConditionExpected: 'A condition is missing here, such as $.eventName = "Decrypt".',
    SelectorExpected: 'A condition begins with a field, $.name, not with {char}.',
    SelectorNeedsDollar:
      'Write $.{name}: a field begins with $ and a dot. Text to compare with goes right of the operator.',
    SelectorNeedsDot: 'A dot belongs after $: $.name.',
    SelectorNameExpected: 'The name of a field is missing after the dot.',
    SelectorCharacter:
      "A field name holds letters, digits, - and _ only. Put a name with {char} in brackets and single quotes: ['…'].",
    SelectorIndexExpected: "Brackets hold a number from 0, *, or a name in single quotes: [0], [*], ['name'].",
    SelectorBracketMissing: 'The closing ] is missing here.',
    SelectorDoubleQuotes: "Inside brackets a name takes single quotes: ['name'].",
    SelectorQuoteMissing: 'The single quote that opens here is never closed.',
    WildcardsInSelector: 'A field may hold one wildcard; this is the second in {selector}.',
    WildcardsInPattern: 'A pattern may hold {limit} wildcard fields; this is one too many.',
    OperatorExpected: 'An operator is missing here: =, !=, <, <=, >, >=, IS or NOT EXISTS.',
    OperatorUnknown: 'There is no operator {found}. Write {meant}.',
    WordOperatorUnknown:
      'There is no operator {found}. Use =, !=, <, <=, >, >=, IS or NOT EXISTS, in capitals; a text with * works like LIKE.',
    DoubleEquals: '== is written =.',
    NegationUnsupported: '! cannot negate a condition. Write != or NOT EXISTS, or turn the condition round.',
    IsNotUnsupported:
      'There is no IS NOT. Ask for any value instead, {selector} = *, or for the other values one by one.',
    IsWordExpected: 'After IS comes NULL, TRUE or FALSE, in capitals.',
    NotWithoutExists: 'After NOT comes EXISTS; nothing else can be negated so.',
    ExistsUnsupported: 'There is no EXISTS. {selector} = * matches if the field has a value.',
    LogicalOperatorExpected:
      'Two conditions are joined by && or ||. If {found} belongs to the value before it, put the value in double quotes.',
    AndIsWrittenSymbol: '{found} is written &&.',
    OrIsWrittenSymbol: '{found} is written ||.',
    SingleAmpersand: 'AND is written &&, with two signs.',
    SinglePipe: 'OR is written ||, with two signs.',
    ValueExpected: 'A value is missing after {operator}.',
    NumberExpected: '{operator} compares numbers only, and {found} is not one. Numbers stand without quotes.',
    SingleQuotes: 'A value takes double quotes: "value".',
    UnquotedCharacter: 'Put a value with {char} in double quotes.',
    StringNotClosed: 'The double quote that opens here is never closed.',
    TermExpected: 'A term is missing after {sign}.',
    TermCharacter: 'A term holds letters, digits and _ only. Put a term with {char} in double quotes.',
    RegexNotClosed: 'The % that opens a regular expression here is never closed.',
    RegexEmpty: 'The regular expression between the two % is empty.',
    RegexCharacter:
      'Regular expressions here cannot hold {char}. Allowed are letters, digits, : _ # = @ / ; , - and the operators ^ $ ? [ ] { } | \\ * + .',
    RegexGroup:
      'Regular expressions here have no groups; {char} cannot be used. To find the sign itself write \\x28 or \\x29.',
    RegexMultiByte: 'Regular expressions here hold ASCII characters only, not {char}.',
    RegexEscape:
      '{escape} means nothing here. A backslash goes before an operator, or makes \\d \\D \\s \\S \\w \\W \\xhh.',
    RegexClassNotClosed: 'The [ that opens a character class here is never closed.',
    RegexClassEmpty: 'A character class needs at least one character between [ and ].',
    RegexClassRange: '{range} is no range: its ends must be single characters in ascending order.',
    RegexNothingToRepeat: 'There is nothing to repeat before this sign.',
    RegexRepeat: 'A count is written {m}, {m,n}, {m,} or {,n}, the smaller number first.',
    RegexTooLarge: 'The counts of this regular expression multiply to too much.',
    RegexNotAlone: 'In a pattern for plain text a regular expression must stand alone.',
    RegexesInPattern: 'A pattern may hold {limit} regular expressions; this is one too many.',
    FieldNameExpected:
      'The name of a field is expected here: letters, digits, - and _; or ... for any number of fields.',
    FieldNameDiffers: 'Conditions between two commas are all on the same field: {name}, not {found}.',
    FieldSeparatorExpected: 'Fields are separated by commas. Put a value with blanks in double quotes.',
    EllipsisTwice: 'Only one ... fits in a pattern.',
  },
  ja: {
    PatternTooLong: 'フィルターパターンは{limit}文字までです。いまは{length}文字あります。',
    LeadingBlank: '{open}の前の空白を取ってください。パターンは{open}から始めます。',
    BracesMissing: 'JSONフィールドの条件は波括弧で囲みます: { $.field = "value" }',
    ClosingBraceMissing: 'ここに閉じの } がありません。',
    ClosingParenthesisMissing: 'ここに閉じの ) がありません。',
    ClosingParenthesisUnmatched: 'この ) に対応する ( がありません。取るか、( を補ってください。',
    ClosingSquareBracketMissing: 'ここに閉じの ] がありません。',
    TextAfterPattern: '閉じの{close}の後ろには何も書けません。',
    ConditionExpected: 'ここに条件がありません。例: $.eventName = "Decrypt"',
    SelectorExpected: '条件は{char}ではなく、フィールド$.nameから始めます。',
    SelectorNeedsDollar: '$.{name}と書きます。フィールドは $ とドットで始めます。比べる文字列は演算子の右に置きます。',
    SelectorNeedsDot: '$ の後ろにはドットが必要です: $.name',
    SelectorNameExpected: 'ドットの後ろにフィールド名がありません。',
    SelectorCharacter: "フィールド名に使えるのは英字、数字、-、_ だけです。{char}を含む名前は ['…'] と書きます。",
    SelectorIndexExpected: "角括弧の中は0から始まる番号、*、または一重引用符で囲んだ名前です: [0]、[*]、['name']",
    SelectorBracketMissing: 'ここに閉じの ] がありません。',
    SelectorDoubleQuotes: "角括弧の中の名前は一重引用符で囲みます: ['name']",
    SelectorQuoteMissing: 'ここで開いた一重引用符が閉じていません。',
    WildcardsInSelector: 'ワイルドカードは1つのフィールドに1つだけです。{selector}には2つあります。',
    WildcardsInPattern: 'ワイルドカードを使ったフィールドは1つのパターンに{limit}つまでです。',
    OperatorExpected: 'ここに演算子がありません: =、!=、<、<=、>、>=、IS、NOT EXISTS',
    OperatorUnknown: '{found}という演算子はありません。{meant}と書きます。',
    WordOperatorUnknown:
      '{found}という演算子はありません。=、!=、<、<=、>、>=、IS、NOT EXISTS(大文字)を使います。LIKEの代わりは * を含む文字列です。',
    DoubleEquals: '== は = と書きます。',
    NegationUnsupported: '! で条件を否定することはできません。!= かNOT EXISTSを使うか、条件を裏返してください。',
    IsNotUnsupported: 'IS NOTはありません。{selector} = *(値があれば一致)とするか、ほかの値を並べてください。',
    IsWordExpected: 'ISの後ろはNULL、TRUE、FALSEのどれかです(大文字)。',
    NotWithoutExists: 'NOTの後ろに書けるのはEXISTSだけです。',
    ExistsUnsupported: 'EXISTSはありません。{selector} = * なら、フィールドに値があるときに一致します。',
    LogicalOperatorExpected:
      '条件は && か || でつなぎます。{found}が前の値の続きなら、値全体を二重引用符で囲んでください。',
    AndIsWrittenSymbol: '{found}は && と書きます。',
    OrIsWrittenSymbol: '{found}は || と書きます。',
    SingleAmpersand: 'ANDは && と2文字で書きます。',
    SinglePipe: 'ORは || と2文字で書きます。',
    ValueExpected: '{operator}の後ろに値がありません。',
    NumberExpected: '{operator}で比べられるのは数だけです。{found}は数ではありません。数は引用符なしで書きます。',
    SingleQuotes: '値は二重引用符で囲みます: "value"',
    UnquotedCharacter: '{char}を含む値は二重引用符で囲みます。',
    StringNotClosed: 'ここで開いた二重引用符が閉じていません。',
    TermExpected: '{sign}の後ろに語がありません。',
    TermCharacter: '引用符なしの語に使えるのは英字、数字、_ だけです。{char}を含む語は二重引用符で囲みます。',
    RegexNotClosed: 'ここで正規表現を開いた % が閉じていません。',
    RegexEmpty: '2つの % の間が空です。',
    RegexCharacter:
      'この正規表現に{char}は使えません。使えるのは英字、数字、: _ # = @ / ; , - と、演算子 ^ $ ? [ ] { } | \\ * + . です。',
    RegexGroup: 'この正規表現にはグループがなく、{char}は使えません。文字そのものを探すなら \\x28か \\x29と書きます。',
    RegexMultiByte: 'この正規表現に書けるのはASCII文字だけです。{char}は書けません。',
    RegexEscape:
      'ここの{escape}には意味がありません。バックスラッシュは演算子の前に置くか、\\d \\D \\s \\S \\w \\W \\xhhとして使います。',
    RegexClassNotClosed: 'ここで文字クラスを開いた [ が閉じていません。',
    RegexClassEmpty: '[ と ] の間には少なくとも1文字が必要です。',
    RegexClassRange: '{range}は範囲になりません。両端は1文字ずつで、小さい順に書きます。',
    RegexNothingToRepeat: 'この記号の前に、繰り返すものがありません。',
    RegexRepeat: '回数は{m}、{m,n}、{m,}、{,n}のように、小さいほうを先に書きます。',
    RegexTooLarge: 'この正規表現は回数の指定が大きすぎます。',
    RegexNotAlone: 'テキスト用のパターンでは、正規表現は単独で書きます。',
    RegexesInPattern: '正規表現は1つのパターンに{limit}つまでです。',
    FieldNameExpected: 'ここにはフィールド名(英字、数字、-、_)か、任意個のフィールドを表す ... を書きます。',
    FieldNameDiffers: 'カンマの間の条件はすべて同じフィールドについて書きます。{found}ではなく{name}です。',
    FieldSeparatorExpected: 'フィールドはカンマで区切ります。空白を含む値は二重引用符で囲んでください。',
    EllipsisTwice: '... は1つのパターンに1つだけです。',
  },
};

/** `{seen}` is what stood there, as the log spells it. */
export const TRACE_REASON_TEXTS: Texts<TraceReason> = {
  en: {
    equal: 'equal: {seen}',
    different: 'different: {seen}',
    regexFound: 'the expression was found in {seen}',
    regexNotFound: 'the expression was not found in {seen}',
    numberHolds: '{seen} satisfies it',
    numberFails: '{seen} does not satisfy it',
    notANumber: '{seen} is not a number',
    absent: 'the field is not there',
    notASingleValue: 'the field holds {seen}, not a single value',
    isNull: 'it is null',
    isTrue: 'it is true',
    isFalse: 'it is false',
    isSomethingElse: 'it is {seen}',
    exists: 'the field is there: {seen}',
    termFound: 'found in the text',
    termNotFound: 'not in the text',
    termIgnored: 'ignored: ?terms have no effect next to other terms',
    blankPhrase: 'a blank matches everything',
    tooFewFields: 'the line has too few fields',
    fieldTaken: 'takes {seen}',
  },
  ja: {
    equal: '等しい: {seen}',
    different: '異なる: {seen}',
    regexFound: '{seen}の中に見つかった',
    regexNotFound: '{seen}の中に見つからない',
    numberHolds: '{seen}は条件を満たす',
    numberFails: '{seen}は条件を満たさない',
    notANumber: '{seen}は数ではない',
    absent: 'フィールドがない',
    notASingleValue: 'フィールドの中身は{seen}で、単独の値ではない',
    isNull: 'nullである',
    isTrue: 'trueである',
    isFalse: 'falseである',
    isSomethingElse: '実際は{seen}',
    exists: 'フィールドがある: {seen}',
    termFound: 'テキストにある',
    termNotFound: 'テキストにない',
    termIgnored: '無視される: ? の付いた語は、ほかの語と並べると効かない',
    blankPhrase: '空白はすべてに一致する',
    tooFewFields: '行のフィールドが足りない',
    fieldTaken: '{seen}が入る',
  },
};
