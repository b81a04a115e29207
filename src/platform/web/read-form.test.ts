import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from '../../values/ids.ts'
import { day, optionalEmail, optionalText, requiredText } from './field-schemas.ts'
import { readForm } from './read-form.ts'
import type { SentForm } from './sent-form.ts'

const sent = (values: Record<string, string>, lists: Record<string, string[]> = {}): SentForm => ({
  values,
  lists,
  files: {},
  key: newId(),
  age: 5,
})
const schema = z.object({
  name: requiredText('Enter a name', 10),
  note: optionalText(5),
  ways: z.array(z.string()).default([]),
})

test('text is tidied: one kind of line end, composed letters, no space around', () => {
  const reading = readForm(schema, sent({ name: '  Siaˆn'.replace('aˆ', 'a\u0302'), note: 'a\r\nb' }))
  expect(reading).toEqual({ ok: true, value: { name: 'Siân', note: 'a\nb', ways: [] } })
})

test('each field has one message, and everything is as it was typed', () => {
  const reading = readForm(schema, sent({ name: ' ', note: 'too long' }, { ways: ['a', 'b'] }))
  expect(reading).toEqual({
    ok: false,
    errors: { name: 'Enter a name', note: 'This must be 5 characters or fewer' },
    values: { name: ' ', note: 'too long', 'ways[]': ['a', 'b'] },
  })
})

test('a character that no text has is refused at its field', () => {
  const reading = readForm(schema, sent({ name: 'Al\u0000ex', note: 'ok' }))
  expect(reading.ok).toBe(false)
  expect(Object.keys(reading.ok ? {} : reading.errors)).toEqual(['name'])
})

test('right-to-left, emoji, quotes and markup are text like any other', () => {
  for (const name of ['שלום', '👩‍👧', `O'R"`, '<b>x</b>']) {
    expect(readForm(schema, sent({ name })).ok).toBe(true)
  }
})

test('an e-mail address is one that a message can be sent to', () => {
  const email = z.object({ email: optionalEmail('Enter an e-mail address') })
  for (const good of ['', 'a@b.example', "o'rafferty+x@mail.example.org"])
    expect(readForm(email, sent({ email: good })).ok).toBe(true)
  for (const bad of [
    'a',
    'a@b',
    'a@b.c',
    'a b@c.example',
    'a@b.example, c@d.example',
    'a@b.example\nBcc: x@y.example',
  ]) {
    expect(readForm(email, sent({ email: bad })).ok).toBe(false)
  }
})

test('a day is one of the calendar', () => {
  const form = z.object({ day: day('Enter a day') })
  expect(readForm(form, sent({ day: '2026-11-24' })).ok).toBe(true)
  for (const bad of ['2026-02-30', '24/11/2026', '2026-11-24T00:00', ''])
    expect(readForm(form, sent({ day: bad })).ok).toBe(false)
})
