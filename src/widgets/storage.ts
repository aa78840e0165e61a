/** The browser's storage, which may be full, forbidden or absent. Every answer says so; nothing throws. */
const PREFIX = 'kms-notebook/';

export const readStored = (name: string): string | undefined => {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined;
  }
};

/** @returns whether it is kept */
export const store = (name: string, text: string): boolean => {
  try {
    localStorage.setItem(PREFIX + name, text);
    return true;
  } catch {
    return false;
  }
};

export const forget = (name: string): void => {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept, so there is nothing to forget.
  }
};
