import { expect, test } from 'vitest'
import { commonWords } from './common-words.ts'
import { passwordFault } from './password-rules.ts'

test.each([
  ['short', 'kelp-Orrery9'.slice(0, 11)],
  ['long', 'kelp orrery '.repeat(20)],
  ['common', 'password1234'],
  ['common', 'Passw0rd!!!!'],
  ['common', 'P@$$w0rd2026'],
  ['common', 'liverpool2024!'],
  ['common', 'ILoveYou123456'],
  ['common', 'charlie&lucy2019'],
  ['common', 'Summer2026Summer'],
  ['common', '123456789012'],
  ['common', '987654321098'],
  ['common', 'qwertyuiop12'],
  ['common', '1q2w3e4r5t6y'],
  ['common', 'zxcvbnm,./zxcvbnm'],
  ['common', 'aaaaaaaaaaaa'],
  ['common', 'x7x7x7x7x7x7'],
  ['common', 'Administrator1'],
  ['common', 'mediation-2026'],
  ['common', 'correcthorsebatterystaple'],
])('%s: %s', (fault, password) => {
  expect(passwordFault(password)).toBe(fault)
})

test.each([
  'kelp-Orrery9x',
  'velvet orrery kelp',
  'nine lanterns over wet slate',
  'sunshine tiger garden bridge house',
  '7391 5520 8846',
  'ünwahrscheinliche Kröte',
  '正しい馬電池ホッチキス雨傘門',
])('no fault: %s', (password) => {
  expect(passwordFault(password)).toBeNull()
})

test('what a stranger would try first is refused: own name, address, the service', () => {
  const about = ['Wilhelmina Thackeray', 'w.thackeray@harbour-hill.example', 'Harbour Hill Mediation']
  expect(passwordFault('Wilhelmina1987!', about)).toBe('common')
  expect(passwordFault('thackeray.wilhelmina', about)).toBe('common')
  expect(passwordFault('HarbourHill2026', about)).toBe('common')
  expect(passwordFault('Wilhelmina1987!')).toBeNull()
})

test('the usual endings of usual words come to more than three thousand passwords, and each is refused', () => {
  const endings = [
    '123',
    '1234',
    '12345',
    '123456',
    '2024',
    '2025',
    '2026',
    '!',
    '1!',
    '01',
    '007',
    '123!',
    '2026!',
    '2023',
    '99',
    '69',
    '22',
    '321',
  ]
  const usual = [...commonWords].flatMap((word) => endings.map((end) => word + end)).filter((it) => it.length >= 12)
  const doubled = [...commonWords]
    .filter((it) => it.length >= 5)
    .map((it) => `${it}${it}1`)
    .filter((it) => it.length >= 12)
  const all = new Set([...usual, ...usual.map((it) => it[0]?.toUpperCase() + it.slice(1)), ...doubled])
  expect(all.size).toBeGreaterThan(3000)
  expect([...all].filter((it) => passwordFault(it) !== 'common')).toEqual([])
})

test('a long password is judged at once', () => {
  const start = performance.now()
  passwordFault('a1'.repeat(100))
  passwordFault('mypassword'.repeat(20))
  expect(performance.now() - start).toBeLessThan(200)
})
