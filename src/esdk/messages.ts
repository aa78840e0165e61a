/**
 * The words for every code of this folder, in Japanese and English: names and explanations of fields, reasons of
 * refusals, verdicts of the cache. Terms of AWS keep the form that its Japanese documentation gives them.
 */
import type { CacheVerdict, CachingManagerProblem, NotKept } from './caching-cmm.ts';
import type { ExplanationCode, FieldName } from './field.ts';
import type { RefusalReason } from './refusal.ts';

export interface Words {
  readonly ja: string;
  readonly en: string;
}

export const fieldNames: Readonly<Record<FieldName, Words>> = {
  version: { ja: 'バージョン', en: 'Version' },
  type: { ja: 'タイプ', en: 'Type' },
  suiteId: { ja: 'アルゴリズムスイート', en: 'Algorithm suite' },
  messageId: { ja: 'メッセージID', en: 'Message ID' },
  contextLength: { ja: '暗号化コンテキストの長さ', en: 'Length of the encryption context' },
  contextPairCount: { ja: '暗号化コンテキストの組の数', en: 'Number of pairs in the context' },
  contextKeyLength: { ja: 'コンテキストのキーの長さ', en: 'Length of the context key' },
  contextKey: { ja: 'コンテキストのキー', en: 'Context key' },
  contextValueLength: { ja: 'コンテキストの値の長さ', en: 'Length of the context value' },
  contextValue: { ja: 'コンテキストの値', en: 'Context value' },
  dataKeyCount: { ja: '暗号化されたデータキーの数', en: 'Number of encrypted data keys' },
  providerIdLength: { ja: 'キープロバイダーIDの長さ', en: 'Length of the key provider ID' },
  providerId: { ja: 'キープロバイダーID', en: 'Key provider ID' },
  providerInfoLength: { ja: 'キープロバイダー情報の長さ', en: 'Length of the key provider information' },
  providerInfo: { ja: 'キープロバイダー情報', en: 'Key provider information' },
  dataKeyLength: { ja: '暗号化されたデータキーの長さ', en: 'Length of the encrypted data key' },
  dataKey: { ja: '暗号化されたデータキー', en: 'Encrypted data key' },
  contentType: { ja: 'コンテンツタイプ', en: 'Content type' },
  reserved: { ja: '予約済み', en: 'Reserved' },
  ivLength: { ja: 'IVの長さ', en: 'Length of the IV' },
  frameLength: { ja: 'フレームの長さ', en: 'Frame length' },
  commitment: { ja: 'キーコミットメント', en: 'Key commitment' },
  headerIv: { ja: 'ヘッダーのIV', en: 'Header IV' },
  headerTag: { ja: 'ヘッダーの認証タグ', en: 'Header authentication tag' },
  finalFrameMark: { ja: '最終フレームの印', en: 'Mark of the final frame' },
  sequenceNumber: { ja: 'シーケンス番号', en: 'Sequence number' },
  frameIv: { ja: 'フレームのIV', en: 'Frame IV' },
  contentLength: { ja: 'コンテンツの長さ', en: 'Content length' },
  content: { ja: '暗号文', en: 'Ciphertext' },
  frameTag: { ja: 'フレームの認証タグ', en: 'Frame authentication tag' },
  signatureLength: { ja: '署名の長さ', en: 'Length of the signature' },
  signature: { ja: '署名', en: 'Signature' },
  unread: { ja: '読まれなかった部分', en: 'Not read' },
};

