/** Keeps the outcome of an exercise for the list and for later reviews. */
export const rememberAttempt = async (
  id: string,
  outcome: 'solved' | 'shown',
  hints: number,
  calls: number,
): Promise<void> => {
  const { storeEvent } = await import('../progressStore.ts');
  storeEvent({ what: 'attempted', id, at: Date.now(), outcome, hints, calls });
};
