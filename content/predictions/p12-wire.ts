import { defineMeasuredPrediction } from '../../src/learn/measured-prediction.ts';

export default defineMeasuredPrediction({
  id: 'p12-wire',
  question: {
    ja: 'SSE-KMSでS3に保存します。通信はTLSのないHTTPです。盗聴者は中身を読めるでしょうか。',
    en: 'You store a file in S3 with SSE-KMS, over HTTP without TLS. Can a wiretap read it?',
  },
  measure: { kind: 'watch', protection: 'SSE-KMS', secure: false, watcher: 'wiretap' },
  options: [
    { outcome: 'cannot', text: { ja: '読めない', en: 'It cannot' } },
    { outcome: 'reads', text: { ja: '読める', en: 'It can' } },
  ],
});
