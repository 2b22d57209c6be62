import { expect, it } from 'vitest';
import { answerShape } from '../../src/read/answer-shape.ts';

it.each([
  ['', 'nothing'],
  ['  \n', 'nothing'],
  ['{"a":1}', 'JSON'],
  ['\uFEFF[1]', 'JSON'],
  ['<!DOCTYPE html><p>', 'a page of HTML'],
  ['<html lang="en">', 'a page of HTML'],
  ['<?xml version="1.0"?>\n<service xmlns="x">', 'a V2 service document'],
  ['<?xml version="1.0" encoding="utf-8"?>\n<a:feed xmlns:a="x">', 'a V2 feed'],
  ['<?xml version="1.0"?><entry>', 'a V2 entry'],
  ['<?xml version="1.0"?><rss>', 'other XML'],
  ['<a:feed>', 'other XML'],
  ['Hello', 'something else'],
])('takes %j for %s', (text, shape) => {
  expect(answerShape(text)).toBe(shape);
});
