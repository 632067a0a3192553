import { expect, test } from 'vitest'
import { flawOf, formatSize } from './files'

test.each([
  ['Gewerbelizenz.PDF', 48_213, undefined],
  ['营业执照.jpeg', 5_242_880, undefined],
  ['scan.png', 5_242_881, 'large'],
  ['scan.png', 0, 'empty'],
  ['titles.docx', 1, 'kind'],
  ['pdf', 1, 'kind'],
])('a file called %s of %d bytes is %s', (name, size, flaw) => {
  expect(flawOf({ name, size })).toBe(flaw)
})

test('a size is told in the unit that suits it', () => {
  expect(formatSize(1, 'en')).toBe('1 KB')
  expect(formatSize(48_213, 'en')).toBe('47 KB')
  expect(formatSize(1_258_291, 'de')).toBe('1,2 MB')
})
