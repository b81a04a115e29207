import type { FastifyRequest } from 'fastify'
import type { Id } from '../../values/ids.ts'
import type { SentFile, SentForm } from './sent-form.ts'

/** The hidden field that every form carries. */
export const tokenField = '_form'

export interface RawForm {
  readonly values: Record<string, string>
  readonly lists: Record<string, string[]>
  readonly files: Record<string, SentFile>
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads a sent body, by either encoding, into plain records. Fields named like parts of JavaScript's objects are left out. */
export async function readBody(request: FastifyRequest): Promise<RawForm> {
  const form: RawForm = { values: {}, lists: {}, files: {} }
  if (request.isMultipart()) {
    for await (const part of request.parts()) {
      if (part.type === 'field') addValue(form, part.fieldname, String(part.value ?? ''))
      else if (part.filename !== '' && !forbidden.has(part.fieldname)) {
        form.files[part.fieldname] = { name: part.filename, bytes: await part.toBuffer() }
      } else part.file.resume()
    }
    return form
  }
  if (!(request.body instanceof URLSearchParams)) return form
  for (const [name, value] of request.body) addValue(form, name, value)
  return form
}

/** A field named `x[]` may be chosen more than once and becomes the list `x`; of any other the last one counts. */
function addValue(form: RawForm, name: string, value: string): void {
  const list = name.endsWith('[]') ? name.slice(0, -2) : null
  if (forbidden.has(list ?? name) || name.length > 100) return
  if (list === null) form.values[name] = value
  // What a record inherits, such as `toString`, is no list that was sent.
  else form.lists[list] = [...((Object.hasOwn(form.lists, list) && form.lists[list]) || []), value]
}

export function sentForm(raw: RawForm, token: { key: Id; age: number }): SentForm {
  const { [tokenField]: _token, ...values } = raw.values
  return { values, lists: raw.lists, files: raw.files, key: token.key, age: token.age }
}
