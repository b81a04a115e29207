import { setTimeout as wait } from 'node:timers/promises'
import { attribute } from '../support/html-reading.ts'
import { formsOf, hiddenFields, type Seen, type Typed, titleOf, type Visitor, wordsOf } from '../support/visitor.ts'

/** Fields in which nobody writes anything of their own, each with why. */
const notOurs: readonly (readonly [RegExp, string])[] = [
  [/^homepage$/, 'only a program fills it in'],
  [/-(day|month|year)$/, 'a date: as a whole it is planted where it is somebody’s'],
  [/^time$/, 'the time of an appointment'],
]

/** Fields that a test of this kind must fill, and did not: a field that somebody added later has no canary yet. */
export class Unplanted extends Error {
  override name = 'Unplanted'
}

/** Fills in forms as a person does, and notes which addresses were sent to. Refuses to leave a field of text without a canary. */
export class FormFiller {
  /** Addresses that took a form. */
  readonly sent: string[] = []

  async fill(
    browser: Visitor,
    page: string,
    typed: Typed,
    more: { action?: string; readFor?: number; to?: string } = {},
  ): Promise<Seen> {
    const action = more.action ?? page
    const { html } = await browser.get(page)
    const form = formsOf(html).find((it) => it.action === action)
    if (!form) throw new Error(`no form to ${action} on “${titleOf(html)}”: ${wordsOf(html).slice(0, 300)}`)
    const missing = form.elements
      .filter(takesText)
      .map((it) => attribute(it, 'name') ?? '')
      .filter((name) => !(name in typed))
    const forgotten = missing.filter((name) => !notOurs.some(([pattern]) => pattern.test(name)))
    if (forgotten.length > 0) throw new Unplanted(`no canary in ${forgotten.join(', ')} of ${action}`)
    if (more.readFor) await wait(more.readFor)
    const answer = await browser.post(more.to ?? action, { ...hiddenFields(html, action), ...typed })
    this.#note(more.to ?? action, answer)
    return answer
  }

  async upload(browser: Visitor, page: string, fields: Readonly<Record<string, string>>, file: File): Promise<Seen> {
    const { html } = await browser.get(page)
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...hiddenFields(html, page), ...fields })) form.append(name, value)
    form.append('file', file)
    const answer = await browser.upload(page, form)
    this.#note(page, answer)
    return answer
  }

  #note(action: string, answer: Seen): void {
    if (answer.status !== 303 && answer.status !== 200)
      throw new Error(`${action} answered ${answer.status}: ${wordsOf(answer.html).slice(0, 300)}`)
    if (answer.status === 200 && answer.html.includes('govuk-error-summary'))
      throw new Error(`${action} was not taken: ${wordsOf(answer.html).slice(0, 600)}`)
    this.sent.push(action)
  }
}

const textTypes = ['text', 'email', 'tel', 'search', 'url', undefined]

const takesText = (it: Parameters<typeof attribute>[0]): boolean =>
  it.tagName === 'textarea' || (it.tagName === 'input' && textTypes.includes(attribute(it, 'type')))
