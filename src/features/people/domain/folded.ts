import { comparableTelephone } from '../../../values/telephone.ts'

/** A contact detail as it is compared: the same number, address or mailbox however it was typed. */
export function folded(kind: 'email' | 'telephone' | 'address', value: string): string {
  if (kind === 'telephone') return comparableTelephone(value) ?? value.replace(/\s/g, '')
  return value.trim().toLowerCase().replace(/\s+/g, ' ')
}
