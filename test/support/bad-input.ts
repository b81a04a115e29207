import { expect, test } from 'vitest'
import { attribute, byId, type Element, elementsOf, textOf, valuesOf } from './html-reading.ts'

/** One field in which people type. */
export interface TypedField {
  /** Characters that fit; left out where the length is not what judges the field. */
  readonly longest?: number
  readonly required?: boolean
  /** Things that are not what the field asks for. */
  readonly wrong?: readonly string[]
  /** Identifier to which its error leads, where that is not the field's name: the first input of a date. */
  readonly leadsTo?: string
  /** Identifier of its error message, where that is not `NAME-error`. */
  readonly messageId?: string
}

export interface FormUnderTest {
  /** Everything filled in rightly; what can be chosen more than once is a list and named `x[]`. */
  readonly valid: Fields
  readonly typed: Readonly<Record<string, TypedField>>
  /** Choices that must be made. */
  readonly chosen?: readonly string[]
  /** Choices that are asked for only after another answer, which `valid` gives. */
  readonly offered?: readonly string[]
  /** Nothing in it must be filled in. */
  readonly mayBeEmpty?: boolean
  /** It asks and changes nothing. */
  readonly savesNothing?: boolean
  /** Takes files too, and so holds much more. */
  readonly takesFiles?: boolean
  /** Changes that make the form refused whatever else it holds, so that it comes back with what was typed. */
  readonly spoiled: Fields
  /** The address from which the form was got, with a fresh token. */
  fresh(): Promise<Fields>
  send(body: URLSearchParams): Promise<{ readonly status: number; readonly html: string }>
  /** How many things were saved so far. */
  saved(): Promise<number>
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** Texts that are harmless, and do harm where text is taken for something else. */
export const strangeTexts: Readonly<Record<string, string>> = {
  markup: `<script>alert(1)</script><img src=x onerror=alert(1)></textarea><b>bold</b>`,
  'quotes and brackets': `"'\`>&amp;&#39;{{7*7}}\${7*7}<!--`,
  'right-to-left': 'שלום \u202Eabc\u202C مرحبا',
  emoji: '👩‍👧‍👦 🏳️‍🌈 é e\u0301',
  'prototype names': '__proto__ constructor toString',
  'a statement of SQL': `'); DROP TABLE ev.enquiry; --`,
  'white space': 'a\u00a0b\u2003c\u200bd',
}

const encoded = (fields: Fields): URLSearchParams => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  return body
}

const longText = (length: number) =>
  'abcdefghi '
    .repeat(Math.ceil(length / 10))
    .slice(0, length - 1)
    .concat('x')