export const fieldExplanations: Readonly<Record<ExplanationCode, Words>> = {
  version: {
    ja: 'メッセージ形式のバージョンです。2はキーコミットメントのあるスイート、1はないスイートで使われます。',
    en: 'The version of the message format: 2 for suites with key commitment, 1 for those without.',
  },
  type: {
    ja: '値はいつも0x80で、「認証された暗号化データ」を表します。バージョン1だけにあります。',
    en: 'Always 0x80, for authenticated encrypted data. Only version 1 has it.',
  },
  suiteId: {
    ja: '暗号化、キーの導出、署名の方式をひとまとめに決める番号です。',
    en: 'One number that settles how the message is encrypted, how its key is derived and whether it is signed.',
  },
  messageId: {
    ja: 'メッセージごとに新しく作る乱数です。データキーが同じでも、これが違えばメッセージのキーは別のものになります。',
    en: 'Random, new for each message. Even under the same data key it gives every message a key of its own.',
  },
  contextLength: {
    ja: 'このあとの暗号化コンテキスト全体のバイト数です。コンテキストが空なら0で、組の数も書かれません。',
    en: 'How many bytes of encryption context follow. For an empty context it is 0 and not even the number of pairs is written.',
  },
  contextPairCount: {
    ja: 'キーと値の組がいくつあるかを示します。組は、キーのUTF-8バイト列の順に並びます。',
    en: 'How many pairs of key and value there are. They are sorted by the UTF-8 bytes of their keys.',
  },
  contextKeyLength: { ja: '次のキーのバイト数です。', en: 'How many bytes the next key has.' },
  contextKey: {
    ja: '暗号化されず、誰でも読めます。ただし認証されているので、1バイトでも変えれば復号できません。',
    en: 'Not encrypted: anyone can read it. But it is authenticated, so nothing decrypts once a byte of it has changed.',
  },
  contextValueLength: { ja: '次の値のバイト数です。', en: 'How many bytes the next value has.' },
  contextValue: {
    ja: 'キーと同じく平文のまま残り、認証されます。KMSがCloudTrailに残すのもこの値です。秘密は書かないでください。',
    en: 'Stays in plaintext like its key, and is authenticated. KMS also leaves it in CloudTrail, so keep secrets out of it.',
  },
  publicKeyValue: {
    ja: '署名を検証する公開鍵（圧縮形式の点、Base64）です。SDKが加えたもので、署名鍵はメッセージごとに作られます。データキーのキャッシュを使うと、同じものが使い回されます。',
    en: 'The public key that verifies the signature: a compressed point in Base64. The SDK adds it and makes a new pair for each message, or reuses one along with a cached data key.',
  },
  dataKeyCount: {
    ja: '同じデータキーを、いくつのラッピングキーで暗号化してあるかを示します。どれか1つを復号できれば読めます。',
    en: 'Under how many wrapping keys the one data key was encrypted. Being able to decrypt any one of them is enough.',
  },
  providerIdLength: { ja: '次のキープロバイダーIDのバイト数です。', en: 'How many bytes the key provider ID has.' },
  providerId: {
    ja: 'データキーを暗号化したのは誰かを示します。KMSなら「aws-kms」です。',
    en: 'Who encrypted the data key. For KMS it says "aws-kms".',
  },
  providerInfoLength: {
    ja: '次のキープロバイダー情報のバイト数です。',
    en: 'How many bytes the key provider information has.',
  },
  providerInfo: {
    ja: 'どのラッピングキーを使ったかを示します。中身の決まりはプロバイダーごとに異なります。',
    en: 'Which wrapping key was used. Each provider has its own rules for what stands here.',
  },
  kmsKeyArn: {
    ja: 'データキーを暗号化したKMSキーのARNです。SDKはこれをKeyIdとしてDecryptに渡します。',
    en: 'The ARN of the KMS key that encrypted the data key. The SDK passes it to Decrypt as KeyId.',
  },
  dataKeyLength: { ja: '次の暗号化されたデータキーのバイト数です。', en: 'How many bytes the encrypted data key has.' },
  dataKey: {
    ja: 'ラッピングキーで暗号化されたデータキーです。平文のデータキーは、メッセージのどこにもありません。',
    en: 'The data key, encrypted under the wrapping key. Its plaintext is nowhere in the message.',
  },
  kmsDataKey: {
    ja: 'KMSが返したCiphertextBlobそのままです。これを開けられるのはKMSだけで、暗号化コンテキストも一致しなければなりません。',
    en: 'The CiphertextBlob exactly as KMS returned it. Only KMS can open it, and only with the same encryption context.',
  },
  contentType: {
    ja: '本文の形です。2はフレームに分けた形、1はフレームなしの1ブロックです。',
    en: 'The shape of the body: 2 for frames, 1 for one block without frames.',
  },
  reserved: { ja: '使われていない4バイトで、いつも0です。', en: 'Four unused bytes, always 0.' },
  ivLength: { ja: 'IVのバイト数です。どのスイートでも12です。', en: 'How many bytes an IV has: 12 in every suite.' },
  frameLength: {
    ja: '最終フレーム以外の各フレームに入る平文のバイト数です。フレームなしなら0です。',
    en: 'How many bytes of plaintext every frame but the final one holds. 0 if there are no frames.',
  },
  commitment: {
    ja: '正しいデータキーからしか計算できない値です。同じ暗号文が別のキーで別の平文に復号されるのを防ぎます。',
    en: 'A value that only the right data key produces. It keeps one ciphertext from opening to different plaintexts under different keys.',
  },
  headerIv: {
    ja: 'ヘッダーの認証タグを計算するときのIVです。バージョン2では0に決まっているので書かれません。',
    en: 'The IV for the header’s tag. Version 2 fixes it at zeros and leaves it out.',
  },
  headerTag: {
    ja: 'ここまでのヘッダー全体を守るAES-GCMの認証タグです。ヘッダーを1ビットでも変えれば一致しません。',
    en: 'An AES-GCM tag over the whole header so far. It no longer fits if a single bit of the header has changed.',
  },
  finalFrameMark: {
    ja: '0xFFFFFFFFは、次が最終フレームであることを示します。これがないまま終わるメッセージは、途中で切れています。',
    en: '0xFFFFFFFF announces the final frame. A message that ends without it has been cut off.',
  },
  sequenceNumber: {
    ja: '1から始まる通し番号です。フレームを抜いたり、並べ替えたり、繰り返したりすれば分かります。',
    en: 'Counts from 1, so that a frame left out, moved or repeated is noticed.',
  },
  frameIv: {
    ja: 'このフレームを暗号化したIVです。SDKはシーケンス番号を使います。キーはメッセージごとに違うので、同じ組み合わせは二度と現れません。',
    en: 'The IV that this frame was encrypted with. The SDK uses the sequence number: since every message has its own key, no pair of key and IV comes twice.',
  },
  contentLength: {
    ja: 'このあとの暗号文のバイト数です。平文と同じ長さです。',
    en: 'How many bytes of ciphertext follow; the plaintext has as many.',
  },
  content: {
    ja: 'AES-GCMで暗号化された1フレーム分の本文です。',
    en: 'One frame of the body, encrypted with AES-GCM.',
  },
  finalContent: {
    ja: '最後のフレームの本文です。ほかのフレームより短くてもよく、空のこともあります。',
    en: 'The body’s last frame. It may be shorter than the others, even empty.',
  },
  unframedContent: {
    ja: '1ブロックで暗号化された本文全体です。認証タグが届くまで、1バイトも信用できません。',
    en: 'The whole body in one block. Not a byte of it can be trusted before the tag has arrived.',
  },
  frameTag: {
    ja: 'メッセージID、シーケンス番号、長さ、内容を守る認証タグです。別のメッセージのフレームに差し替えることもできません。',
    en: 'Protects message ID, sequence number, length and content: a frame of another message does not fit in here either.',
  },
  signatureLength: { ja: '次の署名のバイト数です。', en: 'How many bytes the signature has.' },
  signature: {
    ja: 'ここまでのすべてのバイトに対するECDSA署名（DER形式）です。復号できるだけの人が、このメッセージを作ったふりをするのを防ぎます。',
    en: 'An ECDSA signature, in DER, over every byte so far. It keeps those who may only decrypt from passing off a message of their own.',
  },
  unread: {
    ja: '直前で形式が崩れているため、ここから先は解釈できません。',
    en: 'The format breaks just before, so the rest cannot be interpreted.',
  },
};

