import { describe, expect, it } from 'vitest';
import { exampleTitle, writtenLine, writtenText } from '../../../src/read/help/written-text.ts';

describe('writtenText', () => {
  it.each([
    ['', undefined],
    [' \n ', undefined],
    ['{{ Fill in the Description }}', undefined],
    ['{{Fill in the Synopsis}}', undefined],
    ['PS C:\\> {{ Add example code here }}', undefined],
    [' Counts {{ braces }} ', 'Counts {{ braces }}'],
    ['a\n\nb', 'a\n\nb'],
  ])('reads %j as %j', (text, written) => {
    expect(writtenText(text)).toBe(written);
  });
});

describe('writtenLine', () => {
  it('puts words on one line', () => {
    expect(writtenLine(' Gets\n  a   widget. ')).toBe('Gets a widget.');
  });
});

describe('exampleTitle', () => {
  it.each([
    ['-------- Example 1: Add a widget --------', 'Example 1: Add a widget'],
    ['---------- EXAMPLE 1 ----------', 'EXAMPLE 1'],
    ['Well-known', 'Well-known'],
    ['-----', undefined],
  ])('reads %j as %j', (text, title) => {
    expect(exampleTitle(text)).toBe(title);
  });
});
