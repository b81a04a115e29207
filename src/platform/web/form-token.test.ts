import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId } from '../../values/ids.ts'
import { formTokens } from './form-token.ts'

const secret = randomBytes(32)
const at = (seconds: number) => formTokens(secret, () => seconds * 1000)

test('a token tells its request key and how long ago the form was made', () => {
  const person = newId()
  const token = at(1000).make('office', person)
  const read = at(1090).read(token, 'office', person)
  expect(read?.age).toBe(90)
  expect(token.startsWith(read?.key ?? '?')).toBe(true)
})

test('two forms have two keys', () => {
  expect(at(1).make('public', null).slice(0, 36)).not.toBe(at(1).make('public', null).slice(0, 36))
})

test.each([
  ['of another area', (token: string) => at(1000).read(token, 'public', null)],
  ['of another person', (token: string) => at(1000).read(token, 'office', newId())],
  ['that was changed', (token: string) => at(1000).read(`${newId()}${token.slice(36)}`, 'office', null)],
  ['of another service', (token: string) => formTokens(randomBytes(32), () => 1_000_000).read(token, 'office', null)],
  ['older than a week', (token: string) => at(1000 + 8 * 24 * 3600).read(token, 'office', null)],
  ['from the future', (token: string) => at(10).read(token, 'office', null)],
  ['with something behind it', (token: string) => at(1000).read(`${token}.x`, 'office', null)],
])('a token %s is refused', (_, read) => {
  expect(read(at(1000).make('office', null))).toBeNull()
})

test('no token is refused', () => {
  expect(at(1).read(undefined, 'office', null)).toBeNull()
  expect(at(1).read('', 'office', null)).toBeNull()
})
