/** Invented people in any number, the same each time, and the ways in which their names are mistyped. */

/** A number from 0 to below 1 that the seed alone decides (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const givenNames = (
  'Adam Adele Aisha Alan Alfie Alice Amanda Amelia Amy Andrea Andrew Angela Anna Annabel Anthony Arthur Ashley Barbara Beatrice ' +
  'Benjamin Bethany Beverley Brian Bridget Callum Cameron Carol Catherine Charlotte Chloe Christine Christopher Claire Colin Craig ' +
  'Daisy Daniel Darren David Dawn Deborah Derek Diane Dominic Donna Dylan Edward Eleanor Elizabeth Emily Emma Eric Evelyn Faith ' +
  'Fatima Fiona Florence Frances Gareth Gemma Geoffrey George Gillian Glenn Grace Graham Hannah Harriet Harry Hayley Heather Helen ' +
  'Henry Holly Imogen Imran Isaac Isabella Jacqueline James Jane Janet Jasmine Jason Jennifer Jeremy Jessica Joanne Jonathan Joseph ' +
  'Joshua Judith Julian Karen Katherine Keith Kenneth Kevin Kieran Kirsty Laura Lauren Leanne Leonard Lewis Linda Louise Lucy Luke ' +
  'Malcolm Margaret Marian Marcus Martin Matthew Maureen Megan Melissa Michael Mohammed Molly Natalie Nathan Neil Nicholas Nicola ' +
  'Nigel Oliver Olivia Oscar Pamela Patricia Patrick Paul Pauline Peter Philip Phoebe Priya Rachel Raymond Rebecca Richard Robert ' +
  'Robin Ronald Rosemary Russell Samantha Sandra Sarah Scott Sean Sharon Sheila Shirley Simon Sophie Stacey Stephen Stewart Susan ' +
  'Sylvia Tara Teresa Thomas Timothy Tracey Valerie Vanessa Victoria Vincent Walter Wendy William Yasmin Yvonne Zoe'
).split(' ')
const beginnings = (
  'Ab Al Am Ash Bar Bax Beck Ben Black Bol Brad Bran Brock Brook Bur Cal Car Chad Clay Cob Cole Cran Crom Dal Dar Den Dods Dray Dun ' +
  'East Eg El Fair Fen Fitz Gar Gold Gran Green Hal Ham Har Hather Hen Hol Hud Ink Kel Ken Kings Lam Lang Lin Mar Mel Mid Mor Nor Oak ' +
  'Pem Quen Rad Red Ros Sel Shel Stan Stock Strat Sut Thorn Tre Up Wal War West Whit Win Wood'
).split(' ')
const endings = (
  'berry bert borough bourne bridge brook bury by combe cott croft dale den don er field ford gate grave ham hill hurst ing ington ' +
  'kin land ley low man mere more ney per ridge sey shaw side son stead ston thorpe ton tree vale ville wade way well wick wood worth'
).split(' ')

export interface InventedName {
  readonly given: string
  readonly family: string
}

export function inventNames(count: number): InventedName[] {
  const chance = chanceFrom(20261121)
  const one = (list: readonly string[]) => list[Math.floor(chance() * list.length)] ?? ''
  return Array.from({ length: count }, () => ({ given: one(givenNames), family: one(beginnings) + one(endings) }))
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** A name with one slip of the finger: a letter left out, doubled by another, another in its place, or two the wrong way round. */
export function slip(name: string, seed: number): string {
  const chance = chanceFrom(seed * 7919 + 1)
  const all = [...name]
  const places = all.flatMap((letter, at) => (letter === ' ' ? [] : [at]))
  const at = places[Math.floor(chance() * places.length)] ?? 0
  const other = letters[Math.floor(chance() * letters.length)] ?? 'e'
  const kind = Math.floor(chance() * 4)
  if (kind === 0) all.splice(at, 1)
  else if (kind === 1) all.splice(at, 0, other)
  else if (kind === 2) all[at] = other
  else if (all[at + 1] !== undefined && all[at + 1] !== ' ') all.splice(at, 2, all[at + 1] ?? '', all[at] ?? '')
  else all.splice(at, 0, other)
  return all.join('')
}

/** Spellings that sound alike. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'v'],
  [/ph/, 'f'],
  [/ie\b/, 'y'],
  [/y\b/, 'ie'],
  [/ey\b/, 'y'],
  [/ck/, 'k'],
  [/c(?=[aou])/i, 'K'],
  [/ll/, 'l'],
  [/nn/, 'n'],
  [/tt/, 't'],
  [/ss/, 's'],
  [/wh/i, 'W'],
  [/ai/, 'ay'],
  [/ou/, 'oo'],
  [/ee/, 'ea'],
  [/ea/, 'ee'],
  [/gh/, 'g'],
  [/ton\b/, 'tun'],
  [/son\b/, 'sen'],
  [/er\b/, 'ar'],
  [/ham\b/, 'um'],
  [/bury\b/, 'berry'],
  [/bourne\b/, 'burn'],
  [/borough\b/, 'boro'],
  [/combe\b/, 'coomb'],
  [/worth\b/, 'werth'],
  [/ley\b/, 'leigh'],
  [/[aeiou](?=[a-z]*$)/, 'e'],
]

/** A name as somebody writes it who heard it: up to two places otherwise. */
export function otherSpelling(name: string, seed: number): string {
  const fitting = spellings.filter(([sound]) => sound.test(name))
  const chance = chanceFrom(seed * 104729 + 3)
  const one = () => fitting[Math.floor(chance() * fitting.length)]
  return [one(), one()].reduce((text, it) => (it ? text.replace(it[0], it[1]) : text), name)
}
