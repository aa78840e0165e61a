/** Half of the chapter on deletion: a reader writes a filter, sees what it matches, and is told. By keyboard, in both languages. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { awake } from './awake.ts';
import { useBrowser } from './browser.ts';

const visit = useBrowser();

const WORDS = {
  ja: {
    address: '/chapters/key-deletion/',
    pattern: 'フィルターパターン',
    clear: '消す',
    options: '補完の候補',
    mistake: '誤りの場所へ',
    twoOfSeven: '7件のうち2件に一致',
    noneOfSeven: '7件のうち0件に一致',
    and: 'ANDは && と書きます。',
    practice: '練習用の1週間',
    exceptions: '原文②:例外すべて',
    make: 'このパターンでアラームを作る',
    call: 'appが監査資料を復号',
    hour: '+1時間',
    undo: '元に戻す',
    nothing: '通知はまだ届いていません。',
    notYet: 'この時点では、アラームはまだ作られていません。',
    state: 'ルールの状態',
  },
  en: {
    address: '/en/chapters/key-deletion/',
    pattern: 'Filter pattern',
    clear: 'Clear',
    options: 'Completions',
    mistake: 'Go to the mistake',
    twoOfSeven: '2 of 7 records match',
    noneOfSeven: '0 of 7 records match',
    and: 'AND is written &&.',
    practice: 'A week to practise',
    exceptions: 'Source 2: all exceptions',
    make: 'Make an alarm of this pattern',
    call: 'app decrypts the audit papers',
    hour: '+1 hour',
    undo: 'Undo',
    nothing: 'No notification has come yet.',
    notYet: 'At this moment the alarm has not been made yet.',
    state: 'State of the rule',
  },
} as const;

const wake = (page: Page, id: string): Promise<Locator> => awake(page.locator(`#${id}`));

const matching = (bench: Locator): Promise<readonly string[]> =>
  bench.locator('tr[data-hit=true] button code').allInnerTexts();

describe.each(['ja', 'en'] as const)('In %s', (locale) => {
  const words = WORDS[locale];

  test('a pattern is written by keyboard: completed, wrong at a place, put right, and the records light up', async () => {
    const { page, complaints } = await visit(words.address);
    const bench = await wake(page, 'pattern-key-deletion');
    const field = bench.getByLabel(words.pattern);
    await bench.locator('tr[data-hit=true]').first().waitFor();

    await bench.getByRole('button', { name: words.clear }).focus();
    await page.keyboard.press('Enter');
    await field.focus();
    await page.keyboard.type('{ $.errorC');
    const options = bench.getByRole('listbox', { name: words.options });
    await options.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe('pattern-key-deletion-option-0');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('{ $.errorCode');
    expect(await options.isHidden()).toBe(true);

    await page.keyboard.type(' = * AND $.readOnly IS TRUE }');
    await bench.getByText(words.and).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const marked = () =>
      field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(await marked()).toBe('AND');
    await page.keyboard.type('&&');

    await bench.getByText(words.twoOfSeven).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('false');
    expect(await matching(bench)).toEqual(['DescribeKey', 'Decrypt']);
    expect(complaints).toEqual([]);
  });

  test('the source pattern "*Exception" misses AccessDenied, and catches what has nothing to do with stopped keys', async () => {
    const { page } = await visit(words.address);
    const bench = await wake(page, 'pattern-key-deletion');
    await bench.getByRole('radio', { name: words.practice }).check();
    await bench.getByRole('button', { name: words.exceptions }).click();
    await bench.locator('tr[data-hit=true]').first().waitFor();
    const errors = await bench.locator('tr[data-hit=true] .error').allInnerTexts();
    expect(new Set(errors)).toEqual(new Set(['NotFoundException', 'KMSInvalidStateException', 'DisabledException']));
    expect(await bench.locator('tr[data-hit=false] .error').allInnerTexts()).toContain('AccessDenied');
  });

  test('the log is walked by arrow keys, and each record tells why it matches or not', async () => {
    const { page } = await visit(words.address);
    const bench = await wake(page, 'pattern-key-deletion');
    await bench.locator('tr[data-hit=true]').first().waitFor();
    await bench.locator('tbody button[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await bench.locator('.verdict[data-matched=false]').waitFor();
    await page.keyboard.press('ArrowDown');
    await bench.locator('.verdict[data-matched=true]').waitFor();
    await bench.locator('button:focus', { hasText: 'Decrypt' }).waitFor();
  });

  test('an alarm is made, a stopped key is called, the clock is turned, and a mail comes; undo takes it back', async () => {
    const { page, complaints } = await visit(words.address);
    const bench = await wake(page, 'pattern-key-deletion');
    await bench.locator('tr[data-hit=true]').first().waitFor();
    const alarm = await wake(page, 'alarm-key-deletion');
    await alarm.getByRole('button', { name: words.make }).focus();
    await page.keyboard.press('Enter');
    await alarm.getByText(words.nothing).waitFor();

    // What the log held before is not counted, though the clock has not moved.
    await alarm.getByRole('button', { name: words.hour }).click();
    expect(await alarm.locator('.mail[data-state]').count()).toBe(0);

    await alarm.getByRole('button', { name: words.call }).focus();
    await page.keyboard.press('Enter');
    await alarm.getByRole('button', { name: words.hour }).focus();
    await page.keyboard.press('Enter');
    const mail = alarm.locator('li[data-state=ALARM]');
    await mail.waitFor();
    expect(await mail.innerText()).toContain('ALARM: "key-watch" in Asia Pacific (Tokyo)');
    expect(await mail.innerText()).toContain('2026-04-15 10:05');
    expect(await alarm.locator('figure tbody tr').count()).toBeGreaterThanOrEqual(4);

    for (let step = 0; step < 2; step++) await alarm.getByRole('button', { name: words.undo }).click();
    await alarm.getByText(words.nothing).waitFor();
    await page.reload({ waitUntil: 'networkidle' });
    const again = await wake(page, 'alarm-key-deletion');
    await again.locator('.lamp').waitFor();
    expect(complaints).toEqual([]);
  });

  test('a rule that is merely enabled gets no Decrypt; with all management events it does', async () => {
    const { page } = await visit(words.address);
    const rule = await wake(page, 'rule-detection');
    await rule.locator('[data-verdict=readOnlyWithheld]').waitFor();
    expect(await rule.locator('[data-verdict=delivered]').count()).toBe(0);
    await rule.getByLabel(words.state).selectOption('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
    await rule.locator('[data-verdict=delivered]').waitFor();
    expect(await rule.locator('[data-verdict=readOnlyWithheld]').count()).toBe(0);
  });

  test('the widgets have no fault that axe finds, at work as at rest', async () => {
    const { page } = await visit(words.address);
    const bench = await wake(page, 'pattern-key-deletion');
    await bench.locator('tr[data-hit=true]').first().waitFor();
    const field = bench.getByLabel(words.pattern);
    await field.fill('{ $.errorCode = ');
    await field.press('Control+ ');
    await bench.getByRole('option').first().waitFor();
    const faults = async (selector: string) => {
      const { violations } = await new AxeBuilder({ page }).include(selector).analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    };
    expect(await faults('#pattern-key-deletion')).toEqual([]);
    await bench.getByRole('button', { name: words.exceptions }).click();
    const alarm = await wake(page, 'alarm-key-deletion');
    await alarm.getByRole('button', { name: words.make }).click();
    await alarm.getByRole('button', { name: words.call }).click();
    await alarm.getByRole('button', { name: words.hour }).click();
    await alarm.locator('li[data-state=ALARM]').waitFor();
    expect(await faults('#alarm-key-deletion')).toEqual([]);
    await wake(page, 'rule-detection');
    expect(await faults('#rule-detection')).toEqual([]);
  });
});
