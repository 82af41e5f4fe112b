import { describe, expect, test } from 'vitest';
import { beatAt, planForm } from './form.ts';

describe('the form of a piece', () => {
  test('the drop falls on the first cut and the last chord rings to the end', () => {
    const form = planForm(15, [100, 120], [3, 6, 9, 12], 110);
    expect(form.dropSeconds).toBe(3);
    expect(15 - form.finalSeconds).toBeGreaterThan(0.5);
    expect(15 - form.finalSeconds).toBeLessThan(2.6);
  });

  test('a tempo is found whose beats meet evenly spaced cuts', () => {
    const form = planForm(15, [100, 130], [3, 6, 9, 12], 113);
    for (const cut of [6, 9, 12]) expect((beatAt(form, cut) * 2) % 1).toBeCloseTo(0, 5);
  });

  test('a piece without cuts still has intro, build, main part and ending', () => {
    const sections = planForm(20, [80, 100], [], 90).bars.map(({ section }) => section);
    expect(sections).toEqual(expect.arrayContaining(['intro', 'build', 'main', 'ending']));
  });

  test('six seconds are enough', () => {
    const form = planForm(6, [118, 132], [2, 4], 125);
    expect(form.dropSeconds).toBe(2);
    expect(form.finalSeconds).toBeGreaterThan(form.dropSeconds);
    expect(form.finalSeconds).toBeLessThan(6);
  });
});
