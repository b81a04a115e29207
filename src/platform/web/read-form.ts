import type { z } from 'zod'
import { fieldsWithControls, type SentForm, tidied } from './sent-form.ts'

/** A form read: its value, or a message for each field that is not right, with everything as it was typed. */
export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly errors: Readonly<Record<string, string>>
      readonly values: Readonly<Record<string, string | readonly string[]>>
    }

/**
 * Reads what was sent by a schema whose messages are written for people. Text is tidied before; a field with a character that no
 * text has is refused at that field. Fields sent more than once reach the schema as lists.
 */
export function readForm<Schema extends z.ZodType>(schema: Schema, form: SentForm): FormReading<z.output<Schema>> {
  const controls = fieldsWithControls(form)
  if (controls.length > 0) {
    const message = 'This has a hidden character in it that cannot be kept. Delete it and type the text again'
    return { ok: false, errors: Object.fromEntries(controls.map((name) => [name, message])), values: asTyped(form) }
  }
  const texts = Object.entries(form.values).map(([name, value]) => [name, tidied(value)])
  const result = schema.safeParse({ ...Object.fromEntries(texts), ...form.lists, ...form.files })
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message
  return { ok: false, errors, values: asTyped(form) }
}

/** What was sent, by the names of the inputs, to be shown again. */
export const asTyped = (form: SentForm): Record<string, string | readonly string[]> => ({
  ...form.values,
  ...Object.fromEntries(Object.entries(form.lists).map(([name, chosen]) => [`${name}[]`, chosen])),
})
