import { type Keyring, newCaseKey, open, seal, type WrappedKey } from './keyring.ts'
import { Unreadable } from './sealing.ts'

/** Seals a text that belongs to no case with a key of its own, which stands wrapped beside it: `own.key.text`. */
export function sealAlone(keyring: Keyring, text: string, context: string): string {
  const key = newCaseKey()
  return `own.${keyring.wrap(key)}.${seal(text, key, context)}`
}

/** Opens what `sealAlone` made; null when it cannot be opened here or is none such. */
export function openAlone(keyring: Keyring, sealed: string, context: string): string | null {
  const [kind, wrapped, text] = sealed.split('.')
  if (kind !== 'own' || !wrapped || !text) return null
  try {
    return open(text, keyring.unwrap(wrapped as WrappedKey), context)
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}