export const refusalWords: Readonly<Record<RefusalReason, Words>> = {
  contextKeyReserved: {
    ja: '「aws-crypto-public-key」は署名のための予約語なので、暗号化コンテキストのキーに使えません。',
    en: '"aws-crypto-public-key" is reserved for the signature and cannot be a key of the encryption context.',
  },
  contextNotWellFormed: {
    ja: '暗号化コンテキストに、UTF-8で表せない文字（対になっていないサロゲート）があります。',
    en: 'The encryption context has text that UTF-8 cannot hold: half of a surrogate pair.',
  },
  contextTooLong: {
    ja: '暗号化コンテキストが65,535バイトを超えています。',
    en: 'The encryption context is longer than 65,535 bytes.',
  },
  frameLengthOutOfRange: { ja: 'フレームの長さが範囲外です。', en: 'The frame length is out of range.' },
  tooManyFrames: {
    ja: 'フレームの数がシーケンス番号で数えきれません。フレームを長くしてください。',
    en: 'There would be more frames than sequence numbers. Choose longer frames.',
  },
  contentTooLong: {
    ja: '1つのIVでAES-GCMが暗号化できる長さ（約64 GiB）を超えています。',
    en: 'The content is longer than AES-GCM may encrypt under one IV, about 64 GiB.',
  },
  dataKeyFieldTooLong: {
    ja: '暗号化されたデータキーの項目が65,535バイトを超えています。',
    en: 'A field of an encrypted data key is longer than 65,535 bytes.',
  },
  dataKeyWrongLength: {
    ja: 'データキーの長さがアルゴリズムスイートの求める長さと違います。',
    en: 'The data key does not have the length that the algorithm suite asks for.',
  },
  dataKeyNotGenerated: { ja: 'データキーを生成できませんでした。', en: 'The data key could not be generated.' },
  dataKeyNotEncrypted: {
    ja: 'データキーを別のラッピングキーで暗号化できませんでした。',
    en: 'The data key could not be encrypted under a further wrapping key.',
  },
  truncated: { ja: 'メッセージが途中で終わっています。', en: 'The message ends too early.' },
  base64: {
    ja: 'Base64の文字列のようです。バイト列に戻してから渡してください。',
    en: 'This looks like Base64 text. Decode it into bytes first.',
  },
  versionUnknown: {
    ja: 'バージョンが1でも2でもありません。AWS Encryption SDKのメッセージではないようです。',
    en: 'The version is neither 1 nor 2. This does not seem to be a message of the AWS Encryption SDK.',
  },
  typeUnknown: { ja: 'タイプが0x80ではありません。', en: 'The type is not 0x80.' },
  suiteUnknown: { ja: '知られていないアルゴリズムスイートです。', en: 'The algorithm suite is unknown.' },
  suiteOfOtherVersion: {
    ja: 'このアルゴリズムスイートは、このバージョンのメッセージでは使えません。',
    en: 'This algorithm suite does not belong to this version of the format.',
  },
  contextMalformed: {
    ja: '暗号化コンテキストの長さと中身が合いません。',
    en: 'The encryption context does not fill the length that it claims.',
  },
  contextKeyTwice: {
    ja: '暗号化コンテキストに同じキーが2回あります。',
    en: 'The encryption context has the same key twice.',
  },
  textNotUtf8: { ja: '文字列がUTF-8ではありません。', en: 'A text is not UTF-8.' },
  noEncryptedDataKey: { ja: '暗号化されたデータキーがありません。', en: 'There is no encrypted data key.' },
  tooManyEncryptedDataKeys: {
    ja: '暗号化されたデータキーの数が上限を超えています。1つずつ復号を試すことになるため、数を制限しています。',
    en: 'There are more encrypted data keys than allowed. Each may cost a call, so their number is limited.',
  },
  contentTypeUnknown: {
    ja: 'コンテンツタイプが1でも2でもありません。',
    en: 'The content type is neither 1 nor 2.',
  },
  reservedNotZero: { ja: '予約済みの4バイトが0ではありません。', en: 'The four reserved bytes are not 0.' },
  ivLengthWrong: { ja: 'IVの長さが12ではありません。', en: 'The length of the IV is not 12.' },
  frameLengthWrong: {
    ja: 'フレームの長さがコンテンツタイプと合いません。フレームありなら1以上、なしなら0です。',
    en: 'The frame length contradicts the content type: at least 1 with frames, 0 without.',
  },
  headerTooLong: { ja: 'ヘッダーが1 MiBを超えています。', en: 'The header is longer than 1 MiB.' },
  dataKeyNotDecrypted: {
    ja: 'どの暗号化されたデータキーも復号できませんでした。',
    en: 'None of the encrypted data keys could be decrypted.',
  },
  commitmentMismatch: {
    ja: 'キーコミットメントが一致しません。復号されたデータキーは、このメッセージを作ったキーではありません。',
    en: 'The key commitment does not match: the decrypted data key is not the one that made this message.',
  },
  headerTagMismatch: {
    ja: 'ヘッダーの認証タグが一致しません。ヘッダーが変えられたか、データキーが違います。',
    en: 'The header’s tag does not match: the header was changed, or it is another data key.',
  },
  publicKeyMissing: {
    ja: '署名付きのスイートなのに、公開鍵が暗号化コンテキストにありません。',
    en: 'The suite signs, yet the encryption context has no public key.',
  },
  publicKeyUnexpected: {
    ja: '署名のないスイートなのに、暗号化コンテキストに公開鍵があります。署名が取り除かれた疑いがあります。',
    en: 'The suite does not sign, yet the encryption context has a public key. A signature may have been stripped.',
  },
  frameOutOfOrder: {
    ja: 'シーケンス番号が順番どおりではありません。フレームが抜けたか、並べ替えられています。',
    en: 'The sequence number is not the next one: a frame is missing or was moved.',
  },
  finalFrameTooLong: {
    ja: '最終フレームが、ヘッダーにあるフレームの長さを超えています。',
    en: 'The final frame is longer than the header allows a frame to be.',
  },
  frameTooLong: {
    ja: '1つのフレームが長すぎて、限られたメモリでは扱えません。',
    en: 'One frame is too long for the memory that is allowed.',
  },
  bodyTagMismatch: {
    ja: 'フレームの認証タグが一致しません。内容か番号かIVが変えられています。',
    en: 'A frame’s tag does not match: its content, number or IV was changed.',
  },
  signatureInvalid: { ja: '署名が正しくありません。', en: 'The signature is not valid.' },
  trailingBytes: {
    ja: 'メッセージの終わりのあとに余分なバイトがあります。',
    en: 'There are bytes after the end of the message.',
  },
  suiteNotForFiles: {
    ja: '192ビットのキーを使うスイートは、ブラウザーによってはWebCryptoで扱えません。',
    en: 'Suites with 192-bit keys are not available in every browser’s WebCrypto.',
  },
};

