const UNITS = ['B', 'KiB', 'MiB', 'GiB'] as const;

/** `12 B`, `3.4 MiB`: three digits at most, the same in both languages. */
export const byteSize = (bytes: number): string => {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
};
