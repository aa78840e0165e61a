const SECONDS_A_MONTH = 30 * 24 * 60 * 60;

/** @returns USD for 30 days at so many requests a second, the free tier left out */
export const monthlyCost = (requestsPerSecond: number, pricePer10000: number): number =>
  (requestsPerSecond * SECONDS_A_MONTH * pricePer10000) / 10_000;
