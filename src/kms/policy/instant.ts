/**
 * Dates of Date operators: W3C profile of ISO 8601, or Unix seconds. Own arithmetic, since this folder knows no clock.
 * Source: https://www.w3.org/TR/NOTE-datetime and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;
const UNIX = /^-?\d+(\.\d+)?$/;

/** Days from 1970-01-01 in the proleptic Gregorian calendar; years are counted from March so that the leap day comes last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function offsetSeconds(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}

/** Seconds since 1970, with fraction; undefined if the text is no date. Four digits alone are a year. */
export function secondsOf(text: string): number | undefined {
  const iso = ISO.exec(text.trim());
  if (!iso) return UNIX.test(text.trim()) ? Number(text) : undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', fraction = '0', zone] = iso;
  const [m, d, h, min, s] = [Number(month), Number(day), Number(hour), Number(minute), Number(second)];
  if (m < 1 || m > 12 || d < 1 || d > 31 || h > 24 || min > 59 || s > 60) return undefined;
  return (
    daysSinceEpoch(Number(year), m, d) * 86_400 +
    h * 3600 +
    min * 60 +
    s +
    Number(`0.${fraction}`) -
    offsetSeconds(zone)
  );
}
