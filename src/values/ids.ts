import { randomUUID } from 'node:crypto'

/** A random identifier (UUID version 4). Version 7 is not used: it tells when a record was made. */
export type Id = string & { readonly id: unique symbol }

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const newId = (): Id => randomUUID() as Id

export const isId = (value: unknown): value is Id => typeof value === 'string' && pattern.test(value)

/** Reads an identifier that must be well formed; a malformed one is a bug of the caller, so it throws. */
export function asId(value: string): Id {
  if (!isId(value)) throw new TypeError('not an identifier')
  return value
}
