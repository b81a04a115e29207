import { randomInt } from 'node:crypto'

const letters = 'bcdfghjkmnpqrstvwxz'
const someLetters = (count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
const someDigits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('')

/** A date of birth, as the three fields of a form want it and as it is kept. */
export interface BirthDay {
  readonly fields: (name: string) => Record<string, string>
  readonly text: string
}

/**
 * Makes unique words for a service's forms. All share a beginning that nothing else in the world has, so one search finds any of
 * them; numbers, postcodes and dates, which cannot have it, are kept apart and searched for one by one.
 */
export class Aviary {
  readonly marker = `Qz${someLetters(7)}`
  readonly #words = new Map<string, string>()
  readonly #numbers: string[] = []

  /** A word for a field; the name of the field says, when it is found, what leaked. */
  word(field: string): string {
    let word: string
    do word = `${this.marker}${String.fromCharCode(97 + (this.#words.size % 26))}${someLetters(3)}`
    while (this.#words.has(word))
    this.#words.set(word, field)
    return word
  }

  email(field: string): string {
    return `${this.word(field).toLowerCase()}@mail.example`
  }

  /** Of the numbers that are kept free for stories (Ofcom): 07700 900000 to 900999 are too few, so the rest is made up. */
  telephone(): string {
    const [head, tail] = [`9${someDigits(2)}`, someDigits(6)]
    this.#numbers.push(`7${head}${tail}`, `7${head} ${tail}`)
    return `07${head} ${tail}`
  }

  postcode(): string {
    const tail = `${randomInt(10)}${this.#pair()}`
    const area = `IV${randomInt(10, 60)}`
    this.#numbers.push(`${area} ${tail}`, `${area}${tail}`)
    return `${area} ${tail}`
  }

  born(): BirthDay {
    const [year, month, day] = [randomInt(1901, 1909), randomInt(1, 13), randomInt(1, 29)]
    const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    this.#numbers.push(text)
    const fields = (name: string) => ({
      [`${name}-day`]: `${day}`,
      [`${name}-month`]: `${month}`,
      [`${name}-year`]: `${year}`,
    })
    return { fields, text }
  }

  /** All that must be found nowhere. */
  get wanted(): string[] {
    return [this.marker, ...this.#numbers]
  }

  /** Each word with its field. */
  get words(): ReadonlyMap<string, string> {
    return this.#words
  }

  get numbers(): readonly string[] {
    return this.#numbers
  }

  #pair(): string {
    const inward = 'ABDEFGHJLNPQRSTUWXYZ'
    return `${inward[randomInt(inward.length)]}${inward[randomInt(inward.length)]}`
  }
}
