import { done, type Outcome, refused } from './outcome.ts'

/** A postcode as Royal Mail writes it, such as `NR1 1AA`, or `NFA` for a person of no fixed abode. Equal text is the same place. */
export type Postcode = string & { readonly postcode: unique symbol }

export type PostcodeReason = 'postcode.empty' | 'postcode.invalid'

export const noFixedAbode = 'NFA' as Postcode

/** The postcode areas of Great Britain and Northern Ireland, the Channel Islands, Man and the forces (BFPO). */
const areas = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY ' +
    'G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR ' +
    'NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA ' +
    'WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
)

// The letters that may stand after the district's digit, and those that the inward part never uses (BS 7666).
const shape = /^(?<area>[A-Z]{1,2})(?<district>\d{1,2}|\d[A-HJKMNPR-Y])(?<inward>\d[ABD-HJLNP-UW-Z]{2})$/
const saidWithoutAbode = new Set(['NFA', 'NOFIXEDABODE', 'NOFIXEDADDRESS'])

/** Reads a postcode however it was spaced or cased. */
export function readPostcode(typed: string): Outcome<Postcode, PostcodeReason> {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.-]/gu, '')
  if (letters === '') return refused('postcode.empty')
  if (saidWithoutAbode.has(letters)) return done(noFixedAbode)
  const parts = shape.exec(letters)?.groups
  if (!parts?.area || !areas.has(parts.area)) return refused('postcode.invalid')
  return done(`${parts.area}${parts.district} ${parts.inward}` as Postcode)
}

/** The part that names a district and not a street, such as `NR1`; null for a person of no fixed abode. */
export const outwardPart = (postcode: Postcode): string | null =>
  postcode === noFixedAbode ? null : (postcode.split(' ')[0] ?? null)
