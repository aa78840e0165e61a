/**
 * The sentences about decisions, problems, warnings and changes, in both languages. `{name}` is filled in.
 * Data only; `explain.ts` chooses and fills.
 */
import type { PolicyEdit } from './edit.ts';
import type { ProblemCode } from './parsePolicy.ts';
import type {
  ConditionWhy,
  GrantCheck,
  PolicyKind,
  PrincipalMatch,
  Reason,
  Stage,
  StageName,
  Verdict,
} from './types.ts';
import type { WarningCode } from './warnings.ts';

export type Locale = 'ja' | 'en';

export interface Messages {
  readonly policy: Readonly<Record<PolicyKind, string>>;
  readonly stage: Readonly<Record<StageName, string>>;
  readonly stageResult: Readonly<Record<Stage['result'], string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** For operations without a resource. */
  readonly verdictWithoutResource: Readonly<Record<Verdict, string>>;
  readonly reason: Readonly<Record<Reason['code'], string>>;
  readonly noKeyAllowAcross: string;
  readonly bySid: string;
  readonly byNumber: string;
  readonly inLevel: string;
  /** The second and later policy of a kind. */
  readonly numbered: string;
  readonly decider: string;
  readonly deciderGrant: string;
  readonly separator: string;
  readonly absent: string;
  readonly none: string;
  readonly or: string;
  readonly match: Readonly<Record<PrincipalMatch, string>>;
  readonly statement: Readonly<
    Record<'allowApplies' | 'delegates' | 'denyApplies' | 'allowMisses' | 'denyMisses', string>
  >;
  readonly failed: Readonly<
    Record<'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource' | 'missing', string>
  >;
  readonly held: Readonly<
    Record<'Principal' | 'NotPrincipal' | 'Action' | 'NotAction' | 'Resource' | 'NotResource', string>
  >;
  readonly condition: Readonly<Record<ConditionWhy, string>>;
  readonly grantApplies: string;
  readonly grantMisses: string;
  readonly grantCheck: Readonly<Record<GrantCheck['check'], string>>;
  readonly edit: Readonly<
    Record<
      Exclude<PolicyEdit['kind'], 'setContext'> | 'setContext' | 'unsetContext' | 'addAccountStatement' | 'addDeny',
      string
    >
  >;
  readonly problem: Readonly<Record<ProblemCode, string>>;
  readonly warning: Readonly<Record<WarningCode, string>>;
  readonly didYouMean: string;
}

