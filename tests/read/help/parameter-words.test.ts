import { describe, expect, it } from 'vitest';
import type { CommandParameter } from '../../../src/domain/command-help.ts';
import {
  defaultValue,
  pipelineInput,
  positionNumber,
  positionsFromZero,
  wordList,
} from '../../../src/read/help/parameter-words.ts';

describe('pipelineInput', () => {
  it.each([
    ['False', []],
    ['', []],
    ['True', ['value']],
    ['True (ByValue)', ['value']],
    ['true (ByPropertyName)', ['property']],
    ['True (ByPropertyName, ByValue)', ['value', 'property']],
    ['ByValue (True), ByName (False)', ['value']],
    ['ByValue (False), ByName (True)', ['property']],
    ['ByValue (False), ByName (False)', []],
  ])('reads %j as %j', (text, pipeline) => {
    expect(pipelineInput(text)).toEqual(pipeline);
  });
});

describe('wordList', () => {
  it.each([
    ['', []],
    ['none', []],
    ['None', []],
    ['None, All', ['None', 'All']],
    [' a,b ,, c ', ['a', 'b', 'c']],
  ])('reads %j as %j', (text, words) => {
    expect(wordList(text)).toEqual(words);
  });
});

describe('positionNumber', () => {
  it.each([
    ['0', 0],
    [' 12 ', 12],
    ['named', undefined],
    ['-1', undefined],
    ['1e3', undefined],
    [undefined, undefined],
  ])('reads %j as %j', (text, position) => {
    expect(positionNumber(text)).toBe(position);
  });
});

describe('defaultValue', () => {
  it.each([
    ['None', 'string', undefined],
    ['', 'string', undefined],
    ['False', 'switch', undefined],
    ['False', 'bool', 'False'],
    [' $PWD ', 'string', '$PWD'],
  ])('reads %j of a %s as %j', (text, type, value) => {
    expect(defaultValue(text, type)).toBe(value);
  });
});

describe('positionsFromZero', () => {
  const positions = (...given: readonly (number | undefined)[]) =>
    positionsFromZero(given.map((position) => ({ position }) as CommandParameter)).map(
      ({ position }) => position,
    );

  it.each([
    [
      [1, undefined, 2],
      [0, undefined, 1],
    ],
    [
      [0, 1],
      [0, 1],
    ],
    [[undefined], [undefined]],
  ])('counts %j as %j', (given, counted) => {
    expect(positions(...given)).toEqual(counted);
  });
});
