import { expect, test } from 'vitest'
import { malformed } from './malformed.ts'

const asked = (method: string, url: string, ...hosts: string[]) =>
  malformed({
    method,
    url,
    rawHeaders: (hosts.length > 0 ? hosts : ['service.example']).flatMap((host) => ['Host', host]),
  })

test('an ordinary request is read', () => {
  expect(asked('GET', '/office/cases?show=live')).toBeNull()
  expect(asked('POST', '/contact')).toBeNull()
  expect(asked('HEAD', '/')).toBeNull()
})

test.each([
  ['TRACE', '/', 'method'],
  ['PUT', '/contact', 'method'],
  ['OPTIONS', '*', 'method'],
  ['GET', '//', 'address'],
  ['GET', '//elsewhere.example/', 'address'],
  ['GET', 'http://elsewhere.example/', 'address'],
  ['GET', '/\\elsewhere.example', 'address'],
  ['GET', '/%00', 'address'],
  ['GET', '/%', 'address'],
  ['GET', '/a%0d%0ab', 'address'],
  ['GET', `/${'a'.repeat(3000)}`, 'address'],
])('%s %s is refused', (method, url, why) => {
  expect(asked(method, url)).toBe(why)
})

test('two Host headers, or none, are refused: proxies read them in different ways', () => {
  expect(asked('GET', '/', 'one.example', 'two.example')).toBe('host')
  expect(malformed({ method: 'GET', url: '/', rawHeaders: [] })).toBe('host')
})
