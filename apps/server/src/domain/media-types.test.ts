import { expect, test } from 'vitest';
import { extensionOf, isOfKind } from './media-types.ts';

test.each([
  ['clip', 'video/webm', 'webm'],
  ['clip', 'video/quicktime', 'mov'],
  ['music', 'audio/flac', 'flac'],
  ['music', 'audio/ogg', 'ogg'],
  ['music', 'audio/x-m4a', 'm4a'],
] as const)('a paid %s of type %s is taken and can be stored as .%s', (kind, mimeType, extension) => {
  expect(isOfKind(kind, mimeType)).toBe(true);
  expect(extensionOf(mimeType)).toBe(extension);
});

test('a file of a type that nobody thought of has a name, too', () => {
  expect(extensionOf('application/x-surprise')).toBe('bin');
});

test('a picture is no clip, and a page of HTML is nothing', () => {
  expect(isOfKind('clip', 'image/png')).toBe(false);
  expect(isOfKind('image', 'text/html')).toBe(false);
});
