import { type CustomTypesConfig, types } from 'pg'

const { builtins } = types

/** Instants arrive as Temporal.Instant, legal dates as ISO text, counts as numbers: what JavaScript's Date would blur is kept. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return types.getTypeParser(oid, format)
    if (oid === builtins.TIMESTAMPTZ) return toInstant
    if (oid === builtins.DATE) return (text: string) => text
    if (oid === builtins.INT8) return Number
    return types.getTypeParser(oid, 'text')
  }) as CustomTypesConfig['getTypeParser'],
}

/** PostgreSQL writes `2026-11-21 20:40:18.5+00`, and `2026-11-21T20:40:18.5+00:00` in JSON. */
export function toInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
}

/** Values as the driver sends them: it knows Date and not Temporal. */
export function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString()
  return Array.isArray(value) ? value.map(toParameter) : value
}
