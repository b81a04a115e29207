import { comparableTelephone } from '../../../values/telephone.ts'

/** A contact detail as it is compared: the same number or mailbox however it was typed. */
export function folded(kind: 'email' | 'telephone', value: string): string {
  return kind === 'telephone' ? (comparableTelephone(value) ?? value.replace(/\s/g, '')) : mailbox(value)
}

/** What stands after a plus leads to the same mailbox; at Google so does the name with other dots. */
function mailbox(value: string): string {
  const plain = value.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '')
  const at = plain.lastIndexOf('@')
  if (at < 1) return plain
  const name = plain.slice(0, at).replace(/(?<=.)\+.*$/, '')
  const host = plain.slice(at + 1)
  return /^(gmail|googlemail)\.com$/.test(host) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${host}`
}

/**
 * An address as it is compared. In this country a postcode and the numbers of a house and flat say which home it is, in whatever
 * order or spelling; a house without a number goes by its first line. Rather too many are alike than too few: of two that look like
 * one, somebody is asked.
 */
export function foldedAddress(address: string, postcode: string | null): string {
  const plain = address.normalize('NFKC').toLowerCase()
  const numbers = (plain.match(/\b\d+[a-z]?\b/g) ?? []).toSorted()
  const [firstLine = ''] = plain.split('\n')
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
  if (!postcode) return letters(plain)
  return `${letters(postcode.toLowerCase())} ${numbers.length > 0 ? numbers.join(' ') : letters(firstLine)}`
}
