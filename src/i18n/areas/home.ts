import { defineStrings } from '../strings.ts';

/** The first page: what this is, in ten seconds. */
export const home = defineStrings({
  ja: {
    title: 'KMS を、動かして学ぶ',
    lede: 'AWS Key Management Service の鍵を、このページの中で作り、使い、消してみるノートです。時計を 7 日進めれば、削除を予約した鍵は本当に消えます。',
    start: '読みはじめる',
    about: 'このノートについて',
    'steps.title': '進めかた',
    'steps.predict': '予想する',
    'steps.predict.text': 'まず、どうなるかを選びます。当たらなくてかまいません。外れた予想ほど、記憶に残ります。',
    'steps.run': '動かす',
    'steps.run.text': '本物と同じ名前の API を呼びます。してはいけない操作も呼べます。断られかたも AWS と同じです。',
    'steps.check': '確かめる',
    'steps.check.text': '応答、鍵の状態、CloudTrail の記録を見ます。数字と規則には、出典と確認した日が付いています。',
    'chapters.title': '章',
    'life.title': 'ある鍵の 11 日間',
    'life.caption': '削除を予約した鍵に何が起きるか。章では、この時計を自分で進めます。',
    'life.when': '時刻',
    'life.call': '呼び出し',
    'life.state': '鍵の状態',
    'life.created': '鍵を作る',
    'life.encrypted': '平文を暗号化する',
    'life.scheduled': '7 日後の削除を予約する',
    'life.refused': '復号は断られる',
    'life.gone': '鍵が消え、暗号文は二度と読めない',
  },
  en: {
    title: 'Learn KMS by running it',
    lede: 'A notebook in which you make, use and delete keys of AWS Key Management Service. Turn its clock on by seven days, and a key scheduled for deletion is really gone.',
    start: 'Start reading',
    about: 'About this notebook',
    'steps.title': 'How it works',
    'steps.predict': 'Predict',
    'steps.predict.text':
      'First choose what will happen. Being wrong is fine: a prediction that failed is the one you remember.',
    'steps.run': 'Run',
    'steps.run.text':
      'Call the API under its real names. Forbidden calls can be made too, and are refused the way AWS refuses them.',
    'steps.check': 'Check',
    'steps.check.text':
      'Read the response, the state of the key, the CloudTrail record. Numbers and rules carry their source and the day they were checked.',
    'chapters.title': 'Chapters',
    'life.title': 'Eleven days of a key',
    'life.caption':
      'What happens to a key once its deletion is scheduled. In the chapter, you turn this clock yourself.',
    'life.when': 'Time',
    'life.call': 'Call',
    'life.state': 'Key state',
    'life.created': 'make a key',
    'life.encrypted': 'encrypt a plaintext',
    'life.scheduled': 'schedule its deletion in 7 days',
    'life.refused': 'decryption is refused',
    'life.gone': 'the key is gone, its ciphertext unreadable for ever',
  },
});