const ja: Messages = {
  policy: {
    key: 'キーポリシー',
    identity: 'IAMポリシー',
    scp: 'サービスコントロールポリシー(SCP)',
    rcp: 'リソースコントロールポリシー(RCP)',
    boundary: 'アクセス許可の境界',
    session: 'セッションポリシー',
    endpoint: 'VPCエンドポイントポリシー',
  },
  stage: {
    deny: '明示的な拒否',
    scp: 'SCP',
    rcp: 'RCP',
    endpoint: 'VPCエンドポイントポリシー',
    key: 'キーポリシー',
    identity: 'IAMポリシー',
    boundary: 'アクセス許可の境界',
    session: 'セッションポリシー',
    grant: 'グラント',
  },
  stageResult: {
    allows: '通します',
    delegates: 'IAMに判断を任せます',
    doesNotAllow: '許可がありません',
    denies: '拒否します',
    absent: 'ありません',
    exempt: '対象外です',
  },
  verdict: {
    Allowed: '{who}は{resource}に対して{action}を実行できます。',
    ExplicitlyDenied: '{who}は{resource}に対して{action}を実行できません(明示的な拒否)。',
    ImplicitlyDenied: '{who}は{resource}に対して{action}を実行できません(暗黙の拒否)。',
  },
  verdictWithoutResource: {
    Allowed: '{who}は{action}を実行できます。',
    ExplicitlyDenied: '{who}は{action}を実行できません(明示的な拒否)。',
    ImplicitlyDenied: '{who}は{action}を実行できません(暗黙の拒否)。',
  },
  reason: {
    allowedByKeyPolicy: 'キーポリシーがこの呼び出し元を直接許可しているので、IAMポリシーの許可は要りません。',
    allowedByKeyPolicyAndIdentityPolicy: 'キーポリシーとIAMポリシーの両方が許可しています。',
    allowedByIdentityPolicy: 'この操作にはキーポリシーが関わらず、IAMポリシーが許可しています。',
    allowedByGrant: 'グラントがこの操作を許可しています。',
    allowedAsRootUser: 'アカウントのルートユーザーにはIAMポリシーが要らず、妨げるポリシーもありません。',
    explicitDeny: '{policy}のDenyが一致しました。DenyはどのAllowよりも優先されます。',
    noAllow: '拒否するステートメントはありませんが、{policy}に一致するAllowがありません。許可がなければ拒否されます。',
    operationNotAcrossAccounts: 'この操作は、ポリシーに何と書いても別のアカウントのキーには使えません。',
    grantCannotBeRetiredByCaller:
      'グラントを廃止できるのは、廃止プリンシパル、RetireGrantを含むグラントの被付与者、作成元のアカウントです。呼び出し元はどれにも当たりません。',
  },
  noKeyAllowAcross:
    '別のアカウントから使うには、キーポリシーの許可と、呼び出し元のIAMポリシーの許可の両方が要ります。キーポリシーの許可がありません。',
  bySid: '{policy}のステートメント「{sid}」',
  byNumber: '{policy}の{n}番目のステートメント',
  inLevel: '{policy}(組織の階層{level})',
  numbered: '{n}つ目の{policy}',
  decider: '決め手: {statement}',
  deciderGrant: '決め手: グラント{grant}',
  separator: '、',
  absent: '(なし)',
  none: '(空)',
  or: 'または',
  match: {
    caller: '呼び出し元そのもの',
    session: 'このロールセッションそのもの',
    role: 'セッションのもとになったロール',
    anyone: 'すべてのプリンシパル',
    account: '呼び出し元のアカウント(判断をIAMに任せる)',
    federated: 'フェデレーションのIDプロバイダー',
    unlisted: 'NotPrincipalに挙がっていない者',
  },
  statement: {
    allowApplies: '{statement}は、この要求を許可します。',
    delegates: '{statement}は、判断をアカウントのIAMに任せます。',
    denyApplies: '{statement}は、この要求を拒否します。',
    allowMisses: '{statement}(Allow)は、この要求に当てはまりません。{why}',
    denyMisses: '{statement}(Deny)は、この要求に当てはまりません。{why}',
  },
  failed: {
    Principal: 'Principalは{wanted}ですが、呼び出し元は{actual}です。',
    NotPrincipal: 'NotPrincipalの{by}が呼び出し元に当たるので、除かれます。',
    Action: 'Actionは{wanted}で、{actual}を含みません。',
    NotAction: 'NotActionの{by}が{actual}に当たるので、除かれます。',
    Resource: 'Resourceは{wanted}で、{actual}を含みません。',
    NotResource: 'NotResourceの{by}が{actual}に当たるので、除かれます。',
    missing: '{name}がないので、このステートメントには効力がありません。',
  },
  held: {
    Principal: 'Principalの{by}は{match}です。',
    NotPrincipal: '呼び出し元はNotPrincipal({wanted})に挙がっていません。',
    Action: 'Actionの{by}は{actual}に一致します。',
    NotAction: '{actual}はNotAction({wanted})に挙がっていません。',
    Resource: 'Resourceの{by}は{actual}に一致します。',
    NotResource: '{actual}はNotResource({wanted})に挙がっていません。',
  },
  condition: {
    matches: '条件{operator} {key}は成り立ちます(条件: {wanted}、要求: {actual})。',
    differs: '条件{operator} {key}が成り立ちません(条件: {wanted}、要求: {actual})。',
    keyAbsent: '条件{operator} {key}が成り立ちません。この要求には{key}がないからです(条件: {wanted})。',
    keyAbsentNegated: '要求に{key}がないので、否定の演算子{operator}は成り立ちます。',
    keyAbsentIfExists: '要求に{key}がないので、IfExistsの条件{operator}は成り立ちます。',
    keyAbsentForAllValues: '要求に{key}の値がないので、ForAllValuesの条件は成り立ちます。',
    keyPresent: '条件{operator} {key}が成り立ちません。要求に{key}があるからです(値: {actual})。',
    needsSetOperator:
      '{key}の値が複数あるのに(要求: {actual})、{operator}にはForAllValuesもForAnyValueもないので、成り立ちません。',
    variableUnresolved: '条件{operator} {key}のポリシー変数に値がないので、成り立ちません(条件: {wanted})。',
    unknownOperator: '{operator}という演算子はないので、成り立ちません。',
  },
  grantApplies: 'グラント{grant}は、この要求を許可します。',
  grantMisses: 'グラント{grant}は、この要求に当てはまりません。{why}',
  grantCheck: {
    key: '対象のキーは{wanted}です。',
    grantee: '被付与者は{wanted}ですが、呼び出し元は{actual}です。',
    retiringPrincipal: '廃止できるのは{wanted}ですが、呼び出し元は{actual}です。',
    operation: '許す操作は{wanted}で、{actual}を含みません。',
    EncryptionContextEquals: '暗号化コンテキストは{wanted}とちょうど同じでなければなりませんが、要求は{actual}です。',
    EncryptionContextSubset: '暗号化コンテキストは{wanted}を含まなければなりませんが、要求は{actual}です。',
    SourceArn: 'aws:SourceArnは{wanted}でなければなりませんが、要求は{actual}です。',
    childOperations: '新しいグラントの操作({actual})は、もとのグラントの操作({wanted})の範囲に収まりません。',
    childConstraints: '新しいグラントの制約({actual})は、もとのグラントの制約({wanted})より緩くなっています。',
  },
  edit: {
    addAction: '{statement}のActionに{action}を加えます。',
    removeAction: '{statement}のActionから{action}を除きます。',
    addResource: '{statement}のResourceに{resource}を加えます。',
    addPrincipal: '{statement}の{element}に{principal}を加えます。',
    addConditionValue: '{statement}の条件{operator} {key}に、値{value}を加えます。',
    removeCondition: '{statement}の条件{operator} {key}を外します。',
    removeStatement: '{statement}を削除します。',
    addStatement: '{policy}に、{action}を許可するステートメントを加えます。',
    addAccountStatement: '{policy}に、アカウント({principal})のIAMに判断を任せるステートメントを加えます。',
    addDeny: '{policy}に、{action}を拒否するステートメントを加えます。',
    addPolicy: '呼び出し元に、{action}を許可するIAMポリシーを付けます。',
    addGrant: '{principal}に{operations}を許すグラントを作ります。',
    removeGrant: 'グラント{grant}を取り消します。',
    setContext: '呼び出し方を変えて、{key}を{value}にします。',
    unsetContext: '呼び出し方を変えて、{key}を付けずに呼びます。',
    setEncryptionContext: '暗号化コンテキスト{pairs}を付けて呼びます。',
  },
  problem: {
    'json.empty': '何も書かれていません。',
    'json.unexpectedEnd': '途中で終わっています。かっこや引用符が閉じていません。',
    'json.unexpectedCharacter': 'ここに「{found}」は書けません。',
    'json.trailingComma': '最後の要素の後ろにカンマは書けません。',
    'json.missingComma': 'ここにカンマが要ります。',
    'json.missingColon': '名前と値の間にコロンが要ります。',
    'json.keyNotQuoted': '名前は二重引用符で囲みます。',
    'json.singleQuotes': 'JSONの文字列は一重引用符ではなく二重引用符で囲みます。',
    'json.badEscape': '「\\」の後ろがエスケープになっていません。',
    'json.controlCharacter': '文字列の中に制御文字は書けません。',
    'json.unterminatedString': '文字列が閉じていません。',
    'json.badNumber': '数の書き方が正しくありません。',
    'json.comment': 'JSONにコメントは書けません。',
    'json.afterEnd': '文書の終わりの後ろに余分な文字があります。',
    'json.tooDeep': '入れ子が深すぎます。',
    tooLong: '長すぎます。上限は{limit}ですが、{actual}あります。',
    invalidCharacter: 'キーポリシーに使えない文字「{found}」があります。使えるのはU+00FFまでの文字です。',
    wrongType: '値の型が違います。{wanted}でなければなりませんが、{found}です。',
    unknownElement: '「{name}」という要素はありません。{hint}',
    duplicateElement: '「{name}」が二度書かれています。',
    missingElement: '{name}がありません。',
    mutuallyExclusive: '{name}とNot{name}は同じステートメントに書けません。',
    emptyList: '{name}が空です。',
    invalidVersion: 'Versionは2012-10-17か2008-10-17です。',
    invalidEffect: 'EffectはAllowかDenyです。大文字と小文字を区別します。',
    invalidSid: 'IAMポリシーのSidに使えるのは英数字だけです。',
    duplicateSid: 'Sid「{found}」が重なっています。',
    principalNotAllowed: 'この種類のポリシーにPrincipalは書けません。付けた相手がプリンシパルです。',
    noPrincipal: 'Principalがありません。キーポリシーでは誰への許可かを書きます。',
    invalidPrincipal:
      '「{found}」はプリンシパルとして使えません。アカウント、ユーザー、ロール、セッション、サービスを書きます。グループやワイルドカード入りのARNは使えません。',
    unknownPrincipalType: 'プリンシパルの種類に「{name}」はありません。{hint}',
    invalidAction: '「{found}」は「サービス:操作」の形ではありません。',
    invalidResource: '「{found}」はARNでも*でもありません。',
    unknownOperator: '「{name}」という条件演算子はありません。{hint}',
    conditionKeyWithoutPrefix: '条件キー「{name}」にはkms:やaws:のような接頭辞が要ります。',
    overlyPermissiveCondition:
      '値が一つのキー({what})にForAllValuesを使うと、値のない要求まで通ってしまいます。ForAllValuesを外してください。',
    keyNotInKeyPolicy: '条件キー{name}はキーポリシーに使えません。IAMポリシーで使います。',
    onlyDenyInRcp: 'RCPに書けるのはDenyだけです。',
    onlyEveryoneInRcp: 'RCPのPrincipalに書けるのは"*"だけです。',
  },
  warning: {
    anyoneWithoutCondition:
      '条件なしで、すべてのプリンシパルに許可しています。同じアカウントの全員がIAMポリシーなしで使え、別のアカウントにも開かれます。',
    nobodyCanChangePolicy:
      '誰にもkms:PutKeyPolicyを許していません。このまま保存すると、キーポリシーを二度と変えられなくなります。',
    deniesEveryone: '条件なしで全員を拒否しています。キーポリシーを変える人も締め出されます。',
    useAndAdministration:
      'キーを使う人に、{by}が{action}まで許しています。使う人はこの権限で、自分やほかの人の権限を増やせます。',
    allowNotPrincipal: 'AllowとNotPrincipalの組み合わせは、挙げた者のほかの全員を許可します。',
    notPrincipalWithoutAccount:
      '{found}を除くには、そのアカウント({account})もNotPrincipalに挙げるようAWSは求めています。挙げないと、本人まで拒否されることがあります。',
    unknownAction: '「{found}」に当たるKMSの操作はありません。{hint}',
    foreignAction: '「{found}」はKMSの操作ではないので、キーポリシーでは効力がありません。',
    actionHasNoKey: '{action}はキーを対象にしない操作なので、キーポリシーでは効力がありません。IAMポリシーに書きます。',
    retireGrantInKeyPolicy: 'kms:RetireGrantはキーポリシーでは効力がありません。誰が廃止できるかはグラントが決めます。',
    noEffect: '{name}がないので、保存はされますが効力がありません。',
    resourceIsNotStar:
      'キーポリシーのResourceは、このキーを意味する"*"と書きます。「{found}」がほかのキーを指すなら、このステートメントは何にも当てはまりません。',
    aliasAsResource:
      '{found}をResourceに書いても、{action}は許可されません。キーを使う操作の対象はキーのARNです。エイリアスで絞るなら条件キーkms:RequestAliasかkms:ResourceAliasesを使います。',
    unknownConditionKey: '条件キー{found}は見当たりません。{hint}',
    deprecatedConditionKey: '条件キー{found}は古い名前です。{meant}を使います。',
    conditionKeyNeverPresent:
      '条件キー{key}は、このステートメントの操作({action}など)の要求には現れません。条件はいつも「キーがない」場合として扱われます。',
    needsSetOperator: '{key}は複数の値を取るキーです。ForAnyValueかForAllValuesを付けます。',
    setOperatorOnSingleValue: '{key}の値は一つだけです。{set}を付けると、思ったより緩い条件や厳しい条件になります。',
    forAllValuesMatchesAbsence:
      'ForAllValuesは{key}のない要求でも成り立ちます。Null: "false"の条件を添えて、値があることを確かめます。',
    operatorDoesNotFit: '{key}は{type}型のキーで、{operator}では比べられません。',
    badValue: '「{found}」は{operator}で比べられる値ではないので、一致しません。',
    unknownValue: '「{found}」は{key}が取る値にありません。{hint}',
    variablesNeedVersion: 'ポリシー変数はVersionが2012-10-17のときだけ置き換えられます。今は文字のまま比べられます。',
    duplicateSid: 'Sid「{found}」が重なっています。どのステートメントのことか、読む人が迷います。',
  },
  didYouMean: '{meant}のことでしょうか。',
};