export const cacheVerdictWords: Readonly<Record<CacheVerdict, Words>> = {
  hit: {
    ja: 'キャッシュにあったデータキーを使いました。KMSは呼び出していません。',
    en: 'The cached data key was used. KMS was not called.',
  },
  miss: {
    ja: '一致するエントリがなかったので、KMSを呼び出しました。',
    en: 'No entry matched, so KMS was called.',
  },
  tooOld: {
    ja: 'エントリが最大有効期間を過ぎていたので捨て、KMSを呼び出しました。',
    en: 'The entry was older than the maximum age. It was dropped and KMS was called.',
  },
  tooManyMessages: {
    ja: 'このメッセージで最大メッセージ数を超えるので、エントリを捨て、KMSを呼び出しました。',
    en: 'This message would have exceeded the maximum number of messages. The entry was dropped and KMS was called.',
  },
  tooManyBytes: {
    ja: 'このメッセージで最大バイト数を超えるので、エントリを捨て、KMSを呼び出しました。',
    en: 'This message would have exceeded the maximum number of bytes. The entry was dropped and KMS was called.',
  },
  suiteNotCacheable: {
    ja: 'キーを導出しないスイートでは、データキーがそのまま暗号化に使われます。使い回すと危険なのでキャッシュせず、KMSを呼び出しました。',
    en: 'Without key derivation the data key itself encrypts, so reusing it is unsafe. It is never cached; KMS was called.',
  },
  lengthUnknown: {
    ja: '長さが分からない要求はバイト数を数えられません。キャッシュは見ずにKMSを呼び出しました。',
    en: 'A request of unknown length cannot be counted. The cache was not looked at; KMS was called.',
  },
};

