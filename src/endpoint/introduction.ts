import { endpoint as strings } from '../i18n/areas/endpoint.ts';
import type { Locale } from '../i18n/locales.ts';
import { t } from '../i18n/t.ts';
import { isoInstant, type World } from '../kms/index.ts';
import { signersOf } from './begin-world.ts';

/** What is printed when the endpoint stands: how each kind of client finds it, and how time works here. */
export const introduction = (world: World, port: number, locale: Locale): string => {
  const say = t(strings, locale);
  const url = `http://127.0.0.1:${port}`;
  const { Region } = world.home;
  const signers = signersOf(world);
  const id = signers[0]?.AccessKeyId ?? 'test';
  const secret = id === 'test' ? 'test' : '…';
  return `${say('listening', { url })}

${signers.length === 0 ? say('nobody') : `${say('signers')}\n${signers.map(({ AccessKeyId, Arn }) => `  ${AccessKeyId}  ${Arn}`).join('\n')}`}

${say('how')}
  ${say('cli', { url })}
    export AWS_ENDPOINT_URL=${url} AWS_REGION=${Region} AWS_ACCESS_KEY_ID=${id} AWS_SECRET_ACCESS_KEY=${secret}
    aws kms create-key

  boto3
    boto3.client('kms', endpoint_url='${url}', region_name='${Region}',
                 aws_access_key_id='${id}', aws_secret_access_key='${secret}')

  @aws-sdk/client-kms
    new KMSClient({ endpoint: '${url}', region: '${Region}',
                    credentials: { accessKeyId: '${id}', secretAccessKey: '${secret}' } })

${say('clock', { now: isoInstant(world.now) })}
    curl ${url}/_notebook/clock -H 'Content-Type: application/json' -d '{"advance":"P7D"}'
    curl ${url}/_notebook/clock -H 'Content-Type: application/json' -d '{"to":"next"}'
    curl ${url}/_notebook/reset -X POST
    curl ${url}/_notebook/world
${say('signatures')}
${say('trail')}
${say('study')}
`;
};

/** The language of the terminal; Japanese only where it says so. */
export const terminalLocale = (env: Readonly<Record<string, string | undefined>>): Locale =>
  /^ja/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'ja' : 'en';
