/**
 * Instants as texts, by arithmetic alone.
 * The calendar is the proleptic Gregorian one in UTC; days are counted with Howard Hinnant's `days_from_civil`.
 * Source: https://howardhinnant.github.io/date_algorithms.html
 */
const DAY = 86_400;

/** @returns `2022-08-30T12:00:00.123000+00:00`, as the CLI prints a date; without a fraction when it is zero */
export const isoText = (epochSeconds: number): string => {
  const micros = Math.round(epochSeconds * 1e6);
  const seconds = Math.floor(micros / 1e6);
  const fraction = micros - seconds * 1e6;
  const { year, month, day } = civilFromDays(Math.floor(seconds / DAY));
  const inDay = seconds - Math.floor(seconds / DAY) * DAY;
  const time = [Math.floor(inDay / 3600), Math.floor(inDay / 60) % 60, inDay % 60]
    .map((part) => pad(part, 2))
    .join(':');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${time}${fraction === 0 ? '' : `.${pad(fraction, 6)}`}+00:00`;
};

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?)?\s*(Z|UTC|[+-]\d{2}:?(?:\d{2})?)?$/i;

/**
 * Reads what may be typed for a date: epoch seconds, or ISO 8601 (UTC where no offset is given).
 * @returns epoch seconds, undefined when the text is no date
 */
export const parseInstant = (text: string): number | undefined => {
  const trimmed = text.trim();
  if (/^[+-]?\d+(\.\d*)?$/.test(trimmed) && !/^\d{8}$/.test(trimmed)) return Number(trimmed);
  const found = trimmed.match(ISO);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  const fraction = found[7] === undefined ? 0 : Number(`0.${found[7]}`);
  return (
    daysFromCivil(year, month, day) * DAY + hour * 3600 + minute * 60 + second + fraction - offsetSeconds(found[8])
  );
};

const offsetSeconds = (zone: string | undefined): number => {
  const found = zone?.match(/^([+-])(\d{2}):?(\d{2})?$/);
  if (!found) return 0;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 3600 + Number(found[3] ?? 0) * 60);
};

const daysIn = (year: number, month: number): number =>
  daysFromCivil(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - daysFromCivil(year, month, 1);

const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
};

const civilFromDays = (days: number): { year: number; month: number; day: number } => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