export const notKeptWords: Readonly<Record<NotKept, Words>> = {
  suiteNotCacheable: {
    ja: 'キーを導出しないスイートのデータキーは、キャッシュに入れません。',
    en: 'The data key of a suite without key derivation does not go into the cache.',
  },
  lengthUnknown: {
    ja: '長さの分からない要求のデータキーは、キャッシュに入れません。',
    en: 'The data key of a request of unknown length does not go into the cache.',
  },
  firstMessageTooLong: {
    ja: '最初のメッセージだけで最大バイト数を超えるので、一度だけ使い、キャッシュには入れません。',
    en: 'The first message alone exceeds the maximum number of bytes: the data key is used once and not cached.',
  },
  refused: {
    ja: 'データキーを得られなかったので、キャッシュに入れるものがありません。',
    en: 'No data key was obtained, so there is nothing to cache.',
  },
};

export const cachingManagerWords: Readonly<Record<CachingManagerProblem, Words>> = {
  maxAgeNotPositive: {
    ja: '最大有効期間は0より大きくなければなりません。',
    en: 'The maximum age must be greater than 0.',
  },
  maxMessagesOutOfRange: {
    ja: '最大メッセージ数は1から4,294,967,296までです。',
    en: 'The maximum number of messages must be from 1 to 4,294,967,296.',
  },
  maxBytesOutOfRange: {
    ja: '最大バイト数は1から9,007,199,254,740,991までです。',
    en: 'The maximum number of bytes must be from 1 to 9,007,199,254,740,991.',
  },
  partitionEmpty: { ja: 'パーティション名を空にはできません。', en: 'The partition name must not be empty.' },
};