const en: Messages = {
  policy: {
    key: 'key policy',
    identity: 'IAM policy',
    scp: 'service control policy (SCP)',
    rcp: 'resource control policy (RCP)',
    boundary: 'permissions boundary',
    session: 'session policy',
    endpoint: 'VPC endpoint policy',
  },
  stage: {
    deny: 'Explicit deny',
    scp: 'SCP',
    rcp: 'RCP',
    endpoint: 'VPC endpoint policy',
    key: 'Key policy',
    identity: 'IAM policy',
    boundary: 'Permissions boundary',
    session: 'Session policy',
    grant: 'Grant',
  },
  stageResult: {
    allows: 'lets it pass',
    delegates: 'leaves it to IAM',
    doesNotAllow: 'does not allow it',
    denies: 'denies it',
    absent: 'there is none',
    exempt: 'does not apply here',
  },
  verdict: {
    Allowed: '{who} may call {action} on {resource}.',
    ExplicitlyDenied: '{who} may not call {action} on {resource}: explicit deny.',
    ImplicitlyDenied: '{who} may not call {action} on {resource}: implicit deny.',
  },
  verdictWithoutResource: {
    Allowed: '{who} may call {action}.',
    ExplicitlyDenied: '{who} may not call {action}: explicit deny.',
    ImplicitlyDenied: '{who} may not call {action}: implicit deny.',
  },
  reason: {
    allowedByKeyPolicy: 'The key policy allows this caller directly, so no IAM policy has to agree.',
    allowedByKeyPolicyAndIdentityPolicy: 'The key policy and an IAM policy both allow it.',
    allowedByIdentityPolicy: 'No key policy is involved in this operation, and an IAM policy allows it.',
    allowedByGrant: 'A grant allows the operation.',
    allowedAsRootUser: 'The root user of an account needs no IAM policy, and no policy stands in the way.',
    explicitDeny: 'A Deny in the {policy} matches. Deny wins over every Allow.',
    noAllow: 'Nothing denies it, but no Allow in the {policy} matches, and what is not allowed is denied.',
    operationNotAcrossAccounts: 'This operation never works on a key of another account, whatever the policies say.',
    grantCannotBeRetiredByCaller:
      'A grant can be retired by its retiring principal, by its grantee if RetireGrant is among its operations, and by the account that created it. The caller is none of these.',
  },
  noKeyAllowAcross:
    'Across accounts both sides must agree: the key policy, and an IAM policy of the caller. The key policy does not.',
  bySid: 'Statement “{sid}” of the {policy}',
  byNumber: 'Statement {n} of the {policy}',
  inLevel: '{policy} at level {level} of the organization',
  numbered: '{policy} no. {n}',
  decider: 'Decided by: {statement}',
  deciderGrant: 'Decided by: grant {grant}',
  separator: ', ',
  absent: '(absent)',
  none: '(empty)',
  or: ' or ',
  match: {
    caller: 'the caller itself',
    session: 'this very role session',
    role: 'the role behind the session',
    anyone: 'every principal',
    account: 'the caller’s account, which leaves the decision to IAM',
    federated: 'the federated identity provider',
    unlisted: 'anybody whom NotPrincipal does not list',
  },
  statement: {
    allowApplies: '{statement} allows this request.',
    delegates: '{statement} leaves the decision to the IAM of the account.',
    denyApplies: '{statement} denies this request.',
    allowMisses: '{statement} (Allow) does not apply. {why}',
    denyMisses: '{statement} (Deny) does not apply. {why}',
  },
  failed: {
    Principal: 'Its Principal is {wanted}, but the caller is {actual}.',
    NotPrincipal: '{by} in NotPrincipal is the caller, who is therefore left out.',
    Action: 'Its Action is {wanted}, which does not cover {actual}.',
    NotAction: '{by} in NotAction covers {actual}, which is therefore left out.',
    Resource: 'Its Resource is {wanted}, which does not cover {actual}.',
    NotResource: '{by} in NotResource covers {actual}, which is therefore left out.',
    missing: 'It has no {name}, so it has no effect.',
  },
  held: {
    Principal: '{by} in Principal is {match}.',
    NotPrincipal: 'The caller is not listed in NotPrincipal ({wanted}).',
    Action: '{by} in Action covers {actual}.',
    NotAction: '{actual} is not listed in NotAction ({wanted}).',
    Resource: '{by} in Resource covers {actual}.',
    NotResource: '{actual} is not listed in NotResource ({wanted}).',
  },
  condition: {
    matches: 'The condition {operator} {key} holds (policy: {wanted}; request: {actual}).',
    differs: 'The condition {operator} {key} does not hold (policy: {wanted}; request: {actual}).',
    keyAbsent: 'The condition {operator} {key} does not hold, since the request has no {key} (policy: {wanted}).',
    keyAbsentNegated: 'The request has no {key}, so the negated operator {operator} holds.',
    keyAbsentIfExists: 'The request has no {key}, so {operator}, with its IfExists, holds.',
    keyAbsentForAllValues: 'The request has no value for {key}, so ForAllValues holds.',
    keyPresent: 'The condition {operator} {key} does not hold, since the request has {key} ({actual}).',
    needsSetOperator:
      '{key} has several values (request: {actual}), and {operator} without ForAllValues or ForAnyValue does not hold for them.',
    variableUnresolved:
      'A policy variable in {operator} {key} has no value, so the condition does not hold (policy: {wanted}).',
    unknownOperator: 'There is no operator {operator}, so the condition does not hold.',
  },
  grantApplies: 'Grant {grant} allows this request.',
  grantMisses: 'Grant {grant} does not apply. {why}',
  grantCheck: {
    key: 'It is a grant on {wanted}.',
    grantee: 'Its grantee is {wanted}, but the caller is {actual}.',
    retiringPrincipal: 'It can be retired by {wanted}, but the caller is {actual}.',
    operation: 'Its operations are {wanted}, without {actual}.',
    EncryptionContextEquals: 'The encryption context must be exactly {wanted}, but the request has {actual}.',
    EncryptionContextSubset: 'The encryption context must contain {wanted}, but the request has {actual}.',
    SourceArn: 'aws:SourceArn must be {wanted}, but the request has {actual}.',
    childOperations: 'The operations of the new grant ({actual}) go beyond those of its parent ({wanted}).',
    childConstraints: 'The constraints of the new grant ({actual}) are looser than those of its parent ({wanted}).',
  },
  edit: {
    addAction: '{statement}: add {action} to Action.',
    removeAction: '{statement}: take {action} out of Action.',
    addResource: '{statement}: add {resource} to Resource.',
    addPrincipal: '{statement}: add {principal} to {element}.',
    addConditionValue: '{statement}: add the value {value} to the condition {operator} {key}.',
    removeCondition: '{statement}: remove the condition {operator} {key}.',
    removeStatement: '{statement}: delete it.',
    addStatement: 'Add a statement to the {policy} that allows {action}.',
    addAccountStatement:
      'Add a statement to the {policy} that leaves the decision to the IAM of the account ({principal}).',
    addDeny: 'Add a statement to the {policy} that denies {action}.',
    addPolicy: 'Attach an IAM policy to the caller that allows {action}.',
    addGrant: 'Create a grant that lets {principal} call {operations}.',
    removeGrant: 'Revoke grant {grant}.',
    setContext: 'Change the call, so that {key} is {value}.',
    unsetContext: 'Change the call, so that it carries no {key}.',
    setEncryptionContext: 'Send the encryption context {pairs} with the call.',
  },
  problem: {
    'json.empty': 'There is nothing here.',
    'json.unexpectedEnd': 'The text ends too early: a bracket or a quote is not closed.',
    'json.unexpectedCharacter': '“{found}” cannot stand here.',
    'json.trailingComma': 'There must be no comma after the last element.',
    'json.missingComma': 'A comma is missing here.',
    'json.missingColon': 'A colon is missing between name and value.',
    'json.keyNotQuoted': 'A name stands in double quotes.',
    'json.singleQuotes': 'JSON takes double quotes, not single ones.',
    'json.badEscape': 'What follows the backslash is no escape.',
    'json.controlCharacter': 'A text cannot hold a control character.',
    'json.unterminatedString': 'The text is not closed.',
    'json.badNumber': 'This is not how a number is written.',
    'json.comment': 'JSON has no comments.',
    'json.afterEnd': 'Something follows after the end of the document.',
    'json.tooDeep': 'The nesting is too deep.',
    tooLong: 'Too long: {actual}, and the limit is {limit}.',
    invalidCharacter: 'A key policy cannot hold the character “{found}”; the last one permitted is U+00FF.',
    wrongType: 'Wrong type: {wanted} expected, {found} found.',
    unknownElement: 'There is no element “{name}”. {hint}',
    duplicateElement: '“{name}” is written twice.',
    missingElement: '{name} is missing.',
    mutuallyExclusive: '{name} and Not{name} cannot stand in one statement.',
    emptyList: '{name} is empty.',
    invalidVersion: 'Version is 2012-10-17 or 2008-10-17.',
    invalidEffect: 'Effect is Allow or Deny, in exactly this spelling.',
    invalidSid: 'The Sid of an IAM policy takes letters and digits only.',
    duplicateSid: 'The Sid “{found}” is used twice.',
    principalNotAllowed: 'This kind of policy takes no Principal: it is attached to its principal.',
    noPrincipal: 'Principal is missing. A key policy says to whom it speaks.',
    invalidPrincipal:
      '“{found}” cannot be a principal. Name an account, a user, a role, a session or a service; groups and ARNs with wildcards do not work.',
    unknownPrincipalType: 'There is no principal type “{name}”. {hint}',
    invalidAction: '“{found}” does not have the form service:operation.',
    invalidResource: '“{found}” is neither an ARN nor *.',
    unknownOperator: 'There is no condition operator “{name}”. {hint}',
    conditionKeyWithoutPrefix: 'The condition key “{name}” needs a prefix such as kms: or aws:.',
    overlyPermissiveCondition:
      'ForAllValues on a key with one value ({what}) also matches requests without it. Remove ForAllValues.',
    keyNotInKeyPolicy: 'The condition key {name} cannot be used in a key policy; use it in an IAM policy.',
    onlyDenyInRcp: 'An RCP can only deny.',
    onlyEveryoneInRcp: 'The Principal of an RCP can only be "*".',
  },
  warning: {
    anyoneWithoutCondition:
      'This allows every principal without a condition: everybody in the account, without any IAM policy, and other accounts too.',
    nobodyCanChangePolicy:
      'Nobody may call kms:PutKeyPolicy. Once stored, this key policy could never be changed again.',
    deniesEveryone: 'This denies everybody without a condition, also whoever would repair the key policy.',
    useAndAdministration:
      '{by} lets users of the key call {action} too. With it they can widen their own permissions and those of others.',
    allowNotPrincipal: 'Allow with NotPrincipal allows everybody except those listed.',
    notPrincipalWithoutAccount:
      'To spare {found}, AWS asks to list its account ({account}) in NotPrincipal as well; otherwise it may be denied too.',
    unknownAction: 'KMS has no operation that matches “{found}”. {hint}',
    foreignAction: '“{found}” is no operation of KMS and has no effect in a key policy.',
    actionHasNoKey: '{action} is not about a key, so it has no effect in a key policy. Put it into an IAM policy.',
    retireGrantInKeyPolicy: 'kms:RetireGrant has no effect in a key policy. The grant says who may retire it.',
    noEffect: '{name} is missing: KMS stores the statement, and it has no effect.',
    resourceIsNotStar:
      'The Resource of a key policy is "*", which means this key. If “{found}” names another one, the statement never applies.',
    aliasAsResource:
      'Resource {found} does not allow {action}: operations on keys are authorised for key ARNs. To go by alias, use the condition key kms:RequestAlias or kms:ResourceAliases.',
    unknownConditionKey: 'The condition key {found} is not known. {hint}',
    deprecatedConditionKey: 'The condition key {found} is an old name; use {meant}.',
    conditionKeyNeverPresent:
      'Requests for the actions of this statement ({action}, for one) never carry {key}; the condition always sees it as absent.',
    needsSetOperator: '{key} can have several values: use ForAnyValue or ForAllValues.',
    setOperatorOnSingleValue: '{key} has one value only; {set} makes the condition looser or stricter than it looks.',
    forAllValuesMatchesAbsence:
      'ForAllValues also holds when the request has no {key}. Add a condition Null: "false" to demand it.',
    operatorDoesNotFit: '{key} is of type {type}, which {operator} does not compare.',
    badValue: '“{found}” is nothing that {operator} can compare, so it never matches.',
    unknownValue: '{key} never has the value “{found}”. {hint}',
    variablesNeedVersion:
      'Policy variables are replaced only with Version 2012-10-17; here they are compared letter by letter.',
    duplicateSid: 'The Sid “{found}” is used twice; readers cannot tell which statement is meant.',
  },
  didYouMean: 'Did you mean {meant}?',
};

export const MESSAGES: Readonly<Record<Locale, Messages>> = { ja, en };