/** Tries a form with every kind of bad input. `form` is asked for when the tests run, so that it may be made in `beforeAll`. */
export function triesBadInput(
  name: string,
  shape: Pick<FormUnderTest, 'typed' | 'chosen' | 'offered' | 'mayBeEmpty' | 'savesNothing' | 'takesFiles'>,
  form: () => FormUnderTest,
): void {
  const send = async (changes: Fields) =>
    form().send(encoded({ ...form().valid, ...(await form().fresh()), ...changes }))

  /** Sends what must be refused at some fields, and says that nothing was saved. */
  const refused = async (changes: Fields, at: readonly string[]): Promise<Element[]> => {
    const before = await form().saved()
    const answer = await send(changes)
    expect(answer.status).toBe(422)
    const elements = elementsOf(answer.html)
    for (const field of at) saysSoAt(elements, field, shape.typed[field])
    expect(await form().saved()).toBe(before)
    return elements
  }

  test(`${name}: what is right is taken once, however often it is sent`, async () => {
    const before = await form().saved()
    const body = encoded({ ...form().valid, ...(await form().fresh()) })
    expect((await form().send(body)).status).toBe(303)
    expect((await form().send(body)).status).toBe(303)
    expect(await form().saved()).toBe(before + (shape.savesNothing ? 0 : 1))
  })

  test(`${name}: an empty form says at each field what to do`, async () => {
    const before = await form().saved()
    const answer = await form().send(encoded(await form().fresh()))
    if (shape.mayBeEmpty) return void expect(answer.status).toBe(303)
    expect(answer.status).toBe(422)
    const elements = elementsOf(answer.html)
    const needed = Object.keys(shape.typed).filter((field) => shape.typed[field]?.required)
    for (const field of [...needed, ...(shape.chosen ?? [])]) saysSoAt(elements, field, shape.typed[field])
    expect(await form().saved()).toBe(before)
  })

  for (const field of [...(shape.chosen ?? []), ...(shape.offered ?? [])]) {
    test(`${name}: ${field} with an answer that was not on offer`, async () => {
      await refused({ [field]: field.endsWith('[]') ? ['__proto__', 'none', 'other'] : '__proto__' }, [field])
    })
  }

  for (const [field, { longest, required, wrong }] of Object.entries(shape.typed)) {
    if (required) {
      test(`${name}: ${field} left out, or only spaces`, async () => {
        await refused({ [field]: '' }, [field])
        await refused({ [field]: ' \u00a0\t ' }, [field])
      })
    }
    if (longest !== undefined) {
      test(`${name}: ${field} over-long`, async () => {
        const text = longText(longest + 1)
        expect(valuesOf(await refused({ [field]: text }, [field]), field)).toEqual([text])
      })
    }
    for (const text of wrong ?? []) {
      test(`${name}: ${field} with ${JSON.stringify(text)}`, async () => {
        expect(valuesOf(await refused({ [field]: text }, [field]), field)).toEqual([text])
      })
    }
    test(`${name}: ${field} with characters that no text has`, async () => {
      for (const control of ['\u0000', '\u0007', '\u001b', '\u007f'])
        await refused({ [field]: `before${control}after` }, [field])
    })
  }

  for (const [kind, text] of Object.entries(strangeTexts)) {
    test(`${name}: ${kind} comes back as typed and as nothing else`, async () => {
      const plain = elementsOf((await send(form().spoiled)).html).map((it) => it.tagName)
      const changes = Object.fromEntries(Object.keys(shape.typed).map((field) => [field, text]))
      const elements = await refused({ ...changes, ...form().spoiled }, [])
      for (const field of Object.keys(changes)) {
        if (field in form().spoiled) continue
        expect(valuesOf(elements, field), field).toEqual([text])
      }
      for (const dangerous of ['script', 'img', 'b', 'iframe'])
        expect(elements.filter((it) => it.tagName === dangerous)).toHaveLength(
          plain.filter((tag) => tag === dangerous).length,
        )
      expect(elements.flatMap((it) => it.attrs).filter((it) => it.name.startsWith('on'))).toEqual([])
    })
  }

  test(`${name}: fields named like parts of JavaScript change nothing`, async () => {
    const body = encoded({ ...form().valid, ...(await form().fresh()), ...form().spoiled })
    for (const odd of [
      '__proto__',
      'constructor',
      'prototype',
      '__proto__[]',
      'toString[]',
      'constructor[]',
      'toString',
      'x'.repeat(500),
    ])
      body.append(odd, 'polluted')
    const before = await form().saved()
    expect((await form().send(body)).status).toBe(422)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(await form().saved()).toBe(before)
  })

  test(`${name}: of a field that is sent twice the last counts`, async () => {
    const [field] = Object.keys(shape.typed).filter((it) => shape.typed[it]?.required)
    if (!field) return
    const body = encoded({ ...form().valid, ...(await form().fresh()) })
    body.append(field, '')
    const before = await form().saved()
    expect((await form().send(body)).status).toBe(422)
    expect(await form().saved()).toBe(before)
  })

  test(`${name}: more than a form can hold`, async () => {
    const [field = ''] = Object.keys(shape.typed)
    const before = await form().saved()
    const answer = await send({ [field]: 'long '.repeat(shape.takesFiles ? 6_000_000 : 80_000) })
    expect(answer.status).toBe(413)
    expect(await form().saved()).toBe(before)
  })

  test(`${name}: a form that was not made here`, async () => {
    const before = await form().saved()
    expect((await form().send(encoded(form().valid))).status).toBe(403)
    expect(await form().saved()).toBe(before)
  })
}

/** A message at the field, a link to it in the summary, and something there for the link to lead to. */
function saysSoAt(elements: readonly Element[], field: string, typed: TypedField | undefined): void {
  const targets = [typed?.leadsTo, field].filter((it) => it !== undefined)
  const messages = [typed?.messageId, ...targets.map((it) => `${it}-error`)].map((id) => byId(elements, id ?? ''))
  expect(
    messages.some((it) => it && textOf(it).trim() !== ''),
    `message at ${field}`,
  ).toBe(true)
  const led = targets.filter((it) => elements.some((a) => a.tagName === 'a' && attribute(a, 'href') === `#${it}`))
  expect(led, `link to ${field}`).not.toEqual([])
  for (const target of led) expect(byId(elements, target), `something named ${target}`).toBeDefined()
}
