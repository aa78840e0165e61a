/**
 * The Regions of the partition `aws`, by id. Those that an account must enable first are marked; this model takes every
 * Region as enabled.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const REGIONS = [
  { id: 'us-east-1' },
  { id: 'us-east-2' },
  { id: 'us-west-1' },
  { id: 'us-west-2' },
  { id: 'af-south-1', optIn: true },
  { id: 'ap-east-1', optIn: true },
  { id: 'ap-east-2', optIn: true },
  { id: 'ap-northeast-1' },
  { id: 'ap-northeast-2' },
  { id: 'ap-northeast-3' },
  { id: 'ap-south-1' },
  { id: 'ap-south-2', optIn: true },
  { id: 'ap-southeast-1' },
  { id: 'ap-southeast-2' },
  { id: 'ap-southeast-3', optIn: true },
  { id: 'ap-southeast-4', optIn: true },
  { id: 'ap-southeast-5', optIn: true },
  { id: 'ap-southeast-6', optIn: true },
  { id: 'ap-southeast-7', optIn: true },
  { id: 'ca-central-1' },
  { id: 'ca-west-1', optIn: true },
  { id: 'eu-central-1' },
  { id: 'eu-central-2', optIn: true },
  { id: 'eu-north-1' },
  { id: 'eu-south-1', optIn: true },
  { id: 'eu-south-2', optIn: true },
  { id: 'eu-west-1' },
  { id: 'eu-west-2' },
  { id: 'eu-west-3' },
  { id: 'il-central-1', optIn: true },
  { id: 'me-central-1', optIn: true },
  { id: 'me-south-1', optIn: true },
  { id: 'mx-central-1', optIn: true },
  { id: 'sa-east-1' },
] as const satisfies readonly { readonly id: string; readonly optIn?: true }[];

export type RegionId = (typeof REGIONS)[number]['id'];

export const isRegion = (text: string): text is RegionId => REGIONS.some(({ id }) => id === text);
